import { createPageHost } from '../../../src/host/client/browser';
import { loadClient } from '../../../src/host/client/node';

test('a page without the client is told what to load', () => {
  expect(() => createPageHost()).toThrow('Load excel-web-16.00.js');
});

test('in a page, its own Excel.run works on the host, events included', async () => {
  const client = loadClient();
  Object.assign(globalThis, client);
  const host = createPageHost();
  const told: string[] = [];
  await client.Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.onChanged.add(async ({ address }) => void told.push(address));
    sheet.getRange('A1').values = [['page']];
    await context.sync();
  });
  host.edit('Sheet1', 'B2', 3);
  await new Promise((resume) => setTimeout(resume, 5));
  expect(host.book.sheets[0]!.cells[0]![0]!.value).toBe('page');
  expect(told).toEqual(['A1', 'B2']);
});
