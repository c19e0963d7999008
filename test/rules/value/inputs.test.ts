import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { Engagement } from '../../../src/engagement/schema';
import { isError } from '../../../src/rules';
import { faultsOf } from '../../../src/workbook';
import { thoroughness } from '../../support/thoroughness';
import { worked } from './bet';

/** The shipped example with nothing signed: signed amounts stay as they are, whatever is typed. */
const example = Engagement.parse({
  ...(JSON.parse(
    readFileSync(path.join(__dirname, '../../../examples/key-account.en.json'), 'utf8'),
  ) as object),
  ledger: {},
  signedTerms: {},
});

type Cell = readonly [store: string, row: string, column: string];
type Stored = Record<string, Record<string, Record<string, unknown>>>;

/** The engagement with one cell typed over; rows of the settings have no id. */
function typed([store, row, column]: Cell, value: unknown): Engagement {
  const copy = structuredClone(example) as unknown as Stored & { settings: object };
  if (store === 'settings') Object.assign(copy.settings, { [column]: value });
  else ((copy[store] ??= {})[row] ??= {})[column] = value;
  return copy as unknown as Engagement;
}

const setting = (id: string): Cell => ['settings', '', id];
const firstOf = (store: 'terms' | 'periods' | 'instalments' | 'readings' | 'criteria' | 'bands') =>
  Object.keys(example[store])[0] as string;

const wrong: [Cell, unknown, place: string][] = [
  [setting('fee'), 'about 600k', 'Engagement · Fee'],
  [setting('payCap'), '90k', 'Contract · Cap'],
  [setting('shareAtRisk'), 1.2, 'Contract · Share at risk'],
  [setting('horizon'), 15, 'Roi · '],
  [setting('horizon'), 2.5, 'Roi · '],
  [setting('horizon'), 'five', 'Roi · '],
  [setting('discountRate'), 9, 'Roi · '],
  [setting('asOf'), 'end of August', 'Roi · '],
  [setting('goLiveDate'), '2062-01-01', 'Engagement · '],
  [['terms', firstOf('terms'), 'cap'], '90k', 'Terms · '],
  [['terms', firstOf('terms'), 'weight'], -0.1, 'Terms · '],
  [['terms', firstOf('terms'), 'window'], 0.5, 'Terms · '],
  [['periods', firstOf('periods'), 'date'], 'in autumn', 'Contract · '],
  [['periods', firstOf('periods'), 'share'], '40 %', 'Contract · '],
  [['instalments', firstOf('instalments'), 'share'], true, 'Contract · '],
  [['bands', firstOf('bands'), 'share'], 8, 'Contract · '],
  [['criteria', firstOf('criteria'), 'business'], 6, 'Criteria · '],
  [['readings', firstOf('readings'), 'date'], '1926-01-01', 'Readings · '],
  [['readings', firstOf('readings'), 'numerator'], 'n/a', 'Readings · '],
  [['metrics', 'ka.metric.win-rate', 'baseline'], '20 percent', 'Metrics · '],
  [['drivers', 'ka.driver.gross-margin', 'low'], 'a quarter', 'Drivers · Gross margin · '],
  [['costs', 'cost.software', 'y1'], -5, 'Costs · Software and subscriptions · Year 1'],
  [['ramp', 'year.1', 'ramp'], 1.5, 'Roi · 1 · '],
];

test.each(wrong)(
  '%j holding %j is named',
  async (cell, value, place) => {
    const book = await worked(typed(cell, value));
    const faults = faultsOf(book);
    expect(faults.map((one) => one.place.startsWith(place))).toEqual([true]);
    expect(book.computed.cell('Checks', 0, 'failing')).toBe(1);
    expect(book.computed.name('Checks.Master')).not.toBe('OK');
  },
  60_000,
);

test('nothing is wrong with the example', async () => {
  const book = await worked(example);
  expect(faultsOf(book)).toEqual([]);
  expect(book.computed.cell('Checks', 0, 'failing')).toBe(0);
}, 60_000);

const amounts = [
  ...['Earned', 'Pending', 'Forfeited', 'Gain', 'Shortfall', 'Fixed', 'Entitlement', 'Due'].map(
    (id) => `Statement.${id}`,
  ),
  ...['Npv', 'Payback', 'NetValue', 'Realised', 'Outlook'].map((id) => `Roi.${id}`),
];

const stores = [
  ...['terms', 'periods', 'instalments', 'bands', 'criteria', 'curves', 'readings', 'metrics'],
  ...['drivers', 'monetisation', 'costs', 'ramp'],
] as const;
const isDay = (value: unknown) => /^\d{4}-\d\d-\d\d$/.test(String(value));
const cells: [Cell, value: number | string][] = [
  ...Object.entries(example.settings).map(([id, value]): [Cell, unknown] => [setting(id), value]),
  ...stores.flatMap((store) =>
    Object.entries((example as unknown as Stored)[store] ?? {}).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, value]): [Cell, unknown] => [
        [store, row, column],
        value,
      ]),
    ),
  ),
].filter((one): one is [Cell, number | string] => typeof one[1] === 'number' || isDay(one[1]));

const amountsOf = async (engagement: Engagement) => {
  const { computed } = await worked(engagement);
  return amounts.map((name) => computed.name(name as 'Roi.Npv'));
};

test('an amount that rests on a cell is no number once the cell cannot be read, and others stay', async () => {
  const before = await amountsOf(example);
  let told = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...cells), async ([cell, value]) => {
      const other =
        typeof value === 'number'
          ? Number((value * 0.9).toPrecision(6)) || 0.5
          : `${Number(value.slice(0, 4)) - 1}${value.slice(4)}`;
      const varied = await amountsOf(typed(cell, other));
      const unread = await amountsOf(typed(cell, '90k'));
      amounts.forEach((name, i) => {
        expect([name, isError(unread[i])]).toEqual([name, false]);
        if (varied[i] === before[i] || typeof before[i] !== 'number') return;
        told += 1;
        expect({ cell, name, is: typeof unread[i] }).toEqual({ cell, name, is: 'string' });
        expect(unread[i]).not.toBe('');
      });
    }),
    { numRuns: 25 * thoroughness },
  );
  expect(told).toBeGreaterThan(20);
}, 300_000);
