import { clientSheet, isComputed, isWorking, type SheetSpec } from '../workbook';
import type { Study } from './agreement';
import { addressOf, type Area } from './target';
import type { MatchedTable } from './match';
import { helperAreas, hiddenColumns } from './clientColumns';
import { rowHeight } from './formatting';
import { helperFormat } from './looks';
import { layoutSheet, widthAt } from './positions';
import { lineCount } from './text';

type Orientation = 'Portrait' | 'Landscape';

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
  orientation: Record<'shown' | 'all', Orientation>;
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
  for (const {
    name,
    whole,
    computed,
    onePage,
    rows,
    columns,
    helpers,
    heights,
    orientation,
  } of sheets) {
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
    sheet.pageLayout.orientation = orientation.shown;
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
  for (const { name, heights, orientation } of sheets) {
    const sheet = context.workbook.worksheets.getItem(name);
    setHeights(sheet, heights.all);
    sheet.pageLayout.orientation = orientation.all;
  }
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
  const { columns, counts, countsOf, workings, onePage = false, upright = false } = client;
  const usual = sheet.page.orientation;
  const [main] = tables;
  const below = tables.findIndex(({ block }) => block.id === workings);
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
    orientation: { shown: upright ? 'Portrait' : usual, all: usual },
    rows: [
      ...read.flatMap((table) => {
        const { row } = table.snapshot;
        return spansOf(answered(table).map((one) => !one)).map((span) => ({
          ...span,
          from: span.from + row + 1,
        }));
      }),
      ...empty.map((table) => wholeTable(sheet, table)),
      ...(below < 0 ? [] : [workingRows(sheet, tables.slice(below))]),
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

/** From the heading of the first to the end of the last. */
function workingRows(sheet: SheetSpec, tables: readonly MatchedTable[]): Span {
  const [first] = tables;
  const last = tables.at(-1);
  if (!first || !last) return { from: 0, count: 0 };
  const { from } = wholeTable(sheet, first);
  return { from, count: last.snapshot.row + last.snapshot.values.length + 1 - from };
}

/** A table with its heading, and the space between that and what comes before. */
function wholeTable(sheet: SheetSpec, { block, snapshot }: MatchedTable): Span {
  const { placements } = layoutSheet(sheet);
  const at = placements.findIndex((one) => one.block.id === block.id);
  const [table, heading, before] = [at, at - 1, at - 2].map((i) => placements[i]);
  const isHeaded = heading?.block.kind === 'text' && before !== undefined && table !== undefined;
  const above = isHeaded ? table.row - (before.row + before.rows) : 0;
  return { from: snapshot.row - above, count: above + snapshot.values.length + 1 };
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
