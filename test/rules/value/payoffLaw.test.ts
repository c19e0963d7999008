import * as fc from 'fast-check';
import { thoroughness } from '../../support/thoroughness';
import { bet, engagementOf, statement, term, worked, type BetRows, type Row } from './bet';

/** Payoff at attainment a is the settlement of the same contract with a in every term and period. */

const outcome = 'custom.metric.1';
const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

const contracts = fc.record({
  settings: fc.record({
    payFloor: maybe(150_000, 720_000),
    payCap: maybe(400_000, 1_050_000),
    limitSpan: maybe('period'),
    limitScope: maybe('without-gain'),
    roundingMode: maybe('line'),
    earnBackLevel: maybe(0.7, 1),
    hurdle: maybe(40_000),
    hurdleRate: maybe(0.5),
    hurdleKind: maybe('cliff'),
    gainBase: maybe('after-fee'),
    bandMode: maybe('whole'),
    gainCap: maybe(9_000),
    highWaterMark: maybe('yes'),
    guarantee: maybe(120_000),
    shortfallFixed: maybe(3_000),
    shortfallRate: maybe(0.5),
    lossLimit: maybe(20_000),
    minorDigits: maybe(0),
    fee: fc.integer({ min: 90_000_001, max: 99_999_999 }).map((cents) => cents / 100),
  }),
  cap: maybe(33_333.33),
  gateLevel: maybe(0.65, 1),
  rule: fc.constantFrom('all', 'share'),
  curves: fc.tuple(
    fc.constantFrom('tiers', 'stretch', 'Own'),
    fc.constantFrom('from-threshold', 'all-or-nothing'),
  ),
  bands: fc.constantFrom([], [{ share: 0.1 }], [{ share: 0.1 }, { from: 60_000, share: 0.3 }]),
  periods: fc.constantFrom([1], [0.4, 0.6], [1 / 3, 1 / 3, 1 / 3]),
});
type Drawn = typeof contracts extends fc.Arbitrary<infer T> ? T : never;

const rowsOf = (drawn: Drawn): BetRows => ({
  settings: { startDate: '2026-01-01', asOf: '2027-06-30', ...drawn.settings },
  metrics: {
    [outcome]: {
      ...{ item: 'Orders', use: 'yes', direction: 'higher', measure: 'level' },
      ...{ baseline: 0, target: 100 },
    },
  },
  curves: [{ name: 'Own', mode: 'step', deadband: 0.05, a1: 0.4, p1: 0.3, a2: 1, p2: 1.1 }],
  bands: [...drawn.bands],
  periods: drawn.periods.map((share, k) => ({
    date: ['2026-06-30', '2026-12-31', '2027-03-31'][k],
    share,
  })),
  terms: [
    term('A', { metric: outcome, weight: 1 / 3, curve: drawn.curves[0], cap: drawn.cap }),
    term('B', {
      metric: outcome,
      weight: 1 / 2,
      curve: drawn.curves[1],
      gateLevel: drawn.gateLevel,
    }),
    term('C', {
      ...{ weight: 1 / 6, kind: 'qualitative', rule: drawn.rule, metric: null, curve: null },
    }),
  ],
});

const priced = (rows: BetRows) => {
  const engagement = engagementOf(rows);
  engagement.drivers = { 'custom.driver.1': { item: 'Margin', likely: 3_000 } };
  engagement.monetisation = {
    'custom.money.1': {
      ...{ metric: outcome, driver1: 'custom.driver.1', benefit: 'cash-releasing' },
      ...{ attribution: 1, confidence: 1 },
    },
  };
  return engagement;
};

/** The same contract once everything has come to an attainment, its value recognised by both sides. */
const settledAt = (rows: BetRows, level: number, plan: number[]): BetRows => ({
  ...rows,
  readings: rows.periods?.map(({ date }) => ({ metric: outcome, date, value: 100 * level })) ?? [],
  periods:
    rows.periods?.map((period, k) => ({ ...period, value: level * (plan[k] as number) })) ?? [],
  criteria: [1, 2, 3, 4].map((n) => ({
    term: 'C',
    criterion: `c${n}`,
    ...{ business: n <= Math.round(level * 4) ? 4 : 1, it: 4, pass: 3 },
  })),
});

it('pays what the settlement pays, to the cent', async () => {
  await fc.assert(
    fc.asyncProperty(contracts, fc.constantFrom(0.25, 0.5, 0.75, 1, 1.25), async (drawn, level) => {
      const rows = rowsOf(drawn);
      const last = drawn.periods.length - 1;
      const { computed: book } = await worked(priced(rows));
      const plan = drawn.periods.map((_, k) => Number(statement(book, k, 'plan')));
      const { computed: settled } = await worked(priced(settledAt(rows, level, plan)));
      const row = Math.round(level * 20);
      expect(settled.name('Contract.Problem')).toBe(book.name('Contract.Problem'));
      if (book.name('Contract.Problem') !== '') return;
      expect(book.cell('Payoff', row, 'income')).toBeCloseTo(
        statement(settled, last, 'entitlement') as number,
        6,
      );
      // The same from the settlement’s own payoff: what has been read does not move it.
      expect(settled.cell('Payoff', row, 'income')).toBeCloseTo(
        book.cell('Payoff', row, 'income') as number,
        6,
      );
    }),
    { numRuns: 12 * thoroughness },
  );
}, 120_000);

describe('a break-even', () => {
  const breakEven = async (a1: number, more: Row = {}, curve: Row = {}) => {
    const book = await bet({
      settings: { fee: 100_000, startDate: '2026-01-01', ...more },
      curves: [{ name: 'S', mode: 'step', a1, p1: 1.5, ...curve }],
      terms: [term('T', { curve: 'S' })],
    });
    return book.name('Payoff.VendorBreakEven');
  };

  it.each([1, 0.83, 1 / 3, 0.999])('on a step at %p is the step', async (at) => {
    expect(await breakEven(at)).toBeCloseTo(at, 12);
  });

  it('at a gate is the gate, at the edge of a deadband the edge', async () => {
    const book = await bet({
      curves: [{ name: 'Flat', mode: 'step', a1: 0, p1: 1 }],
      terms: [term('T', { curve: 'Flat', gateLevel: 0.77 })],
    });
    expect(book.name('Payoff.VendorBreakEven')).toBeCloseTo(0.77, 12);
    expect(await breakEven(1, {}, { deadband: 0.08 })).toBeCloseTo(0.92, 12);
  });

  it('between two points is where the line crosses', async () => {
    const line = { mode: 'linear', a1: 0, p1: 0, a2: 1.5, p2: 1.2 };
    expect(await breakEven(0, {}, line)).toBeCloseTo(1.25, 9);
  });
});

it('limits hold period by period: a cap of each term in each period', async () => {
  const book = await bet({
    settings: { fee: 100_000 },
    periods: [
      { date: '2026-06-30', share: 0.5 },
      { date: '2026-12-31', share: 0.5 },
    ],
    terms: [term('T', { curve: 'all-or-nothing', cap: 15_000 })],
  });
  expect(book.cell('Payoff', 20, 'income')).toBe(100_000);
  expect(book.name('Payoff.VendorBreakEven')).toBe(1);
});
