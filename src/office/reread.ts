import { bodyOf, type Affected, type AffectedTable } from './affected';
import { common } from './area';
import { targetOf, type Area, type Target } from './target';
import { UnderwayError } from './errors';
import { askUnderway } from './journal';
import { escapedBytes } from './text';
import type { Inspection, NameSnapshot, TableSnapshot } from './inspect';
import { mostAnswer } from './readTables';
import { runs } from './write';

/** One thing to read. */
interface Part {
  /** Of the answer, by what stood there before. */
  bytes: number;
  /** Asks for it; what is called after the answer puts it in its place, or says that it is no longer there. */
  ask(target: Target): () => boolean;
}

/** The workbook with what is affected as it stands now; undefined when more than that is different. */
export async function reread(
  context: Excel.RequestContext,
  { inspection }: { inspection: Inspection },
  { tables, names }: Affected,
): Promise<Inspection | undefined> {
  const snapshots = new Map(inspection.snapshots);
  const named = new Map(inspection.named);
  const parts = [
    shape(inspection),
    ...tables.flatMap((table) => {
      const snapshot = copyOf(table.snapshot);
      snapshots.set(snapshot.name, snapshot);
      return partsOf({ ...table, snapshot });
    }),
    ...[...names].map(([name, isTouched]) => namedCells(name, named, isTouched)),
  ];
  try {
    return (await readAll(context, parts)) ? { ...inspection, snapshots, named } : undefined;
  } catch (error) {
    if (moved.has(String((error as { code?: unknown }).code))) return undefined;
    throw error;
  }
}

/** What Excel says of a table, sheet or name that is not there, or of an answer that has grown. */
const moved = new Set(['ItemNotFound', 'InvalidArgument', 'ResponsePayloadSizeLimitExceeded']);

async function readAll(context: Excel.RequestContext, parts: Part[]): Promise<boolean> {
  while (parts.length > 0) {
    let bytes = 0;
    let next = parts.findIndex((part) => (bytes += part.bytes) > mostAnswer);
    if (next === 0) next = 1;
    const batch = parts.splice(0, next < 0 ? parts.length : next);
    const target = targetOf(context.workbook);
    const take = batch.map((part) => part.ask(target));
    // One request for all that an answer holds.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    if (!take.every((one) => one())) return false;
  }
  return true;
}

const overhead = 200;

const copyOf = (snapshot: TableSnapshot): TableSnapshot => ({
  ...snapshot,
  values: snapshot.values.map((cells) => [...cells]),
  formulas: snapshot.formulas.map((cells) => [...cells]),
});

/** Columns where ids tell whether the rows still stand as they did; else, and around the body, the whole table. */
function partsOf(table: AffectedTable): Part[] {
  const { snapshot, key, positions, changed } = table;
  const body = bodyOf(snapshot);
  const within = changed.flatMap((area) => common(area, body) ?? []);
  const isWithin =
    within.length === changed.length &&
    within.every((area, i) => {
      const whole = changed[i];
      return area.rows === whole?.rows && area.columns === whole.columns;
    });
  return [
    ...(key === undefined || !isWithin
      ? [wholeTable(snapshot)]
      : runs(bridged(snapshot, [...new Set([key, ...positions])])).map((run) =>
          columnsOf(table, run),
        )),
    ...within.map((area) => formulasOf(snapshot, area)),
  ];
}

/** Sheets, tables and their rows are as they were. */
function shape({ sheets, tables, isManual }: Inspection): Part {
  return {
    bytes: overhead * (sheets.length + tables.length),
    ask: ({ workbook }) => {
      const found = workbook.worksheets.load('items/name');
      const application = workbook.application.load('calculationMode');
      if (isManual) application.calculate('Recalculate');
      const all = workbook.tables.load('items/name,items/rows/count');
      const tellUnderway = askUnderway(workbook);
      const text = (one: { name: string; rows: number }[]) =>
        JSON.stringify(one.map(({ name, rows }) => [name, rows]));
      return () => {
        const underway = tellUnderway();
        if (underway) throw new UnderwayError(underway);
        return (
          isManual === (application.calculationMode === 'Manual') &&
          JSON.stringify(found.items.map(({ name }) => name)) === JSON.stringify(sheets) &&
          text(all.items.map(({ name, rows }) => ({ name, rows: rows.count }))) === text(tables)
        );
      };
    },
  };
}

function wholeTable(snapshot: TableSnapshot): Part {
  return {
    bytes: overhead + escapedBytes(snapshot.values),
    ask: ({ workbook }) => {
      const table = workbook.tables.getItem(snapshot.name);
      const header = table.getHeaderRowRange().load('values');
      const body = table.getDataBodyRange().load('values,rowIndex,columnIndex');
      return () => {
        snapshot.values.splice(0, Infinity, ...(body.values as unknown[][]));
        return (
          body.rowIndex === snapshot.row + 1 &&
          body.columnIndex === snapshot.column &&
          JSON.stringify(header.values[0]) === JSON.stringify(snapshot.headers)
        );
      };
    },
  };
}

/** What asking for a range of its own takes. */
const rangeBytes = 600;

/** The columns with those between them that take less than asking for two ranges. */
function bridged({ values }: TableSnapshot, positions: number[]): number[] {
  const sorted = [...positions].sort((a, b) => a - b);
  return sorted.flatMap((position, i) => {
    const from = (sorted[i - 1] ?? position - 1) + 1;
    const between = Array.from({ length: position - from }, (_, n) => from + n);
    const bytes = escapedBytes(values.map((cells) => cells.slice(from, position)));
    return between.length > 0 && bytes < rangeBytes ? [...between, position] : position;
  });
}

function formulasOf(snapshot: TableSnapshot, area: Area): Part {
  const [top, left] = [area.row - snapshot.row - 1, area.column - snapshot.column];
  const before = snapshot.formulas.slice(top, top + area.rows);
  return {
    bytes: overhead + escapedBytes(before.map((row) => row.slice(left, left + area.columns))),
    ask: (target) => {
      const range = target.range(snapshot.sheet, area).load('formulas');
      return () => {
        range.formulas.forEach((cells, r) =>
          snapshot.formulas[top + r]?.splice(left, area.columns, ...(cells as unknown[])),
        );
        return true;
      };
    },
  };
}

function columnsOf(
  { snapshot, key, changed }: AffectedTable,
  { start, length }: { start: number; length: number },
): Part {
  const body = bodyOf(snapshot);
  const at = (key ?? NaN) - start;
  const isChanged = (r: number) =>
    changed.some(({ row, rows }) => row <= body.row + r && body.row + r < row + rows);
  return {
    bytes:
      overhead + escapedBytes(snapshot.values.map((cells) => cells.slice(start, start + length))),
    ask: (target) => {
      const area = { ...body, column: body.column + start, columns: length };
      const range = target.range(snapshot.sheet, area).load('values');
      return () =>
        (range.values as unknown[][]).every((cells, r) => {
          const before = snapshot.values[r]?.splice(start, length, ...cells) ?? [];
          return !(at in before) || before[at] === cells[at] || isChanged(r);
        });
    },
  };
}

const place = 'rowIndex,columnIndex,values';

function namedCells(name: string, named: Map<string, NameSnapshot>, isTouched: boolean): Part {
  return {
    bytes: overhead + escapedBytes(named.get(name)),
    ask: ({ workbook }) => {
      const range = workbook.names
        .getItem(name)
        .getRangeOrNullObject()
        .load(isTouched ? `${place},formulas` : place);
      return () => {
        const before = named.get(name);
        if (range.isNullObject || !before) return false;
        const { rowIndex, columnIndex, values } = range;
        const formulas = isTouched ? (range.formulas as unknown[][]) : before.formulas;
        named.set(name, { ...before, values, formulas });
        return rowIndex === before.row && columnIndex === before.column;
      };
    },
  };
}
