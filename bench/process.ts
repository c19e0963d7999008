import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '..');
export const appfi = join(root, 'tools', 'appfi.mjs');

export interface Ran {
  seconds: number;
  /** MB of resident memory: the most of all, in the second tenth of the time, and in the last. */
  most: number;
  early: number;
  late: number;
}

/** A whole process, its memory looked at ten times a second. */
export async function watched(command: string, args: string[]): Promise<Ran> {
  const start = performance.now();
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const seen: { at: number; mb: number }[] = [];
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      const [, kb] = /VmRSS:\s+(\d+)/.exec(status) ?? [];
      if (kb) seen.push({ at: performance.now() - start, mb: Number(kb) / 1024 });
    } catch {
      // It has just ended.
    }
  }, 100);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command} ended with ${String(code)}: see above.`);
  const total = performance.now() - start;
  const most = (from: number, until: number) =>
    Math.max(
      0,
      ...seen.filter(({ at }) => at >= from * total && at < until * total).map(({ mb }) => mb),
    );
  return {
    seconds: total / 1000,
    most: most(0, 1),
    early: most(0.1, 0.2),
    late: most(0.9, 1),
  };
}
