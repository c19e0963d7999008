import { betReports } from '../../bench/bet';
import { explainReports } from '../../bench/explain';
import { fileReports } from '../../bench/files';
import { models } from '../../bench/layout';
import { pasteReport } from '../../bench/paste';
import { peersReports } from '../../bench/peers';
import { readingsReports } from '../../bench/readings';
import { markdown, type Report } from '../../bench/report';
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

test('a bet is measured beside others that compute what depends on an edit', async () => {
  const size = { metrics: 3, months: 12 };
  const [bet] = await betReports([size], 1);
  expect(bet?.rows.map(([of]) => of)).toEqual(['3 × 12']);
  const [peers] = await peersReports([{ ...size, peers: ['hyperformula'] }], 1);
  expect(peers?.rows).toHaveLength(1);
  const [[, formulas, peer, share]] = peers!.rows as [Report['rows'][0]];
  expect([formulas, peer]).toEqual([bet!.rows[0]![1], expect.stringContaining('hyperformula 3')]);
  // It refuses what Excel passes over, such as a text among the values of SUMIFS.
  expect(parseFloat(share as string)).toBeGreaterThan(70);
});

test('files are measured beside openpyxl: opened, saved, changed and saved', async () => {
  const [one] = await models('en');
  const [files] = await fileReports([one!], 1);
  expect(files?.rows.map(([name, step]) => [name, step])).toEqual([
    ['key-account', 'open'],
    ['key-account', 'save'],
    ['key-account', 'change a cell and save'],
  ]);
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
