import { valuesOf } from './cases';

const rows = (prefix: string, count: number, row: object) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `custom.${prefix}.${i + 1}`,
      { item: `${prefix} ${i + 1}`, ...row },
    ]),
  );
/** What the lines say, each with the row that it speaks of and how many more it counts. */
const told = async (said: object) => {
  const { cell, named } = await valuesOf(said);
  const of = (id: string) =>
    ['what', 'lackRow', 'beyond', 'at'].map((column) =>
      cell('RoiMissing', `missing.${id}`, column),
    );
  return { of, problem: named('Roi.Npv') };
};

test('a line names the first row that lacks something, and counts the others', async () => {
  const { of, problem } = await told({
    settings: { horizon: 3, discountRate: 0.1 },
    costs: rows('cost', 8, { kind: 'once', y1: 'some' }),
    benefits: rows('benefit', 2, { y1: 'x' }),
  });
  expect(of('benefits.Benefits.1')).toEqual([
    'benefit 1: amounts missing or not numbers (+1)',
    ...[1, 1, 14],
  ]);
  expect(of('costs.Costs.1')).toEqual([
    'cost 1: an amount or factor is not a number (+7)',
    ...[6, 7, 15],
  ]);
  expect(of('costs.costs')).toEqual(['no costs entered', '', 0, 4]);
  // Where nothing lacks there is no row, and none beyond it.
  expect(of('monetisation.Monetisation.1')).toEqual(['', '', 0, '']);
  expect(of('monetisation.Monetisation.6')).toEqual(['', '', -6, '']);
  expect(of('benefits.Timing.1')).toEqual(['', '', -1, '']);
  expect(problem).toBe('no costs entered (+3)');
});

test('one row alone is named without a count', async () => {
  const { of } = await told({
    settings: { horizon: 3, discountRate: 0.1 },
    benefits: rows('benefit', 1, { y1: 5 }),
  });
  expect(of('benefits.Benefits.1')).toEqual(['benefit 1: attribution missing', 1, 0, 14]);
  expect(of('costs.Costs.1')).toEqual(['', '', -1, '']);
});

const noRate = 'discount rate missing';
const noYears = 'years after year 0 must be a whole number from 1 to 10';

test.each([
  [{}, noRate, ''],
  [{ discountRate: -1 }, noRate, ''],
  [{ discountRate: -0.99 }, '', ''],
  [{ discountRate: 0 }, '', ''],
  [{ discountRate: 'ten' }, noRate, ''],
  [{ discountRate: 0.1, horizon: 1 }, '', ''],
  [{ discountRate: 0.1, horizon: 10 }, '', ''],
  [{ discountRate: 0.1, horizon: 0 }, '', noYears],
  [{ discountRate: 0.1, horizon: 11 }, '', noYears],
  [{ discountRate: 0.1, horizon: 2.5 }, '', noYears],
  [{ discountRate: 0.1, horizon: 'x' }, '', noYears],
])('of %j is told: %j, %j', async (settings, rate, horizon) => {
  const { of } = await told({ settings });
  expect([of('roi.rate')[0], of('roi.horizon')[0]]).toEqual([rate, horizon]);
});
