import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type Book, openXlsx, savedAt, saveXlsx } from '../../src/book';
import { anyBook } from './arbitrary';
import { bookOf, cellOf, sampleBook, sheetOf } from './sample';

/** The book that a file holds, without the file. */
async function reopened(file: Uint8Array): Promise<Book> {
  const book = await openXlsx(file);
  delete book.source;
  return book;
}

/** What a file cannot hold: identities of conditional formats and the book's counter. */
function comparable(book: Book): Book {
  return {
    ...book,
    nextId: 0,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      conditionalFormats: [...sheet.conditionalFormats]
        .map((format) => ({ ...format, id: '' }))
        .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    })),
  };
}

test('a book that uses everything comes back as it was', async () => {
  const book = sampleBook();
  expect(await reopened(await saveXlsx(book))).toEqual(book);
});

test('any book comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyBook, async (book) => {
      const opened = await reopened(await saveXlsx(book));
      expect(comparable(opened)).toEqual(comparable(book));
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('the same book gives the same bytes', async () => {
  expect(await saveXlsx(sampleBook())).toEqual(await saveXlsx(sampleBook()));
});

test('a file says when it was saved, and keeps what it said where nothing has changed', async () => {
  const at = (day: string) => ({ savedAt: new Date(`${day}T10:20:30.456Z`) });
  const first = await saveXlsx(sampleBook(), at('2026-03-01'));
  expect(savedAt(first)).toBe('2026-03-01T10:20:30.000Z');
  const opened = await openXlsx(first);
  expect(savedAt(await saveXlsx(opened, at('2026-03-02')))).toBe('2026-03-01T10:20:30.000Z');
  opened.sheets[0]!.name = 'Renamed';
  const second = await saveXlsx(opened, at('2026-03-03'));
  expect(savedAt(second)).toBe('2026-03-03T10:20:30.000Z');
  expect(second).toEqual(await saveXlsx(opened, at('2026-03-03')));
  // What another program has written is replaced wherever it stands, and not told twice.
  const parts = unzipSync(first);
  const name = 'docProps/core.xml';
  const other = strFromU8(parts[name]!).replace(
    /<dcterms:modified.*<\/dcterms:modified>/,
    '<t:modified xmlns:t="http://purl.org/dc/terms/">2025-01-01T00:00:00Z</t:modified>',
  );
  const foreign = await openXlsx(zipSync({ ...parts, [name]: strToU8(other) }));
  foreign.properties.title = 'Other';
  const third = await saveXlsx(foreign, at('2026-03-04'));
  expect(savedAt(third)).toBe('2026-03-04T10:20:30.000Z');
  expect(strFromU8(unzipSync(third)[name]!)).not.toContain('2025');
});

test('ids made after opening never meet those of the file', async () => {
  const opened = await openXlsx(await saveXlsx(sampleBook()));
  expect(opened.nextId).toBe(10);
});

test('styles are shared with those made elsewhere', async () => {
  const cell = cellOf(1, { bold: true });
  const opened = await openXlsx(await saveXlsx(bookOf([sheetOf(1, 'S', { cells: [[cell]] })])));
  expect(opened.sheets[0]!.cells[0]![0]!.style).toBe(cell.style);
});

test('without cached values formulas wait for evaluation', async () => {
  const book = bookOf([sheetOf(1, 'S', { cells: [[cellOf(2, undefined, '=1+1')]] })]);
  const opened = await openXlsx(await saveXlsx(book, { cachedValues: false }));
  expect(opened.sheets[0]!.cells[0]![0]).toEqual({
    value: { code: '#NOT_EVALUATED' },
    formula: '=1+1',
  });
});

test('whole rows and columns keep their look', async () => {
  const { style } = cellOf(null, { locked: false, fill: '#EEEEEE' });
  const sheet = sheetOf(1, 'S', {
    columnStyles: new Map([[2, style!]]),
    rowStyles: new Map([[4, style!]]),
  });
  const opened = await openXlsx(await saveXlsx(bookOf([sheet])));
  expect(opened.sheets[0]).toEqual(sheet);
});

test('text of 32,767 characters is kept, longer text is refused by its place', async () => {
  const withText = (length: number) =>
    bookOf([sheetOf(1, 'S', { cells: [[cellOf('x'.repeat(length))]] })]);
  const opened = await openXlsx(await saveXlsx(withText(32_767)));
  expect(opened.sheets[0]!.cells[0]![0]!.value).toHaveLength(32_767);
  await expect(saveXlsx(withText(32_768))).rejects.toThrow('S!A1 has 32768 characters');
});

test('a file can bring its add-in along, with the settings Excel gives to it', async () => {
  const book = sampleBook();
  book.settings.set('Office.AutoShowTaskpaneWithDocument', true);
  const addIn = {
    id: '00000000-0000-0000-0000-000000000001',
    version: '1.0.0.0',
    store: 'EXCatalog',
    storeType: 'EXCatalog',
  };
  const file = await saveXlsx(book, { addIn });
  const parts = Object.keys(unzipSync(file));
  expect(parts).toContain('xl/webextensions/taskpanes.xml');
  expect(strFromU8(unzipSync(file)['xl/webextensions/webextension1.xml']!)).toContain(
    '<we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/>',
  );
  expect(await reopened(file)).toEqual(book);
});
