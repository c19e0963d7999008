import { nameGroups } from '../engagement/register';
import { LANGS, message } from '../messages';
import { longFormulas } from '../workbook';

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
const ourName = new RegExp(`^(${[...nameGroups, 'list', 'appfi'].join('|')})\\.`, 'i');
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

/** A response may have 5 MB, names among it; a cell with value and formula is reckoned with 110 bytes. */
const cellsPerRequest = 36_000;
/** So many times the usual is reckoned for a cell of a table with long formulas. */
const longFormula = 2;

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
  let named: ReturnType<typeof askForNames> = [];
  const snapshots = await readTables(context, wanted, () => {
    named = askForNames(context, seen);
  });
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

function askForNames(context: Excel.RequestContext, { names }: Outline) {
  return names.map((name) => {
    const range = context.workbook.names.getItem(name).getRangeOrNullObject();
    range.load('rowIndex,columnIndex,values,formulas');
    range.worksheet.load('name');
    return { name, range };
  });
}

/** @param askToo what the first request asks for beside the tables; again, when it has to be cut */
async function readTables(
  context: Excel.RequestContext,
  tables: TableOutline[],
  askToo: () => void,
): Promise<Map<string, TableSnapshot>> {
  const snapshots = new Map<string, TableSnapshot>();
  const batches = cut(tables);
  for (let batch = batches.shift(); batch; batch = batches.shift()) {
    if (snapshots.size === 0) askToo();
    const read = await readParts(context, batch);
    if (!read) {
      batches.unshift(...halves(batch));
      continue;
    }
    for (const { table, range } of read) {
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

/** One request; undefined when the answer is more than Excel gives at once. */
async function readParts(context: Excel.RequestContext, parts: Part[]) {
  const read = parts.map(({ table, start, rows }) => {
    const body = context.workbook.tables.getItem(table.name).getDataBodyRange();
    const range =
      rows === table.rows
        ? body
        : body.getCell(start, 0).getResizedRange(rows - 1, table.headers.length - 1);
    range.load('rowIndex,columnIndex,values,formulas');
    return { table, range };
  });
  try {
    await context.sync();
    return read;
  } catch (error) {
    const single = parts.length === 1 && parts[0]?.rows === 1;
    if (single || (error as { code?: unknown }).code !== tooLarge) throw error;
    return undefined;
  }
}

const tooLarge = 'ResponsePayloadSizeLimitExceeded';

function halves(parts: Part[]): Part[][] {
  const [first, ...others] = parts;
  if (first && others.length === 0) {
    const { table, start, rows } = first;
    const half = Math.floor(rows / 2);
    return [[{ table, start, rows: half }], [{ table, start: start + half, rows: rows - half }]];
  }
  const middle = Math.ceil(parts.length / 2);
  return [parts.slice(0, middle), parts.slice(middle)];
}

const cellsOfRow = ({ name, headers }: TableOutline) =>
  headers.length * (longFormulas.has(name) ? longFormula : 1);

/** Parts of tables, so grouped that each group should fit into one response. */
function cut(tables: TableOutline[]): Part[][] {
  const batches: Part[][] = [[]];
  let room = cellsPerRequest;
  for (const table of tables) {
    const cells = cellsOfRow(table);
    for (let start = 0; start < table.rows;) {
      if (cells > room && room < cellsPerRequest) {
        batches.push([]);
        room = cellsPerRequest;
      }
      const rows = Math.min(table.rows - start, Math.max(1, Math.floor(room / cells)));
      batches[batches.length - 1]?.push({ table, start, rows });
      room -= rows * cells;
      start += rows;
    }
  }
  return batches;
}
