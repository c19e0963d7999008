import { layOut, removeLayout, study } from '../../src/office';
import { Desk, engagementOf } from '../support/desk';

const sheets = (book: Desk) => book.host.book.sheets.map(({ name }) => name);
const remove = async (book: Desk) => {
  const options = { catalogs: book.catalogs };
  const seen = await book.host.run((context) => study(context, options));
  return book.host.run((context) => removeLayout(context, seen));
};

test('what was generated goes, the user’s own sheets and names stay', async () => {
  const book = new Desk();
  await book.act((context) => {
    context.workbook.worksheets.getItem('Sheet1').name = 'Mine';
    const cell = context.workbook.worksheets.getItem('Mine').getCell(0, 0);
    cell.values = [[1]];
    context.workbook.names.add('Own', cell);
  });
  await book.layOut(engagementOf());
  expect(await remove(book)).toBeGreaterThan(20);
  expect(sheets(book)).toEqual(['Mine']);
  expect(book.host.book.names.map(({ name }) => name)).toEqual(['Own']);
});

test('a workbook that held nothing else is empty again, and can be laid out anew', async () => {
  const book = new Desk();
  await book.layOut(engagementOf());
  await remove(book);
  expect(sheets(book)).toHaveLength(1);
  const laid = await book.layOut(engagementOf());
  expect(laid).toMatchObject({ findings: [], intoBlank: true });
});

test('a dry run tells what a layout would do, and does nothing', async () => {
  const book = new Desk();
  const dry = { dry: true, catalogs: book.catalogs };
  const first = await book.layOut(engagementOf(), dry);
  expect(first.added).toContain('1 Ask');
  expect(sheets(book)).toEqual(['Sheet1']);
  await book.layOut(engagementOf());
  const before = JSON.stringify(book.content());
  const more = engagementOf({ settings: { client: 'Northwind' } });
  const again = await book.host.run((context) => layOut(context, more, dry));
  expect(again.changed).toEqual([{ sheet: 'Engagement', cells: 1 }]);
  expect(JSON.stringify(book.content())).toBe(before);
});
