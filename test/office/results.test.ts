import type { Engagement } from '../../src/engagement/schema';
import {
  payoffOf,
  previewSigning,
  returnOf,
  settlementOf,
  type Finding,
  type Study,
} from '../../src/office';
import { unknownEditions } from '../../src/office/unknownEdition';
import { lacksRows, verdictOf } from '../../src/office/verdict';
import type { CellValue, RowSpec } from '../../src/workbook';
import { engagementOf } from '../support/desk';

type Cells = Record<string, CellValue>;
type Tables = Record<string, Record<string, Cells>>;

/** A study of which only what was computed counts. */
function studied(
  said: {
    tables?: Tables;
    names?: Cells;
    findings?: Partial<Finding>[];
    engagement?: Partial<Engagement>;
  } = {},
): Study {
  const { tables = {}, names = {}, findings = [], engagement } = said;
  const block = ([id, rows]: [string, Record<string, Cells>]) => ({
    ...{ kind: 'table', id, name: id, columns: [], spare: 0 },
    rows: Object.keys(rows).map((row): RowSpec => ({ id: row, cells: {} })),
  });
  return {
    read: { engagement: engagementOf(engagement), results: { tables, names }, findings },
    spec: { lang: 'en', lists: [], sheets: [{ blocks: Object.entries(tables).map(block) }] },
    computed: { rows: () => 0 },
  } as unknown as Study;
}

const checks = (failing: Record<string, CellValue>): Tables => ({
  checks: Object.fromEntries(
    Object.entries(failing).map(([id, count]) => [`value.${id}`, { failing: count }]),
  ),
});

test('a workbook is sound where no check, no signature and no finding says otherwise', () => {
  const sound = {
    ...{ sound: true, failing: [], faults: [], ledger: [], earlier: [], outcomes: [], errors: [] },
  };
  expect(verdictOf(studied())).toEqual(sound);
  expect(verdictOf(studied({ tables: checks({ terms: 0, gone: 3 }) }))).toEqual(sound);
  expect(verdictOf(studied({ tables: checks({ terms: 2, contract: '#N/A' }) }))).toEqual({
    ...sound,
    sound: false,
    failing: [
      { check: 'terms', count: 2 },
      { check: 'contract', count: 1 },
    ],
  });
  const warning = { kind: 'name-missing', severity: 'warning' } as const;
  expect(verdictOf(studied({ findings: [warning] }))).toEqual(sound);
  const error = { ...warning, severity: 'error' } as const;
  expect(verdictOf(studied({ findings: [warning, error] }))).toEqual({
    ...{ ...sound, sound: false, errors: [error] },
  });
});

test('outcomes are told where there are any, and what is wrong is none of them', () => {
  const outcomes = { 'value.guards': { count: 1 }, 'value.missed': { count: 0 }, x: { count: 2 } };
  expect(verdictOf(studied({ tables: { outcomes } }))).toMatchObject({
    sound: true,
    outcomes: [
      { outcome: 'guards', count: 1 },
      { outcome: 'x', count: 2 },
    ],
  });
});

test('tables that are too short are made longer by a layout', () => {
  const lacks = (failing: Record<string, CellValue>) =>
    lacksRows(studied({ tables: checks(failing) }));
  expect([lacks({ capacity: 1 }), lacks({ capacity: 0 }), lacks({ terms: 1 })]).toEqual([
    ...[true, false, false],
  ]);
});

test('the payoff by its levels, its break-even, and why there is none', () => {
  const level = (earned: number) => ({ earned, bonus: 1, gain: '–' });
  const rows = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`p${i}`, level(i)]));
  const names = { 'Payoff.VendorBreakEven': 0.4, 'Contract.Problem': 'No fee' };
  const said = { settings: { currency: 'EUR' } };
  const found = payoffOf(studied({ tables: { payoff: rows }, names, engagement: said }), { draws: 9 });
  expect(found).toMatchObject({
    ...{ problem: 'No fee', currency: 'EUR', breakEven: { vendor: 0.4, client: null } },
  });
  expect(found.simulation).toBeUndefined();
  expect(found.levels.length).toBeLessThan(50);
  expect(found.levels[0]).toEqual({
    ...{ level: 0, earned: 0, bonus: 1, gain: '–' },
    ...{ value: null, shortfall: null, income: null, against: null, client: null },
  });
  expect(payoffOf(studied())).toEqual({
    ...{ problem: null, currency: null, levels: [] },
    breakEven: { vendor: null, client: null },
  });
}); // prettier-ignore

test('the return by scenario and year, and what it lacks', () => {
  const tables: Tables = {
    'roi.missing': {
      'missing.roi.1': { what: 'A rate' },
      'missing.value.2': { what: '' },
      x: { what: 'More' },
    },
    'roi.scenarios': { 'roi.conservative': { npv: 1 }, 'roi.likely': { npv: 2, roi: 0.1 } },
    'roi.cash': { a: { npv: 3 }, b: { npv: 4, irr: 'none' } },
    'roi.years': {
      'year.1': { inside: 1, net: 5 },
      'year.2': { inside: 0, net: 6 },
      'year.3': { inside: 1, pv: 7 },
    },
    'roi.sensitivity': {
      a: { item: 'Fee', kind: 'cost', swing: 8, more: 9 },
      b: { item: null },
    },
  };
  const names = {
    ...{ 'Value.ScenarioNo': 2, 'Roi.Problem': '', 'Roi.Convention': 'EUR, real' },
    ...{ 'Roi.IrrNote': 'two', 'Roi.Outlook': 10 },
  };
  const found = returnOf(studied({ tables, names }));
  expect(found).toMatchObject({
    ...{ problem: null, convention: 'EUR, real', irrNote: 'two', currency: null },
    missing: [
      { what: 'A rate', sheet: 'roi' },
      { what: 'More', sheet: '' },
    ],
    scenarios: [
      { scenario: 'conservative', chosen: false, npv: 1, roi: null, breakEven: null },
      { scenario: 'likely', chosen: true, npv: 2, roi: 0.1 },
    ],
    cash: { npv: 4, irr: 'none', roi: null, payback: null, discountedPayback: null },
    sensitivity: [{ item: 'Fee', kind: 'cost', swing: 8 }],
    toDate: { PlannedToDate: null, Realised: null, Forecast: null, Outlook: 10 },
  });
  expect(found.years).toEqual([
    { year: 1, net: 5, ...nothingIn(['benefits', 'costs', 'vendor', 'cumulative', 'pv', 'realised', 'forecast']) },
    { year: 3, pv: 7, ...nothingIn(['benefits', 'costs', 'vendor', 'net', 'cumulative', 'realised', 'forecast']) },
  ]);
  const none = returnOf(studied({ tables: { 'roi.cash': { a: { npv: 3 } } } }));
  expect([none.problem, none.missing, none.cash.npv]).toEqual([null, [], null]);
}); // prettier-ignore
const nothingIn = (ids: string[]) => Object.fromEntries(ids.map((id) => [id, null]));

test('the settlement by period and term, with days as ISO texts', () => {
  const tables: Tables = {
    statement: {
      'statement.1': { row: 1, item: 'Q1', date: 46_082, due: 7, status: 'due' },
      'statement.2': { row: 2, item: 'Q2', date: 'to come' },
      'statement.3': { row: '', item: 'Q3' },
      'statement.4': { row: 4 },
    },
    settlement: {
      a: { period: 1, code: 'M1', earned: 5, more: 1 },
      b: { period: '', code: 'M2' },
    },
  };
  const found = settlementOf(
    studied({ tables, names: { 'Contract.At': 46_082, 'Contract.Problem': 'odd' } }),
  );
  expect(found).toMatchObject({
    ...{ at: '2026-03-01', problem: 'odd', currency: null, sound: true },
    periods: [
      { period: 1, item: 'Q1', date: '2026-03-01', due: 7, status: 'due', carried: null },
      { period: 2, item: 'Q2', date: 'to come', due: null },
      { period: 4, item: null, date: null },
    ],
    terms: [{ period: 1, code: 'M1', earned: 5, reason: null }],
  });
  expect([found.periods.length, found.terms.length]).toEqual([3, 1]);
  const at = (value: CellValue) => settlementOf(studied({ names: { 'Contract.At': value } })).at;
  expect([at(0), at(61), at('none')]).toEqual([null, '1900-03-01', null]);
});

test('of periods, terms, scenarios, years and levels these lines are told, and no others', () => {
  const lines = {
    statement: 'item date status earned bonus pending forfeited gain shortfall fixed entitlement settled due carried',
    settlement: 'period code item attainment payout stake earned bonus pending forfeited reason drift',
    'roi.scenarios': 'pvBenefits pvCosts npv roi bcr irr payback discountedPayback breakEven',
    'roi.years': 'benefits costs vendor net cumulative pv realised forecast',
    'roi.cash': 'npv roi irr payback discountedPayback',
    payoff: 'earned bonus value gain shortfall income against client',
  };
  const cells = (said: string) => Object.fromEntries(`${said} other`.split(' ').map((id, i) => [id, i + 100]));
  const marks = { statement: { row: 1 }, settlement: { period: 1 }, 'roi.years': { inside: 1 } };
  const tables = Object.fromEntries(
    Object.entries(lines).map(([table, said]) => [
      table,
      { 'a.1': { ...cells(said), ...marks[table as keyof typeof marks] }, 'b.2': cells(said) },
    ]),
  );
  const names = { 'Value.ScenarioNo': 1 };
  const { periods, terms } = settlementOf(studied({ tables }));
  const { scenarios, years, cash } = returnOf(studied({ tables, names }));
  const { levels } = payoffOf(studied({ tables }));
  const keys = (of: object | undefined) => Object.keys(of ?? {}).join(' ');
  expect([periods[0], terms[0], scenarios[0], years[0], cash, levels[0]].map(keys)).toEqual([
    ...[`period ${lines.statement}`, lines.settlement, `scenario chosen ${lines['roi.scenarios']}`],
    ...[`year ${lines['roi.years']}`, lines['roi.cash'], `level ${lines.payoff}`],
  ]);
}); // prettier-ignore

const days = { signedOn: '2026-03-31', today: '2026-04-02' };
const signing = (of: Partial<typeof days> = {}, said: Parameters<typeof studied>[0] = {}) =>
  previewSigning(
    studied({
      tables: {
        statement: {
          s1: { no: 1, due: 100, pending: 20, date: 46_112 },
          s2: { no: 2, due: 'to come', pending: '', date: '' },
        },
        settlement: {
          a: { period: 1, code: 'M1', readings: 2 },
          b: { period: 1, code: 'M2', readings: 0 },
          c: { period: 1, code: '' },
          d: { period: 2, code: 'M3', readings: 0 },
        },
        readings: { r1: { date: 46_112 }, r2: { date: 46_113 }, r3: { date: 'soon' } },
      },
      // 31 March 2026, the day on which the first period ends.
      names: { 'Contract.At': 46_112 },
      ...said,
    }),
    1,
    { ...days, ...of },
  );

test('what signing would freeze is told before', () => {
  expect(signing()).toEqual({
    ...{ period: 1, asOf: '2026-03-31', amount: 100, pending: 20, terms: 2 },
    ...{ failing: [], unread: ['M2'], later: 1, unusual: [] },
  });
  expect(signing({}, { names: {} })).toMatchObject({ later: 0, unusual: [] });
  expect(signing({}, { names: {} }).asOf).toBeUndefined();
  expect(signing({}, { names: { 'Contract.At': 0 } }).asOf).toBeUndefined();
  expect(signing({}, { tables: checks({ terms: 1 }) })).toMatchObject({
    ...{ amount: null, pending: null, terms: 0, failing: [{ check: 'terms', count: 1 }] },
  });
});

test('what is out of the ordinary about a signature', () => {
  const unusual = (...of: Parameters<typeof signing>) => signing(...of).unusual;
  expect(unusual({ signedOn: '2026-03-30' })).toEqual(['before-figures']);
  expect(unusual({ signedOn: '2026-04-02' })).toEqual([]);
  expect(unusual({ signedOn: '2026-04-03' })).toEqual(['future']);
  expect(unusual({ today: '2026-03-30' })).toEqual(['future']);
  expect(unusual({ today: '2026-03-31' })).toEqual([]);
  const on = (signedOn: string, at: number = 46_112) =>
    unusual({}, {
      engagement: { ledger: { s1: { no: 1, signedOn } } } as never,
      names: { 'Contract.At': at },
      tables: { statement: { s1: { no: 1, date: 46_112 } } },
    });
  expect([on('2026-03-31'), on('2026-04-01'), on('2026-03-31', 46_111)]).toEqual([
    [],
    ['before-last'],
    ['before-end'],
  ]);
}); // prettier-ignore

test('editions that nobody has are told where money rests on them', () => {
  const differs: Partial<Finding>[] = [
    { kind: 'catalog-differs', row: 'one', found: '1.0.0 aa', expected: '1.1.0 bb' },
    { kind: 'name-missing', row: 'two' },
    { kind: 'catalog-differs', row: 'three', found: '2 c', expected: '3 d' },
  ];
  const bet = { terms: { t1: { metric: 'm1' } } } as Partial<Engagement>;
  const told = (engagement: Partial<Engagement>, take?: readonly string[] | 'all') =>
    unknownEditions(studied({ findings: differs, engagement }), take);
  const one = { id: 'one', from: '1.0.0', to: '1.1.0', rests: 'bet' };
  const three = { id: 'three', from: '2', to: '3', rests: 'bet' };
  expect(told({})).toEqual([]);
  expect(told(bet)).toEqual([{ ...one, taken: false }, { ...three, taken: false }]);
  expect(told(bet, ['three'])).toEqual([{ ...one, taken: false }, { ...three, taken: true }]);
  expect(told(bet, 'all').map(({ taken }) => taken)).toEqual([true, true]);
}); // prettier-ignore
