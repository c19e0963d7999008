import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

describe('a machine without the second engine', () => {
  let bin: string;
  beforeAll(() => {
    bin = mkdtempSync(path.join(tmpdir(), 'appfi-bin-'));
    symlinkSync('/bin/sh', path.join(bin, 'sh'));
  });
  afterAll(() => rmSync(bin, { recursive: true }));

  test.each([
    { where: 'on CI fails', ci: 'true', status: 1 },
    { where: 'elsewhere may test the rest', ci: '', status: 0 },
  ])('says what is not proved, and $where', ({ ci, status }) => {
    const run = spawnSync(process.execPath, ['tools/prepare-tests.mjs'], {
      env: { ...process.env, PATH: bin, CI: ci },
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
