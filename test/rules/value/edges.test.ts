import type { Engagement } from '../../../src/engagement/schema';
import { evaluate, literal, type Num } from '../../../src/rules';
import { cumulativeLine } from '../../../src/rules/value/pay';
import {
  bet,
  column,
  computed,
  engagementOf,
  errorsIn,
  signed,
  statement,
  term,
  winRate,
  type BetRows,
  type Row,
} from './bet';
import { plan, valuesOf } from './cases';

const met = { readings: [winRate('2026-12-31', 0.3)], terms: [term('T1')] };
const halves = [
  { date: '2026-06-30', share: 0.5 },
  { date: '2026-12-31', share: 0.5 },
];
const amounts = ['earned', 'bonus', 'pending', 'forfeited'];
const first = async (rows: BetRows) => {
  const book = await bet(rows);
  return {
    amounts: amounts.map((name) => column(book, name)[0]),
    reason: column(book, 'reason')[0],
    book,
  };
};

const at = (engagement: Engagement, asOf: string, more: Partial<Engagement> = {}) =>
  computed({ ...engagement, ...more, settings: { ...engagement.settings, asOf } });

describe('guards', () => {
  const guarded = (guardAction: string | undefined, reading: number | undefined, more = {}) =>
    first({
      metrics: {
        'custom.metric.1': {
          ...{
            item: 'Average',
            use: 'yes',
            direction: 'higher',
            baseline: 0,
            target: 1,
            measure: 'level',
          },
          guard1: 'custom.metric.2',
        },
        'custom.metric.2': {
          ...{
            item: 'Total',
            use: 'yes',
            direction: 'higher',
            measure: 'flow',
            base: 12,
            window: 12,
          },
          baseline: 100,
          ...more,
        },
      },
      readings: [
        { metric: 'custom.metric.1', date: '2026-12-31', value: 1 },
        ...(reading === undefined
          ? []
          : [{ metric: 'custom.metric.2', date: '2026-11-30', value: reading }]),
      ],
      terms: [term('T1', { metric: 'custom.metric.1', guardAction })],
    });

  it('breached, it voids the payout only where the term says so', async () => {
    const voided = await guarded('void', 99);
    expect(voided.amounts).toEqual([0, 0, 0, 300_000]);
    expect(voided.reason).toBe('Voided: a guard is breached');
    const flagged = await guarded('flag', 99);
    expect(flagged.amounts).toEqual([300_000, 0, 0, 0]);
    expect(column(flagged.book, 'guard')).toEqual(['breached']);
    expect((await guarded(undefined, 99)).amounts).toEqual([300_000, 0, 0, 0]);
  });

  it('as good as its baseline it is kept', async () => {
    const { amounts: kept, book } = await guarded('void', 100);
    expect(kept).toEqual([300_000, 0, 0, 0]);
    expect(column(book, 'guard')).toEqual(['kept']);
  });

  it('without a reading or a baseline it is pending and voids nothing', async () => {
    for (const { amounts: paid, book } of [
      await guarded('void', undefined),
      await guarded('void', 50, { baseline: undefined }),
    ]) {
      expect(paid).toEqual([300_000, 0, 0, 0]);
      expect(column(book, 'guard')).toEqual(['pending']);
    }
  });
});

describe('what an interim pays', () => {
  const readings = [
    winRate('2026-01-31', 0.22),
    winRate('2026-03-02', 0.23),
    winRate('2026-03-31', 0.24),
  ];
  const trend = (more: object = {}) =>
    term('T1', {
      ...{ kind: 'trend', curve: 'all-or-nothing', asOf: '2026-12-31', interimCredit: 0.5 },
      ...more,
    });
  const periods = [{ date: '2026-03-31', share: 1 }];
  const interim = (asOf: string, more: BetRows = {}) =>
    first({ settings: { asOf }, periods, readings, terms: [trend()], ...more });

  it('nothing before its settlement date', async () => {
    const early = await interim('2026-03-30', {
      readings: [winRate('2026-01-10', 0.21), ...readings],
    });
    expect(early.amounts).toEqual([0, 0, 300_000, 0]);
    expect(early.reason).toBe('Not due yet');
  });

  it('stays as it was judged until the term is mature', async () => {
    const more = [...readings, winRate('2026-04-30', 0.1), winRate('2026-06-30', 0.05)];
    const later = await interim('2026-07-31', { readings: more });
    expect(later.amounts).toEqual([150_000, 0, 150_000, 0]);
    const final = await interim('2026-12-31', { readings: more });
    expect(final.amounts).toEqual([0, 0, 0, 300_000]);
  });

  it.each([
    [[], 'Fewer than three readings: no trend'],
    [[winRate('2026-03-31', 0.24)], 'Fewer than three readings: no trend'],
    [[1, 2, 3].map((n) => winRate('2026-03-31', n / 10)), 'Fewer than three readings: no trend'],
    [readings.map((one) => ({ ...one, value: 0.25 })), 'Trend unfavourable: nothing paid yet'],
    [
      [0.2, 0.2001, 0.2002].map((value, n) => winRate(`2026-0${n + 1}-28`, value)),
      'Below the first point',
    ],
  ])('on %j: %s', async (some, reason) => {
    const result = await interim('2026-03-31', { readings: some });
    expect(result.amounts).toEqual([0, 0, 300_000, 0]);
    expect(result.reason).toBe(reason);
  });

  it('a ratio over nothing is no point of the line', async () => {
    const ratio = { use: 'yes', direction: 'higher', measure: 'ratio', baseline: 0, target: 1 };
    const at31 = [1, 2, 3].map((n) => ({
      metric: 'custom.metric.1',
      date: `2026-0${n}-28`,
      numerator: n,
      denominator: 10,
    }));
    const none = { ...at31[1], date: '2026-02-10', numerator: 0, denominator: 0 };
    const projected = async (some: object[]) =>
      column(
        (
          await interim('2026-03-31', {
            metrics: { 'custom.metric.1': { item: 'Rate', ...ratio } },
            readings: some as BetRows['readings'],
            terms: [trend({ metric: 'custom.metric.1' })],
          })
        ).book,
        'projected',
      )[0];
    expect(await projected([...at31, none])).toBe(await projected(at31));
  });

  it('nothing while a gate is pending, and the gate says what it waits for', async () => {
    const { book } = await interim('2026-03-31', {
      terms: [
        trend({ weight: 0.5 }),
        term('G', { weight: 0.5, metric: 'ka.metric.sales-cycle', gateLevel: 0.5 }),
      ],
    });
    expect(column(book, 'pending')).toEqual([150_000, 150_000]);
    expect(column(book, 'reason')).toEqual(['No reading in the window', 'A gate is pending']);
  });

  it('a trend that is itself the gate keeps the others pending', async () => {
    const { book } = await interim('2026-03-31', {
      terms: [trend({ weight: 0.5, gateLevel: 0.5 }), term('U', { weight: 0.5 })],
    });
    expect(column(book, 'earned')).toEqual([0, 0]);
    expect(column(book, 'pending')).toEqual([150_000, 150_000]);
  });
});

describe('dates', () => {
  it('a long-stop date before the settlement date forfeits nothing before it', async () => {
    const rows = { terms: [term('T1', { longStop: '2026-06-30' })] };
    const early = await first({ ...rows, settings: { asOf: '2026-09-30' } });
    expect(early.amounts).toEqual([0, 0, 300_000, 0]);
    expect(early.reason).toBe('Not due yet');
    expect((await first(rows)).amounts).toEqual([0, 0, 0, 300_000]);
  });

  it('a long-stop date forfeits from the day after it', async () => {
    const until = async (asOf: string) =>
      (await first({ settings: { asOf }, terms: [term('T1', { longStop: '2027-02-28' })] }))
        .amounts;
    expect(await until('2027-02-28')).toEqual([0, 0, 300_000, 0]);
    expect(await until('2027-03-01')).toEqual([0, 0, 0, 300_000]);
  });

  it.each([
    ['2028-02-29', 12, '2027-02-28', false],
    ['2028-02-29', 12, '2027-03-01', true],
    ['2027-02-28', 12, '2026-02-28', false],
    ['2028-03-31', 1, '2028-02-29', false],
    ['2028-03-31', 1, '2028-03-01', true],
    ['2028-03-30', 1, '2028-02-29', true],
  ])(
    'at %s a window of %i months: a reading of %s counts: %p',
    async (date, window, day, counts) => {
      const { amounts: paid, reason } = await first({
        settings: { asOf: date },
        periods: [{ date, share: 1 }],
        readings: [winRate(day, 0.3)],
        terms: [term('T1', { window, longStop: '2029-01-01' })],
      });
      expect(paid).toEqual(counts ? [300_000, 0, 0, 0] : [0, 0, 300_000, 0]);
      expect(reason).toBe(counts ? 'Decided' : 'No reading in the window');
    },
  );

  it('before the first reading there is nothing in the window', async () => {
    const { reason } = await first({
      periods: [{ date: '2026-06-30', share: 1 }],
      readings: [winRate('2026-07-31', 0.3)],
      terms: [term('T1', { longStop: '2027-12-31' })],
    });
    expect(reason).toBe('No reading in the window');
  });

  it('before the first period the fixed instalments fallen due are all that is due', async () => {
    const book = await bet({ ...met, settings: { asOf: '2026-01-14' }, periods: halves });
    expect(statement(book, 0, 'due')).toBe(0);
    const next = await bet({ ...met, settings: { asOf: '2026-01-15' }, periods: halves });
    expect(statement(next, 0, 'due')).toBe(700_000);
    expect(statement(next, 1, 'due')).toBe('');
  });

  it('a year from a leap day to the next is whole', async () => {
    const input = plan({ rate: 0, benefits: [0, 1, 1], costs: [0, 0, 0] });
    const { cell } = await valuesOf({
      ...input,
      settings: { ...input.settings, goLiveDate: '2024-02-29', asOf: '2025-02-27' },
    });
    expect(cell('RoiYears', 'year.1', 'elapsed')).toBe(1);
    expect(cell('RoiYears', 'year.2', 'elapsed')).toBe(0);
  });
});

describe('less than what was settled', () => {
  const twoPeriods = (clawback: string) =>
    engagementOf({
      settings: { clawback },
      periods: [
        { date: '2026-06-30', share: 0.5 },
        { date: '2026-12-31', share: 0.5, value: 0 },
      ],
      readings: [winRate('2026-06-30', 0.3), winRate('2026-12-31', 0.2)],
      terms: [term('T1', { window: 6 })],
    });
  const settle = async (clawback: string) => {
    const paid = await signed(twoPeriods(clawback), 1, '2026-06-30');
    const lower = { settings: { ...paid.settings, payCap: 800_000, asOf: '2026-12-31' } };
    return computed({ ...paid, ...lower });
  };

  it('is paid back where clawback is agreed', async () => {
    const book = await settle('yes');
    expect(statement(book, 1, 'settled')).toBe(850_000);
    expect(statement(book, 1, 'due')).toBe(-50_000);
    expect(statement(book, 1, 'carried')).toBe(0);
  });

  it('is carried forward where it is not', async () => {
    const book = await settle('no');
    expect(statement(book, 1, 'due')).toBe(0);
    expect(statement(book, 1, 'carried')).toBe(50_000);
  });
});

describe('what was signed', () => {
  it('keeps an earn-back when the readings it rests on are changed', async () => {
    const start = engagementOf({
      settings: { earnBackLevel: 1 },
      periods: halves,
      readings: [winRate('2026-06-30', 0.25), winRate('2026-12-31', 0.3)],
      terms: [term('T1', { window: 6 })],
    });
    const both = await signed(await signed(start, 1, '2026-06-30'), 2, '2026-12-31');
    const edited = { readings: { ...both.readings, 'reading.2': winRate('2026-12-31', 0.2) } };
    const book = await at(both, '2026-12-31', edited);
    expect([0, 1].map((row) => statement(book, row, 'earned'))).toEqual([0, 300_000]);
    expect(column(book, 'drift')).toEqual(['', 'Differs from what was signed']);
  });
});

describe('rounding', () => {
  const thirds = (settings: object) =>
    bet({
      settings: { fee: 100, ...settings },
      readings: [winRate('2026-12-31', 0.3)],
      terms: ['A', 'B', 'C'].map((code) => term(code, { weight: 1 / 3, cap: 3.335 })),
    });

  it('by line or on the total', async () => {
    const line = await thirds({ roundingMode: 'line' });
    expect(column(line, 'earned')).toEqual([3.34, 3.34, 3.34]);
    const total = await thirds({ roundingMode: 'total' });
    expect(column(total, 'earned')).toEqual([3.34, 3.33, 3.34]);
  });

  it.each([
    [0, [3, 4, 3]],
    [2, [3.33, 3.34, 3.33]],
    [3, [3.333, 3.334, 3.333]],
  ])('to a minor unit of %i decimals, stakes add up to the pool', async (minorDigits, stakes) => {
    const book = await bet({
      settings: { fee: 10, shareAtRisk: 1, minorDigits },
      instalments: [{ share: 1, kind: 'held' }],
      terms: ['A', 'B', 'C'].map((code) => term(code, { weight: 1 / 3 })),
    });
    expect(column(book, 'stake')).toEqual(stakes);
  });
});

it.each([
  [3550.4999999999, 3551],
  [3550.4999, 3550],
  [3550.5, 3551],
])('a sum of %d, at the tie but for its last bits, is rounded to %d', (sum, whole) => {
  const nowhere = { field: () => '', column: () => [], name: () => '' };
  const [exact, nothing, digits] = [sum, 0, 0].map(literal) as [Num, Num, Num];
  const line = cumulativeLine(exact, nothing, digits);
  expect(evaluate(line.node, nowhere)).toBe(whole);
});

describe('tables with gaps', () => {
  it('blank rows among terms and periods stand for nothing', async () => {
    const book = await bet({
      readings: [winRate('2026-06-30', 0.3), winRate('2026-12-31', 0.25)],
      periods: [{}, halves[1] as Row, {}, halves[0] as Row],
      terms: [{}, term('B', { weight: 0.5, window: 6 }), {}, term('A', { weight: 0.5, window: 6 })],
    });
    expect(book.name('Contract.Problem')).toBe('');
    expect(column(book, 'code')).toEqual(['A', 'B', 'A', 'B']);
    expect(column(book, 'earned')).toEqual([75_000, 75_000, 0, 0]);
  });
});

it('a fee of nothing is no contract', async () => {
  const book = await bet({ ...met, settings: { fee: 0 } });
  expect(statement(book, 0, 'due')).toBe('No fee on the Engagement sheet');
});

it.each([
  ['nothing at all', {}],
  ['terms without anything', { settings: { fee: undefined }, terms: [{ code: 'T1' }] }],
  ['a term of no kind', { terms: [{ code: 'T1', weight: 1 }] }],
  ['a trend without dates', { terms: [term('T1', { kind: 'trend' })], periods: [{ share: 1 }] }],
  [
    'a curve of no points',
    { ...met, curves: [{ name: 'Mine' }], terms: [term('T', { curve: 'Mine' })] },
  ],
  ['a target like the baseline', { ...met, terms: [term('T1', { target: 0.2 })] }],
])('%s: words, no error values', async (_, rows: BetRows) => {
  expect(await errorsIn(rows)).toEqual([]);
});

it.each([
  ['2026-12-31', undefined, ''],
  ['2026-12-30', undefined, 'Long stop before the term is first judged'],
  ['2027-06-30', '2027-06-30', ''],
  ['2027-03-31', '2027-06-30', 'Long stop before the term is first judged'],
  [undefined, '2027-06-30', 'No long-stop date'],
])(
  'settled from 2026-12-31 on, a term to stop on %s, judged on %s: %j',
  async (longStop, asOf, problem) => {
    const periods = [
      { date: '2026-12-31', share: 0.5 },
      { date: '2027-12-31', share: 0.5 },
    ];
    const book = await bet({ ...met, periods, terms: [term('T1', { longStop, asOf })] });
    expect(book.cell('Terms', 0, 'problem')).toBe(problem);
  },
);

describe('a trend whose window cannot hold three readings', () => {
  const trend = async (period: string, window: number | undefined) => {
    const book = await bet({
      metrics: { 'ka.metric.win-rate': { use: 'yes', baseline: 0.2, target: 0.3, period } },
      terms: [
        term('T1', {
          ...{ kind: 'trend', curve: 'all-or-nothing', asOf: '2026-12-31', interimCredit: 0.5 },
          window,
        }),
      ],
    });
    return [
      book.cell('Terms', 0, 'problem'),
      ...['terms', 'trend'].map((id) => {
        const row = Array.from({ length: book.rows('Checks') }, (_, i) => i).find(
          (i) => book.cell('Checks', i, 'id') === `check.${id}`,
        );
        return book.cell('Checks', row as number, 'failing');
      }),
    ];
  };
  const says = (months: number) =>
    `The window holds fewer than three readings: a trend of this metric takes ${months} months`;

  it.each<[string, number | undefined, string]>([
    ['month', 2, says(3)],
    ['month', 3, ''],
    ['quarter', 3, says(9)],
    ['quarter', 9, ''],
    ['year', 12, says(36)],
    ['week', 1, ''],
    ['quarter', undefined, ''],
  ])('read every %s, of %p months: %j', async (period, window, problem) => {
    expect(await trend(period, window)).toEqual([problem, 0, problem === '' ? 0 : 1]);
  });
});
