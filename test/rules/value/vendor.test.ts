import { bet, term, type BetRows } from './bet';

/** A plan worth 120,000 a year at target, against own costs of 50,000, and a contract of 100,000. */
const rows = (more: BetRows = {}): BetRows => ({
  ...more,
  settings: {
    ...{ fee: 100_000, startDate: '2025-01-01', goLiveDate: '2026-01-01' },
    ...{ discountRate: 0.1, horizon: 3 },
    ...more.settings,
  },
  metrics: {
    'custom.metric.1': {
      ...{ item: 'Orders', use: 'yes', direction: 'higher', unit: 'count', measure: 'level' },
      ...{ baseline: 0, target: 100 },
    },
  },
  drivers: { 'custom.driver.1': { item: 'Margin', unit: 'money', likely: 1200 } },
  monetisation: {
    'custom.money.1': {
      ...{ metric: 'custom.metric.1', driver1: 'custom.driver.1', benefit: 'cash-releasing' },
      ...{ attribution: 1, confidence: 1, low: 0.5, high: 1.5 },
    },
  },
  costs: { 'custom.cost.1': { item: 'Own', category: 'labour', y0: 50_000 } },
  instalments: more.instalments ?? [
    { date: '2025-06-30', share: 0.3, kind: 'fixed' },
    { date: '2026-06-30', share: 0.4, kind: 'fixed' },
    { share: 0.3, kind: 'held' },
  ],
  periods: more.periods ?? [
    { item: 'Half', date: '2026-12-31', share: 0.5 },
    { item: 'Final', date: '2027-12-31', share: 0.5 },
  ],
  bands: more.bands ?? [{ from: 0, share: 0.1 }],
  terms: more.terms ?? [term('T1', { metric: 'custom.metric.1', curve: 'all-or-nothing' })],
});

const lines = ['fixed', 'earned', 'bonus', 'gain', 'limits'];
type Book = Awaited<ReturnType<typeof bet>>;
const line = (book: Book, id: string, column: string) =>
  book.cell('VendorCosts', lines.indexOf(id), column);
const cents = (value: unknown) => Math.round(Number(value) * 100) / 100;
const years = (book: Book, id: string) =>
  [0, 1, 2, 3].map((year) => cents(line(book, id, `y${year}`)));
const inYears = (book: Book, column: string) =>
  [0, 1, 2, 3].map((year) => cents(book.cell('RoiYears', year, column)));
const sumOf = (book: Book, column: string) =>
  lines.reduce((sum, id) => sum + Number(line(book, id, column)), 0);
const scenario = (book: Book, column: string) =>
  [0, 1, 2].map((row) => Number(book.cell('RoiScenarios', row, column)));

test('the fee stands in the years in which it falls due', async () => {
  const book = await bet(rows());
  expect(years(book, 'fixed')).toEqual([30_000, 40_000, 0, 0]);
  expect(years(book, 'earned')).toEqual([0, 15_000, 15_000, 0]);
  // 10 % of 120,000 in each of the two periods.
  expect(years(book, 'gain')).toEqual([0, 12_000, 12_000, 0]);
  expect(inYears(book, 'vendor')).toEqual([30_000, 67_000, 27_000, 0]);
  expect(inYears(book, 'costs')).toEqual([80_000, 67_000, 27_000, 0]);
});

test('what it counts is what Payoff gives the vendor at 100 %, in the scenario chosen', async () => {
  for (const chosen of ['conservative', 'likely', 'optimistic']) {
    for (const more of [{}, { payCap: 105_000 }, { guarantee: 200_000, shortfallRate: 0.1 }]) {
      const book = await bet(rows({ settings: { scenario: chosen, ...more } }));
      expect(sumOf(book, 'amount')).toBeCloseTo(Number(book.cell('Payoff', 20, 'income')), 6);
    }
  }
});

test('the return without differs by the present value of the lines', async () => {
  const [withIt, without] = [
    await bet(rows()),
    await bet(rows({ settings: { withVendor: 'no' } })),
  ];
  const [npv, npvWithout] = [withIt, without].map((book) => Number(book.name('Roi.Npv')));
  expect(Number(npvWithout) - Number(npv)).toBeCloseTo(sumOf(withIt, 'pv'), 6);
  expect(sumOf(without, 'amount')).toBe(0);
  expect(String(without.name('Roi.Convention'))).toContain('not counted');
});

test('each scenario pays its own gain share, whichever is chosen', async () => {
  const [likely, low] = await Promise.all(
    ['likely', 'conservative'].map((chosen) => bet(rows({ settings: { scenario: chosen } }))),
  );
  expect(scenario(likely as Book, 'npv')).toEqual(scenario(low as Book, 'npv'));
  const costs = scenario(likely as Book, 'costs');
  expect(costs).toEqual([162_000, 174_000, 186_000]);
});

test('without a contract the whole fee is paid up to go-live', async () => {
  const book = await bet(rows({ instalments: [], periods: [], terms: [], bands: [] }));
  expect(years(book, 'fixed')).toEqual([100_000, 0, 0, 0]);
  expect(book.name('Roi.Problem')).toBe('');
});

test.each<[string, BetRows, string]>([
  [
    'a contract that does not add up',
    { periods: [{ date: '2026-12-31', share: 0.5 }] },
    'What the vendor is paid: the contract cannot be settled yet.',
  ],
  [
    'an instalment without a date',
    {
      instalments: [
        { share: 0.7, kind: 'fixed' },
        { share: 0.3, kind: 'held' },
      ],
    },
    'A fixed instalment has no date',
  ],
  [
    'no day to count years from',
    { settings: { startDate: undefined, goLiveDate: undefined } },
    'What the vendor is paid: go-live and start date are missing, so it has no year',
  ],
])('%s: no return, but the reason', async (_, more, reason) => {
  const book = await bet(rows(more));
  expect(String(book.name('Roi.Npv'))).toContain(reason);
  const without = await bet(rows({ ...more, settings: { ...more.settings, withVendor: 'no' } }));
  expect(without.name('Roi.Problem')).toBe('');
});

test('a row of services that may hold the fee is asked about', async () => {
  const services = (row: object) =>
    bet({ ...rows(), costs: { 'cost.services': { y0: 120_000, ...row } } });
  const asked = await services({});
  const row = (book: Book) =>
    Array.from({ length: book.rows('Costs') }, (_, i) => i).find(
      (i) => book.cell('Costs', i, 'id') === 'cost.services',
    ) as number;
  expect(asked.cell('Costs', row(asked), 'feeTwice')).toBe(1);
  const fee = await services({ kind: 'contract' });
  expect([fee.cell('Costs', row(fee), 'feeTwice'), inYears(fee, 'costs')[0]]).toEqual([0, 30_000]);
  const other = await services({ kind: 'cost' });
  expect([other.cell('Costs', row(other), 'feeTwice'), inYears(other, 'costs')[0]]).toEqual([
    0, 150_000,
  ]);
  const small = await services({ y0: 99_999 });
  expect(small.cell('Costs', row(small), 'feeTwice')).toBe(0);
});
