import { explainReports } from '../../bench/explain';
import { pasteReport } from '../../bench/paste';
import { readingsReports } from '../../bench/readings';
import { markdown } from '../../bench/report';
import { launch } from '../support/browser';
import { serve } from '../workbench/site';

jest.setTimeout(600_000);

/** Benchmarks are run by hand; here they are only tried, small, so that they can be run. */
test('explanations and readings are measured as the benchmarks’ page has them', async () => {
  const [explained] = await explainReports([{ metrics: 4, months: 3 }], 1);
  expect(explained?.rows.map(([, what]) => what)).toEqual([
    'one step of the amount due',
    'one step of an actual',
    'the amount due down to readings',
    'the statement’s appendix',
    'what changed since a day',
  ]);
  const [read] = await readingsReports([2_000]);
  expect(read?.rows.map(([rows, file, , by]) => [rows, file, by])).toEqual([
    [2_000, 'CSV', 'command, DuckDB'],
    [2_000, 'Parquet', 'command, DuckDB'],
    [2_000, 'CSV', 'as a page'],
  ]);
  expect(markdown(read!)).toContain('| 2,000 | CSV');
});

test('what is pasted into the try-it page is measured in both forms', async () => {
  const [site, browser] = await Promise.all([serve(), launch()]);
  try {
    const report = await pasteReport(browser, site, 40, 1);
    expect(report.rows.map(([rows, form]) => [rows, form])).toEqual([
      [40, 'text/plain'],
      [40, 'text/html'],
    ]);
    expect(markdown(report)).toMatch(/\| 40 +\| text\/html +\| \d/);
  } finally {
    await browser.close();
    await site.close();
  }
});
