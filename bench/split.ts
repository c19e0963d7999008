import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHost } from '../src/host';
import { duckdb } from '../test/portfolio/duckdb';
import { Desk } from '../test/support/desk';
import { betOf } from './bet';
import { laidOut } from './layout';
import { appfi, watched } from './process';
import type { Report } from './report';

const tables = ['engagements', 'picks', 'metrics', 'settlements', 'files'];
const readAt = ['--read-at', '2026-07-01T08:00:00Z'];
const size = { metrics: 3, months: 6 };

/** So many workbooks of a small contract, each with a client of its own, and ten with a fee. */
async function generate(folder: string, count: number): Promise<void> {
  const one = betOf(size);
  writeFileSync(join(folder, 'catalog.json'), JSON.stringify(one.catalogs[0]));
  const desk = new Desk(await openHost(await (await laidOut(one)).save()));
  mkdirSync(join(folder, 'all'));
  for (let i = 0; i < count; i += 1) {
    desk.typeNamed('Engagement.Client', `Client ${i}`);
    // What it is computed from changes less often: that takes most of the time.
    if (i % 10 === 0) desk.typeNamed('Engagement.Fee', 100_000 + 1_000 * i);
    const name = `${String(i).padStart(5, '0')}.xlsx`;
    writeFileSync(join(folder, 'all', name), await desk.host.save());
  }
}

/** Rows that are in one of two tables and not as often in the other, and rows in all. */
async function compared(parts: string, whole: string): Promise<[differing: number, rows: number]> {
  const [found] = await duckdb(`
    with differing as (
      (from '${parts}' except all from '${whole}') union all (from '${whole}' except all from '${parts}')
    )
    select (select count(*) from differing)::int as differing, (select count(*) from '${whole}')::int as rows`);
  return [found!['differing'] as number, found!['rows'] as number];
}

/** One process over all workbooks, and one for each of so many parts: how long, and whether they say the same. */
export async function splitReports(count: number, parts: number): Promise<Report[]> {
  const folder = mkdtempSync(join(tmpdir(), 'appfi-bench-'));
  const [whole, lake] = [join(folder, 'whole'), join(folder, 'lake')];
  const collect = (out: string, ...more: string[]) =>
    watched(process.execPath, [
      ...[appfi, 'collect', join(folder, 'all'), '--catalog', join(folder, 'catalog.json')],
      ...[...readAt, '--out', out, ...more],
    ]);
  try {
    await generate(folder, count);
    const one = await collect(whole);
    let seconds = 0;
    let most = 0;
    for (let part = 0; part < parts; part += 1) {
      const ran = await collect(lake, '--shard', `${part}/${parts}`);
      seconds += ran.seconds;
      most = Math.max(most, ran.most);
    }
    const rows: Report['rows'] = [];
    for (const table of tables) {
      const inWhole = join(whole, table, '*.parquet');
      const [differing, all] = await compared(join(lake, table, '*.parquet'), inWhole);
      rows.push([table, all, differing]);
    }
    return [
      {
        title: `Split: ${count.toLocaleString('en')} workbooks of ${size.metrics} metrics and ${size.months} months, whole processes`,
        columns: ['', 'seconds', 'files a second', 'most MB'],
        rows: [
          [
            'one process',
            one.seconds.toFixed(1),
            (count / one.seconds).toFixed(1),
            Math.round(one.most),
          ],
          [
            `${parts} parts, one after the other`,
            ...[seconds.toFixed(1), (count / seconds).toFixed(1), Math.round(most)],
          ],
        ],
      },
      {
        title: 'Split: what the parts say and what one process says',
        columns: ['table', 'rows', 'rows that differ'],
        rows,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
