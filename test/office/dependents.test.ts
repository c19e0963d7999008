import { columnKey, dependents } from '../../src/office/dependents';
import type { Node } from '../../src/rules';

const field = (column: string): Node => ({ type: 'field', column });
const read = (table: string, column: string): Node => ({ type: 'column', table, column });
const rule = (...args: Node[]) => ({ node: { type: 'call', function: 'SUM', args } });

/** A → B within a table, B → a name, the name → a text and C of another table, C → itself. */
const sheets = [
  {
    blocks: [
      {
        ...{ kind: 'table', id: 't', name: 'T' },
        columns: [{ id: 'a' }, { id: 'b', formula: rule(field('a')) }],
        ...{ rows: [{ id: 'r-1' }, { id: 'r2' }], cellNames: { prefix: 'Row', column: 'b' } },
      },
      {
        kind: 'fields',
        fields: [
          { name: 'Total', formula: rule(read('T', 'b')) },
          { name: 'Typed' },
          { name: 'Twice', formula: rule({ type: 'name', name: 'Total' } as Node) },
        ],
      },
      { kind: 'text', id: 'head', rows: [[{ text: 'x' }, { formula: rule({ type: 'name', name: 'Twice' } as Node) }]] },
      { kind: 'chart', id: 'chart' },
    ],
  },
  {
    blocks: [
      {
        ...{ kind: 'table', id: 'u', name: 'U', rows: [] },
        columns: [
          { id: 'c', formula: rule(read('U', 'c'), { type: 'name', name: 'Row.r_1' } as Node) },
          { id: 'a', formula: rule(field('c')) },
        ],
      },
    ],
  },
] as never; // prettier-ignore

test.each([
  [['T[a]'], ['T[b]', 'Total', 'Twice', 'appfi.head', 'Row.r_1', 'Row.r2', 'U[c]', 'U[a]']],
  [['Total'], ['Twice', 'appfi.head']],
  [['Typed'], []],
  [['Row.r2'], []],
  [['U[c]'], ['U[c]', 'U[a]']],
  [['U[a]'], []],
  [['Typed', 'Twice'], ['appfi.head']],
])('once %j have changed, %j may be others', (changed, expected) => {
  expect([...dependents(sheets, changed)].sort()).toEqual([...expected].sort());
});

test('a column goes by its table', () => {
  expect(columnKey('T', 'a')).toBe('T[a]');
});
