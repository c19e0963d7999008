import { formatRuns, rowFormats, rowHeight } from '../../src/office/formatting';
import type { RowSpec, TableBlock } from '../../src/workbook';

describe('number formats of columns side by side', () => {
  test('those that are shown alike are one', () => {
    expect(formatRuns(['a', 'a', 'b', undefined, 'b'], 1_000)).toEqual([
      { offset: 0, columns: 2, cells: 'a' },
      { offset: 2, columns: 1, cells: 'b' },
      { offset: 4, columns: 1, cells: 'b' },
    ]);
    expect(formatRuns([undefined, 'a'], 1)).toEqual([{ offset: 1, columns: 1, cells: 'a' }]);
    expect(formatRuns([undefined], 1)).toEqual([]);
  });

  // 14 bytes a row: 286 of them are as much as a further range is worth.
  test('a matrix, as long as it is less than the ranges that it saves', () => {
    expect(formatRuns([undefined, 'a', undefined, 'b', undefined], 2)).toEqual([
      { offset: 1, columns: 3, cells: [['a', null, 'b'], ['a', null, 'b']] }, // prettier-ignore
    ]);
    const parts = (rows: number) => formatRuns(['a', undefined, 'b'], rows).length;
    expect([285, 286].map(parts)).toEqual([1, 2]);
  });
});

test('rows that are shown otherwise than their column, others as it is shown', () => {
  const row = (kinds?: RowSpec['kinds']): RowSpec => ({ id: 'r', cells: {}, ...(kinds && { kinds }) }); // prettier-ignore
  const block = {
    columns: [
      { id: 'x', kind: 'text' },
      { id: 'y', kind: 'percent' },
    ],
    rows: [row(), row({ y: 'integer' })],
  } as TableBlock;
  expect(rowFormats(block)).toEqual([{ column: 1, formats: ['0%', '0'] }]);
  expect(rowFormats(block, [row({ x: 'ratio' }), undefined])).toEqual([
    { column: 0, formats: ['0.0%', 'General'] },
  ]);
  expect(rowFormats(block, [undefined])).toEqual([]);
});

test('a row is as high as its lines, within what Excel allows', () => {
  expect([0, 1, 2, 10, 27, 28].map(rowHeight)).toEqual([20, 20.5, 35, 151, 397.5, 400]);
});
