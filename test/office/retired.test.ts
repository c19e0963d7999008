import { departing, retiredRows, withoutDeparting } from '../../src/office/retired';
import type { Read } from '../../src/office/layOut';
import type { ColumnRole, TableBlock, WorkbookSpec } from '../../src/workbook';
import { engagementOf } from '../support/desk';

const table = (id: string, columns: [string, ColumnRole][], rows: string[]): TableBlock => ({
  ...{ kind: 'table', id, name: id, store: id, spare: 0, filter: false },
  columns: columns.map(([column, role]) => ({
    ...{ id: column, role, header: column, kind: 'text', width: 9 },
  })),
  rows: rows.map((row) => ({ id: row, cells: {} })),
});
const item: [string, ColumnRole] = ['item', 'content'];
const blank = {
  sheets: [
    {
      blocks: [
        table('pain', [['id', 'key'], item, ['pick', 'input'], ['comment', 'input']], ['p1']),
        table('metrics', [['id', 'key'], item, ['target', 'input']], ['m1']),
        table(
          'holidays',
          [
            ['id', 'key'],
            ['date', 'input'],
          ],
          [],
        ),
        { ...table('trace', [['id', 'key'], item], []), store: undefined },
      ],
    },
  ],
} as unknown as WorkbookSpec;

/** A workbook with these rows, by table. */
const read = (
  rows: Record<string, (string | null)[]>,
  said: Parameters<typeof engagementOf>[0] = {},
) => ({ order: new Map(Object.entries(rows)), engagement: engagementOf(said) }) as unknown as Read;

const told = (...[rows, said]: Parameters<typeof read>) =>
  retiredRows(read(rows, said), blank).map(
    ({ table: of, id, answered }) => `${of} ${id}${answered ? ' answered' : ''}`,
  );

test('rows of the catalog that it no longer has are retired; one’s own and empty ones are not', () => {
  expect(told({ pain: ['p1', 'p2', 'custom.pain.1', '', null], metrics: ['m1'] })).toEqual([
    'pain p2',
  ]);
});

test('where no catalog says what stands there, or nothing is kept, nothing retires', () => {
  expect(told({ holidays: ['h1'], trace: ['t1'] })).toEqual([]);
});

test('what is picked from is answered where anybody has said something', () => {
  const pain = (cells: object) => told({ pain: ['p2'] }, { pain: { p2: cells } });
  expect(pain({ comment: 'seen' })).toEqual(['pain p2 answered']);
  expect(pain({ pick: 'no' })).toEqual(['pain p2 answered']);
  for (const cells of [{ comment: '' }, { comment: null }, { item: 'reworded' }])
    expect(pain(cells)).toEqual(['pain p2']);
  const extra = { pain: { p2: { Mine: 'x' } }, metrics: { p3: { Mine: 'x' } } };
  expect(told({ pain: ['p2', 'p3'] }, { extra })).toEqual(['pain p2 answered', 'pain p3']);
  const answer = { response: 'r', column: 'pick', table: 'pain', row: 'p2' };
  const answers = { a: answer, b: { ...answer, table: 'metrics', row: 'p3' } };
  expect(told({ pain: ['p2', 'p3'] }, { answers })).toEqual(['pain p2 answered', 'pain p3']);
});

test('figures count as answered', () => {
  expect(told({ metrics: ['m2'] })).toEqual(['metrics m2 answered']);
});

test('those that nobody answered go, from their own table alone', () => {
  const rows = retiredRows(
    read({ pain: ['p2', 'p3', 'p4'], metrics: ['m2'] }, { pain: { p4: { pick: 'yes' } } }),
    blank,
  );
  const gone = departing(rows);
  expect([...gone].map(([of, ids]) => [of, [...ids]])).toEqual([['pain', ['p2', 'p3']]]);
  const all = engagementOf({
    pain: { p2: { item: 'a' }, p4: { pick: 'yes' } },
    metrics: { p2: { target: 1 } },
  });
  const left = withoutDeparting(all, gone, blank);
  expect(left).toEqual({ ...all, pain: { p4: { pick: 'yes' } } });
});
