import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { openHost } from '../src/host';
import { needPython } from '../test/support/python';
import { laidOut, type Case } from './layout';
import { median, stopwatch, summary, turns, type Runs } from './measure';
import type { Report } from './report';

/**
 * Opens, saves, changes and saves a file as often as it is told to; answers the milliseconds of each. Measured
 * inside the process, so that Python's start does not count.
 */
const free = 'ZZ1';
const script = `
import sys, time, io, json, openpyxl
data = open(sys.argv[1], 'rb').read()
for line in sys.stdin:
    start = time.perf_counter()
    book = openpyxl.load_workbook(io.BytesIO(data))
    opened = time.perf_counter()
    book.save(io.BytesIO())
    saved = time.perf_counter()
    book[sys.argv[2]]['${free}'] = 'changed'
    book.save(io.BytesIO())
    changed = time.perf_counter()
    print(json.dumps([1000 * took for took in (opened - start, saved - opened, changed - saved)]), flush=True)
`;

const steps = ['open', 'save', 'change a cell and save'] as const;

/** Takes turns, ours and openpyxl's, so that whatever else the machine does meets both. */
async function takeTurns(
  file: Uint8Array,
  sheet: string,
  runs: Runs,
): Promise<{ ours: number[][]; theirs: number[][] }> {
  const folder = mkdtempSync(join(tmpdir(), 'appfi-bench-'));
  const path = join(folder, 'book.xlsx');
  writeFileSync(path, file);
  const child = spawn(needPython(), ['-W', 'ignore', '-c', script, path, sheet], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    const theirs: number[][] = [];
    const ours: number[][] = [];
    for (const { counts } of turns(runs)) {
      const open = await stopwatch(() => openHost(file));
      const host = open.value;
      const save = await stopwatch(() => host.save());
      const change = await stopwatch(() => {
        host.edit(sheet, free, 'changed');
        return host.save();
      });
      child.stdin.write('again\n');
      const { value, done } = await answers.next();
      if (done) throw new Error('openpyxl failed: see above.');
      if (!counts) continue;
      ours.push([open.ms, save.ms, change.ms]);
      theirs.push(JSON.parse(value) as number[]);
    }
    return { ours, theirs };
  } finally {
    child.kill();
    rmSync(folder, { recursive: true });
  }
}

/** Our .xlsx against openpyxl's on the same file: what we saved, opened and saved again by each. */
export async function fileReports(cases: readonly Case[], runs: Runs): Promise<Report[]> {
  const rows: Report['rows'] = [];
  for (const one of cases) {
    const host = await laidOut(one);
    const file = await host.save();
    const { ours, theirs } = await takeTurns(file, host.book.sheets[0]!.name, runs);
    steps.forEach((step, i) => {
      const [our, their] = [ours, theirs].map((runs) => runs.map((times) => times[i]!)) as [
        number[],
        number[],
      ];
      const ratio = median(our) / median(their);
      rows.push([one.name, step, summary(our), summary(their), ratio.toFixed(2)]);
    });
  }
  return [
    {
      title: 'Files: ms, median (min–max)',
      columns: ['workbook', 'step', 'ours', 'openpyxl', 'ours / openpyxl'],
      rows,
    },
  ];
}
