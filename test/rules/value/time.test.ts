import * as fc from 'fast-check';
import { thoroughness } from '../../support/thoroughness';
import {
  bet,
  computed,
  engagementOf,
  signed,
  statement,
  term,
  type BetRows,
  type Row,
} from './bet';

/** Laws of when value comes and when it is looked at: the same business is paid the same. */

const outcome = 'custom.metric.1';
const full = { attribution: 1, confidence: 1 };
const monthEnd = (year: number, month: number) =>
  new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);

/** 12,000 a year for each of the improvement's units, from 1 January 2026. */
const contract = (metric: Row, more: BetRows = {}): BetRows => ({
  drivers: { 'custom.driver.1': { item: 'Worth', likely: 12_000 } },
  monetisation: { 'custom.money.1': { metric: outcome, driver1: 'custom.driver.1', ...full } },
  bands: [{ share: 0.1 }],
  curves: [{ name: 'Line', mode: 'linear', a1: 0, p1: 0, a2: 3, p2: 3 }],
  terms: [
    term('T', { metric: outcome, curve: 'Line', longStop: '2029-12-31', ...more.terms?.[0] }),
  ],
  ...more,
  metrics: { [outcome]: { item: 'Outcome', use: 'yes', direction: 'higher', ...metric } },
  settings: {
    ...{ startDate: '2026-01-01', goLiveDate: '2026-01-01', asOf: '2026-12-31' },
    ...more.settings,
  },
});

const business = fc.array(
  fc.record({
    sold: fc.integer({ min: 0, max: 900 }),
    won: fc.integer({ min: 0, max: 40 }),
    tried: fc.integer({ min: 40, max: 90 }),
  }),
  { minLength: 12, maxLength: 12 },
);
type Month = { sold: number; won: number; tried: number };

/** A year's months, reported so many at a time. */
const reports = (months: Month[], every: number) =>
  Array.from({ length: 12 / every }, (_, i) => {
    const span = months.slice(i * every, (i + 1) * every);
    const sum = (part: keyof Month) => span.reduce((all, one) => all + one[part], 0);
    return {
      date: monthEnd(2026, (i + 1) * every - 1),
      flow: { value: sum('sold') },
      ratio: { numerator: sum('won'), denominator: sum('tried') },
      rolling: { value: sum('sold') },
    };
  });

it('law of cadence: monthly, quarterly, yearly or rolling, the same is due', async () => {
  const due = async (months: Month[], measure: 'flow' | 'ratio' | 'rolling', every: number) => {
    const stated =
      measure === 'ratio' ? { baseline: 0.1, target: 0.5 } : { baseline: 1000, target: 5000 };
    const book = await bet(
      contract(
        { measure, period: { 1: 'month', 3: 'quarter' }[every] ?? 'year', window: 12, ...stated },
        {
          readings: reports(months, every).map((one) => ({
            metric: outcome,
            date: one.date,
            ...one[measure],
          })),
        },
      ),
    );
    return ['earned', 'bonus', 'gain', 'due'].map((id) => Number(statement(book, 0, id)));
  };
  await fc.assert(
    fc.asyncProperty(business, async (months) => {
      for (const measure of ['flow', 'ratio'] as const) {
        const [monthly, ...others] = [
          await due(months, measure, 1),
          await due(months, measure, 3),
          await due(months, measure, 12),
          ...(measure === 'flow' ? [await due(months, 'rolling', 12)] : []),
        ];
        for (const other of others)
          other.forEach((one, i) => expect(one).toBeCloseTo(monthly?.[i] as number, 1));
      }
    }),
    { numRuns: 4 * thoroughness },
  );
}, 60_000);

const periods = (count: number) =>
  Array.from({ length: count }, (_, k) => ({
    date: monthEnd(2026, ((k + 1) * 12) / count - 1),
    share: 1 / count,
  }));
const levels = fc.array(fc.integer({ min: -20, max: 180 }), { minLength: 12, maxLength: 12 });
const monthly = (values: number[]) =>
  values.map((value, month) => ({ metric: outcome, date: monthEnd(2026, month), value }));
const stock = { measure: 'level', levelMode: 'last', period: 'month', baseline: 0, target: 100 };

it('what a finished period pays does not hang on the day one looks', async () => {
  await fc.assert(
    fc.asyncProperty(
      levels,
      fc.constantFrom(1, 2, 4),
      fc.integer({ min: 1, max: 700 }),
      fc.constantFrom(undefined, 'yes'),
      async (values, count, later, highWaterMark) => {
        const at = async (asOf: string) => {
          const book = await bet(
            contract(stock, {
              readings: monthly(values),
              periods: periods(count),
              settings: { asOf, ...(highWaterMark && { highWaterMark }) },
            }),
          );
          return Array.from({ length: count }, (_, row) =>
            ['earned', 'bonus', 'forfeited', 'value', 'gain', 'entitlement'].map((id) =>
              statement(book, row, id),
            ),
          );
        };
        const then = new Date(Date.UTC(2026, 11, 31 + later)).toISOString().slice(0, 10);
        expect(await at(then)).toEqual(await at('2026-12-31'));
      },
    ),
    { numRuns: 8 * thoroughness },
  );
}, 60_000);

it('no value is shared twice, whoever signs when and whatever is read in between', async () => {
  await fc.assert(
    fc.asyncProperty(
      levels.map((all) => all.map(Math.abs)),
      fc.constantFrom(2, 3, 4),
      fc.array(fc.integer({ min: 0, max: 11 }), { minLength: 4, maxLength: 4 }),
      fc.integer({ min: 1, max: 12 }),
      async (values, count, signedWhen, readUpTo) => {
        const dates = periods(count);
        const known = monthly(values);
        let engagement = engagementOf(
          contract(stock, { readings: known.slice(0, readUpTo), periods: dates }),
        );
        // Some periods are signed, on their date or months later, before the rest is read.
        for (const [k, { date }] of dates.entries()) {
          const late = signedWhen[k] as number;
          if (late > 5) continue;
          const day = new Date(`${date}T00:00:00Z`);
          day.setUTCMonth(day.getUTCMonth() + late, 28);
          const asOf = day.toISOString().slice(0, 10);
          engagement = await signed(engagement, k + 1, asOf < date ? date : asOf);
        }
        engagement = {
          ...engagement,
          readings: Object.fromEntries(known.map((one, i) => [`reading.${i + 1}`, one])),
          settings: { ...engagement.settings, asOf: '2027-06-30' },
        };
        const book = await computed(engagement);
        const sum = (id: string) =>
          dates.reduce((all, _, row) => all + (Number(statement(book, row, id)) || 0), 0);
        const total = Number(book.name('Roi.Realised'));
        // Signed last, the final period keeps what was known then.
        const last = signedWhen[count - 1] as number;
        if (last > 5) expect(sum('value')).toBeCloseTo(total, 6);
        expect(sum('gain')).toBeCloseTo(sum('value') / 10, 1);
      },
    ),
    { numRuns: 8 * thoroughness },
  );
}, 60_000);

it('payoff at a is the settlement with a read in every month, whatever the start', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0, 0.25, 0.5, 0.75, 1, 1.25, 1.5),
      fc.constantFrom(1, 2, 3),
      fc.integer({ min: 0, max: 9 }),
      fc.record({
        payCap: fc.constantFrom(undefined, 1_010_000),
        limitSpan: fc.constantFrom(undefined, 'period'),
        hurdle: fc.constantFrom(undefined, 100_000),
        gainCap: fc.constantFrom(undefined, 30_000),
        bandMode: fc.constantFrom(undefined, 'whole'),
        minorDigits: fc.constantFrom(undefined, 0),
      }),
      async (level, count, delay, settings) => {
        const engagement = engagementOf(
          contract(stock, {
            readings: monthly(Array.from({ length: 12 }, () => 100 * level)),
            periods: periods(count),
            settings,
          }),
        );
        engagement.timing = { 'custom.timing.1': { metric: outcome, delay } };
        const book = await computed(engagement);
        const row = Math.round(level * 20);
        expect(book.cell('Payoff', row, 'level')).toBeCloseTo(level, 12);
        expect(Number(book.cell('Payoff', row, 'income'))).toBeCloseTo(
          Number(statement(book, count - 1, 'entitlement')),
          1,
        );
        expect(Number(book.cell('Payoff', row, 'value'))).toBeCloseTo(
          Number(book.name('Roi.Realised')),
          6,
        );
      },
    ),
    { numRuns: 10 * thoroughness },
  );
}, 60_000);
