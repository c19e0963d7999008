import fc from 'fast-check';
import { ownPrefix, tables, type Store, type Table } from '../../src/engagement/register';
import { Engagement } from '../../src/engagement/schema';
import { underlay } from '../../src/engagement/underlay';
import { thoroughness } from '../support/thoroughness';

const engagement = (parts: object) => Engagement.parse({ format: 'appfi-engagement/1', ...parts });
type Row = Record<string, string | number | boolean | null | undefined>;
type Rows = Record<string, Row>;

describe('the same thing is one row, different things stay apart', () => {
  const day = '2026-03-31';
  const cases: [string, Store, Rows, Rows, Rows][] = [
    [
      'readings of two metrics on one day',
      'readings',
      { 'reading.1': { metric: 'a', date: day, value: 0.2 } },
      { 'reading.1': { metric: 'b', date: day, value: 7, evidence: 'their report' } },
      {
        'reading.1': { metric: 'a', date: day, value: 0.2 },
        'reading.2': { metric: 'b', date: day, value: 7, evidence: 'their report' },
      },
    ],
    [
      'one reading under two numbers',
      'readings',
      { 'reading.1': { metric: 'a', date: day, value: 0.2 } },
      {
        'reading.1': { metric: 'b', date: day, value: 7 },
        'reading.2': { metric: 'a', date: day, value: 0.3, who: 'Li' },
      },
      {
        'reading.1': { metric: 'a', date: day, value: 0.2, who: 'Li' },
        'reading.3': { metric: 'b', date: day, value: 7 },
      },
    ],
    [
      'criteria of two terms',
      'criteria',
      { 'criterion.1': { term: 'Q1', criterion: 'Complete', business: 4 } },
      { 'criterion.1': { term: 'Q2', criterion: 'Complete', it: 2 } },
      {
        'criterion.1': { term: 'Q1', criterion: 'Complete', business: 4 },
        'criterion.2': { term: 'Q2', criterion: 'Complete', it: 2 },
      },
    ],
    [
      'bands from two amounts',
      'bands',
      { 'band.1': { from: 0, share: 0.1 } },
      { 'band.1': { from: 500_000, share: 0.2 }, 'band.2': { from: 0 } },
      { 'band.1': { from: 0, share: 0.1 }, 'band.3': { from: 500_000, share: 0.2 } },
    ],
    [
      'two metrics priced',
      'monetisation',
      { 'custom.money.1': { metric: 'a', benefit: 'leading', attribution: 0.5 } },
      { 'custom.money.1': { metric: 'b', benefit: 'leading', confidence: 0.9 } },
      {
        'custom.money.1': { metric: 'a', benefit: 'leading', attribution: 0.5 },
        'custom.money.2': { metric: 'b', benefit: 'leading', confidence: 0.9 },
      },
    ],
    [
      'a row of the catalog, answered by both',
      'ask',
      { 'ka.ask.wallet': { pick: 'yes' } },
      { 'ka.ask.wallet': { pick: 'no', owner: 'Wang' } },
      { 'ka.ask.wallet': { pick: 'yes', owner: 'Wang' } },
    ],
    [
      'a row that says only more of the one with its number',
      'holidays',
      { 'holiday.1': { date: day } },
      { 'holiday.1': { name: 'Fair' } },
      { 'holiday.1': { date: day, name: 'Fair' } },
    ],
    [
      'two records that say different things',
      'signedTerms',
      { 'signed.1.1': { signature: 1, period: 1, term: 'T1', earned: 5 } },
      { 'signed.1.1': { signature: 1, period: 1, term: 'T1', earned: 6 } },
      {
        'signed.1.1': { signature: 1, period: 1, term: 'T1', earned: 5 },
        'signed.1.2': { signature: 1, period: 1, term: 'T1', earned: 6 },
      },
    ],
  ];
  test.each(cases)('%s', (_, store, over, under, expected) => {
    const both = underlay(engagement({ [store]: over }), engagement({ [store]: under }));
    expect(both[store]).toEqual(expected);
  });

  test('a day is one day as ISO text and as a serial number', () => {
    const [text, serial] = [day, 46_112].map((date) =>
      engagement({ readings: { 'reading.1': { metric: 'a', date, value: 1 } } }),
    ) as [Engagement, Engagement];
    expect(underlay(text, serial).readings).toEqual(text.readings);
  });
});

test('what names a row by its id follows it to another id', () => {
  const mine = engagement({ metrics: { 'custom.metric.1': { item: 'Mine' } } });
  const theirs = engagement({
    metrics: {
      'custom.metric.1': { item: 'Theirs', guard1: 'custom.metric.2' },
      'custom.metric.2': { item: 'Mine', target: 3 },
    },
    readings: {
      'reading.1': { metric: 'custom.metric.1', date: '2026-03-31', value: 1 },
      'reading.2': { metric: 'custom.metric.2', date: '2026-03-31', value: 2 },
    },
    answers: {
      'f.1': { response: 'f', table: 'metrics', row: 'custom.metric.1', column: 'owner' },
    },
    merged: { 'metrics custom.metric.1 owner': { after: 'Li' } },
    extra: { metrics: { 'custom.metric.1': { Site: 'North' } } },
  });
  expect(underlay(mine, theirs)).toEqual(
    engagement({
      metrics: {
        'custom.metric.1': { item: 'Mine', target: 3 },
        'custom.metric.3': { item: 'Theirs', guard1: 'custom.metric.1' },
      },
      readings: {
        'reading.1': { metric: 'custom.metric.3', date: '2026-03-31', value: 1 },
        'reading.2': { metric: 'custom.metric.1', date: '2026-03-31', value: 2 },
      },
      answers: {
        'f.1': { response: 'f', table: 'metrics', row: 'custom.metric.3', column: 'owner' },
      },
      merged: { 'metrics custom.metric.3 owner': { after: 'Li' } },
      extra: { metrics: { 'custom.metric.3': { Site: 'North' } } },
    }),
  );
});

const kept = Object.values<Table>(tables).filter(({ store }) => store !== undefined);

describe.each(kept.map((table) => [table.store as Store, table] as const))('%s', (store, table) => {
  const columns = Object.keys(table.columns).filter((id) => table.columns[id]?.kept);
  const cell = fc.constantFrom('a', 'b', 'c', undefined);
  const row = fc
    .record(Object.fromEntries(columns.map((id) => [id, cell])))
    .map((cells) => JSON.parse(JSON.stringify(cells)) as Row);
  const id = fc
    .tuple(fc.constantFrom(ownPrefix(table.id), 'catalog.'), fc.integer({ min: 1, max: 4 }))
    .map(([prefix, n]) => `${prefix}${n}`);
  const some = fc
    .dictionary(id, row, { maxKeys: 5 })
    .map((rows) => engagement({ [store]: { ...rows } }));
  const keys = Array.isArray(table.same) ? table.same : columns;
  const topic = (cells: Row) => JSON.stringify(keys.map((key) => cells[key]));
  const isOwn = (at: string) => table.same !== undefined && at.startsWith(ownPrefix(table.id));
  const holds = (whole: Row, part: Row) =>
    Object.entries(part).every(([column, value]) => whole[column] === value);
  const runs = { numRuns: 60 * thoroughness };

  test('nothing of either is lost, and no row is mixed of more than one thing', () => {
    fc.assert(
      fc.property(some, some, (over, under) => {
        const [mine, theirs] = [over[store], under[store]] as [Rows, Rows];
        const both = underlay(over, under)[store] as Rows;
        for (const [at, cells] of Object.entries(mine)) expect(both[at]).toMatchObject(cells);
        for (const [at, cells] of Object.entries(theirs)) {
          // Where both say something of one thing, what stood there first stays.
          const homes = Object.entries(both).filter(
            ([there, whole]) =>
              holds(whole, { ...cells, ...mine[there] }) &&
              (isOwn(at) ? topic(whole) === topic(cells) || holds(whole, cells) : there === at),
          );
          expect(homes).not.toHaveLength(0);
        }
        for (const [at, whole] of Object.entries(both)) {
          const parts = [{}, ...Object.values(theirs)].map((cells) => ({ ...cells, ...mine[at] }));
          expect(parts).toContainEqual(whole);
        }
      }),
      runs,
    );
  });

  test('laid over itself, or a second time, nothing changes', () => {
    fc.assert(
      fc.property(some, some, (over, under) => {
        expect(underlay(over, over)).toEqual(over);
        const both = underlay(over, under);
        expect(underlay(both, under)).toEqual(both);
      }),
      runs,
    );
  });
});
