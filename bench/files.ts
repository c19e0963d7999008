import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { openXlsx, saveXlsx } from '../src/book';
import type { Lang } from '../src/messages';
import { needPython } from '../test/support/python';
import { generated, laidOut, models } from './layout';
import { median, stopwatch, summary } from './measure';
import type { Report } from './report';

/**
 * Opens and saves a file as often as it is told to; answers the milliseconds of each. Measured
 * inside the process, so that Python's start does not count.
 */
const script = `
import sys, time, io, json, openpyxl
data = open(sys.argv[1], 'rb').read()
for line in sys.stdin:
    start = time.perf_counter()
    book = openpyxl.load_workbook(io.BytesIO(data))
    opened = time.perf_counter()
    book.save(io.BytesIO())
    saved = time.perf_counter()
    print(json.dumps([1000 * (opened - start), 1000 * (saved - opened)]), flush=True)
`;

type Pair = { open: number; save: number };

/** Takes turns, ours and openpyxl's, so that whatever else the machine does meets both. */
async function takeTurns(
  file: Uint8Array,
  runs: number,
): Promise<{ ours: Pair[]; theirs: Pair[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'appfi-bench-'));
  const path = join(folder, 'book.xlsx');
  writeFileSync(path, file);
  const child = spawn(needPython(), ['-W', 'ignore', '-c', script, path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    const theirs: Pair[] = [];
    const ours: Pair[] = [];
    for (let run = 0; run <= runs; run += 1) {
      const open = await stopwatch(() => openXlsx(file));
      const save = await stopwatch(() => saveXlsx(open.value));
      child.stdin.write('again\n');
      const { value, done } = await answers.next();
      if (done) throw new Error('openpyxl failed: see above.');
      const [opened, saved] = JSON.parse(value) as [number, number];
      if (run === 0) continue;
      ours.push({ open: open.ms, save: save.ms });
      theirs.push({ open: opened, save: saved });
    }
    return { ours, theirs };
  } finally {
    child.kill();
    rmSync(folder, { recursive: true });
  }
}

/** Our .xlsx against openpyxl's on the same file: what we saved, opened and saved again by each. */
export async function fileReports(lang: Lang, runs: number): Promise<Report[]> {
  const rows: Report['rows'] = [];
  for (const one of [...(await models(lang)), generated(3000, lang)]) {
    const file = await (await laidOut(one)).save();
    const { ours, theirs } = await takeTurns(file, runs);
    for (const step of ['open', 'save'] as const) {
      const [our, their] = [ours, theirs].map((pairs) => pairs.map((pair) => pair[step]));
      if (!our || !their) continue;
      const ratio = median(our) / median(their);
      rows.push([one.name, step, summary(our), summary(their), ratio.toFixed(2)]);
    }
  }
  return [
    {
      title: 'Files: ms, median (min–max)',
      columns: ['workbook', 'step', 'ours', 'openpyxl', 'ours / openpyxl'],
      rows,
    },
  ];
}
