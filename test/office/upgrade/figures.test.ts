import type { AmountChange } from '../../../src/office/amounts';
import { affectedBy, figuresOf } from '../../../src/office/upgrade/figures';
import type { UpgradeChange } from '../../../src/office/upgrade/upgrade';

type Ours = Parameters<typeof affectedBy>[0];

const engagement = {
  terms: { t1: { metric: 'm.1', code: 'A' }, t2: { metric: 'm.2' }, t3: { metric: 'm.1' } },
  ledger: { 'signature.1': { no: 1 }, 'signature.2': { no: 2 } },
};

describe('what is affected', () => {
  const change = (more: object) =>
    ({ kind: 'redefined', table: 'metrics', id: 'm.1', rests: 'bet', ...more }) as UpgradeChange;
  const affected = (...changes: object[]) =>
    affectedBy({ read: { engagement } } as unknown as Ours, changes.map(change));

  test('terms on what is defined otherwise, by their codes', () => {
    expect(affected({})).toEqual({ signatures: [], terms: ['A', 'm.1'] });
    expect(affected({ id: 'm.2' }).terms).toEqual(['m.2']);
    expect(affected({ id: 'm.2', kind: 'retired' }).terms).toEqual(['m.2']);
  });

  test('none by other words, or where nothing rests on it', () => {
    expect(affected({ kind: 'reworded' }, { rests: null })).toEqual({ signatures: [], terms: [] });
    expect(affected()).toEqual({ signatures: [], terms: [] });
  });

  test('all of them by a catalog as a whole', () => {
    expect(affected({ table: 'catalog', id: 'small' }).terms).toEqual(['A', 'm.2', 'm.1']);
  });

  test('signatures where something signed rests on it', () => {
    expect(affected({ rests: 'signed' }).signatures).toEqual([1, 2]);
    expect(affected({ rests: 'bet' }, { rests: 'signed', kind: 'reworded' }).signatures).toEqual(
      [],
    );
  });
});

describe('what it comes to', () => {
  const blank = {
    sheets: [
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              { name: 'Roi.Npv', label: 'NPV', kind: 'money' },
              { name: 'Roi.Other', label: 'Other', kind: 'money' },
              { name: 'Statement.Due', label: 'Due', kind: 'money' },
            ],
          },
          {
            kind: 'table',
            id: 'metrics',
            columns: [{ id: 'attainment', header: 'Attainment', kind: 'percent' }],
          },
        ],
      },
    ],
  };
  const results = {
    names: { 'Roi.Npv': 100, 'Roi.Other': 1, 'Statement.Due': 40 } as Record<string, number>,
    tables: {
      metrics: { 'm.1': { name: 'Speed', attainment: 0.5 }, 'm.2': {}, 'm.3': { attainment: 1 } },
    } as object,
  };
  const ours = (found = results) =>
    ({ blank, read: { engagement, results: found } }) as unknown as Parameters<typeof figuresOf>[0];
  const changed = (at: string, to: number) => ({ at, to }) as AmountChange;

  test('value, what is due, and the metrics that are bet on, as they stand', () => {
    expect(figuresOf(ours())).toEqual([
      { id: 'npv', label: 'NPV', kind: 'money', before: 100, after: 100 },
      { id: 'due', label: 'Due', kind: 'money', before: 40, after: 40 },
      {
        ...{ id: 'attainment', of: 'Speed', label: 'Attainment', kind: 'percent' },
        ...{ before: 0.5, after: 0.5 },
      },
    ]);
  });

  test('after it, and with all taken that is open', () => {
    const amounts = [changed('Roi.Npv', 90), changed('metrics.attainment m.1', 0.7)];
    const values = figuresOf(ours(), amounts, [changed('Statement.Due', 30)]);
    expect(values.map(({ before, after, taken }) => [before, after, taken])).toEqual([
      [100, 90, 100],
      [40, 40, 30],
      [0.5, 0.7, 0.5],
    ]);
  });

  test('nothing of what is not in the workbook; a metric without a name by its id', () => {
    const nameless = { names: {}, tables: { metrics: { 'm.2': { attainment: 0 } } } };
    expect(figuresOf(ours(nameless)).map(({ id, of }) => [id, of])).toEqual([
      ['attainment', 'm.2'],
    ]);
    expect(
      figuresOf(ours({ names: { 'Statement.Due': 0 }, tables: {} })).map(({ id }) => id),
    ).toEqual(['due']);
  });
});
