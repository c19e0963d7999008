import type { Book, Note, Sheet } from '../../src/book';
import { readFilled, readWith, UnreadableError } from '../../src/exchange/read';
import { packSent, type Sent } from '../../src/exchange/sent';
import { sheetOf, tableOf } from './sheet';

const table = () =>
  tableOf('id item +pick:text:pick +comment', { p1: { item: 'Slow' }, p2: { item: 'Dear' } });
const sentOf = (said: Partial<Sent> = {}): Sent => ({
  format: 'appfi-template/2',
  engagement: { id: 'e', name: 'E' },
  ...{ audience: 'department', respondent: 'Li', due: '', lang: 'en', sent: '2026-03-01' },
  ...{ tables: [table()], texts: [] },
  lists: [{ id: 'pick', open: false, entries: [['yes', 'Yes'], ['no', 'No']] }],
  ...said,
}); // prettier-ignore
const sent = sentOf();

type Rows = Parameters<typeof sheetOf>[0];
const header = ['ID', 'ITEM', 'PICK', 'COMMENT'];
const rows = (p1: Rows[number] = [], ...more: Rows): Rows => [
  header,
  ['p1', 'Slow', ...p1],
  ['p2', 'Dear'],
  ...more,
];
const sheet = (name: string, cells: Rows, said: Partial<Sheet> = {}) =>
  sheetOf(cells, { name, ...said });
const bookOf = (sheets: Sheet[], names: { name: string; formula: string }[] = []): Book =>
  ({ sheets, names }) as unknown as Book;

function read(sheets: Sheet[], { base = sent, names = [] as { name: string; formula: string }[] } = {}) {
  const { answers, own, issues, respondent } = readFilled(bookOf(sheets, names), base);
  return {
    answers: answers.map(({ table: of, row, column, value, place }) =>
      [of, row, column, value, place].join(' '),
    ),
    own: own.map(({ table: of, cells, place }) => [of, ...Object.values(cells), place].join(' ')),
    told: issues.map(({ kind, place, found, column }) => [kind, place, found, column].join(' | ')),
    respondent,
  };
} // prettier-ignore
const nothing = { answers: [], own: [], told: [], respondent: 'Li' };

test('answers and rows of one’s own of all tables, each on a sheet of its own', () => {
  const asks = tableOf(
    'id item +pick:text:pick',
    { a1: { item: 'Why' } },
    { id: 'ask', sheet: 'Q' },
  );
  const two = sentOf({ tables: [asks, table()] });
  const pains = sheet('A', rows(['No'], [null, 'Mine', 'Yes']));
  const why = sheet('B', [header.slice(0, 3), ['a1', 'Why', 'Yes'], [null, 'How']]);
  expect(read([pains, why], { base: two })).toEqual({
    ...nothing,
    answers: ['ask a1 pick yes B!C2', 'pain p1 pick no A!C2'],
    own: ['ask How B!B3', 'pain Mine yes A!B4'],
  });
  expect(read([pains], { base: two }).told).toEqual(['table-missing | Q |  | ']);
});

test('of two copies the fuller one counts, and what the other says besides is told', () => {
  const first = sheet('A', rows(['Yes', 'well'], [null, 'Mine', 'No'], [null, 'Ours', 'No']));
  const copy = rows(['No', 'well'], [null, 'Mine', 'No'], [null, 'Theirs']);
  expect(read([sheet('Copy', copy), first])).toEqual({
    ...nothing,
    answers: ['pain p1 pick yes A!C2', 'pain p1 comment well A!D2'],
    own: ['pain Mine no A!B4', 'pain Ours no A!B5'],
    told: [
      'table-doubled | Copy |  | ',
      'on-copy | Copy!C2 | No | PICK',
      'on-copy | Copy!B5 | Theirs | ITEM',
    ],
  });
  // What the copy alone lacks is no loss, and what is in doubt on it is not asked.
  const short = [header.slice(0, 3), ['p1', 'Slow', 'perhaps'], ['p2', 'Dear']];
  expect(read([first, sheet('Copy', short)]).told).toEqual([
    ...['table-doubled | Copy |  | ', 'value-unknown | Copy!C2 | perhaps | PICK'],
  ]);
});

test('sheets of the template’s own are not read; what a respondent hides is', () => {
  const hidden = (visibility: string) => ({ visibility }) as Partial<Sheet>;
  const seen = (visibility: string) =>
    read([sheet('A', rows(['Yes'])), sheet('B', [['Mine']], hidden(visibility))]).told;
  expect([seen('VeryHidden'), seen('Hidden')]).toEqual([[], ['stray | B!A1 | Mine | ']]);
});

test('notes, pictures and charts are told where they stand; of a list what is chosen', () => {
  const note = (said: Partial<Note>): Note => ({ row: 1, column: 2, text: 'n', ...said }) as Note;
  const notes = [
    note({}),
    note({ text: 'Picture 1', isPicture: true }),
    note({ text: 'List', chosen: { range: 'A!$A$1:$A$3', entries: [2, 3] } }),
    note({ text: '', chosen: { entries: [1] } as never }),
    note({ text: '', chosen: { range: '$B$1:$B$3', entries: [1, 9] } }),
    note({ text: '', chosen: { range: '$B:$B', entries: [1] } }),
    note({ text: '', chosen: { range: '$2:$2', entries: [1] } }),
    // Of a list that is gone nobody knows the words.
    note({ text: '', chosen: { range: '#REF!', entries: [2] } }),
    note({ text: '', chosen: { range: 'Gone!$A$1:$A$3', entries: [2] } }),
  ];
  expect(read([sheet('A', rows(), { notes })]).told).toEqual([
    'note | A!C2 | n | ',
    'picture | A!C2 | Picture 1 | ',
    'note | A!C2 | List: p1, p2 | ',
    'note | A!C2 | 1 | ',
    'note | A!C2 | ITEM, 9 | ',
    'note | A!C2 | ITEM | ',
    'note | A!C2 | p1 | ',
    'note | A!C2 | 2 | ',
    'note | A!C2 | 2 | ',
  ]);
});

test('who answered is what the first sheet says', () => {
  const first = (name: string | number | null) => sheet('First', [[null, name]]);
  const of = (name: string | number | null, formula = '=First!$B$1') =>
    readFilled(
      bookOf([first(name), sheet('A', rows())], [{ name: 'TEMPLATE.respondent', formula }]),
      sent,
    ).respondent;
  expect([of(' Wu '), of(''), of(null), of(7)]).toEqual(['Wu', 'Li', 'Li', 'Li']);
  expect([of('Wu', '=#REF!'), of('Wu', '=Gone!$B$1'), of('Wu', '=First!$C$1')]).toEqual([
    ...['Li', 'Li', 'Li'],
  ]);
});

test('the digest is that of what is said, by whom, to which template', () => {
  const digest = (cells: Rows, base = sent) => readFilled(bookOf([sheet('A', cells)]), base).digest;
  const one = digest(rows(['Yes']));
  expect(digest([[], ...rows([' yes '])])).toBe(one);
  const others = [
    digest(rows(['No'])),
    digest(rows()),
    digest(rows([null, 'Yes'])),
    digest(rows(['Yes'], [null, 'Mine'])),
    digest(rows(['Yes'], [null, 'Ours'])),
    digest(rows(['Yes']), sentOf({ respondent: 'Wu' })),
    digest(rows(['Yes']), sentOf({ due: '2026-04-01' })),
  ];
  expect(new Set([one, ...others]).size).toBe(8);
});

test('what replies have made of it is said behind a plus', () => {
  const book = bookOf([sheet('A', rows(['perhaps']))]);
  const filled = (found: string, reply: string) =>
    readFilled(book, sent, [{ place: 'A!C2', found, reply }]);
  const plain = readFilled(book, sent);
  const settled = filled('perhaps', 'Yes');
  expect(settled.digest).toMatch(new RegExp(`^${plain.digest}\\+[0-9a-f]{8}$`));
  expect(settled.answers).toMatchObject([{ value: 'yes' }]);
  expect(filled('perhaps', 'No').digest).not.toBe(settled.digest);
  expect(filled('other', 'Yes').digest).toBe(plain.digest);
  expect(filled('perhaps', 'hm').digest).toBe(plain.digest);
});

const packed = (of: Sent, column = 0) =>
  sheet(
    'Base',
    [[], ...packSent(of).map((text) => [...Array.from({ length: column }, () => null), text])],
    { visibility: 'VeryHidden' },
  );

test('what was sent is in the file, wherever it stands; else the base that fits best', () => {
  const answers = sheet('A', rows(['Yes']));
  const words = (book: Book, bases: Sent[]) => {
    try {
      return readWith(book, bases).respondent;
    } catch (error) {
      return error instanceof UnreadableError ? error.reason : 'other';
    }
  };
  const other = sentOf({
    respondent: 'Wu',
    tables: [table(), { ...table(), id: 'ask', rows: { a1: { item: 'Why' } } }],
  });
  const wu = sentOf({ respondent: 'Wu' });
  expect(words(bookOf([packed(sent), answers]), [wu])).toBe('Li');
  expect(words(bookOf([answers, packed(sent, 19)]), [])).toBe('Li');
  expect(words(bookOf([answers, packed(sent, 20)]), [])).toBe('not-template');
  expect(words(bookOf([answers]), [other, sent])).toBe('Li');
  expect(words(bookOf([answers]), [sent, other])).toBe('Li');
  const broken = packed(sent);
  broken.cells[2]![0]!.value = '|{}|';
  expect([words(bookOf([broken]), []), words(bookOf([broken, answers]), [wu])]).toEqual([
    ...['damaged', 'Wu'],
  ]);
  const newer = packed(sent);
  newer.cells[1]![0]!.value = 'appfi-template/9 x 1';
  expect(words(bookOf([newer, answers]), [sent])).toBe('newer');
  // Of two that fit alike, the one whose respondent the first sheet names.
  const named = bookOf(
    [sheet('First', [[null, 'Wu']]), answers],
    [{ name: 'Template.Respondent', formula: '=First!$B$1' }],
  );
  expect(readWith(named, [sent, wu]).sent).toBe(wu);
  expect(readWith(named, [wu, sent]).sent).toBe(wu);
});
