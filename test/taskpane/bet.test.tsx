/** @jest-environment ./test/taskpane/environment.ts */
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createHost, type Host } from '../../src/host';
import { edit, layOut, rowsIn, study, type Change } from '../../src/office';
import { Pane } from '../../src/taskpane/Pane';
import { engagementOf, term, winRate } from '../rules/value/bet';

jest.setTimeout(600_000);
configure({ asyncUtilTimeout: 300_000 });
afterEach(cleanup);

const engagement = engagementOf({
  settings: { asOf: '2026-06-30', consultant: 'Lin', currency: 'CNY' },
  // A check fails that stops no signature.
  metrics: { 'ka.metric.sales-cycle': { use: 'yes', target: 80, measure: 'level' } },
  periods: [
    { item: 'Half', date: '2026-06-30', share: 0.5 },
    { item: 'Final', date: '2026-12-31', share: 0.5 },
  ],
  readings: [winRate('2026-06-30', 0.27)],
  terms: [
    term('M1', { item: 'Win rate', weight: 0.6, window: 6 }),
    term('Q1', { weight: 0.4, kind: 'qualitative', rule: 'all', metric: null, curve: null }),
  ],
  criteria: [{ term: 'Q1', criterion: 'Used every day', pass: 3 }],
});

let laid: Promise<Host> | undefined;
/** A fresh copy of a workbook that is laid out once. */
async function desk(): Promise<Host> {
  laid ??= (async () => {
    const host = createHost();
    await host.run((context) => layOut(context, engagement, { lang: 'en' }));
    return host;
  })();
  return createHost(structuredClone((await laid).book));
}

async function openBet(host: Host, part?: string): Promise<void> {
  render(<Pane run={host.run} lang="en" />);
  await userEvent.click(await screen.findByRole('tab', { name: 'Bet' }));
  await screen.findByText('Pool ¥300,000 = 30% of the fee ¥1,000,000');
  if (part) await press(part);
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const read = (host: Host) => host.run((context) => study(context));
const say = async (host: Host, change: Change) => {
  const seen = await read(host);
  return host.run((context) => edit(context, seen, [change]));
};
const column = async (host: Host, table: string, id: string) =>
  rowsIn(await read(host), table).map(({ cells }) => cells[id]);

test('weights that are not whole say what is missing and stop the bet; shared evenly they are', async () => {
  const host = await desk();
  await openBet(host);
  expect(screen.getByRole('heading', { name: '¥763,000' })).toBeTruthy();
  expect(screen.getByText('Weights add up to 100 %')).toBeTruthy();
  const weight = screen.getByRole('textbox', { name: 'Weight of M1' });
  await userEvent.clear(weight);
  await userEvent.type(weight, '45{Enter}');
  await screen.findByText('15% is missing to 100 %');
  expect(screen.getByRole('heading', { name: 'Not yet to be settled' })).toBeTruthy();
  expect(screen.getByText('Weights do not add up to 100 %')).toBeTruthy();
  await press('Share evenly');
  await screen.findByText('Weights add up to 100 %');
  expect(await column(host, 'terms', 'weight')).toEqual([0.5, 0.5]);
});

test('the curve follows what is typed before it is written', async () => {
  const host = await desk();
  await openBet(host);
  await press(/^M1/);
  expect(document.activeElement?.textContent).toBe('All terms');
  const chart = () => screen.getByRole('img', { name: /^Payout curve/ }).getAttribute('aria-label');
  expect(chart()).toBe(
    'Payout curve Linear from 70 %: 70% pays 70%, 100% pays 100%. Today 70% pays 70%',
  );
  const payout = screen.getByRole('textbox', { name: 'Payout of point 1' });
  await userEvent.clear(payout);
  await userEvent.type(payout, '40');
  expect(chart()).toMatch(/70% pays 40%, 100% pays 100%\. Today 70% pays 40%$/);
  expect((await column(host, 'points', 'payout'))[1]).toBe(0.7);
  await userEvent.tab();
  await waitFor(async () => expect((await column(host, 'points', 'payout'))[1]).toBe(0.4));
  await press('All terms');
  expect(document.activeElement?.textContent).toMatch(/^M1Win rate/);
});

test('a term is added for what weight is left, and removed only when asked twice', async () => {
  const host = await desk();
  await openBet(host);
  await press('Add a judged term');
  await screen.findByRole('heading', { name: 'Q2' });
  await press('Remove this term');
  await screen.findByText(/^Remove Q2 from the contract\?/);
  expect(await column(host, 'terms', 'code')).toEqual(['M1', 'Q1', 'Q2']);
  await press('Remove this term');
  await screen.findByText('Terms and weights');
  expect(await column(host, 'terms', 'code')).toEqual(['M1', 'Q1']);
});

test('another contract is written only after it was told what it replaces', async () => {
  const host = await desk();
  await say(host, { name: 'Engagement.StartDate', value: '2026-03-02' });
  await say(host, { name: 'Engagement.EndDate', value: '2026-03-31' });
  await openBet(host);
  await userEvent.click(screen.getByText('Start again from another contract'));
  await userEvent.click(screen.getByRole('radio', { name: /^Micro-consulting/ }));
  expect(
    screen.getByText(
      '2 instalments · 2 settlement periods · 2 terms · 1 criteria with their scores',
    ),
  ).toBeTruthy();
  expect(await column(host, 'terms', 'code')).toEqual(['M1', 'Q1']);
  await press('Use this contract');
  await screen.findByText(/^The contract is in the workbook\./);
  expect(await column(host, 'terms', 'code')).toEqual(['Q1', 'Q2']);
});

test('a settlement is told step by step, what is pending and why first; signed once, it is frozen', async () => {
  const host = await desk();
  await openBet(host, 'Settle');
  const [first, second] = within(
    screen.getByRole('region', { name: 'The terms, and why' }),
  ).getAllByRole('listitem');
  expect(first?.textContent).toMatch(/^Q1.+Scores are missing/);
  expect(second?.textContent).toMatch(
    /^M1 · Win rate¥63,000\.00Decided.*attainment 70% · pays 70%/,
  );

  await press(/^Final/);
  await userEvent.type(screen.getByLabelText(/^For the vendor/), 'Lin');
  await press('Review and sign…');
  expect(screen.getByText('Say in a few words why this is meant.')).toBeTruthy();
  await userEvent.type(screen.getByLabelText(/^Why this is meant/), 'Early');
  await press('Review and sign…');
  await press(/^Sign “Final”/);
  await screen.findByText(/“Final” is still to come\./);
  await press(/^Half/);
  // Nobody signs with a name that was there before.
  expect(screen.getByLabelText<HTMLInputElement>(/^For the vendor/).value).toBe('');
  await press('Review and sign…');
  expect(screen.getByText('Enter who signs for the vendor.')).toBeTruthy();
  await userEvent.type(screen.getByLabelText(/^For the vendor/), 'Lin');
  const facts = within(screen.getByRole('list', { name: 'What is signed' }));
  expect(facts.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '“Half”: ¥763,000.00 due, ¥60,000.00 pending',
    expect.stringMatching(/^Figures up to [^;]+$/),
    'Freezes its amounts and those of 2 terms',
    'Checks that fail: 1 metric in scope without a baseline',
  ]);
  await press('Review and sign…');
  expect(screen.getByText('Sign “Half” for ¥763,000.00? Signing: Lin.')).toBeTruthy();
  await press('Not yet');
  await press('Review and sign…');
  await press(/^Sign “Half” over ¥/);
  await screen.findByText(/^“Half” is signed: ¥763,000\.00 settled/);
  const [digest] = await column(host, 'ledger', 'digest');
  expect(screen.getByLabelText('Digest').textContent).toBe(digest);

  // It was wrong: another takes its place, and says why.
  await userEvent.type(screen.getByLabelText(/^For the vendor/), 'Lin');
  await userEvent.selectOptions(screen.getByLabelText('In the place of'), '1');
  await press('Review and sign…');
  expect(screen.getByText('Say in a few words why it was wrong.')).toBeTruthy();
  await userEvent.type(screen.getByLabelText(/^Why it was wrong/), 'Wrong fee');
  await press('Review and sign…');
  await screen.findByText('Takes the place of signature no 1, because: Wrong fee');
  await press(/^Sign “Half” over ¥763,000\.00/);
  await screen.findByText(/^“Half” is signed: ¥763,000\.00 settled/);

  await press('Ledger');
  expect(screen.getByText(/^No 2 of .+ supersedes no 1 of .+, because: Wrong fee$/)).toBeTruthy();
  expect(screen.getByText('Superseded by no 2; counts no more')).toBeTruthy();
  expect(screen.getByText(/^Signatures: 2\. All of them are as they were signed/)).toBeTruthy();
  await say(host, { table: 'ledger', row: 'signature.1', cells: { earned: 90_000 } });
  await screen.findByText('Not as it was signed');
  expect(
    screen.getByText(
      'Earned: the signature says ¥90,000.00, its frozen terms add up to ¥63,000.00.',
    ),
  ).toBeTruthy();
});

test('both sides’ outcome is read at any attainment, and the simulation tells its seed’s figures', async () => {
  await openBet(await desk(), 'Payoff');
  expect(screen.getByText('As much as the fixed fee')).toBeTruthy();
  expect(screen.getByText('The vendor breaks even with the fixed fee at: 100%')).toBeTruthy();
  await press('Simulate 10,000 outcomes');
  await screen.findByText('10,000 outcomes simulated.');
  expect(screen.getByText('Not judged yet, passing with a chance of 50%: Q1.')).toBeTruthy();
});

test('an amount says how it came about, step by step to its cells, and what changed since', async () => {
  const host = await desk();
  await openBet(host);
  await userEvent.click(screen.getAllByRole('button', { name: 'How it came about' })[0]!);
  const page = within(await screen.findByRole('article', { name: 'How it came about' }));
  expect(page.getByRole('heading', { name: '763,000' })).toBeTruthy();
  expect(page.getByText('= taken from Due now (Half)')).toBeTruthy();
  const open = async (name: string) => {
    const summary = (await page.findAllByText(name)).map((one) => one.closest('summary'));
    await userEvent.click(summary.find((one) => one !== null)!);
  };
  await open('Due now (Half)');
  expect(page.getByText('= the larger of 0 and (763,000 − 0, rounded (decimals: 2))')).toBeTruthy();
  await userEvent.click(page.getAllByRole('button', { name: /^Go to Statement!/ }).at(-1)!);
  const selected = await host.run(async (context) => {
    const range = context.workbook.getActiveCell();
    range.load('address');
    await context.sync();
    return range.address;
  });
  expect(selected).toMatch(/^Statement!P\d+$/);
  await userEvent.click(page.getByRole('button', { name: 'Explain the selected cell' }));
  expect(
    await page.findByText('= the larger of 0 and (763,000 − 0, rounded (decimals: 2))'),
  ).toBeTruthy();
  await open('What changed since');
  await userEvent.type(page.getByLabelText('First day'), '2026-03-31');
  await userEvent.click(page.getByRole('button', { name: 'Show' }));
  expect(await page.findByText('New readings: Win rate, by count')).toBeTruthy();
  await userEvent.click(page.getByRole('button', { name: 'Open all' }));
  expect(page.getAllByText(/· agreed in the contract$/).length).toBeGreaterThan(0);
  await press('Back');
  expect(screen.queryByRole('article', { name: 'How it came about' })).toBeNull();
});
