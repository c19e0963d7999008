const path = require('node:path');

const tell = (event, test, more) =>
  new Promise((done) => {
    const suite = path.relative(process.cwd(), test.path).split(path.sep).join('/');
    process.send({ event, suite, ...more }, done);
  });

/** Tells the runner how it goes; with a mutant, the first failure is enough. */
module.exports = class Reporter {
  onTestFileStart(test) {
    this.before = process.cpuUsage();
    return tell('started', test);
  }

  async onTestCaseResult(test, { status, fullName }) {
    if (status === 'failed') await this.stop(test, fullName);
  }

  async onTestFileResult(test, { testExecError, numFailingTests }) {
    const { user, system } = process.cpuUsage(this.before);
    if (testExecError) await this.stop(test);
    else if (numFailingTests === 0) await tell('passed', test, { ms: (user + system) / 1000 });
  }

  async stop(test, name) {
    await tell('failed', test, { test: name });
    if (process.env.MUTANT) process.exit(1);
  }
};
