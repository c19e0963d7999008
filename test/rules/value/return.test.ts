import { plan, valuesOf } from './cases';

const likely = async (input: Parameters<typeof plan>[0]) => {
  const { cell, named, all } = await valuesOf(plan(input));
  const measure = (column: string) => cell('RoiScenarios', 'roi.likely', column);
  return { measure, named, all };
};

describe('published business cases', () => {
  // The Total Economic Impact of SalesLoft (Forrester, 2020), cash flow table, 10 %:
  // PV costs 1,672,201, PV benefits 7,168,371, NPV 5,496,170, ROI 329 %, payback < 6 months.
  test('Forrester TEI of SalesLoft', async () => {
    const { measure } = await likely({
      rate: 0.1,
      benefits: [0, 1_606_511, 3_061_331, 4_229_760],
      costs: [53_150, 666_715, 636_772, 647_783],
    });
    expect(measure('benefits')).toBeCloseTo(8_897_602, 0);
    expect(measure('costs')).toBeCloseTo(2_004_420, 0);
    expect(Math.round(Number(measure('pvBenefits')))).toBe(7_168_371);
    expect(Math.round(Number(measure('pvCosts')))).toBe(1_672_201);
    expect(Math.round(Number(measure('npv')))).toBe(5_496_170);
    expect(Number(measure('roi')).toFixed(2)).toBe('3.29');
    expect(Number(measure('payback'))).toBeLessThan(0.5);
  });

  // K. Schwalbe, Information Technology Project Management, JWD Consulting, 8 %, from year 0:
  // discounted benefits 515,419, costs 243,084 (243,083 unrounded), NPV 272,336, ROI 112 %.
  test('JWD Consulting', async () => {
    const { measure, all } = await likely({
      rate: 0.08,
      benefits: [0, 200_000, 200_000, 200_000],
      costs: [140_000, 40_000, 40_000, 40_000],
    });
    expect(Math.round(Number(measure('pvBenefits')))).toBe(515_419);
    expect(Number(measure('pvCosts'))).toBeCloseTo(243_084, -1);
    expect(Math.round(Number(measure('npv')))).toBe(272_336);
    expect(Number(measure('roi')).toFixed(2)).toBe('1.12');
    expect(measure('payback')).toBe(0.875);
    expect(all.get('RoiYears[cumulative] 2')).toBe(20_000);
  });

  // Schwalbe, NPV example: years 1–5 at 10 %, Project A 2,316 and Project B 3,201
  // (Excel's NPV discounts the first value too, so nothing stands in year 0).
  test.each([
    ['A', [0, 0, 2000, 3000, 4000, 5000], [0, 5000, 1000, 1000, 1000, 1000], 2316, 9743, 7427],
    ['B', [0, 1000, 2000, 4000, 4000, 4000], [0, 2000, 2000, 2000, 2000, 2000], 3201, 10_783, 7582],
  ])('project %s', async (_, benefits, costs, npv, pvBenefits, pvCosts) => {
    const { measure } = await likely({ rate: 0.1, benefits, costs });
    expect(Number(measure('pvBenefits'))).toBeCloseTo(pvBenefits, -0.5);
    expect(Number(measure('pvCosts'))).toBeCloseTo(pvCosts, -0.5);
    expect(Math.round(Number(measure('npv')))).toBe(npv);
  });

  // J. Hoffer et al., Modern Systems Analysis and Design, Customer Tracking System, 12 %:
  // NPV of benefits 180,239, of costs 145,236; yearly NPV cash flow −42,500, 19,196, 17,140, …
  test('Customer Tracking System', async () => {
    const { measure, all } = await likely({
      rate: 0.12,
      benefits: [0, 50_000, 50_000, 50_000, 50_000, 50_000],
      costs: [42_500, 28_500, 28_500, 28_500, 28_500, 28_500],
    });
    expect(Math.round(Number(measure('pvBenefits')))).toBe(180_239);
    expect(Math.round(Number(measure('pvCosts')))).toBe(145_236);
    expect(Number(all.get('RoiYears[pv] 2'))).toBeCloseTo(19_196, -0.5);
    expect(Number(all.get('RoiYears[pv] 3'))).toBeCloseTo(17_140, -0.5);
    expect(Number(all.get('RoiYears[pv] 6'))).toBeCloseTo(12_200, -0.5);
  });

  // Excel help, IRR: −70,000, 12,000, 15,000, 18,000, 21,000 → −2.1 %; with 26,000 in year 5 → 8.7 %;
  // after two years, −44.4 %.
  test.each([
    [[12_000, 15_000, 18_000, 21_000], '-0.021'],
    [[12_000, 15_000, 18_000, 21_000, 26_000], '0.087'],
    [[12_000, 15_000], '-0.444'],
  ])('IRR of Excel’s help %p', async (income, rate) => {
    const { measure } = await likely({
      rate: 0.1,
      benefits: [0, ...income],
      costs: [70_000, ...income.map(() => 0)],
    });
    expect(Number(measure('irr')).toFixed(3)).toBe(rate);
  });

  // Excel help, NPV: 8 %, −40,000 now, then 8,000 … 14,500 → 1,922.06; with −9,000 in year 6 → −3,749.47.
  test.each([
    [[8000, 9200, 10_000, 12_000, 14_500], [0, 0, 0, 0, 0], '1922.06'],
    [[8000, 9200, 10_000, 12_000, 14_500, 0], [0, 0, 0, 0, 0, 9000], '-3749.47'],
  ])('NPV of Excel’s help %p', async (benefits, costs, npv) => {
    const { measure } = await likely({
      rate: 0.08,
      benefits: [0, ...benefits],
      costs: [40_000, ...costs],
    });
    expect(Number(measure('npv')).toFixed(2)).toBe(npv);
  });

  // Brealey & Myers, Principles of Corporate Finance, pitfalls of IRR, 10 %:
  // −4,000, +25,000, −25,000 has IRRs of 25 % and 400 % and an NPV of −1,934;
  // +1,000, −3,000, +2,500 has none and an NPV of +339.
  test('series with two IRRs and with none', async () => {
    const two = await likely({ rate: 0.1, benefits: [0, 25_000, 0], costs: [4000, 0, 25_000] });
    expect(Number(two.measure('irr'))).toBeCloseTo(0.25, 9);
    expect([two.measure('roots'), two.named('Roi.IrrNote')]).toEqual([
      2,
      'There is another IRR; go by NPV',
    ]);
    expect(Math.round(Number(two.measure('npv')))).toBe(-1934);
    const turning = await likely({ rate: 0.1, benefits: [1000, 0, 2500], costs: [0, 3000, 0] });
    expect([turning.measure('irr'), turning.named('Roi.IrrNote')]).toEqual(['none', '']);
    expect(Math.round(Number(turning.measure('npv')))).toBe(339);
  });
});

describe('edge cases are words', () => {
  test('signs that never change', async () => {
    const { measure } = await likely({ rate: 0.1, benefits: [0, 0, 0], costs: [10, 5, 5] });
    expect(measure('irr')).toBe('none');
    expect(measure('payback')).toBe('not within 2 years');
    expect(measure('breakEven')).toBe('no benefits');
    expect(measure('roi')).toBe(-1);
  });

  test('a year of nothing is no change of sign', async () => {
    const { measure } = await likely({ rate: 0, benefits: [0, 0, 0, 200], costs: [100, 0, 0, 0] });
    expect(Number(measure('irr'))).toBeCloseTo(2 ** (1 / 3) - 1, 9);
    expect(measure('payback')).toBe(2.5);
    expect(measure('npv')).toBe(100);
  });

  test('an IRR below −98 %, and one of 900 %', async () => {
    const lost = await likely({ rate: 0.1, benefits: [0, 1], costs: [1000, 0] });
    expect(lost.measure('irr')).toBe('out of range');
    const won = await likely({ rate: 0.1, benefits: [0, 1000], costs: [100, 0] });
    expect(won.measure('irr')).toBeCloseTo(9, 9);
  });

  test('nothing to pay', async () => {
    const { measure } = await likely({ rate: 0.1, benefits: [0, 10], costs: [0, 0] });
    expect(measure('roi')).toBe('no costs');
    expect(measure('bcr')).toBe('no costs');
    expect(measure('payback')).toBe(0);
    expect(measure('breakEven')).toBe(0);
  });

  test('no discount rate, a year without a ramp', async () => {
    const noRate = await likely({ benefits: [0, 10], costs: [5, 0] });
    expect(noRate.named('Roi.Problem')).toBe('discount rate missing');
    expect(noRate.measure('npv')).toBe('discount rate missing');
    const input = plan({ rate: 0.1, benefits: [0, 10], costs: [5, 0] });
    const { named } = await valuesOf({ ...input, ramp: { 'year.1': { ramp: null } } });
    expect(named('Roi.Npv')).toBe('ramp missing for a year');
  });

  test.each([
    [undefined, 3],
    [1, 1],
    [10, 10],
  ])('a horizon of %p is %p years', async (horizon, years) => {
    const input = plan({ rate: 0.1, benefits: [0, 10], costs: [5, 0] });
    const settings = { discountRate: 0.1, ...(horizon !== undefined && { horizon }) };
    const { named } = await valuesOf({ ...input, settings });
    expect([named('Roi.Years'), named('Roi.Problem')]).toEqual([years, '']);
  });

  test.each([0, 2.5, 11, 15, -3, 'five'])('a horizon of %p is refused', async (horizon) => {
    const input = plan({ rate: 0.1, benefits: [0, 10], costs: [5, 0] });
    const { named, cell } = await valuesOf({
      ...input,
      settings: { ...input.settings, horizon },
    });
    const reason = 'years after year 0 must be a whole number from 1 to 10';
    expect([named('Roi.Npv'), cell('RoiCash', 'cash.likely', 'npv')]).toEqual([reason, reason]);
  });

  test('no engagement says anything: no errors anywhere', async () => {
    const { all } = await valuesOf({});
    expect([...all].filter(([, value]) => String(value).startsWith('#'))).toEqual([]);
  });
});

test('mid-year flows are discounted by half a year less, year 0 never', async () => {
  const { measure } = await likely({
    rate: 0.21,
    benefits: [0, 110],
    costs: [50, 0],
    timing: 'mid',
  });
  expect(Number(measure('npv'))).toBeCloseTo(50, 9);
});

test('conservative takes low benefits and high costs', async () => {
  const input = plan({ rate: 0, benefits: [0, 100], costs: [50, 0] });
  const { cell, named } = await valuesOf({
    ...input,
    settings: { ...input.settings, scenario: 'conservative' },
    monetisation: { 'm.money': { attribution: 1, confidence: 1, low: 0.5, high: 1.2 } },
    costs: { 'cost.services': { y0: 50, low: 0.9, high: 1.4 } },
  });
  const npv = (id: string) => Number(cell('RoiScenarios', id, 'npv'));
  expect(npv('roi.conservative')).toBeCloseTo(50 - 70, 9);
  expect(npv('roi.likely')).toBeCloseTo(50, 9);
  expect(npv('roi.optimistic')).toBeCloseTo(120 - 45, 9);
  expect(named('Roi.Npv')).toBe(cell('RoiScenarios', 'roi.conservative', 'npv'));
});

test('what moves NPV most stands first', async () => {
  const input = plan({ rate: 0, benefits: [0, 100], costs: [50, 0] });
  const { cell } = await valuesOf({
    ...input,
    costs: { ...input.costs, 'cost.software': { y0: 500 } },
  });
  const mover = (n: number) =>
    ['item', 'kind', 'swing'].map((column) => cell('SensitivityTop', `mover.${n}`, column));
  expect(mover(1)).toEqual(['Software and subscriptions', 'Cost', 50]);
  expect(mover(2)).toEqual(['m.money', 'Metric', 10]);
  expect(mover(3)).toEqual(['d.one', 'Driver', 10]);
  expect(mover(4)).toEqual(['Consulting and implementation services', 'Cost', 5]);
  expect(mover(5)).toEqual(['', '', '']);
});

test('readings replace the plan as far as they reach', async () => {
  const input = plan({ rate: 0, benefits: [0, 1, 1], costs: [50, 0, 0] });
  const { named, cell } = await valuesOf({
    ...input,
    settings: { ...input.settings, goLiveDate: '2024-01-01', asOf: '2025-07-02' },
    metrics: { 'm.money': { use: 'yes', baseline: 0, target: 100 } },
    readings: {
      'reading.1': { metric: 'm.money', from: '2024-01-01', date: '2024-06-30', value: 20 },
      'reading.2': { metric: 'm.money', date: '2024-12-31', value: 60 },
      'reading.3': { metric: 'm.money', date: '2025-06-30', value: 80 },
    },
  });
  // Means weighted by days, for the months covered: 12 by the end of 2024, 18 by June 2025.
  const first = (20 * 182 + 60 * 184) / 366;
  const all = ((20 * 182 + 60 * 184 + 80 * 181) / 547) * (18 / 12);
  // Six months and two days have passed, of which nobody has read the two days.
  const passed = (6 + 2 / 31) / 12;
  const unread = 100 * (2 / 31 / 12);
  expect(cell('RoiYears', 'year.1', 'realised')).toBeCloseTo(first, 9);
  expect(cell('RoiYears', 'year.2', 'realised')).toBeCloseTo(all - first, 9);
  expect(named('Roi.Realised')).toBeCloseTo(all, 9);
  expect(named('Roi.Unmeasured')).toBeCloseTo(unread, 9);
  expect(named('Roi.Forecast')).toBeCloseTo(100 * (1 - passed), 9);
  expect(named('Roi.PlannedToDate')).toBeCloseTo(100 + 100 * passed, 9);
  expect(named('Roi.Outlook')).toBeCloseTo(all + unread + 100 * (1 - passed) - 50, 9);
});
