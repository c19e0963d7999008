import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadBuiltin } from '../../src/catalog/models';
import type { Engagement } from '../../src/engagement/schema';
import type { AmountChange, ReadResult, Settled } from '../../src/office';
import { appfi, ownFolder } from './run';

const file = ownFolder();
const of01 = (name: string) => `test/fixtures/0.1/${name}`;
const json = <T>(text: string) => JSON.parse(text) as T;

const readIn = async (path: string) => json<ReadResult>((await appfi('read', path)).out);
const engagementIn = async (path: string) => (await readIn(path)).engagement;

type Laid = { cells: number; amounts?: (AmountChange & { why: string })[] };
const lay = async (path: string, out: string, ...more: string[]) => {
  const ran = await appfi('lay', path, '--out', file(out), '--lang', 'en', '--json', ...more);
  expect(ran.err).toBe('');
  return json<Laid>(ran.out);
};

/** What version 0.1 signed, as its files have it. */
const signedAmounts = ({ ledger }: Engagement) =>
  Object.values(ledger).map(({ no, period, amount, digest }) => [no, period, amount, digest]);

test('a signed workbook of 0.1 goes on: nothing typed is lost, what was signed stays, the rest is told', async () => {
  const { engagement: before, findings } = await readIn(of01('key-account.en.signed.xlsx'));
  // That an earlier version laid it out is told once, and nothing of it as somebody's doing.
  expect(findings.map(({ kind, found }) => [kind, kind === 'layout-earlier' && found])).toEqual([
    ['layout-earlier', '0.1.0'],
    ['catalog-differs', false],
  ]);
  // It carries no edition of its catalog: that of today takes its place when somebody says so.
  const asked = await appfi(
    ...['lay', of01('key-account.en.signed.xlsx'), '--out', file('signed.xlsx')],
  );
  expect(asked).toMatchObject({ code: 2, out: '' });
  expect(asked.err).toContain('--take key-account');
  expect(existsSync(file('signed.xlsx'))).toBe(false);
  const take = ['--take', 'key-account'];
  const laid = await lay(of01('key-account.en.signed.xlsx'), 'signed.xlsx', ...take);
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
  const laid = await lay(of01('after-sales.xlsx'), 'open.xlsx', '--take', 'all');
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
  // Told beforehand too, in the workbook's own language.
  const dry = await appfi('upgrade', of01('after-sales.xlsx'), '--dry-run');
  expect(dry.out).toMatch(/上线后一年 · 价值分成 +53,674\.82 +0\.00 +-53,674\.82/);
}, 300_000);

test('a catalog that says no measure: it is asked for by name and never guessed, and nothing is paid by it', async () => {
  const own = structuredClone(await loadBuiltin('after-sales'));
  const betOn = own.metrics.find(({ id }) => id === 'as.metric.first-time-fix');
  delete betOn?.measure;
  own.version = '99.0.0';
  writeFileSync(file('own.json'), JSON.stringify(own));
  const given = ['--catalog', file('own.json')];
  // What 0.1 made carries no edition, and is bet on: another is taken as a whole.
  const upgrade = ['upgrade', of01('after-sales.xlsx'), '--out', file('own.xlsx'), ...given];
  const upgraded = await appfi(...upgrade, '--take', 'after-sales');
  expect(upgraded).toMatchObject({ code: 0, err: '' });
  const checked = await appfi('check', file('own.xlsx'), ...given, '--json');
  const { failing, findings } = json<{
    failing: { check: string; count: number }[];
    findings: { kind: string; row?: string; text: string }[];
  }>(checked.out);
  expect(checked.code).toBe(1);
  for (const check of ['measures', 'terms'])
    expect(failing).toContainEqual(expect.objectContaining({ check, count: 1 }));
  expect(findings.map(({ kind, row }) => [kind, row])).toEqual([['measure-missing', betOn?.id]]);
  expect(findings[0]?.text).toContain(
    'What a reading of “一次修复率” is has not been said. Choose it in column “读数性质” of sheet “指标”',
  );
  const settled = json<Settled>((await appfi('settle', file('own.xlsx'), ...given, '--json')).out);
  const term = settled.terms.find(({ period, code }) => period === 2 && code === 'M1');
  expect(term).toMatchObject({ attainment: null, earned: 0, bonus: 0, pending: term?.stake });
  const signed = await appfi(
    ...['sign', file('own.xlsx'), '--period', '2', '--by', 'V', '--yes', ...given],
  );
  expect(signed).toMatchObject({ code: 1 });
  expect(signed.err).toMatch(/1 term is incomplete/);
}, 300_000);

test('an engagement file of 0.1: everything in it stands in the new workbook, and its signature still counts', async () => {
  const said = json<Engagement>(readFileSync(of01('after-sales.json'), 'utf8'));
  const made = await appfi(
    ...['new', '--engagement', of01('after-sales.json'), '--out', file('new.xlsx')],
  );
  expect(made).toMatchObject({ code: 0, err: '' });
  const kept = await engagementIn(file('new.xlsx'));
  const { $schema, catalogs, curves, ...stores } = said as Engagement & { $schema: string };
  expect([$schema, catalogs]).toEqual([expect.any(String), [{ id: 'after-sales' }]]);
  expect(kept).toMatchObject(stores);
  // Its points were columns of the curve, and are rows now.
  const { deadband, mode, name } = curves['custom.curve.1']!;
  expect(kept.curves).toEqual({ 'custom.curve.1': { deadband, mode, name } });
  expect(Object.values(kept.points).map(({ attainment, payout }) => [attainment, payout])).toEqual([
    ...[
      [0.4, 0.3],
      [0.7, 0.7],
      [1, 1],
    ],
  ]);
  expect(signedAmounts(kept)).toEqual(signedAmounts(said));
  const settled = json<Settled>((await appfi('settle', file('new.xlsx'), '--json')).out);
  expect([settled.ledger, settled.earlier]).toEqual([[], []]);
}, 300_000);

test('a template that 0.1 made and somebody filled is merged into the refreshed workbook', async () => {
  // An engagement file laid over a workbook adds what is not answered there, and takes nothing.
  const laid = await lay(
    of01('key-account.en.signed.xlsx'),
    ...(['master.xlsx', '--engagement', of01('key-account.en.json')] as const),
    ...['--take', 'key-account'],
  );
  expect(laid.amounts).toContainEqual(
    expect.objectContaining({ rule: 'measure', of: 'Decision-chain coverage' }),
  );
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
