import { clearTimeout, setTimeout } from 'node:timers';
import { fork } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const jest = 'node_modules/jest/bin/jest.js';
const config = 'tools/mutate/jest.config.cjs';
const timesFile = 'node_modules/.cache/mutate/times.json';

/** A suite that takes so much longer than usual does not end, even on a busy machine. */
const patience = (usual) => 300_000 + 20 * (usual ?? 30_000);

/**
 * Runs jest in a process of its own and hears from its reporter.
 * @param usual how long suites take, in ms of the processor
 * @param budget when to stop, in the same
 */
function runJest(args, env, usual, budget = Infinity) {
  return new Promise((resolve) => {
    const child = fork(jest, ['--config', config, '-i', ...args], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, ...env },
    });
    const outcome = { passed: {}, said: '' };
    let left = budget;
    let timer;
    child.stderr.on('data', (data) => (outcome.said = (outcome.said + data).slice(-2000)));
    const heard = {
      started: ({ suite }) => {
        timer = setTimeout(() => {
          outcome.endless = suite;
          child.kill('SIGKILL');
        }, patience(usual[suite]));
      },
      passed: ({ suite, ms }) => {
        outcome.passed[suite] = ms;
        left -= ms;
        if (left > 0) return;
        outcome.stopped = true;
        child.kill();
      },
      failed: ({ suite, test }) => Object.assign(outcome, { failed: suite, test }),
    };
    child.on('message', (message) => {
      clearTimeout(timer);
      heard[message.event](message);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ ...outcome, code });
    });
  });
}

/** What is known of the suites: how long each takes, which pass as things are, which notice what. */
export class Suites {
  #times = stored();
  #passes = new Map();
  #killers = new Map();

  /**
   * Runs the tests related to a mutant's file until one fails or `budget` (ms) is spent.
   * @returns 'killed', 'endless' or 'SURVIVED'
   */
  async meet(mutant, budget) {
    const killers = this.#killers.get(mutant.file) ?? [];
    const failing = [...this.#passes].filter(([, passes]) => !passes).map(([suite]) => suite);
    const outcome = await runJest(
      [
        ...['--findRelatedTests', mutant.file, '--passWithNoTests'],
        ...['--testPathIgnorePatterns', ...ignored, ...failing],
      ],
      {
        MUTANT: JSON.stringify(mutant),
        SUITES: JSON.stringify({ killers, times: this.#times }),
      },
      this.#times,
      budget,
    );
    this.#learn(outcome);
    if (outcome.endless) return 'endless';
    if (!outcome.failed) {
      if (outcome.code !== 0 && !outcome.stopped)
        throw new Error(`jest failed of itself:\n${outcome.said}`);
      return 'SURVIVED';
    }
    // A test that fails as things are has noticed nothing.
    if (!(await this.#isSound(outcome))) return this.meet(mutant, budget);
    this.#killers.set(mutant.file, [...new Set([outcome.failed, ...killers])]);
    return 'killed';
  }

  async #isSound({ failed: suite, test }) {
    if (this.#passes.get(suite)) return true;
    const only = test === undefined ? [] : ['--testNamePattern', `^${escaped(test)}$`];
    const { code } = await runJest(['--runTestsByPath', suite, ...only], {}, this.#times);
    this.#passes.set(suite, code === 0);
    if (code !== 0) console.log(`fails without a mutant, left out: ${suite}`);
    return code === 0;
  }

  /** What passes with a mutant passes without. */
  #learn({ passed }) {
    for (const suite of Object.keys(passed)) this.#passes.set(suite, true);
    Object.assign(this.#times, passed);
    mkdirSync(path.dirname(timesFile), { recursive: true });
    writeFileSync(timesFile, JSON.stringify(this.#times, undefined, 2));
  }
}

const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Need a browser, or read the tree and not what jest loads. */
const ignored = ['/node_modules/', '/test/(workbench|tooling|support)/', '/test/host/wire/page'];

function stored() {
  try {
    return JSON.parse(readFileSync(timesFile, 'utf8'));
  } catch {
    return {};
  }
}
