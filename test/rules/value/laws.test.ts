import { thoroughness } from '../../support/thoroughness';
import * as fc from 'fast-check';
import type { Engagement } from '../../../src/engagement/schema';
import type { Computed } from '../../../src/workbook/compute';
import {
  bet,
  column,
  computed,
  engagementOf,
  signed,
  statement,
  term,
  winRate,
  type BetRows,
  type Row,
} from './bet';

/** Laws that hold for every contract, whatever its weights, curves, caps and gates. */

const dates = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'];
const parts = (length: number) =>
  fc
    .array(fc.integer({ min: 1, max: 97 }), { minLength: length, maxLength: length })
    .map((all) => all.map((part) => part / all.reduce((a, b) => a + b, 0)));
const share = fc.integer({ min: 0, max: 40 }).map((n) => n / 20);

/** Ascending points, payouts in any order, or ascending as well. */
const curve = (monotone: boolean) =>
  fc
    .record({
      mode: fc.constantFrom('linear', 'step'),
      deadband: monotone ? fc.constant(0) : fc.constantFrom(0, 0.05),
      points: fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 5 }),
    })
    .map(({ points, ...rest }): Row => {
      const sorted = (values: number[]) => [...values].sort((a, b) => a - b);
      const attainments = sorted(points.map(([a]) => a));
      const payouts = points.map(([, p]) => p);
      const cells = (monotone ? sorted(payouts) : payouts).flatMap((p, i) => [
        [`a${i + 1}`, attainments[i]],
        [`p${i + 1}`, p],
      ]);
      return { name: 'Own', ...rest, ...Object.fromEntries(cells) };
    });

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
const termRow = fc.record({
  kind: fc.constantFrom('quantitative', 'quantitative', 'trend', 'qualitative'),
  metric: fc.constantFrom('ka.metric.win-rate', 'ka.metric.win-rate', 'ka.metric.sales-cycle'),
  window: optional(fc.integer({ min: 1, max: 12 })),
  cap: optional(fc.integer({ min: 0, max: 200_000 })),
  gateLevel: optional(share),
  gates: fc.constantFrom(undefined, 'G'),
  group: fc.constantFrom(undefined, 'G'),
  interimCredit: fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
  asOf: fc.constantFrom(undefined, '2026-12-31', '2027-03-31'),
  longStop: fc.constantFrom('2026-12-31', '2027-06-30'),
  rule: fc.constantFrom('all', 'share'),
});
const readings = fc.array(
  fc.record({
    metric: fc.constantFrom('ka.metric.win-rate', 'ka.metric.sales-cycle'),
    date: fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map((day) => `2026-${day.map((n) => String(n).padStart(2, '0')).join('-')}`),
    value: fc.double({ min: 0, max: 0.6, noNaN: true }),
  }),
  { maxLength: 12 },
);

interface Contract {
  curve: Row;
  rows: Row[];
  readings: Row[];
  settings: Row;
  periods: number;
}
const contract = (monotone: boolean, freely: boolean): fc.Arbitrary<Contract> =>
  fc.record({
    curve: curve(monotone),
    rows: fc.array(termRow, { minLength: 1, maxLength: 5 }).chain((rows) =>
      parts(rows.length).map((weights) =>
        rows.map((row, i) =>
          term(`T${i}`, {
            ...row,
            ...(!freely && { kind: 'quantitative', asOf: undefined }),
            weight: weights[i],
            curve: 'Own',
          }),
        ),
      ),
    ),
    readings,
    settings: fc.record({
      fee: fc.integer({ min: 1, max: 99_999_999 }).map((cents) => cents / 100),
      roundingMode: fc.constantFrom('total', 'line'),
      earnBackLevel: fc.constantFrom(undefined, 0.8),
      asOf: fc.constantFrom('2026-05-15', '2026-09-30', '2027-01-15', '2027-07-15'),
    }),
    periods: fc.integer({ min: 1, max: 4 }),
  });

/** The last periods of the year, the pool shared out evenly. */
const periodsOf = (count: number): { date: string; share: number }[] =>
  dates.slice(4 - count).map((date) => ({ date, share: 1 / count }));
const criteria = [
  { criterion: 'a', business: 4, it: 4, pass: 3 },
  { criterion: 'b', business: 4, it: 2, pass: 3 },
];
const rowsOf = (given: Contract): BetRows => ({
  settings: given.settings,
  periods: periodsOf(given.periods),
  curves: [given.curve],
  readings: given.readings,
  terms: given.rows,
  criteria: given.rows.flatMap((row) =>
    criteria.slice(0, row.rule === 'all' ? 1 : 2).map((one) => ({ ...one, term: row.code })),
  ),
});

const cents = (amounts: unknown[]) =>
  amounts.reduce<number>((sum, amount) => sum + Math.round((amount as number) * 100), 0);
const pool = (book: Computed) => cents([book.name('Contract.Pool')]);
const lines = (book: Computed, name: string) =>
  Array.from({ length: 4 }, (_, row) => statement(book, row, name)).filter(
    (value) => typeof value === 'number',
  );

it('earned + pending + forfeited = pool, none of them negative, on Settlement and Statement', async () => {
  await fc.assert(
    fc.asyncProperty(contract(false, true), async (given) => {
      const book = await bet(rowsOf(given));
      const names = ['earned', 'pending', 'forfeited'];
      const settled = names.flatMap((name) => column(book, name));
      expect(cents(settled)).toBe(pool(book));
      expect(Math.min(...(settled as number[]))).toBeGreaterThanOrEqual(0);
      expect(cents(names.flatMap((name) => lines(book, name)))).toBe(pool(book));
      expect(Math.min(...(column(book, 'bonus') as number[]))).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 20 * thoroughness },
  );
}, 60_000);

it('a better actual never pays less where no curve falls', async () => {
  const paid = async (given: Contract, value: number) => {
    const book = await bet(
      rowsOf({
        ...given,
        settings: { ...given.settings, asOf: '2027-07-15' },
        readings: [...given.readings, winRate('2026-12-31', value)],
      }),
    );
    return cents([...lines(book, 'earned'), ...lines(book, 'bonus')]);
  };
  await fc.assert(
    fc.asyncProperty(
      contract(true, false),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.double({ min: 0, max: 0.2, noNaN: true }),
      async (given, value, more) => {
        const slack = given.settings.roundingMode === 'line' ? given.rows.length : 0;
        expect(await paid(given, value + more)).toBeGreaterThanOrEqual(
          (await paid(given, value)) - slack,
        );
      },
    ),
    { numRuns: 10 * thoroughness },
  );
}, 60_000);

it('the order of rows is irrelevant, to the cent', async () => {
  const shuffled = <T>(rows: T[] = []) =>
    fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length });
  await fc.assert(
    fc.asyncProperty(
      contract(false, true).chain((given) => {
        const rows = rowsOf(given);
        const days = new Set<string>();
        const distinct = given.readings.filter(({ metric, date }) => {
          const day = `${String(metric)} ${String(date)}`;
          return !days.has(day) && days.add(day);
        });
        const asGiven = { ...rows, readings: distinct };
        return fc
          .record({
            terms: shuffled(rows.terms),
            periods: shuffled(rows.periods),
            readings: shuffled(distinct),
            criteria: shuffled(rows.criteria),
          })
          .map((mixed): [BetRows, BetRows] => [asGiven, { ...asGiven, ...mixed }]);
      }),
      async ([asGiven, mixed]) => {
        const [a, b] = [await bet(asGiven), await bet(mixed)];
        for (const name of ['code', 'stake', 'earned', 'bonus', 'pending', 'forfeited', 'reason']) {
          expect(column(b, name)).toEqual(column(a, name));
        }
        expect(lines(b, 'due')).toEqual(lines(a, 'due'));
      },
    ),
    { numRuns: 12 * thoroughness },
  );
}, 60_000);

/** T1 becomes final while T0 still waits, so that the cent which rounding moves falls between them. */
const finalBeforeItsNeighbour: Contract = {
  curve: { name: 'Own', mode: 'linear', deadband: 0, a1: 0, p1: 0.3 },
  rows: [
    term('T0', { metric: 'ka.metric.sales-cycle', weight: 0.5, curve: 'Own', asOf: '2027-03-31' }),
    term('T1', { metric: 'ka.metric.sales-cycle', weight: 0.5, curve: 'Own', asOf: '2026-12-31' }),
  ],
  readings: [{ metric: 'ka.metric.sales-cycle', date: '2026-05-01', value: 0 }],
  settings: { fee: 10.5, roundingMode: 'total' },
  periods: 1,
};

it('true-up: settled period by period, as much is paid as by settling once', async () => {
  await fc.assert(
    fc.asyncProperty(
      contract(false, true),
      fc.boolean(),
      fc.constantFrom(undefined, 0.15),
      async (given, clawback, gain) => {
        const settings = {
          ...given.settings,
          ...(clawback && { clawback: 'yes' }),
          asOf: '2027-07-15',
        };
        const rows = rowsOf({ ...given, settings });
        const periods = periodsOf(given.periods).map((row, i) => ({ ...row, value: 1000 * i }));
        const start = engagementOf({
          ...rows,
          periods,
          bands: gain === undefined ? [] : [{ share: gain }],
        });
        const once = statement(await computed(start), given.periods - 1, 'due');
        let quarterly = start;
        for (const [i, { date }] of periods.entries()) {
          quarterly = await signed(quarterly, i + 1, date);
        }
        quarterly = await signed(quarterly, given.periods, '2027-07-15');
        const paid = Object.values(quarterly.ledger).map(({ amount }) => amount);
        expect(cents(paid)).toBe(cents([once]));
      },
    ),
    { numRuns: 6 * thoroughness, examples: [[finalBeforeItsNeighbour, false, undefined]] },
  );
}, 60_000);

it('more readings never change a signed period', async () => {
  const including = (engagement: Engagement, more: Row[]): Engagement => ({
    ...engagement,
    readings: {
      ...engagement.readings,
      ...Object.fromEntries(more.map((reading, i) => [`reading.later-${i}`, reading])),
    },
  });
  await fc.assert(
    fc.asyncProperty(contract(false, true), readings, share, async (given, some, late) => {
      const known = [...given.readings, winRate('2026-03-30', 0.3)];
      const more = [...some, winRate('2026-03-31', 0.2 + late / 10)];
      const start = engagementOf(rowsOf({ ...given, readings: known, periods: 4 }));
      const first = await signed(start, 1, '2026-03-31');
      const before = await computed(first);
      const frozen = (book: Computed) =>
        column(book, 'signedRow').flatMap((row, i) =>
          row === '' ? [] : ['earned', 'bonus', 'forfeited'].map((name) => column(book, name)[i]),
        );
      // What is final stays as signed, even against readings that come late.
      expect(frozen(await computed(including(first, more)))).toEqual(frozen(before));
      // What is not stays so as well, once the day of the settlement has passed.
      const later = more.filter(({ date }) => (date as string) > '2026-03-31');
      const then = { ...first, settings: { ...first.settings, asOf: '2026-06-29' } };
      const book = await computed(including(then, later));
      const matured = column(book, 'mature').slice(0, given.rows.length);
      const open = column(before, 'pending').slice(0, given.rows.length);
      for (const name of ['earned', 'bonus', 'pending'] as const) {
        const due = column(book, name).slice(0, given.rows.length);
        const signedThen = Object.values(first.signedTerms).map((row) => row[name]);
        due.forEach((amount, i) => {
          if (matured[i] === 0 || open[i] === 0) expect(amount).toBe(signedThen[i]);
        });
      }
    }),
    { numRuns: 10 * thoroughness },
  );
}, 60_000);

it('another currency scales money and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      contract(false, true),
      fc.integer({ min: 0, max: 300_000 }),
      async (given, value) => {
        const inUnits = (unit: number, minorDigits: number) =>
          bet({
            ...rowsOf(given),
            settings: {
              ...given.settings,
              fee: Math.round((given.settings.fee as number) * 100) / (100 / unit),
              ...{ minorDigits, hurdle: 10_000 * unit, payCap: 900_000 * unit },
              ...{ guarantee: 50_000 * unit, shortfallRate: 0.1, lossLimit: 3000 * unit },
            },
            periods: periodsOf(given.periods).map((row) => ({ ...row, value: value * unit })),
            bands: [{ share: 0.1 }, { from: 100_000 * unit, share: 0.2 }],
            terms: given.rows.map((row) => ({
              ...row,
              cap: row.cap === undefined ? undefined : (row.cap as number) * unit,
            })),
          });
        const [euros, eurocents] = [await inUnits(1, 2), await inUnits(100, 0)];
        for (const name of ['attainment', 'payout', 'gate', 'reason', 'readings']) {
          expect(column(eurocents, name)).toEqual(column(euros, name));
        }
        for (const name of ['stake', 'earned', 'bonus', 'pending', 'forfeited']) {
          expect(column(eurocents, name)).toEqual(
            column(euros, name).map((amount) => cents([amount])),
          );
        }
        for (const name of ['gain', 'shortfall', 'entitlement', 'due']) {
          expect(lines(eurocents, name)).toEqual(lines(euros, name).map((one) => cents([one])));
        }
      },
    ),
    { numRuns: 8 * thoroughness },
  );
}, 60_000);
