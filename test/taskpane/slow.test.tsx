/** @jest-environment ./test/taskpane/environment.ts */
import { act, cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { loadClient } from '../../src/host/client/node';
import { Pane } from '../../src/taskpane/Pane';
import { engagementOf, laidOut, type Desk } from '../support/desk';
import { onLine } from '../support/line';

jest.setTimeout(120_000);
configure({ asyncUtilTimeout: 60_000 });
afterEach(cleanup);

const said = engagementOf({
  settings: { fee: 1000 },
  terms: {
    'term.1': { code: 'A', kind: 'qualitative', rule: 'all', weight: 0.5 },
    'term.2': { code: 'B', kind: 'qualitative', rule: 'all', weight: 0.2 },
  },
});

/** The pane over a line that is slow for a person's hands; `seen` is what it shows at each request. */
async function slowly(show: () => unknown) {
  Object.assign(globalThis, loadClient());
  const desk = await laidOut(said);
  const seen: unknown[] = [];
  let isOn = false;
  onLine(desk.host, () => (isOn ? { delay: 30, before: () => seen.push(show()) } : undefined));
  const { rerender } = render(<Pane run={desk.host.run} lang="en" />);
  await screen.findByRole('tab', { name: 'Bet' });
  const open = (other: Desk) => rerender(<Pane run={other.host.run} lang="en" />);
  return { desk, seen, open, slow: (on = true) => void (isOn = on) };
}

const tick = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const weight = (name: string) =>
  screen.getByRole<HTMLInputElement>('textbox', { name: `Weight of ${name}` });

test('on a slow line what is ticked stays ticked, one tick after the other, and each is written once', async () => {
  const drivers = ['Pick: Driver 1', 'Pick: Driver 2'];
  const { desk, seen, slow } = await slowly(() => drivers.map((name) => tick(name).checked));
  await userEvent.click(screen.getByRole('tab', { name: 'APPFI' }));
  await waitFor(() => tick('Pick: Driver 2'));
  slow();
  await userEvent.click(tick('Pick: Driver 1'));
  await userEvent.click(tick('Pick: Driver 2'));
  const picks = () => ['s.ask.1', 's.ask.2'].map((id) => desk.value('Asks', id, 'Pick'));
  await waitFor(() => expect(picks()).toEqual(['Yes', 'Yes']));
  const written = seen.length;
  await waitFor(() => expect(seen.length).toBeGreaterThan(written));
  // Once ticked, never again without a tick.
  for (const shown of [0, 1].map((i) => (seen as boolean[][]).map((ticks) => ticks[i])))
    expect(shown).toEqual([...shown].sort());
});

test('a field keeps what is typed while another is written, and what is added twice is added once', async () => {
  const { desk, seen, slow } = await slowly(() => [weight('A').value, weight('B').value]);
  await userEvent.click(screen.getByRole('tab', { name: 'Bet' }));
  await waitFor(() => weight('B'));
  slow();
  await userEvent.clear(weight('A'));
  await userEvent.type(weight('A'), '40{Enter}');
  await userEvent.clear(weight('B'));
  await userEvent.type(weight('B'), '35');
  const weights = () => ['term.1', 'term.2'].map((id) => desk.value('Terms', id, 'Weight'));
  await waitFor(() => expect(weight('A').value).toBe('40%'));
  expect(weight('B').value).toBe('35');
  expect(weights()).toEqual([0.4, 0.2]);
  await userEvent.tab();
  await waitFor(() => expect(weight('B').value).toBe('35%'));
  expect(weights()).toEqual([0.4, 0.35]);
  for (const [a = '', b = ''] of seen as [string, string][]) {
    expect(['40', '40%']).toContain(a);
    expect(['20%', '', '3', '35', '35%']).toContain(b);
  }

  const add = screen.getByRole('button', { name: 'Add a judged term' });
  await userEvent.dblClick(add);
  await screen.findByRole('heading', { name: 'Q1' });
  await waitFor(() => expect(screen.queryByText(/^Not the newest yet/)).toBeNull());
  slow(false);
  const { engagement } = await desk.read();
  expect(Object.values(engagement.terms).map(({ code }) => code)).toEqual(['A', 'B', 'Q1']);
});

test('a pane that gets another workbook while it writes into one shows the other, in the same view', async () => {
  const { desk, open, slow } = await slowly(() => undefined);
  const other = await laidOut(said);
  const before = other.content();
  await userEvent.click(screen.getByRole('tab', { name: 'APPFI' }));
  await waitFor(() => tick('Pick: Driver 1'));
  slow();
  await userEvent.click(tick('Pick: Driver 1'));
  open(other);
  await waitFor(() => expect(desk.value('Asks', 's.ask.1', 'Pick')).toBe('Yes'));
  // What was written in the first is read there no more.
  await act(() => new Promise((quiet) => setTimeout(quiet, 1_000)));
  await waitFor(() => expect(tick('Pick: Driver 1').checked).toBe(false));
  expect(other.content()).toEqual(before);
});
