import { serialOfIso } from '../rules';
import { freeIds } from './ownIds';
import { ownPrefix, tables, type Store, type Table } from './register';
import type { Engagement } from './schema';
import { cellKey, cellOf } from './votes';

type Cells = Record<string, unknown>;
type Rows = Record<string, Cells>;
/** The id of a row → the id that it shall have. */
type Ids = Map<string, string>;
type Kept = Table & { store: Store };

/** Rows whose natural key names other rows are compared once those have their ids: their tables come later. */
const kept = Object.values<Table>(tables).filter((table) => table.store !== undefined) as Kept[];

/** The second engagement in the words of the first: rows that are the same thing have the same id. */
export function aligned(first: Engagement, second: Engagement): Engagement {
  const ids = new Map<string, Ids>();
  for (const table of kept) {
    const rows = second[table.store] as Rows;
    const named = Object.entries(rows).map(([id, cells]) => [id, renamed(table, cells, ids)]);
    ids.set(table.store, idsOf(table, first[table.store] as Rows, Object.fromEntries(named)));
  }
  return withIds(second, ids);
}

/** For each row of the second the id of the first's row that is the same thing, or one that is free. */
function idsOf(table: Kept, first: Rows, second: Rows): Ids {
  const isOwn = (id: string) => table.same !== undefined && id.startsWith(ownPrefix(table.id));
  const ids: Ids = new Map();
  const left = new Set(Object.keys(first));
  for (const [id, cells] of Object.entries(second)) {
    const there = first[id];
    if (isOwn(id) && !(there && isSame(table, there, cells))) continue;
    ids.set(id, id);
    left.delete(id);
  }
  const byTopic = new Map<string, string[]>();
  for (const id of [...left].filter(isOwn)) {
    const topic = topicOf(table, first[id] as Cells) ?? contentOf(table, first[id] as Cells);
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), id]);
  }
  const rest = Object.entries(second).filter(([id, cells]) => {
    if (ids.has(id)) return false;
    const found = byTopic.get(topicOf(table, cells) ?? contentOf(table, cells))?.shift();
    if (found !== undefined) ids.set(id, found);
    return found === undefined;
  });
  const taken = new Set([...Object.keys(first), ...Object.keys(second)]);
  for (const [id] of rest) {
    const own = first[id] ? freeId(id, taken) : id;
    ids.set(id, own);
    taken.add(own);
  }
  return ids;
}

const keptIn = ({ columns }: Kept) => Object.keys(columns).filter((id) => columns[id]?.kept);

/** What a row of people's own is about; undefined where it does not say. */
function topicOf(table: Kept, cells: Cells): string | undefined {
  if (!Array.isArray(table.same)) return contentOf(table, cells);
  const words = table.same.map((key) => wordOf(cells[key]));
  return words.every((word) => word === '') ? undefined : JSON.stringify(words);
}

/** Everything that a row says. */
const contentOf = (table: Kept, cells: Cells) =>
  JSON.stringify(keptIn(table).map((id) => [id, wordOf(cells[id])]));

/**
 * Whether two rows of one id are the same thing. Where one does not say what it is about, they are,
 * as long as nothing in it contradicts the other.
 */
function isSame(table: Kept, one: Cells, other: Cells): boolean {
  const [topic, second] = [topicOf(table, one), topicOf(table, other)];
  if (topic !== undefined && second !== undefined) return topic === second;
  return keptIn(table).every(
    (id) => isBlank(one[id]) || isBlank(other[id]) || wordOf(one[id]) === wordOf(other[id]),
  );
}

const isBlank = (value: unknown) => value === undefined || value === null || value === '';

/** What a cell says, however it is written: a day may stand as ISO text or as a serial number. */
function wordOf(value: unknown): unknown {
  if (isBlank(value)) return '';
  if (typeof value === 'number') return Number(value.toPrecision(12));
  return typeof value === 'string' ? (serialOfIso(value.trim()) ?? value.trim()) : value;
}

/** Ids of rows of one's own are numbered. */
const freeId = (id: string, taken: ReadonlySet<string>): string =>
  freeIds(id.replace(/\d+$/, ''), (one) => taken.has(one))();

type ByTable = Record<string, Rows>;

/** An engagement with other ids for its rows, and everything that names a row by its id. */
export function withIds(engagement: Engagement, ids: Map<string, Ids>): Engagement {
  const storeOf = new Map(kept.map(({ id, store }) => [id, store]));
  const rowOf = (table: string, row: string) => {
    const store = storeOf.get(table);
    return (store && ids.get(store)?.get(row)) ?? row;
  };
  const keyed = <T>(rows: Record<string, T>) =>
    Object.fromEntries(
      Object.entries(rows).map(([key, cells]) => {
        const { table, row, column } = cellOf(key);
        const now = rowOf(table, row);
        return [now === row ? key : cellKey(table, now, column), cells];
      }),
    );
  const byTable = (part: ByTable) =>
    Object.fromEntries(
      Object.entries(part).map(([table, rows]) => [
        table,
        Object.fromEntries(Object.entries(rows).map(([row, cells]) => [rowOf(table, row), cells])),
      ]),
    );
  const stores = kept.map((table) => {
    const rows = Object.entries(engagement[table.store] as Rows);
    const place = ids.get(table.store);
    const moved = rows.map(([id, cells]) => [place?.get(id) ?? id, renamed(table, cells, ids)]);
    return [table.store, Object.fromEntries(moved)];
  });
  const next = { ...engagement, ...Object.fromEntries(stores) } as Engagement;
  const answers = Object.entries(next.answers).map(([id, answer]) => [
    id,
    answer.row ? { ...answer, row: rowOf(String(answer.table), answer.row) } : answer,
  ]);
  return {
    ...next,
    answers: Object.fromEntries(answers) as Engagement['answers'],
    merged: keyed(next.merged),
    consensus: keyed(next.consensus),
    edits: byTable(next.edits) as Engagement['edits'],
    extra: byTable(next.extra) as Engagement['extra'],
  };
}

/** A row's cells, with the ids that the rows they name have now. */
const renamed = ({ columns }: Kept, cells: Cells, ids: Map<string, Ids>): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([column, value]) => {
      const store = columns[column]?.names;
      return [column, (store && ids.get(store)?.get(String(value))) ?? value];
    }),
  );
