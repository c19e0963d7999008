/** @jest-environment ./test/taskpane/environment.ts */
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { saveXlsx } from '../../src/book';
import { emptyEngagement } from '../../src/engagement/project';
import { createHost } from '../../src/host';
import { layOut, readWorkbook } from '../../src/office';
import { Pane } from '../../src/taskpane/Pane';
import { noted } from '../engine/openpyxl';
import { Paper, sendOut } from '../exchange/paper';
import { openpyxlAvailable } from '../support/python';

/** What clients do to templates, and what the pane makes of it. */

jest.setTimeout(600_000);
configure({ asyncUtilTimeout: 60_000 });
afterEach(cleanup);

const engagement = {
  ...emptyEngagement([{ id: 'after-sales' }], 'en'),
  settings: { client: 'Acme' },
};
const pain = '3 PainPoints';

async function filled(
  audience: 'department' | 'finance',
  fill: (paper: Paper) => void,
  saved: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes,
) {
  const steps = audience === 'finance' ? ['costs'] : ['pain'];
  const respondent = audience === 'finance' ? 'Lin' : 'North';
  const paper = await Paper.of(await sendOut(engagement, { audience, respondent, steps }));
  fill(paper);
  const bytes = saved(await saveXlsx(paper.book));
  // jsdom's files cannot be read as bytes.
  const arrayBuffer = () => Promise.resolve(bytes.slice().buffer);
  return Object.assign(new File([], `${respondent}.xlsx`), { arrayBuffer });
}

test('what is in doubt is asked in the pane, and taken as it is answered', async () => {
  const host = createHost();
  await host.run((context) => layOut(context, engagement));
  let rows: string[] = [];
  const department = await filled('department', (paper) => {
    const { row, column } = paper.find(pain, 'Pick *');
    const ids = [1, 2].map((n) => paper.sheet(pain).cells[row + n]?.[0]?.value);
    rows = ids.map(String);
    paper.put(pain, row + 1, column, 'Yes');
    paper.sheet(pain).merges.push({ row: row + 1, column, rows: 2, columns: 1 });
    const comment = paper.find(pain, 'Comment');
    paper.put(pain, row, comment.column, 'Internal cost centre');
    paper.put(pain, row + 1, comment.column, 'CC-4711');
  });
  const finance = await filled('finance', (paper) => {
    paper.type('Costs', 'Internal labour', 'Year 1', '0,300');
    paper.add('Costs', 1, { 'Cost item': 'Total', 'Year 1': 300 });
  });
  render(<Pane run={host.run} lang="en" />);
  await userEvent.click(await screen.findByRole('button', { name: 'Ask people, take answers in' }));
  await userEvent.upload(
    await screen.findByLabelText('Choose filled files…', { selector: 'input' }),
    [department, finance],
  );
  await screen.findByText('Will be taken over: 2');
  expect(screen.getByText(/“CC-4711” stands in a column that was not sent/)).toBeTruthy();
  expect(screen.getByText(/“Total · 300” was taken for a total/)).toBeTruthy();

  const number = screen.getByLabelText('What “0,300” means');
  const offered = within(number)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
  expect(offered).toContain('0.3');
  await userEvent.selectOptions(number, '300');
  await screen.findByText('Will be taken over: 3');
  await userEvent.selectOptions(screen.getByLabelText('What “CC-4711” means'), 'Leave it out');
  await userEvent.click(await screen.findByRole('button', { name: 'Take over' }));
  await screen.findByText(/^Answers taken over: 3/);
  const { engagement: now } = await host.run((context) => readWorkbook(context));
  const [first = '', second = ''] = rows;
  expect(now.pain).toEqual({ [first]: { pick: 'yes' }, [second]: { pick: 'yes' } });
  expect(Object.values(now.costs)).toEqual([{ y1: 300 }]);
});

test('a workbook whose words have left their rows is told of before anything is asked', async () => {
  const host = createHost();
  await host.run(async (context) => {
    await layOut(context, engagement);
    const column = context.workbook.tables.getItem('PainPoints').columns.getItem('Pain point');
    const words = column.getDataBodyRange().getRow(0).getResizedRange(3, 0).load('values');
    await context.sync();
    words.values = [...words.values].reverse();
    await context.sync();
  });
  const file = await filled('department', (paper) => {
    const { row, column } = paper.find(pain, 'Pick *');
    paper.put(pain, row + 1, column, 'sometime');
  });
  render(<Pane run={host.run} lang="en" />);
  await userEvent.click(await screen.findByRole('button', { name: 'Ask people, take answers in' }));
  const crossed = /rows have the words of other rows/;
  await screen.findByText(crossed);
  await userEvent.upload(
    await screen.findByLabelText('Choose filled files…', { selector: 'input' }),
    [file],
  );
  await waitFor(() => expect(screen.getAllByText(crossed)).toHaveLength(2));
  expect(screen.queryByText(/sometime/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Take over' })).toBeNull();
});

(openpyxlAvailable() ? test : test.skip)(
  'rows sorted without their ids, a note, and three rounds of one person',
  async () => {
    const host = createHost();
    await host.run((context) => layOut(context, engagement));
    let row = '';
    const says = (word: string) =>
      filled(
        'department',
        (paper) => {
          const sheet = paper.sheet(pain);
          const at = paper.find(pain, 'Pick *');
          row = String(sheet.cells[at.row + 1]?.[0]?.value);
          paper.put(pain, at.row + 1, at.column, word);
          const [one, other] = [1, 2].map((n) => (sheet.cells[at.row + n] ??= []));
          const [first, second] = [one!.slice(1), other!.slice(1)];
          one!.splice(1, 30, ...second);
          other!.splice(1, 30, ...first);
        },
        (bytes) => noted(bytes, pain, 'F7', 'ask me again'),
      );
    render(<Pane run={host.run} lang="en" />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Ask people, take answers in' }),
    );
    const rounds = [
      ['Yes', 'yes'],
      ['No', 'no'],
      ['Yes', 'yes'],
    ] as const;
    for (const [n, [word, meant]] of rounds.entries()) {
      await userEvent.upload(
        await screen.findByLabelText('Choose filled files…', { selector: 'input' }),
        await says(word),
      );
      await screen.findByText('Will be taken over: 1');
      expect(screen.getAllByText(/a note or shape says “ask me again”/)).toHaveLength(n + 1);
      expect(screen.getAllByText(/2 rows stand beside the id of another row/)).toHaveLength(n + 1);
      await userEvent.click(await screen.findByRole('button', { name: 'Take over' }));
      await screen.findByText(/^Answers taken over: 1/);
      const { engagement: now } = await host.run((context) => readWorkbook(context));
      expect(now.pain).toEqual({ [row]: { pick: meant } });
    }
  },
);
