/** @jest-environment ./test/taskpane/environment.ts */
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openHost } from '../../src/host';
import { loadClient } from '../../src/host/client/node';
import { readWorkbook } from '../../src/office';
import { Pane } from '../../src/taskpane/Pane';
import { slowHost } from './slowHost';

jest.setTimeout(300_000);
configure({ asyncUtilTimeout: 200_000 });
afterEach(cleanup);

test('an engagement is laid out in a workbook of its own, and the one that is open stays as it is', async () => {
  // What Excel's page has: the client.
  Object.assign(globalThis, loadClient());
  const host = slowHost();
  host.edit('Sheet1', 'A1', 'mine');
  const opened: Uint8Array[] = [];
  const openWorkbook = async (file: Uint8Array) => void opened.push(file);
  render(<Pane run={host.run} lang="en" openWorkbook={openWorkbook} />);
  await userEvent.type(await screen.findByLabelText('Client'), 'Contoso');
  await userEvent.click(screen.getByLabelText('In a new workbook; this one stays as it is'));
  await userEvent.click(screen.getByRole('button', { name: 'Lay out workbook' }));
  await screen.findByText('The engagement is laid out in a new workbook. Go on there.');

  expect(host.book.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
  const other = await openHost(opened[0] ?? new Uint8Array());
  const { engagement, findings } = await other.run((context) => readWorkbook(context));
  expect(engagement.settings.client).toBe('Contoso');
  expect(findings).toEqual([]);
  expect(other.book.settings.get('Office.AutoShowTaskpaneWithDocument')).toBe(true);
});
