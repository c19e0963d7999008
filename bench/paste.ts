import type { Browser } from 'playwright-core';
import type { Host } from '../src/host';
import { message } from '../src/messages';
import type { Site } from '../test/workbench/site';
import { goTo, holds } from '../test/workbench/visit';
import { summary, type Runs } from './measure';
import type { Report } from './report';

/** In which form another spreadsheet hands its cells out; most hand out both. */
const forms = ['text/plain', 'text/html'] as const;
type Form = (typeof forms)[number];
const columns = 4;

/** Rows from another spreadsheet pasted into a table of the try-it page, which grows by them, and taken back. */
export async function pasteReport(
  browser: Browser,
  { url }: Pick<Site, 'url'>,
  rows: number,
  runs: Runs,
): Promise<Report> {
  const lines: Report['rows'] = [];
  for (const form of forms) {
    const { page, toTable } = await pageWithTable(browser, url);
    const cells = clipped(form, rows);
    const [pasted, takenBack]: [number[], number[]] = [[], []];
    for (let run = 0; run <= runs.measured; run += 1) {
      await toTable();
      const [there, back] = await page.evaluate(onePaste, { form, cells, rows });
      pasted.push(there);
      takenBack.push(back);
    }
    const [first = NaN, ...more] = pasted;
    lines.push([rows, form, Math.round(first), summary(more), summary(takenBack.slice(1))]);
    await page.close();
  }
  return {
    title: `Try-it page: ${columns} columns pasted into a table, ms until they are shown`,
    columns: ['rows', 'as', 'the first time', 'pasted', 'taken back'],
    rows: lines,
  };
}

/** A new page with an empty table, and the way to the cell below its first header. */
async function pageWithTable(browser: Browser, url: string) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(300_000);
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`${url}?lang=en&model=empty`);
  await page.locator('#pane h1').first().waitFor();
  await page.locator('canvas').first().waitFor();
  const nameBox = page.getByLabel(message('en', 'pane.workbench.nameBox'));
  await holds(nameBox, 'A1');
  await page.evaluate(addTable);
  const toTable = () => goTo({ page, nameBox }, 'A2');
  return { page, toTable };
}

/** A number, an amount, a text and a share in each row. */
function clipped(form: Form, rows: number): string {
  const all = Array.from({ length: rows }, (_, i) => [`${i}`, `${i + 0.25}`, `t${i}`, '33.3333%']);
  if (form === 'text/plain') return all.map((row) => row.join('\t')).join('\r\n');
  const cell = (text: string) =>
    /^[\d.]+$/.test(text) ? `<td x:num="${text}">${text}</td>` : `<td>${text}</td>`;
  return `<table>${all.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}

const addTable = () =>
  (window as unknown as { appfi: { host: Host } }).appfi.host.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:D1').values = [['No', 'Amount', 'Text', 'Share']];
    sheet.tables.add('A1:D2', true).name = 'Long';
    await context.sync();
  });

/** In the page: pastes where the focus is, looks whether all of it is there, and takes it back. */
async function onePaste(what: { form: Form; cells: string; rows: number }) {
  const { host } = (window as unknown as { appfi: { host: Host } }).appfi;
  const size = () => host.book.sheets[0]?.tables[0]?.area.rows ?? 0;
  // The grid takes up what was changed in the next task, and draws it in the next frame.
  const shown = () =>
    new Promise<void>((done) =>
      setTimeout(() => requestAnimationFrame(() => setTimeout(() => done()))),
    );
  const rowsShown = async (wanted: number) => {
    const given = performance.now() + 60_000;
    do await shown();
    while (size() !== wanted && performance.now() < given);
    if (size() !== wanted) throw new Error(`The table has ${size()} rows, not ${wanted}`);
  };
  const clipboardData = new DataTransfer();
  clipboardData.setData(what.form, what.cells);
  const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  const started = performance.now();
  document.activeElement?.dispatchEvent(paste);
  if (!paste.defaultPrevented) throw new Error('The page did not take up what was pasted');
  await rowsShown(what.rows + 1);
  const pasted = performance.now() - started;
  const again = performance.now();
  host.undo();
  await rowsShown(2);
  const takenBack = performance.now() - again;
  return [pasted, takenBack] as const;
}
