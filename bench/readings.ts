import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceFiles } from '../src/cli/readings/sourceFiles';
import { computeReadings, memoryEngine, parseMapping, planOf, type Mapping } from '../src/readings';
import { stopwatch } from './measure';
import { appfi, root, watched } from './process';
import type { Report } from './report';

/** Readings from many rows: the command with DuckDB, and what a page computes itself. */

const given = {
  format: 'appfi-mapping/1',
  yearStart: 12,
  tables: { opportunities: {} },
  readings: {
    'ka.metric.win-rate': { catalog: true, span: 'month' },
    'ka.metric.avg-deal': {
      query: {
        ...{ table: 'opportunities', date: 'decided_at', span: 'month' },
        where: [{ column: 'outcome', value: 'won' }],
        numerator: { aggregate: 'sum', column: 'amount' },
        denominator: {},
      },
    },
    'ka.metric.sales-cycle': { skip: true },
  },
};
/** A page refuses more (views/value/data/useGathered). */
const rowsInPage = 1_000_000;

/** Opportunities of nine months, each with a number, days, an outcome and an amount. */
async function generate(folder: string, rows: number): Promise<string[]> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const places = ['csv', 'parquet'].map((kind) => join(folder, `opportunities.${kind}`));
  for (const place of places)
    await connection.run(`copy (
      select 'O' || no as opportunity, 'G' || no % 997 as account,
        date '2026-12-01' + cast(no % 200 as integer) as screened_at,
        date '2026-12-01' + cast(no % 210 as integer) as qualified_at, 'no' as incubated,
        case no % 3 when 0 then 'won' else 'lost' end as outcome,
        date '2026-12-01' + cast(no % 274 as integer) as decided_at,
        cast(no * 37 % 1000000 as decimal(12, 2)) / 4 as amount
      from range(${rows}) t(no)
    ) to '${place}'`);
  connection.closeSync();
  instance.closeSync();
  return places;
}

/** Seconds, and the longest that a page would not have answered. */
async function inMemory(place: string): Promise<{ seconds: number; stuck: number }> {
  const { mapping } = parseMapping({
    ...given,
    readings: { 'ka.metric.avg-deal': given.readings['ka.metric.avg-deal'] },
  });
  const plan = planOf(mapping as Mapping, [
    { id: 'ka.metric.avg-deal', cadence: 'month', isInScope: false },
  ]);
  let [last, stuck] = [performance.now(), 0];
  const pause = async () => {
    stuck = Math.max(stuck, performance.now() - last);
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  };
  const engine = memoryEngine({ pause, mostRows: rowsInPage });
  const files = new Map([['opportunities', await sourceFiles('en', [place])]]);
  const { ms } = await stopwatch(() => computeReadings(plan, files, engine, '2027-08-31'));
  return { seconds: ms / 1000, stuck };
}

export async function readingsReports(counts: readonly number[]): Promise<Report[]> {
  const rows: Report['rows'] = [];
  const folder = mkdtempSync(join(tmpdir(), 'appfi-bench-'));
  try {
    const plan = join(folder, 'plan.xlsx');
    const mapping = join(folder, 'mapping.json');
    const engagement = join('examples', 'key-account.en.json');
    execFileSync(process.execPath, [appfi, 'new', '--engagement', engagement, '--out', plan], {
      cwd: root,
    });
    writeFileSync(mapping, JSON.stringify(given));
    for (const count of counts) {
      const places = await generate(folder, count);
      const row = (file: string, place: string, by: string) => [
        ...[count, file, Math.round(statSync(place).size / 1e6), by],
      ];
      for (const [i, place] of places.entries()) {
        const { seconds, most } = await watched(process.execPath, [
          ...[appfi, 'readings', plan, '--from', place, '--mapping', mapping],
          ...['--as-of', '2027-08-31', '--dry-run'],
        ]);
        const kind = i === 0 ? 'CSV' : 'Parquet';
        rows.push([...row(kind, place, 'command, DuckDB'), seconds, Math.round(most), '–']);
      }
      const [csv] = places;
      if (csv === undefined || count > rowsInPage) continue;
      const { seconds, stuck } = await inMemory(csv);
      rows.push([...row('CSV', csv, 'as a page'), seconds, '–', Math.round(stuck)]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return [
    {
      title: 'Readings: rows of a client’s data; whole processes, seconds, most resident MB',
      columns: ['rows', 'file', 'MB', 'by', 'seconds', 'MB most', 'ms without an answer'],
      rows,
    },
  ];
}
