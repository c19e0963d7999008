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

test('the row with most of the headers is the one, of several the first', () => {
  const heads = (...rows: (Scalar | null)[][]) =>
    found(sent, ...rows, ['Licences', 5]).map(({ header }) => header);
  expect(heads(['ITEM', 'x'], ['ITEM', 'Y1', 'Y2'])).toEqual([1]);
  expect(heads(['ITEM', 'Y1', 'Y2'], ['ITEM', 'x'])).toEqual([0]);
  expect(heads(['ITEM', 'Y1'], ['ITEM', 'Y1'])).toEqual([0]);
  // Below the ids it is none.
  const below = found(sent, ['cost.1', 'Licences', 5], ['id', 'ITEM', 'Y1']);
  expect(below.map(({ header }) => header)).toEqual([-1]);
});

test('ids stand in the column that has most of them, then where they begin first, then on the left', () => {
  const three = { ...sent, rows: { 'cost.1': {}, 'cost.2': {}, 'cost.3': {} } };
  const idsIn = (...rows: (Scalar | null)[][]) =>
    found(three, ['ITEM', 'Y1', 'Y2'], ...rows).map(({ at }) => at['id']);
  expect(idsIn(['cost.1', 'cost.1'], [null, 'cost.2'])).toEqual([1]);
  expect(idsIn([null, 'cost.1'], ['cost.2', null])).toEqual([1]);
  expect(idsIn(['cost.1', 'cost.2'])).toEqual([0]);
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

/** Five columns: the id, what is read, and what is filled as words of a list, as a number and freely. */
const pains: SentTable = {
  ...{ id: 'pain', name: 'PainPoints', sheet: 'Pains', own: true },
  columns: [
    { id: 'id', header: 'Id', kind: 'text', fill: false },
    { id: 'item', header: 'Pain', kind: 'text', fill: false },
    { id: 'pick', header: 'Pick *', kind: 'text', list: 'pick', fill: true },
    { id: 'cost', header: 'Cost', kind: 'number', fill: true },
    { id: 'comment', header: 'Comment', kind: 'text', fill: true },
  ],
  rows: { p1: { item: 'Slow' }, p2: { item: 'Dear' } },
};
const header = ['Id', 'Pain', 'Pick *', 'Cost', 'Comment'];
const rows = [
  ['p1', 'Slow', 'Yes', 5, 'seen'],
  ['p2', 'Dear', null, null, null],
];
const at = (...given: (Scalar | null)[][]) => found(pains, ...given)[0]?.at;
const all = { id: 0, item: 1, pick: 2, cost: 3, comment: 4 };

test('of five headers three are needed where no ids stand, whatever their case and marks', () => {
  const below = ['Slow', 'Yes', 5];
  expect(found(pains, ['Pain', 'Pick'], below)).toEqual([]);
  expect(at(['pain', 'PICK', 'Cost '], below)).toEqual({ item: 0, pick: 1, cost: 2 });
});

test('the header is the row with most of the headers above the first id, the upper of two', () => {
  expect(found(pains, ['Pain', 'Pick'], header, ...rows)[0]).toMatchObject({ header: 1, at: all });
  expect(found(pains, header, header, ...rows)[0]?.header).toBe(0);
  expect(found(pains, ['Pain'], ...rows, header)[0]?.header).toBe(0);
  // One word twice is one header.
  expect(found(pains, ['Cost', 'Cost', 'Cost'], ['Pain', 'Cost'], ...rows)[0]?.header).toBe(1);
  // Without any it is the row above the first id.
  expect(found(pains, [], ['x', 'y'], ...rows)[0]?.header).toBe(1);
});

test('the column of ids is the one with most of them', () => {
  const moved = rows.map(([id, ...rest], i) => [i === 0 ? 'p2' : null, ...rest, ` ${String(id)} `]);
  expect(at(['', ...header.slice(1), 'Id'], ...moved)?.id).toBe(5);
});

test('filled are cells to fill that hold something below the header, whatever row they are in', () => {
  const [only] = found(pains, header, ...rows, [null, 'Mine', 'No', null, 'by me', 'beside']);
  expect(only).toMatchObject({ known: 2, filled: 5 });
});

test('a column that is found by its own header is not looked for by what else it may be called', () => {
  expect(at([...header, 'Remarks'], ...rows)).toEqual(all);
  expect(at(['Id', 'Pain', 'Pick *', 'Cost', 'Remarks', 'Notes'], ...rows)).toEqual(all);
});

test('a cell without a style has no pattern, and beside all cells there is nothing', () => {
  const one = grid(['a'], [null, 5]);
  expect([one.patternAt(0, 0), one.patternAt(9, 9), one.at(9, 9)]).toEqual(['', '', null]);
  expect([one.rows, one.columns, one.shown(1, 1)]).toEqual([2, 2, null]);
});

test('a reworded header is known between its neighbours, but for free words', () => {
  const reworded = (...changed: [number, Scalar | null][]) =>
    at(
      header.map((word, i) => changed.find(([column]) => column === i)?.[1] ?? word),
      ...rows,
    );
  expect(reworded([3, 'Price'])).toEqual(all);
  expect(reworded([4, 'Remarks of the union'])).toEqual({ id: 0, item: 1, pick: 2, cost: 3 });
  // Next to one that is not known either, or with another's header between, nothing is.
  expect(reworded([2, 'Chosen'], [3, 'Price'])).toEqual({ id: 0, item: 1, comment: 4 });
  expect(at(['Id', 'Pain', 'Mine', 'Yours', 'Cost', 'Comment'], ...rows)).toEqual({
    ...{ id: 0, item: 1, cost: 4, comment: 5 },
  });
});

test('the last of the columns needs some header to be known by the one before it', () => {
  const last = { ...pains, columns: pains.columns.slice(0, 4) };
  const lastOf = (word: Scalar | null) =>
    found(last, ['Id', 'Pain', 'Pick', word], ...rows)[0]?.at.cost;
  expect([lastOf('Price'), lastOf(null), lastOf('Cost')]).toEqual([3, undefined, 3]);
});

test('where all headers were translated, columns go by their order, if what was sent proves it', () => {
  const words = ['Nr', 'Leid', 'Wahl', 'Preis', 'Notiz'];
  expect(at(words, ...rows)).toEqual(all);
  expect(at([...words, 'Mehr'], ...rows)).toEqual({ id: 0 });
  expect(at(words.slice(0, 4), ...rows)).toEqual({ id: 0 });
  expect(at(words, ...rows.map(([id = null, , ...rest]) => [id, 'other', ...rest]))).toEqual({
    id: 0,
  });
});

test('a table whose texts stand elsewhere is another one', () => {
  const without = header.slice(1);
  const bodies = rows.map(([, ...rest]) => rest);
  expect(found(pains, without, ...bodies)).toHaveLength(1);
  expect(found(pains, without, [null, 'Slow'])).toEqual([]);
  expect(found(pains, ['Slow', null, null, null], without, ['Quick', 'Yes', 1, 'x'])).toEqual([]);
  expect(found({ ...pains, rows: {} }, without, ['Quick', 'Yes', 1, 'x'])).toHaveLength(1);
});
