/** What of ours stands in a workbook, read in three requests. Nothing is interpreted here. */

export interface TableSnapshot {
  /** The table's name as it is now. */
  name: string;
  sheet: string;
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

/** The first look: what there is, and what the workbook says about itself. */
export interface Inspection {
  sheets: string[];
  /** Facts that the workbook was laid out with; empty for a foreign workbook. */
  facts: ReadonlyMap<string, string>;
  tables: { name: string; sheet: string; rows: number; columns: number; headers: string[] }[];
  /** Named cells and blocks; a name whose cells are gone is left out. */
  names: ReadonlyMap<string, NameSnapshot>;
  /** All defined names, lower case. */
  allNames: ReadonlySet<string>;
  /** The only sheet, when it is empty: the one that a new workbook starts with. */
  blankSheet?: string;
}

export const provenanceTable = 'Provenance';
const ours = /^(engagement|list|micro|budget|appfi)\./i;

/** Two requests: what there is; then sizes, headers and named cells. */
export async function inspect(context: Excel.RequestContext): Promise<Inspection> {
  const { worksheets, tables, names } = context.workbook;
  worksheets.load('items/name');
  tables.load('items/name');
  names.load('items/name,items/type');
  await context.sync();

  const sheets = worksheets.items.map((sheet) => sheet.name);
  const tableParts = tables.items.map((table) => {
    const range = table.getRange();
    const header = table.getHeaderRowRange();
    range.load('rowCount,columnCount');
    range.worksheet.load('name');
    header.load('values');
    return { name: table.name, range, header };
  });
  const provenance = tables.items.find((table) => table.name === provenanceTable);
  const facts = provenance?.getDataBodyRange();
  facts?.load('values');
  const named = names.items
    .filter((item) => ours.test(item.name))
    .map((item) => {
      const range = item.getRangeOrNullObject();
      range.load('rowIndex,columnIndex,values,formulas');
      range.worksheet.load('name');
      return { name: item.name, range };
    });
  const onlySheet = sheets.length === 1 && tableParts.length === 0 ? worksheets.items[0] : undefined;
  const used = onlySheet?.getUsedRangeOrNullObject(true);
  used?.load('address');
  await context.sync();

  return {
    sheets,
    facts: new Map((facts?.values ?? []).map(([key, value]) => [String(key), String(value)])),
    tables: tableParts.map(({ name, range, header }) => ({
      name,
      sheet: range.worksheet.name,
      rows: range.rowCount,
      columns: range.columnCount,
      headers: (header.values[0] ?? []).map(String),
    })),
    names: new Map(
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
    allNames: new Set(names.items.map((item) => item.name.toLowerCase())),
    ...(used?.isNullObject && onlySheet && { blankSheet: onlySheet.name }),
  };
}

/** A response may have 5 MB; a cell is reckoned with its value and its formula. */
const cellsPerRequest = 60_000;

/** One request, or more where the tables are very large: everything that stands in these tables. */
export async function readTables(
  context: Excel.RequestContext,
  inspection: Inspection,
  wanted: (table: { name: string; headers: string[] }) => boolean,
): Promise<TableSnapshot[]> {
  const found = inspection.tables.filter(wanted);
  const parts = found.flatMap((table) => {
    const rowsAtOnce = Math.max(1, Math.floor(cellsPerRequest / table.columns));
    const body = table.rows - 1;
    return Array.from({ length: Math.ceil(body / rowsAtOnce) }, (_, i) => ({
      table,
      start: i * rowsAtOnce,
      rows: Math.min(rowsAtOnce, body - i * rowsAtOnce),
    }));
  });
  const snapshots = new Map<string, TableSnapshot>();
  let pending: { table: (typeof found)[number]; range: Excel.Range; first: boolean }[] = [];
  let cells = 0;
  const receive = async () => {
    await context.sync();
    for (const { table, range, first } of pending) {
      if (first) {
        snapshots.set(table.name, {
          name: table.name,
          sheet: table.sheet,
          row: range.rowIndex - 1,
          column: range.columnIndex,
          headers: table.headers,
          values: [...range.values],
          formulas: [...range.formulas],
        });
      } else {
        const whole = snapshots.get(table.name);
        for (const row of range.values) whole?.values.push(row);
        for (const row of range.formulas) whole?.formulas.push(row);
      }
    }
    pending = [];
    cells = 0;
  };
  for (const { table, start, rows } of parts) {
    if (cells > 0 && cells + rows * table.columns > cellsPerRequest) await receive();
    const body = context.workbook.tables.getItem(table.name).getDataBodyRange();
    const range =
      rows === table.rows - 1
        ? body
        : body.getCell(start, 0).getResizedRange(rows - 1, table.columns - 1);
    range.load('rowIndex,columnIndex,values,formulas');
    pending.push({ table, range, first: start === 0 });
    cells += rows * table.columns;
  }
  if (pending.length > 0) await receive();
  return found.flatMap((table) => snapshots.get(table.name) ?? []);
}
