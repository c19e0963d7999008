import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { openHost } from '../src/host';
import { Desk } from '../test/support/desk';
import { needPython } from '../test/support/python';
import { appfi, root, watched } from './process';
import type { Report } from './report';

function run(args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [appfi, ...args], { cwd: root });
  if (status !== 0) throw new Error(`appfi ${args[0]} failed: ${stderr.toString()}`);
}

/** So many workbooks: the two examples in turn, each with a client and a fee of its own. */
async function engagements(folder: string, count: number): Promise<void> {
  const books: Uint8Array[] = [];
  for (const model of ['after-sales', 'key-account']) {
    const file = join(folder, `${model}.xlsx`);
    run(['new', '--engagement', join('examples', `${model}.json`), '--out', file]);
    const desk = new Desk(await openHost(readFileSync(file)));
    for (let variant = 0; variant < 4; variant += 1) {
      desk.typeNamed('Engagement.Client', `Client ${variant}`);
      desk.typeNamed('Engagement.Fee', 500_000 + 100_000 * variant);
      books.push(await desk.host.save());
    }
    rmSync(file);
  }
  mkdirSync(join(folder, 'all'));
  for (let i = 0; i < count; i += 1)
    writeFileSync(
      join(folder, 'all', `${String(i).padStart(5, '0')}.xlsx`),
      books[i % books.length] as Uint8Array,
    );
}

/** The same files with openpyxl: every cell of the tables that the portfolio is made of. */
const script = `
import sys, pathlib, openpyxl
wanted = {'Asks','Plans','PainPoints','Functions','Innovations','Metrics','Monetisation','Statement','Checks','Progress'}
cells = 0
for file in sorted(pathlib.Path(sys.argv[1]).glob('*.xlsx')):
    book = openpyxl.load_workbook(file, data_only=True)
    for sheet in book.worksheets:
        for table in sheet.tables.values():
            if table.name in wanted:
                cells += sum(1 for row in sheet[table.ref] for cell in row if cell.value is not None)
print(cells)
`;

/** Collecting many workbooks into Parquet: speed, memory, and openpyxl reading the same tables. */
export async function collectReports(counts: readonly number[]): Promise<Report[]> {
  const rows: Report['rows'] = [];
  for (const count of counts) {
    const folder = mkdtempSync(join(tmpdir(), 'appfi-bench-'));
    try {
      await engagements(folder, count);
      const all = join(folder, 'all');
      const ours = await watched(process.execPath, [
        ...[appfi, 'collect', all, '--out', join(folder, 'lake')],
      ]);
      const some = Math.min(count, 100);
      if (some < count) {
        mkdirSync(join(folder, 'some'));
        for (let i = 0; i < some; i += 1) {
          const name = `${String(i).padStart(5, '0')}.xlsx`;
          writeFileSync(join(folder, 'some', name), readFileSync(join(all, name)));
        }
      }
      const theirs = await watched(needPython(), [
        ...['-W', 'ignore', '-c', script, some < count ? join(folder, 'some') : all],
      ]);
      const [our, their] = [count / ours.seconds, some / theirs.seconds];
      rows.push([
        count,
        our.toFixed(2),
        their.toFixed(2),
        (our / their).toFixed(2),
        Math.round(ours.early),
        Math.round(ours.late),
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return [
    {
      title:
        'Collect: files a second, whole processes; resident MB in the second and the last tenth',
      columns: ['files', 'appfi collect', 'openpyxl', 'ours / openpyxl', 'MB early', 'MB late'],
      rows,
    },
  ];
}
