import {
  abs,
  averageIfs,
  divide,
  edate,
  equal,
  evaluate,
  find,
  int,
  irr,
  isError,
  leading,
  min,
  npv,
  power,
  sign,
  small,
  sumProduct,
  trailing,
  type Expression,
  type Scope,
  type Value,
} from '../../src/rules';
import { num, nums, txt, txts } from './free';

const columns: Record<string, readonly Value[]> = {
  // Microsoft's own examples of IRR and NPV.
  flows: [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000],
  loss: [-70_000, 12_000, 15_000, 18_000, 21_000],
  short: [-70_000, 12_000, 15_000],
  store: [-10_000, 3000, 4200, 6800],
  gains: [1, 2, 3],
  zeros: [0, 0, 0],
  double: [-100, 200],
  even: [4, 1, 3, 2],
  odd: [5, 'x', 1, null, 3],
  none: ['x', null],
  k: ['a', 'b', 'A', 'c'],
};
const scope: Scope = {
  field: (id) => ({ word: 'Value', part: 'lu', minus: -2.5, blank: null })[id] ?? null,
  column: (_table, id) => columns[id] ?? [],
  name: () => null,
  row: 1,
};
const value = ({ node }: Expression): Value | string => {
  const result = evaluate(node, scope);
  return isError(result) ? result.code : result;
};
const column = (id: string) => nums('T', id);
const never = divide(1, 0);

test.each<[string, Expression, number]>([
  ['IRR after five years, 8.7 %', irr(column('flows'), 0.1), 0.0866309480365316],
  ['IRR after four years, −2.1 %', irr(column('loss'), 0.1), -0.0212448482734126],
  ['IRR after two years with a guess, −44.4 %', irr(column('short'), -0.1), -0.443506941334742],
  ['IRR of money that doubles in a year', irr(column('double'), 0.1), 1],
  ['NPV at 10 %', npv(0.1, column('store')), 1188.44341233522],
  ['NPV at 0 is the sum', npv(0, column('store')), 4000],
  ['SUMPRODUCT leaves out what is no number', sumProduct(column('odd'), column('odd')), 35],
  ['AVERAGEIFS', averageIfs(column('even'), [txts('T', 'k'), 'a']), 3.5],
])('%s', (_, expression, expected) => {
  expect(value(expression)).toBeCloseTo(expected, 9);
});

test.each<[string, Expression, Value]>([
  ['IRR of gains alone', irr(column('gains'), 0.1), '#NUM!'],
  ['IRR of nothing', irr(column('zeros'), 0.1), '#NUM!'],
  ['IRR passes on an error', irr(column('flows'), never), '#DIV/0!'],
  ['NPV passes on an error', npv(never, column('flows')), '#DIV/0!'],
  ['MIN of nothing', min(column('none')), 0],
  ['SMALL, the first', small(column('even'), 1), 1],
  ['SMALL, the last', small(column('even'), 4), 4],
  ['SMALL before the first', small(column('even'), 0), '#NUM!'],
  ['SMALL passes on an error', small(column('even'), never), '#DIV/0!'],
  ['SUMPRODUCT of unlike lengths', sumProduct(column('odd'), column('even')), '#VALUE!'],
  ['AVERAGEIFS of nothing', averageIfs(column('even'), [txts('T', 'k'), 'z']), '#DIV/0!'],
  ['FIND begins at 1', find('V', txt('word')), 1],
  ['FIND within', find(txt('part'), txt('word')), 3],
  ['FIND tells upper from lower case', find('v', txt('word')), '#VALUE!'],
  ['FIND passes on an error in what is looked for', find(never, txt('word')), '#DIV/0!'],
  ['FIND passes on an error in the text', find('V', never), '#DIV/0!'],
  ['LEFT', leading(txt('word'), 2), 'Va'],
  ['LEFT of a shorter text', leading('M', 2), 'M'],
  ['RIGHT', trailing(txt('word'), 2), 'ue'],
  ['RIGHT of a shorter text', trailing('M', 2), 'M'],
  ['RIGHT of a number', trailing(num('minus'), 2), '.5'],
  ['RIGHT passes on an error', trailing(never, 2), '#DIV/0!'],
  ['ABS', abs(num('minus')), 2.5],
  ['INT goes down', int(num('minus')), -3],
  ['SIGN', sign(num('minus')), -1],
  ['SIGN of a blank', sign(num('blank')), 0],
  ['ABS of a word', abs(num('word')), '#VALUE!'],
  ['EDATE passes on an error', edate(never, 1), '#DIV/0!'],
  ['EDATE by an error', edate(46_082, never), '#DIV/0!'],
  ['EDATE cuts months', edate(46_082, 1.9), 46_113],
  ['EDATE of no day', edate(-7, 1), '#NUM!'],
  ['EDATE to before 1900', edate(40, -12), '#NUM!'],
  ['a power that is no number', power(-8, 0.5), '#NUM!'],
  ['equal passes on an error', equal(never, 1), '#DIV/0!'],
])('%s', (_, expression, expected) => {
  expect(value(expression)).toBe(expected);
});
