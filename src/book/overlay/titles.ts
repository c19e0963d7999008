import { quoteSheet } from '../address';
import type { Book } from '../book';
import { encodeText } from '../text';
import { el, escapeText } from '../xml';
import type { PackageEdit } from './package';
import { type Patch, childrenIn, contentOf, patched, plainText, rootOf } from './scan';

/**
 * What `docProps/app.xml` lists: names of sheets, and of ranges as `Sheet!Name`, in groups of which a table beside it
 * gives heading and count. Sheets that were added, renamed, moved or removed stand in it as they are now; a file
 * whose list is another than its sheets' keeps it.
 */
export function editTitles(edit: PackageEdit, book: Book, was: Book): void {
  const before = was.sheets.map(({ name }) => name);
  const now = book.sheets.map(({ name }) => name);
  if (before.join('\n') === now.join('\n')) return;
  const part = edit.reader.related('', 'extended-properties');
  if (part === undefined || !edit.reader.bytes(part)) return;
  const text = edit.text(part);
  const [pairs, titles] = ['HeadingPairs', 'TitlesOfParts'].map((name) => {
    const [vector] = childrenIn(text, rootOf(text)).filter((one) => one.name === name);
    return vector && childrenIn(text, vector)[0];
  });
  if (!pairs || !titles) return;
  const counts = childrenIn(text, pairs).filter((_, i) => i % 2 === 1);
  const words = childrenIn(text, titles).map((one) => plainText(contentOf(text, one)));
  const sizes = counts.map((one) => Number(/>(\d+)</.exec(contentOf(text, one))?.[1]));
  if (words.slice(0, before.length).join('\n') !== before.join('\n')) return;
  if (sizes[0] !== before.length || sizes.reduce((sum, one) => sum + one, 0) !== words.length)
    return;
  const renamed = new Map(
    was.sheets.map(({ id, name }) => [
      quoteSheet(name),
      book.sheets.find((sheet) => sheet.id === id)?.name,
    ]),
  );
  let from = before.length;
  const groups = sizes.slice(1).map((size) => {
    const group = words.slice(from, (from += size));
    return group.flatMap((word) => follow(word, renamed));
  });
  const all = [now, ...groups];
  const patches = counts.map(({ open, close }, i): Patch => {
    const variant = text.slice(open, close);
    return { start: open, end: close, text: variant.replace(/>\d+</, `>${all[i]!.length}<`) };
  });
  const prefix = /^<(\w+:)?/.exec(text.slice(titles.start))?.[1] ?? '';
  const list = all.flat().map((word) => el(`${prefix}lpstr`, {}, escapeText(encodeText(word))));
  const head = text
    .slice(titles.start, titles.open)
    .replace(/size="\d+"/, `size="${all.flat().length}"`);
  patches.push({ start: titles.start, end: titles.open, text: head });
  patches.push({ start: titles.open, end: titles.close, text: list.join('') });
  edit.set(part, patched(text, patches));
}

/** `Sheet!Name` under the sheet's name of now; nothing where the sheet is gone. */
function follow(word: string, renamed: Map<string, string | undefined>): string[] {
  const at = word.lastIndexOf('!');
  const sheet = quoteSheet(
    word.slice(0, Math.max(0, at)).replace(/^'|'$/g, '').replace(/''/g, "'"),
  );
  if (at < 0 || !renamed.has(sheet)) return [word];
  const name = renamed.get(sheet);
  if (name === undefined) return [];
  const quoted = quoteSheet(name);
  return [
    `${/^'[\p{L}_][\p{L}\p{N}_.]*'$/u.test(quoted) ? quoted.slice(1, -1) : quoted}${word.slice(at)}`,
  ];
}
