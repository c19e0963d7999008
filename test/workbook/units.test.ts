import { formatValue } from '../../src/host/calc/format';
import { Desk, scalar } from '../support/desk';
import { engagementOf, term } from '../rules/value/bet';

const said = engagementOf({
  metrics: {
    'ka.metric.win-rate': { use: 'yes', baseline: 0.205, target: 0.24, measure: 'level' },
  },
  readings: [
    { metric: 'ka.metric.win-rate', date: '2026-12-31', value: 0.22 },
    { metric: 'ka.metric.sales-cycle', date: '2026-12-31', value: 90 },
  ],
  terms: [
    term('B', { weight: 0.5, target: 0.25 }),
    term('A', { weight: 0.5, metric: 'ka.metric.sales-cycle' }),
  ],
});

let desk: Desk;
beforeAll(async () => {
  desk = new Desk();
  desk.catalogs = [];
  await desk.layOut(said, { lang: 'en' });
});

/** What a person sees in a cell. */
const seen = (table: string, row: string | number, header: string) => {
  const cell = desk.cell(table, row, header);
  return formatValue(scalar(cell?.value), cell?.style?.numberFormat ?? 'General');
};

test('a rate is shown as a percentage wherever it stands, and kept as a fraction', () => {
  expect(seen('Metrics', 'ka.metric.win-rate', 'Baseline')).toBe('20.5%');
  expect(desk.value('Metrics', 'ka.metric.win-rate', 'Baseline')).toBe(0.205);
  expect(seen('Metrics', 'ka.metric.sales-cycle', 'Target')).toBe('80.0');
  expect(['reading.1', 'reading.2'].map((row) => seen('Readings', row, 'Amount'))).toEqual([
    '22.0%',
    '90.0',
  ]);
  expect(seen('Terms', 'term.1', 'Agreed target')).toBe('25.0%');
  expect([0, 1].map((row) => seen('Settlement', row, 'Target'))).toEqual(['80.0', '25.0%']);
});

test('a reading that was typed is shown in its unit after a refresh', async () => {
  desk.type('Readings', 2, 'Metric', 'Win rate, by count');
  desk.type('Readings', 2, 'Date', '2026-11-30');
  desk.type('Readings', 2, 'Value', 0.21);
  desk.type('Readings', 'reading.1', 'Metric', 'Sales cycle');
  await desk.refresh();
  expect(seen('Readings', 2, 'Amount')).toBe('21.0%');
  expect(seen('Readings', 'reading.1', 'Amount')).toBe('0.22');
});
