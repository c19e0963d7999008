import {
  curvePayout,
  payable,
  simulate,
  type SimulatedContract,
  type SimulatedCurve,
  type SimulatedTerm,
} from '../../../src/rules/value/simulation';

/** 0.4 from half of the way on, all at the aim, twice as much from half as much again on. */
const linear: SimulatedCurve = {
  mode: 'linear',
  points: [
    [0.5, 0.4],
    [1, 1],
    [1.5, 2],
  ],
};
const step: SimulatedCurve = { ...linear, mode: 'step' };
const withBand: SimulatedCurve = { ...linear, deadband: 0.1 };

test.each<[SimulatedCurve, attainment: number, payout: number]>([
  [linear, 0.4, 0],
  [linear, 0.5, 0.4],
  // A hair below counts as there.
  [linear, 0.5 - 1e-10, 0.4],
  [linear, 0.5 - 1e-8, 0],
  [linear, 0.75, 0.7],
  [linear, 1, 1],
  [linear, 1.25, 1.5],
  [linear, 3, 2],
  [step, 0.75, 0.4],
  [step, 1.25, 1],
  [withBand, 0.89, 0.868],
  [withBand, 0.9, 1],
  [withBand, 1.1, 1],
  [withBand, 1.12, 1.24],
  [{ ...linear, points: [] }, 1, 0],
])('what a curve pays (%#)', (curve, attainment, payout) => {
  expect(curvePayout(curve, attainment)).toBeCloseTo(payout, 12);
});

const measured: SimulatedTerm = { weight: 1, metric: 'm', curve: linear };
const judged: SimulatedTerm = { weight: 1 };
const byShare: SimulatedTerm = { weight: 1, byShare: true };
/** 500 are fixed, 500 hang on the only term. */
const base: SimulatedContract = {
  ...{ fee: 1000, shareAtRisk: 0.5, digits: 2, bands: [], metrics: {} },
  terms: [measured],
};
const halves = [
  { share: 0.5, fixed: 0.5 },
  { share: 0.5, fixed: 1 },
];
const thirds = Array.from({ length: 3 }, () => ({ ...byShare, weight: 1 / 3 }));
/** The second term is a gate over those of its group. */
const gated = (gate: Partial<SimulatedTerm>): SimulatedTerm[] => [
  { ...measured, weight: 0.6, group: 'g' },
  { ...byShare, weight: 0.4, gateLevel: 0.5, ...gate },
];
const rising = [
  { from: 500, share: 0.3 },
  { from: 0, share: 0.1 },
];
const tenth = [{ from: 0, share: 0.1 }];

type Case = [
  what: string,
  given: Partial<SimulatedContract>,
  levels: number[],
  values: number[] | undefined,
  payable: number,
];
test.each<Case>([
  ['below the curve only what is fixed', {}, [0.4], undefined, 500],
  ['at the aim the fee', {}, [1], undefined, 1000],
  ['beyond it more', {}, [1.25], undefined, 1250],
  ['no terms, all is fixed', { terms: [] }, [], undefined, 1000],
  ['no periods are one', { periods: [] }, [0.75], undefined, 850],
  ['judged, not all passed', { terms: [judged] }, [0.9], undefined, 500],
  ['judged, all passed', { terms: [judged] }, [1], undefined, 1000],
  ['judged by the share passed', { terms: [byShare] }, [0.5], undefined, 750],
  ['a term’s cap', { terms: [{ ...measured, cap: 300 }] }, [1], undefined, 800],
  ['the floor', { floor: 700 }, [0], undefined, 700],
  ['the cap', { cap: 1100 }, [1.5], undefined, 1100],
  ['a gate that holds', { terms: gated({ gates: 'g' }) }, [1, 0.5], undefined, 900],
  ['a gate that fails voids its group', { terms: gated({ gates: 'g' }) }, [1, 0.4], undefined, 580],
  ['of another group', { terms: gated({ gates: 'h' }) }, [1, 0.4], undefined, 880],
  ['without a group every term', { terms: gated({}) }, [1, 0.4], undefined, 500],
  [
    'a gate sees attainment after its deadband',
    { terms: gated({ byShare: false, curve: withBand, gateLevel: 1 }) },
    [1, 0.95],
    undefined,
    1000,
  ],
  [
    'fixed instalments as they fall due, rounded',
    {
      fee: 101,
      digits: 0,
      terms: [],
      periods: [
        { share: 0.5, fixed: 0.504 },
        { share: 0.5, fixed: 0.9 },
      ],
      cap: 51,
      limitsByPeriod: true,
    },
    // 51 of 50.904, then the rest.
    [],
    undefined,
    101,
  ],
  ['the cap of all periods', { periods: halves, cap: 900 }, [1], undefined, 900],
  ['the cap of each', { periods: halves, cap: 900, limitsByPeriod: true }, [1], undefined, 1000],
  [
    'the cap of each, reached',
    { periods: halves, cap: 400, limitsByPeriod: true },
    [1],
    undefined,
    800,
  ],
  ['the floor of each', { periods: halves, floor: 300, limitsByPeriod: true }, [0], undefined, 600],
  ['marginal bands', { bands: rising }, [1], [800], 1140],
  ['marginal bands, the lower', { bands: rising }, [1], [400], 1040],
  ['bands of the whole', { bands: rising, whole: true }, [1], [800], 1240],
  ['bands of the whole, the lower', { bands: rising, whole: true }, [1], [400], 1040],
  ['bands of the whole, at a limit', { bands: rising, whole: true }, [1], [500], 1150],
  ['no value, nothing shared', { bands: rising }, [1], undefined, 1000],
  ['a negative value', { bands: rising }, [1], [-800], 1000],
  ['no bands, nothing shared', {}, [1], [800], 1000],
  ['what a gain is at most', { bands: rising, gainCap: 100 }, [1], [800], 1100],
  ['after the fee', { bands: rising, afterFee: true }, [1], [1800], 1140],
  [
    'after the fee of the period',
    { bands: tenth, afterFee: true, periods: halves },
    [1],
    [800, 800],
    1060,
  ],
  [
    'a hurdle that is deducted',
    { bands: rising, periods: [{ share: 1, fixed: 1, hurdle: 200 }] },
    [1],
    [800],
    1080,
  ],
  ...[199, 200, 800].map((value, i): Case => [
    'a cliff',
    { bands: rising, cliff: true, periods: [{ share: 1, fixed: 1, hurdle: 200 }] },
    [1],
    [value],
    [1000, 1020, 1140][i] as number,
  ]),
  [
    'a cliff below nothing',
    {
      bands: [{ from: -100, share: 0.1 }],
      cliff: true,
      periods: [{ share: 1, fixed: 1, hurdle: -90 }],
    },
    [1],
    [-50],
    1010,
  ],
  [
    'each period’s value',
    { bands: tenth, periods: [...halves, { share: 0, fixed: 1 }] },
    [1],
    [500, 200, 800],
    1150,
  ],
  ['a period of no value yet', { bands: tenth, periods: halves }, [1], [500], 1050],
  [
    'only what passes the mark of earlier periods',
    { bands: tenth, highWaterMark: true, periods: [...halves, { share: 0, fixed: 1 }] },
    [1],
    [500, 200, 800],
    1080,
  ],
  [
    'a mark below nothing',
    { bands: tenth, highWaterMark: true, periods: halves },
    [1],
    [-100, 200],
    1020,
  ],
  ['the cap with the gain', { bands: tenth, cap: 1050 }, [1], [1000], 1050],
  [
    'the cap without the gain',
    { bands: tenth, cap: 900, limitsWithoutGain: true },
    [1],
    [1000],
    1000,
  ],
  [
    'a guarantee that is missed',
    { guarantee: 1000, shortfallRate: 0.5, shortfallFixed: 30 },
    [1],
    [800],
    870,
  ],
  ['the rate alone', { guarantee: 1000, shortfallRate: 0.5 }, [1], [800], 900],
  ['the fixed part alone', { guarantee: 1000, shortfallFixed: 30 }, [1], [800], 970],
  [
    'a guarantee that is kept',
    { guarantee: 1000, shortfallRate: 0.5, shortfallFixed: 30 },
    [1],
    [1000],
    1000,
  ],
  ['a loss limit', { guarantee: 1000, shortfallRate: 0.5, lossLimit: 60 }, [1], [800], 940],
  ['earned back later', { periods: halves, earnBackLevel: 0.7 }, [0.75], undefined, 925],
  ['too little to earn back', { periods: halves, earnBackLevel: 0.7 }, [0.74], undefined, 844],
  [
    'a void term earns nothing back',
    { periods: halves, earnBackLevel: 0.5, terms: gated({ gates: 'g', byShare: false }) },
    [0.75, 0.4],
    undefined,
    500,
  ],
  ['rounded in all', { digits: 0, terms: thirds }, [0.5, 0.5, 0.5], undefined, 750],
  [
    'rounded line by line',
    { digits: 0, terms: thirds, byLine: true },
    [0.5, 0.5, 0.5],
    undefined,
    751,
  ],
  // Half of 2.01 is a little less than 1.005 as it is stored.
  ['half up', { fee: 2.01, shareAtRisk: 1, terms: [byShare] }, [0.5], undefined, 1.01],
  ['all but a half', { fee: 2.01, shareAtRisk: 1, terms: [byShare] }, [0.4999998], undefined, 1.01],
  ['less than a half', { fee: 2.01, shareAtRisk: 1, terms: [byShare] }, [0.4999996], undefined, 1],
  ['half up of a loss', { fee: 0, terms: [], guarantee: 2.01, shortfallRate: 0.5 }, [], [0], -1.01],
  ['of many digits', { fee: 1, digits: 13 }, [0.75], undefined, 0.85],
])('payable: %s', (_, given, levels, values, expected) => {
  const outcome = { levels, ...(values && { values }) };
  expect(payable({ ...base, ...given }, outcome)).toBeCloseTo(expected, 9);
});

/** Attainment that is spread, one that is sure, and one that nothing is paid by. */
const metrics: SimulatedContract['metrics'] = {
  m: { low: 0.3, likely: 0.9, high: 1.4, value: [1000, 500] },
  sure: { low: 1, likely: 0.8, high: 1, value: [100, 200] },
  other: { low: 0, likely: 0.1, high: 0.5 },
};
const drawn: SimulatedContract = {
  ...base,
  metrics,
  periods: halves,
  bands: tenth,
  terms: [
    { ...measured, weight: 0.5 },
    { ...measured, weight: 0.2, metric: 'sure' },
    { weight: 0.2, passChance: 0.5 },
    { ...byShare, weight: 0.1, level: 0.5, passChance: 1 },
  ],
};

test('a seed gives the outcomes that it gave', () => {
  const { histogram, even, mean, ...rest } = simulate(drawn, { draws: 40, seed: 7 });
  expect(rest).toEqual({
    ...{ draws: 40, seed: 7, vendorLoses: 0.45, clientLoses: 0.55 },
    quantiles: { p5: 829.79, p25: 936.87, p50: 1006.28, p75: 1105.41, p95: 1202.7 },
  });
  expect(mean).toBeCloseTo(1020.21725, 9);
  const starts = [790.42, 842.03, 893.64, 945.25, 996.86, 1048.47, 1100.08, 1151.69, 1203.3];
  expect(histogram).toEqual(
    [2, 4, 4, 8, 5, 6, 6, 3, 1, 1].map((held, i): unknown => ({
      from: expect.closeTo(starts[i] ?? 1254.91, 9),
      to: i === 9 ? 1306.52 : expect.closeTo(starts[i + 1] ?? 1254.91, 9),
      share: expect.closeTo(held / 40, 9),
    })),
  );
  expect(even).toEqual([{ from: 0.5744, to: 0.5744 }]);
});

test('as many outcomes as are asked for, else ten thousand of the first seed', () => {
  const { draws, seed, mean } = simulate(base);
  expect([draws, seed, mean]).toEqual([10_000, 1, 500]);
  const sure = { ...base, metrics: { m: { low: 1, likely: 1, high: 1 } } };
  expect(simulate(sure, { draws: 1 })).toEqual({
    ...{ draws: 1, seed: 1, mean: 1000, vendorLoses: 0, clientLoses: 0 },
    quantiles: { p5: 1000, p25: 1000, p50: 1000, p75: 1000, p95: 1000 },
    histogram: [{ from: 1000, to: 1000, share: 1 }],
    even: [{ from: 0.02, to: 1 }],
  });
});

test('the last bar ends at the most, not where ten widths would lead', () => {
  const few = { ...base, fee: 1.3, shareAtRisk: 0.7, terms: [{ weight: 1, passChance: 0.5 }] };
  const { histogram } = simulate(few, { draws: 20 });
  expect([histogram[0]?.from, histogram[9]?.to]).toEqual([0.39, 1.3]);
  expect(histogram.map(({ share }) => share > 0)).toEqual([
    ...[true, false, false, false, false, false, false, false, false, true],
  ]);
});

/** What is shared is sure; of what is at risk half the way is paid with 0.4 of its share. */
const sharing = (gain: number, given: Partial<SimulatedContract> = {}): SimulatedContract => ({
  ...{ ...base, digits: 9, bands: tenth },
  metrics: { m: { low: 0.5, likely: 0.5, high: 0.5, value: [gain * 20] } },
  ...given,
});
const allPaid = { terms: [{ ...byShare, level: 1 }] };

test.each<[what: string, SimulatedContract, draws: number, even: [from: number, to: number][]]>([
  ['between two steps', sharing(0.6 * 370.5), 1, [[0.3705, 0.3705]]],
  ['close by what halving finds', sharing(0.6 * 360.3), 1, [[0.3603, 0.3603]]],
  ['no closer than eight halves', sharing(0.6 * 360.35), 1, [[0.3604, 0.3604]]],
  ['at a step', sharing(0.6 * 500), 1, [[0.5, 0.5]]],
  ['at the last step', sharing(0.6 * 1000), 1, [[1, 1]]],
  ['never', sharing(0.6 * 1001), 1, []],
  ['up to where a cap ends', sharing(0.6 * 500, { cap: 1000 }), 1, [[0.02, 0.5]]],
  ['as good as even', sharing(0.0009, allPaid), 1, [[0.02, 1]]],
  ['hardly even', sharing(0.0011, allPaid), 1, []],
  ['as good as even for a small fee', sharing(0.9e-6, { ...allPaid, fee: 0.5 }), 1, [[0.02, 1]]],
  ['hardly even for a small fee', sharing(1.5e-6, { ...allPaid, fee: 0.5 }), 1, []],
])('even %s', (_, contract, draws, even) => {
  expect(simulate(contract, { draws }).even).toEqual(even.map(([from, to]) => ({ from, to })));
});

test('two thousand outcomes tell where it is even', () => {
  const contract = sharing(300, { terms: [{ weight: 1, passChance: 0.5 }] });
  expect(simulate(contract, { draws: 2001 }).even).toEqual([{ from: 0.6067, to: 0.6067 }]);
});
