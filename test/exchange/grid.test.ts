import type { Scalar } from '../../src/book';
import { findTable, gridOf } from '../../src/exchange/grid';
import type { SentTable } from '../../src/exchange/sent';

/** Costs as they were sent, with one row and four columns. */
const sent: SentTable = {
  id: 'costs',
  name: 'Costs',
  sheet: 'Costs',
  own: true,
  columns: ['item', 'y1', 'y2', 'y3'].map((id) => ({
    ...{ id, header: id.toUpperCase() },
    ...{ kind: id === 'item' ? 'text' : 'number', fill: true },
  })),
  rows: { 'cost.1': { item: 'Licences' } },
};

const grid = (...rows: (Scalar | null)[][]) =>
  gridOf({
    name: 'Any',
    cells: rows.map((row) => row.map((value) => ({ value }))),
  } as unknown as Parameters<typeof gridOf>[0]);

const found = (table: SentTable, ...rows: (Scalar | null)[][]) =>
  findTable(table, [grid(...rows)]).map(({ header, known, filled, positions }) => ({
    ...{ header, known, filled },
    at: Object.fromEntries(positions),
  }));

test('without ids half of the headers tell a table, where a text that was sent stands below', () => {
  const below = ['Licences', 5];
  expect(found(sent, ['ITEM', 'Y1'], below)).toEqual([
    { header: 0, known: 0, filled: 2, at: { item: 0, y1: 1 } },
  ]);
  expect(found(sent, ['ITEM', 'Sum'], below)).toEqual([]);
  expect(found(sent, below, ['ITEM', 'Y1'])).toEqual([]);
  expect(found(sent, ['ITEM', 'Y1'], ['Other', 5])).toEqual([]);
});

test('without ids one header is too few, of however short a table', () => {
  const short = { ...sent, columns: sent.columns.slice(0, 2), rows: {} };
  expect(found(short, ['ITEM', 'x'])).toEqual([]);
  expect(found(short, ['ITEM', 'Y1'])).toHaveLength(1);
});

test('with ids no header is needed', () => {
  expect(found(sent, ['cost.1', 'Licences', 5])).toEqual([
    { header: -1, known: 1, filled: 0, at: { id: 0 } },
  ]);
});

test('of two copies the one that has more of the rows is first, then the one that is filled', () => {
  const two = { ...sent, rows: { ...sent.rows, 'cost.2': {} } };
  const header = ['id', 'ITEM', 'Y1'];
  const grids = [
    [header, ['cost.1', 'Licences', null]],
    [header, ['cost.1', 'Licences', 5]],
    [header, ['cost.1', 'Licences', null], ['cost.2', null, null]],
  ].map((rows) => grid(...rows));
  expect(findTable(two, grids).map(({ grid }) => grids.indexOf(grid))).toEqual([2, 1, 0]);
});
