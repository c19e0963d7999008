import * as fc from 'fast-check';
import { payable } from '../../../src/rules/value/simulation';
import { simulatedContract } from '../../../src/workbook/simulated';
import { engagementOf, term, worked, type BetRows } from './bet';

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Contracts with everything that bends a payoff: limits, gates, caps, gain share, guarantee. */
const contracts = fc.record({
  settings: fc.record({
    shareAtRisk: oneOf(0.1, 0.3, 1),
    payFloor: maybe(oneOf(0, 720_000)),
    payCap: maybe(oneOf(900_000, 1_050_000)),
    limitScope: oneOf('all', 'without-gain'),
    hurdle: maybe(oneOf(40_000, 100_000)),
    hurdleKind: oneOf('deductible', 'cliff'),
    gainBase: oneOf('before-fee', 'after-fee'),
    bandMode: oneOf('marginal', 'whole'),
    gainCap: maybe(oneOf(5_000)),
    guarantee: maybe(oneOf(150_000)),
    shortfallRate: maybe(oneOf(0.5)),
    lossLimit: maybe(oneOf(20_000)),
    minorDigits: oneOf(0, 2),
    limitSpan: oneOf('contract', 'period'),
    roundingMode: oneOf('total', 'line'),
    earnBackLevel: maybe(oneOf(0.7, 1)),
    highWaterMark: oneOf('yes', 'no'),
    hurdleRate: maybe(oneOf(0.5)),
    shortfallFixed: maybe(oneOf(3_000)),
  }),
  periods: oneOf(
    [{ date: '2026-12-31', share: 1 }],
    [
      { date: '2026-03-31', share: 0.3 },
      { date: '2026-09-30', share: 0.2 },
      { date: '2026-12-31', share: 0.5 },
    ],
  ),
  gate: maybe(oneOf(0.6, 0.9)),
  gates: oneOf('', 'g'),
  rule: oneOf('all', 'share'),
  cap: maybe(oneOf(50_000)),
  curves: fc.tuple(oneOf('tiers', 'stretch', 'Band'), oneOf('from-threshold', 'all-or-nothing')),
  bands: oneOf(
    [],
    [{ share: 0.1 }],
    [
      { from: 60_000, share: 0.3 },
      { from: 0, share: 0.1 },
    ],
  ),
  priced: fc.boolean(),
});

const built = ({ settings, periods, gate, gates, rule, cap, curves, bands, priced }: Drawn) => {
  const rows: BetRows = {
    settings: {
      startDate: '2026-01-01',
      ...Object.fromEntries(Object.entries(settings).filter(([, one]) => one !== undefined)),
    },
    periods,
    curves: [{ name: 'Band', mode: 'step', deadband: 0.1, a1: 0.5, p1: 0.5, a2: 1, p2: 1.2 }],
    bands,
    instalments: [
      { date: '2026-01-15', share: 1 - settings.shareAtRisk, kind: 'fixed' },
      { share: settings.shareAtRisk, kind: 'held' },
    ],
    terms: [
      term('A', { weight: 0.5, curve: curves[0], ...(cap && { cap }) }),
      term('B', { weight: 0.3, curve: curves[1], group: 'G' }),
      term('C', {
        weight: 0.2,
        kind: 'qualitative',
        rule,
        metric: null,
        curve: null,
        ...(gate !== undefined && { gateLevel: gate, gates }),
      }),
    ],
  };
  const engagement = engagementOf(rows);
  if (priced) {
    engagement.drivers = {
      'ka.driver.closed-opps': { likely: 100 },
      'ka.driver.avg-deal': { likely: 50_000 },
      'ka.driver.gross-margin': { likely: 0.4 },
    };
    engagement.monetisation = {
      'ka.metric.win-rate': { attribution: 1, confidence: 1, low: 0.5, likely: 0.9, high: 1.2 },
    };
  }
  return engagement;
};
type Drawn = typeof contracts extends fc.Arbitrary<infer T> ? T : never;

test('what is payable in the simulation is what the Payoff sheet says, at every level', async () => {
  await fc.assert(
    fc.asyncProperty(contracts, async (drawn) => {
      const book = await worked(built(drawn));
      const { contract } = simulatedContract(book, 0.5);
      const rows = Array.from({ length: 31 }, (_, row) => row);
      const sheet = rows.map((row) => book.computed.cell('Payoff', row, 'income'));
      const own = rows.map((row) => {
        const level = row / 20;
        const passed = level >= 1 ? 1 : drawn.rule === 'share' ? level : 0;
        const values = Array.from({ length: drawn.periods.length }, (_, k) =>
          book.computed.cell('PayoffPeriods', row * drawn.periods.length + k, 'value'),
        );
        return payable(contract, {
          levels: [level, level, passed],
          ...(typeof values[0] === 'number' && { values: values as number[] }),
        });
      });
      own.forEach((one, row) => expect(sheet[row]).toBeCloseTo(one, 6));
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('attainment is drawn as Monetisation spreads it; what is not spread or judged is said', async () => {
  const engagement = built({
    settings: { shareAtRisk: 0.3 },
    periods: [{ date: '2026-12-31', share: 1 }],
    gate: undefined,
    gates: '',
    rule: 'all',
    cap: undefined,
    curves: ['stretch', 'from-threshold'],
    bands: [],
    priced: true,
  } as unknown as Drawn);
  engagement.terms['term.2'] = { ...engagement.terms['term.2'], metric: 'ka.metric.sales-cycle' };
  const { contract, certain, unjudged } = simulatedContract(await worked(engagement), 0.4);
  expect(Object.values(contract.metrics)).toEqual([
    { low: 0.5, likely: 0.9, high: 1.2, value: [expect.closeTo(200_000, 6)] as number[] },
    { low: 1, likely: 1, high: 1 },
  ]);
  expect(certain).toEqual(['Sales cycle']);
  expect(unjudged).toEqual(['C']);
  expect(contract.terms[2]).toMatchObject({ passChance: 0.4 });
  engagement.criteria = {
    'criterion.1': { term: 'C', criterion: 'a', business: 4, it: 4, pass: 3 },
    'criterion.2': { term: 'C', criterion: 'b', business: 4, it: 2, pass: 3 },
  };
  const judged = simulatedContract(await worked(engagement), 0.4);
  expect(judged.unjudged).toEqual([]);
  expect(judged.contract.terms[2]).toMatchObject({ level: 0.5, byShare: false });
});
