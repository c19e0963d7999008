/** @jest-environment ./test/taskpane/environment.ts */
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readFileSync } from 'node:fs';
import { Engagement } from '../../src/engagement/schema';
import { createHost, type Host } from '../../src/host';
import { edit, layOut, rowsIn, study } from '../../src/office';
import { serialOfIso } from '../../src/rules';
import { Pane } from '../../src/taskpane/Pane';

jest.setTimeout(600_000);
configure({ asyncUtilTimeout: 300_000 });
afterEach(cleanup);

const example = Engagement.parse(JSON.parse(readFileSync('examples/key-account.json', 'utf8')));

let laid: Promise<Host> | undefined;
/** A fresh copy of a workbook that is laid out once. */
async function desk(): Promise<Host> {
  laid ??= (async () => {
    const host = createHost();
    await host.run((context) => layOut(context, example));
    return host;
  })();
  return createHost(structuredClone((await laid).book));
}

async function open(view: 'Value' | 'Return', host: Host): Promise<void> {
  render(<Pane run={host.run} lang="en" />);
  await userEvent.click(await screen.findByRole('tab', { name: view }));
}

const read = (host: Host) => host.run((context) => study(context));
const cellsOf = async (host: Host, table: string, row: string) =>
  rowsIn(await read(host), table).find(({ id }) => id === row)?.cells;

test('the headline sets what was realised against what was planned by now', async () => {
  await open('Value', await desk());
  await screen.findByText('63% of the ¥2.1M planned by now');
  expect(screen.getByText('12 in scope')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^赢单率.+A guard got worse$/ })).toBeTruthy();
});

test('a reading that is typed becomes a row, and the new attainment is told', async () => {
  const host = await desk();
  await open('Value', host);
  await userEvent.click(await screen.findByRole('button', { name: /^整体客户关系洞察度/ }));
  expect(document.activeElement?.textContent).toBe('All metrics');
  await userEvent.click(screen.getByRole('button', { name: 'Add a reading' }));
  const form = within(screen.getByRole('form', { name: 'Add a reading' }));
  await userEvent.click(form.getByRole('button', { name: 'Save reading' }));
  expect(form.getByText('Choose a date.')).toBeTruthy();
  await userEvent.type(form.getByLabelText('日期'), '2027-08-31');
  await userEvent.type(form.getByLabelText('数值'), '61.25');
  expect(form.getByText(/^There is already a reading for this day/)).toBeTruthy();
  await userEvent.clear(form.getByLabelText('日期'));
  await userEvent.type(form.getByLabelText('日期'), '2027-08-30');
  await userEvent.click(form.getByRole('button', { name: 'Save reading' }));
  await form.findByText(/^The reading is in the workbook\. Attainment went from 78\.9% to \d/);
  const added = rowsIn(await read(host), 'readings').find(({ cells }) => cells.value === 61.25);
  expect(added?.cells).toMatchObject({
    metric: 'ka.metric.relation-insight',
    date: serialOfIso('2027-08-30'),
    amount: 61.25,
  });

  await userEvent.click(
    await screen.findByRole('button', { name: 'Change the reading of Aug 30, 2027' }),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Remove this reading' }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
  await waitFor(() =>
    expect(screen.queryByRole('button', { name: 'Change the reading of Aug 30, 2027' })).toBeNull(),
  );
  const left = rowsIn(await read(host), 'readings');
  expect(left.filter(({ cells }) => cells.value === 61.25)).toEqual([]);
});

test('a share is read as its two parts, and what they come to is told', async () => {
  await open('Value', await desk());
  await userEvent.click(await screen.findByRole('button', { name: /^赢单率/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Add a reading' }));
  const form = within(screen.getByRole('form', { name: 'Add a reading' }));
  await userEvent.type(form.getByLabelText('分子'), '12');
  await userEvent.type(form.getByLabelText('分母'), '20');
  expect(form.getByText('That is 60%')).toBeTruthy();
});

test('a metric out of scope is put in, and opened to be filled', async () => {
  const host = await desk();
  await open('Value', host);
  await userEvent.click(await screen.findByText(/^Not in scope/));
  await userEvent.click(screen.getByRole('button', { name: 'Put “销售周期” in scope' }));
  await screen.findByRole('heading', { name: '销售周期' });
  expect(await cellsOf(host, 'metrics', 'ka.metric.sales-cycle')).toMatchObject({
    use: 'yes',
    inScope: 1,
  });
});

test('another scenario is what the workbook follows, and the return is told anew', async () => {
  const host = await desk();
  await open('Return', host);
  await userEvent.click(await screen.findByRole('button', { name: '保守' }));
  await screen.findByText('The workbook now follows “保守”: NPV -¥2,146,415.');
  expect((await read(host)).read.engagement.settings.scenario).toBe('conservative');
  expect(screen.getAllByText('未回收：超过 3 年').length).toBeGreaterThan(0);
});

test('whichever amount is pressed says how it came about', async () => {
  await open('Return', await desk());
  const asked = /^How it came about: /;
  /** Every so manieth amount of what is shown from the first on, with what its explanation is headed by. */
  const explained = async (every: number, first = 0) => {
    const count = (await screen.findAllByTitle(asked)).length;
    const headings: [string, string][] = [];
    for (let at = first; at < count; at += every) {
      const figure = screen.getAllByTitle(asked)[at] as HTMLElement;
      const shown = figure.textContent;
      await userEvent.click(figure);
      const page = within(await screen.findByRole('article', { name: 'How it came about' }));
      headings.push([shown, page.getByRole('heading', { level: 2 }).textContent]);
      await userEvent.click(page.getByRole('button', { name: 'Back' }));
    }
    return headings;
  };
  const [npv, ...others] = await explained(9);
  const [shown, exact] = (npv ?? []).map(amountIn);
  expect(shown).toBe(Math.round(exact ?? NaN));
  expect(shown).toBeGreaterThan(1_000_000);
  expect(others.length).toBeGreaterThan(4);
  await userEvent.click(screen.getByRole('tab', { name: 'Value' }));
  expect(await explained(1)).toHaveLength(2);
  await userEvent.click(screen.getByRole('button', { name: /^赢单率/ }));
  const ofMetric = await explained(1_000);
  await userEvent.click(screen.getByRole('tab', { name: 'Bet' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Settle' }));
  const ofBet = await explained(7);
  await userEvent.click(screen.getByRole('button', { name: 'Ledger' }));
  // The pool of the headline stands before it.
  const ofLedger = await explained(5, 1);
  expect(ofLedger[0]).toEqual(['¥443,376.92', '443,376.92']);
  for (const [text, heading] of [...others, ...ofMetric, ...ofBet, ...ofLedger])
    expect([text, heading]).toEqual([text, expect.stringMatching(/\S/)]);
  await userEvent.click(screen.getByRole('tab', { name: 'Start' }));
  const ofStart = await explained(1);
  expect(ofStart).toHaveLength(3);
  for (const [text, heading] of ofStart) expect(amountIn(text)).toBe(Math.round(amountIn(heading)));
  // The tile's label leads to the view, as before.
  await userEvent.click(screen.getByRole('button', { name: 'Net present value' }));
  expect(screen.getByRole('tab', { name: 'Return', selected: true })).toBeTruthy();
});

const amountIn = (text: string) => Number(text.replace(/[^\d.-]/g, ''));

test('without a discount rate the return says so and asks for it', async () => {
  const host = await desk();
  await host.run(async (context) =>
    edit(context, await study(context), [{ name: 'Roi.Rate', value: null }]),
  );
  await open('Return', host);
  await screen.findByText('缺折现率');
  await userEvent.type(screen.getByLabelText('折现率'), '8{Enter}');
  await screen.findByText(/^Net present value/);
});
