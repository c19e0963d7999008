import * as fc from 'fast-check';
import { thoroughness } from '../../support/thoroughness';
import { bet, errorsIn, statement, term, winRate, type BetRows, type Row } from './bet';

/** What is due when: nothing before its date, limits from the first period's date on. */

const halves: Row[] = [
  { item: 'H1', date: '2026-06-30', share: 0.5 },
  { item: 'H2', date: '2026-12-31', share: 0.5 },
];
const rows = (asOf: string | undefined, more: BetRows = {}): BetRows => ({
  periods: halves,
  readings: [winRate('2026-06-30', 0.3), winRate('2026-12-31', 0.2)],
  terms: [term('T', { window: 6 })],
  ...more,
  settings: { asOf, ...more.settings },
});
const entitlements = async (given: BetRows) => {
  const book = await bet(given);
  return [0, 1].map((row) => statement(book, row, 'entitlement'));
};

describe('floor and cap', () => {
  it('take effect on a period’s date, not before', async () => {
    const settings = { payFloor: 900_000, payCap: 950_000 };
    expect(await entitlements(rows('2026-01-14', { settings }))).toEqual([0, '']);
    expect(await entitlements(rows('2026-06-29', { settings }))).toEqual([700_000, '']);
    expect(await entitlements(rows('2026-06-30', { settings }))).toEqual([900_000, '']);
  });

  it('of the contract hold for all periods together', async () => {
    const settings = { payCap: 840_000 };
    expect(await entitlements(rows('2026-12-31', { settings }))).toEqual([840_000, 840_000]);
  });

  // Of 700,000 + 150,000 the cap leaves 800,000; the second period earns nothing and is paid its floor.
  it('of each period hold for its own amount', async () => {
    const settings = { payFloor: 20_000, payCap: 800_000, limitSpan: 'period' };
    expect(await entitlements(rows('2026-12-31', { settings }))).toEqual([800_000, 820_000]);
    expect(await entitlements(rows('2026-07-01', { settings }))).toEqual([800_000, 800_000]);
  });
});

it.each<[string, BetRows, string]>([
  [
    'an instalment without a date',
    {
      instalments: [
        { share: 0.7, kind: 'fixed' },
        { share: 0.3, kind: 'held' },
      ],
    },
    'A fixed instalment has no date',
  ],
  [
    'no day that amounts are of',
    { settings: { asOf: null } },
    'No as-of date on the Metrics sheet',
  ],
  ['a day in words', { settings: { asOf: 'soon' } }, 'Cannot be used as typed: Roi · As-of date'],
])('%s: a reason instead of an amount', async (_, more, reason) => {
  const book = await bet(rows('2026-12-31', more));
  expect(statement(book, 0, 'due')).toBe(reason);
});

it('a day in words leaves no error values behind', async () => {
  const trend = { kind: 'trend', asOf: '2026-12-31', interimCredit: 0.5, window: 6 };
  const terms = [term('T', { weight: 0.5, window: 6 }), term('U', { weight: 0.5, ...trend })];
  expect(await errorsIn(rows('2026-12-31', { settings: { asOf: 'soon' }, terms }))).toEqual([]);
});

describe('a gain share alone', () => {
  const alone: BetRows = {
    ...{ instalments: [], terms: [], bands: [{ share: 0.2 }] },
    settings: { fee: undefined, asOf: '2026-12-31' },
    periods: [{ date: '2026-12-31', value: 500_000 }],
  };

  it('needs neither a fee nor a term', async () => {
    const book = await bet(alone);
    expect(book.name('Contract.Problem')).toBe('');
    expect(statement(book, 0, 'due')).toBe(100_000);
  });

  it('is no contract without bands', async () => {
    expect((await bet({ ...alone, bands: [] })).name('Contract.Problem')).not.toBe('');
  });
});

describe('gain share', () => {
  const value = (more: Row, settings: Row) =>
    bet({
      terms: [term('T')],
      bands: [{ share: 0.5 }],
      periods: [{ date: '2026-12-31', share: 1, ...more }],
      settings: { asOf: '2030-12-31', ...settings },
    });

  it('a hurdle rate compounds by the year from the start date', async () => {
    const hurdle = { startDate: '2024-01-01', hurdle: 100_000, hurdleRate: 0.1 };
    // Three years: 133,100.
    const book = await value({ value: 143_100 }, hurdle);
    expect(statement(book, 0, 'hurdle')).toBeCloseTo(133_100, 6);
    expect(statement(book, 0, 'gain')).toBe(5_000);
  });

  it('a shortfall may have a fixed part, within the loss limit', async () => {
    const guarantee = { guarantee: 100_000, shortfallRate: 0.2, shortfallFixed: 3_000 };
    const short = async (amount: number, more: Row = {}) =>
      statement(await value({ value: amount }, { ...guarantee, ...more }), 0, 'shortfall');
    expect(await short(90_000)).toBe(5_000);
    expect(await short(100_000)).toBe(0);
    expect(await short(0, { lossLimit: 4_000 })).toBe(4_000);
  });

  it('over the periods is the gain share on the total, to the cent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 99 }),
        async (cents, percent) => {
          const book = await bet({
            terms: [term('T')],
            bands: [{ share: percent / 100 }],
            settings: { asOf: '2026-12-31' },
            periods: cents.map((one, i) => ({
              date: `2026-0${i + 1}-28`,
              share: 1 / cents.length,
              value: one / 100,
            })),
          });
          const shared = cents.map((_, row) => statement(book, row, 'gain') as number);
          const total = cents.reduce((sum, one) => sum + one, 0);
          expect(Math.round(shared.reduce((sum, one) => sum + one, 0) * 100)).toBe(
            Math.round((total * percent) / 100 + 1e-9),
          );
        },
      ),
      { numRuns: 8 * thoroughness },
    );
  }, 60_000);
});
