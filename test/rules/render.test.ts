import {
  add,
  and,
  atLeast,
  atMost,
  countIfs,
  divide,
  equal,
  greater,
  ifError,
  index,
  join,
  less,
  literal,
  multiply,
  negate,
  or,
  power,
  referencesOf,
  render,
  slice,
  subtract,
  sum,
  textsOf,
  unequal,
  when,
  type Expression,
  type Naming,
} from '../../src/rules';
import { num, numName, nums, txt, txts } from './free';

const headers: Record<string, string> = {
  plain: 'Amount',
  spaced: 'Net value',
  chinese: '推荐度',
  odd: "Bob's [m#]",
};
const naming: Naming = {
  table: (id) => id,
  header: (_table, column) => headers[column] ?? column,
  name: (id) => id,
};
const formula = (expression: Expression) => render(expression.node, naming, 'T');

const a = num('a');
const b = num('b');
const c = num('c');

test.each<[Expression, string]>([
  [multiply(add(a, b), c), '=([@a]+[@b])*[@c]'],
  [add(multiply(a, b), c), '=[@a]*[@b]+[@c]'],
  [subtract(a, subtract(b, c)), '=[@a]-([@b]-[@c])'],
  [subtract(subtract(a, b), c), '=[@a]-[@b]-[@c]'],
  [divide(a, multiply(b, c)), '=[@a]/([@b]*[@c])'],
  [power(power(a, b), c), '=[@a]^[@b]^[@c]'],
  [power(a, power(b, c)), '=[@a]^([@b]^[@c])'],
  [negate(add(a, b)), '=-([@a]+[@b])'],
  [power(negate(a), 2), '=-[@a]^2'],
  [negate(power(a, literal(2))), '=-([@a]^2)'],
  [power(a, -2), '=[@a]^-2'],
  [power(-2, 2), '=-2^2'],
  [subtract(a, -1), '=[@a]--1'],
  [join('x', add(a, b)), '="x"&[@a]+[@b]'],
  [equal(join(txt('a'), 'x'), 'yx'), '=[@a]&"x"="yx"'],
  [join(equal(a, b), 'x'), '=([@a]=[@b])&"x"'],
  [join(unequal(a, b), 'x'), '=([@a]<>[@b])&"x"'],
  [join(less(a, b), 'x'), '=([@a]<[@b])&"x"'],
  [join(atMost(a, b), 'x'), '=([@a]<=[@b])&"x"'],
  [join(greater(a, b), 'x'), '=([@a]>[@b])&"x"'],
  [join(atLeast(a, b), 'x'), '=([@a]>=[@b])&"x"'],
  [multiply(subtract(a, b), c), '=([@a]-[@b])*[@c]'],
  [power(multiply(a, b), c), '=([@a]*[@b])^[@c]'],
  [power(divide(a, b), c), '=([@a]/[@b])^[@c]'],
  [and(less(a, b), or(unequal(a, 0))), '=AND([@a]<[@b],OR([@a]<>0))'],
  [when(equal(txt('a'), ''), '', ifError(divide(a, b), 0)), '=IF([@a]="","",IFERROR([@a]/[@b],0))'],
  // In Excel a sign binds closer than ^, so these need no parentheses.
])('operators bind as Excel binds them (%#)', (expression, expected) => {
  expect(formula(expression)).toBe(expected);
});

test('literals', () => {
  expect(formula(literal('say "yes"'))).toBe('="say ""yes"""');
  expect(formula(literal(true))).toBe('=TRUE');
  expect(formula(literal(false))).toBe('=FALSE');
  expect(formula(literal(0.1))).toBe('=0.1');
});

test('headers are quoted and escaped as they need it', () => {
  expect(formula(num('plain'))).toBe('=[@Amount]');
  expect(formula(num('spaced'))).toBe('=[@[Net value]]');
  expect(formula(num('chinese'))).toBe('=[@推荐度]');
  expect(formula(num('odd'))).toBe("=[@[Bob''s '[m'#']]]");
  expect(formula(sum(nums('Other', 'odd')))).toBe("=SUM(Other[Bob''s '[m'#']])");
  expect(formula(sum(nums('Other', 'spaced')))).toBe('=SUM(Other[Net value])');
});

test('names and parts of columns', () => {
  expect(formula(numName('Engagement.Fee'))).toBe('=Engagement.Fee');
  expect(formula(sum(slice(nums('T', 'a'), 2, num('b'))))).toBe(
    '=SUM(INDEX(T[a],2):INDEX(T[a],[@b]))',
  );
});

test('a cell of this row has no meaning outside a table, but where it is said how it is written', () => {
  expect(render(add(a, 1).node, { ...naming, field: (column) => `$${column}2` })).toBe('=$a2+1');
  expect(() => render(a.node, naming)).toThrow('outside a table');
});

test('what a formula needs, and the words it compares with', () => {
  const rule = when(
    equal(index(txts('T', 'x'), num('at')), 'yes'),
    join('a', numName('N')),
    countIfs([txts('U', 'y'), '<>']),
  );
  expect(referencesOf(rule.node)).toEqual({
    columns: [
      { table: 'T', column: 'x' },
      { table: 'U', column: 'y' },
    ],
    fields: ['at'],
    names: ['N'],
  });
  expect(textsOf(rule.node)).toEqual(['yes', 'a', '<>']);
});
