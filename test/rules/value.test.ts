import { RuleError, compare, toBoolean, toNumber, toText, type Value } from '../../src/rules/value';

const none = new RuleError('#N/A');
const plain = (value: unknown) => (value instanceof RuleError ? value.code : value);

test.each<[Value, number: unknown, text: unknown, truth: unknown]>([
  [1.5, 1.5, '1.5', true],
  [0, 0, '0', false],
  [1 / 3, 1 / 3, '0.333333333333333', true],
  [null, 0, '', false],
  [true, 1, 'TRUE', true],
  [false, 0, 'FALSE', false],
  [' 12 ', 12, ' 12 ', '#VALUE!'],
  ['', '#VALUE!', '', '#VALUE!'],
  ['  ', '#VALUE!', '  ', '#VALUE!'],
  ['Infinity', '#VALUE!', 'Infinity', '#VALUE!'],
  ['True', '#VALUE!', 'True', true],
  ['false', '#VALUE!', 'false', false],
  [none, '#N/A', '#N/A', '#N/A'],
])('%p as a number, a text, a truth value', (value, number, text, truth) => {
  expect([toNumber(value), toText(value), toBoolean(value)].map(plain)).toEqual([
    ...[number, text, truth],
  ]);
});

/** Each stands before all that follow, and is equal to what stands beside it. */
const ascending: Value[][] = [
  [-1],
  [0, null],
  [2],
  ['', null],
  ['1'],
  ['@'],
  ['['],
  ['_'],
  ['a', 'A'],
  ['ab', 'AB', 'aB'],
  // The sign of kelvin, whose small form is an ASCII letter.
  ['k', 'K', '\u212A'],
  ['z', 'Z'],
  ['{'],
  ['é', 'É'],
  ['éa', 'Éa'],
  ['ü', 'Ü'],
  [false, null],
  [true],
];

test('numbers stand before texts, texts before truth values', () => {
  ascending.forEach((these, i) =>
    ascending.forEach((those, j) => {
      for (const a of these)
        for (const b of those)
          if (a !== null && b !== null)
            expect([a, b, Math.sign(compare(a, b) as number)]).toEqual([a, b, Math.sign(i - j)]);
    }),
  );
});

test('a blank equals what is nothing of the other kind', () => {
  const other: Value[] = [0, '', false, null, 1, -1, 'a', true];
  const signs = [0, 0, 0, 0, -1, 1, -1, -1];
  expect(other.map((one) => Math.sign(compare(null, one) as number))).toEqual(signs);
  expect(other.map((one) => 0 - Math.sign(compare(one, null) as number))).toEqual(signs);
});

test('an error passes on, the left before the right', () => {
  const other = new RuleError('#NUM!');
  expect([compare(none, other), compare(none, 1), compare(1, other)]).toEqual([none, none, other]);
});
