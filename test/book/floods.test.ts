import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { OpenError, openXlsx } from '../../src/book';
import { fileOf, relation } from './package';

/** Small files that would unfold into very much are refused within a bound of time and memory. */

const floods = `
const { strToU8, zipSync } = require('fflate');
const { openXlsx } = require(${JSON.stringify(path.resolve('src/book/index.ts'))});
const { fileOf, relation } = require(${JSON.stringify(path.resolve('test/book/package.ts'))});
const times = (text, megabytes) => text.repeat(Math.floor((megabytes * 1e6) / text.length));
const files = {
  elements: () => fileOf('<sheetData/>' + times('<a/>', 8)),
  cells: () => fileOf('<sheetData>' + times('<row>' + '<c><v>1</v></c>'.repeat(16000) + '</row>', 85) + '</sheetData>'),
  strings: () => fileOf('<sheetData/>', {
    relations: relation('t', 'sharedStrings', 'sharedStrings.xml'),
    parts: { 'xl/sharedStrings.xml': '<sst>' + times('<si/>', 28) + '</sst>' },
  }),
  zeros: () => zipSync({ 'xl/a.xml': new Uint8Array(330e6) }),
};
(async () => {
  const told = {};
  // Five million cells take a while: they are for thorough runs.
  if (!process.env.THOROUGHNESS) delete files.cells;
  for (const [name, make] of Object.entries(files)) {
    const bytes = make();
    const start = performance.now();
    const code = await openXlsx(bytes).then(() => 'opened', (error) => error.code ?? String(error));
    told[name] = { code, seconds: Math.round((performance.now() - start) / 1000), kilobytes: Math.round(bytes.length / 1000) };
  }
  console.log(JSON.stringify(told));
})();
`;

test('floods are refused with less than 1.5 GB and within half a minute each', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=1500', '--require', 'tsx/cjs', '-e', floods],
    { timeout: 240_000 },
  );
  expect({ status, error: stderr.toString().slice(0, 500) }).toEqual({ status: 0, error: '' });
  const told = JSON.parse(stdout.toString()) as Record<string, { code: string; seconds: number }>;
  expect(Object.entries(told).map(([name, { code }]) => [name, code])).toEqual([
    ['elements', 'too-large'],
    ...(process.env['THOROUGHNESS'] ? [['cells', 'too-large']] : []),
    ['strings', 'too-large'],
    ['zeros', 'too-large'],
  ]);
  expect(Math.max(...Object.values(told).map(({ seconds }) => seconds))).toBeLessThan(30);
}, 250_000);

const code = (bytes: Uint8Array) =>
  openXlsx(bytes).then(
    (book) => book.sheets[0]?.cells[0]?.[0]?.value,
    (error: unknown) => (error instanceof OpenError ? error.code : error),
  );

const inline = (text: string) => `<sheetData><row><c t="str"><v>${text}</v></c></row></sheetData>`;
const encoded = (bytes: Uint8Array) => zipSync({ ...unpacked, 'xl/worksheets/sheet1.xml': bytes });
const unpacked = {
  '_rels/.rels': strToU8(
    `<Relationships>${relation('a', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
  ),
  'xl/workbook.xml': strToU8(
    '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="s"/></sheets></workbook>',
  ),
  'xl/_rels/workbook.xml.rels': strToU8(
    `<Relationships>${relation('s', 'worksheet', 'worksheets/sheet1.xml')}</Relationships>`,
  ),
};
const gbk = (head: string) =>
  new Uint8Array([
    ...strToU8(`${head}<worksheet><sheetData><row><c t="str"><v>`),
    0xd6, 0xd0,
    ...strToU8('</v></c></row></sheetData></worksheet>'),
  ]); // prettier-ignore

test('a part is read in the encoding that it declares, and never in a wrong one', async () => {
  expect(await code(encoded(gbk('<?xml version="1.0" encoding="GBK"?>')))).toBe('中');
  expect(await code(encoded(gbk('')))).toBe('broken');
  expect(await code(encoded(gbk('<?xml version="1.0" encoding="no-such"?>')))).toBe('broken');
});

test('names that point outside the archive lead nowhere', async () => {
  const outside = { '../../etc/passwd': new Uint8Array(3), 'C:\\\\x': new Uint8Array(3) };
  const bytes = zipSync({
    ...outside,
    ...unpacked,
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet>${inline('a')}</worksheet>`),
  });
  expect(await code(bytes)).toBe('a');
  const strayed = relation('t', 'sharedStrings', '../../../../../etc/passwd');
  expect(await code(fileOf(inline('a'), { relations: strayed }))).toBe('a');
});

test('a claim of two gigabytes is a claim', async () => {
  const bytes = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 28; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 20, 0x7fff_ffff, true);
  expect(await code(bytes)).toBe('broken');
});

test('entities that would multiply are refused', async () => {
  const laughs = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><worksheet>${inline('&b;')}</worksheet>`;
  expect(await code(encoded(strToU8(laughs)))).toBe('broken');
});
