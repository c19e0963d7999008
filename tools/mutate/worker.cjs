const path = require('node:path');
const { setImmediate } = require('node:timers/promises');
const circus = require('jest-circus');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const { expect } = require('expect');
const Modules = require('./modules.cjs');
const remembered = require('./remembered.cjs');

/**
 * A process that runs suites one after another, each with a mutant or without, by jest's own parts.
 * Unlike jest it keeps packages loaded and runs all of them among the same globals.
 */

const rootDir = process.cwd();
const config = { ...require(path.join(rootDir, 'jest.config.cjs')), rootDir };

const mocker = new ModuleMocker(globalThis);
const timers = new ModernFakeTimers({
  config: { fakeTimers: {}, rootDir },
  global: globalThis,
});
const jest = {
  fn: mocker.fn.bind(mocker),
  spyOn: mocker.spyOn.bind(mocker),
  restoreAllMocks: () => mocker.restoreAllMocks(),
  setTimeout: () => undefined, // The runner has a patience of its own.
  useFakeTimers: (options) => timers.useFakeTimers(options),
  useRealTimers: () => timers.useRealTimers(),
  advanceTimersByTime: (ms) => timers.advanceTimersByTime(ms),
  advanceTimersByTimeAsync: (ms) => timers.advanceTimersByTimeAsync(ms),
  isolateModulesAsync: (load) => modules.isolate(load),
};

const judge = path.join(rootDir, 'test/support/libreoffice.ts');
const answers = 'node_modules/.cache/mutate/libreoffice';
const modules = new Modules(config, jest, {
  [judge]: (functions) => remembered(functions, answers),
});
Object.assign(globalThis, circus.default, { expect });

/** Longer than anything takes on the busiest machine: what does not end is for the runner to see. */
const never = 3_600_000;
const none = /(?!)/;

/** What the run that goes on has met. */
let begun;
let failure;
const fail = (error) => {
  failure ??= { message: String(error?.stack ?? error), after: begun };
  circus.getState().testNamePattern = none;
};

const on = {
  test_start: ({ test }) => {
    test.timeout = never;
    begun += 1;
  },
  hook_start: ({ hook }) => void (hook.timeout = never),
  test_fn_failure: ({ error }) => fail(error),
  hook_failure: ({ error }) => fail(error),
};
circus.addEventHandler((event) => on[event.name]?.(event));

const unhandled = new Map();
process.on('unhandledRejection', (error, promise) => unhandled.set(promise, error));
process.on('rejectionHandled', (promise) => unhandled.delete(promise));
process.on('uncaughtException', fail);

/** Runs a suite until a test fails, or the first `until` tests are through. */
async function run({ suite, mutant, until = Infinity }) {
  begun = 0;
  failure = undefined;
  unhandled.clear();
  circus.resetState();
  modules.reset(mutant);
  on.test_done = () => {
    if (begun >= until) circus.getState().testNamePattern = none;
  };
  try {
    for (const file of config.setupFiles ?? []) modules.load(file.replace('<rootDir>', rootDir));
    modules.load(path.resolve(suite));
    if (until > 0) await circus.run();
    await setImmediate();
  } catch (error) {
    fail(error);
  }
  for (const error of unhandled.values()) fail(error);
  timers.useRealTimers();
  mocker.restoreAllMocks();
  return failure;
}

process.on('message', async (task) => {
  const failed = await run(task);
  process.send({ failed, heap: process.memoryUsage().heapUsed });
});

// Nobody is left to ask for more.
process.on('disconnect', () => process.exit());
