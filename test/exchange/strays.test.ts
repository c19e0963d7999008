import type { Sheet } from '../../src/book';
import { gridOf, type Grid } from '../../src/exchange/grid';
import type { Sent } from '../../src/exchange/sent';
import { readStrays } from '../../src/exchange/strays';
import { message } from '../../src/messages';
import { sheetOf } from './sheet';

const howTo = message('en', 'template.howTo');
const sent = {
  format: 'appfi-template/2',
  lang: 'en',
  texts: ['What it is', 'Filled so far', 'Ours *', howTo],
  lists: [{ id: 'pick', open: false, entries: [['yes', 'Yes'], ['no', 'No']] }],
} as unknown as Sent; // prettier-ignore

type Rows = Parameters<typeof sheetOf>[0];

/** What is a stray on a sheet, as place and words. */
function strays(
  rows: Rows,
  { said = {}, header, of = sent }: { said?: Partial<Sheet>; header?: number; of?: Sent } = {},
): string[] {
  const grid = gridOf(sheetOf(rows, said));
  const asked = new Map<Grid, number>(header === undefined ? [] : [[grid, header]]);
  return readStrays(of, [grid], asked, 'Li').map(({ kind, place, found, column }) => {
    expect([kind, column]).toEqual(['stray', '']);
    return `${place} ${found}`;
  });
}

test('what was not sent is told; texts, the respondent’s name and nothing else are ours', () => {
  expect(strays([['what  it is', 'Li', 'ours'], [], [null, 'Mine', 7, ' ']])).toEqual([
    ...['S!B3 Mine', 'S!C3 7'],
  ]);
});

test('of a sheet with a table, only what stands above its header', () => {
  const rows = [['Mine'], ['Header'], ['Body']];
  expect(strays(rows, { header: 1 })).toEqual(['S!A1 Mine']);
  expect(strays(rows, { header: -1 })).toEqual([]);
  expect(strays(rows)).toHaveLength(3);
});

test('words of lists are ours on a hidden sheet alone', () => {
  expect(strays([['Yes', 'no', 'Mine']])).toHaveLength(3);
  expect(strays([['Yes', 'no', 'Mine']], { said: { visibility: 'Hidden' } })).toEqual([
    'S!C1 Mine',
  ]);
});

test('the sheet with what was sent is passed over, wherever its mark stands', () => {
  const mark = 'appfi-template/2 abc 1';
  expect(strays([['Mine'], [null, mark]])).toEqual([]);
  expect(strays([...Array.from({ length: 19 }, () => []), [mark, 'Mine']])).toEqual([]);
  expect(strays([['Mine'], [null, `x${mark}`]])).toHaveLength(2);
});

test('the first sheet counts how far one is: formulas, or the values that a program has left', () => {
  const formula = (value: string | number) => ({ value, formula: '=1' });
  const mine = { value: 5 };
  expect(strays([[howTo], ['Filled so far', formula(3), mine]])).toEqual(['S!C2 5']);
  expect(strays([[howTo], ['Filled so far', 3], ['Mine', 4], [5]])).toEqual([
    ...['S!A3 Mine', 'S!B3 4', 'S!A4 5'],
  ]);
  const filled = message('en', 'template.filled', { filled: 3, asked: 5 });
  expect(strays([[howTo], [filled]])).toEqual([]);
  // On another sheet a number is anybody's.
  expect(strays([['Filled so far', 3]])).toEqual(['S!B1 3']);
  expect(strays([[null, null, null, null, howTo], ['Filled so far', 3]])).toEqual(['S!B2 3']);
}); // prettier-ignore

test('of the first version nothing is known of what stood on the first sheet', () => {
  const of = { ...sent, format: 'appfi-template/1' } as Sent;
  expect(strays([[howTo], ['Mine']], { of })).toEqual([]);
  expect(strays([['Mine']], { of })).toEqual(['S!A1 Mine']);
});
