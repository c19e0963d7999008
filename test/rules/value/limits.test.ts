import * as fc from 'fast-check';
import { thoroughness } from '../../support/thoroughness';
import { bet, column, statement, term, type BetRows, type Row } from './bet';

/** Exactly at a limit is at it, whatever the fractions that lead there; just under is under. */

const day = '2026-12-31';
const outcome = 'custom.metric.1';
const share = (baseline: number, target: number): Record<string, Row> => ({
  [outcome]: {
    ...{ item: 'Share', use: 'yes', direction: 'higher', unit: 'ratio', measure: 'ratio' },
    ...{ baseline, target },
  },
});
const read = (numerator: number, denominator: number): Row => ({
  metric: outcome,
  date: day,
  numerator,
  denominator,
});
const tier = (a1: number, more: Row = {}): Row => ({
  ...{ name: 'Tier', mode: 'step', a1, p1: 0.5, a2: 1, p2: 1 },
  ...more,
});

describe('a tier', () => {
  // Baseline 4/12, target 6/12, actual 5/12: half of the way, which no sum of floats says exactly.
  const half = (more: BetRows = {}) =>
    bet({
      settings: { fee: 100_000 },
      metrics: share(4 / 12, 6 / 12),
      readings: [read(5, 12)],
      curves: [tier(0.5)],
      terms: [term('T', { metric: outcome, curve: 'Tier' })],
      ...more,
    });

  it('is reached exactly at it', async () => {
    const book = await half();
    expect(column(book, 'earned')).toEqual([15_000]);
    expect(column(book, 'reason')).toEqual(['Decided']);
  });

  it('is not reached just under it', async () => {
    const book = await half({ readings: [read(4_999_999, 12_000_000)] });
    expect(column(book, 'earned')).toEqual([0]);
  });

  it('as a gate, as the level of an earn-back and as a deadband', async () => {
    const gated = await half({
      terms: [term('T', { metric: outcome, curve: 'Tier', gateLevel: 0.5 })],
    });
    expect(column(gated, 'gate')).toEqual(['']);
    const back = await half({
      settings: { fee: 100_000, earnBackLevel: 0.5 },
      periods: [
        { date: '2026-06-30', share: 0.5 },
        { date: day, share: 0.5 },
      ],
      readings: [{ ...read(4, 12), date: '2026-06-30' }, read(5, 12)],
      terms: [term('T', { metric: outcome, curve: 'Tier', window: 6 })],
    });
    expect([0, 1].map((row) => statement(back, row, 'earned'))).toEqual([0, 22_500]);
    const band = await half({ curves: [tier(1, { deadband: 0.5 })] });
    expect(column(band, 'near')).toEqual([1]);
  });
});

it.each([
  ['a cliff', { hurdle: 0.3, hurdleKind: 'cliff' }, [{ share: 1 }]],
  ['a band on the whole', { bandMode: 'whole' }, [{ share: 0 }, { from: 0.3, share: 1 }]],
])('%s is reached exactly at it', async (_, settings, bands) => {
  const gain = async (value: number) =>
    statement(
      await bet({
        settings: { ...settings, minorDigits: 1 },
        periods: [{ date: day, share: 1, value }],
        bands,
        terms: [term('T')],
      }),
      0,
      'gain',
    );
  expect(await gain(0.1 + 0.1 + 0.1)).toBe(0.3);
  expect(await gain(3 * 0.1 - 1e-3)).toBe(0);
});

it('a guard exactly at its baseline is kept', async () => {
  const guard = 'custom.metric.2';
  const book = await bet({
    metrics: {
      'custom.metric.1': {
        ...{
          item: 'Average',
          use: 'yes',
          direction: 'higher',
          measure: 'level',
          baseline: 0,
          target: 1,
        },
        guard1: guard,
      },
      [guard]: {
        ...{ item: 'Total', use: 'yes', direction: 'higher', measure: 'level' },
        ...{ baseline: 0.1, adjustment: 0.2 },
      },
    },
    readings: [
      { metric: 'custom.metric.1', date: day, value: 1 },
      { metric: guard, date: day, value: 0.3 },
    ],
    terms: [term('T', { metric: 'custom.metric.1', guardAction: 'void' })],
  });
  expect(column(book, 'guard')).toEqual(['kept']);
});

it('k of n steps of the way reach a tier at k/n', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 60 }).chain((n) =>
        fc.record({
          n: fc.constant(n),
          k: fc.integer({ min: 1, max: n }),
          from: fc.integer({ min: 1, max: 999 }).map((start) => start / 1000),
          scale: fc.constantFrom(1, 1e-3, 1e6),
          sign: fc.constantFrom(1, -1),
        }),
      ),
      async ({ n, k, from, scale, sign }) => {
        const at = (steps: number) => (from + (sign * steps) / n) * scale;
        const book = await bet({
          metrics: {
            [outcome]: {
              ...{ item: 'Level', use: 'yes', direction: sign > 0 ? 'higher' : 'lower' },
              ...{ measure: 'level', baseline: at(0), target: at(n) },
            },
          },
          readings: [{ metric: outcome, date: day, value: at(k) }],
          curves: [{ name: 'Tier', mode: 'step', a1: k / n, p1: 1 }],
          terms: [term('T', { metric: outcome, curve: 'Tier' })],
        });
        expect(column(book, 'earned')).toEqual([300_000]);
      },
    ),
    { numRuns: 15 * thoroughness },
  );
}, 60_000);
