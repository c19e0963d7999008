import { NothingToSignError, settlementFigures } from '../../../src/workbook/figures';
import { ledgerProblems } from '../../../src/workbook/signOff';
import type { Engagement } from '../../../src/engagement/schema';
import { MESSAGES } from '../../../src/messages';
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
  worked,
  type BetRows,
  type Row,
} from './bet';

/** What is wrong with a contract, in words, and that nothing of it can be signed. */
const met = { readings: [winRate('2026-12-31', 0.3)], terms: [term('T1')] };

async function problemOf(rows: BetRows): Promise<unknown> {
  const book = await bet({ ...met, ...rows });
  const problem = book.name('Contract.Problem');
  expect(statement(book, 0, 'due')).toBe(problem === '' ? 300_000 + 700_000 : problem);
  if (problem !== '') expect(() => settlementFigures(book, 1)).toThrow(NothingToSignError);
  return problem;
}
const inRow = async (table: string, row: number, rows: BetRows) =>
  (await bet({ ...met, ...rows })).cell(table, row, 'problem');

it('sound as it stands', async () => {
  expect(await problemOf({})).toBe('');
});

describe('a code that another row could answer to', () => {
  const words = 'Code or group holds * ? ~ | or starts with = < >';
  const inContract = 'A code or group of a term holds * ? ~ | or starts with = < >';

  it.each(['T*', '?1', 'T~', 'T|1', '=T1', '<T1', '>T1'])('%s is refused', async (sign) => {
    for (const row of [term(sign), term('T1', { group: sign }), term('T1', { gates: sign })]) {
      expect(await inRow('Terms', 0, { terms: [row] })).toBe(words);
      expect(await problemOf({ terms: [row] })).toBe(inContract);
    }
  });

  it.each(['T-1', 'a=b', 'a<b', 'a>b', '甲', 'T 1.2'])('%s is a code', async (code) => {
    const terms = [term(code, { group: code, gates: code })];
    expect(await inRow('Terms', 0, { terms })).toBe('');
    expect(await problemOf({ terms })).toBe('');
  });
});

describe('shares that are none', () => {
  const two = (first: number, second: number) => [
    term('T1', { weight: first }),
    term('T2', { weight: second }),
  ];

  it('a weight below 0', async () => {
    expect(await inRow('Terms', 1, { terms: two(1.2, -0.2) })).toBe('Weight below 0');
    expect(await problemOf({ terms: two(1.2, -0.2) })).toBe(
      'Cannot be used as typed: Terms · T1 · Weight',
    );
    expect(await problemOf({ terms: two(1, 0) })).toBe('');
  });

  it('a period share below 0', async () => {
    const periods = [
      { date: '2026-06-30', share: -0.5 },
      { date: '2026-12-31', share: 1.5 },
    ];
    const book = await bet({ ...met, periods });
    expect(book.name('Contract.Problem')).toEqual(
      expect.stringMatching(/^Cannot be used as typed: Contract · row \d+ · Share of pool$/),
    );
    expect(() => settlementFigures(book, 2)).toThrow(NothingToSignError);
  });

  it.each([-0.1, 1.1])('an interim credit of %p', async (interimCredit) => {
    const terms = [term('T1', { kind: 'trend', asOf: '2026-12-31', interimCredit })];
    expect(await inRow('Terms', 0, { terms })).toBe('Interim credit not between 0 and 100 %');
    expect(await problemOf({ terms })).toBe('Cannot be used as typed: Terms · T1 · Interim credit');
  });

  it.each([0, 1])('an interim credit of %p is one', async (interimCredit) => {
    const terms = [term('T1', { kind: 'trend', asOf: '2026-12-31', interimCredit })];
    expect(await problemOf({ terms })).toBe('');
  });

  it.each([
    [-0.1, 1.1],
    [1.1, -0.1],
  ])('a share at risk of %p', async (shareAtRisk, fixed) => {
    const instalments = [{ date: '2026-01-15', share: fixed, kind: 'fixed' }];
    expect(await problemOf({ settings: { shareAtRisk }, instalments })).toBe(
      'Cannot be used as typed: Contract · Share at risk',
    );
  });
});

it('an instalment share below 0', async () => {
  const instalments = [
    { date: '2026-01-15', share: 0.8, kind: 'fixed' },
    { date: '2026-02-15', share: -0.1, kind: 'fixed' },
    { share: 0.3, kind: 'held' },
  ];
  const book = await bet({ ...met, instalments });
  expect(book.name('Contract.Problem')).toEqual(
    expect.stringMatching(/^Cannot be used as typed: Contract · row \d+ · Share of fee$/),
  );
  expect(() => settlementFigures(book, 1)).toThrow(NothingToSignError);
});

it.each([-1, 0.5, 5])('amounts of %p decimals', async (minorDigits) => {
  expect(await problemOf({ settings: { minorDigits } })).toBe(
    'Cannot be used as typed: Contract · Decimals of money',
  );
});

it('amounts of no decimals said', async () => {
  expect(await problemOf({ settings: { minorDigits: null } })).toBe(
    'Decimals of amounts are not a whole number from 0 to 4',
  );
});

describe('a name that a formula would read as a pattern', () => {
  const curve = { mode: 'linear', a1: 0.5, p1: 0.5 };

  it.each(['Ours*', 'Ours?', '~Ours'])('%s', async (name) => {
    const metrics = { 'custom.metric.1': { item: name } };
    const rows = { ...met, metrics, curves: [{ ...curve, name }] };
    const engagement = engagementOf(rows);
    expect(await failing(engagement, 'curves')).toBe(1);
    expect(await failing(engagement, 'names')).toBe(1);
  });

  it('another', async () => {
    const metrics = { 'custom.metric.1': { item: 'Ours (1) = 50 %' } };
    const engagement = engagementOf({ ...met, metrics, curves: [{ ...curve, name: '甲？' }] });
    expect(await failing(engagement, 'curves')).toBe(0);
    expect(await failing(engagement, 'names')).toBe(0);
  });
});

describe('gain-share bands', () => {
  const periods = [{ date: '2026-12-31', share: 1, value: 0 }];

  it.each<[string, Row[], string[]]>([
    [
      'two of one start',
      [
        { from: 100, share: 0.1 },
        { from: 100, share: 0.2 },
      ],
      ['Another band starts here', 'Another band starts here'],
    ],
    [
      'a blank start is 0',
      [{ share: 0.1 }, { from: 0, share: 0.2 }],
      ['Another band starts here', 'Another band starts here'],
    ],
    ['share above 1', [{ share: 10 }], ['Start below 0, or share not between 0 and 100 %', '']],
    ['share below 0', [{ share: -0.1 }], ['Start below 0, or share not between 0 and 100 %', '']],
    [
      'start below 0',
      [{ from: -5, share: 0.1 }],
      ['Start below 0, or share not between 0 and 100 %', ''],
    ],
    ['no share', [{ from: 5 }], ['Start or share is not a number', '']],
    ['share in words', [{ share: 'a tenth' }], ['Start or share is not a number', '']],
    ['start in words', [{ from: 'all', share: 0.1 }], ['Start or share is not a number', '']],
  ])('%s', async (_, bands, words) => {
    expect(await problemOf({ bands, periods })).toMatch(
      /^(A gain-share band has a problem$|Cannot be used as typed: Contract · )/,
    );
    const book = await bet({ ...met, bands, periods });
    expect([0, 1].map((row) => book.cell('Bands', row, 'problem'))).toEqual(words);
    expect(await errorsIn({ ...met, bands, periods })).toEqual([]);
  });

  it('sound ones and empty rows', async () => {
    const bands = [{}, { share: 0 }, { from: 1, share: 1 }];
    expect(await problemOf({ bands, periods })).toBe('');
  });
});

describe('a curve', () => {
  const words = 'Attainment and payout must be numbers';
  const below = 'A payout below 0';
  const unsound = 'No points, or a deadband or mode that cannot be read';
  const sound = { name: 'Mine', mode: 'linear', a1: 0.5, p1: 0.5, a2: 1, p2: 1 };

  it.each<[string, Row, string]>([
    ['sound', {}, ''],
    ['an attainment in words', { a2: 'all' }, words],
    ['a payout in words', { p1: 'half' }, words],
    ['a whole point in words', { a2: 'all', p2: 'full' }, words],
    ['a first point in words', { a1: 'some', p1: 'half' }, words],
    ['a payout below 0', { p1: -0.1 }, below],
    ['a last payout below 0', { p2: -0.1 }, below],
    ['points in any order', { a1: 1.5 }, ''],
    ['a deadband in words', { deadband: 'small' }, unsound],
    ['a deadband below 0', { deadband: -0.1 }, unsound],
    ['a mode of its own', { mode: 'wavy' }, unsound],
  ])('%s', async (_, more, expected) => {
    const rows = {
      ...met,
      curves: [{ ...sound, ...more }],
      terms: [term('T1', { curve: 'Mine' })],
    };
    const book = await bet(rows);
    const problems = ['Curves', 'Points'].flatMap((table) =>
      Array.from({ length: book.rows(table) }, (_one, i) => book.cell(table, i, 'problem')),
    );
    expect(problems.filter((problem) => problem !== '')).toEqual(expected === '' ? [] : [expected]);
    expect(await errorsIn(rows)).toEqual([]);
  });
});

const checksOf = ({ spec }: Awaited<ReturnType<typeof worked>>) =>
  spec.sheets
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' && block.name === 'Checks' ? block.rows : []));

async function failing(given: Engagement, check: string): Promise<unknown> {
  const work = await worked(given);
  const row = checksOf(work).findIndex(({ id }) => id === `check.${check}`);
  return work.computed.cell('Checks', row, 'failing');
}

it.each([
  ['2026-01-01', '2026-06-30', '2026-12-31', 0],
  ['2026-01-01', '2026-01-01', '2026-01-01', 0],
  ['2026-01-01', '2025-12-31', '2026-12-31', 1],
  ['2026-01-01', '2026-06-30', '2025-12-31', 1],
  ['2026-01-01', '2025-12-31', '2025-12-31', 2],
  // Who is asked to consult ends before what is built goes live.
  ['2026-01-01', '2026-12-31', '2026-06-30', 0],
  [undefined, '2025-12-31', '2025-12-31', 0],
  ['2026-01-01', undefined, undefined, 0],
])(
  'begun on %s, live on %s, ended on %s: %i days too early',
  async (startDate, goLiveDate, endDate, expected) => {
    const settings = Object.fromEntries(
      Object.entries({ startDate, goLiveDate, endDate }).filter(([, day]) => day !== undefined),
    );
    expect(await failing(engagementOf({ settings }), 'days')).toBe(expected);
  },
);

it.each([
  ['2026-01-01', ['2026-06-30', '2026-12-31'], 0],
  ['2026-01-01', ['2026-01-01'], 0],
  ['2026-01-01', ['2025-06-30', '2025-12-31', '2026-12-31'], 2],
  ['2026-01-01', [undefined, '2026-12-31'], 0],
  [undefined, ['2025-12-31'], 0],
])('begun on %s, settled on %j: %i dates too early', async (startDate, dates, expected) => {
  const periods = dates.map((date, i) => ({ item: `P${i}`, share: 0.5, ...(date && { date }) }));
  const settings = startDate === undefined ? {} : { startDate };
  expect(await failing(engagementOf({ settings, periods }), 'periods')).toBe(expected);
});

it.each([
  [{ start: '2026-03-01', end: '2026-03-31' }, {}, 0],
  [{ start: '2026-03-01', end: '2026-03-01' }, {}, 0],
  [{ start: '2026-03-31', end: '2026-03-01' }, {}, 1],
  [{ start: '2026-03-31' }, { end: '2026-03-01' }, 0],
  [{ start: '2026-03-31', end: '2026-03-01' }, { start: '2027-01-01', end: '2026-12-31' }, 2],
  // What is no day is told as such.
  [{ start: 'spring', end: '2026-03-01' }, { start: '2026-03-31', end: 'later' }, 0],
])('plans of %j and %j: %i end before they start', async (before, after, expected) => {
  const given = {
    ...engagementOf({}),
    process: { 'custom.process.1': { item: 'Rules', ...before } },
    promotion: { 'custom.promotion.1': { item: 'Course', ...after } },
  };
  expect(await failing(given, 'plans')).toBe(expected);
});

it('whatever check fails is told in words', async () => {
  const ids = checksOf(await worked(engagementOf({}))).map(({ id }) => id.replace('check.', ''));
  expect(ids).toContain('days');
  expect(ids.filter((id) => !(`checks.fails.${id}` in MESSAGES.en))).toEqual([]);
});

it.each([
  [0, 0.4, 0],
  [0, 1, 1],
  [2, 0.004, 0],
  [2, 0.01, 1],
  [3, 0.0004, 0],
  [3, 0.001, 1],
])(
  'with %i decimals a signed amount that is %p off fails %i',
  async (minorDigits, off, expected) => {
    const once = await signed(engagementOf({ ...met, settings: { minorDigits } }), 1, '2026-12-31');
    expect([await failing(once, 'invariant'), await failing(once, 'statement')]).toEqual([0, 0]);
    const term = structuredClone(once);
    Object.assign(term.signedTerms['signed.1.1'] as object, { earned: 300_000 + off });
    expect(await failing(term, 'invariant')).toBe(expected);
    const line = structuredClone(once);
    Object.assign(line.ledger['signature.1'] as object, { earned: 300_000 + off });
    expect(await failing(line, 'statement')).toBe(expected);
  },
);

describe('an interim that was signed after its settlement date', () => {
  const start = engagementOf({
    periods: [{ date: '2026-03-31', share: 1 }],
    readings: [0.22, 0.24, 0.26].map((value, i) => winRate(`2026-0${i + 1}-28`, value)),
    terms: [term('T1', { kind: 'trend', asOf: '2026-12-31', interimCredit: 0.5 })],
  });
  const afterwards = async (date: string, asOf: string) => {
    const once = await signed(start, 1, '2026-05-15');
    expect(Object.values(once.signedTerms).map(({ earned }) => earned)).toEqual([150_000]);
    const late = {
      ...once,
      settings: { ...once.settings, asOf },
      readings: { ...once.readings, 'reading.9': winRate(date, 0.1) },
    };
    return ledgerProblems(await worked(late), late).map(({ kind }) => kind);
  };

  it.each(['2026-05-15', '2026-12-31'])('as of %s', async (asOf) => {
    expect(await afterwards('2026-04-30', asOf)).toEqual([]);
    expect(await afterwards('2026-03-31', asOf)).toEqual(['inputs']);
  });
});

describe('a signed line beside one that is trued up later', () => {
  const start = (settings: Row) =>
    engagementOf({
      settings: { fee: 100, ...settings },
      periods: [{ date: '2026-03-31', share: 1 }],
      readings: [
        ...[0.22, 0.24, 0.26].map((value, i) => winRate(`2026-0${i + 1}-28`, value)),
        { metric: 'ka.metric.sales-cycle', date: '2026-03-31', value: 80 },
        winRate('2026-12-31', 0.3),
      ],
      terms: [
        term('A', {
          ...{ kind: 'trend', asOf: '2026-12-31', interimCredit: 0.3336 },
          ...{ weight: 0.5, curve: 'all-or-nothing' },
        }),
        term('B', { weight: 0.5, metric: 'ka.metric.sales-cycle', cap: 12.004 }),
      ],
    });
  const later = async (settings: Row, edit: Row = {}) => {
    const once = await signed(start(settings), 1, '2026-03-31');
    return computed({
      ...once,
      settings: { ...once.settings, asOf: '2026-12-31' },
      terms: { ...once.terms, 'term.2': { ...once.terms['term.2'], ...edit } },
    });
  };

  it('pays what it would if both were settled at once', async () => {
    const book = await later({});
    expect(column(book, 'earned')).toEqual([15, 12]);
    expect(column(book, 'earnedNow')).toEqual([15, 12]);
    expect(column(book, 'drift')).toEqual(['', '']);
  });

  it.each([
    ['total', 11.98],
    ['line', 11.99],
    ['total', 12.03],
    ['line', 12.012],
  ])('rounded by %s, a cap of %p is an edit', async (roundingMode, cap) => {
    const book = await later({ roundingMode }, { cap });
    expect(column(book, 'drift')).toEqual(['', 'Differs from what was signed']);
  });
});
