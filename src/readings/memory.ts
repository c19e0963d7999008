import { columnsOf, type Condition, type ColumnType, type WholePart } from '../catalog/query';
import { digestOfRow, markOf, separator, textOf, wrap } from './digest';
import type { Engine, Fault, Loaded, SourceFile, Total } from './engine';
import { readerOf, exactOf, type Cell } from './normal';
import type { PlannedTable } from './plan';
import { isoDay, type Slot } from './spans';
import { rowsOf } from './sources';

/** Rows as they were read, a list of cells for each column. */
interface Held {
  types: Record<string, ColumnType>;
  columns: Record<string, Cell[]>;
  length: number;
}

/** Computes readings over rows that it holds: in a page, and where no database is installed. */
export function memoryEngine(): Engine {
  const tables = new Map<string, Held>();
  const held = (name: string) => tables.get(name) as Held;
  return {
    async load(table, files) {
      const { rows, loaded } = await taken(table, files);
      tables.set(table.name, rows);
      return loaded;
    },
    total: (part, slots) => Promise.resolve(totals(held(part.table), part, slots)),
    rows(table, columns, where) {
      const rows = held(table);
      const holds = tester(rows, where);
      const found: Cell[][] = [];
      for (let at = 0; at < rows.length; at += 1)
        if (holds(at)) found.push(columns.map((name) => rows.columns[name]?.[at] ?? null));
      return Promise.resolve(found);
    },
  };
}

async function taken(table: PlannedTable, files: readonly SourceFile[]) {
  const readers = table.columns.map(({ reading }) => readerOf(reading));
  const types = table.columns.map(({ reading }) => reading.type);
  const cells: Cell[][] = table.columns.map(() => []);
  const faults: Fault[] = [];
  const unreadable = table.columns.map(() => ({ count: 0, example: '' }));
  const said: Loaded['files'] = [];
  const seen = new Set<string>();
  const keys = new Map<string, number>();
  const keyAt = table.key.map((name) => table.columns.findIndex((one) => one.name === name));
  let repeated = 0;
  for (const file of files) {
    let count = 0;
    for await (const row of rowsOf(table, file, (fault) => faults.push(fault))) {
      count += 1;
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
        keys.set(key, (keys.get(key) ?? 0) + 1);
      }
      values.forEach((value, i) => cells[i]?.push(value));
    }
    said.push({ name: file.name, rows: count });
  }
  table.columns.forEach(({ name }, i) => {
    const { count, example } = unreadable[i] as (typeof unreadable)[number];
    if (count > 0) faults.push({ code: 'unreadable', column: name, count, example });
  });
  const twins = [...keys]
    .filter(([, count]) => count > 1)
    .map(([key]) => key)
    .sort();
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
    twins: { count: twins.length, example: (twins[0] ?? '').replaceAll(separator, ' · ') },
    faults,
    bounds: Object.fromEntries(
      table.columns.flatMap(({ name, reading }) => {
        const bounds = reading.type === 'date' ? boundsOf(rows.columns[name] ?? []) : undefined;
        return bounds ? [[name, bounds]] : [];
      }),
    ),
  };
  return { rows, loaded };
}

function boundsOf(cells: readonly Cell[]): [number, number] | undefined {
  let bounds: [number, number] | undefined;
  for (const cell of cells) {
    if (cell === null) continue;
    const ms = Number(cell);
    if (!bounds) bounds = [ms, ms];
    else if (ms < bounds[0]) bounds[0] = ms;
    else if (ms > bounds[1]) bounds[1] = ms;
  }
  return bounds;
}

function totals(rows: Held, part: WholePart, slots: readonly Slot[]): (Total | undefined)[] {
  const holds = tester(rows, part.where);
  const dates = rows.columns[part.date] ?? [];
  const used = [...columnsOf(part).keys()];
  const hash = (at: number) =>
    digestOfRow(
      [
        markOf(part),
        ...used.map((name) => textOf(rows.columns[name]?.[at] ?? null, rows.types[name] ?? 'text')),
      ].join(separator),
    );
  const amount = amounts(rows, part);
  const { aggregate } = part;
  return slots.map(({ first, past }) => {
    let latest = '';
    const inSlot = (at: number) => {
      const ms = dates[at];
      return ms !== null && ms !== undefined && Number(ms) >= first && Number(ms) < past;
    };
    if (part.snapshot)
      for (let at = 0; at < rows.length; at += 1)
        if (inSlot(at)) {
          const day = isoDay(Number(dates[at]));
          if (day > latest) latest = day;
        }
    const sum: Total = { rows: 0, counted: 0, total: 0n, digest: 0n };
    const different = new Set<string>();
    for (let at = 0; at < rows.length; at += 1) {
      if (!inSlot(at) || (part.snapshot && isoDay(Number(dates[at])) !== latest) || !holds(at))
        continue;
      sum.rows += 1;
      sum.digest = (sum.digest + hash(at)) % wrap;
      const value = amount(at);
      if (value === null) continue;
      sum.counted += 1;
      if (aggregate === 'distinct') different.add(String(value));
      else if (aggregate === 'count') sum.total += 1n;
      else if (aggregate === 'least' || aggregate === 'most') {
        const better =
          aggregate === 'least' ? (value as bigint) < sum.total : (value as bigint) > sum.total;
        if (sum.counted === 1 || better) sum.total = value as bigint;
      } else sum.total += value as bigint;
    }
    if (aggregate === 'distinct') sum.total = BigInt(different.size);
    return sum.rows === 0 ? undefined : sum;
  });
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
