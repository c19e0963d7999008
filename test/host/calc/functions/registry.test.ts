import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import '../../../../src/host/calc/functions/all';
import { definition, kindAt } from '../../../../src/host/calc/functions/registry';

/** Each with the kinds of its arguments, how many it needs, how many repeat, @ for its place, ! for what changes by itself. */
const known = readFileSync(join(__dirname, '../golden/functions.txt'), 'utf8').trim().split('\n');

function written(name: string): string {
  const of = definition(name);
  if (!of) return `${name} is not known`;
  const repeats = of.repeats ? `+${of.repeats}` : '';
  const marks = `${of.placed ? '@' : ''}${of.volatile ? '!' : ''}`;
  return [of.name, ...of.kinds, `${of.required}${repeats}${marks}`].join(' ');
}

test('every function is called as it was and takes what it took', () => {
  expect(known.length).toBeGreaterThan(400);
  expect(known.map((line) => written(line.split(' ')[0]!))).toEqual(known);
});

test('the kind of an argument, repeated ones in turns', () => {
  const kinds = (name: string) => [0, 1, 2, 3, 4].map((at) => kindAt(definition(name)!, at));
  expect(kinds('LEFT')).toEqual(['t', 'n', undefined, undefined, undefined]);
  expect(kinds('SUM')).toEqual(['r', 'r', 'r', 'r', 'r']);
  expect(kinds('SUMIFS')).toEqual(['r', 'r', 'e', 'r', 'e']);
  expect(kinds('COUNTIFS')).toEqual(['r', 'e', 'r', 'e', 'r']);
});
