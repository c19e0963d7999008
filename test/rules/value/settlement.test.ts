import { bet, column, statement, term, winRate } from './bet';

const one = async (
  value: number,
  more: Record<string, unknown> = {},
  settings: Record<string, unknown> = {},
) => {
  const book = await bet({
    settings,
    readings: [winRate('2026-12-31', value)],
    terms: [term('T1', more)],
  });
  return {
    amounts: ['earned', 'bonus', 'pending', 'forfeited'].map((name) => column(book, name)[0]),
    reason: column(book, 'reason')[0],
    due: statement(book, 0, 'due'),
    book,
  };
};

test('terms stand by their codes as people count', async () => {
  const codes = ['Q1', 'M10', 'M2', 'K', 'M1', 'M12', '7', 'm3'];
  const book = await bet({ terms: codes.map((code) => term(code, { weight: 0.125 })) });
  expect(column(book, 'code')).toEqual(['7', 'K', 'M1', 'M2', 'm3', 'M10', 'M12', 'Q1']);
});

describe('one term in one period, pool 300,000', () => {
  it.each([
    [0.26, 'all-or-nothing', [0, 0, 0, 300000]],
    [0.3, 'all-or-nothing', [300000, 0, 0, 0]],
    [0.269, 'from-threshold', [0, 0, 0, 300000]],
    [0.27, 'from-threshold', [210000, 0, 0, 90000]],
    [0.28, 'from-threshold', [240000, 0, 0, 60000]],
    [0.285, 'tiers', [225000, 0, 0, 75000]],
    [0.3125, 'stretch', [300000, 37500, 0, 0]],
    [0.4, 'stretch', [300000, 75000, 0, 0]],
    [0.15, 'stretch', [0, 0, 0, 300000]],
  ])('win rate %p on %p', async (value, curve, expected) => {
    expect((await one(value, { curve })).amounts).toEqual(expected);
  });

  it('counts an attainment within the deadband as 1', async () => {
    const book = await bet({
      readings: [winRate('2026-12-31', 0.295)],
      curves: [{ name: 'Mine', mode: 'step', deadband: 0.05, a1: 1, p1: 1 }],
      terms: [term('T1', { curve: 'Mine' })],
    });
    expect(column(book, 'near')).toEqual([1]);
    expect(column(book, 'earned')).toEqual([300000]);
  });

  it('keeps the payment within the term’s cap', async () => {
    expect((await one(0.3125, { curve: 'stretch', cap: 320000 })).amounts).toEqual([
      300000, 20000, 0, 0,
    ]);
    expect((await one(0.3, { cap: 100000 })).amounts).toEqual([100000, 0, 0, 200000]);
  });

  it('says why nothing can be judged, and forfeits nothing', async () => {
    const book = await bet({ terms: [term('T1')] });
    expect(column(book, 'reason')).toEqual(['No reading in the window']);
    expect(column(book, 'pending')).toEqual([300000]);
  });

  it('counts a term without data as not met once its long-stop date has passed', async () => {
    const book = await bet({ terms: [term('T1', { longStop: '2026-12-30' })] });
    expect(column(book, 'reason')).toEqual(['No data by the long-stop date']);
    expect(column(book, 'forfeited')).toEqual([300000]);
  });

  it('is not due before its settlement date', async () => {
    const { amounts, reason } = await one(0.3, {}, { asOf: '2026-12-30' });
    expect(amounts).toEqual([0, 0, 300000, 0]);
    expect(reason).toBe('Not due yet');
  });

  it('takes readings of the window only', async () => {
    const { reason } = await one(0.3, { window: 3 });
    expect(reason).toBe('Decided');
    const book = await bet({
      readings: [winRate('2026-09-30', 0.3)],
      terms: [term('T1', { window: 3 })],
    });
    expect(column(book, 'reason')).toEqual(['No reading in the window']);
  });

  it('says so when the target is not better than the baseline', async () => {
    expect((await one(0.3, { target: 0.2 })).reason).toBe('Target is not better than baseline');
  });
});

describe('qualitative terms', () => {
  const judged = (rule: string, second: Record<string, unknown>) =>
    bet({
      terms: [term('Q1', { kind: 'qualitative', rule, metric: undefined, curve: undefined })],
      criteria: [
        { term: 'Q1', criterion: 'a', business: 4, it: 4, pass: 3 },
        { term: 'Q1', criterion: 'b', pass: 3, ...second },
      ],
    });

  it('passes only what business and IT both pass', async () => {
    const book = await judged('share', { business: 5, it: 2 });
    expect(column(book, 'earned')).toEqual([150000]);
    expect(column(await judged('all', { business: 5, it: 2 }), 'earned')).toEqual([0]);
    expect(column(await judged('all', { business: 5, it: 3 }), 'earned')).toEqual([300000]);
  });

  it('is pending while a score is missing', async () => {
    const book = await judged('share', { business: 5 });
    expect(column(book, 'pending')).toEqual([300000]);
    expect(column(book, 'reason')).toEqual(['Scores are missing']);
  });
});

describe('gates', () => {
  const gated = (more: Record<string, unknown>, value: number, group?: string) =>
    bet({
      readings: [winRate('2026-12-31', value)],
      terms: [
        term('G', {
          weight: 0.25,
          gateLevel: 0.8,
          metric: 'ka.metric.win-rate',
          curve: 'stretch',
          ...more,
        }),
        term('T', {
          weight: 0.75,
          kind: 'qualitative',
          rule: 'all',
          metric: undefined,
          curve: undefined,
          group,
        }),
      ],
      criteria: [{ term: 'T', criterion: 'a', business: 4, it: 4, pass: 3 }],
    });

  it('under its level voids every term, itself included', async () => {
    const book = await gated({}, 0.27);
    expect(column(book, 'gate')).toEqual(['Failed', 'Failed']);
    expect(column(book, 'forfeited')).toEqual([75000, 225000]);
  });

  it('at its level voids nothing', async () => {
    expect(column(await gated({}, 0.28), 'earned')).toEqual([50000, 225000]);
  });

  it('with a group voids that group only', async () => {
    expect(column(await gated({ gates: 'A' }, 0.27, 'A'), 'earned')).toEqual([37500, 0]);
    expect(column(await gated({ gates: 'A' }, 0.27, 'B'), 'earned')).toEqual([37500, 225000]);
  });

  it('that is pending keeps the others pending', async () => {
    const book = await gated({ metric: 'ka.metric.sales-cycle' }, 0.3);
    expect(column(book, 'pending')).toEqual([75000, 225000]);
    expect(column(book, 'reason')).toEqual(['No reading in the window', 'A gate is pending']);
  });
});

describe('trend', () => {
  const trend = (settings: Record<string, unknown>, last: number, date = '2026-03-31') =>
    bet({
      settings,
      periods: [{ item: 'Final', date, share: 1 }],
      readings: [
        winRate('2026-01-31', 0.22),
        winRate('2026-03-02', 0.23),
        winRate('2026-03-31', last),
        winRate('2026-12-31', 0.3),
      ],
      terms: [
        term('T1', {
          kind: 'trend',
          curve: 'all-or-nothing',
          asOf: '2026-12-31',
          interimCredit: 0.5,
        }),
      ],
    });

  it('pays the interim credit of what it projects, and keeps the rest pending', async () => {
    const book = await trend({ asOf: '2026-03-31' }, 0.24);
    const projected = column(book, 'projected')[0] as number;
    // 0.01 a 29.5 days on average from 0.22: beyond 0.3 by the end of the year.
    expect(projected).toBeGreaterThan(0.3);
    expect(column(book, 'earned')).toEqual([150000]);
    expect(column(book, 'pending')).toEqual([150000]);
  });

  it('pays nothing on an unfavourable trend', async () => {
    const book = await trend({ asOf: '2026-03-31' }, 0.2);
    expect(column(book, 'reason')).toEqual(['Trend unfavourable: nothing paid yet']);
    expect(column(book, 'pending')).toEqual([300000]);
  });

  it('shows none with two readings', async () => {
    const book = await trend({ asOf: '2026-03-31' }, 0.24, '2026-03-02');
    expect(column(book, 'reason')).toEqual(['Fewer than three readings: no trend']);
  });

  it('is trued up by the final reading', async () => {
    const book = await trend({ asOf: '2026-12-31' }, 0.2);
    expect(column(book, 'earned')).toEqual([300000]);
    expect(column(book, 'pending')).toEqual([0]);
  });
});

describe('earn-back', () => {
  it('earns in a later period what an earlier one forfeited', async () => {
    const book = await bet({
      settings: { earnBackLevel: 1 },
      periods: [
        { date: '2026-06-30', share: 0.5 },
        { date: '2026-12-31', share: 0.5 },
      ],
      readings: [winRate('2026-06-30', 0.25), winRate('2026-12-31', 0.3)],
      terms: [term('T1', { window: 6 })],
    });
    expect(column(book, 'forfeited')).toEqual([150000, 0]);
    expect(column(book, 'backAt')).toEqual([2, '']);
    expect([0, 1].map((row) => statement(book, row, 'earned'))).toEqual([0, 300000]);
    expect(statement(book, 1, 'due')).toBe(1_000_000);
  });
});
