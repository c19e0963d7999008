import type { Cell, Scalar, Sheet } from '../../src/book';
import { CellError } from '../../src/book';
import { Asking, type Reply } from '../../src/exchange/ask';
import { CellReader } from '../../src/exchange/readCell';
import type { Sent } from '../../src/exchange/sent';
import { column, foundIn, sheetOf, tableOf } from './sheet';

const lists = [
  { id: 'pick', open: false, entries: [['yes', 'Yes'], ['no', 'No']] },
  { id: 'phase', open: true, entries: [['one', 'First']] },
] as unknown as Sent['lists']; // prettier-ignore

interface Around {
  table?: string;
  was?: string | null;
  about?: Record<string, string>;
  replies?: Reply[];
  below?: (Scalar | null | Partial<Cell>)[];
  said?: Partial<Sheet>;
}

/** What a cell of a column says, and what is told of it with the choices there are. */
function read(
  of: string,
  cell: Scalar | null | Partial<Cell>,
  { table: id = 'pain', was = null, about = {}, replies = [], below = [], said }: Around = {},
) {
  const spec = column(of);
  const table = tableOf(`id item ${of}`, { p1: { item: 'Slow' } }, { id, name: names[id] ?? 'PainPoints' }); // prettier-ignore
  const sheet = sheetOf(
    [['ID', 'ITEM', spec.header], ['p1', 'Slow', cell], ...below.map((one) => [null, null, one])],
    said,
  );
  const units = { m1: 'money', m2: 'ratio' };
  const sent = { lists, units, currency: 'EUR', sent: '2026-03-01', lang: 'en' };
  const asking = new Asking(replies);
  const reader = new CellReader(sent as unknown as Sent, table, foundIn(table, sheet), asking);
  const value = reader.read(1, spec, about, was);
  const told = asking.issues.map(({ kind, place, found, column: header, ask }) =>
    [kind, place, found, header, ...(ask ? [`(${ask.choices.join()})`] : [])].join(' | '),
  );
  return told.length > 0 ? [value, ...told] : value;
}
const names: Record<string, string> = { readings: 'Readings', terms: 'Terms' };
const style = (numberFormat: string) => ({ style: { numberFormat } });

test('a word of the list, and a word of one’s own where the list is open', () => {
  expect([read('+a:text:pick', 'Yes'), read('+a:text:pick', null)]).toEqual(['yes', null]);
  expect(read('+a:text:pick', 'perhaps')).toEqual([
    ...[undefined, 'value-unknown | S!C2 | perhaps | A | (Yes,No)'],
  ]);
  expect(read('+a:text:phase', 'Later')).toEqual(['Later', 'word-own | S!C2 | Later | A']);
  expect(read('+a:text:phase', 'Later', { was: 'Later' })).toBe('Later');
  expect(read('a:text:phase', 'Later')).toBe('Later');
  expect(read('a:text:pick', 'perhaps')).toBeUndefined();
});

test('what was sent and is said again is nobody’s doubt', () => {
  expect(read('+a:money', 'about 5', { was: 'about 5' })).toBe('about 5');
  expect(read('+a:money', '1.200', { was: '1.200' })).toBe('1.200');
  expect(read('+a:text:pick', ' gone ', { was: 'gone' })).toBe('gone');
  expect(read('+a:money', 'about 5')).toEqual([undefined, 'not-number | S!C2 | about 5 | A | ()']);
});

test('errors and signs that nobody sees are told in cells to fill', () => {
  const error = { value: new CellError('#N/A') } as unknown as Partial<Cell>;
  expect(read('+a', error)).toEqual([undefined, 'error-value | S!C2 | #N/A | A']);
  expect(read('a', error)).toBeUndefined();
  expect(read('+a', 'a\u0007b')).toEqual(['a\u0007b', 'signs | S!C2 | a\u0007b | A']);
  expect(read('a', 'a\u0007b')).toBe('a\u0007b');
});

test('a text is what a person sees: days, times and shares', () => {
  expect(read('+a', { value: 46_082, ...style('yyyy-mm-dd') })).toBe('2026-03-01');
  expect(read('+a', { value: 0.5, ...style('0%') })).toBe('50%');
  expect(read('+a', { value: 0.5 })).toBe('0.5');
  expect(read('+a:number', { value: 0.5, ...style('0%') })).toEqual([
    ...[undefined, 'share-of-money | S!C2 | 50% | A | ()'],
  ]);
});

test('amounts in another currency and shares of money are asked about as they are seen', () => {
  expect(read('+a:money', '$5')).toEqual([undefined, 'other-currency | S!C2 | $5 | A | (5)']);
  expect(read('+a:money', { value: 5, ...style('$0.00') })).toEqual([
    ...[undefined, 'other-currency | S!C2 | $5.00 | A | (5)'],
  ]);
  expect(read('+a:money', '€5')).toBe(5);
  expect(read('a:money', { value: 5, ...style('$0.00') })).toBe(5);
  expect(read('+a:money', { value: 0.3, ...style('0%') })).toEqual([
    ...[undefined, 'share-of-money | S!C2 | 30% | A | ()'],
  ]);
  expect(read('+a:percent', { value: 0.3, ...style('0%') })).toBe(0.3);
  expect(read('+a:money', '30%')).toEqual([undefined, 'share-of-money | S!C2 | 30% | A | ()']);
});

test('a bare number beyond one may be a share or so many times', () => {
  expect([read('+a:rate', 1), read('+a:rate', '30%'), read('+a:percent', 30)]).toEqual([
    ...[1, 0.3, 30],
  ]);
  expect(read('+a:rate', 3)).toEqual([undefined, 'out-of-range | S!C2 | 3 | A | (3%,300%)']);
  expect(read('+a:rate', -30)).toEqual([undefined, 'out-of-range | S!C2 | -30 | A | ()']);
  expect(read('+a:rate', { value: 3, ...style('0%') })).toBe(3);
  expect(read('a:rate', 30)).toBe(30);
  expect(read('+a:rate', 1.5)).toEqual([undefined, 'out-of-range | S!C2 | 1.5 | A | (1.5%,150%)']);
});

test('numbers beyond what their column can be are asked about', () => {
  const share = (value: number) => read('+share:percent', value, { table: 'bands' });
  expect([share(0), share(1), share(0.5)]).toEqual([0, 1, 0.5]);
  expect(share(1.1)).toEqual([undefined, 'out-of-range | S!C2 | 1.1 | SHARE | (1.1%)']);
  expect(share(-0.1)).toEqual([undefined, 'out-of-range | S!C2 | -0.1 | SHARE | ()']);
});

test('figures are of the unit of what their row is about', () => {
  const value = (cell: Scalar | Partial<Cell>, about: Record<string, string>) =>
    read('+value:number', cell, { table: 'readings', about });
  expect(value('€5', { metric: 'm1' })).toBe(5);
  expect(value('30%', { metric: 'm2' })).toBe(0.3);
  const ask = 'out-of-range | S!C2 | 3 | VALUE | (3%,300%)';
  expect(value(3, { metric: 'm2' })).toEqual([undefined, ask]);
  expect(value('30%', { unit: 'ratio', metric: 'm1' })).toBe(0.3);
  expect(value(30, { unit: 'hours', metric: 'm2' })).toBe(30);
  expect(value('€5', { metric: 'm9' })).toEqual([
    undefined,
    'not-number | S!C2 | €5 | VALUE | (5)',
  ]);
});

test('a cell that is merged with those above says what they say', () => {
  const merged = (row: number, rows: number, of = 2, spec = '+a') =>
    read(spec, null, {
      said: { merges: [{ row, column: of, rows, columns: 1 }] } as never,
    });
  expect([merged(0, 2), merged(0, 1), merged(1, 2), merged(0, 2, 1)]).toEqual([
    ...['A', null, null, null],
  ]);
  // What is only to be read is where it stands.
  expect(merged(0, 2, 2, 'a')).toBeNull();
});

test('beside ticks an x is a cross', () => {
  const pick = (cell: string, ...below: (string | null)[]) => read('+a:text:pick', cell, { below });
  expect([pick('x'), pick('x', 'x'), pick(' X ', '✓'), pick('ｘ', null, ' √ ')]).toEqual([
    ...['yes', 'yes', 'no', 'no'],
  ]);
  expect([pick('yes', '✓'), pick('x', '✓ yes')]).toEqual(['yes', 'yes']);
});

test('a reply settles what is asked; another question stays', () => {
  const reply = (word: string, found = '1.200') =>
    read('+a:money', '1.200', { replies: [{ place: 'S!C2', found, reply: word }] });
  expect([reply('1200'), reply('1.2'), reply('7'), reply('')]).toEqual([1200, 1.2, 7, undefined]);
  const open = [undefined, 'number-doubtful | S!C2 | 1.200 | A | (1200,1.2)'];
  expect([reply('much'), reply('7', 'other')]).toEqual([open, open]);
  expect(
    read('+a:text:pick', 'perhaps', {
      replies: [{ place: 'S!C2', found: 'perhaps', reply: 'no' }],
    }),
  ).toBe('no');
});
