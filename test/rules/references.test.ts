import type { Node } from '../../src/rules/expression';
import { referencesOf, textsOf } from '../../src/rules/references';

const field = (column: string): Node => ({ type: 'field', column });
const text = (value: string): Node => ({ type: 'literal', value });
const columnOf = (table: string, column: string): Node => ({ type: 'column', table, column });

/** Each kind of node, with something to find in each of its parts. */
const whole: Node = {
  type: 'call',
  function: 'IF',
  args: [
    { type: 'binary', operator: '=', left: field('pick'), right: text('yes') },
    { type: 'negate', operand: { type: 'binary', operator: '&', left: text('a'), right: { type: 'name', name: 'Rate' } } },
    { type: 'range', from: columnOf('Asks', 'no'), to: { type: 'call', function: 'INDEX', args: [columnOf('Plans', 'no'), text('b')] } },
    { type: 'range', from: text('c'), to: field('row') },
    { type: 'literal', value: 7 },
  ],
}; // prettier-ignore

test('what a formula needs to be there, wherever in it that stands', () => {
  expect(referencesOf(whole)).toEqual({
    columns: [
      { table: 'Asks', column: 'no' },
      { table: 'Plans', column: 'no' },
    ],
    fields: ['pick', 'row'],
    names: ['Rate'],
  });
});

test('the texts of a formula, in order', () => {
  expect(textsOf(whole)).toEqual(['yes', 'a', 'b', 'c']);
  expect([textsOf(field('pick')), textsOf({ type: 'literal', value: true })]).toEqual([[], []]);
});
