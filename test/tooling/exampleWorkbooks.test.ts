import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openXlsx } from '../../src/book';
import { Engagement } from '../../src/engagement/schema';
import { createHost } from '../../src/host';
import { layOut } from '../../src/office';
import exampleWorkbooks from '../../tools/example-workbooks.cjs';

const examples = path.join(__dirname, '../../examples');

test('each example is laid out as a workbook, as the page would', async () => {
  const made = new Map(await exampleWorkbooks());
  const names = readdirSync(examples).filter((name) => name.endsWith('.json'));
  expect([...made.keys()]).toEqual(names.map((name) => name.replace('.json', '.xlsx')));

  const file = readFileSync(path.join(examples, 'key-account.en.json'), 'utf8');
  const host = createHost();
  await host.run((context) => layOut(context, Engagement.parse(JSON.parse(file)), { lang: 'en' }));
  const cellsOf = ({ sheets }: typeof host.book) =>
    sheets.map(({ name, cells }) => [
      name,
      cells.flat().map((cell) => [cell?.formula, cell?.value]),
    ]);
  const book = await openXlsx(made.get('key-account.en.xlsx') as Uint8Array);
  expect(JSON.stringify(cellsOf(book)) === JSON.stringify(cellsOf(host.book))).toBe(true);
});
