import { columnsOf, type Condition, type ColumnType, type WholePart } from '../catalog/query';
import { Failure } from '../messages';
import { digestOfRow, markOf, separator, textOf, wrap } from './digest';
import {
  fewWords,
  unread,
  type Engine,
  type Fault,
  type Loaded,
  type SourceFile,
  type Total,
} from './engine';
import { readerOf, exactOf, type Cell } from './normal';
import type { PlannedTable } from './plan';
import type { Slot } from './spans';
import { rowsOf } from './sources';

/** Rows as they were read, a list of cells for each column. */
interface Held {
  types: Record<string, ColumnType>;
  columns: Record<string, Cell[]>;
  length: number;
}

export interface MemoryOptions {
  /** Waited for every so often, so that a page answers while rows are read. */
  pause?: () => Promise<void>;
  /** Of all tables together. */
  mostRows?: number;
}

/** So many rows Node holds by its own measure of memory. */
const rowsInNode = 2_000_000;

/**
 * Computes readings over rows that it holds: in a page, and where no database is installed.
 * Its `load` throws a Failure where there are more rows than it may hold.
 */
export function memoryEngine({ pause, mostRows = rowsInNode }: MemoryOptions = {}): Engine {
  const tables = new Map<string, Held>();
  let left = mostRows;
  const work: Work = {
    breathe: breathing(pause),
    row() {
      left -= 1;
      if (left < 0) throw new Failure('readings-too-many-rows', { rows: mostRows });
    },
  };
  const held = (name: string) => tables.get(name) as Held;
  return {
    async load(table, files) {
      const { rows, loaded } = await taken(table, files, work);
      tables.set(table.name, rows);
      return loaded;
    },
    total: (part, slots) => totals(held(part.table), part, slots, work),
    rows(table, columns, where) {
      const rows = held(table);
      const holds = tester(rows, where);
      const found: Cell[][] = [];
      for (let at = 0; at < rows.length; at += 1)
        if (holds(at)) found.push(columns.map((name) => rows.columns[name]?.[at] ?? null));
      return Promise.resolve(found);
    },
    words(table, column) {
      const found = new Set<string>();
      for (const cell of held(table).columns[column] ?? [])
        if (cell !== null && found.size <= fewWords) found.add(cell as string);
      return Promise.resolve(found.size > fewWords ? undefined : [...found].sort());
    },
  };
}

interface Work {
  breathe(): Promise<void> | undefined;
  /** Counts a row that is to be held. */
  row(): void;
}

/** Milliseconds that a page is kept from answering. */
const breath = 40;

function breathing(pause: MemoryOptions['pause']): Work['breathe'] {
  if (!pause) return () => undefined;
  let last = performance.now();
  return () => {
    if (performance.now() - last < breath) return undefined;
    return pause().then(() => {
      last = performance.now();
    });
  };
}

async function taken(table: PlannedTable, files: readonly SourceFile[], work: Work) {
  const readers = table.columns.map(({ reading }) => readerOf(reading));
  const types = table.columns.map(({ reading }) => reading.type);
  const cells: Cell[][] = table.columns.map(() => []);
  const faults: Fault[] = [];
  const unreadable = table.columns.map(() => ({ count: 0, example: '' }));
  const said: Loaded['files'] = [];
  const seen = new Set<string>();
  const keys = new Set<string>();
  const twins = new Set<string>();
  const bounds: Record<string, [number, number]> = {};
  const keyAt = table.key.map((name) => table.columns.findIndex((one) => one.name === name));
  let repeated = 0;
  for (const file of files) {
    let count = 0;
    for await (const row of rowsOf(table, file, (fault) => faults.push(fault))) {
      count += 1;
      if (count % 128 === 0) await work.breathe();
      const values = row.map((raw, i) => {
        if (raw === null) return null;
        const value = readers[i]?.(raw);
        if (value !== undefined) return value;
        const one = unreadable[i] as (typeof unreadable)[number];
        const text = raw.trim();
        one.count += 1;
        if (one.example === '' || text < one.example) one.example = text;
        return null;
      });
      if (table.key.length > 0) {
        const texts = values.map((value, i) => textOf(value, types[i] ?? 'text'));
        const whole = texts.join(separator);
        if (seen.has(whole)) {
          repeated += 1;
          continue;
        }
        seen.add(whole);
        const key = keyAt.map((at) => texts[at]).join(separator);
        if (keys.has(key)) twins.add(key);
        else keys.add(key);
      }
      work.row();
      values.forEach((value, i) => {
        cells[i]?.push(value);
        if (types[i] === 'date' && value !== null)
          widen(bounds, table.columns[i]?.name ?? '', Number(value));
      });
    }
    said.push({ name: file.name, rows: count });
  }
  table.columns.forEach((column, i) => {
    const { count, example } = unreadable[i] as (typeof unreadable)[number];
    if (count > 0) faults.push(unread(column, count, example));
  });
  const rows: Held = {
    types: Object.fromEntries(table.columns.map(({ name }, i) => [name, types[i] ?? 'text'])),
    columns: Object.fromEntries(table.columns.map(({ name }, i) => [name, cells[i] ?? []])),
    length: cells[0]?.length ?? 0,
  };
  const loaded: Loaded = {
    table: table.name,
    files: said,
    rows: rows.length,
    repeated,
    twins: {
      count: twins.size,
      example: ([...twins].sort()[0] ?? '').replaceAll(separator, ' · '),
    },
    faults,
    bounds,
  };
  return { rows, loaded };
}

function widen(bounds: Record<string, [number, number]>, column: string, ms: number): void {
  const known = bounds[column];
  if (!known) bounds[column] = [ms, ms];
  else if (ms < known[0]) known[0] = ms;
  else if (ms > known[1]) known[1] = ms;
}

async function totals(
  rows: Held,
  part: WholePart,
  slots: readonly Slot[],
  work: Work,
): Promise<(Total | undefined)[]> {
  const holds = tester(rows, part.where);
  const days = rows.columns[part.date] ?? [];
  const slotsOf = (at: number) => (days[at] === null ? [] : slotsAt(slots, Number(days[at])));
  const used = [...columnsOf(part).keys()];
  const mark = markOf(part);
  const hash = (at: number) =>
    digestOfRow(
      [
        mark,
        ...used.map((name) => textOf(rows.columns[name]?.[at] ?? null, rows.types[name] ?? 'text')),
      ].join(separator),
    );
  const amount = amounts(rows, part);
  const sums = slots.map((): Sum => ({
    latest: -Infinity,
    rows: 0,
    counted: 0,
    total: 0n,
    digest: 0n,
    different: new Set(),
  }));
  if (part.snapshot)
    for (let at = 0; at < rows.length; at += 1) {
      if (at % 128 === 0) await work.breathe();
      for (const slot of slotsOf(at)) {
        const sum = sums[slot] as Sum;
        sum.latest = Math.max(sum.latest, dayOf(Number(days[at])));
      }
    }
  for (let at = 0; at < rows.length; at += 1) {
    if (at % 128 === 0) await work.breathe();
    const within = slotsOf(at);
    if (within.length === 0 || !holds(at)) continue;
    let digest: bigint | undefined;
    for (const slot of within) {
      const sum = sums[slot] as Sum;
      if (part.snapshot && dayOf(Number(days[at])) !== sum.latest) continue;
      sum.digest = (sum.digest + (digest ??= hash(at))) % wrap;
      add(sum, part.aggregate, amount(at));
    }
  }
  return sums.map(({ rows: count, counted, total, digest, different }) => {
    if (count === 0) return undefined;
    const all = part.aggregate === 'distinct' ? BigInt(different.size) : total;
    return { rows: count, counted, total: all, digest };
  });
}

/** What has come together in a span. */
interface Sum extends Total {
  /** Day of the last state, counted from 1970. */
  latest: number;
  different: Set<string>;
}

const dayOf = (ms: number): number => Math.floor(ms / 86_400_000);

function add(sum: Sum, aggregate: WholePart['aggregate'], value: Cell): void {
  sum.rows += 1;
  if (value === null) return;
  sum.counted += 1;
  if (aggregate === 'distinct') sum.different.add(String(value));
  else if (aggregate === 'count') sum.total += 1n;
  else if (aggregate === 'least' || aggregate === 'most') {
    const better =
      aggregate === 'least' ? (value as bigint) < sum.total : (value as bigint) > sum.total;
    if (sum.counted === 1 || better) sum.total = value as bigint;
  } else sum.total += value as bigint;
}

/** The spans in which a moment counts: those in order that end after it, up to the first that begins later. */
function slotsAt(slots: readonly Slot[], ms: number): number[] {
  let [low, high] = [0, slots.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle] as Slot).past > ms) high = middle;
    else low = middle + 1;
  }
  const found: number[] = [];
  for (let at = low; at < slots.length && (slots[at] as Slot).first <= ms; at += 1) found.push(at);
  return found;
}

function amounts(rows: Held, { column, elapsed }: WholePart): (at: number) => Cell {
  if (elapsed) {
    const [from, to] = [rows.columns[elapsed.from] ?? [], rows.columns[elapsed.to] ?? []];
    return (at) => {
      const [start, end] = [from[at] ?? null, to[at] ?? null];
      return start === null || end === null ? null : (end as bigint) - (start as bigint);
    };
  }
  const cells = column === undefined ? undefined : rows.columns[column];
  return cells ? (at) => cells[at] ?? null : () => '';
}

function tester(rows: Held, where: readonly Condition[]): (at: number) => boolean {
  const tests = where.map(({ column, is, value, than }) => {
    const cells = rows.columns[column] ?? [];
    const type = rows.types[column] ?? 'text';
    if (is === 'known') return (at: number) => cells[at] !== null;
    if (is === 'blank') return (at: number) => cells[at] === null;
    const others = than === undefined ? undefined : (rows.columns[than] ?? []);
    const wanted = [value ?? []].flat().map((one) => literalOf(one, type));
    const rightOf = (at: number) => (others ? [others[at] ?? null] : wanted);
    if (is === 'equal' || is === 'unequal')
      return (at: number) => {
        const cell = cells[at] ?? null;
        const same = rightOf(at).some((other) => cell !== null && other === cell);
        return is === 'equal' ? same : !same;
      };
    return (at: number) => {
      const [cell, other = null] = [cells[at] ?? null, rightOf(at)[0]];
      if (cell === null || other === null) return false;
      if (is === 'below') return cell < other;
      if (is === 'above') return cell > other;
      return is === 'at-most' ? cell <= other : cell >= other;
    };
  });
  return (at) => tests.every((test) => test(at));
}

/** What a condition says, as a cell of the column it is about. */
export function literalOf(value: string | number, type: ColumnType): Cell {
  if (type === 'number') return exactOf(Number(value).toFixed(9));
  return readerOf({ type })(String(value)) ?? null;
}
