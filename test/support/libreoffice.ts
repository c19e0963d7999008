import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripCachedValues } from '../../src/book';
import { find, howToGet, need } from '../../tools/programs';
import { missing } from './missing';

/** For starting, and for each file on a busy machine. */
const timeout = (files: number) => 120_000 + 20_000 * files;

/** Makes LibreOffice calculate every formula of a file it loads. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Whether LibreOffice is installed; says so loudly when not. */
export const available = (): boolean =>
  find('libreoffice') !== undefined || missing('LibreOffice', howToGet('libreoffice'));

/** The workbook with every formula computed by LibreOffice, saved by it as .xlsx. */
export const recalculate = async (bytes: Uint8Array): Promise<Uint8Array> =>
  (await recalculateAll([bytes]))[0] as Uint8Array;

/** Several workbooks in one run of LibreOffice, which takes as long to start as to convert one. */
export const recalculateAll = async (files: readonly Uint8Array[]): Promise<Uint8Array[]> =>
  convert(await Promise.all(files.map(stripCachedValues)), 'xlsx');

/** The workbook as LibreOffice prints it. */
export const toPdf = async (bytes: Uint8Array): Promise<Uint8Array> =>
  (await convert([bytes], 'pdf'))[0] as Uint8Array;

/** The workbook after it was saved as .xls and that file as .xlsx again. */
export const throughXls = async (files: readonly Uint8Array[]): Promise<Uint8Array[]> =>
  convert(await convert(files, 'xls'), 'xlsx', 'xls');

/** The workbook as one XML document, with all that LibreOffice knows of it. */
export const flat = async (bytes: Uint8Array): Promise<string> =>
  new TextDecoder().decode((await convert([bytes], 'fods'))[0]);

/** Converts in a profile of its own, so that runs beside each other never meet. */
async function convert(
  files: readonly Uint8Array[],
  format: 'xlsx' | 'xls' | 'pdf' | 'fods',
  from: 'xlsx' | 'xls' = 'xlsx',
): Promise<Uint8Array[]> {
  const folder = mkdtempSync(join(tmpdir(), 'appfi-libreoffice-'));
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    const inputs = files.map((bytes, i) => {
      const input = join(folder, `book${i}.${from}`);
      writeFileSync(input, bytes);
      return input;
    });
    const out = join(folder, 'out');
    await run(
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        format,
        '--outdir',
        out,
        ...inputs,
      ],
      timeout(files.length),
    );
    return files.map((_, i) => new Uint8Array(readFileSync(join(out, `book${i}.${format}`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(args: string[], limit: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(need('libreoffice'), args, { timeout: limit });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`LibreOffice failed (${code}): ${output}`)),
    );
  });
}
