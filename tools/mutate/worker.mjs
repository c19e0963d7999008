import { clearInterval, setInterval } from 'node:timers';
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./worker.cjs', import.meta.url));
const flags = ['--max-old-space-size=3072', '--no-warnings'];

/** A process is replaced when it has grown so large. */
const enough = 1_500_000_000;

/** Nothing is done for so long (ms), on the busiest machine, only by what waits for nothing. */
const idle = 120_000;
const tick = 500;

/** What a process and its children have used of the processor, in ms; elsewhere than on Linux the time. */
function used(pid) {
  if (process.platform !== 'linux') return performance.now();
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return 10 * fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}

/** A process that runs suites, replaced when it has come to harm. */
export class Worker {
  #child;

  /**
   * @param task see worker.cjs
   * @param patience how much of the processor it may use, in ms
   * @returns what it used (`ms`), and where it failed or was `endless`, that
   */
  async run(task, patience) {
    const child = (this.#child ??= fork(program, {
      execArgv: flags,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    }));
    const before = used(child.pid);
    let last = before;
    let since = performance.now();
    const { promise, resolve } = withResolvers();
    const watch = setInterval(() => {
      const now = used(child.pid);
      if (now > last + 50) [last, since] = [now, performance.now()];
      if (now - before > patience || performance.now() - since > idle)
        resolve({ endless: true, failed: { message: 'endless' } });
    }, tick);
    child.once('message', resolve);
    child.once('exit', (code) => resolve({ failed: { message: `The process ended (${code}).` } }));
    child.send(task);
    const answer = await promise;
    clearInterval(watch);
    child.removeAllListeners();
    const ms = child.exitCode === null && child.signalCode === null ? used(child.pid) - before : 0;
    if (answer.heap === undefined || answer.heap > enough) this.renew();
    return { ...answer, ms };
  }

  /** The next task is done by a process that has done nothing yet. */
  renew() {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}

function withResolvers() {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}
