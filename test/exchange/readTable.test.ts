import type { Sheet } from '../../src/book';
import { Asking, type Reply } from '../../src/exchange/ask';
import { TableReader } from '../../src/exchange/readTable';
import type { Sent, SentTable } from '../../src/exchange/sent';
import { foundIn, sheetOf, tableOf } from './sheet';

const pick: Sent['lists'][number] = {
  ...{ id: 'pick', open: false },
  entries: [
    ['yes', 'Yes'],
    ['no', 'No'],
  ],
};
const columns = 'id no item symptom +pick:text:pick +days:number +comment';
const pains = tableOf(columns, {
  p1: { no: 1, item: 'Slow', symptom: 'Days' },
  p2: { no: 2, item: 'Dear', pick: 'no', days: 3, comment: 'was' },
});
const header = ['ID', 'NO', 'ITEM', 'SYMPTOM', 'PICK', 'DAYS', 'COMMENT'];
const p1 = ['p1', 1, 'Slow', 'Days'];
const p2 = ['p2', 2, 'Dear', null, 'No', 3, 'was'];

/** What the rows say: answers as `row column: value`, one's own rows, and what is told. */
function read(
  rows: Parameters<typeof sheetOf>[0],
  {
    table = pains,
    replies = [],
    said = {},
  }: { table?: SentTable; replies?: Reply[]; said?: Partial<Sheet> } = {},
) {
  const sent = {
    ...{ lang: 'en', sent: '2026-03-01', currency: 'EUR', lists: [pick], tables: [table] },
  } as unknown as Sent;
  const asking = new Asking(replies);
  const found = foundIn(table, sheetOf(rows, said));
  const { answers, own } = new TableReader(sent, table, found, asking).read();
  return {
    answers: answers.map(({ row, column, value, place }) => `${row} ${column}: ${value} ${place}`),
    own: own.map(({ cells, place }) => ({ ...cells, place })),
    told: asking.issues.map(({ kind, place, found: words, column, ask }) =>
      [kind, place, words, column, ...(ask ? [`(${ask.choices.join()})`] : [])].join(' | '),
    ),
  };
}
const nothing = { answers: [], own: [], told: [] };

test('cells that say something else than was sent are answers', () => {
  expect(read([header, p1, p2])).toEqual(nothing);
  expect(
    read([[], header, [...p1, 'Yes', '5', 'well'], [...p2.slice(0, 4), 'yes', null, ' was ']]),
  ).toEqual({
    ...nothing,
    answers: [
      'p1 pick: yes S!E3',
      'p1 days: 5 S!F3',
      'p1 comment: well S!G3',
      'p2 pick: yes S!E4',
      'p2 days: null S!F4',
    ],
  });
});

test('texts that were sent to be read and say something else are told, but for the number', () => {
  expect(read([header, ['p1', 7, 'Slow', 'Weeks'], p2]).told).toEqual([
    'text-changed | S!D2 | Weeks | SYMPTOM',
  ]);
  expect(read([header, ['p1', 1, 'Slower', null], p2]).told).toEqual([
    'text-changed | S!C2 | Slower | ITEM',
    'text-changed | S!D2 |  | SYMPTOM',
  ]);
});

test('columns that are gone are told on their sheet', () => {
  const short = (row: readonly unknown[]) => row.slice(0, 5) as never;
  expect(read([short(header), short(p1), short(p2)])).toEqual({
    ...nothing,
    told: ['column-missing | S |  | DAYS', 'column-missing | S |  | COMMENT'],
  });
});

test('the same row twice counts once, unless the two differ', () => {
  const twice = (first: unknown[], second: unknown[]) =>
    read([header, [...p1, ...first] as never, [...p1, ...second] as never, p2]);
  expect(twice(['Yes', 5], ['Yes', 5])).toEqual({
    ...nothing,
    answers: ['p1 pick: yes S!E2', 'p1 days: 5 S!F2'],
  });
  expect(twice(['Yes', 5], ['No', null, 'more'])).toEqual({
    ...nothing,
    answers: ['p1 pick: yes S!E2', 'p1 days: 5 S!F2', 'p1 comment: more S!G3'],
    told: ['row-duplicated | S!E3 | no | PICK'],
  });
  expect(twice([], ['Yes']).answers).toEqual(['p1 pick: yes S!E3']);
  // A blank in the second is no second word.
  expect(read([header, p1, p2, [...p2.slice(0, 4), 'No', null, 'was']]).answers).toEqual([]);
  // With another name it is a row of one's own.
  expect(read([header, p1, p2, ['p1', null, 'Mine', null, 'Yes', 1]])).toEqual({
    ...nothing,
    own: [{ item: 'Mine', pick: 'yes', days: 1, place: 'S!C4' }],
  });
});

test('rows that were not sent are one’s own, where rows may be added', () => {
  const mine = [null, null, 'Mine', null, 'Yes', null, 'seen'];
  expect(read([header, p1, p2, mine])).toEqual({
    ...nothing,
    own: [{ item: 'Mine', pick: 'yes', comment: 'seen', place: 'S!C4' }],
  });
  expect(read([header, p1, p2, mine], { table: { ...pains, own: false } })).toEqual({
    ...nothing,
    told: ['row-unknown | S!A4 | Mine · yes · seen | ITEM'],
  });
  expect(read([header, p1, p2, [null, null, null, null, 'Yes', null, 'seen']])).toEqual({
    ...nothing,
    own: [{ pick: 'yes', comment: 'seen', place: 'S!C4' }],
    told: ['nameless | S!C4 | yes · seen | ITEM'],
  });
  // An id of nobody's, or a number, says nothing.
  expect(read([header, p1, p2, ['p9'], [null, 3]])).toEqual(nothing);
});

test('what is no item is asked about, or told where nobody adds rows', () => {
  const total = [null, null, 'Total', null, null, 7];
  const choice = 'It is an item';
  expect(read([header, p1, p2, total])).toEqual({
    ...nothing,
    told: [`row-no-item | S!A4 | Total · 7 |  | (${choice})`],
  });
  expect(read([header, p1, p2, ['p9', 8, ...total.slice(2)]]).told).toEqual([
    `row-no-item | S!A4 | Total · 7 |  | (${choice})`,
  ]);
  const replies = [{ place: 'S!A4', found: 'Total · 7', reply: choice }];
  expect(read([header, p1, p2, total], { replies })).toEqual({
    ...nothing,
    own: [{ item: 'Total', days: 7, place: 'S!C4' }],
  });
  expect(read([header, p1, p2, total], { table: { ...pains, own: false } })).toEqual({
    ...nothing,
    told: ['row-no-item | S!A4 | Total · 7 | '],
  });
});

test('a word alone is no item among rows that were sent, or far below them', () => {
  const texts = tableOf('id item +pick:text:pick +comment', { p1: { item: 'A' }, p2: { item: 'B' } });
  const title = ['ID', 'ITEM', 'PICK', 'COMMENT'];
  const [a, b, mine] = [['p1', 'A'], ['p2', 'B'], [null, 'Printing']];
  const kinds = (rows: (string | null)[][], said: Partial<Sheet> = {}) => {
    const { own, told } = read([title, ...rows], { table: texts, said });
    return [...own.map(() => 'own'), ...told.map((one) => one.split(' ')[0])];
  };
  expect(kinds([a, b, mine])).toEqual(['own']);
  expect(kinds([a, mine, b])).toEqual(['row-no-item']);
  const below = (empty: number) => [...Array.from({ length: empty }, () => []), mine];
  expect(kinds([a, b, ...below(11)])).toEqual(['own']);
  expect(kinds([a, b, ...below(12)])).toEqual(['row-no-item']);
  const ofRows = (rows: number, row = 0) =>
    ({ tables: [{ area: { row, column: 0, rows, columns: 4 } }] }) as never;
  expect(kinds([a, b, mine], ofRows(4))).toEqual(['own']);
  expect(kinds([a, b, mine], ofRows(3))).toEqual(['row-no-item']);
  expect(kinds([a, b, mine], ofRows(3, 1))).toEqual(['own']);
  expect(kinds([a, b, ...below(20)], ofRows(30))).toEqual(['own']);
}); // prettier-ignore

test('rows whose words stand beside other ids are told, and taken by their words', () => {
  const moved = [
    ['p2', 1, 'Slow', 'Days', 'Yes'],
    ['p1', 2, 'Dear', null, 'No', 3, 'was'],
  ];
  expect(read([header, ...moved])).toEqual({
    ...nothing,
    answers: ['p1 pick: yes S!E2'],
    told: ['rows-moved | S | 2 | '],
  });
  const shifted = [
    ['p2', 1, 'Slow', 'Days'],
    ['p1', 2, 'What', null],
  ];
  expect(read([header, ...shifted])).toEqual({
    ...nothing,
    told: ['table-shifted | S!A3 | What | '],
  });
  const nameless = [shifted[0]!, ['p1', 2, null, 'What']];
  expect(read([header, ...nameless]).told).toEqual(['table-shifted | S!A3 |  | ']);
});

test('what stands in columns of nobody’s is told; under a header it may be a missing column', () => {
  expect(read([[...header, 'Mine'], p1, p2]).told).toEqual(['stray | S!H1 | Mine | ']);
  expect(read([[...header, 'Mine'], p1, [...p2, 'x']]).told).toEqual([
    'column-unknown | S!H3 | x | Mine',
  ]);
  expect(read([header, p1, [...p2, null, 'x']]).told).toEqual(['column-unknown | S!I3 | x | ']);
  const far = [...p1, null, null, null, null, 'x'];
  expect(read([header, far, [...p2, 'y']]).told).toEqual([
    ...['column-unknown | S!H3 | y | ', 'column-unknown | S!I2 | x | '],
  ]);
  const renamed = [...header.slice(0, 6), 'What we think', 'Else'];
  const body = [p1, [...p2.slice(0, 6), 'a', 'b']];
  const missing = 'column-missing | S |  | COMMENT';
  expect(read([renamed, ...body]).told).toEqual([
    'column-unknown | S!G3 | a | What we think | (COMMENT)',
    'column-unknown | S!H3 | b | Else | (COMMENT)',
    missing,
  ]);
  const replies = [{ place: 'S!G3', found: 'a', reply: 'comment' }];
  expect(read([renamed, ...body], { replies })).toEqual({
    ...nothing,
    answers: ['p2 comment: a S!G3'],
    told: ['column-unknown | S!H3 | b | Else'],
  });
});
