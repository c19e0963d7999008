/**
 * Closes a test run with one plain line, "N passed, N failed". A suite that could not be loaded
 * ran no test, yet counts as one failure.
 */
module.exports = class CountReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    process.once('exit', () => {
      console.log(`\n${results.numPassedTests} passed, ${failed} failed${tail}`);
    });
  }
};
