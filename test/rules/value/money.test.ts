import { valuesOf } from './cases';

const full = {
  metrics: { 'm.rate': { use: 'yes', baseline: 0.2, target: 0.3 } },
  readings: {
    'reading.1': { metric: 'm.rate', date: '2026-01-31', numerator: 25, denominator: 100 },
  },
  drivers: {
    'd.one': { likely: 400 },
    'd.two': { low: 400_000, likely: 500_000 },
    'd.rate': { low: 0.2, likely: 0.25, high: 0.3 },
  },
  monetisation: { 'm.rate': { attribution: 0.5, confidence: 0.8, share: 0.6 } },
};

const money = async (more: object, row = 'm.rate') => {
  const { cell } = await valuesOf({ ...full, ...more });
  return (column: string) => cell('Monetisation', row, column);
};

test('win rate: closed × average deal × margin, then what is owed, sure and not counted twice', async () => {
  const value = await money({});
  expect(value('unitValue')).toBe(50_000_000);
  expect(value('gross')).toBeCloseTo(5_000_000, 3);
  expect(value('net')).toBeCloseTo(5_000_000 * 0.5 * 0.8 * 0.6, 3);
  expect(value('grossActual')).toBeCloseTo(2_500_000, 3);
  expect(value('netActual')).toBeCloseTo(2_500_000 * 0.24, 3);
  expect(value('status')).toBe('priced');
});

test('the scenario in force takes its estimates of drivers', async () => {
  const conservative = await money({ settings: { scenario: 'conservative' } });
  expect(conservative('unitValue')).toBe(400 * 400_000 * 0.2);
  const optimistic = await money({ settings: { scenario: 'optimistic' } });
  expect(optimistic('unitValue')).toBe(400 * 500_000 * 0.3);
});

test('freed hours need a recapture share; minutes are divided into hours', async () => {
  const said = {
    metrics: { 'm.lower': { use: 'yes', baseline: 12, target: 8 } },
    drivers: { 'd.hours': { likely: 300 }, 'd.two': { likely: 200 } },
  };
  const asked = await money(
    { ...said, monetisation: { 'm.lower': { attribution: 1, confidence: 1 } } },
    'm.lower',
  );
  expect([asked('status'), asked('net')]).toEqual(['recapture missing', '']);
  const told = await money(
    { ...said, monetisation: { 'm.lower': { attribution: 1, confidence: 1, recapture: 0.5 } } },
    'm.lower',
  );
  expect(told('unitValue')).toBe((300 * 200) / 4);
  expect(told('net')).toBe(4 * 15_000 * 0.5);
});

test.each([
  [{ metrics: {} }, 'not in scope'],
  [{ drivers: { 'd.one': { likely: 1 } } }, 'a driver is missing'],
  [{ monetisation: { 'm.rate': { confidence: 1 } } }, 'attribution missing'],
  [{ monetisation: { 'm.rate': { attribution: 1 } } }, 'confidence missing'],
  [{ metrics: { 'm.rate': { use: 'yes', baseline: 0.3, target: 0.2 } } }, 'no planned improvement'],
  [
    { monetisation: { 'm.rate': { attribution: 1, confidence: 1, divisor: 0 } } },
    // A divisor of 0 is typed, not missing: what is typed is told where it stands.
    'Monetisation · m.rate · Divisor',
  ],
])('%j: %s', async (more, status) => {
  const value = await money(more);
  expect([value('status'), value('net'), value('netLikely')]).toEqual([status, '', '']);
});

test('leading metrics carry no money', async () => {
  const value = await money({
    monetisation: { 'm.rate': { benefit: 'leading', attribution: 1, confidence: 1 } },
  });
  expect(value('status')).toBe('leading: no money of its own');
});

test('metrics of one group add up what they claim of the same money', async () => {
  const value = await money({
    metrics: {
      'm.rate': { use: 'yes', baseline: 0.2, target: 0.3 },
      'm.lower': { use: 'yes', baseline: 12, target: 8 },
    },
    drivers: { ...full.drivers, 'd.hours': { likely: 300 } },
    monetisation: {
      'm.rate': { attribution: 1, confidence: 1, share: 0.6 },
      'm.lower': { attribution: 1, confidence: 1, recapture: 1, share: 0.5 },
    },
  });
  expect(value('groupShare')).toBeCloseTo(1.1, 12);
});

test('who does not say a share claims the whole of it; who is not priced, nothing', async () => {
  const claimed = async (rate: object, lower: object) =>
    (
      await money({
        metrics: {
          'm.rate': { use: 'yes', baseline: 0.2, target: 0.3 },
          'm.lower': { use: 'yes', baseline: 12, target: 8 },
        },
        drivers: { ...full.drivers, 'd.hours': { likely: 300 } },
        monetisation: {
          'm.rate': { attribution: 1, confidence: 1, ...rate },
          'm.lower': { attribution: 1, confidence: 1, recapture: 1, ...lower },
        },
      })
    )('groupShare');
  expect(await claimed({}, { share: 0.5 })).toBeCloseTo(1.5, 12);
  expect(await claimed({}, {})).toBeCloseTo(2, 12);
  expect(await claimed({}, { confidence: null })).toBeCloseTo(1, 12);
  const alone = await money({ monetisation: { 'm.rate': { attribution: 1, confidence: 1 } } });
  expect(alone('net')).toBeCloseTo(5_000_000, 3);
});

test('money scales with the currency, shares do not', async () => {
  const times = async (factor: number) =>
    money({
      drivers: { ...full.drivers, 'd.two': { low: 400_000 * factor, likely: 500_000 * factor } },
    });
  const [one, seven] = [await times(1), await times(7)];
  for (const column of ['gross', 'net', 'netActual', 'netLow', 'netHigh']) {
    expect(seven(column)).toBeCloseTo(7 * Number(one(column)), 3);
  }
  expect(seven('factor')).toBe(one('factor'));
});

describe('counts behind a ratio', () => {
  /** Monthly readings of a year after go-live: 10 % better on 50 closed a month, planned were 400 a year. */
  const year = {
    settings: { goLiveDate: '2026-01-01', asOf: '2026-12-31' },
    readings: Object.fromEntries(
      Array.from({ length: 12 }, (_, m): [string, object] => [
        `reading.${m + 1}`,
        {
          ...{ metric: 'm.rate', numerator: 15, denominator: 50 },
          date: new Date(Date.UTC(2026, m + 1, 0)).toISOString().slice(0, 10),
        },
      ]),
    ),
  };
  const factors = full.monetisation['m.rate'];
  const realised = async (more: object) => {
    const { cell, named } = await valuesOf({
      ...{ ...full, ...year },
      monetisation: { 'm.rate': { ...factors, ...more } },
    });
    return [cell('Monetisation', 'm.rate', 'status'), named('Roi.Realised')];
  };
  const net = 500_000 * 0.25 * 0.5 * 0.8 * 0.6;

  test('value goes by the number planned, or by what was counted', async () => {
    const [, planned] = await realised({});
    expect(planned).toBeCloseTo(400 * 0.1 * net, 3);
    const [status, counted] = await realised({ volume: 'd.one' });
    expect(status).toBe('priced');
    // 180 won of 600; at the baseline of 20 % it would have been 120.
    expect(counted).toBeCloseTo((180 - 120) * net, 3);
  });

  test('a driver that readings cannot count is told, and nothing is priced by it', async () => {
    const told = 'the counted driver is none of this row’s, or the metric is no ratio';
    expect(await realised({ volume: 'd.hours' })).toEqual([told, 0]);
    expect(await realised({ volume: 'nothing' })).toEqual([told, 0]);
    const level = await money(
      {
        metrics: { 'm.lower': { use: 'yes', baseline: 12, target: 8 } },
        drivers: { 'd.hours': { likely: 300 }, 'd.two': { likely: 200 } },
        monetisation: {
          'm.lower': { attribution: 1, confidence: 1, recapture: 0.5, volume: 'd.hours' },
        },
      },
      'm.lower',
    );
    expect(level('status')).toBe(told);
  });
});
