import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
} from 'playwright-core';
import type { Host } from '../../src/host';
import { message, type Lang, type MessageKey, type MessageParams } from '../../src/messages';
import { launch } from '../support/browser';
import { serve, type Site } from './site';

declare global {
  interface Window {
    appfi: { host: Host };
    axe: { run(where: string, how?: RunOptions): Promise<AxeResults> };
  }
}

let browser: Browser;
let site: Site;

/** Bounds what hangs; how long a page takes is the machine's business. */
const limit = 600_000;

/** A page of the try-it page as a visitor has it. */
export interface Visit {
  page: Page;
  pane: Locator;
  /** Of the grid: holds the selected cell's address once there is one. */
  nameBox: Locator;
  lang: Lang;
  say(key: MessageKey, params?: MessageParams): string;
  tab(view: string): Promise<void>;
  press(key: MessageKey, params?: MessageParams): Promise<void>;
}

interface VisitOptions extends BrowserContextOptions {
  /** What the pane shows once it can be used. */
  ready?: string;
  /** Before the page is asked for. */
  prepare?: (page: Page) => Promise<void>;
  /** Whether to wait until the grid can be used; otherwise the pane alone. */
  grid?: boolean;
}

/** Serves the page and a browser for the tests of a file; none may leave an error in the console. */
export function visits(): (search: string, options?: VisitOptions) => Promise<Visit> {
  jest.setTimeout(limit);
  let problems: string[] = [];
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    site = await serve();
    browser = await launch();
  }, limit);
  beforeEach(() => void (problems = []));
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(problems).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  return async (search, { ready = '#pane h1', prepare, grid = true, ...options } = {}) => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      // Colours are judged as they are, not on their way.
      reducedMotion: 'reduce',
      // Each visit would fetch the whole page twice.
      serviceWorkers: 'block',
      ...options,
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(limit / 2);
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
    page.on('request', (request) => {
      // The page says that nothing leaves the browser.
      if (!request.url().startsWith(site.url) && !/^(blob|data):/.test(request.url())) {
        problems.push(`asked ${request.url()}`);
      }
    });
    await prepare?.(page);
    await page.goto(`${site.url}?${search}`);
    await page.locator(ready).first().waitFor();
    const lang = (new URLSearchParams(search).get('lang') ?? 'zh-CN') as Lang;
    const pane = page.locator('#pane');
    const say: Visit['say'] = (key, params) => message(lang, key, params);
    const nameBox = page.getByLabel(say('pane.workbench.nameBox'));
    if (grid) {
      await page.locator('canvas').first().waitFor();
      await holds(nameBox);
    }
    return {
      page,
      pane,
      nameBox,
      lang,
      say,
      tab: (view) => pane.locator(`#tab-${view}`).click(),
      press: (key, params) =>
        pane.getByRole('button', { name: say(key, params), exact: true }).click(),
    };
  };
}

/** A page of its own in the browser of the file's tests. */
export async function newPage(options: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(limit / 2);
  return page;
}

/** Waits until a field holds a text, or any without one. */
export async function holds(field: Locator, text?: string): Promise<void> {
  await field.page().waitForFunction(
    ([element, wanted]) => {
      const { value } = element as HTMLInputElement;
      return wanted === undefined ? value !== '' : value === wanted;
    },
    [await field.elementHandle(), text] as const,
  );
}

/** Goes to cells by the name box; the grid has the focus then. */
export async function goTo(
  { page, nameBox }: Pick<Visit, 'page' | 'nameBox'>,
  place: string,
): Promise<void> {
  await nameBox.fill(place);
  await nameBox.press('Enter');
  await page.waitForFunction(
    (box) => {
      const { activeElement, body } = document;
      return activeElement !== box && activeElement !== body;
    },
    await nameBox.elementHandle(),
  );
  await holds(nameBox, place);
}

interface Column {
  /** Of the first body cell, zero-based. */
  row: number;
  column: number;
  sheet: string;
  values: unknown[];
}

/** A table's column as the host has it. */
export const column = ({ page }: Visit, table: string, header: string): Promise<Column> =>
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
        return { row: row + 1, column: at, sheet: sheet.name, values };
      }
      throw new Error(`No table ${name}`);
    },
    [table, header] as const,
  );

/** Types into a cell as the grid would. */
export const type = ({ page }: Visit, sheet: string, cell: string, text: string): Promise<void> =>
  page.evaluate(([at, where, typed]) => window.appfi.host.edit(at, where, typed), [
    sheet,
    cell,
    text,
  ] as const);

export const activeSheet = ({ page }: Visit): Promise<string | undefined> =>
  page.evaluate(() => {
    const { sheets, activeSheet: active } = window.appfi.host.book;
    return sheets.find((sheet) => sheet.id === active)?.name;
  });

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Nothing is cut off at 350 px, and axe finds nothing.
 * @param how which of its rules; all unless said otherwise
 */
export async function expectAccessible({ page, pane }: Visit, how: RunOptions = {}): Promise<void> {
  const overflow = await pane.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBe(0);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate((rules) => window.axe.run('#pane', rules), how);
  expect(
    violations.map(({ id, nodes: [node] }) => [id, node?.html, node?.failureSummary, node?.target]),
  ).toEqual([]);
}
