import { storeIds, type Engagement } from '../engagement/schema';

type Rows = Record<string, Record<string, unknown>>;

/** What the first says stands; the second fills in what it leaves open. */
export function underlay(over: Engagement, under: Engagement): Engagement {
  const filled = Object.fromEntries(
    storeIds.map((store) => [store, fillRows(over[store] as Rows, under[store] as Rows)]),
  );
  return {
    ...over,
    ...filled,
    catalogs: [
      ...over.catalogs,
      ...under.catalogs.filter(({ id }) => !over.catalogs.some((one) => one.id === id)),
    ],
    settings: { ...under.settings, ...over.settings },
    edits: fillTables(over.edits, under.edits),
    extra: fillTables(over.extra, under.extra),
  };
}

function fillRows(over: Rows, under: Rows): Rows {
  const rows: Rows = { ...over };
  for (const [id, cells] of Object.entries(under)) {
    const there = over[id];
    if (!there) rows[id] = cells;
    else if (sameThing(there, cells)) rows[id] = { ...cells, ...there };
    else rows[freeId(id, { ...under, ...rows })] = cells;
  }
  return rows;
}

/** Rows of one's own are numbered, so the same number may stand for different things. */
const sameThing = (a: Record<string, unknown>, b: Record<string, unknown>) =>
  ['item', 'step', 'aspect', 'name', 'date'].every(
    (column) => a[column] === undefined || b[column] === undefined || a[column] === b[column],
  );

function freeId(id: string, taken: Rows): string {
  const stem = id.replace(/\d+$/, '');
  let next = 1;
  while (taken[`${stem}${next}`]) next += 1;
  return `${stem}${next}`;
}

function fillTables<T extends Record<string, Rows>>(over: T, under: T): T {
  const tables = new Set([...Object.keys(under), ...Object.keys(over)]);
  return Object.fromEntries(
    [...tables].map((table) => [
      table,
      Object.fromEntries(
        Object.keys({ ...under[table], ...over[table] }).map((row) => [
          row,
          { ...under[table]?.[row], ...over[table]?.[row] },
        ]),
      ),
    ]),
  ) as T;
}
