import { meeting, RuleError, type Value } from '../../src/rules';

const column: Value[] = [
  ...[
    1,
    2,
    '2',
    ' 2 ',
    'two',
    'TWO',
    'zwei',
    '',
    null,
    true,
    0,
    -1,
    new RuleError('#N/A'),
    '>1',
    'x',
  ],
];

/** The cells that meet it, as they stand in the column. */
test.each<[criterion: Value, cells: unknown[]]>([
  [2, [2, '2', ' 2 ']],
  ['2', [2, '2', ' 2 ']],
  ['=2', [2, '2', ' 2 ']],
  [0, [0]],
  [null, [0]],
  ['two', ['two', 'TWO']],
  ['=TWO', ['two', 'TWO']],
  [true, [true]],
  ['', ['', null]],
  ['=', [null]],
  ['<>', [1, 2, '2', ' 2 ', 'two', 'TWO', 'zwei', '', true, 0, -1, '>1', 'x']],
  ['<>2', [1, 'two', 'TWO', 'zwei', '', null, true, 0, -1, '>1', 'x']],
  ['<>two', [1, 2, '2', ' 2 ', 'zwei', '', null, true, 0, -1, '>1', 'x']],
  ['>1', [2]],
  ['>=1', [1, 2]],
  ['<1', [0, -1]],
  ['<=1', [1, 0, -1]],
  ['>two', ['zwei', 'x']],
  ['>=two', ['two', 'TWO', 'zwei', 'x']],
  ['<two', ['2', ' 2 ', '', '>1']],
  ['<=two', ['2', ' 2 ', 'two', 'TWO', '', '>1']],
  ['=>1', ['>1']],
  [' ', []],
  [7, []],
])('what meets %p', (criterion, cells) => {
  for (let look = 0; look < 3; look += 1)
    expect(meeting([column, criterion]).map((at) => column[at])).toEqual(cells);
});

test('several columns, of which the first says how many rows there are', () => {
  const long = ['a', 'b', 'a', 'A', 'a'];
  const short = [1, 1, 2];
  expect(meeting([long, 'a', short, 1])).toEqual([0]);
  expect(meeting([short, 1, long, 'a'])).toEqual([0]);
  expect(meeting([long, 'a', short, '<>1'])).toEqual([2, 3, 4]);
  expect(meeting([short, '<>1', long, 'a'])).toEqual([2]);
  for (let look = 0; look < 3; look += 1)
    expect(meeting([long, 'a', [1, 1, 2, 2, 2], 2])).toEqual([2, 3, 4]);
  expect(meeting([])).toEqual([]);
  expect(meeting(['one', 'one'])).toEqual([0]);
});
