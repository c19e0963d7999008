import { parseA1Ref, stringifyA1Ref, tokenize } from '@borgar/fx';
import { MAX_COLUMNS, MAX_ROWS } from './area';

interface Cell {
  row: number;
  column: number;
}

/** Whether the text may hold an A1 reference. */
const MAY_REFER = /[A-Za-z]\$?\d|\d:\$?\d|[A-Za-z]:\$?[A-Za-z]/;

/** How a formula reads in other cells when it is copied from `from`: relative references follow. */
export function copies(formula: string, from: Cell): (to: Cell) => string {
  if (!MAY_REFER.test(formula)) return () => formula;
  const parts = tokenize(formula, { mergeRefs: true }).map(({ type, value }) =>
    type === 'range' || type === 'range_beam' ? moving(value) : value,
  );
  if (parts.every((part) => typeof part === 'string')) return () => formula;
  return (to) => {
    const rows = to.row - from.row;
    const columns = to.column - from.column;
    if (rows === 0 && columns === 0) return formula;
    let text = '';
    for (const part of parts) text += typeof part === 'string' ? part : part(rows, columns);
    return text;
  };
}

/** The formula as copied from one cell to another. */
export const translateFormula = (formula: string, from: Cell, to: Cell): string =>
  copies(formula, from)(to);

/** Indexes wrap around at the edges of the sheet, as Excel's do. */
const wrap = (index: number, count: number): number => ((index % count) + count) % count;

function moving(reference: string): string | ((rows: number, columns: number) => string) {
  const parsed = parseA1Ref(reference);
  if (!parsed || !('range' in parsed) || !parsed.range) return reference;
  const { range } = parsed;
  const fixed = range.$top && range.$left && range.$bottom && range.$right;
  if (fixed) return reference;
  const moved = (
    index: number | null | undefined,
    dollar: boolean | null | undefined,
    by: number,
    count: number,
  ) => (index === null || index === undefined || dollar ? index : wrap(index + by, count));
  return (rows, columns) =>
    stringifyA1Ref({
      ...parsed,
      range: {
        ...range,
        top: moved(range.top, range.$top, rows, MAX_ROWS),
        bottom: moved(range.bottom, range.$bottom, rows, MAX_ROWS),
        left: moved(range.left, range.$left, columns, MAX_COLUMNS),
        right: moved(range.right, range.$right, columns, MAX_COLUMNS),
      },
    } as never);
}
