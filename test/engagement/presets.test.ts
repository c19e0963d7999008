import fc from 'fast-check';
import { loadBuiltin } from '../../src/catalog/models';
import { betsOf, contractPreset } from '../../src/engagement/presets';
import { stages, type Engagement, type Stage } from '../../src/engagement/schema';
import { evenly, wholeShares } from '../../src/engagement/shares';
import { bookOf, failingChecks, models, readExample } from './exampleBook';

const bets = {
  'key-account': {
    bets: [
      { metric: 'ka.metric.win-rate', name: '赢单率', cadence: 'quarter' as const },
      { metric: 'ka.metric.account-avg-output', name: '大客户平均产出', cadence: 'year' as const },
      { metric: 'ka.metric.admin-hours', name: '销售每周事务工时', cadence: 'month' as const },
    ],
    start: '2026-05-06',
    end: '2026-08-31',
  },
  'after-sales': {
    bets: ['first-time-fix', 'promise-met', 'remote-resolution'].map((id) => ({
      metric: `as.metric.${id}`,
      name: id,
    })),
    start: '2026-09-30',
    end: '2026-10-31',
  },
};
type Model = keyof typeof bets;

const preset = (model: Model, stage: Stage) =>
  contractPreset(stage, { lang: 'zh-CN', model, ...bets[model] });

/** The example under the contract of a stage, with nothing signed yet. */
function under(model: Model, stage: Stage): Engagement {
  const example = readExample(model);
  const { settings, ...rows } = preset(model, stage);
  return {
    ...example,
    ...rows,
    settings: { ...example.settings, ...settings },
    ledger: {},
    signedTerms: {},
  };
}

const column = (rows: Record<string, object>, field: string) =>
  Object.values(rows).map((row) => (row as Record<string, unknown>)[field]);
const sum = (rows: Record<string, object>, field: string) =>
  column(rows, field).reduce<number>((total, one) => total + Number(one), 0);
const kinds = (model: Model, stage: Stage) => [
  ...new Set(column(preset(model, stage).terms, 'kind')),
];

describe.each(models)('on examples/%s.json', (model) => {
  test.each(stages)('%s is a contract that works', async (stage) => {
    const engagement = under(model, stage);
    const book = await bookOf(engagement);
    expect(book.name('Contract.Problem')).toBe('');
    expect(sum(engagement.terms, 'weight')).toBeCloseTo(1, 12);
    expect(sum(engagement.periods, 'share')).toBeCloseTo(1, 12);
    expect(sum(engagement.instalments, 'share')).toBeCloseTo(1, 12);
    const fee = engagement.settings.fee as number;
    expect(book.name('Contract.Pool')).toBeCloseTo(0.3 * fee, 2);
    // 70 % is due by its dates whatever the value; the rest is what the terms decide.
    const due = Array.from({ length: book.rows('Statement') }, (_, row) => row).filter(
      (row) => book.cell('Statement', row, 'status') === '待签署',
    );
    expect(book.cell('Statement', due.at(-1)!, 'entitlement')).toBeGreaterThanOrEqual(0.7 * fee);
    const settled = ['Earned', 'Pending', 'Forfeited'].map((part) =>
      Number(book.name(`Statement.${part}`)),
    );
    expect(settled[0]! + settled[1]! + settled[2]!).toBeCloseTo(0.3 * fee, 2);
    // The guard that the example's figures breach is an outcome, and no fault of the model.
    expect(failingChecks(book)).toEqual([]);
  });

  test('nothing of the contract before is left', () => {
    const { settings } = under(model, 'delivery');
    expect(settings).toMatchObject({ stage: 'delivery', shareAtRisk: 0.3, earnBackLevel: 1 });
    for (const left of [
      'payFloor',
      'payCap',
      'hurdle',
      'gainCap',
      'guarantee',
      'clawback',
    ] as const)
      expect(settings[left]).toBeUndefined();
  });
});

describe('what the method says of a stage', () => {
  test.each(models)('%s: micro-consulting is judged by business and IT alone', (model) => {
    expect(kinds(model, 'micro-consulting')).toEqual(['qualitative']);
    expect(column(preset(model, 'micro-consulting').criteria, 'pass')).toEqual([4, 4, 4, 4]);
  });

  test('a criterion that only business has passed leaves its term pending', async () => {
    const engagement = under('key-account', 'micro-consulting');
    const judged = (it: number | null) => ({
      ...engagement,
      settings: { ...engagement.settings, asOf: '2026-09-01' },
      criteria: Object.fromEntries(
        Object.entries(engagement.criteria).map(([id, row]) => [id, { ...row, business: 5, it }]),
      ),
    });
    expect((await bookOf(judged(null))).name('Statement.Pending')).toBe(180_000);
    expect((await bookOf(judged(3))).name('Statement.Forfeited')).toBe(180_000);
    expect((await bookOf(judged(4))).name('Statement.Earned')).toBe(180_000);
  });

  test.each(models)(
    '%s: consulting adds numbers, judged by their trend at three months',
    (model) => {
      expect(kinds(model, 'consulting')).toEqual(
        model === 'key-account'
          ? ['trend', 'quantitative', 'qualitative']
          : ['trend', 'qualitative'],
      );
      const { terms, periods } = preset(model, 'consulting');
      const months = { 'key-account': '2026-11-30', 'after-sales': '2027-01-31' };
      expect(column(periods, 'date')).toEqual([months[model as Model]]);
      // Three readings at the rhythm in which a metric is read; a year's figure has no trend.
      const windows = { 'key-account': [9, 12, 3, undefined], 'after-sales': [3, 3, 3, undefined] };
      expect(column(terms, 'window')).toEqual(windows[model as Model]);
    },
  );

  test.each(models)('%s: delivery holds back its last 30 % until the value is there', (model) => {
    expect(kinds(model, 'delivery')).toEqual(['quantitative']);
    const instalments = Object.values(preset(model, 'delivery').instalments);
    expect(instalments.at(-1)).toMatchObject({ share: 0.3, kind: 'held' });
    expect(instalments.at(-1)).not.toHaveProperty('date');
  });

  test.each(models)('%s: coaching shares what is gained, quarter by quarter', async (model) => {
    const { periods, bands, settings } = preset(model, 'coaching');
    expect(Object.keys(periods)).toHaveLength(4);
    expect(column(bands, 'share')).toEqual([0.05]);
    expect(settings.highWaterMark).toBe('yes');
    const engagement = under(model, 'coaching');
    const values = [100_000, 300_000, 200_000, 500_000];
    const valued = Object.fromEntries(
      Object.entries(engagement.periods).map(([id, row], i) => [id, { ...row, value: values[i] }]),
    );
    // Only what exceeds the best quarter so far: 100, 200, 0 and 200 thousand.
    const book = await bookOf({
      ...engagement,
      periods: valued,
      settings: { ...engagement.settings, asOf: '2027-12-31' },
    });
    expect([0, 1, 2, 3].map((row) => book.cell('Statement', row, 'gain'))).toEqual([
      5_000, 10_000, 0, 10_000,
    ]);
  });

  test('the criteria ask about the model that is used', () => {
    const items = (model: Model) => column(preset(model, 'micro-consulting').terms, 'item');
    expect(items('key-account')).toEqual(['大客户方法能落地并带动经营', '赢单方法对赢单率有帮助']);
    expect(items('after-sales')).toEqual([
      '服务方法能落地并带动经营',
      '先诊断、按技能派工对一次修复率有帮助',
    ]);
  });
});

describe('contracts that the catalogs offer', () => {
  test.each(models)('%s: each is a contract that works, named and reasoned', async (model) => {
    const catalog = await loadBuiltin(model);
    expect(catalog.contracts.length).toBeGreaterThanOrEqual(8);
    for (const contract of catalog.contracts) {
      const offered = betsOf(catalog, contract, 'en');
      expect(offered).toHaveLength(contract.terms.length);
      const { terms } = contractPreset('delivery', { lang: 'en', ...bets[model], bets: offered });
      expect(sum(terms, 'weight')).toBeCloseTo(1, 12);
      offered.forEach(({ name, why }, i) => {
        expect(terms[`term.${i + 1}`]).toMatchObject({
          item: `${name}: target reached`,
          comment: why,
        });
      });
    }
  });
});

describe('shares', () => {
  test('are whole, in the proportion of the weights, and no line takes the rest', () => {
    expect(evenly(3)).toEqual([0.35, 0.35, 0.3]);
    expect(evenly(3, 0.7)).toEqual([0.25, 0.25, 0.2]);
    expect(evenly(33).filter((share) => share === 0.03 || share === 0.04)).toHaveLength(33);
    expect(wholeShares([0.5, 0.25, 0.15, 0.1])).toEqual([0.5, 0.25, 0.15, 0.1]);
    expect(wholeShares([0.4, 0.3, 0.3], 0.7)).toEqual([0.3, 0.2, 0.2]);
  });

  test('law: any weights, any total that is whole: nothing is lost, nobody gets nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.constantFrom(1, 0.7, 0.3),
        (weights, total) => {
          const shares = wholeShares(weights, total);
          expect(shares.reduce((all, one) => all + one, 0)).toBeCloseTo(total, 9);
          expect(Math.min(...shares)).toBeGreaterThan(0);
        },
      ),
    );
  });
});
