import { bet, column, statement, term, type BetRows } from './bet';
import { plan, valuesOf } from './cases';

/**
 * Worked examples that others have published, with the numbers that they print. Where a source
 * rounds, the test rounds alike.
 */

const day = '2026-12-31';
const outcome = 'custom.metric.1';
const measured = (baseline: number, target: number, more: object = {}) => ({
  [outcome]: {
    ...{ item: 'Outcome', use: 'yes', direction: 'higher', measure: 'level' },
    ...{ baseline, target, ...more },
  },
});
const read = (value: number, metric = outcome) => ({ metric, date: day, value });

/** A contract that pays by results alone. */
const allAtRisk = (fee: number, more: object = {}) => ({
  settings: { fee, shareAtRisk: 1, asOf: day, ...more },
  instalments: [{ share: 1, kind: 'held' }],
});

/** A contract whose fee is fixed, beside a gain share on the value of its periods. */
const gainOn = async (values: number[], settings: object, bands: object[], row = 0) => {
  const book = await bet({
    settings: { fee: 1000, shareAtRisk: 0, asOf: day, ...settings },
    instalments: [{ date: '2026-01-01', share: 1, kind: 'fixed' }],
    periods: values.map((value, i) => ({
      date: `2026-${String(12 - values.length + i + 1).padStart(2, '0')}-28`,
      share: 1 / values.length,
      value,
    })),
    bands: bands as BetRows['bands'],
    terms: [term('T')],
  });
  return { gain: (at: number) => statement(book, at, 'gain'), due: statement(book, row, 'due') };
};

describe('earn-out with cliff, slope and cap', () => {
  // Graham Corporation (GHM), 8-K of 2021, earn-out of the business BNI, "Potential Earnout Examples
  // for Reference Purposes" (capedge.com/filing/716314/0001193125-21-181366/GHM-8K/file/6):
  // nothing below an EBITDA of 8,750,000, then 7,000,000 + (A − 8,750,000) × 7.00/2.25, at most
  // 14,000,000; whole dollars.
  test.each([
    [8_000_000, 0],
    [8_750_000, 7_000_000],
    [9_000_000, 7_777_778],
    [10_000_000, 10_888_889],
    [11_000_000, 14_000_000],
    [11_500_000, 14_000_000],
  ])('EBITDA of %p pays %p', async (ebitda, paid) => {
    const book = await bet({
      ...allAtRisk(14_000_000, { minorDigits: 0 }),
      metrics: measured(8_750_000, 11_000_000),
      curves: [{ name: 'Earn-out', mode: 'linear', a1: 0, p1: 0.5, a2: 1, p2: 1 }],
      readings: [read(ebitda)],
      terms: [term('T', { metric: outcome, curve: 'Earn-out' })],
    });
    expect(statement(book, 0, 'due')).toBe(paid);
    expect(statement(book, 0, 'forfeited')).toBe(14_000_000 - paid);
  });
});

describe('weighted scorecards', () => {
  // Annual incentive award of CIK 66756, filed 2009, exhibit 10(h)7
  // (sec.gov/Archives/edgar/data/66756/000006675609000015/exhibit_10h7.htm): net income 50 %, cash
  // flow 25 %, strategic goals 25 %, which pay nothing unless net income reaches its threshold.
  // Payout in percent of the target award at threshold, target and superior.
  const threePoints = { a1: 1, p1: 0.5, a2: 2, p2: 1, a3: 3, p3: 2 };
  const scorecard = async (income: number, others: number) => {
    const level = { use: 'yes', direction: 'higher', baseline: 0, target: 1, measure: 'level' };
    const book = await bet({
      ...allAtRisk(100),
      metrics: Object.fromEntries(
        ['Income', 'Cash', 'Goals'].map((item, i) => [
          `custom.metric.${i + 1}`,
          { item, ...level },
        ]),
      ),
      readings: [income, others, others].map((value, i) => read(value, `custom.metric.${i + 1}`)),
      curves: [
        { name: 'Financial', mode: 'step', ...threePoints },
        { name: 'Strategic', mode: 'step', ...threePoints, p1: 0 },
      ],
      terms: [
        term('Income', {
          metric: 'custom.metric.1',
          weight: 0.5,
          curve: 'Financial',
          gateLevel: 1,
          gates: 'strategic',
        }),
        term('Cash', { metric: 'custom.metric.2', weight: 0.25, curve: 'Financial' }),
        term('Goals', {
          metric: 'custom.metric.3',
          weight: 0.25,
          curve: 'Strategic',
          group: 'strategic',
        }),
      ],
    });
    return (statement(book, 0, 'earned') as number) + (statement(book, 0, 'bonus') as number);
  };
  const [below, threshold, target, superior] = [0, 1, 2, 3] as const;

  test.each([
    [below, 0],
    [threshold, 37.5],
    [target, 100],
    [superior, 200],
  ])('all at level %p pay %p %%', async (level, percent) => {
    expect(await scorecard(level, level)).toBe(percent);
  });

  test.each([
    [below, 0],
    [threshold, 12.5],
    [target, 25],
    [superior, 50],
  ])('behind a failed gate, the others at level %p pay %p %%', async (level, percent) => {
    expect(await scorecard(below, level)).toBe(percent);
  });

  // Oracle, PeopleSoft Manage Variable Compensation, "Example of Goals Matrix and Performance Score
  // Calculation": 40 % × 100 % = 40, 35 % × 110 % = 39 (38.5 in whole points).
  test('weight × level, each line rounded', async () => {
    const levels = [1, 1.1, 0.9];
    const book = await bet({
      ...allAtRisk(100, { minorDigits: 0, roundingMode: 'line' }),
      metrics: Object.fromEntries(
        levels.map((_, i) => [
          `custom.metric.${i + 1}`,
          {
            ...{ item: `Goal ${i + 1}`, use: 'yes', direction: 'higher', measure: 'level' },
            ...{ baseline: 0, target: 1 },
          },
        ]),
      ),
      readings: levels.map((value, i) => read(value, `custom.metric.${i + 1}`)),
      curves: [{ name: 'Level', mode: 'linear', a1: 0, p1: 0, a2: 1.2, p2: 1.2 }],
      terms: [0.4, 0.35, 0.25].map((weight, i) =>
        term(`G${i + 1}`, { metric: `custom.metric.${i + 1}`, weight, curve: 'Level' }),
      ),
    });
    const scores = column(book, 'earned').map(
      (earned, i) => (earned as number) + (column(book, 'bonus')[i] as number),
    );
    expect(scores.slice(0, 2)).toEqual([40, 39]);
  });
});

describe('tiered service credits', () => {
  // "How to calculate SLA penalties" (pulseapi.tech/pt/blog/how-to-calculate-sla-penalties): 99.9 %
  // promised, 2,000 a month; credit 10 % from 99.0 %, 25 % from 95.0 %, 50 % below.
  test.each([
    [0.999, 0],
    [0.995, 200],
    [0.948, 1000],
  ])('uptime of %p costs %p', async (uptime, credit) => {
    const book = await bet({
      ...allAtRisk(2000),
      metrics: measured(0, 1),
      readings: [read(uptime)],
      curves: [
        {
          name: 'Credits',
          mode: 'step',
          ...{ a1: 0, p1: 0.5, a2: 0.95, p2: 0.75, a3: 0.99, p3: 0.9, a4: 0.999, p4: 1 },
        },
      ],
      terms: [term('T', { metric: outcome, curve: 'Credits' })],
    });
    expect(statement(book, 0, 'forfeited')).toBe(credit);
    expect(statement(book, 0, 'due')).toBe(2000 - credit);
  });
});

describe('shared savings', () => {
  // Axene Health Partners, "Minimum Savings Rates in Shared Savings Arrangements" (axenehp.com):
  // target 500.00 per member and month, actual 495.50, 125,000 member months, 50 % shared; 281,250
  // without a minimum savings rate, nothing with one of 1 %, which asks for 495.00 or less.
  const members = 125_000;
  const half = [{ share: 0.5 }];
  const minimum = { hurdle: 0.01 * 500 * members, hurdleKind: 'cliff' };
  test.each([
    [495.5, {}, 281_250],
    [495.5, minimum, 0],
    [495, minimum, 312_500],
  ])('%p a month with %j', async (actual, settings, shared) => {
    const { gain } = await gainOn([(500 - actual) * members], settings, half);
    expect(gain(0)).toBe(shared);
  });

  // FE Analytics glossary, "High Water Mark" (dev.feanalytics.com): 100, 120, 110, 130 – a fee on
  // the first 20, on nothing, and on the 10 above the mark.
  test('above a high-water mark', async () => {
    const { gain } = await gainOn([20, 10, 30], { highWaterMark: 'yes' }, [{ share: 1 }]);
    expect([0, 1, 2].map(gain)).toEqual([20, 0, 10]);
  });

  // Financial Edge, "Ratchet Mechanisms – Profit Share" (felix.fe.training, lesson 15024): 244 set
  // aside, exit at 350, the 106 above shared half and half, so that management's 49 become 102.
  test('a performance ratchet shares what exceeds the hurdle', async () => {
    const { gain } = await gainOn([350], { hurdle: 244 }, half);
    expect(gain(0)).toBe(53);
    expect(49 + (gain(0) as number)).toBe(102);
  });

  // "Vlookup for multiple results" (excelforum.com, thread 861932): 5 % up to 100,000, then 6 % up to
  // 125,000, then 7 %: 150,000 earn 5,000 + 1,500 + 1,750.
  test('accelerators, each rate on its own part', async () => {
    const rates = [
      { from: 0, share: 0.05 },
      { from: 100_000, share: 0.06 },
      { from: 125_000, share: 0.07 },
    ];
    const { gain } = await gainOn([150_000], {}, rates);
    expect(gain(0)).toBe(5000 + 1500 + 1750);
  });
});

describe('gain share over several periods', () => {
  // MyTime help, "Tiered Commission by Revenue: Amount Above Earned Breakdown"
  // (help.mytime.com/hc/en-us/articles/360046956372): 25 % up to 500, 30 % up to 3,000, 40 % above,
  // anew in each pay cycle: 400 earn 100, 100 earn 25, 5,000 earn 1,675.
  test('marginal bands begin anew in each period', async () => {
    const rates = [
      { from: 0, share: 0.25 },
      { from: 500, share: 0.3 },
      { from: 3000, share: 0.4 },
    ];
    const { gain } = await gainOn([400, 100, 5000], {}, rates);
    expect([0, 1, 2].map(gain)).toEqual([100, 25, 1675]);
  });

  // AnalystNotes, question MTH4E8OGR (analystnotes.com/cfa_question.php?p=MTH4E8OGR): 1,000,000 fall
  // to 800,000 and rise to 1,200,000; an incentive fee is owed on 200,000, above the value at entry.
  test('a loss is made good before anything is shared', async () => {
    const { gain } = await gainOn([-200_000, 200_000], { highWaterMark: 'yes' }, [{ share: 1 }]);
    expect([0, 1].map(gain)).toEqual([0, 200_000]);
  });

  // AnalystForum, "High Water Mark with Hurdle Rate" (analystforum.com, thread 97662): 100 become 120,
  // hurdle 5 %, 20 % of the 15 above it are 3; a second year that ends at 120 again pays nothing.
  test('above a hurdle and a high-water mark', async () => {
    const settings = { hurdle: 5, highWaterMark: 'yes' };
    const { gain } = await gainOn([20, 20], settings, [{ share: 0.2 }]);
    expect([0, 1].map(gain)).toEqual([3, 0]);
  });

  // Law Insider, sample clause "Shared Savings Bonus" (lawinsider.com/clause/shared-savings-bonus): 35 %
  // of the savings, at most a third of 1 % of the cost of the work; here of 30,000,000 a period.
  test('a cap holds in each period', async () => {
    const settings = { gainCap: 30_000_000 / 300 };
    const { gain } = await gainOn([200_000, 500_000, 200_000], settings, [{ share: 0.35 }]);
    expect([0, 1, 2].map(gain)).toEqual([70_000, 100_000, 70_000]);
  });
});

// Forrester, The Total Economic Impact of SalesLoft, cash flow table (pravda.ufcontent.com/i/1285868, page
// 19): benefits that grow over three years, here as one benefit with a ramp of its own. At 10 %: PV of
// benefits 7,168,371, NPV 5,496,170, ROI 329 %.
test('a benefit with its own ramp', async () => {
  const benefits = [1_606_511, 3_061_331, 4_229_760] as const;
  const costs = [53_150, 666_715, 636_772, 647_783];
  const input = plan({ rate: 0.1, benefits: [0, benefits[2], benefits[2], benefits[2]], costs });
  const { cell } = await valuesOf({
    ...input,
    settings: { ...input.settings, goLiveDate: '2022-01-01' },
    timing: {
      'custom.timing.1': {
        ...{ metric: 'm.money', start: '2022-01-01' },
        ...Object.fromEntries(benefits.map((one, i) => [`y${i + 1}`, one / benefits[2]])),
      },
    },
  });
  const found = (column: string) => Number(cell('RoiScenarios', 'roi.likely', column));
  expect(found('pvBenefits')).toBeCloseTo(7_168_371, -1);
  expect(found('npv')).toBeCloseTo(5_496_170, -1);
  expect(found('roi').toFixed(2)).toBe('3.29');
});

describe('target cost with incentive fee', () => {
  // A. Ellis, "PMP Exam Prep Sample Question on CPIF Calculation" (aileenellis.com): target cost
  // 500,000, fee 45,000, 50/50, fee between 30,000 and 60,000; actual cost 450,000 → fee 60,000.
  test('an underrun is shared up to the maximum fee', async () => {
    const settings = { fee: 45_000, payFloor: 30_000, payCap: 60_000 };
    const { due } = await gainOn([500_000 - 450_000], settings, [{ share: 0.5 }]);
    expect(due).toBe(60_000);
  });

  // PMP practice question 1612 (exampracticetests.com): target cost 300,000, fee 40,000, 80/20, fee
  // between 10,000 and 60,000; actual cost 380,000 → fee 24,000.
  test('an overrun costs the vendor its share', async () => {
    const settings = {
      ...{ fee: 40_000, payFloor: 10_000, payCap: 60_000 },
      ...{ guarantee: 0, shortfallRate: 0.2 },
    };
    const { due } = await gainOn([300_000 - 380_000], settings, []);
    expect(due).toBe(24_000);
  });
});

describe('savings against an adjusted baseline', () => {
  // Whole-facility example of a measurement and verification plan after IPMVP option C, electricity
  // account, kWh: base year − post-retrofit + adjustment = savings (issuhub.com, document 4299, p. 373).
  test.each([
    ['January', 12_200, -1200, 10_200, 800],
    ['February', 9600, 2320, 11_200, 720],
    ['November', 6600, -290, 5400, 910],
    ['the year', 62_000, 5706, 58_900, 8806],
  ])('%s', async (_, baseline, adjustment, actual, savings) => {
    const { cell } = await valuesOf({
      settings: { asOf: day },
      metrics: { 'm.lower': { use: 'yes', baseline, adjustment, measure: 'level' } },
      readings: { 'reading.1': { metric: 'm.lower', date: day, value: actual } },
    });
    expect(cell('Metrics', 'm.lower', 'improvement')).toBe(savings);
  });
});

describe('discounted payback', () => {
  // Question of a CFA question bank (gaodun.com/q/500s5h): 200,000 at 12 %, cumulative discounted
  // −146,428.57, −82,653.06, −32,828.44, 5,302.64, so within the fourth year.
  // Easycalculation, "Discounted Payback Period": 50,000 at 11 %, 10,000 a year: 7.66 years.
  test.each([
    [
      0.12,
      200_000,
      [60_000, 80_000, 70_000, 60_000, 50_000],
      (3 + 32_828.44 / 38_131.08).toFixed(2),
    ],
    [0.11, 50_000, Array.from({ length: 8 }, () => 10_000), '7.66'],
  ])('at %p, of %p', async (rate, invested, income, years) => {
    const { cell } = await valuesOf(
      plan({ rate, benefits: [0, ...income], costs: [invested, ...income.map(() => 0)] }),
    );
    const payback = cell('RoiScenarios', 'roi.likely', 'discountedPayback');
    expect(Number(payback).toFixed(2)).toBe(years);
  });
});

// Brigham & Houston, Fundamentals of Financial Management, Project M: −1.6, 10 and −10 million have
// an IRR of 25 % and one of 400 %, and at 10 % an NPV of −0.77 million.
test('the IRR that a spreadsheet gives, where there are two', async () => {
  const { cell, named } = await valuesOf(
    plan({ rate: 0.1, benefits: [0, 10, 0], costs: [1.6, 0, 10] }),
  );
  expect(Number(cell('RoiScenarios', 'roi.likely', 'irr'))).toBeCloseTo(0.25, 9);
  expect(cell('RoiScenarios', 'roi.likely', 'roots')).toBe(2);
  expect(named('Roi.IrrNote')).not.toBe('');
  expect(Number(named('Roi.Npv')).toFixed(2)).toBe('-0.77');
});

// Financial Edge, as above: 80 invested, 195 after four years, is the return of 25 % that was asked.
test('IRR of an investment with one repayment', async () => {
  const { cell } = await valuesOf(
    plan({ rate: 0.1, benefits: [0, 0, 0, 0, 195], costs: [80, 0, 0, 0, 0] }),
  );
  expect(Number(cell('RoiScenarios', 'roi.likely', 'irr')).toFixed(2)).toBe('0.25');
});
