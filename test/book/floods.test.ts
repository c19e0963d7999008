import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { OpenError, openXlsx, saveXlsx } from '../../src/book';
import { fileOf, relation } from './package';

/** Small files that would unfold into very much are refused within a bound of time and memory. */

const times = (text: string, megabytes: number) =>
  text.repeat(Math.floor((megabytes * 1e6) / text.length));
const strings = (sst: string, cells = '<sheetData/>') =>
  fileOf(cells, {
    relations: relation('t', 'sharedStrings', 'sharedStrings.xml'),
    parts: { 'xl/sharedStrings.xml': `<sst>${sst}</sst>` },
  });
const sheets = (parts: readonly string[]) => {
  const all = parts.map((part, i) => ({ part, id: `r${i}` }));
  const listed = all.map(({ id }, i) => `<sheet name="S${i}" sheetId="${i + 1}" r:id="${id}"/>`);
  const relations = all.map(({ part, id }) => relation(id, 'worksheet', part));
  const rows = `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(50)}</sheetData></worksheet>`;
  return fileOf('<sheetData/>', {
    parts: {
      ...Object.fromEntries(parts.map((part) => [`xl/${part}`, rows])),
      'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${listed.join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    },
  });
};
const noise = (i: number) => `${(i * 7919) % 9973}${(i * 104729) % 99991}`;

const floods: Record<string, () => Uint8Array> = {
  elements: () => fileOf(`<sheetData/>${times('<a/>', 2)}`),
  various: () =>
    fileOf(
      `<sheetData/>${Array.from({ length: 320_000 }, (_, i) => `<a b="${noise(i)}"/>`).join('')}`,
    ),
  cells: () =>
    fileOf(`<sheetData>${times(`<row>${'<c><v>1</v></c>'.repeat(16_000)}</row>`, 20)}</sheetData>`),
  text: () =>
    strings(
      `<si><t>${Array.from({ length: 4_000 }, (_, i) => noise(i)).join('')}</t></si>`,
      `<sheetData><row>${'<c t="s"><v>0</v></c>'.repeat(9_000)}</row></sheetData>`,
    ),
  sheets: () => sheets(Array.from({ length: 4_800 }, (_, i) => `worksheets/s${i}.xml`)),
  zeros: () => zipSync({ 'xl/a.xml': new Uint8Array(64e6) }),
};

// Linux counts the memory of the process that started one into its maxRSS, but not into its VmHWM.
const opening = `
const { openXlsx } = require(${JSON.stringify(path.resolve('src/book/index.ts'))});
const peak = () => {
  const { existsSync, readFileSync } = require('node:fs');
  const status = '/proc/self/status';
  const kilobytes = existsSync(status) && /VmHWM:\\s*(\\d+)/.exec(readFileSync(status, 'utf8'))?.[1];
  return Number(kilobytes || process.resourceUsage().maxRSS) / 1000;
};
(async () => {
  const bytes = require('node:fs').readFileSync(0);
  const start = performance.now();
  const code = await openXlsx(bytes).then(() => 'opened', (error) => error.code ?? String(error));
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(JSON.stringify({ code, seconds, megabytes: peak() }));
})();
`;

test.each(Object.entries(floods))(
  '%s: refused with less than 300 MB, and at once',
  (_, make) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--require', 'tsx/cjs', '-e', opening],
      { timeout: 60_000, input: make() },
    );
    expect({ status, error: stderr.toString().slice(0, 500) }).toEqual({ status: 0, error: '' });
    const { code, seconds, megabytes } = JSON.parse(stdout.toString()) as Record<string, unknown>;
    expect(code).toBe('too-large');
    expect(megabytes).toBeLessThan(300);
    // Two on a quiet machine.
    expect(seconds).toBeLessThan(20);
  },
  70_000,
);

test('sheets that share a part are refused: it would be read for each of them', async () => {
  const shared = (types: string) => fileOf('<sheetData/>', sharing(types));
  expect(await code(shared('worksheets/sheet1.xml'))).toBe('broken');
  expect(await code(shared('worksheets/other.xml'))).toBeUndefined();
});

const sharing = (part: string) => ({
  parts: {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="s"/><sheet name="B" sheetId="2" r:id="t"/></sheets></workbook>',
    'xl/worksheets/other.xml': '<worksheet><sheetData/></worksheet>',
  },
  relations: relation('t', 'worksheet', part),
});

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
  const sheet = `<?xml version="1.0" encoding="UTF-16"?><worksheet>${inline('中')}</worksheet>`;
  const wide = new Uint8Array(Uint16Array.from(sheet, (sign) => sign.charCodeAt(0)).buffer);
  expect(await code(encoded(wide))).toBe('中');
  expect(await code(encoded(wide.map((_, i) => wide[i ^ 1]!)))).toBe('中');
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

test('links on every row of a long sheet are saved as fast as they are read', async () => {
  const links = Array.from(
    { length: 15_000 },
    (_, i) => `<hyperlink ref="A${i + 1}" location="B1"/>`,
  );
  const bytes = fileOf(`<sheetData/><hyperlinks>${links.join('')}</hyperlinks>`);
  const start = performance.now();
  const book = await openXlsx(bytes);
  const reading = performance.now() - start;
  book.sheets[0]!.cells[0]![0]!.value = 1;
  const again = await openXlsx(await saveXlsx(book));
  // Walking every row for each link took thirty times as long.
  expect(performance.now() - start).toBeLessThan(12 * reading + 1_000);
  expect(again.sheets[0]?.cells[14_999]?.[0]?.hyperlink).toEqual({ documentReference: 'B1' });
});
