import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { type Book, CellError, type Scalar, openXlsx, saveXlsx } from '../src/book';
import { createHost } from '../src/host';
import { find, howToGet } from './programs';

/**
 * Opens, saves, computes and compares every workbook of a folder:
 * `npx tsx tools/workbooks.ts FOLDER [--openpyxl] [--libreoffice COUNT] [--seed N] [--list]`.
 * Says which parts are lost, which cells other programs read differently afterwards, how many formulas
 * come out as the file has them, and which functions are not evaluated. What changes with the day or the
 * dice is left aside, and so are signatures, which any change ends. Exit code 1 where something is lost.
 */

interface Formula {
  place: string;
  formula: string;
  stored: Scalar;
  computed: Scalar;
  /** Excel has saved the file, and not another program. */
  isExcels: boolean;
}

const workbook = /\.xl(s|t)[xm]$/i;
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : (process.argv[at + 1] ?? '');
};

const shown = (value: Scalar) => (value instanceof CellError ? value.code : value);
const isUnknown = (value: Scalar) => shown(value) === '#NOT_EVALUATED';

function equal(a: Scalar, b: Scalar): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  return shown(a) === shown(b);
}

/** Formula cells with what the file has stored; those it has nothing for are left out. */
function formulasOf(file: string, book: Book): Formula[] {
  return book.sheets.flatMap((sheet) =>
    sheet.cells.flatMap((row, r) =>
      (row ?? []).flatMap((cell, c) =>
        cell?.formula === undefined || isUnknown(cell.value)
          ? []
          : [
              {
                place: `${file} ${sheet.name} R${r + 1}C${c + 1}`,
                formula: cell.formula,
                stored: cell.value,
                computed: null,
                isExcels: false,
              },
            ],
      ),
    ),
  );
}

/** Functions whose value is another each day or each time. */
const changing = /\b(NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|INFO)\(/i;

/** What the host computes, without what comes out otherwise on another day. */
async function computed(file: string, bytes: Uint8Array): Promise<Formula[]> {
  const found = computedOn(new Date(), file, await openXlsx(bytes));
  if (!found.some(({ formula }) => changing.test(formula))) return found;
  const later = computedOn(new Date(2150, 6, 1, 7, 7, 7), file, await openXlsx(bytes));
  return found.filter(
    (one, i) => !changing.test(one.formula) && equal(one.computed, later[i]!.computed),
  );
}

/** The formulas of a book once the host has computed everything, and keeps nothing that it cannot. */
function computedOn(day: Date, file: string, book: Book): Formula[] {
  const formulas = formulasOf(file, book);
  const cells = book.sheets.flatMap((sheet) =>
    sheet.cells.flatMap((row) =>
      (row ?? []).flatMap((cell) =>
        cell?.formula === undefined || isUnknown(cell.value) ? [] : cell,
      ),
    ),
  );
  for (const cell of cells) cell.value = null;
  createHost(book, { now: () => day }).calculator.calculateAll();
  return formulas.map((formula, i) => ({ ...formula, computed: cells[i]!.value }));
}

/** Whether a file says that Excel has saved it. */
function isExcels(bytes: Uint8Array): boolean {
  const parts = unzipSync(bytes, { filter: ({ name }) => name === 'docProps/app.xml' });
  const text = new TextDecoder().decode(parts['docProps/app.xml']);
  return /<Application>Microsoft (Macintosh )?Excel/.test(text);
}

/** Part names are told apart without case, and some programs write them with backslashes. */
const partName = (name: string) => name.replaceAll('\\', '/').toLowerCase();

function partsLost(before: Uint8Array, after: Uint8Array): string[] {
  const left = new Set(Object.keys(unzipSync(after)).map(partName));
  return Object.keys(unzipSync(before)).filter(
    (name) =>
      !name.endsWith('/') &&
      !left.has(partName(name)) &&
      !/calcChain\.xml$|^_xmlsignatures\//.test(name),
  );
}

/** Pairs of files whose cells openpyxl reads differently. */
function comparedByOpenpyxl(pairs: [string, string][]): string[] {
  const python = find('python');
  if (python === undefined) return [`not compared: ${howToGet('python')}`];
  const { stdout, status, stderr } = spawnSync(
    python,
    [path.join(__dirname, 'workbooks', 'cells.py')],
    {
      input: pairs.map((pair) => pair.join('\t')).join('\n'),
      encoding: 'utf8',
      maxBuffer: 1 << 29,
    },
  );
  return status === 0 ? stdout.split('\n').filter(Boolean) : [`not compared: ${stderr}`];
}

/** The files as LibreOffice reads and saves them; it may give up at one, and is asked for those after it again. */
function throughLibreOffice(files: string[], folder: string): string[] {
  const soffice = find('libreoffice');
  if (soffice === undefined) return [];
  mkdirSync(folder, { recursive: true });
  const profile = `-env:UserInstallation=file://${mkdtempSync(path.join(tmpdir(), 'workbooks-office-'))}`;
  const made = files.map((file) =>
    path.join(folder, path.basename(file).replace(workbook, '.xlsx')),
  );
  const convert = (some: string[]) =>
    spawnSync(
      soffice,
      [profile, '--headless', '--convert-to', 'xlsx', '--outdir', folder, ...some],
      {
        timeout: 600_000,
      },
    );
  for (let at = 0; at < files.length; at += 100) convert(files.slice(at, at + 100));
  for (const [i, file] of files.entries()) if (!existsSync(made[i]!)) convert([file]);
  return made;
}

/** Some of a list, drawn by a seed. */
function drawn<T>(list: T[], count: number, seed: number): T[] {
  let state = seed >>> 0;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  return list
    .map((one) => ({ one, order: next() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ one }) => one);
}

async function main(): Promise<void> {
  const [folder] = process.argv.slice(2);
  if (folder === undefined || folder.startsWith('--'))
    throw new Error('Name a folder: npx tsx tools/workbooks.ts FOLDER');
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) =>
    workbook.test(file),
  );
  const out = mkdtempSync(path.join(tmpdir(), 'workbooks-'));
  const pairs: [string, string][] = [];
  const lost: string[] = [];
  const failed: string[] = [];
  const formulas: Formula[] = [];
  const started = Date.now();
  let slowest = { file: '', ms: 0 };
  for (const [i, file] of files.entries()) {
    const from = Date.now();
    const bytes = new Uint8Array(readFileSync(path.join(folder, file)));
    try {
      const saved = await saveXlsx(await openXlsx(bytes));
      const to = path.join(out, `${i}-${path.basename(file)}`);
      writeFileSync(to, saved);
      pairs.push([path.join(folder, file), to]);
      lost.push(...partsLost(bytes, saved).map((part) => `${file} ${part}`));
      const byExcel = isExcels(bytes);
      for (const one of await computed(file, bytes)) formulas.push({ ...one, isExcels: byExcel });
    } catch (error) {
      failed.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
    const ms = Date.now() - from;
    if (ms > slowest.ms) slowest = { file, ms };
  }
  const unknown = formulas.filter((one) => isUnknown(one.computed));
  const counts = new Map<string, number>();
  for (const { formula } of unknown) {
    const name = /([\p{L}_][\p{L}\p{N}_.]*)\(/u.exec(formula)?.[1]?.toUpperCase() ?? '(reference)';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const wrong = formulas.filter(
    (one) => !isUnknown(one.computed) && !equal(one.stored, one.computed),
  );
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
  say(`${files.length} files, ${pairs.length} opened and saved in ${Date.now() - started} ms`);
  say(`slowest ${slowest.file} ${slowest.ms} ms; ${megabytes} MB at the end`);
  say(`parts lost: ${lost.length}; not opened or saved: ${failed.length}`);
  const same = formulas.length - unknown.length - wrong.length;
  say(
    `formulas: ${formulas.length}, as stored ${same}, not evaluated ${unknown.length}, otherwise ${wrong.length}`,
  );
  const excels = wrong.filter((one) => one.isExcels).length;
  say(`otherwise than Excel has stored ${excels}, than another program ${wrong.length - excels}`);
  if (counts.size > 0) {
    const most = [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${name} ${count}`);
    say(`not evaluated, by outermost function: ${most.join(', ')}`);
  }
  for (const line of [...lost, ...failed]) say(`  ${line}`);
  if (process.argv.includes('--list'))
    for (const { place, formula, stored, computed: now, isExcels: excel } of [...wrong, ...unknown])
      say(
        `  ${excel ? '' : '(not by Excel) '}${place} ${formula} stored ${String(shown(stored))} computed ${String(shown(now))}`,
      );
  let differ: string[] = [];
  if (process.argv.includes('--openpyxl')) {
    differ = comparedByOpenpyxl(pairs);
    say(`cells that openpyxl reads differently: ${differ.length}`);
  }
  const count = Number(option('libreoffice') ?? 0);
  if (count > 0) {
    const sample = drawn(pairs, count, Number(option('seed') ?? 1));
    const before = throughLibreOffice(
      sample.map(([one]) => one),
      path.join(out, 'before'),
    );
    const after = throughLibreOffice(
      sample.map(([, two]) => two),
      path.join(out, 'after'),
    );
    const read = before.flatMap((file, i): [string, string][] =>
      existsSync(file) ? [[file, after[i]!]] : [],
    );
    const found = comparedByOpenpyxl(read);
    say(
      `cells that LibreOffice reads differently, ${read.length} of ${sample.length} files that it reads: ${found.length}`,
    );
    differ = [...differ, ...found];
  }
  for (const line of differ.slice(0, 50)) say(`  ${line}`);
  if (lost.length + failed.length + differ.length > 0) process.exitCode = 1;
}

void main();
