import { writeFileSync } from 'node:fs';
import { createHost } from '../../src/host';
import type { Engagement } from '../../src/engagement/schema';
import { layOut, payoff, readWorkbook, settle, sign } from '../../src/office';
import { appfi, ownFolder } from '../cli/run';
import { engagementOf, sameDeals, term, type BetRows } from '../rules/value/bet';

/**
 * Engagements that once paid wrong money without a word, in a workbook. What is settled there is
 * also what the rules give: `settle` and `payoff` compare every formula cell.
 */

const file = ownFolder();
const orders = 'custom.metric.1';

/** 100 orders more are worth 1,200,000 a year; a fee of 100,000, of which 30,000 is at risk. */
const bet = (more: BetRows = {}): Engagement =>
  engagementOf({
    instalments: [
      { date: '2026-01-31', share: 0.7, kind: 'fixed' },
      { share: 0.3, kind: 'held' },
    ],
    readings: [{ metric: orders, date: '2026-06-30', value: 100 }],
    drivers: { 'custom.driver.1': { item: 'Margin of an order', unit: 'money', likely: 12_000 } },
    monetisation: {
      'custom.money.1': {
        ...{ metric: orders, driver1: 'custom.driver.1', benefit: 'cash-releasing' },
        ...{ attribution: 1, confidence: 1 },
      },
    },
    terms: [term('T', { metric: orders, curve: 'all-or-nothing' })],
    ...more,
    metrics: {
      [orders]: {
        ...{ item: 'Orders', use: 'yes', direction: 'higher', measure: 'level', unit: 'count' },
        ...{ baseline: 0, target: 100 },
      },
      ...more.metrics,
    },
    settings: {
      ...{ fee: 100_000, shareAtRisk: 0.3, startDate: '2026-01-01', goLiveDate: '2026-01-01' },
      ...{ asOf: '2026-12-31', discountRate: 0.1 },
      ...more.settings,
    },
  });
const halves = [
  { date: '2026-06-30', share: 0.5 },
  { date: '2026-12-31', share: 0.5 },
];

async function workbook(engagement: Engagement) {
  const host = createHost();
  await host.run((context) => layOut(context, engagement, { lang: 'en' }));
  return {
    host,
    settled: async (asOf?: string) => {
      const found = await host.run((context) => settle(context, asOf ? { asOf } : {}));
      expect(found.agreement.differences).toEqual([]);
      return found;
    },
  };
}

test('the first half is signed: its gain share is not paid again with the second', async () => {
  const { host, settled } = await workbook(bet({ periods: halves, bands: [{ share: 0.1 }] }));
  await host.run((context) =>
    sign(context, {
      ...{ period: 1, asOf: '2026-06-30', signedOn: '2026-07-01', today: '2026-07-01' },
      ...{ vendor: 'V', business: 'B', it: 'I', acknowledged: 'The return is for later' },
    }),
  );
  const { periods } = await settled('2026-12-31');
  // 10 % of 1,200,000 a year, all of it read by the middle of the year.
  expect(periods.map(({ gain }) => gain)).toEqual([120_000, 0]);
  expect(periods.map(({ due }) => due)).toEqual([0, 15_000]);
}, 120_000);

test('half of the way exactly earns the tier at half', async () => {
  const share = { measure: 'ratio', unit: 'ratio', baseline: 1 / 3, target: 0.5 };
  const { settled } = await workbook(
    bet({
      metrics: { [orders]: { item: 'Sites', use: 'yes', direction: 'higher', ...share } },
      readings: [{ metric: orders, date: '2026-06-30', numerator: 5, denominator: 12 }],
      curves: [{ name: 'Tier', mode: 'step', a1: 0.5, p1: 0.5, a2: 1, p2: 1 }],
      terms: [term('T', { metric: orders, curve: 'Tier' })],
    }),
  );
  expect((await settled()).periods).toMatchObject([{ earned: 15_000, forfeited: 15_000 }]);
}, 120_000);

test('a cap of a term holds in each period, in payoff as in settlement', async () => {
  const terms = [term('T', { metric: orders, curve: 'all-or-nothing', cap: 15_000 })];
  const { host, settled } = await workbook(bet({ periods: halves, terms }));
  const { levels, breakEven, agreement } = await host.run((context) => payoff(context));
  expect(levels.find(({ level }) => level === 1)).toMatchObject({ income: 100_000 });
  expect(breakEven.vendor).toBe(1);
  expect(agreement.differences).toEqual([]);
  expect((await settled()).periods[1]).toMatchObject({ entitlement: 100_000 });
}, 120_000);

test('a step breaks even at the step, not before it', async () => {
  const curves = [{ name: 'Step', mode: 'step', a1: 1, p1: 1.5 }];
  const { host } = await workbook(
    bet({ curves, terms: [term('T', { metric: orders, curve: 'Step' })] }),
  );
  const { levels, breakEven } = await host.run((context) => payoff(context));
  const income = (at: number) => levels.find(({ level }) => level === at)?.income;
  expect([income(0.95), income(1)]).toEqual([70_000, 115_000]);
  expect(breakEven.vendor).toBe(1);
}, 120_000);

describe('figures over the last twelve months are never added', () => {
  const output = 'ka.metric.account-total-output';
  const read = (values: number[]) =>
    values.map((value, i) => ({
      metric: output,
      date: ['2026-09-30', '2026-12-31', '2027-03-31', '2027-06-30'][i],
      value,
    }));
  const rolling = (values: number[], window?: number) =>
    workbook(
      bet({
        metrics: { [output]: { use: 'yes', baseline: 370, target: 400, window } },
        readings: read(values),
        periods: [{ date: '2027-06-30', share: 1 }],
        terms: [term('T', { metric: output, curve: 'from-threshold', longStop: '2027-12-31' })],
        settings: { asOf: '2027-06-30' },
      }),
    );

  test('a fall pays nothing', async () => {
    const { settled } = await rolling([368, 366, 364, 362], 12);
    const { terms, periods } = await settled();
    expect(Number(terms[0]?.attainment)).toBeCloseTo(-8 / 30, 9);
    expect(periods[0]).toMatchObject({ earned: 0, forfeited: 30_000 });
  }, 120_000);

  test('without a window the actual is a year’s, not four', async () => {
    const { host } = await rolling([375, 381, 388, 391]);
    const { results } = await host.run((context) => readWorkbook(context));
    expect(results.tables['metrics']?.[output]?.['actual']).toBe(391);
  }, 120_000);
});

test('workbook, check and exit code give one verdict', async () => {
  const full = { attribution: 1, confidence: 1 };
  const wrong = bet({
    metrics: { 'ka.metric.wallet-share': { use: 'yes', baseline: 0.2, target: 0.15 } },
    monetisation: {
      'ka.metric.wallet-share': full,
      'custom.money.1': { ...full, metric: orders, group: 'one' },
      'custom.money.2': { ...full, metric: 'ka.metric.win-rate', group: 'one' },
    },
    terms: [term('T', { metric: orders, weight: 0.9, curve: 'all-or-nothing' })],
  });
  writeFileSync(file('wrong.json'), JSON.stringify(wrong));
  const made = ['--engagement', file('wrong.json'), '--lang', 'en', '--out', file('wrong.xlsx')];
  expect((await appfi('new', ...made)).code).toBe(0);
  const { code, out } = await appfi('check', file('wrong.xlsx'));
  const { host } = await workbook(wrong);
  const { results } = await host.run((context) => readWorkbook(context));
  const told = out.split('\n').filter((line) => line.startsWith('Error:'));
  expect(code).toBe(1);
  expect(results.names['Checks.Master']).toBe(`${told.length} checks fail`);
  expect(told.join('\n')).toMatch(/weights of the terms do not add up/);
  expect(told.join('\n')).toMatch(/1 target is no better than the baseline/);
}, 180_000);

test('average ROI, margin and pre-sales cost of the same deals are the same money', async () => {
  const { settled } = await workbook(bet(sameDeals));
  const { failing, sound } = await settled();
  expect(failing).toContainEqual({ check: 'tree', count: 2 });
  expect(sound).toBe(false);
}, 120_000);

test('a finished period pays the same whatever day one looks', async () => {
  const { settled } = await workbook(bet({ periods: halves, bands: [{ share: 0.1 }] }));
  const last = async (asOf: string) => (await settled(asOf)).periods[1]?.entitlement;
  const [first, ...later] = [
    await last('2026-12-31'),
    await last('2027-02-15'),
    await last('2027-12-31'),
  ];
  expect(Number(first)).toBeGreaterThan(0);
  expect(later).toEqual([first, first]);
}, 120_000);
