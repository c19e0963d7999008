import type { Scalar } from './book';
import { RowReader } from './cellsRead';
import { emptySheet } from './empty';
import { broken } from './errors';
import { PackageReader } from './package';
import { takingTurns, type Slices } from './slices';
import { beginning } from './workbookRead';
import { parsing } from './xml';
import { type OpenLimits, unzipping } from './zip';

/** A sheet for who wants what its cells say and no book of it. */
export interface SheetRows {
  name: string;
  /** Cells of the rows that have any, in their order. They are read as they are asked for, others having their turn. */
  rows(): AsyncGenerator<Scalar[]>;
}

/** Nothing is kept of what has been read, so that its size is no matter. */
const most = { cells: Infinity, text: Infinity };

/** The sheets of an .xlsx file, to be read row by row. */
export async function readRows(bytes: Uint8Array, limits?: OpenLimits): Promise<SheetRows[]> {
  const inTurn = takingTurns();
  const parts = new PackageReader(await inTurn(unzipping(bytes, limits)));
  const { cells, sheets } = await inTurn(beginning(parts, most));
  const context = { ...cells, tableAt: () => undefined };
  return sheets.map(({ sheet: { id, name }, target }) => ({
    name,
    async *rows() {
      const part = parts.bytes(target);
      if (!part) throw broken(`sheet "${name}" is missing`);
      const sheet = emptySheet(id, name);
      const reader = new RowReader(sheet, context);
      const work = parsing(part, { row: (node) => reader.read(node) }, parts.elements);
      while (await inTurn(untilRows(work, () => sheet.cells.length > 0))) {
        const found = Object.values(sheet.cells);
        sheet.cells = [];
        for (const row of found) yield Array.from(row, (cell) => cell?.value ?? null);
      }
    },
  }));
}

/** Goes on until there are rows, or until nothing is left: then false. */
function* untilRows(work: Slices<unknown>, hasRows: () => boolean): Slices<boolean> {
  while (!work.next().done) {
    if (hasRows()) return true;
    yield;
  }
  return hasRows();
}
