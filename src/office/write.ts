import type { CellValue } from '../workbook';
import type { Band } from './band';
import type { Operation } from './batch';
import type { TableSnapshot } from './inspect';
import { written } from './cells';
import type { Target } from './target';
import { printOf, type Cells } from './undo';
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
    : written((value ?? formula) as CellValue);

/** Writes cells one below the other; `before` are those that stand there. */
export function writeColumn(corner: Corner, cells: CellValue[], before: Before): Operation {
  const values = cells.map((cell) => [written(cell)]);
  const had = cells.map((_, r) => [restored(before.values[r]?.[0], before.formulas[r]?.[0])]);
  return overwrite(corner, had, values, (range) => {
    range.values = values;
  });
}

/** Writes over cells, after it has looked at what they hold. */
function overwrite(
  corner: Corner,
  had: Cells,
  wrote: Cells,
  write: (range: Excel.Range) => void,
): Operation {
  const columns = had[0]?.length ?? 1;
  return {
    cells: had.length * columns,
    sheet: corner.sheet,
    over: { ...corner, had, wrote },
    apply: (target) => {
      const range = areaAt(target, corner, had.length, columns);
      range.load('formulas');
      write(range);
      return () => range.formulas;
    },
  };
}

export const writeCell = (corner: Corner, cell: CellValue, value: unknown, formula: unknown) =>
  writeColumn(corner, [cell], { values: [[value]], formulas: [[formula]] });

/** Puts back into a cell what it held, a formula too. */
export const putBack = (
  corner: Corner,
  held: unknown,
  value: unknown,
  formula: unknown,
): Operation => {
  const wrote = [[held]] as Cells;
  return overwrite(corner, [[restored(value, formula)]], wrote, (range) => {
    range.formulas = wrote;
  });
};

/** Writes headers of a table, side by side from a position on, wherever it stands by then. */
export function writeHeaders(
  { name, sheet, row, column, headers }: TableSnapshot,
  start: number,
  texts: string[],
): Operation {
  const had = [headers.slice(start, start + texts.length).map(written)];
  const wrote = [texts.map(written)];
  return {
    cells: texts.length,
    sheet,
    over: { sheet, row, column: column + start, had, wrote, header: name },
    apply: ({ workbook }) => {
      const header = workbook.tables.getItem(name).getHeaderRowRange().untrack();
      const range = header
        .getCell(0, start)
        .untrack()
        .getResizedRange(0, texts.length - 1)
        .untrack();
      range.load('formulas');
      range.values = wrote;
      return () => range.formulas;
    },
  };
}

/** Writes one formula into cells one below the other. */
export function writeFormula(corner: Corner, formula: string, before: unknown[]): Operation {
  const had = before.map((cell) => [restored(null, cell)]);
  const wrote = before.map(() => [formula]);
  return overwrite(corner, had, wrote, (range) => {
    range.formulas = formula as unknown as string[][];
  });
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

/** What a formula gives is not known. */
const said = (cell: string | number | boolean) =>
  typeof cell === 'string' && cell.startsWith('=') ? null : printOf(cell);

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
        // The last rows, whatever others have added above them.
        grown
          .getRange()
          .getLastRow()
          .getOffsetRange(1 - chunk.length, 0)
          .getResizedRange(chunk.length - 1, 0).values = chunk;
      },
      undo: [
        {
          kind: 'grown',
          table,
          total: first,
          rows: chunk.map((cells) => cells.map(said)),
          ...(band && { band }),
        },
      ],
    });
    start = i + 1;
    bytes = 0;
  });
  return operations;
}
