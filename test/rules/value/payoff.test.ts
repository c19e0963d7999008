import { payable, simulate, type SimulatedContract } from '../../../src/rules/value/simulation';
import { bet, term } from './bet';

/** The contract below, for the simulation. */
const contract: SimulatedContract = {
  fee: 1_000_000,
  shareAtRisk: 0.3,
  digits: 2,
  floor: 720_000,
  cap: 1_050_000,
  bands: [],
  metrics: { win: { low: 0.4, likely: 0.9, high: 1.3 } },
  terms: [
    {
      weight: 0.5,
      metric: 'win',
      curve: {
        mode: 'linear',
        points: [
          [0.7, 0.5],
          [1, 1],
          [1.25, 1.25],
        ],
      },
    },
    {
      weight: 0.3,
      metric: 'win',
      gateLevel: 0.6,
      curve: {
        mode: 'step',
        points: [
          [0.7, 0.5],
          [0.85, 0.75],
          [1, 1],
        ],
      },
    },
    { weight: 0.2, passChance: 0.5 },
  ],
};

const book = () =>
  bet({
    settings: { payFloor: 720_000, payCap: 1_050_000 },
    terms: [
      term('A', { weight: 0.5, curve: 'stretch' }),
      term('B', { weight: 0.3, curve: 'tiers', gateLevel: 0.6 }),
      term('C', {
        weight: 0.2,
        kind: 'qualitative',
        rule: 'all',
        metric: undefined,
        curve: undefined,
      }),
    ],
  });

describe('payoff', () => {
  it('the simulation’s payable is the sheet’s at every level', async () => {
    const sheet = await book();
    const rows = Array.from({ length: 31 }, (_, row) => row);
    const income = rows.map((row) => sheet.cell('Payoff', row, 'income'));
    expect(income).toEqual(
      rows.map((row) => {
        const level = row / 20;
        return payable(contract, { levels: [level, level, level >= 1 ? 1 : 0] });
      }),
    );
    expect(new Set(income).size).toBeGreaterThan(8);
    expect(sheet.name('Payoff.VendorBreakEven')).toBeCloseTo(1, 12);
    expect(sheet.name('Payoff.ClientBreakEven')).toBe('Not within 0–150 %');
  });
});

describe('a gate on the payoff sheet', () => {
  const measured = { weight: 0.8, curve: 'Flat' };
  const curves = [
    { name: 'Flat', mode: 'step', a1: 0, p1: 1 },
    { name: 'Band', mode: 'step', deadband: 0.1, a1: 0, p1: 1 },
  ];
  const qualitative = (rule: string) =>
    term('C', {
      ...{ weight: 0.2, kind: 'qualitative', rule, metric: undefined, curve: undefined },
      gateLevel: 0.9,
    });
  /** What is earned of the pool of 300,000 at 85, 90, 95 and 100 %. */
  const earned = async (gate: Record<string, unknown>) => {
    const sheet = await bet({ curves, terms: [term('A', measured), gate] });
    return [17, 18, 19, 20].map((row) => sheet.cell('Payoff', row, 'earned'));
  };

  it('asks for criteria passed, not for attainment', async () => {
    expect(await earned(qualitative('all'))).toEqual([0, 0, 0, 300_000]);
    expect(await earned(qualitative('share'))).toEqual([0, 294_000, 297_000, 300_000]);
  });

  it('sees attainment after the deadband, as the settlement does', async () => {
    const gate = (curve: string) => term('B', { weight: 0.2, curve, gateLevel: 1 });
    expect(await earned(gate('Flat'))).toEqual([0, 0, 0, 300_000]);
    expect(await earned(gate('Band'))).toEqual([0, 300_000, 300_000, 300_000]);
  });
});

describe('simulation', () => {
  it('is repeatable by its seed', () => {
    expect(simulate(contract, { draws: 500, seed: 7 })).toEqual(
      simulate(contract, { draws: 500, seed: 7 }),
    );
    expect(simulate(contract, { draws: 500, seed: 8 }).mean).not.toBe(
      simulate(contract, { draws: 500, seed: 7 }).mean,
    );
  });

  it('draws around the mean of PERT: (low + 4·likely + high) / 6', () => {
    const straight: SimulatedContract = {
      fee: 100,
      shareAtRisk: 1,
      digits: 4,
      bands: [],
      metrics: { m: { low: 0, likely: 0.6, high: 1 } },
      terms: [
        {
          weight: 1,
          metric: 'm',
          curve: {
            mode: 'linear',
            points: [
              [0, 0],
              [1, 1],
            ],
          },
        },
      ],
    };
    const { mean, vendorLoses, clientLoses } = simulate(straight, { draws: 20_000, seed: 3 });
    expect(mean).toBeCloseTo((100 * (0 + 4 * 0.6 + 1)) / 6, 0);
    expect(vendorLoses).toBe(1);
    expect(clientLoses).toBe(0);
  });

  it('finds the share at risk at which the bet is even', () => {
    // Mean payout 0.5 loses half the pool; the gain share gives back 100: even at 2 × 100 / 1000.
    const even: SimulatedContract = {
      fee: 1000,
      shareAtRisk: 0.3,
      digits: 2,
      bands: [{ from: 0, share: 0.1 }],
      metrics: { m: { low: 0.5, likely: 0.5, high: 0.5, value: [2000] } },
      terms: [
        {
          weight: 1,
          metric: 'm',
          curve: {
            mode: 'linear',
            points: [
              [0, 0],
              [1, 1],
            ],
          },
        },
      ],
    };
    const [only, ...others] = simulate(even, { draws: 50, seed: 1 }).even;
    expect(others).toEqual([]);
    expect(only?.from).toBeCloseTo(0.2, 3);
    expect(only?.to).toBe(only?.from);
  });

  it('finds every such share where a limit bends the bet, and none where there is none', () => {
    const line = [
      [0, 0],
      [2, 2],
    ] as const;
    const at = (level: number, more: Partial<SimulatedContract> = {}) =>
      simulate(
        {
          fee: 1000,
          shareAtRisk: 0.3,
          digits: 2,
          bands: [],
          metrics: { m: { low: level, likely: level, high: level } },
          terms: [{ weight: 1, metric: 'm', curve: { mode: 'linear', points: line } }],
          ...more,
        },
        { draws: 20, seed: 1 },
      ).even;
    expect(at(0.5)).toEqual([]);
    expect(at(1)).toEqual([{ from: 0.02, to: 1 }]);
    // Pays 1.5 of the pool, but no more than 300: ahead up to 30 %, behind beyond.
    const capped = { weight: 1, metric: 'm', cap: 300, curve: { mode: 'linear', points: line } };
    expect(at(1.5, { terms: [capped as SimulatedContract['terms'][number]] })).toEqual([
      { from: 0.3, to: 0.3 },
    ]);
    // More than the fee is never paid, and no less: even whatever the share.
    expect(at(1.5, { cap: 1000 })).toEqual([{ from: 0.02, to: 1 }]);
  });

  it('shows the spread of what is payable', () => {
    const { histogram, quantiles } = simulate(contract, { draws: 2000, seed: 5 });
    expect(histogram).toHaveLength(10);
    expect(histogram.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(histogram[0]?.from).toBeLessThanOrEqual(quantiles.p5);
    expect(histogram[9]?.to).toBeGreaterThanOrEqual(quantiles.p95);
  });
});
