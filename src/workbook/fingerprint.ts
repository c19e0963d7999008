import { isLayouts } from './fill';
import type { CellValue, ColumnSpec, TableBlock } from './spec';

/** A short mark of what a cell says (32-bit FNV-1a), to tell later whether someone has changed it. */
export function fingerprint(value: CellValue | undefined): string {
  const text = String(value ?? '');
  let mark = known.get(text);
  if (mark === undefined) {
    if (known.size >= mostKnown) known.clear();
    known.set(text, (mark = markOf(text)));
  }
  return mark;
}

/** Every description of a workbook asks for the same texts. */
const known = new Map<string, string>();
const mostKnown = 20_000;

function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/**
 * The columns whose fingerprints are kept, in the order in which they are: those that hold something
 * before anyone answers; in tables of the layout's own also what its formulas go by, which comes last.
 * What a later layout brought comes last among its kind, so that earlier ones are read as laid.
 */
export const textColumns = (block: TableBlock): ColumnSpec[] => {
  const texts = block.columns.filter(({ role }) => role === 'content' || block.list !== undefined);
  const fixed = isLayouts(block) ? block.columns.filter(({ role }) => role === 'fixed') : [];
  return [texts, fixed].flatMap((columns) =>
    columns.sort((a, b) => (a.since ?? 1) - (b.since ?? 1)),
  );
};
