import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyEngagement } from '../src/engagement/project';
import { layTemplate, merge, readFilled, templateOf, type Incoming } from '../src/exchange';
import { createHost } from '../src/host';
import { type Book, openXlsx, saveXlsx } from '../src/book';
import { describe } from '../src/office';
import { needPython } from '../test/support/python';
import { stopwatch, summary, turns, type Runs } from './measure';
import type { Report } from './report';

/** Reads every cell of the question sheets, as a script that collects answers would. */
const script = `
import sys, time, json, openpyxl
times = []
warm_up, measured = int(sys.argv[1]), int(sys.argv[2])
for run in range(warm_up + measured):
    start = time.perf_counter()
    for name in sys.argv[3:]:
        book = openpyxl.load_workbook(name)
        for sheet in book.worksheets:
            rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    times.append(1000 * (time.perf_counter() - start))
print(json.dumps(times[warm_up:]))
`;

/** Every third item answered, another way by each person. */
function fill(book: Book, person: number): void {
  for (const sheet of book.sheets) {
    const header = sheet.cells.findIndex((row) => row?.some((cell) => cell?.value === 'Pick *'));
    const column = sheet.cells[header]?.findIndex((cell) => cell?.value === 'Pick *') ?? -1;
    if (header < 0) continue;
    for (let row = header + 1; row < sheet.cells.length; row += 1)
      if ((row + person) % 3 === 0) {
        const cells = (sheet.cells[row] ??= []);
        const value = ['Yes', 'No', 'Maybe'][(row * person) % 3] as string;
        if (cells[0]?.value) cells[column] = { ...cells[column], value };
      }
  }
}

/** Files of so many people read and merged, beside openpyxl reading the same files and no more. */
export async function mergeReports(people: number, runs: Runs): Promise<Report[]> {
  const catalogs = ['key-account', 'after-sales'].map((id) => ({ id }));
  const engagement = emptyEngagement(catalogs, 'en');
  const spec = await describe(engagement, 'en');
  const files: Uint8Array[] = [];
  for (let person = 0; person < people; person += 1) {
    const { spec: template } = templateOf(spec, engagement, {
      audience: 'department',
      respondent: `Person ${person}`,
      due: '2026-03-30',
      sent: '2026-03-01',
    });
    const host = createHost();
    await host.run((context) => layTemplate(context, template));
    fill(host.book, person);
    files.push(await saveXlsx(host.book));
  }
  const reading: number[] = [];
  const merging: number[] = [];
  const heap = process.memoryUsage().heapUsed;
  let most = 0;
  for (const { counts } of turns(runs)) {
    const incoming: Incoming[] = [];
    const read = await stopwatch(async () => {
      for (const [i, file] of files.entries())
        incoming.push({ file: `${i}.xlsx`, filled: readFilled(await openXlsx(file)) });
    });
    const merged = await stopwatch(() =>
      merge({ engagement, spec }, incoming, { on: '2026-04-01', rule: 'majority' }),
    );
    most = Math.max(most, process.memoryUsage().heapUsed - heap);
    if (!counts) continue;
    reading.push(read.ms);
    merging.push(merged.ms);
  }
  const theirs = byOpenpyxl(files, runs);
  const [ours, both, plain] = [reading, reading.map((ms, i) => ms + (merging[i] ?? 0)), theirs].map(
    summary,
  );
  if (!ours || !both || !plain) return [];
  const each = (ms: number) => ((1000 * people) / ms).toFixed(1);
  return [
    {
      title: `Merge: ${people} departments' files of both models, ms, median (min–max)`,
      columns: ['step', 'time', 'files a second', '÷ openpyxl', 'heap MB'],
      rows: [
        ['read', ours, each(ours.median), (ours.median / plain.median).toFixed(2), ''],
        [
          'read and merged',
          both,
          each(both.median),
          (both.median / plain.median).toFixed(2),
          `${Math.round(most / 1e6)}`,
        ],
        ['openpyxl, cells only', plain, each(plain.median), '1.00', ''],
      ],
    },
  ];
}

function byOpenpyxl(files: readonly Uint8Array[], runs: Runs): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'appfi-bench-'));
  try {
    const paths = files.map((bytes, i) => {
      const path = join(folder, `${i}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const args = ['-W', 'ignore', '-c', script, `${runs.warmUp}`, `${runs.measured}`, ...paths];
    const { status, stdout, stderr } = spawnSync(needPython(), args);
    if (status !== 0) throw new Error(`openpyxl failed: ${stderr.toString()}`);
    return JSON.parse(stdout.toString()) as number[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
