import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Chain } from '../../src/explain';
import { openHost } from '../../src/host';
import type { Payoff, ReturnOnInvestment, Settled } from '../../src/office';
import { foreignParts, withForeign } from '../book/withForeign';
import { engagementOf, term, winRate } from '../rules/value/bet';
import { appfi, appfiIn, ownFolder } from './run';

const file = ownFolder();
const json = <T>(text: string) => JSON.parse(text) as T;

beforeAll(async () => {
  const engagement = engagementOf({
    settings: { currency: 'CNY', discountRate: 0.08, asOf: '2026-06-30' },
    periods: [
      { item: 'Half', date: '2026-06-30', share: 0.5 },
      { item: 'Final', date: '2026-12-31', share: 0.5 },
    ],
    readings: [winRate('2026-06-30', 0.27)],
    terms: [
      term('T1', { weight: 0.6 }),
      term('Q1', { weight: 0.4, kind: 'qualitative', rule: 'all', metric: null, curve: null }),
    ],
    criteria: [{ term: 'Q1', period: 1, criterion: 'a', business: 4, it: 4, pass: 3 }],
  });
  engagement.drivers = {
    'ka.driver.closed-opps': { likely: 100 },
    'ka.driver.avg-deal': { likely: 50_000 },
    'ka.driver.gross-margin': { likely: 0.4 },
  };
  engagement.monetisation = {
    'ka.metric.win-rate': { attribution: 1, confidence: 1, low: 0.5, likely: 0.9, high: 1.2 },
  };
  Object.assign(engagement.costs, { 'cost.services': { y0: 200_000 } });
  engagement.settings.withVendor = 'no';
  writeFileSync(file('bet.json'), JSON.stringify(engagement));
  const made = ['--engagement', file('bet.json'), '--lang', 'en', '--out', file('bet.xlsx')];
  expect((await appfi('new', ...made)).err).toBe('');
}, 120_000);

/** The workbook after someone typed into it, elsewhere. */
async function typed(name: string, sheet: string, address: string, value: string | number) {
  const host = await openHost(readFileSync(file('bet.xlsx')));
  host.edit(sheet, address, value);
  writeFileSync(file(name), await host.save());
  return file(name);
}

test('settle shows each period and term, and that workbook and rules agree', async () => {
  const { code, out, err } = await appfi('settle', file('bet.xlsx'));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^Settlement as of 2026-06-30, amounts in CNY/);
  expect(out).toMatch(/^Earned +123,000\.00 +0\.00$/m);
  expect(out).toMatch(/^Due now +823,000\.00 +–$/m);
  expect(out).toMatch(/T1 .*70\.0%.*63,000\.00/);
  expect(out).toMatch(/Workbook and rules agree in all \d+ formula cells\./);
  const earlier = json<Settled>(
    (await appfi('settle', file('bet.xlsx'), '--as-of', '2026-03-31', '--json')).out,
  );
  expect(earlier).toMatchObject({ at: '2026-03-31', agreement: { differences: [] } });
  expect(earlier.periods[0]).toMatchObject({ earned: 0, pending: 150_000, due: 700_000 });
}, 120_000);

test('explain says how a figure came about, what a typed cell rests on, and what a formula of one’s own reads', async () => {
  const explained = async (...argv: string[]) => {
    const { code, out, err } = await appfi('explain', ...argv);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return out;
  };
  const due = await explained(file('bet.xlsx'), 'Statement.Due', '--depth', '2');
  expect(due).toMatch(/^Due now: 823,000 \(Statement!D\d+\)\n {2}= taken from Due now \(Half\)\n/);
  expect(due).toContain('= the larger of 0 and (823,000 − 0, rounded (decimals: 2))');
  const data = json<Chain>(
    await explained(file('bet.xlsx'), 'Readings[value]', '--row', '1', '--json'),
  );
  expect(data).toMatchObject({ value: 0.27, origin: 'reading', inputs: [] });
  const own = await typed('own.xlsx', 'Guide', 'H40', '=SUM(Statement!D10:D40)+Contract.Fee');
  expect(await explained(own, 'Guide!H40')).toMatch(
    /^Guide!H40: [^\n]* a formula of your own\)\n {2}= worked out from 2 places by a formula of your own\n/,
  );
  expect(await explained(file('bet.xlsx'), '--since', '2026-03-31', '--md')).toMatch(
    /\| Due on 2026-03-31 \| 700,000\.00 \|\n[^]*\| Due on 2026-06-30 \| 823,000\.00 \|/,
  );
  const refused = async (...argv: string[]) => {
    const { code, out, err } = await appfi('explain', file('bet.xlsx'), ...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    return err;
  };
  expect(await refused('Nowhere!A1')).toContain('no sheet “Nowhere”');
  expect(await refused('Guide!ZZZ1')).toContain('There is no cell Guide!ZZZ1.');
  for (const many of ['Guide!D:D', 'Settlement'])
    expect(await refused(many)).toContain(`${many} is more than one cell. Choose one`);
  expect(await refused('Guide!J90')).toContain('Guide!J90 is empty');
  expect(await refused('Statement.Dues')).toContain('The nearest is Statement.Due');
  expect(await refused('Readings[value]')).toMatch(/Table Readings has \d+ rows\. Say which one/);
  expect(await refused()).toContain('Give a cell to explain, or --since');
}, 240_000);

test('roi and payoff are the workbook’s; the simulation is repeatable', async () => {
  const roi = await appfi('roi', file('bet.xlsx'));
  expect(roi.code).toBe(0);
  expect(roi.out).toMatch(/Conservative +Likely \* +Optimistic/);
  const read = json<ReturnOnInvestment>((await appfi('roi', file('bet.xlsx'), '--json')).out);
  expect(read.scenarios.map(({ npv }) => Number(npv) > 0)).toEqual([true, true, true]);
  const draw = () => appfi('payoff', file('bet.xlsx'), '--simulate', '500', '--seed', '7');
  const first = await draw();
  expect(first.code).toBe(0);
  expect(first.out).toContain('Simulation: 500 draws, seed 7');
  expect(first.out).toMatch(/Vendor receives less than the fixed fee: \d+\.\d%/);
  expect((await draw()).out).toBe(first.out);
  const plain = json<Payoff>((await appfi('payoff', file('bet.xlsx'), '--json')).out);
  expect(plain.simulation).toBeUndefined();
  expect(plain.levels).toHaveLength(31);
}, 120_000);

test('a typed-over formula is listed by its cell', async () => {
  const read = json<Settled>((await appfi('settle', file('bet.xlsx'), '--json')).out);
  expect(read.agreement.differences).toEqual([]);
  const host = await openHost(readFileSync(file('bet.xlsx')));
  const sheet = host.book.sheets.find(({ name }) => name === 'Statement');
  const table = sheet?.tables.find(({ name }) => name === 'Statement');
  const column = table?.columns.findIndex(({ name }) => name === 'Earned') ?? 0;
  const address = `${String.fromCharCode(65 + column)}${(table?.area.row ?? 0) + 2}`;
  const forged = await typed('forged.xlsx', 'Statement', address, 150_000);
  const { code, out } = await appfi('settle', forged);
  expect(code).toBe(1);
  expect(out).toMatch(
    new RegExp(
      `^Statement!${address} +Statement\\[earned\\].*150000 \\(not its formula\\) +123000`,
      'm',
    ),
  );
  const signing = await appfi('sign', forged, '--period', '1', '--by', 'Lin', '--yes');
  expect(signing.code).toBe(1);
  expect(signing.err).toMatch(
    /^appfi: .*forged\.xlsx: Workbook and rules differ in \d+ cells?\. Restore .* \(appfi lay --repair\)$/m,
  );
}, 120_000);

test('a signature leaves what others put into the workbook as it is', async () => {
  const path = file('bet.xlsm');
  writeFileSync(path, withForeign(new Uint8Array(readFileSync(file('bet.xlsx')))));
  const before = unzipSync(readFileSync(path));
  expect(await appfi('sign', path, '--period', '1', '--by', 'Lin', '--yes')).toMatchObject({
    code: 0,
  });
  const after = unzipSync(readFileSync(path));
  for (const name of foreignParts)
    expect([name, Buffer.compare(after[name]!, before[name]!)]).toEqual([name, 0]);
}, 120_000);

test('sign, then check: what was signed, and what was edited since', async () => {
  const by = [
    '--by',
    'Lin',
    '--client-business',
    'Wang',
    '--client-it',
    'Zhao',
    '--on',
    '2026-07-02',
  ];
  const out = ['--out', file('signed.xlsx')];
  const shown = await appfi('sign', file('bet.xlsx'), '--period', '1', ...by, ...out);
  expect(shown).toMatchObject({ code: 1, err: '' });
  expect(shown.out).toMatch(/823,000\.00 would be settled[\s\S]*Signing: Lin, Wang, Zhao\./);
  expect(shown.out).toContain('Nothing is signed yet. Add --yes to sign');
  expect(existsSync(file('signed.xlsx'))).toBe(false);
  const signed = await appfi('sign', file('bet.xlsx'), '--period', '1', ...by, ...out, '--yes');
  expect(signed).toMatchObject({ code: 0, err: '' });
  expect(signed.out).toMatch(/period 1 signed as of 2026-06-30, 823,000\.00 settled\. Signature 1/);
  const checked = await appfi('check', file('signed.xlsx'), '--json');
  expect(json<{ ledger: unknown[] }>(checked.out).ledger).toEqual([]);
  const again = await appfi(
    'sign',
    file('signed.xlsx'),
    '--period',
    '1',
    ...by,
    '--force',
    '--yes',
  );
  expect(again).toMatchObject({ code: 1, out: '' });
  expect(again.err).toContain('is signed for good already.');
  expect((await appfi('settle', file('signed.xlsx'))).out).toMatch(/^Status +Signed/m);

  const host = await openHost(readFileSync(file('signed.xlsx')));
  host.edit(
    'Engagement',
    /\$([A-Z]+)\$(\d+)/
      .exec(host.book.names.find(({ name }) => name === 'Engagement.Fee')?.formula ?? '')
      ?.slice(1)
      .join('') ?? '',
    1_100_000,
  );
  writeFileSync(file('edited.xlsx'), await host.save());
  const edited = await appfi('check', file('edited.xlsx'));
  expect(edited.code).toBe(1);
  expect(edited.out).toMatch(/^Error: Signature 1: what its amounts rest on was edited/m);

  const anew = ['sign', file('edited.xlsx'), '--period', '1', ...by, '--supersedes', '1'];
  expect((await appfi(...anew)).err).toContain('Say why signature no 1 is superseded');
  const why = ['--reason', 'The fee was another'];
  const preview = await appfi(...anew, ...why);
  expect(preview.out).toMatch(
    /905,300\.00 would be settled[\s\S]*signature no 1.*The fee was another/,
  );
  const second = await appfi(...anew, ...why, '--yes', '--json');
  expect(json<{ no: number; amount: number }>(second.out)).toMatchObject({
    no: 2,
    amount: 905_300,
  });
  const told = json<{ ledger: unknown[] }>(
    (await appfi('check', file('edited.xlsx'), '--json')).out,
  );
  expect(told.ledger).toEqual([]);
}, 240_000);

test('bad input is refused in one line', async () => {
  const refused = async (...argv: string[]) => {
    const { code, err } = await appfi(...argv);
    expect(code).toBe(2);
    return err;
  };
  expect(await refused('settle', file('bet.xlsx'), '--as-of', '30.6.2026')).toContain(
    'is not a date',
  );
  expect(await refused('payoff', file('bet.xlsx'), '--simulate', 'many')).toContain('whole number');
  expect(await refused('payoff', file('bet.xlsx'), '--pass-chance', '2')).toContain(
    'share between',
  );
  expect(await refused('sign', file('bet.xlsx'), '--by', 'Lin')).toContain('--period');
  expect(await refused('sign', file('bet.xlsx'), '--period', 'one', '--by', 'L')).toContain(
    'whole',
  );
  const { out } = await appfiIn({ LANG: 'zh_CN.UTF-8' }, ['settle', '--help']);
  expect(out).toContain('数字取自工作簿本身');
});
