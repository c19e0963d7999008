import { spawnSync } from 'node:child_process';
import { parts } from '../../bench/parts';
import { markdown, type Report } from '../../bench/report';

jest.setTimeout(600_000);

const columns = ({ rows }: Report, ...wanted: number[]) =>
  rows.map((row) => wanted.map((i) => row[i]));

/** Cells that were written when nothing had changed. */
const again = (report: Report) =>
  columns(report, report.columns.indexOf('cells written again')).flat();

/** What some parts are known by, beside that every place holds something. */
const shows: Record<string, (reports: Report[]) => void> = {
  models: ([, report]) => expect(again(report!)).toEqual([0]),
  growth: ([report]) => expect(again(report!)).toEqual([0, 0]),
  explain: ([report]) =>
    expect(columns(report!, 1).flat()).toEqual([
      'one step of the amount due',
      'one step of an actual',
      'the amount due down to readings',
      'the statement’s appendix',
      'what changed since a day',
    ]),
  readings: ([report]) =>
    expect(columns(report!, 0, 1, 3)).toEqual([
      [2_000, 'CSV', 'command, DuckDB'],
      [2_000, 'Parquet', 'command, DuckDB'],
      [2_000, 'CSV', 'as a page'],
    ]),
  files: ([report]) =>
    expect(columns(report!, 0, 1)).toEqual([
      ['key-account', 'open'],
      ['key-account', 'save'],
      ['key-account', 'change a cell and save'],
    ]),
  peers: ([report]) => {
    const [[, , peer, share] = []] = report!.rows;
    expect(peer).toContain('hyperformula 3');
    // It refuses what Excel passes over, such as a text among the values of SUMIFS.
    expect(parseFloat(share as string)).toBeGreaterThan(70);
  },
  pane: (reports) =>
    expect(columns(reports.at(-1)!, 0, 1)).toEqual([
      [40, 'text/plain'],
      [40, 'text/html'],
    ]),
};

// Benchmarks are run by hand; here they are only tried, small, so that they can be run.
test.each(Object.keys(parts))('%s is measured: no place of its tables is empty', async (part) => {
  const reports = await parts[part]!('smoke');
  expect(reports.length).toBeGreaterThan(0);
  for (const report of reports) {
    expect(report.rows.length).toBeGreaterThan(0);
    for (const row of report.rows) expect(row).toHaveLength(report.columns.length);
    expect(markdown(report)).not.toMatch(/NaN|Infinity|undefined/);
  }
  shows[part]?.(reports);
});

test('the command runs them bundled, and says which parts there are', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/bench.mjs', 'speed']);
  expect(stderr.toString()).toBe(`No part "speed": choose of ${Object.keys(parts).join(', ')}.\n`);
  expect(status).toBe(1);
});
