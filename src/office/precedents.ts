import { parseA1Ref, parseStructRef, tokenize, tokenTypes } from '@borgar/fx';
import type { Study } from './agreement';
import type { CellPlace } from './locate';
import type { Area } from './target';

/** What a formula reads: cells of a sheet, or a name. */
export type Precedent = { text: string } & ({ sheet: string; area: Area } | { name: string });

const references: ReadonlySet<string> = new Set([
  tokenTypes.REF_RANGE,
  tokenTypes.REF_NAMED,
  tokenTypes.REF_STRUCT,
]);

/**
 * The cells and names that a formula reads, each once, in its order. Whole rows and columns, tables
 * that are not ours and other workbooks are left out.
 * @param place where the formula stands
 */
export function precedentsOf(formula: string, place: CellPlace, study: Study): Precedent[] {
  const found = new Map<string, Precedent>();
  for (const { type, value } of tokenize(formula)) {
    if (!references.has(type) || found.has(value)) continue;
    const precedent =
      type === tokenTypes.REF_NAMED
        ? { name: value, text: value }
        : type === tokenTypes.REF_STRUCT
          ? inTable(value, place, study)
          : inSheet(value, place);
    if (precedent) found.set(value, precedent);
  }
  return [...found.values()];
}

function inSheet(text: string, place: CellPlace): Precedent | undefined {
  const parsed = parseA1Ref(text);
  if (!parsed || !('range' in parsed) || !parsed.range) return undefined;
  const { top, left, bottom, right } = parsed.range;
  if (typeof top !== 'number' || typeof left !== 'number') return undefined;
  if (typeof bottom !== 'number' || typeof right !== 'number') return undefined;
  const { context } = parsed;
  if (context && context.length > 1) return undefined;
  const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  return { sheet: context?.[0] ?? place.sheet, area, text };
}

function inTable(text: string, place: CellPlace, study: Study): Precedent | undefined {
  const { table, columns = [], sections = [] } = parseStructRef(text) ?? {};
  const matched = [...study.read.matching.tables.values()].find(({ snapshot }) => {
    if (table !== undefined && table !== '')
      return snapshot.name.toLowerCase() === table.toLowerCase();
    const { sheet, row, column, headers, values } = snapshot;
    const isBeside = place.column >= column && place.column < column + headers.length;
    const isWithin = place.row > row && place.row <= row + values.length;
    return sheet === place.sheet && isBeside && isWithin;
  });
  const [header] = columns;
  if (!matched || header === undefined || columns.length > 1) return undefined;
  const { sheet, row, column, headers, values } = matched.snapshot;
  const at = headers.findIndex((one) => one.toLowerCase() === header.toLowerCase());
  if (at < 0) return undefined;
  const isOwnRow = sections.some((section) => section === 'this row');
  const [first, rows] = isOwnRow ? [place.row, 1] : [row + 1, values.length];
  return { sheet, area: { row: first, column: column + at, rows, columns: 1 }, text };
}
