import { goTo, visits, type Visit } from './visit';

const open = visits();

/** A small table with a formula column, drawn from A1 on. */
const fill = ({ page }: Visit) =>
  page.evaluate(() =>
    window.appfi.host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:C5').formulas = [
        ['Item', 'Amount', 'Twice'],
        ['pear', 30, '=B2*2'],
        ['fig', 10, '=B3*2'],
        ['apple', 20, '=B4*2'],
        ['fig', 40, '=B5*2'],
      ];
      sheet.tables.add('A1:C5', true).name = 'Fruit';
      await context.sync();
    }),
  );

const cells = ({ page }: Visit, column: number) =>
  page.evaluate((at) => {
    const [sheet] = window.appfi.host.book.sheets;
    const rows = [1, 2, 3, 4].filter((row) => !sheet?.hiddenRows.has(row));
    return rows.map((row) => {
      const cell = sheet?.cells[row]?.[at];
      return cell?.formula ?? cell?.value ?? null;
    });
  }, column);

test('tables sort and filter by their headers, several cells are added up, a formula is not lost unasked', async () => {
  const visit = await open('lang=en&model=empty');
  const { page, say } = visit;
  await fill(visit);
  const header = (name: string) =>
    page.getByRole('button', { name: say('pane.workbench.column', { name }) });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  await header('Amount').click();
  await press(say('pane.workbench.sort.up'));
  await page.waitForFunction(() => window.appfi.host.book.sheets[0]?.cells[1]?.[1]?.value === 10);
  expect(await cells(visit, 0)).toEqual(['fig', 'apple', 'pear', 'fig']);

  await header('Item').click();
  await page.getByRole('checkbox', { name: say('pane.workbench.filter.all') }).click();
  await page.getByRole('checkbox', { name: 'fig', exact: true }).click();
  await press(say('pane.workbench.filter.apply'));
  await page.waitForFunction(() => window.appfi.host.book.sheets[0]?.hiddenRows.size === 2);
  expect(await cells(visit, 1)).toEqual([10, 40]);

  // What a filter hides is not added up.
  const go = (place: string) => goTo(visit, place);
  await go('B2:B5');
  await page
    .getByText(say('pane.workbench.sums', { average: '25', count: '2', sum: '50' }))
    .waitFor();
  await header('Item').click();
  await press(say('pane.workbench.filter.clear'));
  await page.waitForFunction(() => window.appfi.host.book.sheets[0]?.hiddenRows.size === 0);

  // A formula is asked about first; what goes into other cells is not.
  const formulas = await cells(visit, 2);
  await go('C2');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await page.getByText(say('pane.workbench.overwrite', { count: 1 })).waitFor();
  await press(say('pane.workbench.leave.stay'));
  expect(await cells(visit, 2)).toEqual(formulas);
  await go('C2');
  await page.keyboard.press('Delete');
  await press(say('pane.workbench.overwrite.go'));
  await page.waitForFunction(
    () => window.appfi.host.book.sheets[0]?.cells[1]?.[2]?.formula === undefined,
  );
  await go('A2');
  await page.keyboard.type('plum');
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => window.appfi.host.book.sheets[0]?.cells[1]?.[0]?.value === 'plum',
  );

  // A right click offers the same.
  const box = await page.locator('canvas').first().boundingBox();
  await page.mouse.click((box?.x ?? 0) + 80, (box?.y ?? 0) + 60, { button: 'right' });
  await page.getByRole('menuitem', { name: say('pane.workbench.cell.find') }).click();
  await page.getByRole('textbox', { name: say('pane.workbench.find') }).waitFor();
});
