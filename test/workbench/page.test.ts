import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { Host } from '../../src/host';
import { openXlsx } from '../../src/host/xlsx';
import { message, type Lang } from '../../src/messages';
import { launch } from '../support/browser';
import { serveWorkbench } from './site';

jest.setTimeout(180_000);

declare global {
  interface Window {
    appfi: { host: Host };
    axe: { run(where: string): Promise<AxeResults> };
  }
}

let browser: Browser;
let site: Awaited<ReturnType<typeof serveWorkbench>>;
let page: Page;
let problems: string[];
beforeAll(async () => {
  [site, browser] = await Promise.all([serveWorkbench(), launch()]);
});
afterEach(() => expect(problems).toEqual([]));
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function open(search: string): Promise<void> {
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
  await page.goto(`${site.url}${search}`);
  await page.locator('#pane h1').waitFor();
  await page.locator('canvas').first().waitFor();
}

interface Column {
  /** Of the first body cell, zero-based. */
  row: number;
  column: number;
  values: unknown[];
}

/** A table's column as the host has it. */
const column = (table: string, header: string): Promise<Column> =>
  page.evaluate(
    ([name, wanted]) => {
      for (const sheet of window.appfi.host.book.sheets) {
        const found = sheet.tables.find((one) => one.name === name);
        if (!found) continue;
        const { row, rows, column: first } = found.area;
        const at = first + found.columns.findIndex((one) => one.name === wanted);
        const values = Array.from(
          { length: rows - 1 },
          (_, i) => sheet.cells[row + 1 + i]?.[at]?.value ?? null,
        );
        return { row: row + 1, column: at, values };
      }
      throw new Error(`No table ${name}`);
    },
    [table, header] as const,
  );

const activeSheet = () =>
  page.evaluate(() => {
    const { sheets, activeSheet: active } = window.appfi.host.book;
    return sheets.find((sheet) => sheet.id === active)?.name;
  });

const arrow = (lang: Lang) =>
  page.getByRole('button', { name: message(lang, 'pane.workbench.entries') });

/** Selects a cell through the name box, then clicks it, left of its drop-down arrow. */
async function click(lang: Lang, row: number, at: number): Promise<void> {
  const name = page.locator('[data-u-comp=defined-name] input');
  await name.fill(`${String.fromCharCode(65 + at)}${row + 1}`);
  await name.press('Enter');
  const box = await arrow(lang).boundingBox();
  if (!box) throw new Error('The cell has no drop-down');
  await page.mouse.click(box.x - 12, box.y + 6);
}

/** Waits until the host holds a value. */
const held = (sheet: Column, blank: number, value: string) =>
  page.waitForFunction(
    ([row, at, wanted]) => {
      const { sheets, activeSheet: active } = window.appfi.host.book;
      return sheets.find(({ id }) => id === active)?.cells[row]?.[at]?.value === wanted;
    },
    [sheet.row + blank, sheet.column, value] as const,
  );

const axe = require.resolve('axe-core/axe.min.js');

async function expectAccessiblePane(): Promise<void> {
  const overflow = await page
    .locator('#pane')
    .evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBe(0);
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => window.axe.run('#pane'));
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

describe('in Chinese', () => {
  beforeAll(() => open('?lang=zh-CN&model=after-sales'));
  afterAll(() => page.close());

  test('a typed value recalculates what is suggested; one that is not offered is refused', async () => {
    await page.getByRole('tab', { name: '1 四问' }).click();
    const picks = await column('Asks', '挑选');
    const before = await column('Plans', '推荐度');
    const blank = picks.values.indexOf(null);

    await click('zh-CN', picks.row + blank, picks.column);
    await page.keyboard.type('选用');
    await page.keyboard.press('Enter');
    await held(picks, blank, '选用');
    expect((await column('Plans', '推荐度')).values).not.toEqual(before.values);

    await click('zh-CN', picks.row + blank, picks.column);
    await page.keyboard.type('也许');
    await page.keyboard.press('Enter');
    await page.getByText('请从下拉选项中选择').waitFor();
    await held(picks, blank, '选用');
  });

  test('the pane at 350 px is accessible and nothing is cut off', async () => {
    await page.locator('#pane').getByRole('button', { name: '读回项目数据' }).click();
    await page.locator('#pane').getByRole('textbox').waitFor();
    await expectAccessiblePane();
  });
});

describe('without an engagement', () => {
  beforeAll(() => open('?lang=en&model=empty'));
  afterAll(() => page.close());

  test('the pane at 350 px is accessible, nothing is cut off, and it lays out what is asked for', async () => {
    await expectAccessiblePane();
    await page.getByLabel('Client').fill('Contoso');
    await page.getByRole('button', { name: 'Lay out workbook' }).click();
    await page.getByRole('heading', { name: 'Contoso' }).waitFor();
    await page.getByRole('tab', { name: '1 Ask' }).waitFor();
  });
});

describe('in English', () => {
  beforeAll(() => open('?lang=en&model=key-account'));
  afterAll(() => page.close());

  test('the drop-down offers the entries, by mouse and by keyboard', async () => {
    await page.getByRole('tab', { name: '1 Ask' }).click();
    const picks = await column('Asks', 'Pick');
    const blank = picks.values.indexOf(null);

    await click('en', picks.row + blank, picks.column);
    await arrow('en').click();
    await page.getByRole('menuitemradio', { name: 'Maybe' }).click();
    await held(picks, blank, 'Maybe');

    await click('en', picks.row + blank, picks.column);
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('menuitemradio', { name: 'Yes' }).waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await held(picks, blank, 'Yes');
  });

  test('the pane leads to a sheet, and its chart shows', async () => {
    await page.locator('#pane').getByRole('button', { name: 'Progress', exact: true }).click();
    await page.getByRole('img', { name: /^Five steps/ }).waitFor();
    expect(await activeSheet()).toBe('Progress');
  });

  test('the dark pane at 350 px is accessible and nothing is cut off', async () => {
    await page.getByRole('switch').click();
    await expectAccessiblePane();
  });

  test('the workbook is downloaded and opened again; what is no workbook is refused', async () => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download .xlsx' }).click();
    const file = await (await coming).path();
    const book = await openXlsx(await readFile(file));
    expect(book.sheets.map((sheet) => sheet.name)).toContain('1 Ask');

    const before = await page.evaluateHandle(() => window.appfi.host);
    const chooser = page.locator('input[accept=".xlsx"]');
    await chooser.setInputFiles(file);
    await page.waitForFunction((old) => window.appfi.host !== old, before);
    expect(await activeSheet()).toBe('Progress');
    const bad = { name: 'a.xlsx', mimeType: 'text/plain', buffer: Buffer.from('no workbook') };
    await chooser.setInputFiles(bad);
    await page.getByText('This is not an Excel workbook').waitFor();
  });
});
