import { createHost, openHost } from '../../src/host';
import { saveXlsx, stripCachedValues } from '../../src/book';

test('formulas that a file holds without values are computed when it is opened', async () => {
  const host = createHost();
  host.edit('Sheet1', 'A1', 2);
  host.edit('Sheet1', 'A2', '=A1*21');
  const opened = await openHost(await stripCachedValues(await saveXlsx(host.book)));
  expect(opened.book.sheets[0]?.cells[1]?.[0]).toMatchObject({ value: 42, formula: '=A1*21' });
});
