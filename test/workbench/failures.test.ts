import type { Page } from 'playwright-core';
import { serve, type Site } from './site';
import { newPage, type, visits, type Visit } from './visit';

const open = visits();

/** Does something to the workbook as Excel, or someone else in it, would. */
const inWorkbook = ({ page }: Visit, act: 'protect' | 'delete', sheet: string): Promise<void> =>
  page.evaluate(
    ([what, name]) =>
      window.appfi.host.run(async (context) => {
        const found = context.workbook.worksheets.getItem(name);
        if (what === 'protect') found.protection.protect();
        else found.delete();
        await context.sync();
      }),
    [act, sheet] as const,
  );

/** Answers the next requests as Excel answers while a cell is being edited. */
const refuse = ({ page }: Visit, code: string | null): Promise<void> =>
  page.evaluate((refusal) => {
    const { session } = window.appfi.host;
    const held = window as { executor?: typeof session._createRequestExecutorOrNull };
    held.executor ??= session._createRequestExecutorOrNull.bind(session);
    session._createRequestExecutorOrNull =
      refusal === null
        ? held.executor
        : () => ({
            executeAsync: () => Promise.reject(Object.assign(new Error(''), { code: refusal })),
          });
  }, code);

test('a protected sheet refuses a pick in words; unprotected, the same pick is written', async () => {
  const visit = await open('lang=en&model=key-account');
  const { page, pane, say, tab } = visit;
  await inWorkbook(visit, 'protect', '1 Ask');
  await tab('steps');
  const box = pane.getByRole('checkbox', { checked: false }).first();
  await box.click();
  await pane.getByText(say('failure.access-denied')).waitFor();
  expect(await pane.getByRole('checkbox', { checked: false }).first().isChecked()).toBe(false);
  await page.evaluate(() =>
    window.appfi.host.run(async (context) => {
      context.workbook.worksheets.getItem('1 Ask').protection.unprotect();
      await context.sync();
    }),
  );
  await pane.getByRole('checkbox', { checked: false }).first().click();
  await pane.getByText(say('failure.access-denied')).waitFor({ state: 'detached' });
});

test('a sheet that someone deleted is told with its cure, and comes back', async () => {
  const visit = await open('lang=zh-CN&model=key-account');
  const { pane, say, tab, press } = visit;
  await inWorkbook(visit, 'delete', '投入成本');
  await tab('checks');
  await press('pane.repair');
  await press('pane.proposal.apply');
  await visit.page.getByRole('tab', { name: '投入成本' }).waitFor();
  // Its costs are gone, so that checks fail; of the sheets nothing is left to be said.
  await pane.getByText(say('pane.repair'), { exact: true }).waitFor({ state: 'detached' });
});

test('while a cell is being edited, and without Excel’s service, nothing is lost and a way on is named', async () => {
  const visit = await open('lang=en&model=key-account');
  const { pane, say, tab } = visit;
  await tab('steps');
  for (const [code, told] of [
    ['InvalidOperationInCellEditMode', 'failure.cell-edit'],
    ['ConnectionFailure', 'failure.offline'],
  ] as const) {
    await refuse(visit, code);
    await pane.getByRole('checkbox', { checked: false }).first().click();
    await pane.getByText(say(told)).waitFor();
    await refuse(visit, null);
    // What was shown before is still there, and works.
    await pane.getByRole('checkbox', { checked: false }).first().click();
    await pane.getByText(say(told)).waitFor({ state: 'detached' });
  }
});

test('what someone else writes meanwhile is shown, and not overwritten by an edit beside it', async () => {
  const visit = await open('lang=en&model=key-account');
  const { pane, say, tab } = visit;
  await tab('bet');
  await pane.getByText(say('pane.bet.weights.whole')).waitFor();
  const place = await visit.page.evaluate(() => {
    for (const sheet of window.appfi.host.book.sheets) {
      const table = sheet.tables.find(({ name }) => name === 'Terms');
      if (!table) continue;
      const at = table.columns.findIndex(({ name }) => name === 'Weight');
      const letter = String.fromCharCode(65 + table.area.column + at);
      return { sheet: sheet.name, cell: `${letter}${table.area.row + 2}` };
    }
    throw new Error('No table Terms');
  });
  await type(visit, place.sheet, place.cell, '0.35');
  await pane.getByText(say('pane.bet.weights.over', { share: '5%' })).waitFor();
});

describe('the pane that Excel loads', () => {
  const office = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
  const stub = (supported: boolean) => `window.Office = {
    onReady: (start) => { start && start(); return Promise.resolve({ host: 'Excel' }); },
    context: {
      displayLanguage: 'zh-CN',
      officeTheme: { bodyBackgroundColor: '#262626' },
      requirements: { isSetSupported: () => ${supported} },
    },
    actions: { associate: () => undefined },
  };
  window.Excel = { run: () => Promise.reject(Object.assign(new Error(''), { code: 'ConnectionFailure' })) };`;

  let site: Site;
  beforeAll(async () => void (site = await serve('pane')), 600_000);
  afterAll(() => site.close());

  async function load(script: string | undefined, look: (page: Page) => Promise<void>) {
    const page = await newPage({ viewport: { width: 350, height: 700 }, locale: 'en-GB' });
    const asked: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.route(office, (route) =>
      script === undefined
        ? route.abort()
        : route.fulfill({ contentType: 'text/javascript', body: script }),
    );
    await page.goto(`${site.url}taskpane.html`);
    await look(page);
    await page.close();
    const foreign = asked.filter((url) => !url.startsWith(site.url) && url !== office);
    return { foreign, errors };
  }

  test('outside Excel it says where it works', async () => {
    const { foreign } = await load(undefined, (page) =>
      page.getByRole('heading', { name: 'Open this in Excel' }).waitFor(),
    );
    expect(foreign).toEqual([]);
  });

  test('in an Excel that is too old it says which it needs', async () => {
    const { foreign, errors } = await load(stub(false), (page) => page.locator('h1').waitFor());
    expect([foreign, errors]).toEqual([[], []]);
  });

  test('in Excel it keeps to its own policy, asks nobody but its server, and follows the dark theme', async () => {
    const { foreign, errors } = await load(stub(true), async (page) => {
      await page.getByRole('button', { name: '重试' }).waitFor();
      const background = await page
        .locator('#pane main')
        .evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(background).toBe('rgb(41, 41, 41)');
    });
    expect([foreign, errors]).toEqual([[], []]);
  });
});
