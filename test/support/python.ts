import { spawnSync } from 'node:child_process';
import { candidates, howToGet } from '../../tools/programs';
import { missing } from './missing';

let found: string | undefined;

/** The Python that has openpyxl: the system's may, while another stands before it on PATH. */
export function openpyxlPython(): string | undefined {
  const has = (file: string) => spawnSync(file, ['-c', 'import openpyxl']).status === 0;
  found ??= candidates('python').find(has);
  return found;
}

/** Whether there is a Python with openpyxl; says so loudly when not. */
export const openpyxlAvailable = (): boolean =>
  openpyxlPython() !== undefined || missing('openpyxl', howToGet('python'));

/** Runs a script with the file on its standard input and parses the JSON it prints. */
export function python(script: string, file: Uint8Array): unknown {
  const { status, stdout, stderr } = spawnSync(needPython(), ['-W', 'error', '-c', script], {
    input: file,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`Python failed: ${stderr.toString()}`);
  return JSON.parse(stdout.toString());
}

/** {@link openpyxlPython}; throws where there is none, and says how to get it. */
export function needPython(): string {
  const file = openpyxlPython();
  if (file === undefined) throw new Error(`No Python has openpyxl. ${howToGet('python')}`);
  return file;
}
