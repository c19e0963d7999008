import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { openXlsx, saveXlsx } from '../../src/book';
import { appfi } from './run';

jest.setTimeout(600_000);

const root = process.cwd();
const guides = [
  'README.md',
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? `docs/${name}` : [])),
].filter((name) => blocksOf(name).length > 0);

interface Block {
  language: string;
  /** Of a file that the guide shows. */
  file: string;
  text: string;
}

/** What a guide tells its reader to run, from top to bottom; what needs npm itself is tried elsewhere. */
function blocksOf(name: string): Block[] {
  const text = readFileSync(path.join(root, name), 'utf8');
  return [...text.matchAll(/^```(sh|sql|json(?= \S))(?: (\S+))?\n([\s\S]*?)^```$/gm)]
    .map(([, language = '', file = '', block = '']) => ({ language, file, text: block }))
    .filter(({ text: block }) => !/^(npm |APPFI_URL)/m.test(block));
}

/** A command line as a shell parts it: quotes hold together, `#` begins a comment. */
const wordsOf = (line: string): string[] =>
  [...line.replace(/\s#.*$/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );

const commands: Record<string, (...args: string[]) => unknown> = {
  mkdir: (name) => mkdirSync(name),
  cp: (from, to) => copyFileSync(from, to),
};

/** What a guide tells its reader to do by hand, in its words. */
const byHand: Record<string, () => Promise<void>> = {
  'write yes under accept in review.xlsx, for what shall be taken over': async () => {
    const book = await openXlsx(new Uint8Array(readFileSync('review.xlsx')));
    for (const { cells } of book.sheets) {
      const head = cells.findIndex((row) => row?.some((cell) => cell?.value === 'accept'));
      const row = cells[head + 1];
      const at = cells[head]?.findIndex((cell) => cell?.value === 'accept') ?? -1;
      if (row && at >= 0 && row.some((cell) => cell?.value)) row[at] = { ...row[at], value: 'yes' };
    }
    writeFileSync('review.xlsx', await saveXlsx(book));
  },
};

async function run(line: string): Promise<void> {
  const [, hand] = /^# by hand: (.*)$/.exec(line) ?? [];
  if (hand !== undefined) {
    expect(Object.keys(byHand)).toContain(hand);
    return byHand[hand]?.();
  }
  const [command = '', ...args] = wordsOf(line);
  const own = commands[command];
  if (own) return void own(...args);
  expect([command, args[0]]).toEqual(['npx', 'appfi']);
  const { code, err } = await appfi(...args.slice(1));
  if (code !== 0) throw new Error(`${line}\n${err}`);
}

/** What a guide asks DuckDB, one block after the other; a view has no rows to show. */
async function query(connection: DuckDBConnection, sql: string): Promise<void> {
  for (const statement of sql.split(/;\s*$/m).filter((one) => one.trim() !== '')) {
    const reader = await connection.runAndReadAll(statement);
    if (/^create /m.test(statement)) continue;
    expect([statement, reader.currentRowCount > 0]).toEqual([statement, true]);
  }
}

test('the Chinese README says the same commands', () =>
  expect(blocksOf('README.zh-CN.md')).toEqual(blocksOf('README.md')));

// Each in a folder that holds the examples and nothing else, as somebody who reads it for the first time.
test.each(guides)('%s runs from top to bottom', async (guide) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'appfi-docs-'));
  cpSync('examples', path.join(folder, 'examples'), { recursive: true });
  const connection = await (await DuckDBInstance.create()).connect();
  process.chdir(folder);
  try {
    for (const { language, file, text } of blocksOf(guide)) {
      // Lines of engines that are not here are only read.
      if (language === 'sql') {
        if (file !== 'spark') await query(connection, text);
        continue;
      }
      if (file !== '') {
        writeFileSync(file, text);
        continue;
      }
      for (const line of text.split('\n')) if (line.trim() !== '') await run(line);
    }
  } finally {
    connection.closeSync();
    process.chdir(root);
    rmSync(folder, { recursive: true });
  }
});
