import { saveXlsx } from '../../src/book';
import { createHost } from '../../src/host';
import { message } from '../../src/messages';
import { thoroughness } from '../support/thoroughness';
import { goTo, holds, type, visits, type Visit } from './visit';

const open = visits();

/** What the first sheet's cell holds. */
const held = ({ page }: Visit, row: number, at: number): Promise<unknown> =>
  page.evaluate(
    ([down, across]) => {
      const cell = window.appfi.host.book.sheets[0]?.cells[down]?.[across];
      return cell?.formula ?? cell?.value ?? null;
    },
    [row, at] as const,
  );

const holding = ({ page }: Visit, row: number, at: number, wanted: string | number | null) =>
  page.waitForFunction(
    ([down, across, value]) => {
      const cell = window.appfi.host.book.sheets[0]?.cells[down]?.[across];
      return (cell?.formula ?? cell?.value ?? null) === value;
    },
    [row, at, wanted] as const,
  );

/** Pastes where the focus is, as from another spreadsheet. */
const paste = ({ page }: Visit, parts: Record<string, string>): Promise<void> =>
  page.evaluate((all) => {
    const clipboardData = new DataTransfer();
    for (const [kind, text] of Object.entries(all)) clipboardData.setData(kind, text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, parts);

/** What is asked before the work is left. */
const dialog = ({ page, say }: Visit) =>
  page.getByRole('alertdialog', { name: say('pane.workbench.leave', { name: 'APPFI.xlsx' }) });
const kept = ({ page, say }: Visit) => page.getByText(say('pane.workbench.kept')).waitFor();

test('work is there again after the page was loaded again, and is not left behind unasked', async () => {
  const visit = await open('lang=en&model=empty');
  const { page, say } = visit;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await type(visit, 'Sheet1', 'A1', 'Mei');
  await kept(visit);

  await press(say('pane.workbench.new'));
  await dialog(visit).getByText(say('pane.workbench.leave.kept')).waitFor();
  await press(say('pane.workbench.leave.stay'));
  expect(await held(visit, 0, 0)).toBe('Mei');

  // Each of several files is answered for: one is opened, after it was asked.
  const file = Buffer.from(await saveXlsx(createHost().book)).toString('base64');
  await page.evaluate(
    ([bytes]) => {
      const dataTransfer = new DataTransfer();
      const whole = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      for (const name of ['one.xlsx', 'two.xlsx']) dataTransfer.items.add(new File([whole], name));
      dataTransfer.items.add(new File(['no workbook'], 'three.xlsx'));
      const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector('header')?.dispatchEvent(drop);
    },
    [file] as const,
  );
  await dialog(visit).waitFor();
  await press(say('pane.workbench.leave.stay'));
  await page.getByText(say('pane.workbench.dropped.one', { names: 'two.xlsx' })).waitFor();
  await page.getByText(say('pane.workbench.dropped.unreadable', { names: 'three.xlsx' })).waitFor();
  expect(await held(visit, 0, 0)).toBe('Mei');

  // The language changes around the work: there is nothing to ask.
  const change = (lang: 'en' | 'zh-CN', to: 'en' | 'zh-CN') =>
    page.getByLabel(message(lang, 'pane.workbench.language'), { exact: true }).selectOption(to);
  await change('en', 'zh-CN');
  await visit.pane.getByLabel(message('zh-CN', 'pane.client'), { exact: true }).waitFor();
  expect([await held(visit, 0, 0), await page.getByRole('alertdialog').count()]).toEqual([
    'Mei',
    0,
  ]);
  await change('zh-CN', 'en');
  await visit.pane.getByLabel(say('pane.client'), { exact: true }).waitFor();

  // The browser asks; who leaves nevertheless is offered the work.
  const asked: string[] = [];
  page.on('dialog', (one) => {
    asked.push(one.type());
    void one.accept();
  });
  await page.reload();
  await press(say('pane.workbench.offer.open', { name: 'APPFI.xlsx' }));
  await page.locator('canvas').first().waitFor();
  expect([await held(visit, 0, 0), asked]).toEqual(['Mei', ['beforeunload']]);
});

test('a pane that is loaded again, as a part of it could not be, has the same work, unasked', async () => {
  const visit = await open('lang=en&model=key-account');
  const { page, say, tab } = visit;
  // What failed is told in the console too.
  page.removeAllListeners('console');
  const asked: string[] = [];
  page.on('dialog', (one) => void asked.push(one.type()));
  await type(visit, '1 Ask', 'Z90', 'Mei');
  await kept(visit);
  await page.route('**/*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  );
  await tab('return');
  const again = visit.pane.getByRole('button', { name: say('pane.reload'), exact: true });
  await again.waitFor();
  await page.unroute('**/*.js');
  await Promise.all([page.waitForEvent('load'), again.click()]);
  await page.locator('canvas').first().waitFor();
  const value = await page.evaluate(() => {
    const sheet = window.appfi.host.book.sheets.find(({ name }) => name === '1 Ask');
    return sheet?.cells[89]?.[25]?.value;
  });
  expect([value, asked]).toEqual(['Mei', []]);
  await tab('return');
  await visit.pane.getByText(say('pane.return.npv')).first().waitFor();
});

test('a browser that keeps nothing says so, and leaving says what is lost', async () => {
  const visit = await open('lang=en&model=empty', {
    prepare: async (page) => {
      await page.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('denied', 'SecurityError');
        };
      });
    },
  });
  const { page, say } = visit;
  await type(visit, 'Sheet1', 'A1', 'Mei');
  await page.getByText(say('pane.workbench.unkept.text')).waitFor();
  await page.getByRole('button', { name: say('pane.workbench.new'), exact: true }).click();
  await dialog(visit).getByText(say('pane.workbench.leave.lost')).waitFor();
});

test('without a network the page is there, with what it loads later', async () => {
  const visit = await open('lang=en&model=empty', { serviceWorkers: 'allow' });
  const { page, pane, say } = visit;
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  await page.getByText(say('pane.workbench.offline'), { exact: true }).waitFor();
  await page.reload();
  await pane.getByLabel(say('pane.client'), { exact: true }).waitFor();
  await page.getByLabel(say('pane.workbench.example'), { exact: true }).selectOption('key-account');
  await pane.locator('#tab-return').click();
  await pane.getByText(say('pane.return.npv')).first().waitFor();
});

test.each([
  ['a phone', { viewport: { width: 390, height: 844 }, locale: 'zh-TW' }],
  // What 200 % make of a window of 1280 × 800.
  [
    'a page at 200 %',
    { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2, locale: 'en' },
  ],
] as const)('%s shows grid or pane, in the language of its browser', async (_, options) => {
  const { page } = await open('model=empty', { ...options, ready: 'canvas', grid: false });
  const sides = page.getByRole('tablist', { name: message(options.locale, 'pane.workbench.side') });
  const [grid, pane] = [page.locator('canvas').first(), page.locator('#pane h1')];
  await grid.waitFor();
  expect(await pane.isVisible()).toBe(false);
  await sides.getByRole('tab', { name: 'APPFI' }).click();
  await pane.waitFor();
  expect(await grid.isVisible()).toBe(false);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(options.locale);
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return [scrollWidth - clientWidth, scrollHeight - clientHeight];
  });
  expect(beyond).toEqual([0, 0]);
  await sides.getByRole('tab').first().click();
  await grid.waitFor();
  expect(await pane.isVisible()).toBe(false);
});

test('cells keep all their digits by keys and clipboard; what comes from another spreadsheet is one step', async () => {
  const visit = await open('lang=en&model=empty', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { page, nameBox, say } = visit;
  const { keyboard } = page;
  await page.evaluate(() =>
    window.appfi.host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:A2').numberFormat = [['0%'], ['#,##0']];
      sheet.getRange('A1:A3').formulas = [[1 / 3], [900_000.55], ['=A1*3']];
      sheet.getRange('B1').values = [['two\nlines']];
      await context.sync();
    }),
  );

  // The handle continues a series, as soon as there is one.
  await page.evaluate(() =>
    window.appfi.host.run(async (context) => {
      const cells = context.workbook.worksheets.getFirst().getRange('F1:F2');
      cells.values = [[1], [2]];
      cells.dataValidation.rule = { list: { inCellDropDown: true, source: '1,2' } };
      await context.sync();
    }),
  );
  const corner = async (cell: string) => {
    await goTo(visit, cell);
    const arrow = page.getByRole('button', { name: say('pane.workbench.entries') });
    const { x = 0, y = 0, height = 0 } = (await arrow.boundingBox()) ?? {};
    return { x: x - 2, y: y + height - 1 };
  };
  const [above, below] = [await corner('F1'), await corner('F2')];
  await goTo(visit, 'F1:F2');
  await page.mouse.move(below.x, below.y);
  await page.mouse.down();
  await page.mouse.move(below.x, below.y + 3 * (below.y - above.y), { steps: 6 });
  await page.mouse.up();
  await holding(visit, 4, 5, 5);

  // Nothing is changed by looking.
  for (const cell of ['A1', 'B1']) {
    await goTo(visit, cell);
    await keyboard.press('F2');
    await keyboard.press('Enter');
  }
  expect([await held(visit, 0, 0), await held(visit, 0, 1)]).toEqual([1 / 3, 'two\nlines']);

  await goTo(visit, 'A1:A3');
  await keyboard.press('Control+c');
  await goTo(visit, 'D1');
  await keyboard.press('Control+v');
  await holding(visit, 2, 3, '=D1*3');
  expect([await held(visit, 0, 3), await held(visit, 1, 3)]).toEqual([1 / 3, 900_000.55]);
  await keyboard.press('Control+z');
  await holding(visit, 0, 3, null);
  await goTo(visit, 'A2');
  await keyboard.press('Control+x');
  await goTo(visit, 'E2');
  await keyboard.press('Control+v');
  await holding(visit, 1, 4, 900_000.55);
  expect(await held(visit, 1, 0)).toBeNull();

  // A table grows by what is pasted below its header, and is as before in one step.
  await page.evaluate(() =>
    window.appfi.host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('H1:K2').values = [['a', 'b', 'c', 'd'], ['', '', '', '']];
      sheet.tables.add('H1:K2', true).name = 'Long';
      await context.sync();
    }),
  ); // prettier-ignore
  const rows = Array.from({ length: 5_000 }, (_, i) =>
    [i, i + 0.25, `t${i}`, '33.3333%'].join('\t'),
  );
  const table = '<table><tr><td x:num="0.25600000000000001">26%</td><td>x</td></tr></table>';
  await goTo(visit, 'H2');
  await paste(visit, { 'text/plain': rows.join('\r\n') });
  await holding(visit, 5_000, 8, 4_999.25);
  expect(await page.evaluate(() => window.appfi.host.book.sheets[0]?.tables[0]?.area.rows)).toBe(
    5_001,
  );
  await keyboard.press('Control+End');
  await holds(nameBox, 'K5001');
  await keyboard.press('Control+Home');
  await holds(nameBox, 'A1');
  await keyboard.press('PageDown');
  await keyboard.press('PageUp');
  await holds(nameBox, 'A1');
  await keyboard.press('End');
  await holds(nameBox, 'K1');
  await keyboard.press('Home');
  await holds(nameBox, 'A1');
  await keyboard.press('Control+z');
  await holding(visit, 5_000, 8, null);
  expect(await page.evaluate(() => window.appfi.host.book.sheets[0]?.tables[0]?.area.rows)).toBe(2);
  await goTo(visit, 'H2');
  await paste(visit, { 'text/plain': '26%\tx', 'text/html': table });
  await holding(visit, 1, 7, 0.256);

  // Beyond the last used row there is room.
  await goTo(visit, 'B9000');
  await keyboard.type('7');
  await keyboard.press('Enter');
  await holding(visit, 8_999, 1, 7);

  await keyboard.press('Control+f');
  await page.getByRole('textbox', { name: say('pane.workbench.find') }).waitFor();
});

test('neither edits nor openings leave listeners or memory behind', async () => {
  const visit = await open('lang=en&model=empty');
  const { page, pane, nameBox, say } = visit;
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const held = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
    return { listeners: of('JSEventListeners'), bytes: of('JSHeapUsedSize') };
  };
  // A grid that is kept has some 260, and each edit that leaves its channel open one or two.
  const few = 40;
  const little = 3_000_000;
  /** What is left behind grows each time; what comes late, as on a busy machine, comes once. */
  const growsNot = async (act: () => Promise<void>) => {
    const grown: object[] = [];
    let before = await held();
    for (let round = 0; round < 4; round += 1) {
      await act();
      const now = await held();
      const growth = {
        listeners: now.listeners - before.listeners,
        bytes: now.bytes - before.bytes,
      };
      if (growth.listeners <= few && growth.bytes <= little) return;
      grown.push(growth);
      before = now;
    }
    expect(grown).toEqual([]);
  };
  const openNew = async () => {
    const before = await page.evaluateHandle(() => window.appfi.host);
    await page.getByRole('button', { name: say('pane.workbench.new'), exact: true }).click();
    await page.waitForFunction((old) => window.appfi.host !== old, before);
    await before.dispose();
    await holds(nameBox, 'A1');
    await pane.getByLabel(say('pane.client'), { exact: true }).waitFor();
  };
  await openNew();
  await growsNot(async () => {
    for (let i = 0; i < 4 * thoroughness; i += 1) await openNew();
  });
  await growsNot(() =>
    page.evaluate(async (edits) => {
      for (let i = 0; i < edits; i += 1) {
        window.appfi.host.edit('Sheet1', 'Z91', i);
        await new Promise((next) => setTimeout(next, 5));
      }
    }, 100 * thoroughness),
  );
});
