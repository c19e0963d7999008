import fc from 'fast-check';
import { plan, valuesOf } from './cases';

/** Days of 2025, the year after go-live, as the business goes: amounts, parts of a rate, a stock. */
const daily = (seed: number) =>
  Array.from({ length: 365 }, (_, day) => ({
    sold: 1 + ((day * seed) % 7),
    won: (day * seed) % 3,
    tried: 3 + (day % 2),
    stock: 50 + ((day * seed) % 11),
  }));
type Days = ReturnType<typeof daily>;

const monthEnds = Array.from({ length: 12 }, (_, m) => new Date(Date.UTC(2025, m + 1, 0)));
const dayOf = (date: Date) => Math.round((date.getTime() - Date.UTC(2025, 0, 1)) / 864e5);

/** Reported every so many months: each report says what its own span was. */
const reports = (days: Days, months: number) =>
  monthEnds
    .filter((_, m) => (m + 1) % months === 0)
    .map((end, i, ends) => {
      const span = days.slice(i === 0 ? 0 : dayOf(ends[i - 1] as Date) + 1, dayOf(end) + 1);
      const sum = (part: keyof Days[number]) => span.reduce((all, one) => all + one[part], 0);
      return {
        date: end.toISOString().slice(0, 10),
        flow: { value: sum('sold') },
        ratio: { numerator: sum('won'), denominator: sum('tried') },
        level: { value: sum('stock') / span.length },
      };
    });

type Measure = 'flow' | 'ratio' | 'level' | 'rolling';

async function told(measure: Measure, period: string, readings: object[]) {
  const input = plan({ rate: 0, benefits: [0, 1], costs: [1, 0] });
  const { cell, named } = await valuesOf({
    ...input,
    settings: { ...input.settings, goLiveDate: '2025-01-01', asOf: '2025-12-31' },
    metrics: {
      'm.money': {
        ...{ use: 'yes', measure, levelMode: 'mean', period, baseline: 0.1, target: 900 },
        window: 12,
      },
    },
    readings: Object.fromEntries(
      readings.map((one, i) => [`reading.${i + 1}`, { metric: 'm.money', ...one }]),
    ),
  });
  return [
    cell('Metrics', 'm.money', 'actual'),
    cell('Metrics', 'm.money', 'attainment'),
    named('Roi.Realised'),
  ].map(Number);
}

test('the same business reads the same, monthly, quarterly, yearly or over twelve months', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 50 }),
      fc.constantFrom('flow' as const, 'ratio' as const, 'level' as const),
      async (seed, measure) => {
        const days = daily(seed);
        const by = (months: number, period: string) =>
          told(
            measure,
            period,
            reports(days, months).map(({ date, ...parts }) => ({ date, ...parts[measure] })),
          );
        const ways = [await by(1, 'month'), await by(3, 'quarter'), await by(12, 'year')];
        if (measure === 'flow') {
          const value = days.reduce((all, { sold }) => all + sold, 0);
          ways.push(await told('rolling', 'quarter', [{ date: '2025-12-31', value }]));
        }
        const [first = []] = ways;
        const apart = ways.flatMap((way) =>
          way.map((value, i) => Math.abs(value - Number(first[i])) / Math.max(1, Math.abs(value))),
        );
        expect(Math.max(...apart)).toBeLessThan(1e-9);
      },
    ),
    { numRuns: 6 },
  );
});

test('eleven months at nothing and one at target are one month of value', async () => {
  const readings = monthEnds.map((end, m) => ({
    date: end.toISOString().slice(0, 10),
    value: m === 11 ? 900 : 0.1,
  }));
  const [, , realised] = await told(
    'flow',
    'month',
    readings.map((one) => ({ ...one, value: one.value / 12 })),
  );
  expect(realised).toBeCloseTo((900 - 0.1) / 12, 9);
});
