import type { Note } from './book';
import { parseCell } from './address';
import type { PackageReader, Relation } from './package';
import { decodeText } from './text';
import { type Node, at, child, childrenOf, descendants } from './xml';

/** What people wrote onto a sheet beside its cells: notes, threaded comments, text in shapes. */
export function readNotes(parts: PackageReader, relations: readonly Relation[]): Note[] {
  const each = <T>(type: string, read: (root: Node) => T[]): T[] =>
    relations.flatMap((relation) => {
      const root = relation.type === type ? parts.xml(relation.target) : undefined;
      return root ? read(root) : [];
    });
  const threads = each('threadedComment', threaded);
  const inThreads = new Set(threads.map(({ row, column }) => `${row} ${column}`));
  // For Excels that know no threads, a file holds each once more, as a note.
  const notes = each('comments', plain).filter(
    ({ row, column }) => !inThreads.has(`${row} ${column}`),
  );
  return [...threads, ...notes, ...each('drawing', shapes)].filter(({ text }) => text !== '');
}

const noted = (reference: string | undefined, text: string): Note[] => {
  // A damaged address loses the place, not the words.
  const at = /^[A-Z]{1,3}\d+$/.test(reference ?? '')
    ? parseCell(reference ?? '')
    : { row: 0, column: 0 };
  return [{ ...at, text: decodeText(text).trim() }];
};

const threaded = (root: Node): Note[] =>
  childrenOf(root, 'threadedComment').flatMap((node) =>
    noted(node.attributes['ref'], child(node, 'text')?.text ?? ''),
  );

const plain = (root: Node): Note[] =>
  childrenOf(child(root, 'commentList'), 'comment').flatMap((node) =>
    noted(node.attributes['ref'], wordsOf(child(node, 'text'))),
  );

/** Runs of a text, without how they are read aloud. */
const wordsOf = (text: Node | undefined): string =>
  (text?.children ?? [])
    .filter(({ name }) => name === 't' || name === 'r')
    .map((part) => (part.name === 't' ? part.text : (child(part, 't')?.text ?? '')))
    .join('');

const shapes = (root: Node): Note[] =>
  root.children.flatMap((anchor) =>
    descendants(anchor, 'txBody').map((body): Note => {
      const from = child(anchor, 'from');
      const place = (name: string) => Number(at(from, name)?.text.trim() ?? 0) || 0;
      const lines = childrenOf(body, 'p').map((line) =>
        descendants(line, 't')
          .map(({ text }) => text)
          .join(''),
      );
      return { row: place('row'), column: place('col'), text: lines.join('\n').trim() };
    }),
  );
