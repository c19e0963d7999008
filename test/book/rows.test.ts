import { emptySheet, openRows, openXlsx, saveXlsx, type Scalar } from '../../src/book';
import { createHost } from '../../src/host';
import { sampleBook } from './sample';

const rowsIn = async (bytes: Uint8Array) => {
  const found: [string, Scalar[][]][] = [];
  for (const { name, rows } of await openRows(bytes)) {
    const all: Scalar[][] = [];
    for await (const row of rows()) all.push(row);
    found.push([name, all]);
  }
  return found;
};

test('rows say what the cells of the opened book say', async () => {
  const bytes = await saveXlsx(sampleBook());
  const { sheets } = await openXlsx(bytes);
  const wanted = sheets.map(({ name, cells }): [string, Scalar[][]] => [
    name,
    Object.values(cells).map((row) => Array.from(row, (cell) => cell?.value ?? null)),
  ]);
  expect(wanted.flatMap(([, rows]) => rows).length).toBeGreaterThan(5);
  expect(await rowsIn(bytes)).toEqual(wanted);
});

test('others have their turn while a large sheet is read', async () => {
  const { book } = createHost();
  const row = (no: number) => ['O', no, no / 4, true].map((value) => ({ value }));
  book.sheets = [
    { ...emptySheet('1', 'Data'), cells: Array.from({ length: 12_000 }, (_, no) => row(no)) },
  ];
  const bytes = await saveXlsx(book);
  let clock = 0;
  const now = jest.spyOn(performance, 'now').mockImplementation(() => (clock += 50));
  let turns = 0;
  let others: NodeJS.Immediate;
  const turn = () => {
    turns += 1;
    others = setImmediate(turn);
  };
  others = setImmediate(turn);
  const [sheet] = await rowsIn(bytes);
  const rows = sheet?.[1] ?? [];
  clearImmediate(others);
  now.mockRestore();
  expect(rows).toHaveLength(12_000);
  expect(rows.at(-1)).toEqual(['O', 11_999, 2999.75, true]);
  expect(turns).toBeGreaterThan(1);
});

test('what cannot be opened is refused as ever', async () => {
  await expect(openRows(new Uint8Array())).rejects.toMatchObject({ code: 'not-xlsx' });
});

test.each([0, 1, 2, 3])(
  'signs of four bytes are whole wherever a part is cut (%i)',
  async (shift) => {
    const texts = ['a', 'b', 'c', 'd'].map(
      (own) => own + 'x'.repeat(shift) + '😀é客'.repeat(8_000),
    );
    const { book } = createHost();
    book.sheets = [{ ...emptySheet('1', 'Data'), cells: [texts.map((value) => ({ value }))] }];
    const [sheet] = await rowsIn(await saveXlsx(book));
    expect(sheet?.[1]).toEqual([texts]);
  },
);
