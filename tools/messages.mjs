/**
 * Derives src/messages/zh-TW from src/messages/zh-CN.
 *   node tools/messages.mjs           writes the files
 *   node tools/messages.mjs --check   writes nothing, fails when one is out of date
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js/cn2t';
import prettier from 'prettier';

const from = new URL('../src/messages/zh-CN/', import.meta.url);
const to = new URL('../src/messages/zh-TW/', import.meta.url);
const convert = Converter({ from: 'cn', to: 'twp' });

const derive = async (name) => {
  const target = fileURLToPath(new URL(name, to));
  const options = await prettier.resolveConfig(target);
  const source = await readFile(new URL(name, from), 'utf8');
  return prettier.format(convert(source), { ...options, filepath: target });
};

const names = await readdir(from);
const stale = (await readdir(to)).filter((name) => !names.includes(name));
for (const name of names) {
  const current = await readFile(new URL(name, to), 'utf8').catch(() => '');
  if (current !== (await derive(name))) stale.push(name);
}

if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    console.error(`zh-TW is out of date: ${stale.join(', ')}. Run: node tools/messages.mjs`);
    process.exitCode = 1;
  }
} else {
  for (const name of stale) {
    if (names.includes(name)) await writeFile(new URL(name, to), await derive(name));
    else await rm(new URL(name, to));
  }
}
