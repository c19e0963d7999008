import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { themeNames } from '../../src/taskpane/parts/theme';
import { visits, type Visit } from './visit';

const open = visits();
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The large map over the page, focus on its root. */
async function openMap({ page, say }: Visit): Promise<void> {
  await page
    .getByRole('button', { name: say('pane.map.open') })
    .first()
    .click();
  await page.locator('.workshop [data-kind="root"]:focus').waitFor();
}

async function expectNoViolations({ page }: Visit): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run('.workshop'));
  expect(violations.map(({ id, nodes: [node] }) => [id, node?.html, node?.failureSummary])).toEqual(
    [],
  );
}

/** Waits until the workbook's row of the asks says so; null for nothing. */
const says = ({ page }: Visit, row: string, header: string, value: string | null) =>
  page.waitForFunction(
    ([item, name, wanted]) =>
      window.appfi.host.book.sheets.some((sheet) =>
        sheet.tables.some(({ name: table, area, columns }) => {
          if (table !== 'Asks') return false;
          const at = area.column + columns.findIndex((one) => one.name === name);
          const rows = Array.from({ length: area.rows }, (_, i) => sheet.cells[area.row + i] ?? []);
          const found = rows.find((cells) => cells.some((cell) => cell?.value === item));
          return found !== undefined && (found[at]?.value ?? null) === wanted;
        }),
      ),
    [row, header, value] as const,
  );

/** Waits until these stand in the table of the asks one after the other. */
const standInOrder = ({ page }: Visit, ...items: string[]) =>
  page.waitForFunction((wanted) => {
    const rows = window.appfi.host.book.sheets.flatMap((sheet) =>
      sheet.tables
        .filter(({ name }) => name === 'Asks')
        .flatMap(({ area }) => sheet.cells.slice(area.row, area.row + area.rows)),
    );
    const at = wanted.map((item) => rows.findIndex((row) => row?.some((c) => c?.value === item)));
    return at.every((row, i) => row >= 0 && (i === 0 || row > (at[i - 1] ?? 0)));
  }, items);

/** By mouse, from one node to another. */
async function drag({ page }: Visit, from: Locator, onto: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  await onto.hover();
  await page.mouse.up();
}

const isGone = ({ page }: Visit, text: string) =>
  page.waitForFunction(
    (wanted) =>
      !window.appfi.host.book.sheets.some((sheet) =>
        sheet.cells.some((row) => row?.some((cell) => cell?.value === wanted)),
      ),
    text,
  );

test('by keyboard a room picks, declines, rewords, adds and undoes on the map, by mouse it reorders, and the workbook has it', async () => {
  const visit = await open('lang=en&model=key-account', { grid: false });
  const { page } = visit;
  const { keyboard } = page;
  const focused = (state?: string) =>
    page.locator(`.workshop [role="treeitem"]${state ? `[data-state="${state}"]` : ''}:focus`);
  await openMap(visit);

  // One question at a time: the first of them, and an item that nobody has answered.
  await keyboard.press('PageDown');
  await focused().and(page.locator('[data-kind="dimension"]')).waitFor();
  await keyboard.press('3');
  await keyboard.press('ArrowDown');
  const item =
    (await focused('open').locator('.told').textContent())?.replace(/, undecided$/, '') ?? '';
  await keyboard.press('1');
  await keyboard.press('Space');
  await focused('yes').waitFor();
  await says(visit, item, 'Pick', 'Yes');
  await keyboard.press('Delete');
  await focused('no').waitFor();
  await says(visit, item, 'Pick', 'No');
  await keyboard.press('Control+z');
  await focused('yes').waitFor();
  await says(visit, item, 'Pick', 'Yes');
  await keyboard.press('Control+z');
  await focused('open').waitFor();
  await says(visit, item, 'Pick', null);
  await keyboard.press('Control+y');
  await says(visit, item, 'Pick', 'Yes');

  await keyboard.press('F2');
  await page.locator('#workshop-wording:focus').waitFor();
  await keyboard.type('In our words');
  await keyboard.press('Enter');
  await says(visit, item, 'Own wording', 'In our words');
  await keyboard.press('Escape');
  await focused('yes').waitFor();

  await keyboard.press('Insert');
  await page.locator('#workshop-add:focus').waitFor();
  await keyboard.type('Our own driver');
  await keyboard.press('Enter');
  await says(visit, 'Our own driver', 'Pick', 'Yes');
  const own = page.getByRole('treeitem', { name: /^Our own driver, picked, your own/ });
  await own.waitFor();
  await expectNoViolations(visit);

  // A second one is dragged above the first.
  await own.click();
  await keyboard.press('Insert');
  await page.locator('#workshop-add:focus').waitFor();
  await keyboard.type('Another driver');
  await keyboard.press('Enter');
  const other = page.getByRole('treeitem', { name: /^Another driver, picked, your own/ });
  // It is selected once the workbook has it.
  await other.and(page.locator('[aria-selected="true"]')).waitFor();
  await standInOrder(visit, 'Our own driver', 'Another driver');
  await drag(visit, other, own);
  await standInOrder(visit, 'Another driver', 'Our own driver');
  await page.getByRole('button', { name: /^Undo:/ }).click();
  await standInOrder(visit, 'Our own driver', 'Another driver');

  // Beside the other questions, it is dropped onto the second one and stands under that.
  await page.locator('.workshop [role="treeitem"][tabindex="0"]').focus();
  for (const key of ['Home', 'ArrowLeft', 'ArrowDown', 'ArrowRight']) await keyboard.press(key);
  const question = page.locator('.workshop [data-kind="dimension"]').nth(1);
  const named = await question.locator('.told').textContent();
  await drag(visit, other, question);
  await says(visit, 'Another driver', 'Question', named?.replace(/, \d+ of \d+ .*$/, '') ?? '');
  await page.getByRole('button', { name: /^Undo:/ }).click();
  await standInOrder(visit, 'Our own driver', 'Another driver');
  await page.getByRole('button', { name: /^Undo: Added “Another driver”/ }).click();
  await other.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Undo: Added “Our own driver”/ }).click();
  await own.waitFor({ state: 'detached' });
  await isGone(visit, 'Our own driver');

  // What is typed into the workbook shows on the map.
  await page.evaluate(
    ([text]) =>
      window.appfi.host.run(async (context) => {
        const sheets = context.workbook.worksheets.load('items/name');
        await context.sync();
        for (const sheet of sheets.items) {
          const found = sheet.getUsedRange().load('values');
          await context.sync();
          found.values.forEach((row: unknown[], r: number) =>
            row.forEach((value, c) => {
              if (value === text) found.getCell(r, c).values = [['Typed in a cell']];
            }),
          );
        }
        await context.sync();
      }),
    ['In our words'] as const,
  );
  await page.getByRole('treeitem', { name: /^Typed in a cell, picked/ }).waitFor();
});

/** Unfolded at once, all of the map is seen, its branches are read, and no count leaves its badge. */
async function expectWhole({ page, say }: Visit): Promise<void> {
  const badges = page.locator('.workshop .fold[data-folded="true"]');
  const tall = await badges.evaluateAll((all) =>
    all.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight),
  );
  expect(tall).toHaveLength(0);
  await page.getByRole('button', { name: say('workshop.unfold') }).click();
  const seen = await page.locator('.workshop .frame').evaluate((frame) => {
    const { top, bottom, left, right } = frame.getBoundingClientRect();
    const nodes = [...frame.querySelectorAll<HTMLElement>('.node')].map((node) => ({
      kind: node.dataset.kind,
      box: node.getBoundingClientRect(),
    }));
    return {
      count: nodes.length,
      outside: nodes.filter(
        ({ box }) => box.top < top || box.bottom > bottom || box.left < left || box.right > right,
      ).length,
      branches: nodes.filter(({ kind, box }) => kind === 'branch' && box.height > 20).length,
    };
  });
  expect(seen).toMatchObject({ outside: 0, branches: 5 });
  expect(seen.count).toBeGreaterThan(200);
  await page.getByRole('button', { name: say('workshop.fold') }).click();
  await page.locator('.workshop [role="treeitem"][tabindex="0"]').focus();
}

test('axe finds nothing on the map in any theme, with all that opens beside it', async () => {
  const visit = await open('lang=zh-CN&model=key-account', { grid: false });
  const { page, say } = visit;
  for (const theme of themeNames) {
    await page.getByLabel(say('pane.workbench.theme')).selectOption(theme);
    await openMap(visit);
    await expectNoViolations(visit);
    if (theme === themeNames[0]) await expectWhole(visit);
    await page.keyboard.press('PageDown');
    await page.locator('.workshop [data-kind="item"]').first().click();
    await page.locator('.workshop .side').waitFor();
    await expectNoViolations(visit);
    await page.getByRole('button', { name: say('workshop.close') }).click();
  }
});
