/** @jest-environment ./test/taskpane/environment.ts */
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readFileSync } from 'node:fs';
import { Engagement } from '../../src/engagement/schema';
import { createHost } from '../../src/host';
import { layOut, study } from '../../src/office';
import { parseMapping } from '../../src/readings';
import { Pane } from '../../src/taskpane/Pane';
import { emptyForm, withForm } from '../../src/taskpane/views/value/data/form';

jest.setTimeout(300_000);
configure({ asyncUtilTimeout: 60_000 });
afterEach(cleanup);

test('a form makes a mapping that can be read, and takes next month’s file in', () => {
  const first = withForm(
    undefined,
    {
      ...{ ...emptyForm, metric: 'ka.metric.win-rate', date: 'Closed' },
      filter: { column: 'Type', is: 'equal', value: 'new, renewal' },
      first: { ...emptyForm.first, filter: { column: 'Stage', is: 'equal', value: 'Won' } },
      denominator: { ...emptyForm.denominator, aggregate: 'sum', column: 'Amount', unit: ' € ' },
      ...{ dates: 'dmy', decimal: ',', key: 'No.' },
    },
    { isRatio: true, file: 'crm 2027-08.csv' },
  );
  expect(parseMapping(first).problems).toEqual([]);
  expect(first).toMatchObject({
    tables: {
      rows_1: {
        ...{ files: 'crm *.csv', dates: 'dmy', decimal: ',', key: ['c5'] },
        columns: {
          c1: { from: 'Closed', type: 'date' },
          c2: { from: 'Type', type: 'text' },
          c3: { from: 'Stage', type: 'text' },
          c4: { from: 'Amount', type: 'number', unit: '€' },
        },
      },
    },
    readings: {
      'ka.metric.win-rate': {
        query: {
          ...{ table: 'rows_1', date: 'c1', span: 'month' },
          where: [{ column: 'c2', is: 'equal', value: ['new', 'renewal'] }],
          numerator: { aggregate: 'count', where: [{ column: 'c3', is: 'equal', value: 'Won' }] },
          denominator: { aggregate: 'sum', column: 'c4' },
        },
      },
    },
  });
  const form = { ...emptyForm, metric: 'ka.metric.avg-deal', date: 'Closed' };
  const both = withForm(first, form, { isRatio: false, file: 'crm 2027-09.csv' });
  expect(Object.keys(both.tables)).toEqual(['rows_1']);
  expect(both.tables.rows_1).toMatchObject({ dates: 'dmy', decimal: ',', key: ['c5'] });
  expect(Object.keys(both.readings)).toEqual(['ka.metric.win-rate', 'ka.metric.avg-deal']);
});

test('files are looked at by a form, and what they give is taken in with its evidence', async () => {
  const example = Engagement.parse(
    JSON.parse(readFileSync('examples/key-account.en.json', 'utf8')),
  );
  const readings = Object.fromEntries(
    Object.entries(example.readings).filter(([, { date }]) => String(date) < '2027-08-31'),
  );
  const host = createHost();
  await host.run((context) =>
    layOut(context, { ...example, readings, ledger: {}, signedTerms: {} }),
  );
  render(<Pane run={host.run} lang="en" />);
  await userEvent.click(await screen.findByRole('tab', { name: 'Value' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Readings from files' }));
  const rows = [
    'Closed,Stage',
    '2027-08-03,won',
    '2027-08-12,won',
    '2027-08-20,lost',
    '2027-09-02,won',
  ];
  const file = new File([rows.join('\n')], 'crm 2027-08.csv');
  await userEvent.upload(
    await screen.findByLabelText('Choose data files', { selector: 'input' }),
    file,
  );
  await userEvent.clear(screen.getByLabelText('Data drawn up to'));
  await userEvent.type(screen.getByLabelText('Data drawn up to'), '2027-08-31');
  const form = within(await screen.findByRole('form', { name: 'How a metric is read' }));
  await userEvent.selectOptions(form.getByLabelText('Metric'), 'ka.metric.win-rate');
  await userEvent.selectOptions(form.getByLabelText(/^The day in this column/), 'Closed');
  const numerator = within(form.getByRole('group', { name: 'Numerator' }));
  await userEvent.selectOptions(numerator.getByLabelText('Of these only rows with'), 'Stage');
  await userEvent.type(numerator.getByLabelText('What “Stage” says'), 'won');
  await userEvent.click(form.getByRole('button', { name: 'Add to the mapping and try' }));
  await screen.findByText(/2027-08-31 · 2 \/ 3/);
  const { readings: before } = (await host.run((context) => study(context))).read.engagement;
  await userEvent.click(
    await screen.findByRole('button', { name: 'Take in 1 reading and keep the mapping' }),
  );
  await screen.findByText(/^Took in 1 reading\./);
  const { read } = await host.run((context) => study(context));
  const found = Object.values(read.engagement.readings).find(
    ({ metric, date }) => metric === 'ka.metric.win-rate' && date === '2027-08-31',
  );
  expect(found).toMatchObject({ from: '2027-08-01', numerator: 2, denominator: 3 });
  expect(found?.evidence).toMatch(/^crm 2027-08\.csv #[0-9a-f]{16} · .* · 3 rows #[0-9a-f]{16}$/);
  expect(Object.keys(read.engagement.mapping)).toContain('readings ka.metric.win-rate');
  await waitFor(() => expect(screen.getByText(/^By the mapping in the workbook/)).toBeTruthy());
  // What was taken in is taken back by keys, together with the mapping that was kept for it.
  await userEvent.keyboard('{Control>}z{/Control}');
  await waitFor(async () => {
    const { engagement } = (await host.run((context) => study(context))).read;
    expect(engagement.mapping).toEqual({});
    expect(engagement.readings).toEqual(before);
  });
});

test('a reading of a signed period is changed only by who says so', async () => {
  const example = Engagement.parse(
    JSON.parse(readFileSync('examples/key-account.en.json', 'utf8')),
  );
  const host = createHost();
  await host.run((context) => layOut(context, example));
  render(<Pane run={host.run} lang="en" />);
  await userEvent.click(await screen.findByRole('tab', { name: 'Value' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Readings from files' }));
  const header = 'opportunity,account,screened_at,qualified_at,incubated,outcome,decided_at,amount';
  const rows = [
    '1,a,2026-09-01,2026-09-01,no,won,2026-09-03,5',
    '2,a,2026-09-01,,no,lost,2026-09-04,5',
  ];
  await userEvent.upload(
    await screen.findByLabelText('Choose data files', { selector: 'input' }),
    new File([[header, ...rows].join('\n')], 'opportunities.csv'),
  );
  const given = { 'ka.metric.win-rate': { catalog: true, span: 'month' } };
  const others = { 'ka.metric.avg-deal': { skip: true }, 'ka.metric.sales-cycle': { skip: true } };
  const mapping = {
    format: 'appfi-mapping/1',
    ...{ tables: { opportunities: {} }, readings: { ...given, ...others } },
  };
  await userEvent.upload(
    screen.getByLabelText('Open a mapping', { selector: 'input' }),
    new File([JSON.stringify(mapping)], 'mapping.json'),
  );
  await userEvent.clear(screen.getByLabelText('Data drawn up to'));
  await userEvent.type(screen.getByLabelText('Data drawn up to'), '2026-09-30');
  await screen.findByText(/^Signed up to 2026-11-30: these readings are left as they are/);
  await userEvent.click(
    screen.getByRole('checkbox', { name: /^Change readings of signed periods/ }),
  );
  await screen.findByText(/2026-09-30 · .* → 1 \/ 2 · within a signed period/);
});
