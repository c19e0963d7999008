import { isMainThread } from 'node:worker_threads';
import { main } from './program';

/** What threads of the command do for it. */
export { rowsOf } from './commands/collectRows';

if (isMainThread) {
  // A reader that stops early (`| head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });

  void main(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    isTerminal: process.stderr.isTTY === true,
  }).then((code) => {
    process.exitCode = code;
  });
}
