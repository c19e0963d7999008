import { createHost } from '../../../src/host';
import { describe as describeWorkbook, layOut, readWorkbook } from '../../../src/office';
import { evaluateWorkbook } from '../../support/evaluateSheet';
import { engagementOf, plan, small } from './cases';

const input = plan({
  rate: 0.1,
  benefits: [0, 0.6, 1, 1],
  costs: [500_000, 90_000, 90_000, 90_000],
});
const engagement = engagementOf({
  ...input,
  settings: { ...input.settings, startDate: '2024-10-01', goLiveDate: '2025-02-28' },
  metrics: {
    'm.money': { use: 'yes', baseline: 100, adjustment: 5, reason: 'price', target: 300 },
    'm.rate': { use: 'yes', baseline: 0.2, target: 0.3, window: 3 },
    'm.lower': { use: 'yes', baseline: 12, target: 8 },
    'custom.metric.1': {
      ...{ item: 'Own', direction: 'lower', baseline: 3, target: 1, use: 'yes' },
      ...{ measure: 'rolling', period: 'quarter' },
    },
  },
  readings: {
    'reading.1': { metric: 'm.money', date: '2025-06-30', value: 180, who: 'Li' },
    'reading.2': { metric: 'm.rate', date: '2025-06-30', numerator: 25, denominator: 100 },
    'reading.3': { metric: 'm.rate', date: '2025-12-31', numerator: 28, denominator: 101 },
    'reading.4': { metric: 'm.lower', date: '2025-12-31', value: 13 },
    'reading.5': { metric: 'custom.metric.1', date: '2026-03-31', value: 2 },
    'reading.6': { metric: 'm.rate', date: '2025-12-31', value: 1 },
  },
  drivers: {
    'd.one': { likely: 400, high: 500 },
    'd.two': { low: 300, likely: 350 },
    'd.hours': { likely: 1000 },
    'd.rate': { likely: 0.25 },
  },
  monetisation: {
    'm.money': { attribution: 0.5, confidence: 0.8, low: 0.7 },
    'm.rate': { attribution: 1, confidence: 0.9, share: 0.7 },
    'm.lower': { attribution: 1, confidence: 0.9, recapture: 0.5, share: 0.3 },
    'custom.money.1': {
      metric: 'custom.metric.1',
      driver1: 'd.one',
      benefit: 'cash-releasing',
      attribution: 1,
      confidence: 1,
    },
  },
});

const sheets = new Set([
  ...['Metrics', 'Readings', 'Drivers', 'Monetisation'],
  ...['Realised', 'Costs', 'Roi'],
]);

test('host and rules agree, and what was said comes back', async () => {
  const host = createHost();
  await host.run((context) => layOut(context, engagement, { lang: 'en', catalogs: [small] }));
  const spec = await describeWorkbook(engagement, 'en', { catalogs: [small] });
  const cells = new Map(host.book.sheets.map((sheet) => [sheet.name, sheet.cells]));
  const evaluated = evaluateWorkbook(spec).filter(({ sheet }) => sheets.has(sheet));
  expect(evaluated.length).toBeGreaterThan(1500);
  const differences = evaluated.filter(({ sheet, row, column, value }) => {
    const shown: unknown = cells.get(sheet)?.[row]?.[column]?.value;
    return typeof value === 'number' && typeof shown === 'number'
      ? Math.abs(value - shown) > 1e-9 * Math.max(1, Math.abs(value))
      : value !== (shown ?? '');
  });
  expect(differences).toEqual([]);

  const read = await host.run((context) => readWorkbook(context, { catalogs: [small] }));
  expect(read.findings).toEqual([]);
  for (const store of ['metrics', 'readings', 'drivers', 'monetisation', 'costs'] as const) {
    expect(read.engagement[store]).toEqual(engagement[store]);
  }
  // A year that has the usual ramp says nothing of its own.
  expect(read.engagement.ramp).toEqual({ 'year.1': { ramp: 0.6 } });
  expect(read.engagement.settings).toMatchObject(engagement.settings);
  const again = await host.run((context) =>
    layOut(context, undefined, { lang: 'en', catalogs: [small] }),
  );
  expect(again.cells).toBe(0);
}, 60_000);
