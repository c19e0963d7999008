import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { importsOf, isApt } from './imports.mjs';

const timesFile = 'node_modules/.cache/mutate/times.json';

/** A guess for a suite that has not run yet, by its length. */
const guess = (suite) => statSync(suite).size / 2;

/** How many folders below src/ and test/ two files have in common. */
const common = (source, suite) => {
  const [a, b] = [source, suite].map((file) => path.posix.dirname(file).split('/').slice(1));
  const apart = a.findIndex((folder, i) => folder !== b[i]);
  return apart < 0 ? a.length : apart;
};

/** What is known of the suites: how long each takes, which fail as things are, which notice what. */
export class Suites {
  #imports;
  #patience;
  #times = stored();
  #failing = new Set();
  #killers = new Map();

  /** @param patience how much longer than usual (ms of the processor) a suite may take */
  static async of(folder, patience) {
    const suites = readdirSync(folder, { recursive: true })
      .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
      .filter(isApt);
    return new Suites(await importsOf(suites), patience);
  }

  constructor(imports, patience) {
    this.#imports = imports;
    this.#patience = patience;
  }

  /**
   * Runs the suites that load a mutant's file until one fails or none fits in what is left of `budget` (ms).
   * @returns 'killed', 'endless' or 'SURVIVED'
   */
  async meet(mutant, budget, worker) {
    let left = budget;
    for (const suite of this.#order(mutant.file)) {
      if (this.#usual(suite) > left) continue;
      const { failed, endless, ms } = await this.#run(worker, { suite, mutant });
      left -= ms;
      if (!failed || !(await this.#isNotice(worker, suite, mutant, failed))) continue;
      const others = this.#killersOf(mutant.file).filter((one) => one !== suite);
      this.#killers.set(mutant.file, [suite, ...others]);
      return endless ? 'endless' : 'killed';
    }
    return 'SURVIVED';
  }

  /**
   * Those that noticed other mutants of the file, those that import it or bear its name, the rest;
   * among equals those of the folder nearest to it, then the cheapest.
   */
  #order(file) {
    const { name } = path.posix.parse(file);
    const killers = this.#killersOf(file);
    const placed = (suite) => {
      const near = common(file, suite);
      const isNamed = near > 0 && suite.includes(`/${name}.test.`);
      const isClose = isNamed || this.#imports.imports(suite, file);
      const rank = killers.includes(suite) ? 0 : isClose ? 1 : 2;
      return { suite, rank, near, ms: this.#usual(suite) };
    };
    return this.#imports
      .suitesOf(file)
      .filter((suite) => !this.#failing.has(suite))
      .map(placed)
      .sort((a, b) => a.rank - b.rank || b.near - a.near || a.ms - b.ms)
      .map(({ suite }) => suite);
  }

  /** A test that fails as things are has noticed nothing. */
  async #isNotice(worker, suite, mutant, { after }) {
    if (!(await this.#run(worker, { suite, until: after })).failed) return true;
    // Perhaps only for what earlier suites have left behind.
    worker.renew();
    if (!(await this.#run(worker, { suite })).failed) {
      worker.renew();
      return (await this.#run(worker, { suite, mutant })).failed !== undefined;
    }
    if (!this.#failing.has(suite)) console.log(`fails without a mutant, left out: ${suite}`);
    this.#failing.add(suite);
    return false;
  }

  async #run(worker, task) {
    const { suite, until } = task;
    const answer = await worker.run(task, this.#patience + 10 * this.#usual(suite));
    if (!answer.failed && until === undefined) this.#remember(suite, answer.ms);
    return answer;
  }

  #usual = (suite) => this.#times[suite] ?? guess(suite);
  #killersOf = (file) => this.#killers.get(file) ?? [];

  #remember(suite, ms) {
    this.#times[suite] = Math.round(ms);
    mkdirSync(path.dirname(timesFile), { recursive: true });
    writeFileSync(timesFile, JSON.stringify(this.#times, undefined, 2));
  }
}

function stored() {
  try {
    return JSON.parse(readFileSync(timesFile, 'utf8'));
  } catch {
    return {};
  }
}
