import { amountChanges, type ChangedRule } from '../../src/office/amounts';
import type { ReadResult } from '../../src/office';
import type { CellValue, SheetSpec, TableBlock } from '../../src/workbook';

type Rows = Record<string, Record<string, CellValue>>;

const table = (id: string, name: string, rows: Rows): TableBlock => ({
  ...{ kind: 'table', id, name, spare: 0, filter: false },
  columns: [
    ...new Set(['name', 'item', ...Object.values(rows).flatMap((row) => Object.keys(row))]),
  ].map((column) => ({
    ...{ id: column, header: column.toUpperCase(), role: 'fixed', kind: 'number', width: 9 },
  })),
  rows: Object.entries(rows).map(([row, cells]) => ({ id: row, cells })),
});

interface State {
  metrics?: Rows;
  statement?: Rows;
  names?: Record<string, CellValue>;
}

/** What is told when a workbook that computed `before` will compute `after`. */
function told(before: State, after: State, cause?: ChangedRule) {
  const sheet: SheetSpec = {
    ...{ id: 's', name: 's', tab: 'value', visibility: 'Visible', flow: 'down' },
    page: { orientation: 'Portrait' },
    blocks: [
      table('metrics', 'Metrics', after.metrics ?? {}),
      table('statement', 'Statement', after.statement ?? {}),
      table('costs', 'Costs', { c: { due: 9 } }),
      {
        ...{ kind: 'fields', id: 'f' },
        fields: Object.entries(after.names ?? {}).map(([name, value]) => ({
          ...{ id: name, name, label: `<${name}>`, role: 'input', kind: 'money', value },
        })),
      },
    ],
  };
  const { metrics = {}, statement = {}, names = {} } = before;
  const results = { tables: { metrics, statement, costs: { c: { due: 1 } } }, names };
  return amountChanges(
    results as ReadResult['results'],
    { lang: 'en', title: '', sheets: [sheet], lists: [] },
    cause,
  ).map(({ rule, at, of, amount, from, to }) =>
    [rule, at, of, amount, from, to].filter((one) => one !== undefined),
  );
}

const period = (cells: Record<string, CellValue>) => ({ statement: { p1: cells } });

test('an amount that changes is told by the rule, its place, whose it is, and both values', () => {
  const was = { metrics: { m: { actual: 1 } }, ...period({ gain: 2 }), names: { 'Roi.Npv': 3 } };
  const is = {
    metrics: { m: { name: 'Calls', actual: 11 } },
    ...period({ item: 'Half', gain: 12 }),
    names: { 'Roi.Npv': 13 },
  };
  expect(told(was, is)).toEqual([
    ['measure', 'metrics.actual m', 'Calls', 'ACTUAL', 1, 11],
    ['cutoff', 'statement.gain p1', 'Half', 'GAIN', 2, 12],
    ['return', 'Roi.Npv', '<Roi.Npv>', 3, 13],
  ]);
  // Without a name by the row's id.
  expect(told(period({ gain: 2 }), period({ gain: 3 }))).toEqual([
    ['cutoff', 'statement.gain p1', 'p1', 'GAIN', 2, 3],
  ]);
});

test.each([
  ['earned', 'limit'],
  ['bonus', 'limit'],
  ['pending', 'limit'],
  ['forfeited', 'limit'],
  ['value', 'cutoff'],
  ['gain', 'cutoff'],
  ['shortfall', 'cutoff'],
  ['fixed', 'due'],
  ['entitlement', 'due'],
  ['due', 'due'],
])('a period’s %s changes by the rule of %s', (column, rule) => {
  expect(told(period({ [column]: 1 }), period({ [column]: 2 })).map(([why]) => why)).toEqual([
    rule,
  ]);
});

test.each([
  ['Roi.Realised', 'cutoff'],
  ['Roi.Npv', 'return'],
  ['Roi.Roi', 'return'],
  ['Roi.Irr', 'return'],
  ['Roi.Payback', 'return'],
  ['Roi.BreakEven', 'return'],
])('%s changes by the rule of %s', (name, rule) => {
  expect(told({ names: { [name]: 1 } }, { names: { [name]: 2 } })).toEqual([
    [rule, name, `<${name}>`, 1, 2],
  ]);
});

test('what is due follows what changed of the same period', () => {
  const rules = (was: Rows, is: Rows) =>
    told({ statement: was }, { statement: is }).map(
      ([rule, at]) => `${String(at)}: ${String(rule)}`,
    );
  expect(
    rules(
      { p1: { earned: 1, gain: 1, due: 1 }, p2: { gain: 1, due: 1 }, p3: { due: 1 } },
      { p1: { earned: 2, gain: 1, due: 2 }, p2: { gain: 2, due: 2 }, p3: { due: 2 } },
    ),
  ).toEqual([
    ...['statement.earned p1: limit', 'statement.due p1: limit'],
    ...['statement.gain p2: cutoff', 'statement.due p2: cutoff', 'statement.due p3: due'],
  ]);
});

test('where a metric is measured otherwise, limits are met otherwise for that', () => {
  const was = { metrics: { m: { attainment: 0.5 } }, ...period({ earned: 1, gain: 1, due: 1 }) };
  const is = { metrics: { m: { attainment: 0.6 } }, ...period({ earned: 2, gain: 2, due: 2 }) };
  expect(told(was, is).map(([rule]) => rule)).toEqual(['measure', 'measure', 'cutoff', 'measure']);
});

test('a return without a number lacks its inputs; words alone are no change', () => {
  expect(told({ names: { 'Roi.Npv': 3 } }, { names: { 'Roi.Npv': 'open' } })).toEqual([
    ['missing', 'Roi.Npv', '<Roi.Npv>', 3, 'open'],
  ]);
  expect(told({ names: { 'Roi.Npv': 'open' } }, { names: { 'Roi.Npv': 4 } })).toEqual([
    ['return', 'Roi.Npv', '<Roi.Npv>', 'open', 4],
  ]);
  expect(told({ names: { 'Roi.Npv': 'offen' } }, { names: { 'Roi.Npv': 'open' } })).toEqual([]);
});

test('a millionth is no change, nor a billionth of what is large', () => {
  const changed = (from: number, to: number) =>
    told(period({ due: from }), period({ due: to })).length;
  expect([changed(1, 1 + 0.9e-6), changed(1, 1 + 1.1e-6)]).toEqual([0, 1]);
  expect([changed(-1e6, -1e6 + 0.9e-3), changed(1e6, 1e6 + 1.1e-3)]).toEqual([0, 1]);
});

test('what is signed stays as it was signed, what stood nowhere has not changed', () => {
  expect(told(period({ due: 1 }), period({ due: 2, ledgerRow: 1 }))).toEqual([]);
  expect(told(period({ due: 1 }), period({ due: 2, ledgerRow: '' }))).toHaveLength(1);
  expect(told({}, period({ due: 2 }))).toEqual([]);
  expect(told(period({ item: 'Half' }), period({ item: 'Whole', due: 2 }))).toEqual([]);
  expect(told({ names: {} }, { names: { 'Roi.Npv': 4 } })).toEqual([]);
});

test('another edition of the catalog is what changes them all, and then what is due is told beside', () => {
  const was = { ...period({ due: 1 }), names: { 'Statement.Due': 1, 'Contract.Fee': 1 } };
  const is = { ...period({ due: 2 }), names: { 'Statement.Due': 2, 'Contract.Fee': 2 } };
  expect(told(was, is)).toEqual([['due', 'statement.due p1', 'p1', 'DUE', 1, 2]]);
  expect(told(was, is, 'catalog')).toEqual([
    ['catalog', 'statement.due p1', 'p1', 'DUE', 1, 2],
    ['catalog', 'Statement.Due', '<Statement.Due>', 1, 2],
  ]);
});
