import { study, type Change } from '../../src/office';
import { whatOf } from '../../src/taskpane/core/told';
import { engagementOf, laidOut } from '../support/desk';

test('what was done is told as people write it: percent as percent, amounts with their commas, days as days', async () => {
  const { host, catalogs } = await laidOut(engagementOf({}));
  const studied = await host.run((context) => study(context, { catalogs }));
  const told = (change: Change) => whatOf(studied, [change])?.params?.value;
  expect(told({ name: 'Roi.Rate', value: 0.095 })).toBe('9.5%');
  expect(told({ name: 'Engagement.Fee', value: 1_200_000 })).toBe('1,200,000');
  expect(told({ name: 'Engagement.StartDate', value: 45_299 })).toBe('2024-01-08');
  expect(told({ table: 'metrics', row: 's.metric.1', cells: { baseline: 40 } })).toBe('40');
  expect(told({ table: 'ask', row: 's.ask.1', cells: { owner: 'Li' } })).toBe('Li');
});
