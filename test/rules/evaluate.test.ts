import fc from 'fast-check';
import {
  add,
  and,
  atLeast,
  atMost,
  choose,
  count,
  countIfs,
  divide,
  edate,
  equal,
  evaluate,
  greater,
  ifError,
  index,
  isBlank,
  isError,
  isNumber,
  isoOf,
  join,
  less,
  literal,
  match,
  max,
  min,
  multiply,
  negate,
  not,
  or,
  power,
  round,
  rowNumber,
  serialOfIso,
  slice,
  small,
  subtract,
  sum,
  sumIfs,
  unequal,
  when,
  workday,
  type Expression,
  type Scope,
  type Value,
} from '../../src/rules';
import { num, numName, nums, txt, txts } from './free';

const cells: Record<string, Value> = {
  five: 5,
  two: 2,
  word: 'Word',
  digits: ' 12 ',
  blank: null,
  yes: true,
};
const columns: Record<string, readonly Value[]> = {
  n: [3, null, 1, 'x', 2],
  k: ['a', 'b', 'A', null, ''],
  day: [46_083, null],
};
const scope: Scope = {
  field: (id) => cells[id] ?? null,
  column: (_table, id) => columns[id] ?? [],
  name: (id) => (id === 'Rate' ? 0.5 : null),
  row: 7,
};
const value = (expression: Expression) => {
  const result = evaluate(expression.node, scope);
  return isError(result) ? result.code : result;
};
const day = (iso: string) => serialOfIso(iso) as number;

const five = num('five');
const two = num('two');
const word = num('word');
const blank = num('blank');
const n = nums('T', 'n');
const k = txts('T', 'k');
const never = divide(1, 0);

test.each<[string, Expression, Value | string]>([
  ['arithmetic', add(multiply(five, two), negate(subtract(two, 1))), 9],
  ['power', power(two, 10), 1024],
  ['overflow', power(10, 400), '#NUM!'],
  ['division by zero', never, '#DIV/0!'],
  ['text that is a number', add(num('digits'), 1), 13],
  ['text that is none', add(word, 1), '#VALUE!'],
  ['a blank counts as 0', add(blank, 1), 1],
  ['a blank alone shows 0', blank, 0],
  ['a truth value counts as 1', add(num('yes'), 1), 2],
  ['joining', join('x', five, blank, num('yes')), 'x5TRUE'],
  ['joining a fraction', join('', divide(1, 3)), '0.333333333333333'],
  ['a name', multiply(numName('Rate'), 10), 5],
  ['text without case', equal(txt('word'), 'WORD'), true],
  ['a blank equals ""', equal(txt('blank'), ''), true],
  ['a blank equals 0', equal(blank, 0), true],
  ['a number is less than a text', less(five, word), true],
  ['a text is less than a truth value', less(word, num('yes')), true],
  ['unequal', unequal(five, 5), false],
  ['atLeast', atLeast(five, 5), true],
  ['atMost', atMost(five, 4), false],
  ['greater', greater(five, 4), true],
  ['and', and(equal(five, 5), equal(two, 3)), false],
  ['or', or(equal(five, 5), equal(two, 3)), true],
  ['not', not(equal(five, 5)), false],
  ['an error inside and', and(equal(five, 5), equal(never, 1)), '#DIV/0!'],
  ['isBlank', isBlank(blank), true],
  ['isBlank of ""', isBlank(literal('')), false],
  ['isNumber', isNumber(five), true],
  ['isNumber of text', isNumber(txt('word')), false],
  ['if takes one branch only', when(equal(five, 5), 'then', never), 'then'],
  ['if passes on an error', when(equal(never, 1), 1, 2), '#DIV/0!'],
  ['ifError catches', ifError(never, 'none'), 'none'],
  ['ifError passes on', ifError(five, 'none'), 5],
  ['min', min(five, two, 9), 2],
  ['max over a column', max(n), 3],
  ['a cell with words is left out', sum(five, num('word')), 5],
  ['a blank looks for 0', match(txt('blank'), n), '#N/A'],
  ['sum over a column leaves out text', sum(n), 6],
  ['count', count(n), 3],
  ['small', small(n, 2), 2],
  ['small beyond', small(n, 4), '#NUM!'],
  ['round half away from zero', round(2.5, 0), 3],
  ['round a negative half', round(negate(literal(2.5)), 0), -3],
  ['round what is stored below its decimal value', round(1.005, 2), 1.01],
  ['round to tens', round(1234, -2), 1200],
  ['sumIfs without case', sumIfs(n, [k, 'a']), 4],
  ['sumIfs of nothing', sumIfs(n, [k, 'z']), 0],
  ['sumIfs with an operator', sumIfs(n, [n, '>1']), 5],
  ['countIfs of two', countIfs([k, 'a'], [n, 1]), 1],
  ['countIfs of what is not empty', countIfs([k, '<>']), 4],
  ['countIfs of what is empty', countIfs([k, '']), 2],
  ['choose', choose(two, literal('a'), literal('b')), 'b'],
  ['choose a blank', choose(two, literal('a'), blank), 0],
  ['a blank as criterion counts as 0', countIfs([n, blank]), 0],
  ['choose beyond', choose(five, literal('a')), '#VALUE!'],
  ['index', index(n, 3), 1],
  ['index of a blank', index(n, 2), 0],
  ['index beyond', index(n, 6), '#REF!'],
  ['index not quite beyond', index(n, 5.7), 2],
  ['match without case', match('B', k), 2],
  ['match of another kind', match('3', n), '#N/A'],
  ['slice', sum(slice(n, 3, 5)), 3],
  ['slice beyond', sum(slice(n, 3, 9)), '#REF!'],
  ['rowNumber', rowNumber(), 7],
  [
    'workday over a weekend and a holiday',
    workday(day('2026-02-27'), 2, nums('T', 'day')),
    day('2026-03-04'),
  ],
  ['workday of day 1', workday(subtract(day('2026-03-01'), 1), 1, n), day('2026-03-02')],
  ['edate to a shorter month', edate(day('2026-01-31'), 1), day('2026-02-28')],
  ['edate backwards over a year', edate(day('2026-01-15'), -2), day('2025-11-15')],
  ['a column where one cell is needed', add({ node: n.node }, 1), '#VALUE!'],
])('%s', (_what, expression, expected) => {
  expect(value(expression)).toBe(expected);
});

test('dates', () => {
  expect(day('2026-03-01')).toBe(46_082);
  expect(isoOf(46_082)).toBe('2026-03-01');
  expect(isoOf(day('1990-01-01'))).toBe('1990-01-01');
  // Before the computers' own first day as after it.
  expect(day('1960-02-29')).toBe(21_975);
  expect(isoOf(21_975)).toBe('1960-02-29');
  expect(serialOfIso('2026-02-30')).toBeUndefined();
  expect(serialOfIso('1 March')).toBeUndefined();
});

test('texts are compared as their small forms are', () => {
  const text = fc
    .array(fc.constantFrom('a', 'B', 'b', 'Z', '_', '1', 'É', 'é', '中', 'ß', 'Σ'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [x, y] = [a.toLowerCase(), b.toLowerCase()];
      expect(value(less(literal(a), literal(b)))).toBe(x < y);
      expect(value(equal(literal(a), literal(b)))).toBe(x === y);
      expect(value(greater(literal(a), literal(b)))).toBe(x > y);
    }),
  );
});
