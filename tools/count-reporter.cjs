const { setTimeout, clearTimeout } = require('node:timers');

/** Longer than any suite takes on a slow and busy machine: it waits for something that never comes. */
const tooLong = 25 * 60_000;

/**
 * Closes a test run with one plain line, "N passed, N failed". A suite that could not be loaded
 * ran no test, yet counts as one failure; one that hangs ends the run and is named.
 */
module.exports = class CountReporter {
  constructor(_config, { limit = tooLong } = {}) {
    this.limit = limit;
    this.running = new Map();
  }

  onTestFileStart({ path }) {
    const end = () => {
      console.error(`HANGS: ${[...this.running.keys()].join(', ')}`);
      process.exit(1);
    };
    this.running.set(path, setTimeout(end, this.limit).unref());
  }

  onTestFileResult({ path }) {
    clearTimeout(this.running.get(path));
    this.running.delete(path);
  }

  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    process.once('exit', () => {
      console.log(`\n${results.numPassedTests} passed, ${failed} failed${tail}`);
    });
  }
};
