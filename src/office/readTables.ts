import { MovedError } from './errors';
import type { TableOutline, TableSnapshot } from './inspect';
import { escapedBytes } from './text';

/** Excel on the web refuses answers above 5 MB, and what one will have is only reckoned. */
export const mostAnswer = 3_500_000;
/** So few cells of a table, or of all, fit into an answer, whatever stands in them. */
const fewOfTable = 100;
const fewCells = 5_000;
/** The least that a cell of another row is reckoned with. */
const cellBytes = 50;

/** Whether Excel refused a request, or to answer it, for its size. Nothing of it is done. */
export const isTooLarge = (error: unknown): boolean =>
  /^(Request|Response)PayloadSizeLimitExceeded$/.test(
    String((error as { code?: unknown } | undefined)?.code),
  );

/** So many rows of a table that is read in parts are compared when the last of it comes. */
const mostCompared = 10_000;
/** So often a workbook is read anew because others moved what was being read. */
const mostAttempts = 4;

/** Reads again what others have moved meanwhile. @throws MovedError when they do so again and again */
export async function steadily<T>(read: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read(attempt);
    } catch (error) {
      if (!(error instanceof MovedError) || attempt >= mostAttempts) throw error;
    }
  }
}

interface Part {
  table: TableOutline;
  start: number;
  rows: number;
  bytes: number;
}

/**
 * Values and formulas of whole tables. Nobody knows how long they are, so the first rows of the larger ones are read
 * before the others: a column has one formula, which stands in each of them.
 * @throws MovedError when a table was changed by others between two requests, so that its rows do not belong together
 * @param askToo what the first request asks for beside the tables; again, when it has to be cut
 */
export async function readTables(
  context: Excel.RequestContext,
  tables: TableOutline[],
  askToo?: () => void,
): Promise<Map<string, TableSnapshot>> {
  const snapshots = new Map<string, TableSnapshot>();
  const isSmall = tables.reduce((sum, table) => sum + cellsOf(table), 0) <= fewCells;
  const rows = (table: TableOutline) =>
    isSmall || cellsOf(table) <= fewOfTable ? table.rows : Math.min(1, table.rows);
  const first = tables.map((table) =>
    part(table, 0, rows(table), cellBytes * table.headers.length),
  );
  await readInto(snapshots, context, [first], askToo);
  const others = tables.flatMap((table) => {
    const { values = [], formulas = [] } = snapshots.get(table.name) ?? {};
    const left = table.rows - values.length;
    if (left === 0) return [];
    const row = escapedBytes(values[0] ?? []) + escapedBytes(formulas[0] ?? []);
    return part(table, values.length, left, Math.max(row, cellBytes * table.headers.length));
  });
  await readInto(snapshots, context, cut(others));
  return snapshots;
}

const cellsOf = ({ headers, rows }: TableOutline) => headers.length * rows;

const part = (table: TableOutline, start: number, rows: number, ofRow: number): Part => ({
  table,
  start,
  rows,
  bytes: rows * ofRow,
});

async function readInto(
  snapshots: Map<string, TableSnapshot>,
  context: Excel.RequestContext,
  batches: Part[][],
  askToo?: () => void,
): Promise<void> {
  for (let batch = batches.shift(); batch; batch = batches.shift()) {
    if (snapshots.size === 0) askToo?.();
    const read = await readParts(context, batch);
    if (!read) {
      batches.unshift(...halves(batch));
      continue;
    }
    for (const { table, range, isWhole } of read) {
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
      if (!isWhole(snapshots.get(table.name)?.values ?? [])) throw new MovedError();
    }
  }
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
    return { table, range, isWhole: askWhole(table, body, { start, end: start + rows }) };
  });
  try {
    await context.sync();
    return read;
  } catch (error) {
    const single = parts.length === 1 && parts[0]?.rows === 1;
    if (single || !isTooLarge(error)) throw error;
    return undefined;
  }
}

/**
 * Asks beside the last rows of a table whether it still is what was read of it: others may have sorted it, or
 * put rows and columns in, since it was looked at or its first rows were read.
 */
function askWhole(
  { rows, headers }: TableOutline,
  body: Excel.Range,
  { start, end }: { start: number; end: number },
): (values: readonly unknown[][]) => boolean {
  // Of a table without rows Excel gives an empty one.
  const count = Math.max(1, rows);
  if (end < rows) return () => true;
  if (start === 0)
    return (values) => values.length === count && values[0]?.length === headers.length;
  body.load('rowCount,columnCount');
  const first = body.getCell(0, 0).getResizedRange(Math.min(count, mostCompared) - 1, 0);
  first.load('values');
  return (values) =>
    body.rowCount === count &&
    body.columnCount === headers.length &&
    first.values.every(([cell], r) => cell === values[r]?.[0]);
}

function halves(parts: Part[]): Part[][] {
  const [first, ...others] = parts;
  if (first && others.length === 0) {
    const { table, start, rows, bytes } = first;
    const half = Math.floor(rows / 2);
    const ofRow = bytes / rows;
    return [[part(table, start, half, ofRow)], [part(table, start + half, rows - half, ofRow)]];
  }
  const middle = Math.ceil(parts.length / 2);
  return [parts.slice(0, middle), parts.slice(middle)];
}

/** Parts of tables, so grouped that each group should fit into one response. */
function cut(parts: Part[]): Part[][] {
  const batches: Part[][] = [];
  let room = 0;
  for (const { table, start, rows, bytes } of parts) {
    const ofRow = bytes / rows;
    for (let done = 0; done < rows;) {
      if (ofRow > room || batches.length === 0) {
        batches.push([]);
        room = mostAnswer;
      }
      const fit = Math.min(rows - done, Math.max(1, Math.floor(room / ofRow)));
      batches[batches.length - 1]?.push(part(table, start + done, fit, ofRow));
      room -= fit * ofRow;
      done += fit;
    }
  }
  return batches;
}
