import { spawn } from 'node:child_process';
import * as disk from 'node:fs/promises';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { writeOut } from '../../src/cli/files';
import { writeBack } from '../../src/cli/writeBack';
import { asPlainUser } from '../support/plainUser';
import { ownFolder } from './run';

const file = ownFolder();

/** A disk on which one step fails. */
function failing(step: 'open' | 'writeFile' | 'sync' | 'rename', code: string) {
  const fail = () => Promise.reject(Object.assign(new Error(code), { code }));
  const open: typeof disk.open = async (...args) => {
    if (step === 'open') return fail();
    const handle = await disk.open(...args);
    if (step !== 'rename') handle[step] = fail;
    return handle;
  };
  return { ...disk, open, ...(step === 'rename' && { rename: fail }) };
}

test.each([
  ['open', 'EACCES', /may not be read or written|not allowed|permission/i],
  ['writeFile', 'ENOSPC', /full/i],
  ['sync', 'ENOSPC', /full/i],
  ['rename', 'EBUSY', /open in another|in use|close/i],
] as const)(
  'where %s fails with %s the old file stays, and nothing beside it',
  async (step, code, says) => {
    mkdirSync(file(step));
    const target = path.join(file(step), 'master.xlsx');
    writeFileSync(target, 'old');
    await expect(writeOut('en', target, 'new', failing(step, code))).rejects.toThrow(says);
    expect(readFileSync(target, 'utf8')).toBe('old');
    expect(readdirSync(file(step))).toEqual(['master.xlsx']);
  },
);

test('a folder that must not be written to is told, and the file stays', async () => {
  mkdirSync(file('locked'));
  const target = path.join(file('locked'), 'master.xlsx');
  writeFileSync(target, 'old');
  chmodSync(path.dirname(file('locked')), 0o755);
  chmodSync(file('locked'), 0o555);
  await asPlainUser(async () => {
    await expect(writeOut('en', target, 'new')).rejects.toThrow(target);
    const source = { file: target, bytes: Buffer.from('old') };
    await expect(writeBack('en', source, target, 'new')).rejects.toThrow(target);
  });
  expect(readFileSync(target, 'utf8')).toBe('old');
  expect(readdirSync(file('locked'))).toEqual(['master.xlsx']);
});

test('two that write at once leave one of the two whole versions', async () => {
  const target = file('both.txt');
  const versions = ['a', 'b'].map((letter) => letter.repeat(3_000_000));
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(versions.map((content) => writeOut('en', target, content)));
    expect(versions).toContain(readFileSync(target, 'utf8'));
  }
});

test('a link stays a link to the file that is replaced, which keeps its permissions', async () => {
  const [real, link] = [file('real.xlsx'), file('link.xlsx')];
  writeFileSync(real, 'old');
  chmodSync(real, 0o640);
  symlinkSync(real, link);
  await writeOut('en', link, 'new');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect([readFileSync(real, 'utf8'), statSync(real).mode & 0o777]).toEqual(['new', 0o640]);
});

test('drafts that a killed run has left are cleaned up, and no other file', async () => {
  const names = ['plan.xlsx.0a1b2c3d.tmp', 'plan.xlsx.4e5f6a7b.tmp', 'plan.xlsx.mine.tmp'];
  mkdirSync(file('drafts'));
  for (const name of names) writeFileSync(path.join(file('drafts'), name), '');
  const hourAgo = Date.now() / 1000 - 3600;
  for (const name of [names[0] ?? '', names[2] ?? ''])
    utimesSync(path.join(file('drafts'), name), hourAgo, hourAgo);
  await writeOut('en', path.join(file('drafts'), 'plan.xlsx'), 'new');
  expect(readdirSync(file('drafts')).sort()).toEqual(['plan.xlsx', ...names.slice(1)]);
});

/** Writes whole versions of a file, one after the other, until it is killed. */
const writer = `
const { writeOut } = require(${JSON.stringify(path.resolve('src/cli/files.ts'))});
(async () => {
  for (let n = 0; ; n = (n + 1) % 10) {
    await writeOut('en', process.argv[1], String(n).repeat(4_000_000));
    if (n === 0) console.log('written');
  }
})();
`;

test('whenever the process is killed, the file is a whole version', async () => {
  const target = file('killed.txt');
  for (let round = 0; round < 6; round += 1) {
    const child = spawn(process.execPath, ['--require', 'tsx/cjs', '-e', writer, target], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, 7 + 13 * round));
    const gone = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await gone;
    const content = readFileSync(target, 'utf8');
    expect({ length: content.length, kinds: new Set(content).size }).toEqual({
      length: 4_000_000,
      kinds: 1,
    });
  }
});
