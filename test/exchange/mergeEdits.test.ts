import { logEdits, outdatedQuestions, valueEdits } from '../../src/exchange/mergeEdits';
import { View } from '../../src/exchange/view';

const view = new View({
  sheets: [
    {
      name: 'Pains',
      blocks: [
        {
          ...{ kind: 'table', id: 'pain', columns: [] },
          rows: [
            { id: 'given', cells: { item: 'Slow', pick: 'yes' }, defaults: { item: 'Slow' } },
            { id: 'own', cells: { item: 'Mine', pick: 'yes', comment: '' }, defaults: {} },
            { id: 'other', cells: { item: 'Ours' } },
          ],
        },
      ],
    },
  ],
  lists: [],
} as never);

const change = (row: string, column: string, after: string | null, table = 'pain') => ({
  ...{ table, row, column, before: null, after, by: ['Li'] },
});

test('what is said of one row is one edit; a row that is not there is added', () => {
  expect(
    valueEdits(
      [
        ...[
          change('given', 'pick', 'no'),
          change('new', 'item', 'New'),
          change('given', 'comment', 'x'),
        ],
        ...[change('new', 'pick', 'yes'), change('given', 'pick', 'yes', 'function')],
      ],
      view,
    ),
  ).toEqual([
    { table: 'pain', row: 'given', cells: { pick: 'no', comment: 'x' } },
    { table: 'pain', id: 'new', add: { item: 'New', pick: 'yes' } },
    { table: 'function', id: 'given', add: { pick: 'yes' } },
  ]);
});

test('a row of one’s own that says nothing any more goes; what was given stays', () => {
  const emptied = (row: string, ...columns: string[]) =>
    valueEdits(
      columns.map((column, i) => change(row, column, i === 0 ? null : '')),
      view,
    );
  expect(emptied('own', 'item', 'pick')).toEqual([{ table: 'pain', clear: 'own' }]);
  expect(emptied('other', 'item')).toEqual([{ table: 'pain', clear: 'other' }]);
  expect(emptied('own', 'item')).toEqual([{ table: 'pain', row: 'own', cells: { item: null } }]);
  expect(emptied('given', 'item', 'pick')).toEqual([
    { table: 'pain', row: 'given', cells: { item: null, pick: '' } },
  ]);
});

test('a log loses, gains and changes rows; what says the same stays as it is', () => {
  const now = {
    a: { said: 'x' },
    b: { said: 'x' },
    c: { said: 'x' },
    d: { said: 'x', sent: null },
    e: { said: 'x', further: 'y' },
  };
  const wanted = {
    b: { said: 'y' },
    c: { said: 'x', sent: null },
    d: { said: 'x', sent: undefined as never },
    e: { said: 'x' },
    f: { said: 'new' },
    g: { said: null },
  };
  expect(logEdits('answers', now, wanted)).toEqual([
    { table: 'answers', clear: 'a' },
    { table: 'answers', row: 'b', cells: { said: 'y' } },
    { table: 'answers', id: 'f', add: { said: 'new' } },
    { table: 'answers', id: 'g', add: { said: null } },
  ]);
});

test('of questions that are open no longer those go beside which nothing is said', () => {
  const table = (id: string, row: string) => ({ kind: 'table', id, rows: [{ id: row }] });
  const blocks = [{ kind: 'text' }, table('consensus', 'open'), table('pain', 'closed')];
  const consensus = {
    open: {},
    closed: { resolution: null, comment: '' },
    settled: { resolution: 'yes' },
    noted: { comment: 'call Wu' },
  };
  expect(outdatedQuestions({ consensus } as never, { sheets: [{ blocks }] } as never)).toEqual([
    { table: 'consensus', clear: 'closed' },
  ]);
});
