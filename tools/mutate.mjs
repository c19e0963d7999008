import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compiler } from './mutate/compiles.mjs';
import { mutantsIn, nameOf } from './mutate/mutants.mjs';
import { Suites } from './mutate/suites.mjs';
import { Worker } from './mutate/worker.mjs';

/**
 * Mutation score: how many small changes of the source the tests notice.
 *
 *   npm run mutate                                  300 mutants, evenly over the folders
 *   npm run mutate -- --seed 7 --count 50 --folder office
 *   npm run mutate -- --at src/office/edit.ts:42    every mutant of a line (or file)
 *   npm run mutate -- --at 'src/office/edit.ts:42  < → <='    this one, as a run has named it
 *
 * The tree is never changed: processes that stay run the suites by parts of jest and load the file as
 * the mutant has it. Each mutant meets the suites that load its file, those closest to it first, until
 * one fails or the budget (seconds of the processor) is spent; what has survived by then counts as
 * survived. What the compiler stops is no mutant.
 */

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '300' },
    folder: {
      type: 'string',
      multiple: true,
      default: ['rules', 'engagement', 'office', 'exchange', 'host/calc'],
    },
    at: { type: 'string', multiple: true },
    skip: { type: 'string', multiple: true, default: [] },
    budget: { type: 'string', default: '60' },
    patience: { type: 'string', default: '60' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    list: { type: 'boolean', default: false },
  },
});

const say = (text) => console.log(text);

/** Mulberry32: the same numbers for the same seed. */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sourcesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.ts') && !options.skip.some((one) => file.startsWith(one)))
    .sort();

/** Mutants of every folder in turn, so that a run that is cut short has drawn evenly. */
function* sample(wanted) {
  const roll = dice(Number(options.seed));
  const folders = options.folder.map((folder) =>
    sourcesIn(`src/${folder}`).flatMap((file) => mutantsIn(file)),
  );
  let drawn = 0;
  while (drawn < wanted && folders.some((left) => left.length > 0))
    for (const left of folders) {
      let mutant;
      do [mutant] = left.splice(Math.floor(roll() * left.length), 1);
      while (mutant && !counts(mutant));
      if (!mutant || drawn === wanted) continue;
      drawn += 1;
      yield mutant;
    }
}

const asked = (place) => {
  const [at, ...change] = place.trim().split('  ');
  const [file, line] = at.split(':');
  return mutantsIn(file).filter(
    (one) =>
      (line === undefined || one.line === Number(line)) &&
      (change.length === 0 || nameOf(one) === change.join('  ')),
  );
};

const placeOf = ({ file, line }) => `${file}:${line}`;

/** Reviewed by a person: nobody can tell such a mutant from the source. */
const equivalent = JSON.parse(
  readFileSync(new URL('./mutate/equivalent.json', import.meta.url), 'utf8'),
);
const isEquivalent = (mutant) =>
  equivalent.some(({ file, change }) => file === mutant.file && change === nameOf(mutant));

const compiles = compiler();
const counts = (mutant) => !isEquivalent(mutant) && compiles(mutant);

const wanted = Number(options.count);
const mutants = options.at ? options.at.flatMap(asked).filter(counts) : sample(wanted);
if (options.list) {
  for (const mutant of mutants) say(`${placeOf(mutant)}  ${nameOf(mutant)}`);
  process.exit();
}

const suites = await Suites.of('test', Number(options.patience) * 1000);
const survivors = [];
const tally = { killed: 0, endless: 0, SURVIVED: 0 };

/** Each worker takes the next mutant of one sample, so that a run has one score. */
async function work(left) {
  const worker = new Worker();
  for (const mutant of left) {
    const verdict = await suites.meet(mutant, Number(options.budget) * 1000, worker);
    tally[verdict] += 1;
    if (verdict === 'SURVIVED') survivors.push(mutant);
    say(`${verdict}  ${placeOf(mutant)}  ${nameOf(mutant)}`);
  }
  worker.renew();
}
const left = mutants[Symbol.iterator]();
await Promise.all(Array.from({ length: Number(options.jobs) }, () => work(left)));

const all = tally.killed + tally.endless + tally.SURVIVED;
say('\nSurvived:');
for (const mutant of survivors) say(`  ${placeOf(mutant)}  ${nameOf(mutant)}`);
say(
  `\n${((100 * (all - tally.SURVIVED)) / all).toFixed(1)} % of ${all} mutants noticed ` +
    `(seed ${options.seed}): ${tally.killed} by a test, ${tally.endless} by never ending.`,
);
