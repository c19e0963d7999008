import { readFile } from 'node:fs/promises';
import { openXlsx } from '../../src/book';
import { activeSheet, column, holds, visits, type Visit } from './visit';

const open = visits();

const arrow = ({ page, say }: Visit) =>
  page.getByRole('button', { name: say('pane.workbench.entries') });

/** Selects a cell through the name box. */
async function select({ nameBox }: Visit, row: number, at: number): Promise<void> {
  await nameBox.fill(`${String.fromCharCode(65 + at)}${row + 1}`);
  await nameBox.press('Enter');
}

/** Waits until the host holds a value. */
const held = (
  { page }: Visit,
  sheet: { row: number; column: number },
  blank: number,
  value: string,
) =>
  page.waitForFunction(
    ([row, at, wanted]) => {
      const { sheets, activeSheet: active } = window.appfi.host.book;
      return sheets.find(({ id }) => id === active)?.cells[row]?.[at]?.value === wanted;
    },
    [sheet.row + blank, sheet.column, value] as const,
  );

test('a typed value recalculates what is suggested; one that is not offered is refused', async () => {
  const visit = await open('lang=zh-CN&model=after-sales');
  const { page } = visit;
  await page.getByRole('tab', { name: '1 四问' }).click();
  const picks = await column(visit, 'Asks', '挑选');
  const before = await column(visit, 'Plans', '推荐度');
  const blank = picks.values.indexOf(null);

  await select(visit, picks.row + blank, picks.column);
  await page.keyboard.type('选用');
  await page.keyboard.press('Enter');
  await held(visit, picks, blank, '选用');
  expect((await column(visit, 'Plans', '推荐度')).values).not.toEqual(before.values);

  await select(visit, picks.row + blank, picks.column);
  await page.keyboard.type('也许');
  await page.keyboard.press('Enter');
  await page.getByText('请从下拉选项中选择').waitFor();
  await held(visit, picks, blank, '选用');
});

test('the drop-down offers the entries by mouse and by keyboard; files go out and come in', async () => {
  const visit = await open('lang=en&model=key-account');
  const { page } = visit;
  await page.getByRole('tab', { name: '1 Ask' }).click();
  const picks = await column(visit, 'Asks', 'Pick');
  const blank = picks.values.indexOf(null);

  await select(visit, picks.row + blank, picks.column);
  await arrow(visit).click();
  await page.getByRole('menuitemradio', { name: 'Maybe' }).click();
  await held(visit, picks, blank, 'Maybe');

  await select(visit, picks.row + blank, picks.column);
  await page.keyboard.press('Alt+ArrowDown');
  await page.locator('[role=menuitemradio]:focus').waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await held(visit, picks, blank, 'Yes');

  await visit.pane.getByRole('button', { name: 'Progress', exact: true }).click();
  await page.getByRole('img', { name: /^Five steps/ }).waitFor();
  expect(await activeSheet(visit)).toBe('Progress');

  const download = async () => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download .xlsx' }).click();
    return coming;
  };
  const file = await (await download()).path();
  const book = await openXlsx(await readFile(file));
  expect(book.sheets.map((sheet) => sheet.name)).toContain('1 Ask');

  const before = await page.evaluateHandle(() => window.appfi.host);
  const chooser = page.locator('input[accept=".xlsx"]');
  const mimeType = 'application/octet-stream';
  await chooser.setInputFiles({ name: 'Our plan.xlsx', mimeType, buffer: await readFile(file) });
  await page.waitForFunction((old) => window.appfi.host !== old, before);
  expect(await activeSheet(visit)).toBe('Progress');
  // A file keeps its own name.
  expect((await download()).suggestedFilename()).toBe('Our plan.xlsx');

  // From sheet to sheet: by the list of all, by the arrows beside it, by keys.
  const inFront = (name: string) =>
    page.getByRole('tab', { name, exact: true, selected: true }).waitFor();
  await page.getByRole('button', { name: 'All sheets', exact: true }).click();
  await page.getByRole('menuitemradio', { name: '2 Plan' }).click();
  await inFront('2 Plan');
  await page.getByRole('button', { name: 'Next sheet' }).click();
  await inFront('3 PainPoints');
  await page.getByRole('tab', { name: '3 PainPoints' }).press('ArrowLeft');
  await inFront('2 Plan');

  // The pane leads to the very cell of an item.
  await visit.tab('steps');
  await visit.pane.locator('[data-item] button').first().click();
  await visit.press('pane.goToCell');
  await inFront('1 Ask');
  const asks = await column(visit, 'Asks', 'Pick');
  await holds(visit.nameBox, `${String.fromCharCode(65 + asks.column)}${asks.row + 1}`);
  const bad = { name: 'a.xlsx', mimeType: 'text/plain', buffer: Buffer.from('no workbook') };
  await chooser.setInputFiles(bad);
  await page.getByText('This is not an Excel workbook').waitFor();
});

test('the tour shows each stop in the pane and in the sheet beside it', async () => {
  const visit = await open('lang=en&model=key-account');
  const { page, pane } = visit;
  const stops = [
    ['Pick what hurts', 'APPFI', '3 PainPoints'],
    ['Measure', 'Value', 'Metrics'],
    ['Price it', 'Return', 'Roi'],
    ['Bet on it', 'Bet', 'Terms'],
    ['Settle', 'Bet', 'Statement'],
    ['Trust the numbers', 'Checks', 'Dashboard'],
  ] as const;
  for (const [stop, view, sheet] of stops) {
    const tour = page.getByRole('navigation', { name: 'Tour of the example' });
    await tour.getByRole('button', { name: stop }).click();
    await pane.getByRole('tab', { name: view, selected: true }).waitFor();
    await page.waitForFunction((wanted) => {
      const { sheets, activeSheet: active } = window.appfi.host.book;
      return sheets.find(({ id }) => id === active)?.name === wanted;
    }, sheet);
  }
  await pane.getByText(/^[\d,]+ of [\d,]+ formulas agree\.$/).waitFor();
});

test('slides, papers and a map are saved; what was changed in the map comes back into the sheet', async () => {
  const visit = await open('lang=en&model=key-account');
  const { page, pane, say, press } = visit;
  const saved = async (ending: string) => {
    const coming = page.waitForEvent('download');
    await pane
      .getByRole('button', { name: say('pane.deliver.save', { ending }) })
      .first()
      .click();
    return readFile(await (await coming).path());
  };
  await press('pane.deliver.open');
  for (const ending of ['.pptx', '.docx', '.xmind']) {
    expect((await saved(ending)).subarray(0, 2).toString()).toBe('PK');
  }
  const sent = await saved('.md');
  const picks = await column(visit, 'Functions', 'Pick');
  const items = await column(visit, 'Functions', 'Function');
  const text = String(items.values[picks.values.indexOf('Yes')]);
  expect(sent.toString()).toContain(text);
  const back = Buffer.from(sent.toString().replace(text, 'In our own words'));
  const choose = (key: 'pane.deliver.back.sent' | 'pane.deliver.back.back', buffer: Buffer) =>
    pane
      .getByLabel(say(key))
      .and(pane.locator('input'))
      .setInputFiles({ name: 'map.md', mimeType: 'text/markdown', buffer });
  await choose('pane.deliver.back.sent', sent);
  await choose('pane.deliver.back.back', back);
  await press('pane.deliver.back.apply');
  await pane.getByText(say('pane.deliver.back.taken', { count: 1 })).waitFor();
  const wordings = await column(visit, 'Functions', 'Own wording');
  expect(wordings.values[picks.values.indexOf('Yes')]).toBe('In our own words');
});
