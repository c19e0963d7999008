const fs = require('node:fs');
const path = require('node:path');

/** A guess for a suite that has not run yet, by its length. */
const guess = (content) => 5 * content.length;

/** How many folders below src/ and test/ two files have in common. */
const common = (source, suite) => {
  const [a, b] = [source, suite].map((file) => path.posix.dirname(file).split('/').slice(1));
  const apart = a.findIndex((folder, i) => folder !== b[i]);
  return apart < 0 ? a.length : apart;
};

/**
 * Which suites meet a mutant first: those that noticed others of its file, those that import the file
 * or bear its name, those of its folder, the rest; among equals the cheapest. A sequencer of jest.
 */
module.exports = class Order {
  sort(tests) {
    if (!process.env.MUTANT) return tests;
    const { file } = JSON.parse(process.env.MUTANT);
    const { killers, times } = JSON.parse(process.env.SUITES);
    const source = file.replace(/\.ts$/, '');
    const name = path.posix.basename(source);
    const all = tests.map((test) => {
      const suite = path.relative(process.cwd(), test.path).split(path.sep).join('/');
      const content = fs.readFileSync(test.path, 'utf8');
      const near = common(source, suite);
      const isNamed = near > 0 && suite.includes(`/${name}.test.`);
      const isClose = isNamed || content.includes(`${source}'`);
      const rank = killers.includes(suite) ? 0 : isClose ? 1 : 2;
      return { test, rank, near, ms: times[suite] ?? guess(content) };
    });
    return all
      .sort((a, b) => a.rank - b.rank || b.near - a.near || a.ms - b.ms)
      .map(({ test }) => test);
  }

  shard = (tests) => tests;
  allFailedTests = (tests) => tests;
  cacheResults() {
    // Times are kept by the runner.
  }
};
