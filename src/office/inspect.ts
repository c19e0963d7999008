import { nameGroups } from '../engagement/register';
import { LANGS, message } from '../messages';
import { askUnderway, type Underway } from './journal';
import { readTables, steadily } from './readTables';

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

export interface TableOutline {
  name: string;
  sheet: string;
  rows: number;
  headers: string[];
}

/** The first look: what there is. */
export interface Outline {
  sheets: string[];
  /** Names of those that are protected. */
  protectedSheets: ReadonlySet<string>;
  /** Nothing is calculated until somebody asks for it. */
  isManual: boolean;
  /** Days are counted from 1904. */
  from1904: boolean;
  /** Names of the sheets by their ids, as events have them. */
  sheetIds: ReadonlyMap<string, string>;
  tables: TableOutline[];
  /** Defined names that are ours, as written. */
  names: string[];
  /** All defined names, lower case. */
  allNames: ReadonlySet<string>;
  /** Whether an engagement was laid out here. */
  ours: boolean;
  /** A change that is being made, or was begun and broken off. */
  underway?: Underway;
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

export const provenanceTable = 'Provenance';
const ourName = new RegExp(`^(${[...nameGroups, 'list', 'appfi'].join('|')})\\.`, 'i');
const isKeyHeader = (header: string) => LANGS.some((lang) => header === message(lang, 'column.id'));

/** One request: sheets, tables with their headers, names. */
export async function outline(context: Excel.RequestContext): Promise<Outline> {
  const { application, functions, worksheets, tables, names } = context.workbook;
  application.load('calculationMode');
  // No member says it; what a date is counts as, does.
  const first1904 = functions.date(1904, 1, 1).load('value');
  worksheets.load('items/id,items/name,items/protection/protected');
  tables.load('items/name,items/worksheet/name,items/rows/count,items/columns/items/name');
  names.load('items/name');
  const used = worksheets.getFirst().getUsedRangeOrNullObject(true);
  used.load('address');
  const tellUnderway = askUnderway(context.workbook);
  await context.sync();
  const underway = tellUnderway();
  const sheets = worksheets.items.map((sheet) => sheet.name);
  return {
    sheets,
    protectedSheets: new Set(
      worksheets.items.flatMap(({ name, protection }) => (protection.protected ? name : [])),
    ),
    isManual: application.calculationMode === 'Manual',
    from1904: first1904.value === 0,
    sheetIds: new Map(worksheets.items.map(({ id, name }) => [id, name])),
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
    ...(underway && { underway }),
    ...(sheets.length === 1 && used.isNullObject && { blankSheet: sheets[0] as string }),
  };
}

/**
 * As many requests as the cells take: all that may be ours.
 * @param known names of the tables that a layout has
 * @throws MovedError when others move rows again and again while they are read
 */
export const inspect = (
  context: Excel.RequestContext,
  seen: Outline,
  known: ReadonlySet<string>,
): Promise<Inspection> =>
  steadily(async (attempt) =>
    inspectOnce(context, attempt === 1 ? seen : await outline(context), known),
  );

async function inspectOnce(
  context: Excel.RequestContext,
  seen: Outline,
  known: ReadonlySet<string>,
): Promise<Inspection> {
  // A table of ours that was renamed has an id column, or stands beside others of ours.
  const ourSheets = new Set(
    seen.tables.filter(({ name }) => known.has(name)).map(({ sheet }) => sheet),
  );
  const wanted = seen.tables.filter(
    (table) => ourSheets.has(table.sheet) || table.headers.some(isKeyHeader),
  );
  let named: ReturnType<typeof askForNames> = [];
  const snapshots = await readTables(context, wanted, () => {
    if (seen.isManual) context.workbook.application.calculate('Recalculate');
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
