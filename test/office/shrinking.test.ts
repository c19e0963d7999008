import { betTables } from '../../src/engagement/register/bet';
import { returnTables } from '../../src/engagement/register/return';
import type { Table } from '../../src/engagement/register/table';
import { valueTables } from '../../src/engagement/register/value';
import type { Engagement, Store } from '../../src/engagement/schema';
import { compare, edit, sign, study, tablesOf, verdictOf, type Study } from '../../src/office';
import { engagementOf, small } from '../rules/value/cases';
import { Desk } from '../support/desk';

/** Every table that figures rest on and people add rows to. */
const filled = Object.values<Table>({ ...valueTables, ...returnTables, ...betTables }).flatMap(
  ({ id, store, own, columns }) =>
    store !== undefined && own ? [{ id, store: store as Store, own, columns }] : [],
);

const rows = <T>(prefix: string, row: (n: number) => T): Record<string, T> =>
  Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`${prefix}${n}`, row(n)]));
const own = (store: string) => filled.find((one) => one.store === store)?.own ?? '';
const all = <T>(store: string, row: (n: number) => T) => ({ [store]: rows(own(store), row) });
const metric = (n: number) => `custom.metric.${n}`;
const day = (n: number) => `2026-0${n}-28`;

/** Five rows of one's own in every table that figures rest on. */
const engagement: Engagement = engagementOf({
  settings: {
    ...{ fee: 1_000_000, shareAtRisk: 0.5, asOf: '2026-12-31', currency: 'EUR' },
    ...{ startDate: '2026-01-01', goLiveDate: '2026-01-01', discountRate: 0.08 },
  },
  ...all('metrics', (n) => ({
    ...{ item: `Metric ${n}`, unit: 'money', direction: 'higher', measure: 'level', use: 'yes' },
    ...{ baseline: 100, target: 200, owner: 'Head', evidence: 'System', period: 'year' },
  })),
  ...all('readings', (n) => ({ metric: metric(n), date: day(n), value: 100 + 20 * n })),
  ...all('drivers', (n) => ({
    ...{ item: `Driver ${n}`, unit: 'count', likely: n, low: n, high: n, source: 'Books' },
    owner: 'CFO',
  })),
  ...all('monetisation', (n) => ({
    ...{ metric: metric(n), driver1: `custom.driver.${n}`, benefit: 'cash-releasing' },
    ...{ attribution: 1, confidence: 1 },
  })),
  ...all('benefits', (n) => ({
    ...{ item: `Benefit ${n}`, benefit: 'cash-releasing', y1: 100 * n, y2: 200, owner: 'CFO' },
    ...{ attribution: 1, confidence: 1, source: 'Books' },
  })),
  ...all('timing', (n) => ({ metric: metric(n), delay: n, y1: 0.5 })),
  ...all('costs', (n) => ({
    ...{ item: `Cost ${n}`, category: 'software', phase: 'build', y0: 100 * n },
    ...{ owner: 'CFO', source: 'Books' },
  })),
  ...all('budget', (n) => ({ item: `Budget ${n}`, before: 100 * n, after: 50 * n })),
  ...all('nodes', (n) => ({ item: `Node ${n}` })),
  ...all('instalments', (n) =>
    n === 2
      ? { item: 'Held', share: 0.5, kind: 'held' }
      : { item: `Part ${n}`, date: day(n), share: 0.125, kind: 'fixed' },
  ),
  ...all('bands', (n) => ({ from: 1000 * n, share: 0.01 * n })),
  ...all('periods', (n) => ({ item: `Period ${n}`, date: day(n + 1), share: 0.2, value: 2000 })),
  ...all('terms', (n) => ({
    ...{ code: `T${n}`, item: `Term ${n}`, kind: 'quantitative', metric: metric(n), weight: 0.2 },
    ...{ curve: `Curve ${n}`, evidenceOwner: 'CFO', longStop: '2027-06-30' },
    ...(n === 4 && { kind: 'qualitative', rule: 'all', metric: null, curve: null }),
  })),
  ...all('curves', (n) => ({ name: `Curve ${n}`, mode: 'linear' })),
  ...all('points', (n) => ({
    ...{ curve: n < 4 ? 'Curve 2' : 'Curve 4', attainment: [0.1, 1, 0.3, 1, 0.5][n - 1] },
    payout: n % 2 ? 0.2 * n : 1,
  })),
  ...all('criteria', (n) => ({
    ...{ term: 'T4', criterion: `Criterion ${n}`, business: 4, it: 4, pass: 3 },
  })),
});

let laid: Promise<Desk> | undefined;
async function freshly(said: Engagement): Promise<Desk> {
  const book = new Desk();
  book.catalogs = [small];
  const { findings } = await book.layOut(said, { lang: 'en' });
  expect(findings).toEqual([]);
  return book;
}

const studied = (book: Desk): Promise<Study> =>
  book.host.run((context) => study(context, { catalogs: book.catalogs }));

/** What workbook and rules say of a cell, where they say two things, and what is broken. */
const faults = (now: Study) => ({
  differences: compare(now).differences,
  errors: now.read.findings.filter(({ severity }) => severity === 'error'),
});
const none = { differences: [], errors: [] };

/** The three ways in which people take rows away: the row, what stands in it, or by the pane. */
type Row = { table: string; id: string };
const ways: ((book: Desk, now: Study, going: Row[]) => Promise<void>)[] = [
  (book, now, going) =>
    book.act((context) => {
      for (const { table, id } of going) {
        const { name } = matchedOf(now, table).snapshot;
        const { rows: body } = context.workbook.tables.getItem(name);
        // Excel deletes no table row above a wider table: the sheet's whole row goes there.
        const row = body.getItemAt(book.ids(name).indexOf(id)).getRange();
        row.getEntireRow().delete('Up');
      }
    }),
  (book, now, going) =>
    book.act((context) => {
      for (const { table, id } of going) {
        const { block, snapshot, positions } = matchedOf(now, table);
        const row = context.workbook.tables
          .getItem(snapshot.name)
          .rows.getItemAt(book.ids(snapshot.name).indexOf(id))
          .getRange();
        for (const { id: column, role } of block.columns)
          if (role === 'input' || role === 'content')
            row.getCell(0, positions.get(column) as number).values = [['']];
      }
    }),
  async (book, now, going) => {
    const changes = going.map(({ table, id }) => ({ table, clear: id }));
    await book.host.run((context) => edit(context, now, changes));
  },
];
const matchedOf = (now: Study, table: string) => {
  const found = now.read.matching.tables.get(table);
  if (!found) throw new Error(table);
  return found;
};

/** Their rows stand for positions in other tables; what they say is seen in the lists made of them. */
const positional = ['roi.swings', 'payoffSteps'];

/** What people see of what was computed: table → row → header → value. */
async function seen(book: Desk) {
  const now = await studied(book);
  const shown = tablesOf(now.spec.sheets).flatMap(({ id, columns }) => {
    const visible = columns.filter(({ role, hidden }) => role === 'calc' && !hidden);
    const rows = Object.entries(now.read.results.tables[id] ?? {}).map(([row, cells]) => [
      row,
      visible.map((column) => cells[column.id]),
    ]);
    return positional.includes(id) ? [] : [[id, Object.fromEntries(rows) as unknown]];
  });
  return { ...Object.fromEntries(shown), names: now.read.results.names } as unknown;
}

test.each([0, 1, 2])(
  'the first, a middle and the last row of every table go and leave nothing behind (%i)',
  async (turn) => {
    const book = (await (laid ??= freshly(engagement))).copy();
    for (const [i, way] of ways.entries()) {
      const going = filled.flatMap(({ id, store, own: prefix }, t): Row[] => {
        const mine = Object.keys(engagement[store]).filter((row) => row.startsWith(prefix));
        const at = [0, mine.length >> 1, mine.length - 1][(i + t + turn) % 3] as number;
        return [{ table: id, id: mine[at] as string }];
      });
      await way(book, await studied(book), going);
    }
    // What is left makes a whole again.
    for (const [name, row, header] of [
      ['Terms', 'term.', 'Weight'],
      ['Periods', 'period.', 'Share of pool'],
      ['Instalments', 'instalment.', 'Share of fee'],
    ] as const)
      for (const n of [2, 4]) book.type(name, `${row}${n}`, header, 0.5);

    const now = await studied(book);
    expect(faults(now)).toEqual(none);
    expect(verdictOf(now)).toMatchObject({ failing: [], faults: [], sound: true });
    await book.refresh();
    const after = await studied(book);
    expect(faults(after)).toEqual(none);
    expect(after.read.engagement).toEqual(now.read.engagement);
    expect((await book.refresh()).cells).toBe(0);
    expect(await seen(book)).toEqual(await seen(await freshly(after.read.engagement)));
    const signing = { asOf: '2026-03-28', signedOn: '2026-03-28', today: '2026-12-31' };
    await book.host.run((context) =>
      sign(context, { ...signing, period: 1, vendor: 'V', catalogs: book.catalogs }),
    );
    expect(faults(await studied(book))).toEqual(none);
  },
  300_000,
);
