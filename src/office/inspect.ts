import { LANGS, message } from '../messages';

/** What of ours stands in a workbook, read in two requests. Nothing is interpreted here. */

export interface TableSnapshot {
  /** The table's name as it is now. */
  name: string;
  sheet: string;
  /** The header row. */
  row: number;
  column: number;
  headers: string[];
  values: unknown[][];
  formulas: unknown[][];
}

export interface NameSnapshot {
  sheet: string;
  row: number;
  column: number;
  values: unknown[][];
  formulas: unknown[][];
}

interface TableOutline {
  name: string;
  sheet: string;
  rows: number;
  headers: string[];
}

/** The first look: what there is. */
export interface Outline {
  sheets: string[];
  tables: TableOutline[];
  /** Defined names that are ours, as written. */
  names: string[];
  /** All defined names, lower case. */
  allNames: ReadonlySet<string>;
  /** Whether an engagement was laid out here. */
  ours: boolean;
  /** The only sheet, when it is empty: the one that a new workbook starts with. */
  blankSheet?: string;
}

/** Everything of ours with its cells. */
export interface Inspection extends Outline {
  /** What the workbook was laid out with. */
  facts: ReadonlyMap<string, string>;
  snapshots: ReadonlyMap<string, TableSnapshot>;
  /** Named cells and blocks; a name whose cells are gone is left out. */
  named: ReadonlyMap<string, NameSnapshot>;
}

const provenanceTable = 'Provenance';
const ourName = /^(engagement|list|micro|budget|appfi)\./i;
const keyHeaders = new Set(LANGS.map((lang) => message(lang, 'column.id')));

/** One request: sheets, tables with their headers, names. */
export async function outline(context: Excel.RequestContext): Promise<Outline> {
  const { worksheets, tables, names } = context.workbook;
  worksheets.load('items/name');
  tables.load('items/name,items/worksheet/name,items/rows/count,items/columns/items/name');
  names.load('items/name');
  const used = worksheets.getFirst().getUsedRangeOrNullObject(true);
  used.load('address');
  await context.sync();
  const sheets = worksheets.items.map((sheet) => sheet.name);
  return {
    sheets,
    tables: tables.items.map((table) => ({
      name: table.name,
      sheet: table.worksheet.name,
      rows: table.rows.count,
      headers: table.columns.items.map((column) => column.name),
    })),
    names: names.items.map((item) => item.name).filter((name) => ourName.test(name)),
    allNames: new Set(names.items.map((item) => item.name.toLowerCase())),
    ours:
      tables.items.some((table) => table.name === provenanceTable) &&
      names.items.some((item) => ourName.test(item.name)),
    ...(sheets.length === 1 && used.isNullObject && { blankSheet: sheets[0] as string }),
  };
}

/** A response may have 5 MB; a cell is reckoned with its value and its formula. */
const cellsPerRequest = 60_000;

/**
 * One request, or more where the tables are very large: all cells that may be ours.
 * @param known names of the tables that a layout has
 */
export async function inspect(
  context: Excel.RequestContext,
  seen: Outline,
  known: ReadonlySet<string>,
): Promise<Inspection> {
  // A table of ours that was renamed has an id column, or stands beside others of ours.
  const ourSheets = new Set(
    seen.tables.filter(({ name }) => known.has(name)).map(({ sheet }) => sheet),
  );
  const wanted = seen.tables.filter(
    (table) => ourSheets.has(table.sheet) || table.headers.some((header) => keyHeaders.has(header)),
  );
  const named = seen.names.map((name) => {
    const range = context.workbook.names.getItem(name).getRangeOrNullObject();
    range.load('rowIndex,columnIndex,values,formulas');
    range.worksheet.load('name');
    return { name, range };
  });
  const snapshots = await readTables(context, wanted);
  return {
    ...seen,
    snapshots,
    facts: new Map(
      (snapshots.get(provenanceTable)?.values ?? []).map(([key, value]) => [
        String(key),
        String(value),
      ]),
    ),
    named: new Map(
      named
        .filter(({ range }) => !range.isNullObject)
        .map(({ name, range }) => [
          name,
          {
            sheet: range.worksheet.name,
            row: range.rowIndex,
            column: range.columnIndex,
            values: range.values,
            formulas: range.formulas,
          },
        ]),
    ),
  };
}

async function readTables(
  context: Excel.RequestContext,
  tables: TableOutline[],
): Promise<Map<string, TableSnapshot>> {
  const snapshots = new Map<string, TableSnapshot>();
  for (const batch of cut(tables)) {
    const parts = batch.map(({ table, start, rows }) => {
      const body = context.workbook.tables.getItem(table.name).getDataBodyRange();
      const range =
        rows === table.rows
          ? body
          : body.getCell(start, 0).getResizedRange(rows - 1, table.headers.length - 1);
      range.load('rowIndex,columnIndex,values,formulas');
      return { table, range };
    });
    // One request a batch is the point: the budget decides how many there are.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    for (const { table, range } of parts) {
      const whole = snapshots.get(table.name);
      if (whole) {
        whole.values = whole.values.concat(range.values);
        whole.formulas = whole.formulas.concat(range.formulas);
      } else {
        snapshots.set(table.name, {
          name: table.name,
          sheet: table.sheet,
          row: range.rowIndex - 1,
          column: range.columnIndex,
          headers: table.headers,
          values: range.values,
          formulas: range.formulas,
        });
      }
    }
  }
  return snapshots;
}

interface Part {
  table: TableOutline;
  start: number;
  rows: number;
}

/** Parts of tables, so grouped that each group fits into one response. */
function cut(tables: TableOutline[]): Part[][] {
  const batches: Part[][] = [[]];
  let room = cellsPerRequest;
  for (const table of tables) {
    const columns = table.headers.length;
    const rowsAtOnce = Math.max(1, Math.floor(cellsPerRequest / columns));
    for (let start = 0; start < table.rows; start += rowsAtOnce) {
      const rows = Math.min(rowsAtOnce, table.rows - start);
      if (rows * columns > room) {
        batches.push([]);
        room = cellsPerRequest;
      }
      batches[batches.length - 1]?.push({ table, start, rows });
      room -= rows * columns;
    }
  }
  return batches;
}
