import type { ReadResult } from '../../src/office';
import { appfi, ownFolder } from './run';

const file = ownFolder();
const json = <T>(text: string) => JSON.parse(text) as T;

test('the industrial-equipment variant lays out a workbook that is read back by its own name', async () => {
  const plan = file('plan.xlsx');
  const made = await appfi(
    ...['new', '--model', 'industrial-equipment', '--lang', 'zh-TW', '--out', plan],
  );
  expect(made.code).toBe(0);
  const { engagement, results } = json<ReadResult>((await appfi('read', plan)).out);
  expect(engagement.catalogs).toMatchObject([{ id: 'industrial-equipment', version: '1.0.0' }]);
  const rows = Object.keys(results.tables['metrics'] ?? {});
  for (const metric of ['uptime', 'mtbf', 'mttr', 'planned-maintenance', 'nps'])
    expect(rows).toContain(`as.metric.${metric}`);
  expect((await appfi('check', plan)).code).toBe(0);
});
