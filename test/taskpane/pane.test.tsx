/** @jest-environment ./test/taskpane/environment.ts */
import { act, cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Host } from '../../src/host';
import type { Lang } from '../../src/messages';
import { layOut, readWorkbook } from '../../src/office';
import { emptyEngagement } from '../../src/engagement/project';
import type { Run } from '../../src/taskpane/core/excel';
import { Pane } from '../../src/taskpane/Pane';
import { slowHost } from './slowHost';

jest.setTimeout(600_000);
// A workbook is laid out and read in between.
configure({ asyncUtilTimeout: 300_000 });

afterEach(cleanup);

async function show(host: Host, lang: Lang = 'en', run: Run = host.run): Promise<void> {
  render(<Pane run={run} lang={lang} />);
  const waiting = /^(Reading the workbook|Opening)…$/;
  await waitFor(() => expect(screen.queryByText(waiting)).toBeNull());
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const sheets = (host: Host) => host.book.sheets.map((sheet) => sheet.name);

async function laidOut(): Promise<Host> {
  const host = slowHost();
  const engagement = emptyEngagement([{ id: 'key-account' }], 'en');
  engagement.settings = { client: 'Northwind' };
  await host.run((context) => layOut(context, engagement));
  return host;
}

test('an empty workbook asks what to lay out, and lays it out', async () => {
  const host = slowHost();
  await show(host);
  await userEvent.type(screen.getByLabelText('Client'), 'Contoso');
  await userEvent.selectOptions(screen.getByLabelText('Model'), 'after-sales');
  await userEvent.type(screen.getByLabelText('Fee'), '200,000');
  await press('Lay out workbook');
  await screen.findByRole('heading', { name: 'Contoso' });
  expect(screen.getByText('The workbook is laid out.')).toBeTruthy();
  expect(screen.getByRole('progressbar', { name: /^Ask: 0 of \d+ answered$/ })).toBeTruthy();
  expect(sheets(host)).toContain('2 Plan');
});

test('a contract begins with three to five terms of one goal, each with its metric and reason', async () => {
  const host = slowHost();
  await show(host);
  await userEvent.selectOptions(screen.getByLabelText('Model'), 'after-sales');
  await userEvent.selectOptions(screen.getByLabelText('Stage'), 'delivery');
  await userEvent.selectOptions(
    await screen.findByLabelText('What it should pay for'),
    'Fixed on the first visit',
  );
  await userEvent.type(screen.getByLabelText('Start date'), '2026-01-05');
  await userEvent.type(screen.getByLabelText('End date'), '2026-06-30');
  await userEvent.type(screen.getByLabelText('Fee'), '200000');
  await press('Lay out workbook');
  await screen.findByText(/^The workbook is laid out/);
  const { engagement } = await host.run((context) => readWorkbook(context));
  const terms = Object.values(engagement.terms);
  expect(terms.map(({ item, weight }) => [item, weight])).toEqual([
    ['First-time fix rate: target reached', 0.5],
    ['No-fault-found rate: target reached', 0.3],
    ['Parts-on-hand rate: target reached', 0.2],
  ]);
  expect(terms[0]?.comment).toBe('One trip less helps the user and saves the cost');
  expect(engagement.metrics['as.metric.first-time-fix']?.use).toBe('yes');
});

test('a fee that is no amount is told beside its field, and nothing is laid out', async () => {
  const host = slowHost();
  await show(host);
  await userEvent.type(screen.getByLabelText('Fee'), 'much');
  await press('Lay out workbook');
  expect(screen.getByText('Enter a number of 0 or more, e.g. 100000.')).toBeTruthy();
  expect(sheets(host)).toEqual(['Sheet1']);
});

test('cancelling leaves nothing behind', async () => {
  const host = slowHost(2000);
  await show(host);
  await press('Lay out workbook');
  await press('Cancel');
  await screen.findByText('Cancelled. The workbook is as it was before.');
  expect(sheets(host)).toEqual(['Sheet1']);
});

test('what looks wrong is told with its cure, and mended on request', async () => {
  const host = await laidOut();
  const { sheet, row, column } = suggested(host);
  await host.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getCell(row, column).values = [[9]];
    await context.sync();
  });
  await show(host);
  await userEvent.click(screen.getByRole('tab', { name: 'Checks' }));
  await screen.findByText(/^The formula in .+ was overwritten \(now “9”\)/);
  await press('Repair');
  await screen.findByRole('region', { name: 'This is what will happen' });
  expect(screen.getByText('2 Plan: 1')).toBeTruthy();
  await press('Go ahead');
  await screen.findByText('Nothing looks wrong.');
  expect(screen.queryByRole('button', { name: 'Repair' })).toBeNull();
});

function suggested(host: Host) {
  for (const sheet of host.book.sheets) {
    const table = sheet.tables.find(({ name }) => name === 'Plans');
    if (!table) continue;
    const at = table.columns.findIndex(({ name }) => name === 'Suggested');
    return { sheet: sheet.name, row: table.area.row + 1, column: table.area.column + at };
  }
  throw new Error('No table Plans');
}

test('refreshing an untouched workbook changes nothing', async () => {
  await show(await laidOut());
  await press('Refresh workbook');
  await screen.findByText('The workbook is up to date; no cell had to change.');
});

test('what was said in the workbook is shown to copy', async () => {
  await show(await laidOut());
  await press('Show the data');
  const json = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Engagement data' });
  expect(JSON.parse(json.value)).toMatchObject({
    format: 'appfi-engagement/1',
    settings: { client: 'Northwind' },
  });
});

test('a refusal by Excel is told in the user’s words', async () => {
  const refusing: Run = () =>
    Promise.reject(Object.assign(new Error('Access denied.'), { code: 'AccessDenied' }));
  await show(slowHost(), 'zh-CN', refusing);
  await screen.findByText(/^Excel 不允许修改/);
  expect(screen.queryByText(/Access denied/)).toBeNull();
  expect(screen.getByRole('button', { name: '重试' })).toBeTruthy();
});

test('a file that is no engagement is refused with its reason', async () => {
  const host = slowHost();
  await show(host);
  const file = new File(['{"format":"other"}'], 'plan.json', { type: 'application/json' });
  await userEvent.upload(
    screen.getByLabelText('Open an engagement (JSON)', { selector: 'input' }),
    file,
  );
  await screen.findByText('“plan.json” cannot be used:');
  expect(sheets(host)).toEqual(['Sheet1']);
});

test('the pane follows the workbook while someone works in it', async () => {
  const host = await laidOut();
  await show(host);
  const client = host.book.names.find(({ name }) => name === 'Engagement.Client');
  const [, sheet, column, row] =
    /'?([^'!=]+)'?!\$([A-Z]+)\$(\d+)/.exec(client?.formula ?? '') ?? [];
  act(() => host.edit(sheet as string, `${column}${row}`, 'Fabrikam'));
  await screen.findByRole('heading', { name: 'Fabrikam' });
});
