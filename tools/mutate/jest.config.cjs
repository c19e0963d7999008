const base = require('../../jest.config.cjs');

/** The suites in the runner's order, with its mutant. */
module.exports = {
  ...base,
  rootDir: '../..',
  transform: { ...base.transform, '^.+\\.tsx?$': '<rootDir>/tools/mutate/transform.cjs' },
  testSequencer: '<rootDir>/tools/mutate/sequencer.cjs',
  reporters: ['<rootDir>/tools/mutate/reporter.cjs'],
};
