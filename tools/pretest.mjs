import { spawn } from 'node:child_process';

/** What `npm test` needs is brought while the linters work; both must be well before a test runs. */
const run = (command, ...args) =>
  new Promise((resolve) => {
    spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
      .once('error', () => resolve(false))
      .once('close', (code) => resolve(code === 0));
  });

const well = await Promise.all([
  run(process.execPath, 'tools/prepare-tests.mjs'),
  run('npm', 'run', 'lint'),
]);
if (well.includes(false)) process.exitCode = 1;
