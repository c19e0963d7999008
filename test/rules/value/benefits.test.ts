import fc from 'fast-check';
import { bet, sameDeals } from './bet';
import { plan, valuesOf } from './cases';

type Said = Parameters<typeof valuesOf>[0];
const full = { attribution: 1, confidence: 1 };
/** Two metrics worth 100 and 40 a year; only the first releases cash. */
const two = (more: object = {}) => ({
  settings: { discountRate: 0.1, horizon: 3, goLiveDate: '2026-01-01' },
  metrics: {
    'm.money': { use: 'yes', baseline: 0, target: 1 },
    'm.lower': { use: 'yes', baseline: 2, target: 1 },
  },
  drivers: { 'd.one': { likely: 100 }, 'd.hours': { likely: 40 }, 'd.two': { likely: 4 } },
  monetisation: {
    'm.money': full,
    'm.lower': { ...full, recapture: 1, benefit: 'non-cash-releasing' },
  },
  costs: { 'cost.software': { y0: 120 } },
  ...more,
});

const yearly = async (said: Said, column = 'benefits') => {
  const { cell } = await valuesOf(said);
  return [0, 1, 2, 3].map((year) => Number(cell('RoiYears', `year.${year}`, column)));
};

describe('a start and ramp of its own', () => {
  const timed = (row: object) => two({ timing: { 'custom.timing.1': row } });

  test.each([
    ['none: all follow the common ramp', { metric: 'm.lower' }, [0, 140, 140, 140]],
    ['half a year late', { metric: 'm.lower', delay: 6 }, [0, 120, 140, 140]],
    ['eighteen months late', { metric: 'm.lower', delay: 18 }, [0, 100, 120, 140]],
    ['from a day on', { metric: 'm.lower', start: '2027-01-01' }, [0, 100, 140, 140]],
    ['before go-live', { metric: 'm.lower', start: '2025-01-01' }, [40, 140, 140, 140]],
    ['its own ramp', { metric: 'm.money', y1: 0.2, y2: 0.7 }, [0, 60, 110, 140]],
    ['ramp counted from its start', { metric: 'm.money', delay: 12, y1: 0.5 }, [0, 40, 90, 140]],
  ])('%s', async (_, row, expected) => {
    const benefits = await yearly(timed(row));
    benefits.forEach((benefit, year) => expect(benefit).toBeCloseTo(expected[year] as number, 9));
  });

  test.each([
    [{ delay: 6 }, 'metric missing'],
    [{ metric: 'm.none' }, 'no such metric'],
    [{ metric: 'm.money', delay: 6, start: '2026-07-01' }, 'give a start or a delay, not both'],
    [{ metric: 'm.money', delay: 'soon' }, 'delay must be 0 to 120 months'],
    [{ metric: 'm.money', delay: -1 }, 'delay must be 0 to 120 months'],
    [{ metric: 'm.money', start: '2050-01-01' }, 'start is not a date, or outside the years'],
    [{ metric: 'm.money', y2: 1.5 }, 'ramp shares must be 0 to 100 %'],
  ])('%j is refused: %s', async (row, reason) => {
    const { named, cell } = await valuesOf(timed(row));
    expect(cell('Timing', 'custom.timing.1', 'problem')).toBe(reason);
    expect(String(named('Roi.Npv'))).toContain(reason);
  });

  test('a start without a go-live date', async () => {
    const said = timed({ metric: 'm.money', start: '2026-07-01' });
    const { named } = await valuesOf({
      ...said,
      settings: { discountRate: 0.1, horizon: 3 },
    });
    expect(String(named('Roi.Npv'))).toContain('go-live date missing');
  });

  test('shifting a whole number of years loses nothing but what leaves the horizon', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 36 }),
        fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 4, maxLength: 4 }),
        async (delay, ramp) => {
          const shares = Object.fromEntries(ramp.map((share, year) => [`y${year}`, share / 10]));
          const said = timed({ metric: 'm.money', delay, ...shares, y4: 0, y5: 0, y6: 0 });
          const { cell } = await valuesOf({
            ...said,
            settings: { ...said.settings, horizon: 10 },
            monetisation: { 'm.money': full },
            timing: {
              'custom.timing.1': {
                ...{ metric: 'm.money', delay, ...shares },
                ...Object.fromEntries([4, 5, 6, 7, 8, 9, 10].map((year) => [`y${year}`, 0])),
              },
            },
          });
          const total = Number(cell('RoiScenarios', 'roi.likely', 'benefits'));
          expect(total).toBeCloseTo(10 * ramp.reduce((sum, share) => sum + share, 0), 6);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('a benefit given year by year', () => {
  const given = (row: object, more: object = {}) =>
    two({ benefits: { 'custom.benefit.1': { ...full, ...row } }, ...more });

  test('of no metric, beside those that are priced', async () => {
    const said = given({ item: 'Rent saved', benefit: 'cash-releasing', y1: 10, y3: 30 });
    expect(await yearly(said)).toEqual([0, 150, 140, 170]);
    expect(await yearly(said, 'cash')).toEqual([0, 110, 100, 130]);
  });

  test('of a metric, in place of its price', async () => {
    const said = given({ metric: 'm.money', y1: 10, y2: 20, y3: 30, attribution: 0.5 });
    expect(await yearly(said)).toEqual([0, 45, 50, 55]);
    const { cell } = await valuesOf(said);
    expect(cell('Monetisation', 'm.money', 'status')).toBe('given year by year');
  });

  test('in three scenarios, and among what moves NPV', async () => {
    const { cell } = await valuesOf({
      ...given({ item: 'Rent', y1: 110, low: 0.5, high: 2 }),
      monetisation: {},
    });
    const npv = (id: string) => Number(cell('RoiScenarios', `roi.${id}`, 'npv'));
    expect(npv('conservative')).toBeCloseTo(50 - 120, 9);
    expect(npv('likely')).toBeCloseTo(100 - 120, 9);
    expect(npv('optimistic')).toBeCloseTo(200 - 120, 9);
    expect(cell('SensitivityTop', 'mover.2', 'item')).toBe('Rent');
    expect(cell('SensitivityTop', 'mover.2', 'swing')).toBeCloseTo(10, 9);
  });

  test.each([
    [{ y1: 10 }, 'name or metric missing'],
    [{ item: 'Rent', y1: 'ten' }, 'amounts missing or not numbers'],
    [{ item: 'Rent' }, 'amounts missing or not numbers'],
    [{ item: 'Rent', y1: 1, attribution: null }, 'attribution missing'],
    [{ item: 'Rent', y1: 1, share: 2 }, 'shares must be 0 to 100 %'],
  ])('%j: %s', async (row, reason) => {
    const { named, cell } = await valuesOf(given(row));
    expect(cell('Benefits', 'custom.benefit.1', 'status')).toBe(reason);
    expect(String(named('Roi.Npv'))).toContain(reason);
  });
});

test('total = cash-releasing + the rest, and years add up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        first: fc.integer({ min: 1, max: 500 }),
        second: fc.integer({ min: 1, max: 500 }),
        rent: fc.integer({ min: 1, max: 500 }),
        cash: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
        low: fc.integer({ min: 0, max: 10 }),
        delay: fc.integer({ min: 0, max: 24 }),
      }),
      async ({ first, second, rent, cash, low, delay }) => {
        const kind = (is: boolean) => (is ? 'cash-releasing' : 'non-cash-releasing');
        const said = (flip: boolean) =>
          two({
            drivers: {
              'd.one': { likely: first },
              'd.hours': { likely: second },
              'd.two': { likely: 4 },
            },
            monetisation: {
              'm.money': { ...full, benefit: kind(cash[0] !== flip), low: low / 10 },
              'm.lower': { ...full, recapture: 1, benefit: kind(cash[1] !== flip) },
            },
            timing: { 'custom.timing.1': { metric: 'm.lower', delay } },
            benefits: {
              'custom.benefit.1': { ...full, item: 'R', benefit: kind(cash[2] !== flip), y2: rent },
            },
          });
        const one = await valuesOf(said(false));
        const other = await valuesOf(said(true));
        const at = (book: typeof one, table: string, column: string, id = 'likely') =>
          Number(book.cell(table, `${table === 'RoiCash' ? 'cash' : 'roi'}.${id}`, column));
        const pv = at(one, 'RoiScenarios', 'pvBenefits');
        expect(at(one, 'RoiCash', 'pvBenefits') + at(other, 'RoiCash', 'pvBenefits')).toBeCloseTo(
          pv,
          6,
        );
        const parts = ['m.money', 'm.lower']
          .map((id) => one.cell('Monetisation', id, 'pv'))
          .concat([one.cell('Benefits', 'custom.benefit.1', 'pv')]);
        expect(parts.reduce<number>((sum, part) => sum + Number(part), 0)).toBeCloseTo(pv, 6);
        const npvs = ['conservative', 'likely', 'optimistic'].map((id) =>
          at(one, 'RoiScenarios', 'npv', id),
        );
        expect(npvs).toEqual([...npvs].sort((a, b) => a - b));
      },
    ),
    { numRuns: 10 },
  );
});

describe('value tree', () => {
  const claims = (shares: Record<string, number | undefined>, nodes: object) =>
    valuesOf({
      ...two(),
      monetisation: {
        'm.money': { ...full, group: 'whole', share: shares.money },
        'm.lower': { ...full, recapture: 1, group: 'part', share: shares.lower },
      },
      nodes,
    });
  const nodes = {
    'custom.node.1': { item: 'whole' },
    'custom.node.2': { item: 'part', parent: 'whole' },
    'custom.node.3': { item: 'other part', parent: 'whole' },
  };
  const problems = async (shares: Record<string, number | undefined>, tree: object = nodes) => {
    const { cell } = await claims(shares, tree);
    return Object.keys(tree).map((id) => cell('ValueTree', id, 'problem'));
  };

  test('a whole and its part are never counted together', async () => {
    expect(await problems({})).toEqual(['', 'counted beside the whole it is a part of', '']);
    expect(await problems({ money: 0 })).toEqual(['', '', '']);
    expect(await problems({ lower: 0 })).toEqual(['', '', '']);
  });

  test('nodes beside each other count in full, each', async () => {
    const beside = {
      'custom.node.1': { item: 'whole', parent: 'all' },
      'custom.node.2': { item: 'part', parent: 'all' },
      'custom.node.3': { item: 'all' },
    };
    expect(await problems({}, beside)).toEqual(['', '', '']);
  });

  test.each([
    [{ 'custom.node.1': { item: 'whole', parent: 'whole' } }, 'a node cannot be a part of itself'],
    [{ 'custom.node.1': { item: 'whole', parent: 'nowhere' } }, 'no such parent node'],
  ])('%j: %s', async (tree, problem) => {
    expect((await problems({}, tree))[0]).toBe(problem);
  });

  test('of key accounts: average ROI, margin and pre-sales cost of the same deals', async () => {
    const book = await bet(sameDeals);
    const said = Array.from({ length: book.rows('ValueTree') }, (_, row) => [
      String(book.cell('ValueTree', row, 'id')),
      book.cell('ValueTree', row, 'problem'),
    ]).filter(([, problem]) => problem !== '');
    expect(said).toEqual([
      ['ka.overlap.deal-margin', 'counted beside the whole it is a part of'],
      ['ka.overlap.presales-money', 'counted beside the whole it is a part of'],
    ]);
  });

  test('a group that the tree does not know adds up as before', async () => {
    const { cell } = await valuesOf({
      ...two(),
      monetisation: {
        'm.money': { ...full, group: 'ours', share: 0.7 },
        'm.lower': { ...full, recapture: 1, group: 'ours', share: 0.5 },
      },
    });
    expect(cell('Monetisation', 'm.money', 'groupShare')).toBeCloseTo(1.2, 12);
  });
});

describe('costs', () => {
  const costs = async (row: object) => {
    const input = plan({ rate: 0, benefits: [0, 100], costs: [50, 0] });
    return valuesOf({ ...input, costs: { ...input.costs, 'cost.software': row } });
  };
  const npv = async (row: object, id = 'likely') =>
    (await costs(row)).cell('RoiScenarios', `roi.${id}`, 'npv');

  test('a credit is money that comes back, the less of it the more careful one is', async () => {
    const credit = { kind: 'credit', y1: 20, low: 0.5, high: 2 };
    expect(await npv(credit)).toBeCloseTo(70, 9);
    expect(await npv(credit, 'conservative')).toBeCloseTo(60, 9);
    expect(await npv(credit, 'optimistic')).toBeCloseTo(90, 9);
  });

  test.each([
    [{ y1: -20 }, 'amounts are entered positive'],
    [{ y1: 'some' }, 'an amount or factor is not a number'],
    [{ y1: 1, low: 'x' }, 'an amount or factor is not a number'],
  ])('%j is refused', async (row, reason) => {
    expect(String(await npv(row))).toContain(reason);
  });
});

test('one list says what is missing, and no measure is shown meanwhile', async () => {
  const { cell, named } = await valuesOf({
    settings: { horizon: 15 },
    metrics: { 'm.money': { use: 'yes', baseline: 0, target: 1 } },
    monetisation: { 'm.money': { attribution: 1 } },
  });
  const missing = [
    ...['roi.rate', 'roi.horizon', 'roi.ramp', 'costs.costs'],
    ...['monetisation.benefits', 'monetisation.Monetisation.1'],
  ].map((id) => cell('RoiMissing', `missing.${id}`, 'what'));
  expect(missing).toEqual([
    'discount rate missing',
    'years after year 0 must be a whole number from 1 to 10',
    '',
    'no costs entered',
    'no benefit priced',
    'm.money: a driver is missing',
  ]);
  expect(named('Roi.Npv')).toBe('discount rate missing (+4)');
  for (const column of ['npv', 'payback', 'discountedPayback', 'irr', 'roi'])
    expect(cell('RoiScenarios', 'roi.likely', column)).toBe('discount rate missing (+4)');
});
