import type { Chart, Note } from './book';
import { parseCell } from './address';
import { readControls } from './controls';
import type { PackageReader, Relation } from './package';
import { decodeText } from './text';
import { type Node, child, childrenOf, descendants } from './xml';

/**
 * What people put onto a sheet beside its cells and charts: notes, threaded comments, text in shapes, controls,
 * pictures, files.
 */
export function readNotes(
  parts: PackageReader,
  relations: readonly Relation[],
  worksheet: Node,
  charts: readonly Chart[],
): Note[] {
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
  const controls = readControls(parts, relations, worksheet);
  return [
    ...[
      ...threads,
      ...notes,
      ...each('drawing', (root) => shapes(root, controls)),
      ...[...controls.values()].flat(),
    ].filter(({ text, chosen }) => text !== '' || chosen),
    ...each('drawing', (root) => pictures(root, new Set(charts.map(({ name }) => name)))),
    ...objects(worksheet),
  ];
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

/** @param from the corner of what lies there, as its anchor has it */
function placed(from: Node | undefined): Pick<Note, 'row' | 'column'> {
  const place = (name: string) => Number(child(from, name)?.text.trim() ?? 0) || 0;
  return { row: place('row'), column: place('col') };
}

const lying = (from: Node | undefined, name: string | undefined): Note => ({
  ...placed(from),
  text: decodeText(name ?? '').trim(),
  isPicture: true,
});

/** Anchors of a drawing; of several ways to draw the same the first counts. */
const anchorsIn = (root: Node): Node[] =>
  root.children.flatMap((one) =>
    one.name === 'AlternateContent' ? (one.children[0]?.children ?? []) : [one],
  );

/** @param controls those told by themselves: each is drawn once more as a shape */
const shapes = (root: Node, controls: ReadonlyMap<string, unknown>): Note[] =>
  anchorsIn(root).flatMap((anchor) => {
    const isControl = descendants(anchor, 'compatExt').some(({ attributes }) =>
      controls.has(attributes['spid']?.replace(/^.*_s/, '') ?? ''),
    );
    if (isControl) return [];
    return descendants(anchor, 'txBody').map((body): Note => {
      const lines = childrenOf(body, 'p').map((line) =>
        descendants(line, 't')
          .map(({ text }) => text)
          .join(''),
      );
      return { ...placed(child(anchor, 'from')), text: lines.join('\n').trim() };
    });
  });

/** @param charts names of those that the book has */
const pictures = (root: Node, charts: ReadonlySet<string>): Note[] =>
  anchorsIn(root).flatMap((anchor) =>
    ['pic', 'graphicFrame']
      .flatMap((name) => descendants(anchor, name))
      .flatMap((one) => {
        const { descr, name = '' } = descendants(one, 'cNvPr')[0]?.attributes ?? {};
        const isChart = descendants(one, 'chart').length > 0 && charts.has(decodeText(name));
        return isChart ? [] : [lying(child(anchor, 'from'), descr || name)];
      }),
  );

/** Each stands there once more, for programs that do not know how it is drawn. */
const objects = (worksheet: Node): Note[] => {
  const shapeOf = ({ attributes }: Node) => attributes['shapeId'];
  return descendants(worksheet, 'oleObject')
    .filter((node, i, all) => all.findIndex((one) => shapeOf(one) === shapeOf(node)) === i)
    .map((node) => lying(descendants(node, 'from')[0], node.attributes['progId']));
};
