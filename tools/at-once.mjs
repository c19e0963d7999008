import './node-version.cjs';
import { spawn } from 'node:child_process';

/** Runs npm scripts beside each other: `node tools/at-once.mjs lint:types lint:rules`. All must be well. */
const run = (script) =>
  new Promise((resolve) => {
    spawn('npm', ['run', '--silent', script], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
      .once('error', () => resolve(false))
      .once('close', (code) => resolve(code === 0));
  });

const scripts = process.argv.slice(2);
const well = await Promise.all(scripts.map(run));
const failed = scripts.filter((_, i) => !well[i]);
if (failed.length > 0) {
  console.error(`FAILED: ${failed.join(', ')}`);
  process.exitCode = 1;
}
