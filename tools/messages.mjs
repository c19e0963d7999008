/**
 * Derives src/messages/zh-TW from src/messages/zh-CN.
 *   node tools/messages.mjs           writes the files
 *   node tools/messages.mjs --check   writes nothing, fails when one is out of date
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Converter, CustomConverter } from 'opencc-js/cn2t';
import prettier from 'prettier';

const from = new URL('../src/messages/zh-CN/', import.meta.url);
const to = new URL('../src/messages/zh-TW/', import.meta.url);
const terms = await readFile(new URL('../src/catalog/taiwan-terms.json', import.meta.url), 'utf8');
const convertGeneral = Converter({ from: 'cn', to: 'twp' });
const convertTerms = CustomConverter(JSON.parse(terms));
const convert = (text) => convertTerms(convertGeneral(text));

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
