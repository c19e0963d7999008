import {
  agreedOf,
  ballotsOf,
  cellKey,
  cellOf,
  choicesOf,
  isAsSent,
} from '../../src/engagement/votes';
import type { CellValue } from '../../src/workbook';

test.each<[string, CellValue | undefined, CellValue, boolean]>([
  ['the same word', 'yes', 'yes', true],
  ['another word', 'yes', 'no', false],
  ['nothing, as before', undefined, null, true],
  ['something where nothing was', undefined, 'x', false],
  ['nothing where something was', 0, null, false],
  ['line ends of Windows in what was sent', 'a\r\nb', 'a\nb', true],
  ['line ends of Windows in what stands there', 'a\nb', 'a\r\nb', true],
  ['blanks around what was sent', ' a ', 'a', true],
  ['blanks around what stands there', 'a', ' a\r\n', true],
  ['blanks inside', 'a b', 'a  b', false],
  ['a number as text', 7, '7', true],
  ['a number that a program rounded', 0.1 + 0.2, 0.3, true],
  ['a large number that a program rounded', 1e15 + 0.1, 1e15, true],
  ['another number', 1, 1.000_001, false],
  ['as little as a program may round', 0, 1e-12, true],
  ['hardly nothing', 0, 1.5e-12, false],
  ['the word null where nothing was', undefined, 'null', false],
  ['nothing where the word null was', 'null', null, false],
])('%s: %p and %p are as sent: %p', (_what, sent, value, expected) => {
  expect(isAsSent(sent, value)).toBe(expected);
});

test('what most say comes first, with all who say it', () => {
  const votes = ['no', 'yes', 'yes'].map((said, i) => ({ said, by: `p${i}` }));
  const choices = choicesOf(votes as unknown as Parameters<typeof choicesOf>[0]);
  expect(choices.map(({ said, by }) => [said, by.length])).toEqual([
    ['yes', 2],
    ['no', 1],
  ]);
});

/** What has come back: files by batch, each as `respondent template batch`, and what each says of cells. */
const ballots = (
  files: Record<string, string>,
  said: [file: string, row: string, said: CellValue][],
) => {
  const engagement = {
    responses: Object.fromEntries(
      Object.entries(files).map(([id, file]) => {
        const [respondent, template, batch] = file.split('/');
        return [id, { respondent, template, batch: Number(batch), file: id, audience: 'a' }];
      }),
    ),
    answers: Object.fromEntries(
      said.map(([response, row, said], i) => [
        `${i}`,
        { response, table: 'asks', row, column: 'pick', said },
      ]),
    ),
  } as unknown as Parameters<typeof ballotsOf>[0];
  return Object.fromEntries(
    [...ballotsOf(engagement)].map(([key, { votes }]) => [
      key,
      votes.map((vote) => `${vote.respondent}: ${vote.said} (${vote.file})`),
    ]),
  );
};

test('who answers the same template again has answered anew; of another template, cell by cell', () => {
  expect(
    ballots({ one: 'Li/core/1', two: ' li /core/2' }, [
      ['one', 'x', 'yes'],
      ['one', 'y', 'yes'],
      ['two', 'x', 'no'],
    ]),
  ).toEqual({ 'asks x pick': [' li : no (two)'] });
  const others: [string, string, CellValue][] = [
    ['one', 'x', 'yes'],
    ['one', 'y', 'yes'],
    ['two', 'x', 'no'],
  ];
  const anew = { 'asks x pick': ['Li: no (two)'], 'asks y pick': ['Li: yes (one)'] };
  expect(ballots({ one: 'Li/core/1', two: 'Li/more/2' }, others)).toEqual(anew);
  // The order in which they are kept decides nothing.
  expect(ballots({ one: 'Li/core/1', two: 'Li/more/2' }, others.toReversed())).toEqual(anew);
});

test('two files of one batch both count where they differ', () => {
  expect(
    ballots({ one: 'Li/core/1', two: 'Li/core/1' }, [
      ['one', 'x', 'yes'],
      ['two', 'x', 'no'],
      ['one', 'y', 3],
      ['two', 'y', 3],
    ]),
  ).toEqual({ 'asks x pick': ['Li: no (two)', 'Li: yes (one)'], 'asks y pick': ['Li: 3 (one)'] });
});

test('ballots stand in the order of their cells, votes in that of names; answers of no file do not count', () => {
  const found = ballots({ one: 'Wu/core/1', two: 'An/core/1', three: 'Mo/core/1' }, [
    ['one', 'y', 1],
    ['three', 'y', 1],
    ['two', 'y', 2],
    ['one', 'x', 1],
    ['one', 'z', 1],
    ['none', 'z', 1],
  ]);
  expect(Object.entries(found)).toEqual([
    ['asks x pick', ['Wu: 1 (one)']],
    ['asks y pick', ['An: 2 (two)', 'Mo: 1 (three)', 'Wu: 1 (one)']],
    ['asks z pick', ['Wu: 1 (one)']],
  ]);
});

test('a file that says neither who nor when counts as the earliest, of nobody', () => {
  const answer = { table: 'asks', row: 'x', column: 'pick', said: 'yes' };
  const engagement = (responses: object, ...of: string[]) =>
    ballotsOf({
      responses,
      answers: Object.fromEntries(of.map((response) => [response, { ...answer, response }])),
    } as unknown as Parameters<typeof ballotsOf>[0]);
  const nobody = { respondent: '', audience: '', file: '', sent: null, said: 'yes' };
  expect(engagement({ one: {} }, 'one').get('asks x pick')?.votes).toEqual([nobody]);
  const later = engagement({ one: {}, two: { batch: 1, file: 'two' } }, 'one', 'two');
  expect(later.get('asks x pick')?.votes).toEqual([{ ...nobody, file: 'two' }]);
});

test.each<[string, [sent: CellValue, said: CellValue][], CellValue, CellValue | undefined]>([
  ['nobody', [], 'a', undefined],
  [
    'all the same',
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    'a',
    'b',
  ],
  [
    'one of them another thing',
    [
      ['a', 'b'],
      ['a', 'c'],
    ],
    'a',
    undefined,
  ],
  ['of what has changed since', [['a', 'b']], 'c', undefined],
  ['what was already written', [['a', 'b']], 'b', 'b'],
  [
    'one of what still stands',
    [
      ['z', 'b'],
      ['a', 'b'],
    ],
    'a',
    'b',
  ],
])('agreed when %s', (_what, votes, origin, agreed) => {
  const given = votes.map(([sent, said]) => ({ sent, said })) as unknown as Parameters<
    typeof agreedOf
  >[0];
  expect(agreedOf(given, origin)?.said).toBe(agreed);
});

test('a cell is named by table, row and column, and found again where the row’s id has blanks', () => {
  expect(cellKey('asks', 'a b', 'pick')).toBe('asks a b pick');
  expect(cellOf('asks a b pick')).toEqual({ table: 'asks', row: 'a b', column: 'pick' });
});
