import { explainReports } from '../../bench/explain';
import { readingsReports } from '../../bench/readings';
import { markdown } from '../../bench/report';

jest.setTimeout(300_000);

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
