import fc from 'fast-check';
import { thoroughness } from '../../support/thoroughness';
import { simulatedContract } from '../../../src/workbook/simulated';
import { engagementOf, statement, term, worked } from './bet';
import { valuesOf } from './cases';

/** What is planned up to a day, by each benefit's own start and ramp, and what of it was measured. */

const full = { attribution: 1, confidence: 1 };
/** 100 a year from go-live; 40 a year, freed hours. */
const two = (more: object = {}) => ({
  settings: {
    ...{ discountRate: 0, horizon: 3, goLiveDate: '2026-01-01', asOf: '2026-09-30' },
  },
  metrics: {
    'm.money': { use: 'yes', baseline: 0, target: 1 },
    'm.lower': { use: 'yes', baseline: 2, target: 1 },
  },
  drivers: { 'd.one': { likely: 100 }, 'd.hours': { likely: 40 }, 'd.two': { likely: 4 } },
  monetisation: { 'm.money': full, 'm.lower': { ...full, recapture: 1 } },
  costs: { 'cost.software': { y0: 1 } },
  ...more,
});
type Book = Awaited<ReturnType<typeof valuesOf>>;
const toDate = ({ named }: Book) =>
  (['PlannedToDate', 'Realised', 'Unmeasured', 'Forecast'] as const).map((id) =>
    Number(named(`Roi.${id}`)),
  );
const close = (found: number[], expected: number[]) =>
  expected.forEach((one, i) => expect(found[i]).toBeCloseTo(one, 9));

test('nine months of two benefits, the second half a year late, nobody has read', async () => {
  const late = { timing: { 'custom.timing.1': { metric: 'm.lower', delay: 6 } } };
  // 75, and 10 of the 20 that the second is planned to bring in July to December.
  close(toDate(await valuesOf(two(late))), [85, 0, 85, 400 - 85]);
});

test('what is read of one benefit leaves the other not measured, at its own plan', async () => {
  const book = await valuesOf(
    two({
      timing: { 'custom.timing.1': { metric: 'm.lower', delay: 6, y1: 0.5 } },
      readings: {
        'reading.1': { metric: 'm.lower', from: '2026-07-01', date: '2026-09-30', value: 1 },
      },
    }),
  );
  // At target for three months, which is more than a ramp of a half had planned: 5.
  close(toDate(book).slice(0, 3), [80, 10, 75]);
});

test('a benefit given year by year is never read: not measured, and in the outlook at plan', async () => {
  const book = await valuesOf(
    two({
      metrics: { 'm.money': { use: 'yes', baseline: 0, target: 1 } },
      monetisation: { 'm.money': full },
      benefits: { 'custom.benefit.1': { ...full, item: 'Rent', y1: 12, y2: 24 } },
      readings: {
        'reading.1': { metric: 'm.money', from: '2026-01-01', date: '2026-09-30', value: 0.5 },
      },
    }),
  );
  close(toDate(book), [75 + 9, 37.5, 9, 336 - 84]);
  expect(Number(book.named('Roi.Outlook'))).toBeCloseTo(37.5 + 9 + 252 - 1, 9);
});

test('passed and still to come are the plan of each year, whatever starts and ramps', async () => {
  const share = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        delay: fc.integer({ min: 0, max: 30 }),
        ramp: fc.tuple(share, share, share),
        common: fc.tuple(share, share, share),
        rent: fc.integer({ min: 0, max: 50 }),
        asOf: fc
          .integer({ min: 0, max: 1500 })
          .map((days) => new Date(Date.UTC(2025, 6, 1 + days)).toISOString().slice(0, 10)),
      }),
      async ({ delay, ramp, common, rent, asOf }) => {
        const book = await valuesOf({
          ...two({
            timing: {
              'custom.timing.1': {
                ...{ metric: 'm.lower', delay, y1: ramp[0], y2: ramp[1], y3: ramp[2] },
              },
            },
            benefits: { 'custom.benefit.1': { ...full, item: 'Rent', y1: rent, y3: rent } },
            ramp: Object.fromEntries(common.map((one, i) => [`year.${i + 1}`, { ramp: one }])),
          }),
          settings: { ...two().settings, asOf },
        });
        const at = (year: number, column: string) =>
          Number(book.cell('RoiYears', `year.${year}`, column));
        for (const year of [0, 1, 2, 3]) {
          const [planned, passed] = [at(year, 'benefits'), at(year, 'planPassed')];
          expect(passed + at(year, 'forecast')).toBeCloseTo(planned, 9);
          expect(passed).toBeGreaterThanOrEqual(-1e-9);
          expect(passed).toBeLessThanOrEqual(planned + 1e-9);
          // Nothing is read: all that has passed is not measured.
          expect(at(year, 'unmeasured')).toBeCloseTo(passed, 9);
          expect(at(year, 'realised')).toBe(0);
        }
      },
    ),
    { numRuns: 15 * thoroughness },
  );
}, 60_000);

describe('the plan of a period', () => {
  const outcome = 'custom.metric.1';
  const contract = (timing: object, ramp: object = {}) => {
    const engagement = engagementOf({
      settings: { startDate: '2025-10-01', goLiveDate: '2026-01-01', asOf: '2026-01-31' },
      metrics: {
        [outcome]: {
          ...{ item: 'Orders', use: 'yes', direction: 'higher', measure: 'level' },
          ...{ baseline: 0, target: 100 },
        },
      },
      drivers: { 'custom.driver.1': { item: 'Margin', likely: 1200 } },
      monetisation: { 'custom.money.1': { metric: outcome, driver1: 'custom.driver.1', ...full } },
      bands: [{ share: 0.1 }],
      periods: [
        { date: '2026-06-30', share: 0.5 },
        { date: '2026-12-31', share: 0.5 },
      ],
      terms: [term('T', { metric: outcome })],
    });
    engagement.timing = { 'custom.timing.1': { metric: outcome, ...timing } };
    engagement.ramp = ramp as typeof engagement.ramp;
    return worked(engagement);
  };

  // 120,000 a year at target.
  test.each<[string, object, object, number[]]>([
    ['from go-live', {}, {}, [60_000, 60_000]],
    ['half a year late', { delay: 6 }, {}, [0, 60_000]],
    ['from a day on', { start: '2026-04-01' }, {}, [30_000, 60_000]],
    ['with a ramp of its own', { y1: 0.5 }, {}, [30_000, 30_000]],
    ['with the common ramp', {}, { 'year.1': { ramp: 0.25 } }, [15_000, 15_000]],
  ])('%s', async (_, timing, ramp, expected) => {
    const book = await contract(timing, ramp);
    const plan = [0, 1].map((row) => Number(statement(book.computed, row, 'plan')));
    close(plan, expected);
    const total = (expected[0] as number) + (expected[1] as number);
    expect(Number(book.computed.cell('Payoff', 20, 'value'))).toBeCloseTo(total, 6);
    expect(book.computed.cell('Payoff', 20, 'gain')).toBeCloseTo(total / 10, 2);
    const { metrics } = simulatedContract(book, 1).contract;
    close([...(Object.values(metrics)[0]?.value ?? [])], expected);
  });
});
