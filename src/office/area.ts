import type { Area } from './target';

/** What two areas have in common; undefined when that is nothing. */
export function common(one: Area, other: Area): Area | undefined {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

const columnNumber = (letters: string) =>
  [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * The areas of an address as Excel's events have it: `B2`, `A1:C7,E1`, `3:5`, `A:C`; undefined when it is
 * none of these. Whole rows and columns have no end.
 */
export function areasOf(address: string): Area[] | undefined {
  const areas = address.split(',').map(areaOf);
  return areas.every((one) => one !== undefined) ? areas : undefined;
}

function areaOf(address: string): Area | undefined {
  const parts = /^(?:.*!)?\$?([a-z]{1,3})?\$?(\d+)?(?::\$?([a-z]{1,3})?\$?(\d+)?)?$/i.exec(
    address.trim(),
  );
  if (!parts) return undefined;
  const [, left, top, right = left, bottom = top] = parts;
  if ((left ?? top) === undefined) return undefined;
  const column = left === undefined ? 0 : columnNumber(left);
  const row = top === undefined ? 0 : Number(top) - 1;
  return {
    row,
    column,
    rows: bottom === undefined ? Infinity : Number(bottom) - row,
    columns: right === undefined ? Infinity : columnNumber(right) + 1 - column,
  };
}
