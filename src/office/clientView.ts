import { clientSheet, isComputed, isWorking, type SheetSpec } from '../workbook';
import type { Study } from './agreement';
import { addressOf, type Area } from './target';
import type { MatchedTable } from './match';
import { helperAreas, hiddenColumns } from './clientColumns';
import { rowHeight } from './formatting';
import { helperFormat } from './looks';
import { layoutSheet, widthAt } from './positions';
import { lineCount } from './text';

/** Runs of rows or columns of a sheet, zero-based. */
interface Span {
  from: number;
  count: number;
}

/** What is not shown to a client, sheet by sheet, as the workbook stands. */
interface Unshown {
  /** The sheet's name now. */
  name: string;
  whole: boolean;
  /** Nobody types there. */
  computed: boolean;
  onePage: boolean;
  rows: Span[];
  columns: Span[];
  /** Intermediate results that stand under a column that is shown. */
  helpers: Area[];
  /** Of the rows that columns are hidden of: how tall what is left makes them, and how tall they are with all. */
  heights: Record<'shown' | 'all', Height[]>;
}

interface Height extends Span {
  points: number;
}

/**
 * The workbook as a client reads and prints it: the sheets that matter, of their tables the rows that were
 * answered and the columns that say it, without workings; every sheet on A4, one page wide. What only computes is
 * protected, without a password. Nothing is deleted.
 * @returns how many sheets stay to be seen
 */
export async function showClientView(context: Excel.RequestContext, study: Study): Promise<number> {
  const sheets = unshown(study);
  const shown = sheets.filter(({ whole }) => !whole);
  const [first] = shown;
  if (!first) return 0;
  await show(context, sheets);
  context.workbook.worksheets.getItem(first.name).activate();
  for (const { name, whole, computed, onePage, rows, columns, helpers, heights } of sheets) {
    const sheet = context.workbook.worksheets.getItem(name);
    if (whole) {
      sheet.visibility = 'Hidden';
      continue;
    }
    // First, as a row that is given a height is seen.
    setHeights(sheet, heights.shown);
    for (const span of rows) rowsOf(sheet, span).rowHidden = true;
    for (const span of columns) columnsOf(sheet, span).columnHidden = true;
    color(sheet, helpers, unseen);
    sheet.pageLayout.paperSize = 'A4';
    sheet.pageLayout.zoom = { horizontalFitToPages: 1, ...(onePage && { verticalFitToPages: 1 }) };
    if (computed) sheet.protection.protect({ allowFormatColumns: true, allowFormatRows: true });
  }
  await context.sync();
  return shown.length;
}

/** Everything again: working sheets, empty rows and the columns of workings; nothing is protected any more. */
export async function showEverything(context: Excel.RequestContext, study: Study): Promise<void> {
  const sheets = unshown(study);
  await show(context, sheets);
  for (const { name, heights } of sheets)
    setHeights(context.workbook.worksheets.getItem(name), heights.all);
  await context.sync();
}

async function show(context: Excel.RequestContext, sheets: readonly Unshown[]): Promise<void> {
  const computed = sheets
    .filter((sheet) => sheet.computed)
    .map(({ name }) => context.workbook.worksheets.getItem(name).protection.load('protected'));
  await context.sync();
  for (const protection of computed) if (protection.protected) protection.unprotect();
  for (const { name, rows, columns, helpers } of sheets) {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.visibility = 'Visible';
    color(sheet, helpers, helperFormat.color);
    for (const span of rows) rowsOf(sheet, span).rowHidden = false;
    for (const span of columns) columnsOf(sheet, span).columnHidden = false;
  }
}

/** The colour of the paper. */
const unseen = '#FFFFFF';

function color(sheet: Excel.Worksheet, areas: readonly Area[], rgb: string): void {
  for (const area of areas) sheet.getRange(addressOf(area)).format.font.color = rgb;
}

const rowsOf = (sheet: Excel.Worksheet, { from, count }: Span) =>
  sheet.getRange(addressOf({ row: from, column: 0, rows: count, columns: 1 }));

function setHeights(sheet: Excel.Worksheet, heights: readonly Height[]): void {
  for (const height of heights) rowsOf(sheet, height).format.rowHeight = height.points;
}

const columnsOf = (sheet: Excel.Worksheet, { from, count }: Span) =>
  sheet.getRange(addressOf({ row: 0, column: from, rows: 1, columns: count }));

function unshown({ spec, read }: Study): Unshown[] {
  const pick = spec.lists.find(({ id }) => id === 'pick');
  const declined = pick?.entries.find(({ id }) => id === 'no')?.label;
  return spec.sheets
    .filter(({ visibility }) => visibility === 'Visible')
    .flatMap((sheet): Unshown[] => {
      const name = read.matching.sheets.get(sheet.id);
      if (name === undefined) return [];
      const tables = sheet.blocks.flatMap((block) => {
        const matched = block.kind === 'table' ? read.matching.tables.get(block.id) : undefined;
        return matched?.snapshot.sheet === name ? [matched] : [];
      });
      return [{ name, ...ofSheet(sheet, tables, declined) }];
    });
}

function ofSheet(
  sheet: SheetSpec,
  tables: readonly MatchedTable[],
  declined: string | undefined,
): Omit<Unshown, 'name'> {
  const client = clientSheet(sheet);
  const { columns, counts, countsOf, workings, onePage = false } = client;
  const [main] = tables;
  const { placements } = layoutSheet(sheet);
  const start = placements.findIndex(({ block }) => block.id === workings);
  const isBelow = ({ block }: MatchedTable) =>
    start >= 0 && placements.findIndex((one) => one.block.id === block.id) >= start;
  const below = tables.findIndex(isBelow);
  const read = below < 0 ? tables : tables.slice(0, below);
  const answered = (table: MatchedTable) =>
    answeredRows(table, table === main ? counts : countsOf?.[table.block.id], declined);
  const isEmpty = (table: MatchedTable) => !answered(table).includes(true);
  // A table that says nothing has no heading either, where others say something.
  const empty = read.every(isEmpty) ? [] : read.filter(isEmpty);
  return {
    whole: isWorking(sheet) || (main !== undefined && counts !== undefined && isEmpty(main)),
    computed: isComputed(sheet),
    onePage,
    rows: [
      ...read.flatMap((table) => {
        const { row } = table.snapshot;
        return spansOf(answered(table).map((one) => !one)).map((span) => ({
          ...span,
          from: span.from + row + 1,
        }));
      }),
      ...empty.map((table) => wholeTable(placements, table)),
      ...(below < 0 ? [] : [workingRows(placements, start, tables.slice(below))]),
    ],
    columns: spansOf(hiddenColumns(tables, read, client)),
    helpers: read.flatMap((table) => helperAreas(sheet, table)),
    heights: {
      shown: main && columns ? heightsOf(sheet, main, (id) => columns.includes(id)) : [],
      all: main && columns ? heightsOf(sheet, main, () => true) : [],
    },
  };
}

/** How tall the longest text of each row makes it, in the columns that are shown. */
function heightsOf(
  sheet: SheetSpec,
  { block, snapshot, positions }: MatchedTable,
  isShown: (column: string) => boolean,
): Height[] {
  const layout = layoutSheet(sheet);
  const start = layout.placements.find((one) => one.block.id === block.id)?.column ?? 0;
  const columns = block.columns.flatMap(({ id, role, hidden }, i) => {
    const position = positions.get(id);
    return position === undefined || hidden || role === 'calc' || !isShown(id)
      ? []
      : [{ position, width: widthAt(layout, start + i) }];
  });
  const points = snapshot.values.map((row) =>
    rowHeight(
      Math.max(
        block.lines ?? 1,
        ...columns.map(({ position, width }) => {
          const text = row[position];
          return typeof text === 'string' ? lineCount(text, width) : 1;
        }),
      ),
    ),
  );
  const from = snapshot.row + 1;
  return points.reduce<Height[]>((spans, height, i) => {
    const last = spans.at(-1);
    if (last?.points === height) last.count += 1;
    else spans.push({ from: from + i, count: 1, points: height });
    return spans;
  }, []);
}

/** Of each row, whether somebody or a formula said something in it; a declined item is not for a client. */
function answeredRows(
  { block, snapshot, positions }: MatchedTable,
  counts: string | undefined,
  declined: string | undefined,
): boolean[] {
  const told = block.columns.filter(({ id, role, hidden }) =>
    counts === undefined ? !hidden && role !== 'key' && role !== 'fixed' : id === counts,
  );
  const at = told.flatMap(({ id, role }) => {
    const position = positions.get(id);
    return position === undefined
      ? []
      : [{ position, nought: counts !== undefined && role === 'calc' }];
  });
  return snapshot.values.map((row) =>
    at.some(({ position, nought }) => {
      const value = row[position];
      return value !== '' && !(nought && value === 0) && value !== declined;
    }),
  );
}

type Placements = ReturnType<typeof layoutSheet>['placements'];

/** From the heading of the first block to the end of the last table. */
function workingRows(placements: Placements, start: number, tables: readonly MatchedTable[]): Span {
  const [first] = tables;
  const last = tables.at(-1);
  if (!first || !last) return { from: 0, count: 0 };
  const table = placements.find(({ block }) => block.id === first.block.id);
  const above = (table?.row ?? 0) - (placements[start]?.row ?? 0) + headingAbove(placements, start);
  const from = first.snapshot.row - above;
  return { from, count: last.snapshot.row + last.snapshot.values.length + 1 - from };
}

/** A table with its heading, and the space between that and what comes before. */
function wholeTable(placements: Placements, { block, snapshot }: MatchedTable): Span {
  const at = placements.findIndex((one) => one.block.id === block.id);
  const above = headingAbove(placements, at);
  return { from: snapshot.row - above, count: above + snapshot.values.length + 1 };
}

/** Rows from the end of what stands before a block's heading to the block. */
function headingAbove(placements: Placements, at: number): number {
  const [own, heading, before] = [at, at - 1, at - 2].map((i) => placements[i]);
  const isHeaded = heading?.block.kind === 'text' && before !== undefined && own !== undefined;
  return isHeaded ? own.row - (before.row + before.rows) : 0;
}

function spansOf(flags: readonly boolean[]): Span[] {
  const spans: Span[] = [];
  flags.forEach((flag, i) => {
    const last = spans.at(-1);
    if (!flag) return;
    if (last && last.from + last.count === i) last.count += 1;
    else spans.push({ from: i, count: 1 });
  });
  return spans;
}
