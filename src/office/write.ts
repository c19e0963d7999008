import type { CellValue } from '../workbook';
import type { Band } from './band';
import type { Operation } from './batch';
import { written } from './cells';
import { takeRowsOut } from './tableRows';
import type { Target } from './target';
import { jsonBytes } from './text';

/** Values of one operation; more are written in several. */
const chunkBytes = 1_000_000;

export interface Corner {
  sheet: string;
  row: number;
  column: number;
}

const areaAt = (target: Target, { sheet, row, column }: Corner, rows: number, columns: number) =>
  target.range(sheet, { row, column, rows, columns });

/** Whether a cell holds what it shall hold; a number typed into a text column is its text. */
export function same(found: unknown, wanted: CellValue): boolean {
  if (found === wanted) return true;
  const [a, b] = [found, wanted].map((value) =>
    value === null || value === undefined ? '' : String(value),
  );
  return a === b;
}

/** What stands in a cell, so that it can be written back. */
export interface Before {
  values: unknown[][];
  formulas: unknown[][];
}

/** What a cell held, as it is written back: its formula, or its value. */
export const restored = (value: unknown, formula: unknown) =>
  typeof formula === 'string' && formula.startsWith('=') && formula !== value
    ? formula
    : written(value as CellValue);

/** Writes cells one below the other; `before` are those that stand there. */
export function writeColumn(corner: Corner, cells: CellValue[], before: Before): Operation {
  const values = cells.map((cell) => [written(cell)]);
  const old = cells.map((_, r) => [restored(before.values[r]?.[0], before.formulas[r]?.[0])]);
  return {
    cells: cells.length,
    sheet: corner.sheet,
    apply: (context) => {
      areaAt(context, corner, values.length, 1).values = values;
    },
    revert: (context) => {
      areaAt(context, corner, values.length, 1).formulas = old;
    },
  };
}

export const writeCell = (corner: Corner, cell: CellValue, value: unknown, formula: unknown) =>
  writeColumn(corner, [cell], { values: [[value]], formulas: [[formula]] });

/** Puts back into a cell what it held, a formula too. */
export function putBack(
  corner: Corner,
  held: unknown,
  value: unknown,
  formula: unknown,
): Operation {
  const put = (context: Target, content: unknown) => {
    areaAt(context, corner, 1, 1).formulas = [[content]] as unknown[][] as string[][];
  };
  return {
    cells: 1,
    sheet: corner.sheet,
    apply: (context) => put(context, held),
    revert: (context) => put(context, restored(value, formula)),
  };
}

/** Writes texts side by side, in place of others. */
export function writeRow(corner: Corner, texts: string[], before: string[]): Operation {
  const write = (context: Target, row: string[]) => {
    areaAt(context, corner, 1, row.length).values = [row.map(written)];
  };
  return {
    cells: texts.length,
    sheet: corner.sheet,
    apply: (context) => write(context, texts),
    revert: (context) => write(context, before),
  };
}

/** Writes one formula into cells one below the other. */
export function writeFormula(corner: Corner, formula: string, before: unknown[]): Operation {
  const old = before.map((cell) => [cell]);
  return {
    cells: before.length,
    sheet: corner.sheet,
    apply: (context) => {
      areaAt(context, corner, before.length, 1).formulas = formula as unknown as string[][];
    },
    revert: (context) => {
      areaAt(context, corner, before.length, 1).formulas = old;
    },
  };
}

/** Positions of a list, grouped into runs without gaps. */
export function runs(positions: number[]): { start: number; length: number }[] {
  const found: { start: number; length: number }[] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last && last.start + last.length === position) last.length += 1;
    else found.push({ start: position, length: 1 });
  }
  return found;
}

/**
 * Rows at the end of a table: what stands below is moved down, formulas fill themselves. The table is resized,
 * because `rows.add` conflicts with what others are editing.
 * @param count rows that the table has before
 * @param band what has to move with the cells below, see `bandBelow`
 */
export function appendRows(
  table: string,
  rows: (string | number | boolean)[][],
  count: number,
  band?: Band,
): Operation[] {
  const operations: Operation[] = [];
  let start = 0;
  let bytes = 0;
  rows.forEach((row, i) => {
    bytes += jsonBytes(row);
    if (bytes < chunkBytes && i < rows.length - 1) return;
    const chunk = rows.slice(start, i + 1);
    const first = count + start;
    operations.push({
      cells: chunk.length * (chunk[0]?.length ?? 0),
      moves: table,
      apply: (context) => {
        const grown = context.workbook.tables.getItem(table);
        const below = grown.getRange().getLastRow().getOffsetRange(1, 0);
        const room = band
          ? below
              .getCell(0, 0)
              .getOffsetRange(0, band.left)
              .getAbsoluteResizedRange(chunk.length, band.columns)
          : below.getResizedRange(chunk.length - 1, 0);
        room.insert('Down');
        grown.resize(grown.getRange().getResizedRange(chunk.length, 0));
        grown
          .getDataBodyRange()
          .getRow(first)
          .getResizedRange(chunk.length - 1, 0).values = chunk;
      },
      revert: (context) => {
        takeRowsOut(context, table, first, chunk.length);
      },
    });
    start = i + 1;
    bytes = 0;
  });
  return operations;
}
