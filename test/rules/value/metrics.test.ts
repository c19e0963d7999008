import fc from 'fast-check';
import { valuesOf } from './cases';

const metric = async (said: object, readings: object[] = [], more: object = {}) => {
  const { cell } = await valuesOf({
    metrics: { 'm.money': said },
    readings: Object.fromEntries(
      readings.map((reading, i) => [`reading.${i + 1}`, { metric: 'm.money', ...reading }]),
    ),
    ...more,
  });
  return (column: string) => cell('Metrics', 'm.money', column);
};

describe('status is exactly one word', () => {
  test.each([
    [{}, [], 'no baseline'],
    [{ baseline: 10 }, [], 'target not better'],
    [{ baseline: 10, target: 10 }, [], 'target not better'],
    [{ baseline: 10, target: 9 }, [12], 'target not better'],
    [{ baseline: 10, target: 20 }, [], 'pending'],
    [{ baseline: 10, target: 20 }, [9], 'worse'],
    [{ baseline: 10, target: 20 }, [10], 'unchanged'],
    [{ baseline: 10, target: 20 }, [15], 'improving'],
    [{ baseline: 10, target: 20 }, [20], 'met'],
    [{ baseline: 10, target: 20 }, [40], 'met'],
    [{ baseline: 10, target: 5, direction: 'lower' }, [7.5], 'improving'],
    [{ baseline: 10, target: 5, direction: 'lower' }, [11], 'worse'],
    [{ baseline: 0.1, adjustment: 0.2, target: 0.5 }, [0.3], 'unchanged'],
  ])('%j with readings %j is %s', async (said, values, status) => {
    const value = await metric(
      said,
      values.map((one) => ({ date: '2026-01-31', value: one })),
    );
    expect(value('status')).toBe(status);
  });
});

test('a baseline is adjusted before anything is compared with it', async () => {
  const value = await metric({ baseline: 100, adjustment: -20, target: 120 }, [
    { date: '2026-01-31', value: 90 },
  ]);
  expect(['adjusted', 'planned', 'improvement', 'attainment'].map(value)).toEqual([
    80, 40, 10, 0.25,
  ]);
});

test('negative attainment and more than all of it', async () => {
  const at = async (one: number) =>
    (await metric({ baseline: 100, target: 200 }, [{ date: '2026-01-31', value: one }]))(
      'attainment',
    );
  expect(await at(50)).toBe(-0.5);
  expect(await at(350)).toBe(2.5);
});

describe('actual', () => {
  const months = [
    { date: '2026-01-31', value: 4, numerator: 1, denominator: 10 },
    { date: '2026-02-28', value: 6, numerator: 8, denominator: 10 },
    { date: '2026-03-31', value: 2, numerator: 30, denominator: 80 },
  ].map(({ value, ...parts }) => ({ value, parts }));
  const plain = months.map(({ value, parts }) => ({ date: parts.date, value }));
  const rates = months.map(({ parts }) => parts);

  test.each([
    [{ measure: 'level' }, plain, undefined, 2],
    [{ measure: 'level', levelMode: 'mean' }, plain, undefined, (4 * 31 + 6 * 28 + 2 * 31) / 90],
    [{ measure: 'rolling' }, plain, undefined, 2],
    [{ measure: 'rolling' }, rates, 3, 30 / 80],
    [{ measure: 'flow' }, plain, undefined, (12 / 3) * 12],
    [{ measure: 'flow' }, plain, 2, (8 / 2) * 12],
    [{ measure: 'flow', base: 1 }, plain, 2, 8 / 2],
    [{ measure: 'ratio' }, rates, undefined, 39 / 100],
    [{ measure: 'ratio' }, rates, 2, 38 / 90],
    [{ measure: 'ratio' }, rates, 1, 30 / 80],
  ])('%j over %j, %p months', async (measure, readings, window, actual) => {
    const value = await metric(
      { ...measure, baseline: 0, target: 1, ...(window && { window }) },
      readings,
    );
    expect(value('actual')).toBeCloseTo(actual, 12);
  });

  test('a window of three months holds three month ends, leap day or not', async () => {
    const ends = ['2023-11-30', '2023-12-31', '2024-01-31', '2024-02-29', '2024-03-31'];
    const value = await metric(
      { measure: 'flow', base: 3, window: 3 },
      ends.map((date) => ({ date, value: 1 })),
      { settings: { asOf: '2024-02-29' } },
    );
    expect([value('readings'), value('covered'), value('uncovered'), value('actual')]).toEqual([
      3, 3, 0, 3,
    ]);
    const year = await metric(
      { measure: 'flow', window: 12 },
      [
        { date: '2024-02-29', value: 5 },
        { date: '2025-02-28', value: 7 },
      ],
      { settings: { asOf: '2025-02-28' } },
    );
    expect(year('actual')).toBe(7);
  });

  test('a window before the first reading is pending', async () => {
    const value = await metric({ baseline: 0, target: 1 }, [{ date: '2026-03-31', value: 1 }], {
      settings: { asOf: '2026-02-28' },
    });
    expect([value('readings'), value('actual'), value('status')]).toEqual([0, '', 'pending']);
  });

  test('of two readings of a day the lower row is the latest', async () => {
    const value = await metric({}, [
      { date: '2026-03-31', value: 1 },
      { date: '2026-03-31', value: 2 },
      { date: '2026-02-28', value: 3 },
    ]);
    expect(value('actual')).toBe(2);
  });

  test('denominators that add up to nothing give nothing', async () => {
    const value = await metric({ measure: 'ratio', baseline: 0, target: 1 }, [
      { date: '2026-03-31', numerator: 0, denominator: 0 },
    ]);
    expect([value('actual'), value('status')]).toEqual(['', 'pending']);
  });

  test('the order of rows does not matter', async () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        days,
        fc.constantFrom<object>(
          { measure: 'level' },
          { measure: 'level', levelMode: 'mean' },
          { measure: 'flow' },
        ),
        async (some, measure) => {
          const readings = some.map((day) => ({
            date: `2026-02-${String(day).padStart(2, '0')}`,
            value: day,
          }));
          const asGiven = await metric(measure, readings);
          const sorted = await metric(measure, [...readings].reverse());
          expect(asGiven('actual')).toBeCloseTo(Number(sorted('actual')), 9);
        },
      ),
      { numRuns: 8 },
    );
  });
});

test('readings that do not count say why', async () => {
  const { cell } = await valuesOf({
    metrics: {
      'm.rate': { use: 'yes' },
      'custom.metric.1': { item: 'Own', use: 'yes', measure: 'level' },
      'custom.metric.2': { item: 'Unsaid', use: 'yes' },
    },
    readings: {
      'reading.1': { date: '2026-01-31', value: 1 },
      'reading.2': { metric: 'm.none', date: '2026-01-31', value: 1 },
      'reading.3': { metric: 'm.money', value: 1 },
      'reading.4': { metric: 'm.money', date: '2026-01-31' },
      'reading.5': { metric: 'm.rate', date: '2026-01-31', value: 0.2 },
      'reading.6': { metric: 'custom.metric.1', date: '2026-01-31', value: 3 },
      'reading.7': { metric: 'Own', date: '2026-02-28', value: 4 },
      'reading.8': { metric: 'custom.metric.2', date: '2026-02-28', value: 4 },
      'reading.9': { metric: 'm.money', from: '2026-03-01', date: '2026-02-28', value: 4 },
      'reading.10': { metric: 'm.money', from: 'soon', date: '2026-02-28', value: 4 },
    },
  });
  expect(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => cell('Readings', `reading.${n}`, 'status')),
  ).toEqual([
    'metric missing',
    'no such metric',
    'date missing',
    'value missing',
    'numerator and denominator missing',
    '',
    '',
    'say on Metrics what a reading is: level, flow, ratio or rolling',
    '“From” is not a date, or after the last day',
    '“From” is not a date, or after the last day',
  ]);
  expect(cell('Metrics', 'custom.metric.1', 'actual')).toBe(4);
  expect(cell('Metrics', 'custom.metric.2', 'actual')).toBe('');
  expect(cell('Metrics', 'custom.metric.2', 'status')).toBe('measure missing');
});

test('guards: kept, breached, not known yet', async () => {
  const guards = async (rate: number | undefined, lower: number | undefined) => {
    const { cell } = await valuesOf({
      metrics: { 'm.rate': { baseline: 0.3 }, 'm.lower': { baseline: 8 } },
      readings: {
        ...(rate !== undefined && {
          'reading.1': { metric: 'm.rate', date: '2026-01-31', numerator: rate, denominator: 1 },
        }),
        ...(lower !== undefined && {
          'reading.2': { metric: 'm.lower', date: '2026-01-31', value: lower },
        }),
      },
    });
    return cell('Metrics', 'm.money', 'guardStatus');
  };
  expect(await guards(0.3, 8)).toBe('kept');
  expect(await guards(0.4, 9)).toBe('breached');
  expect(await guards(0.2, undefined)).toBe('breached');
  expect(await guards(0.4, undefined)).toBe('pending');
});

test('scope follows the picks unless someone says otherwise', async () => {
  const scope = async (said: object, pick?: string) => {
    const { cell } = await valuesOf({
      metrics: { 'm.money': said },
      function: pick ? { 'f.one': { pick } } : {},
    });
    return cell('Metrics', 'm.money', 'inScope');
  };
  expect(await scope({})).toBe(0);
  expect(await scope({}, 'yes')).toBe(1);
  expect(await scope({}, 'maybe')).toBe(0);
  expect(await scope({ use: 'no' }, 'yes')).toBe(0);
  expect(await scope({ use: 'yes' })).toBe(1);
});

describe('a baseline better than the best published', () => {
  test.each([
    [{ baseline: 90, best: 80 }, 1],
    [{ baseline: 80, best: 80 }, 0],
    [{ baseline: 70, adjustment: 20, best: 80 }, 1],
    [{ baseline: 10, best: 20, direction: 'lower' }, 1],
    [{ baseline: 30, best: 20, direction: 'lower' }, 0],
    [{ baseline: 90 }, 0],
    [{ best: 80 }, 0],
  ])('%j: %d', async (said, beyond) => {
    expect((await metric(said))('beyond')).toBe(beyond);
  });
});

test('two metrics that count the same gain are not priced both', async () => {
  const priced = (id: string) => ({ [id]: { attribution: 1, confidence: 1, recapture: 1 } });
  const said = (monetisation: object) =>
    valuesOf({
      metrics: {
        'm.money': { use: 'yes', baseline: 1, target: 2, notWith2: 'm.rate' },
        'm.rate': { use: 'yes', baseline: 0.2, target: 0.3 },
      },
      drivers: { 'd.one': { likely: 4 }, 'd.two': { likely: 5 }, 'd.rate': { likely: 0.5 } },
      monetisation,
    });
  const both = await said({ ...priced('m.money'), ...priced('m.rate') });
  expect(both.cell('Metrics', 'm.money', 'pricedTwice')).toBe(1);
  expect(both.cell('Metrics', 'm.rate', 'pricedTwice')).toBe(0);
  const none = { 'm.rate': { ...priced('m.rate')['m.rate'], share: 0 } };
  const guarded = await said({ ...priced('m.money'), ...none });
  expect(guarded.cell('Metrics', 'm.money', 'pricedTwice')).toBe(0);
  const one = await said(priced('m.money'));
  expect(one.cell('Metrics', 'm.money', 'priced')).toBe(1);
  expect(one.cell('Metrics', 'm.money', 'pricedTwice')).toBe(0);
});
