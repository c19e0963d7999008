import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, stopwatch, summary, turns, type Runs } from './measure';
import { appfi, root } from './process';
import type { Report } from './report';

function node(args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr.toString()}`);
}

/** `appfi new` from nothing to a file, as whole processes, beside a Node that does nothing. */
export async function commandReports(models: readonly string[], runs: Runs): Promise<Report[]> {
  const folder = mkdtempSync(join(tmpdir(), 'appfi-bench-'));
  try {
    const make = (model: string) => () =>
      node([appfi, 'new', '--model', model, '--out', join(folder, 'book.xlsx'), '--force']);
    const all: [string, () => void][] = [
      ['node -e 0', () => node(['-e', '0'])],
      ...models.map((model): [string, () => void] => [`appfi new, ${model}`, make(model)]),
    ];
    const times = new Map<string, number[]>(all.map(([name]) => [name, []]));
    for (const { counts } of turns(runs)) {
      for (const [name, step] of all) {
        const { ms } = await stopwatch(step);
        if (counts) times.get(name)?.push(ms);
      }
    }
    const nothing = median(times.get('node -e 0') ?? []);
    return [
      {
        title: 'Command line: whole processes, ms, median (min–max)',
        columns: ['process', 'time', '× node -e 0'],
        rows: [...times].map(([name, list]) => [
          name,
          summary(list),
          (median(list) / nothing).toFixed(1),
        ]),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
