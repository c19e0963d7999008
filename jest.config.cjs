// Jest's sandbox takes its time to look a global up: those that loops name are at hand.
const globals =
  'Array Boolean Error JSON Map Math Number Object Promise Reflect RegExp Set String Uint8Array WeakMap';

/** @type {import('jest').Config} */
module.exports = {
  // A slow machine is no failure; what must be quick is measured by `npm run bench`.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  setupFiles: ['<rootDir>/test/support/seed.ts'],
  transform: {
    '^.+\\.tsx?$': '@swc/jest',
    '/node_modules/(hyparquet|tinyqueue).*\\.js$': '@swc/jest',
  },
  transformIgnorePatterns: ['/node_modules/(?!hyparquet|tinyqueue)'],
  moduleNameMapper: {
    '^d3-hierarchy$': '<rootDir>/test/support/d3-hierarchy.cjs',
    '^pptxgenjs$': '<rootDir>/test/support/pptxgenjs.cjs',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  sandboxInjectedGlobals: globals.split(' '),
  maxWorkers: '100%',
  testSequencer: '<rootDir>/tools/sequencer.cjs',
  reporters: ['default', '<rootDir>/tools/count-reporter.cjs'],
};
