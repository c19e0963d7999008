import { createHost } from '../../src/host';
import { Scale } from '../../src/office/scale';
import { targetOf, type Target } from '../../src/office/target';

/** What a request is reckoned to weigh, beside what Microsoft's client sends. */
async function weighed(work: (target: Target) => void): Promise<[number, number]> {
  const scale = new Scale();
  work(scale.target);
  const host = createHost();
  host.book.sheets[0]!.tables.push(...(await tabled()));
  await host.run(async (context) => {
    work(targetOf(context.workbook));
    await context.sync();
  });
  return [scale.bytes, host.counters.largestRequest];
}

async function tabled() {
  const host = createHost();
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem('Sheet1').tables.add('A1:B4', true).name = 'T';
    await workbook.context.sync();
  });
  return host.book.sheets[0]!.tables;
}

const cells = (rows: number, columns: number) =>
  Array.from({ length: rows }, () => Array<string>(columns).fill('x'));

test.each<[string, number, (target: Target) => void]>([
  ['nothing', 151, () => undefined],
  ['an item', 539, ({ workbook }) => void (workbook.worksheets.getItem('Sheet1').visibility = 'Visible')],
  ['an item that may be missing', 530, ({ workbook }) => void workbook.tables.getItemOrNullObject('T').load('name')],
  ['a range', 844, ({ workbook }) => void (workbook.worksheets.getItem('Sheet1').getRange('A1').values = [['x']])],
  ['a range that is not tracked', 756, ({ workbook }) => void (workbook.worksheets.getItem('Sheet1').getRange('A1').untrack().values = [['x']])],
  ['a body', 831, ({ workbook }) => workbook.tables.getItem('T').getDataBodyRange().clear()],
  ['a range of a range', 1483, ({ workbook }) => workbook.tables.getItem('T').getHeaderRowRange().getOffsetRange(1, 0).getResizedRange(1, 0).clear()],
  ['a member of a member', 1103, ({ workbook }) => void (workbook.worksheets.getItem('Sheet1').getRange('A1').format.fill.color = '#FFFFFF')],
  ['an object that is given', 1067, ({ workbook }) => void workbook.names.add('N', workbook.worksheets.getItem('Sheet1').getRange('A1'))],
  ['a formula that is given', 435, ({ workbook }) => void workbook.names.add('N', '=1')],
  ['criteria that are given', 968, ({ workbook }) => workbook.tables.getItem('T').columns.getItem('Column1').filter.apply({ filterOn: 'Values', values: ['x'] } as Excel.FilterCriteria)],
  ['an action', 524, ({ workbook }) => workbook.tables.getItem('T').resize('A1:B3')],
  ['what is suspended', 397, ({ workbook }) => workbook.application.suspendScreenUpdatingUntilNextSync()],
  ['1,500 cells', 7843, ({ workbook }) => void (workbook.worksheets.getItem('Sheet1').getRange('A1:C500').values = cells(500, 3))],
  ['1,503 cells', 9176, ({ workbook }) => void (workbook.worksheets.getItem('Sheet1').getRange('A1:C501').values = cells(501, 3))],
  ['3,000 cells and more', 17820, ({ workbook }) => void (workbook.worksheets.getItem('Sheet1').getRange('A1:G500').values = cells(500, 7))],
])('%s: %d bytes', async (_, expected, work) => {
  const [estimate, sent] = await weighed(work);
  expect(estimate).toBe(expected);
  expect(Math.abs(estimate / sent - 1)).toBeLessThan(0.04);
}); // prettier-ignore
