import type { Cell, Scalar, Sheet } from '../../src/book';
import { readMarks } from '../../src/exchange/marks';
import { foundIn, sheetOf, tableOf } from './sheet';

const table = tableOf('id item +pick +comment', { p1: {} });
const header = ['ID', 'ITEM', 'PICK', 'COMMENT'];
const green: Partial<Cell> = { style: { fill: '#92d050' } };
const red: Partial<Cell> = { style: { fontColor: '#FF0000' } };
const yellow: Partial<Cell> = { style: { fill: '#FFFF00' } };

/** Marks as `where: whose`; the rows are called A, B, C …, and begin in the second row. */
function marks(
  marked: Record<string, Partial<Cell>>,
  { rows = 6, columns = header, said = {} as Partial<Sheet> } = {},
): Record<string, string> {
  const body = Array.from({ length: rows }, (_, row) => [
    row === 0 ? 'p1' : null,
    ...columns.slice(1).map((_, i): Scalar | null => (i > 0 ? null : 'ABCDEFGHIJKLM'[row]!)),
  ]);
  const sheet = sheetOf([columns, ...body], said);
  for (const [at, cell] of Object.entries(marked)) {
    const [, letter = '', row = ''] = /^([A-E])(\d+)$/.exec(at)!;
    const cells = (sheet.cells[Number(row) - 1] ??= []);
    const c = letter.charCodeAt(0) - 65;
    cells[c] = { value: null, ...cells[c], ...cell } as Cell;
  }
  const found = foundIn(table, sheet);
  return Object.fromEntries(
    readMarks(found, 'item').map(({ kind, place, found: names, column }) => {
      expect([kind, column]).toEqual(['marked', '']);
      return [place, names];
    }),
  );
}

test('cells of one mark are told together, by what their rows are called', () => {
  expect(marks({ D3: green, C4: green, C3: green })).toEqual({ 'S!C3:D3, C4': 'B · C' });
  expect(marks({ C5: green, D2: green })).toEqual({ 'S!D2, C5': 'A · D' });
  // What begins further left is told first.
  expect(Object.keys(marks({ C3: green, D2: red, C4: yellow }))).toEqual(['S!C3', 'S!C4', 'S!D2']);
  expect(marks({ D3: red }, { columns: ['ID', 'ITEM', 'COMMENT', 'PICK'] })).toEqual({
    'S!D3': 'B',
  });
});

test('areas of the same width below each other are one; of others each its own', () => {
  expect(marks({ C3: green, D3: green, C4: green, D4: green, C5: green })).toEqual({
    'S!C3:D4, C5': 'B · C · D',
  });
  expect(marks({ C3: green, C5: green })).toEqual({ 'S!C3, C5': 'B · D' });
  expect(marks({ C3: green, D4: green })).toEqual({ 'S!C3, D4': 'B · C' });
  expect(marks({ B3: green, C3: green, C4: green })).toEqual({ 'S!B3:C3, C4': 'B · C' });
  expect(marks({ B3: green, D3: green })).toEqual({ 'S!B3, D3': 'B' });
});

test('six areas are told, and that there are more', () => {
  const at = (rows: number[]) =>
    Object.fromEntries(rows.map((row) => [row % 2 ? `C${row}` : `D${row}`, green]));
  expect(marks(at([2, 3, 4, 5, 6, 7]))).toEqual({
    'S!D2, C3, D4, C5, D6, C7': 'A · B · C · … (6)',
  });
  expect(marks(at([2, 3, 4, 5, 6, 7, 8]), { rows: 8 })).toEqual({
    'S!D2, C3, D4, C5, D6, C7, …': 'A · B · C · … (7)',
  });
});

test('a colour of nearly a whole column is how it looks; struck through always says something', () => {
  const whole = (count: number, cell: Partial<Cell>) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`C${i + 2}`, cell]));
  expect(marks(whole(9, green), { rows: 10 })).toEqual({});
  expect(marks(whole(8, green), { rows: 10 })).toEqual({ 'S!C2:C9': 'A · B · C · … (8)' });
  expect(marks(whole(10, { style: { strikethrough: true } }), { rows: 10 })).toEqual({
    'S!C2:C11': 'A · B · C · … (10)',
  });
  // The header, and what stands above, is not looked at; nor are rows that say nothing.
  expect(marks({ C1: green })).toEqual({});
  expect(marks({ C9: green })).toEqual({});
});

test.each<[Partial<Cell>, boolean]>([
  [{ style: { fill: '#fff8db' } }, false],
  [{ style: { fill: '#FFFFFF' } }, false],
  [{ style: { fill: '#FFFFFE' } }, true],
  [{ style: {} }, false],
  [{ style: { fontColor: '#FF0000' } }, true],
  [{ style: { fontColor: '#00b050' } }, true],
  [{ style: { fontColor: '#0000FF' } }, true],
  [{ style: { fontColor: '#202020' } }, false],
  [{ style: { fontColor: '#909090' } }, false],
  [{ style: { fontColor: '#500000' } }, false],
  [{ style: { fontColor: '#510000' } }, true],
  [{ style: { fontColor: '#005100' } }, true],
  [{ style: { fontColor: '#000051' } }, true],
  // A link's, as templates write it.
  [{ style: { fontColor: '#0b6e99' } }, false],
  [{ style: { strikethrough: true } }, true],
  [{ style: { strikethrough: false } }, false],
  [{ rich: '<r><rPr><strike/></rPr><t>x</t></r>' }, true],
  [{ rich: '<r><rPr><strike val="1"/></rPr><t>x</t></r>' }, true],
  [{ rich: '<r><rPr><strike val="0"/></rPr><t>x</t></r>' }, false],
  [{ rich: '<r><rPr><strike val="false"/></rPr><t>x</t></r>' }, false],
  [{ rich: '<r><rPr><b/></rPr><t>x</t></r>' }, false],
])('%j is a mark: %s', (cell, is) => {
  expect(marks({ C3: cell })).toEqual(is ? { 'S!C3': 'B' } : {});
});

test('two marks of a cell are two', () => {
  expect(
    readMarks(
      foundIn(
        table,
        sheetOf([header, ['p1', 'A', { style: { ...green.style, strikethrough: true } }]]),
      ),
      'item',
    ).map(({ place }) => place),
  ).toEqual(['S!C2']);
  expect(
    marks({ C3: { style: { fill: '#FFFF00', fontColor: '#FF0000' } }, D4: red, D5: yellow }),
  ).toEqual({ 'S!C3, D5': 'B · D', 'S!C3, D4': 'B · C' });
});

test('a row without a name is called by the first that it says', () => {
  const sheet = sheetOf([header, ['p1', 'A'], [null, ' ', 'Yes', green]]);
  expect(readMarks(foundIn(table, sheet), 'item')).toMatchObject([{ found: 'Yes' }]);
  const nameless = tableOf('id +pick +comment', { p1: {} });
  const other = sheetOf([
    header.filter((word) => word !== 'ITEM'),
    ['p1', 'Yes', green],
    [null, 'No'],
  ]);
  expect(readMarks(foundIn(nameless, other), 'item')).toMatchObject([{ found: 'p1' }]);
});
