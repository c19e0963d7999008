import { spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { freePort, isFree } from '../../tools/free-port.cjs';

describe('a machine without the second engine', () => {
  test.each([
    { where: 'on CI fails', ci: 'true', status: 1 },
    { where: 'elsewhere may test the rest', ci: '', status: 0 },
  ])('says what is not proved, and $where', ({ ci, status }) => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'tools/prepare-tests.ts'], {
      // Without PATH there is no apt-get either, so nothing is installed.
      env: { ...process.env, APPFI_SOFFICE: 'nowhere', PATH: '', CI: ci },
      encoding: 'utf8',
    });
    expect(run.stderr).toContain('NOT PROVED: formulas recalculated by LibreOffice.');
    expect(run.status).toBe(status);
  });
});

test.each([
  [{ passed: 3, failed: 0, unloadable: 0, skipped: 0 }, '3 passed, 0 failed'],
  [{ passed: 3, failed: 1, unloadable: 2, skipped: 4 }, '3 passed, 3 failed, 4 skipped'],
])('a test run %j closes with "%s"', (counts, line) => {
  const results = {
    numPassedTests: counts.passed,
    numFailedTests: counts.failed,
    numRuntimeErrorTestSuites: counts.unloadable,
    numPendingTests: counts.skipped,
    numTodoTests: 0,
  };
  const script = `
    const Reporter = require('./tools/count-reporter.cjs');
    new Reporter().onRunComplete(undefined, ${JSON.stringify(results)});
    console.log("jest's own summary");`;
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect(stdout.trim().split('\n').at(-1)).toBe(line);
});

test('a suite that hangs ends the run and is named', () => {
  const script = `
    const Reporter = require('./tools/count-reporter.cjs');
    const reporter = new Reporter({}, { limit: 100 });
    for (const path of ['hangs', 'ends']) reporter.onTestFileStart({ path });
    reporter.onTestFileResult({ path: 'ends' });
    setTimeout(() => {}, 30_000);`;
  const { stderr, status } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect([stderr, status]).toEqual(['HANGS: hangs\n', 1]);
});

test('the page is served on the next port where the usual one is taken', async () => {
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, 'localhost', listening));
  const { port } = taken.address() as AddressInfo;
  try {
    expect(await freePort(port)).toBeGreaterThan(port);
    expect(await isFree(port)).toBe(false);
  } finally {
    taken.close();
  }
});

test.each([
  ['20.18.3', 1, /^APPFI needs Node 20\.19 or later, and this is 20\.18\.3: .*\n$/],
  ['16.20.0', 1, /^APPFI needs Node 20\.19 or later/],
  ['20.19.0', 0, /^$/],
  ['22.1.0', 0, /^$/],
])('Node %s is told in one line where it is too old', (version, status, told) => {
  const script = `
    Object.defineProperty(process.versions, 'node', { value: '${version}' });
    require('./tools/node-version.cjs');`;
  const run = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([status, expect.stringMatching(told)]);
});
