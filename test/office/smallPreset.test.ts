import { planPreset } from '../../src/office/preset';

/** What a preset would change, told on a workbook of a few rows. */

const days = { start: '2026-03-02', end: '2026-03-31' };
const bet = (n: number) => ({ metric: `m${n}`, name: `Metric ${n}` });

const table = (id: string, rows: string[]) => ({
  ...{ kind: 'table', id },
  rows: rows.map((row) => ({ id: row, cells: { said: row } })),
});
const field = (id: string, more: object = {}) => ({
  ...{ id, name: `Contract.${id}`, label: `The ${id}`, stored: true, ...more },
});
const fields = [
  field('stage', { value: 'delivery', list: 'stage' }),
  field('payCap', { value: 900, usual: 700 }),
  field('objectionDays', { value: 10 }),
  field('minorDigits', { value: 2 }),
  field('client', { value: 'Acme' }),
  field('expert', { stored: false }),
];
const plan = (stage: Parameters<typeof planPreset>[1], bets = [bet(1), bet(2)]) =>
  planPreset(
    {
      spec: {
        lang: 'en',
        sheets: [
          {
            blocks: [
              table('metrics', ['m1', 'm2', '']),
              table('terms', ['t1', 't2', '']),
              table('bands', ['b1']),
              { kind: 'fields', fields },
            ],
          },
        ],
      },
      read: {
        engagement: { catalogs: [] },
        results: { tables: { metrics: { m1: { inScope: 1 }, m2: { inScope: 0 } } } },
      },
    } as never,
    stage,
    { ...days, bets },
  );

test('what it bets on and is not in scope comes into scope first', () => {
  const { changes, scoped, terms } = plan('delivery');
  expect(scoped).toEqual(['Metric 2']);
  expect(changes[0]).toEqual({ table: 'metrics', row: 'm2', cells: { use: 'yes' } });
  expect(changes.filter((one) => 'table' in one && one.table === 'metrics')).toHaveLength(1);
  expect(terms.map(({ code, weight }) => [code, weight])).toEqual([
    ['M1', 0.5],
    ['M2', 0.5],
  ]);
});

test('one that bets on no metric brings none into scope', () => {
  const { scoped, changes } = plan('micro-consulting');
  expect(scoped).toEqual([]);
  expect(changes.filter((one) => 'table' in one && one.table === 'metrics')).toEqual([]);
});

test('settings of the contract that differ are told with what they were; others stay', () => {
  expect(plan('micro-consulting').settings).toEqual([
    {
      ...{ name: 'Contract.stage', label: 'The stage', list: 'stage' },
      ...{ from: 'delivery', to: 'micro-consulting' },
    },
    { name: 'Contract.payCap', label: 'The payCap', from: 900, to: 700 },
  ]);
});

test('its rows take the place of those that are there', () => {
  const { changes, rows } = plan('micro-consulting');
  expect(rows).toEqual({
    instalments: { before: 0, after: 3 },
    periods: { before: 0, after: 1 },
    terms: { before: 2, after: 2 },
    criteria: { before: 0, after: 4 },
    bands: { before: 1, after: 0 },
  });
  const kinds = changes.flatMap((one) => ('table' in one ? [[one.table, ...Object.keys(one).slice(1)].join(' ')] : [])); // prettier-ignore
  expect(kinds).toEqual([
    ...['instalments add', 'instalments add', 'instalments add', 'periods add'],
    ...['terms clear', 'terms clear', 'terms add', 'terms add'],
    ...['criteria add', 'criteria add', 'criteria add', 'criteria add', 'bands clear'],
  ]);
  expect(changes.slice(0, 2)).toEqual([
    { name: 'Contract.stage', value: 'micro-consulting' },
    { name: 'Contract.payCap', value: 700 },
  ]);
});

test('why something is bet on stands beside it', () => {
  const { terms } = plan('delivery', [{ ...bet(1), why: 'It pays' } as never]);
  expect(terms).toEqual([
    { code: 'M1', item: expect.stringContaining('Metric 1') as string, weight: 1, comment: 'It pays' },
  ]); // prettier-ignore
  expect(plan('delivery').terms[0]).not.toHaveProperty('comment');
});
