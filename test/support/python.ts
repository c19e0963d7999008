import { spawnSync } from 'node:child_process';
import { missing } from './missing';

const PYTHON = '/usr/bin/python3';

/** Whether the system's Python has openpyxl; says so loudly when not. */
export const openpyxlAvailable = (): boolean =>
  spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0 ||
  missing('openpyxl', 'apt-get install python3-openpyxl');

/** Runs a script with the file on its standard input and parses the JSON it prints. */
export function python(script: string, file: Uint8Array): unknown {
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-W', 'error', '-c', script], {
    input: file,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`Python failed: ${stderr.toString()}`);
  return JSON.parse(stdout.toString());
}
