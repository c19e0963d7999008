import { View } from '../../src/exchange/view';
import { partsOf, isPrefilled } from '../../src/exchange/audience';
import type { WorkbookSpec } from '../../src/workbook';

const view = new View({
  sheets: [
    { name: 'First', blocks: [{ kind: 'text', id: 'benefits', rows: [] }] },
    {
      name: 'Second',
      blocks: [
        {
          ...{ kind: 'table', id: 'benefits' },
          columns: [
            { id: 'item', kind: 'text', list: 'items' },
            { id: 'metric', kind: 'text' },
            { id: 'day', kind: 'date' },
          ],
          rows: [
            { id: 'b1', cells: { item: 'x', metric: 'M1', day: 46_082 } },
            { id: 'b2', cells: { item: '', metric: 7 } },
            { id: 'b3', cells: {} },
          ],
        },
      ],
    },
  ],
  lists: [
    { id: 'others', entries: [{ id: 'x', label: 'Wrong' }] },
    { id: 'items', entries: [{ id: 'w', label: 'W' }, { id: 'x', label: 'Waste' }] },
  ],
} as unknown as WorkbookSpec); // prettier-ignore

test('tables, rows and columns are found by their ids', () => {
  expect(view.sheetOf('benefits')).toBe('Second');
  expect(view.row('benefits', 'b2')?.id).toBe('b2');
  expect(view.column('benefits', 'day')?.kind).toBe('date');
  expect([view.sheetOf('x'), view.block('x'), view.row('benefits', 'x')]).toEqual(
    [undefined, undefined, undefined], // prettier-ignore
  );
  expect([view.column('benefits', 'x'), view.list(undefined)]).toEqual([undefined, undefined]);
});

test('values as an engagement keeps them, and as people see them', () => {
  const value = (row: string, column: string) => view.value('benefits', row, column);
  expect([value('b1', 'item'), value('b1', 'day'), value('b2', 'metric')]).toEqual(
    ['x', '2026-03-01', 7], // prettier-ignore
  );
  expect([value('b3', 'item'), value('x', 'item'), value('b1', 'x')]).toEqual([null, null, null]);
  const shown = (column: string, of: string | number | null) => view.shown('benefits', column, of);
  expect(shown('item', 'x')).toBe('Waste');
  expect(shown('item', 'y')).toBe('y');
  expect(shown('metric', 7)).toBe('7');
  expect(shown('metric', null)).toBe('–');
});

test('a row is called by what tells it from others', () => {
  const nameOf = (row: string) => view.nameOf('benefits', row);
  expect([nameOf('b1'), nameOf('b2'), nameOf('b3')]).toEqual(['Waste · M1', '7', undefined]);
});

test('who is asked what, and who sees what was answered', () => {
  const tables = (audience: 'department' | 'lead' | 'finance') =>
    partsOf(audience).map(({ table, name }) => `${table} ${name}`);
  expect(tables('department')).toContain('pain PainPoints');
  expect(tables('department')).not.toContain('costs Costs');
  expect(tables('finance')).toContain('costs Costs');
  expect((['department', 'lead', 'finance'] as const).map(isPrefilled)).toEqual([
    ...[false, true, true],
  ]);
});
