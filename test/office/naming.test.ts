import { blockAnchor, cellName, namingOf, sheetAnchor } from '../../src/office/naming';
import type { SheetSpec } from '../../src/workbook';

const sheets = [
  {
    blocks: [
      { kind: 'table', name: 'Costs', columns: [{ id: 'item', header: 'Cost item' }] },
      { kind: 'text', rows: [] },
    ],
  },
] as unknown as SheetSpec[];

test('tables and columns are called as they are now, else as they were described', () => {
  const described = namingOf(sheets);
  expect([described.table('Costs'), described.header('Costs', 'item')]).toEqual([
    ...['Costs', 'Cost item'],
  ]);
  const actual = namingOf(sheets, {
    tables: new Map([['Costs', 'Spending']]),
    headers: new Map([['Costs', new Map([['item', 'What']])]]),
  });
  expect([actual.table('Costs'), actual.header('Costs', 'item')]).toEqual(['Spending', 'What']);
  expect(actual.name('Roi.Rate')).toBe('Roi.Rate');
  for (const [table, column] of [['Costs', 'gone'] as const, ['Gone', 'item'] as const])
    expect(() => described.header(table as never, column as never)).toThrow(
      `No column ${column} in table ${table}`,
    );
});

test('a name of cells is one that Excel takes', () => {
  expect(cellName('Driver', 'ka.driver.gross-margin')).toBe('Driver.ka.driver.gross_margin');
  expect(cellName('Driver', 'custom.driver.毛利 1')).toBe('Driver.custom.driver.毛利_1');
  expect([sheetAnchor('roi'), blockAnchor('roi.years')]).toEqual([
    ...['appfi.sheet.roi', 'appfi.roi.years'],
  ]);
});
