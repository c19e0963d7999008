import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { importsOf, isApt } from './imports.mjs';

const knownFile = 'node_modules/.cache/mutate/suites.json';

/** A guess for a suite that has not run yet, by its length. */
const guess = (suite) => statSync(suite).size / 2;

/** How many folders below src/ and test/ two files have in common. */
const common = (source, suite) => {
  const [a, b] = [source, suite].map((file) => path.posix.dirname(file).split('/').slice(1));
  const apart = a.findIndex((folder, i) => folder !== b[i]);
  return apart < 0 ? a.length : apart;
};

/** The part of the source that a file belongs to: a suite that notices much of one may know nothing of another. */
const partOf = (source) => source.split('/').slice(0, 2).join('/');

/**
 * What is known of the suites: how long each takes (ms), how many mutants of each part of the source it
 * has met and how many of them noticed, also in earlier runs; which fail as things are, which notice what.
 */
export class Suites {
  #imports;
  #patience;
  #known = stored();
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
      this.#count(suite, mutant.file, 'met');
      if (!failed || !(await this.#isNotice(worker, suite, mutant, failed))) continue;
      this.#killers.set(mutant.file, new Set([...this.#killersOf(mutant.file), suite]));
      this.#count(suite, mutant.file, 'noticed');
      return endless ? 'endless' : 'killed';
    }
    return 'SURVIVED';
  }

  /**
   * Those that noticed other mutants of the file, then those that are likeliest to notice one for what
   * they take. Of a suite that has met none yet, the likelier the closer it is to the file, and the more
   * it does.
   */
  #order(file) {
    const { name } = path.posix.parse(file);
    const worth = (suite) => {
      const near = common(file, suite);
      const isNamed = near > 0 && suite.includes(`/${name}.test.`);
      const isClose = isNamed || this.#imports.imports(suite, file);
      const { met = 0, noticed = 0 } = this.#known[suite]?.of?.[partOf(file)] ?? {};
      const ms = this.#usual(suite);
      const unmet = (isClose ? 1 : near ? 0.3 : 0.1) * Math.sqrt(ms / 1000);
      const chance = (noticed + unmet) / (met + 1);
      return (chance / ms) * (this.#killersOf(file).has(suite) ? 1000 : 1);
    };
    return this.#imports
      .suitesOf(file)
      .filter((suite) => !this.#failing.has(suite))
      .map((suite) => ({ suite, worth: worth(suite) }))
      .sort((a, b) => b.worth - a.worth)
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
    if (!answer.failed && until === undefined) this.#learn(suite, Math.round(answer.ms));
    return answer;
  }

  #usual = (suite) => Math.max(this.#known[suite]?.ms ?? guess(suite), 10);
  #killersOf = (file) => this.#killers.get(file) ?? new Set();

  /** @param what of a mutant of the file: 'met' or 'noticed' */
  #count(suite, file, what) {
    const of = ((this.#known[suite] ??= {}).of ??= {});
    const counts = (of[partOf(file)] ??= { met: 0, noticed: 0 });
    counts[what] += 1;
    this.#keep();
  }

  #learn(suite, ms) {
    (this.#known[suite] ??= {}).ms = ms;
    this.#keep();
  }

  #keep() {
    mkdirSync(path.dirname(knownFile), { recursive: true });
    writeFileSync(knownFile, JSON.stringify(this.#known, undefined, 2));
  }
}

function stored() {
  try {
    return JSON.parse(readFileSync(knownFile, 'utf8'));
  } catch {
    return {};
  }
}
