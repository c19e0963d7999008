import type { Page } from 'playwright-core';
import { activeSheet, column, holds, visits, type Visit } from './visit';

const open = visits();

/** What the pane, or anybody else with the workbook, does in it. */
const bringToFront = ({ page }: Visit, sheet: string): Promise<void> =>
  page.evaluate(
    (name) =>
      window.appfi.host.run(async (context) => {
        context.workbook.worksheets.getItem(name).activate();
        await context.sync();
      }),
    sheet,
  );

/** A sheet more: the grid draws all of them anew. */
const addSheet = ({ page }: Visit, sheet: string): Promise<void> =>
  page.evaluate(
    (name) =>
      window.appfi.host.run(async (context) => {
        context.workbook.worksheets.add(name);
        await context.sync();
      }),
    sheet,
  );

const sheetTab = ({ page }: Visit, name: string, selected?: boolean) =>
  page.getByRole('tab', { name, exact: true, ...(selected && { selected }) });

const valueOf = ({ page }: Visit, sheet: string, row: number, at: number): Promise<unknown> =>
  page.evaluate(
    ([name, down, across]) =>
      window.appfi.host.book.sheets.find((one) => one.name === name)?.cells[down]?.[across]?.value,
    [sheet, row, at] as const,
  );

/** The first pick of a sheet that is still open. */
async function openPick(visit: Visit, table: string) {
  const picks = await column(visit, table, 'Pick');
  const row = picks.row + picks.values.indexOf(null);
  return { ...picks, row, address: `${String.fromCharCode(65 + picks.column)}${row + 1}` };
}

const chosen = (visit: Visit, pick: { row: number; column: number; sheet: string }) => ({
  toBe: async (wanted: string | null) => {
    await visit.page.waitForFunction(
      ([name, row, at, value]) => {
        const sheet = window.appfi.host.book.sheets.find((one) => one.name === name);
        return (sheet?.cells[row]?.[at]?.value ?? null) === value;
      },
      [pick.sheet, pick.row, pick.column, wanted] as const,
    );
  },
});

test('an address typed at once after a sheet was switched is gone to, and what is typed there stays', async () => {
  const visit = await open('lang=en&model=key-account');
  const { page, nameBox } = visit;
  const pick = await openPick(visit, 'Asks');
  for (const sheet of ['Progress', '2 Plan', pick.sheet]) await sheetTab(visit, sheet).click();
  await nameBox.fill(pick.address.toLowerCase());
  await nameBox.press('Enter');
  await page.keyboard.type('Yes');
  await page.keyboard.press('Enter');
  await chosen(visit, pick).toBe('Yes');
});

test('what is typed into the name box outlasts a sheet that comes to the front meanwhile', async () => {
  const visit = await open('lang=en&model=key-account');
  const { page, nameBox } = visit;
  const pick = await openPick(visit, 'PainPoints');
  await nameBox.fill(pick.address.slice(0, -1));
  await bringToFront(visit, pick.sheet);
  await sheetTab(visit, pick.sheet, true).waitFor();
  await addSheet(visit, 'Later');
  await sheetTab(visit, 'Later').waitFor();
  await page.keyboard.type(pick.address.slice(-1));
  await holds(nameBox, pick.address);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Maybe');
  await page.keyboard.press('Enter');
  await chosen(visit, pick).toBe('Maybe');
});

test('the name box goes to names and other sheets, and says when there is no such place', async () => {
  const visit = await open('lang=en&model=key-account');
  const { page, nameBox, say } = visit;
  await nameBox.fill('Engagement.Client');
  await nameBox.press('Enter');
  expect(await activeSheet(visit)).toBe('Engagement');
  await nameBox.fill("'2 Plan'!C5:D6");
  await nameBox.press('Enter');
  await holds(nameBox, 'C5:D6');
  expect(await activeSheet(visit)).toBe('2 Plan');
  await nameBox.fill('Nobody.Knows');
  await nameBox.press('Enter');
  await page.getByText(say('pane.workbench.nowhere', { text: 'Nobody.Knows' })).waitFor();
  await holds(nameBox, 'Nobody.Knows');
  await nameBox.press('Escape');
  await holds(nameBox, 'C5:D6');
});

test('a cell that is typed into is kept in front and gets its text, whatever comes meanwhile', async () => {
  const visit = await open('lang=en&model=key-account');
  const { page, nameBox } = visit;
  const pick = await openPick(visit, 'Asks');
  await sheetTab(visit, pick.sheet).click();
  await nameBox.fill(pick.address);
  await nameBox.press('Enter');
  await page.keyboard.type('Ye');
  await bringToFront(visit, '2 Plan');
  await addSheet(visit, 'Later');
  await sheetTab(visit, 'Later').waitFor();
  await page.keyboard.type('s');
  await page.keyboard.press('Enter');
  await chosen(visit, pick).toBe('Yes');
  expect(await valueOf(visit, '2 Plan', pick.row, pick.column)).not.toBe('Yes');
  await sheetTab(visit, pick.sheet, true).waitFor();
});

test('what is typed into a cell is entered when somebody goes on in the pane or to another sheet', async () => {
  const visit = await open('lang=en&model=key-account');
  const { page, nameBox, tab } = visit;
  for (const leave of [() => tab('value'), () => sheetTab(visit, 'Progress').click()]) {
    const pick = await openPick(visit, 'Asks');
    await sheetTab(visit, pick.sheet).click();
    await nameBox.fill(pick.address);
    await nameBox.press('Enter');
    await page.keyboard.type('Yes');
    await leave();
    await chosen(visit, pick).toBe('Yes');
  }
  await sheetTab(visit, 'Progress', true).waitFor();
});

test('an open drop-down and the selection outlast sheets that change meanwhile', async () => {
  const visit = await open('lang=en&model=key-account');
  const { page, nameBox, say } = visit;
  const pick = await openPick(visit, 'Asks');
  await sheetTab(visit, pick.sheet).click();
  await nameBox.fill(pick.address);
  await nameBox.press('Enter');
  await page.getByRole('button', { name: say('pane.workbench.entries') }).click();
  await page.getByRole('menuitemradio', { name: 'Yes' }).waitFor();
  await addSheet(visit, 'Later');
  await sheetTab(visit, 'Later').waitFor();
  await page.getByRole('menuitemradio', { name: 'Yes' }).click();
  await chosen(visit, pick).toBe('Yes');
  await holds(nameBox, pick.address);
  await sheetTab(visit, 'Progress').click();
  await sheetTab(visit, pick.sheet).click();
  await holds(nameBox, pick.address);
});

/** Keeps what the grid needs from arriving until it is let in. */
function gate() {
  let letIn = () => {};
  const opened = new Promise<void>((resolve) => (letIn = resolve));
  const prepare = async (page: Page) => {
    await page.route(/locale/, async (route) => {
      await opened;
      await route.continue();
    });
  };
  return { prepare, letIn: () => letIn() };
}

test('who types in the pane while the grid gets ready goes on typing there', async () => {
  const { prepare, letIn } = gate();
  const visit = await open('lang=en&model=empty', { prepare, grid: false });
  const { page, pane, say, nameBox } = visit;
  const client = pane.getByLabel(say('pane.client'), { exact: true });
  await client.pressSequentially('Con');
  expect(await page.locator('canvas').count()).toBe(0);
  letIn();
  await page.locator('canvas').first().waitFor();
  await holds(nameBox, 'A1');
  for (const letter of 'toso Limited') await page.keyboard.type(letter);
  await bringToFront(visit, 'Sheet1');
  await addSheet(visit, 'Later');
  await sheetTab(visit, 'Later').waitFor();
  await page.keyboard.type(' & Sons');
  await holds(client, 'Contoso Limited & Sons');
});

test('who asks for the grid while its editor still stands beside it has the focus in it in the end', async () => {
  const visit = await open('lang=en&model=empty', {
    grid: false,
    prepare: async (page) => {
      await page.addInitScript(() => {
        const asking = setInterval(() => {
          const box = document.querySelector<HTMLInputElement>('[aria-label^="Name box"]');
          if (!box?.value || !document.querySelector('[contenteditable]')) return;
          clearInterval(asking);
          box.focus();
          box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        });
      });
    },
  });
  const { page } = visit;
  await page.waitForFunction(() => {
    const { activeElement } = document;
    const inGrid = document.getElementById('workbench')?.contains(activeElement);
    return inGrid && (activeElement as HTMLElement).isContentEditable;
  });
  await page.keyboard.type('here');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.appfi.host.book.sheets[0]?.cells[0]?.[0]?.value);
  expect(await valueOf(visit, 'Sheet1', 0, 0)).toBe('here');
});
