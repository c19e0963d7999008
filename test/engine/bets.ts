import fc from 'fast-check';
import { words, type WordList } from '../../src/engagement/register';
import { curvePresets } from '../../src/workbook/bet';
import type { Engagement } from '../../src/engagement/schema';
import { engagementOf } from '../rules/value/cases';

/**
 * Engagements with a value plan and a bet as people agree them: weights and shares that mostly add
 * up, readings on real days, terms on real metrics, and now and then something that is missing.
 */

const metrics = ['m.money', 'm.rate', 'm.lower', 'm.sum'] as const;
const codes = ['A', 'B', 'C', 'D'] as const;

const day = (from: string, to: string) =>
  fc
    .integer({ min: Date.parse(from) / 864e5, max: Date.parse(to) / 864e5 })
    .map((days) => new Date(days * 864e5).toISOString().slice(0, 10));
const cents = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((n) => n / 100);
const share = fc.integer({ min: 0, max: 20 }).map((n) => n / 20);
const may = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const usually = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 9 });
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined, freq: 1 }).chain((one) => may(fc.constant(one)));
const choice = (list: WordList) => may(fc.constantFrom<string>(...words[list]));

const numbered = <T>(prefix: string, rows: T[]): Record<string, T> =>
  Object.fromEntries(rows.map((row, i) => [`${prefix}.${i + 1}`, row]));

/** Rows whose shares add up to 1, but for a few. */
const shared = <T extends object>(key: string, row: fc.Arbitrary<T>, most: number) =>
  fc
    .tuple(fc.array(row, { minLength: 1, maxLength: most }), fc.integer({ min: 0, max: 9 }))
    .map(([rows, off]) =>
      rows.map((one) => ({ ...one, [key]: (off === 0 ? 0.9 : 1) / rows.length })),
    );

const settings = fc.record({
  fee: fc.oneof(
    { weight: 8, arbitrary: cents(2_000_000) },
    { weight: 1, arbitrary: fc.constant(0) },
  ),
  asOf: usually(day('2026-01-01', '2027-12-31')),
  startDate: usually(day('2025-07-01', '2026-03-31')),
  goLiveDate: usually(day('2025-10-01', '2026-06-30')),
  scenario: may(fc.constantFrom('conservative', 'likely', 'optimistic')),
  horizon: may(fc.integer({ min: 1, max: 10 })),
  discountRate: may(share),
  timing: may(fc.constantFrom('end', 'mid')),
  payFloor: rarely(cents(500_000)),
  payCap: rarely(cents(2_000_000)),
  limitScope: choice('limitScope'),
  limitSpan: choice('limitSpan'),
  withVendor: choice('yesNo'),
  clawback: choice('yesNo'),
  earnBackLevel: may(share),
  roundingMode: choice('roundingMode'),
  minorDigits: may(fc.constantFrom(0, 2, 3)),
  hurdle: may(cents(100_000)),
  hurdleRate: rarely(share),
  hurdleKind: choice('hurdleKind'),
  gainBase: choice('gainBase'),
  bandMode: choice('bandMode'),
  gainCap: rarely(cents(100_000)),
  highWaterMark: choice('yesNo'),
  guarantee: may(cents(400_000)),
  shortfallRate: may(share),
  shortfallFixed: rarely(cents(10_000)),
  lossLimit: rarely(cents(100_000)),
});

const metric = fc.record({
  use: may(fc.constantFrom('yes', 'no')),
  direction: may(fc.constantFrom('higher', 'lower')),
  measure: may(fc.constantFrom('level', 'flow', 'ratio', 'rolling')),
  levelMode: may(fc.constantFrom('last', 'mean')),
  base: rarely(fc.constantFrom(1, 3, 12)),
  period: may(fc.constantFrom('week', 'month', 'quarter', 'year')),
  baseline: may(cents(100)),
  adjustment: rarely(cents(10)),
  target: may(cents(150)),
  window: may(fc.integer({ min: 1, max: 12 })),
  asOf: rarely(day('2026-06-01', '2027-06-30')),
});

const reading = fc.record({
  metric: fc.constantFrom(...metrics),
  from: rarely(day('2025-10-01', '2026-06-30')),
  date: day('2026-01-01', '2027-06-30'),
  value: may(cents(150)),
  numerator: may(cents(1000)),
  denominator: may(cents(10)),
});

/** A metric as people report it: month by month or quarter by quarter, each span beside the next. */
const series = fc
  .record({
    metric: fc.constantFrom(...metrics),
    every: fc.constantFrom(1, 3),
    parts: fc.array(fc.tuple(cents(150), cents(1000), fc.integer({ min: 0, max: 10 })), {
      maxLength: 12,
    }),
  })
  .map(({ metric: of, every, parts }) =>
    parts.map(([value, numerator, denominator], i) => ({
      metric: of,
      date: new Date(Date.UTC(2026, (i + 1) * every, 0)).toISOString().slice(0, 10),
      value,
      ...(denominator > 0 && { numerator, denominator }),
    })),
  );

const years = ['y0', 'y1', 'y2', 'y3'] as const;
const benefit = fc.record({
  item: fc.constantFrom('Rent', '租金'),
  metric: rarely(fc.constantFrom(...metrics)),
  benefit: choice('benefit'),
  attribution: usually(share),
  confidence: usually(share),
  ...Object.fromEntries(years.map((year) => [year, may(cents(50_000))])),
});
const timing = fc
  .record({
    metric: fc.constantFrom(...metrics),
    by: fc.constantFrom('start', 'delay', 'both', 'neither'),
    start: day('2025-06-01', '2027-12-31'),
    delay: fc.integer({ min: 0, max: 30 }),
    ramp: may(fc.record(Object.fromEntries(years.map((year) => [year, may(share)])))),
  })
  .map(({ metric: of, by, start, delay, ramp }) => ({
    metric: of,
    ...(by === 'start' || by === 'both' ? { start } : {}),
    ...(by === 'delay' || (by === 'both' && delay > 28) ? { delay } : {}),
    ...ramp,
  }));

const money = fc.record({
  attribution: may(share),
  confidence: may(share),
  recapture: may(share),
  share: may(share),
  low: may(share),
  likely: may(share),
  high: may(share),
});

const term = fc.record({
  kind: fc.constantFrom<string>(...words.termKind),
  metric: fc.constantFrom(...metrics),
  curve: fc.constantFrom<string>(...curvePresets.map(({ id }) => id), 'Own curve'),
  rule: choice('qualitativeRule'),
  target: rarely(cents(150)),
  window: may(fc.integer({ min: 1, max: 12 })),
  asOf: rarely(day('2026-06-01', '2028-06-30')),
  longStop: may(day('2026-06-01', '2028-06-30')),
  interimCredit: may(share),
  gateLevel: rarely(share),
  gates: rarely(fc.constant('G')),
  group: rarely(fc.constant('G')),
  guardAction: choice('guardAction'),
  cap: rarely(cents(100_000)),
});

const criterion = fc.record({
  term: fc.constantFrom(...codes),
  period: rarely(fc.integer({ min: 1, max: 3 })),
  criterion: fc.constantFrom('Useful', '可用'),
  business: may(fc.integer({ min: 1, max: 5 })),
  it: may(fc.integer({ min: 1, max: 5 })),
  pass: fc.constant(3),
});

const curve = fc
  .tuple(fc.uniqueArray(share, { minLength: 1, maxLength: 5 }), fc.array(share, { minLength: 5 }))
  .chain(([levels, pays]) =>
    fc
      .record({ mode: choice('curveMode'), deadband: may(fc.constantFrom(0.02, 0.1)) })
      .map((one) => ({
        name: 'Own curve',
        ...one,
        ...Object.fromEntries(
          [...levels]
            .sort((a, b) => a - b)
            .flatMap((level, i) => [
              [`a${i + 1}`, level],
              [`p${i + 1}`, pays[i]],
            ]),
        ),
      })),
  );

const costs = fc.dictionary(
  fc.constantFrom('cost.software', 'cost.services', 'cost.operation'),
  fc.record({ y0: may(cents(500_000)), y1: may(cents(200_000)), y2: may(cents(100_000)) }),
);

/** What is fixed and what is at risk make the whole fee, but for a few. */
const paidInParts = fc
  .record({
    risk: may(share),
    dates: fc.array(usually(day('2026-01-01', '2027-12-31')), { minLength: 1, maxLength: 3 }),
    off: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ risk, dates, off }) => {
    const held = risk ?? 0.3;
    const fixed = (1 - held - (off === 0 ? 0.01 : 0)) / dates.length;
    return {
      settings: { shareAtRisk: risk },
      instalments: numbered('instalment', [
        ...dates.map((date) => ({ date, share: fixed, kind: 'fixed' })),
        { share: held, kind: 'held' },
      ]),
    };
  });

export const bets: fc.Arbitrary<Engagement> = fc
  .record({
    settings,
    metrics: fc.record({
      'm.money': metric,
      'm.rate': metric,
      'm.lower': metric,
      'm.sum': metric,
    }),
    readings: fc
      .tuple(fc.array(reading, { maxLength: 12 }), fc.array(series, { maxLength: 4 }))
      .map(([some, reported]) => numbered('custom.reading', [...reported.flat(), ...some])),
    benefits: fc.array(benefit, { maxLength: 2 }).map((rows) => numbered('custom.benefit', rows)),
    timing: fc.array(timing, { maxLength: 2 }).map((rows) => numbered('custom.timing', rows)),
    drivers: fc.dictionary(
      fc.constantFrom('d.one', 'd.two', 'd.hours', 'd.rate'),
      fc.record({ low: may(cents(50)), likely: cents(100), high: may(cents(200)) }),
    ),
    monetisation: fc.record({ 'm.money': money, 'm.rate': money, 'm.lower': money }),
    costs,
    ramp: fc.dictionary(fc.constantFrom('year.1', 'year.2', 'year.3'), fc.record({ ramp: share })),
    periods: shared(
      'share',
      fc.record({ date: day('2026-03-31', '2027-12-31'), value: may(cents(400_000)) }),
      3,
    ).map((rows) => numbered('period', rows)),
    bands: fc
      .array(fc.record({ from: cents(200_000), share }), { maxLength: 3 })
      .map((rows) => numbered('band', rows)),
    terms: shared('weight', term, codes.length).map((rows) =>
      numbered(
        'term',
        rows.map((row, i) => ({ code: codes[i], item: codes[i], ...row })),
      ),
    ),
    criteria: fc.array(criterion, { maxLength: 6 }).map((rows) => numbered('criterion', rows)),
    curves: curve.map((one) => ({ 'custom.curve.1': one })),
  })
  .chain((said) =>
    paidInParts.map((fee) => ({
      ...said,
      ...fee,
      settings: { ...said.settings, ...fee.settings },
    })),
  )
  .map((said) => engagementOf(JSON.parse(JSON.stringify(said)) as object));
