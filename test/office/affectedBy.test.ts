import { affectedBy, figuresOf } from '../../src/office/upgrade/figures';
import { strayDecision, type UpgradeChange } from '../../src/office/upgrade/upgrade';

const changed = (said: Partial<UpgradeChange>): UpgradeChange => ({
  ...{ kind: 'redefined', table: 'metrics', id: 'm1', text: 'M1', columns: [], outcome: 'open' },
  ...{ pick: null, rests: 'bet' },
  ...said,
});
const terms = {
  t1: { metric: 'm1', code: 'M1' },
  t2: { metric: 'm2', code: null },
  t3: { metric: null, code: 'F1' },
};
const ledger = {
  'signature.1': { no: 1, kind: 'signature' },
  'signature.2': { no: 2, kind: 'signature' },
};
const affected = (...changes: Partial<UpgradeChange>[]) => {
  const { signatures, terms: codes } = affectedBy(
    { read: { engagement: { terms, ledger } } } as never,
    changes.map(changed),
  );
  return [...signatures, ...codes];
};

test('terms of what changes, and signatures where somebody signed it', () => {
  expect(affected({})).toEqual(['M1']);
  expect(affected({ id: 'm2', rests: 'signed' })).toEqual([1, 2, 'm2']);
  expect(affected({ id: 'm3' })).toEqual([]);
  expect(affected({ rests: null })).toEqual([]);
  expect(affected({ kind: 'reworded' })).toEqual([]);
  expect(affected({ kind: 'retired' })).toEqual(['M1']);
  // A catalog as a whole is what every term rests on.
  expect(affected({ table: 'catalog', id: 'small' })).toEqual(['M1', 'm2', 'F1']);
});

test('a decision about nothing that is asked is named', () => {
  const changes = [
    changed({}),
    changed({ id: 'm2', rests: null }),
    changed({ id: 'm3', kind: 'reworded' }),
    changed({ id: 'p1', kind: 'retired', outcome: 'follows', into: [{ id: 'p2', text: '' }] }),
    changed({ id: 'p3', kind: 'retired', outcome: 'open', into: [{ id: 'p4', text: '' }] }),
  ];
  const stray = (take: readonly string[] | 'all', into: Record<string, string> = {}) =>
    strayDecision({ changes } as never, { take, into });
  expect([stray(['m1']), stray('all'), stray([], { p1: 'p2' })]).toEqual(Array.from({ length: 3 }));
  expect([stray(['m1', 'm2']), stray(['m3']), stray(['x'])]).toEqual(['m2', 'm3', 'x']);
  expect([stray([], { p1: 'p4' }), stray([], { p3: 'p4' }), stray([], { p2: 'p2' })]).toEqual([
    ...['p1', 'p3', 'p2'],
  ]);
  expect(strayDecision({ changes } as never, {})).toBeUndefined();
});

const sheets = [
  {
    blocks: [
      {
        kind: 'fields',
        fields: [
          { name: 'Roi.Npv', label: 'NPV', kind: 'money' },
          { name: 'Statement.Due', label: 'Due', kind: 'money' },
        ],
      },
      {
        ...{ kind: 'table', id: 'metrics' },
        columns: [{ id: 'attainment', header: 'Attained', kind: 'percent' }],
      },
    ],
  },
];
const metrics = { m1: { attainment: 0.5, name: 'Hours' }, m2: { attainment: '' }, m9: {} };
const ours = (names: object, of: object = metrics) =>
  ({
    blank: { sheets },
    read: { results: { names, tables: { metrics: of } }, engagement: { terms } },
  }) as never;

test('figures are as they were but for amounts that change, and with all that is taken', () => {
  const npv = { id: 'npv', label: 'NPV', kind: 'money' };
  const due = { id: 'due', label: 'Due', kind: 'money' };
  const of = { id: 'attainment', label: 'Attained', kind: 'percent' };
  expect(figuresOf(ours({ 'Roi.Npv': 7, 'Statement.Due': 'n/a' }))).toEqual([
    { ...npv, before: 7, after: 7 },
    { ...due, before: 'n/a', after: 'n/a' },
    { ...of, of: 'Hours', before: 0.5, after: 0.5 },
    { ...of, of: 'm2', before: '', after: '' },
  ]);
  const to = (at: string, value: number) => [{ at, to: value }] as never;
  expect(figuresOf(ours({ 'Roi.Npv': 7 }, {}), to('Roi.Npv', 8), to('Roi.Npv', 9))).toEqual([
    { ...npv, before: 7, after: 8, taken: 9 },
  ]);
  expect(figuresOf(ours({}, { m1: metrics.m1 }), to('metrics.attainment m1', 1), [])).toEqual([
    { ...of, of: 'Hours', before: 0.5, after: 1, taken: 0.5 },
  ]);
});
