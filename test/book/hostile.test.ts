import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { OpenError, openXlsx, saveXlsx } from '../../src/book';
import { fileOf } from './package';
import { sampleBook } from './sample';
import { booksWithoutNode } from './withoutNode';

const code = (bytes: Uint8Array, limits?: Parameters<typeof openXlsx>[1]) =>
  openXlsx(bytes, limits).then(
    () => 'opened',
    (error: unknown) => {
      if (!(error instanceof OpenError)) throw error;
      expect(error.message).toMatch(/^(The|This) .+\. ?.*(Choose|Save|Open|Remove|open|try).*\.$/s);
      return error.code;
    },
  );

const ole = (text: string) =>
  new Uint8Array([
    0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1,
    ...new Uint8Array(600),
    ...[...text].flatMap((c) => [c.charCodeAt(0), 0]),
  ]); // prettier-ignore

test.each([
  ['an empty file', new Uint8Array(), 'not-xlsx'],
  ['a text', strToU8('a,b\n1,2\n'), 'not-xlsx'],
  ['an encrypted workbook', ole('EncryptedPackage'), 'encrypted'],
  ['an .xls file', ole('Workbook'), 'old-xls'],
  ['the start of a zip', strToU8('PK\u0003\u0004'), 'broken'],
  ['another zip', zipSync({ 'a.txt': strToU8('a') }), 'not-xlsx'],
  [
    'a Word document',
    zipSync({
      '_rels/.rels': strToU8(
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': strToU8('<w:document xmlns:w="u"/>'),
    }),
    'not-xlsx',
  ],
  ['a document type', fileOf('<sheetData/>', { parts: { 'xl/workbook.xml': '<!DOCTYPE w [<!ENTITY a "b">]><workbook>&a;</workbook>' } }), 'broken'],
  ['an unknown entity', fileOf('<sheetData><row><c t="str"><v>&lol;</v></c></row></sheetData>'), 'broken'],
  ['deep nesting', fileOf('<a>'.repeat(100_000)), 'broken'],
  ['an address outside the sheet', fileOf('<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>'), 'broken'],
  ['a row outside the sheet', fileOf('<sheetData><row r="1048577"/></sheetData>'), 'broken'],
  ['a number that is none', fileOf('<sheetData><row><c><v>1e</v></c></row></sheetData>'), 'broken'],
  ['no sheet', fileOf('', { parts: { 'xl/workbook.xml': '<workbook/>' } }), 'broken'],
  ['a flood of parts', zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}.xml`, new Uint8Array()]))), 'too-large'],
])('%s is refused', async (_, bytes, expected) => {
  expect(await code(bytes)).toBe(expected);
}); // prettier-ignore

test('a zip says what comes out of it, and is held to it', async () => {
  const bomb = zipSync({ 'xl/a.xml': new Uint8Array(4_000_000) });
  const claim = bomb.slice();
  const view = new DataView(claim.buffer);
  for (let i = 0; i < claim.length - 28; i++)
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 10, true);
  expect(await code(bomb, { uncompressed: 1_000_000 })).toBe('too-large');
  expect(await code(claim, { uncompressed: 1_000_000 })).toBe('broken');
  expect(await code(bomb)).toBe('not-xlsx');
  expect(await code(zipSync({ 'xl/a.xml': new Uint8Array(12_000_000) }))).toBe('too-large');
});

test('what a small file would unfold into is counted', async () => {
  const columns = `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(100)}</cols>`;
  expect(await code(fileOf(`${columns}<sheetData/>`))).toBe('too-large');
  const master = `<c><f t="shared" si="0">${'A1+'.repeat(2_000)}1</f></c>`;
  const rows = `<row>${master}${'<c><f t="shared" si="0"/></c>'.repeat(5_000)}</row>`;
  expect(await code(fileOf(`<sheetData>${rows}</sheetData>`))).toBe('too-large');
}, 60_000);

test('a damaged file is refused or opened, never a crash', async () => {
  const whole = await saveXlsx(sampleBook());
  const damaged = fc.oneof(
    fc.nat(whole.length - 1).map((length) => whole.slice(0, length)),
    fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
      .map((changes) => {
        const bytes = whole.slice();
        for (const [i, byte] of changes) bytes[i] = byte;
        return bytes;
      }),
    fc.uint8Array({ maxLength: 300 }).map((noise) => new Uint8Array([0x50, 0x4b, ...noise])),
  );
  await fc.assert(
    fc.asyncProperty(damaged, async (bytes) => {
      expect(['opened', 'broken', 'not-xlsx', 'too-large', 'encrypted']).toContain(
        await code(bytes),
      );
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('where there is no Node, the same opens and the same is refused', async () => {
  const browser = await booksWithoutNode();
  const said = (open: typeof openXlsx, bytes: Uint8Array) =>
    open(bytes).then(
      ({ sheets }) => sheets.map(({ cells }) => cells),
      ({ code }: OpenError) => code,
    );
  const small = sampleBook();
  const large = sampleBook();
  // Parts of that size are unpacked by the page itself, where it can.
  large.sheets[0]!.cells = Array.from({ length: 3_000 }, (_, row) => [
    { value: Math.sin(row) },
    { value: `Text ${Math.cos(row)}` },
  ]);
  for (const [book, numRuns] of [
    [small, 60],
    [large, 30],
  ] as const) {
    const whole = await saveXlsx(book);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 4 }), async (changes) => {
        const bytes = whole.slice();
        for (const [i, byte] of changes) bytes[i] = byte;
        expect(await said(browser.openXlsx, bytes)).toEqual(await said(openXlsx, bytes));
      }),
      { numRuns },
    );
  }
}, 60_000);

test('text that looks like a formula stays text', async () => {
  const book = sampleBook();
  book.sheets[0]!.cells[9] = [{ value: '=HYPERLINK("http://x")' }, { value: '@SUM(1)' }];
  const opened = await openXlsx(await saveXlsx(book));
  expect(opened.sheets[0]!.cells[9]).toEqual(book.sheets[0]!.cells[9]);
});
