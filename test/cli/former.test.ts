import { readFileSync } from 'node:fs';
import type { Engagement } from '../../src/engagement/schema';
import type { AmountChange, Settled } from '../../src/office';
import { appfi, ownFolder } from './run';

const file = ownFolder();
const of01 = (name: string) => `test/fixtures/0.1/${name}`;
const json = <T>(text: string) => JSON.parse(text) as T;

const engagementIn = async (path: string) =>
  json<{ engagement: Engagement }>((await appfi('read', path)).out).engagement;

type Laid = { cells: number; amounts?: (AmountChange & { why: string })[] };
const lay = async (path: string, out: string) =>
  json<Laid>((await appfi('lay', path, '--out', file(out), '--lang', 'en', '--json')).out);

/** What version 0.1 signed, as its files have it. */
const signedAmounts = ({ ledger }: Engagement) =>
  Object.values(ledger).map(({ no, period, amount, digest }) => [no, period, amount, digest]);

test('a signed workbook of 0.1 goes on: nothing typed is lost, what was signed stays, the rest is told', async () => {
  const before = await engagementIn(of01('key-account.en.signed.xlsx'));
  const laid = await lay(of01('key-account.en.signed.xlsx'), 'signed.xlsx');
  const after = await engagementIn(file('signed.xlsx'));
  for (const store of ['terms', 'readings', 'periods', 'criteria', 'drivers', 'costs'] as const)
    expect(after[store]).toEqual(before[store]);
  expect(after.settings).toMatchObject(before.settings);
  expect(signedAmounts(after)).toEqual(signedAmounts(before));
  expect(signedAmounts(after)[1]).toEqual([2, 2, expect.any(Number), '22a8492c88329ac9']);

  const told = laid.amounts?.map(({ of, amount, rule }) => [of, amount, rule]);
  expect(told).toContainEqual(['Decision-chain coverage', 'Attainment', 'measure']);
  expect(told).toContainEqual([undefined, 'NPV', 'missing']);
  // Both periods are signed: nothing of them changes.
  expect(told?.filter(([of]) => /assessment|Final/.test(of ?? ''))).toEqual([]);
  expect(laid.amounts?.[0]?.why).toMatch(
    /^A reading counts by its measure.*docs\/from-0\.1\.md#measure/,
  );

  const settled = json<Settled>((await appfi('settle', file('signed.xlsx'), '--json')).out);
  expect(settled.agreement.differences).toEqual([]);
  expect(settled.ledger).toEqual([]);
  expect(settled.earlier).toMatchObject([{ kind: 'earlier', signature: 2 }]);
  expect(settled.periods.map(({ status, settled: paid, due }) => [status, paid, due])).toEqual([
    ['Signed', 443_376.92, 0],
    ['Signed', 593_860.39, 0],
  ]);
  expect(await lay(file('signed.xlsx'), 'again.xlsx')).toEqual({
    file: file('again.xlsx'),
    cells: 0,
    findings: [],
  });
}, 300_000);

test('an open period of 0.1: before and after by the rule, and every section of the rules is there', async () => {
  const laid = await lay(of01('after-sales.xlsx'), 'open.xlsx');
  expect(laid.amounts).toContainEqual(
    expect.objectContaining({
      rule: 'cutoff',
      of: '上线后一年',
      amount: 'Gain share',
      from: 53_674.82,
      to: 0,
    }),
  );
  const rules = [...new Set(laid.amounts?.map(({ rule }) => rule))];
  const docs = readFileSync('docs/from-0.1.md', 'utf8');
  for (const rule of rules) expect(docs).toContain(`\n## ${rule}\n`);
  const text = (
    await appfi('lay', of01('after-sales.xlsx'), '--out', file('t.xlsx'), '--lang', 'en')
  ).out;
  expect(text).toMatch(/上线后一年 · Gain share +53,674\.82 +0\.00 +-53,674\.82/);
}, 300_000);

test('a template that 0.1 made and somebody filled is merged into the refreshed workbook', async () => {
  await lay(of01('key-account.en.signed.xlsx'), 'master.xlsx');
  const merged = await appfi(
    ...['merge', file('master.xlsx'), of01('key-account.en.finance.xlsx')],
    ...['--out', file('merged.xlsx'), '--json'],
  );
  expect(merged.err).toBe('');
  const [before, after] = [
    await engagementIn(file('master.xlsx')),
    await engagementIn(file('merged.xlsx')),
  ];
  expect(Object.keys(after.readings).length).toBe(Object.keys(before.readings).length + 1);
  expect(after.costs).not.toEqual(before.costs);
  expect(signedAmounts(after)).toEqual(signedAmounts(before));
}, 300_000);
