import fc from 'fast-check';
import { bookOf, calculated, sheetOf } from './workbook';

const asked = (formula: string, text: string, pattern: string) =>
  calculated(bookOf([sheetOf('Sheet1', [[text, pattern, formula]])]))[0]?.[2];

/** What a wildcard text means, one sign at a time. */
function matches(pattern: string, text: string): boolean {
  const [sign, ...rest] = pattern;
  if (sign === undefined) return text === '';
  const after = rest.join('');
  if (sign === '*') return matches(after, text) || (text !== '' && matches(pattern, text.slice(1)));
  return text !== '' && (sign === '?' || sign === text[0]) && matches(after, text.slice(1));
}

test('asterisks and question marks mean the same as tried one by one', () => {
  const word = (signs: string) =>
    fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 7 }).map((all) => all.join(''));
  fc.assert(
    fc.property(word('ab'), word('ab*?'), (text, pattern) => {
      expect(asked('=COUNTIF(A1,B1)', text, pattern)).toBe(Number(matches(pattern, text)));
      const starts = [...text].map((_, i) => text.slice(i));
      const found = starts.findIndex((one) => matches(`${pattern}*`, one));
      expect(asked('=SEARCH(B1,A1)', text, pattern)).toBe(found < 0 ? '#VALUE!' : found + 1);
    }),
    { numRuns: 300 },
  );
});

test('many asterisks over a long text are found out at once', () => {
  const from = performance.now();
  const [text, pattern] = ['a'.repeat(30_000), `${'*a'.repeat(60)}b`];
  expect(asked('=COUNTIF(A1,B1)', text, pattern)).toBe(0);
  expect(asked('=IFERROR(SEARCH(B1,A1),0)', text.slice(0, 3_000), pattern)).toBe(0);
  expect(performance.now() - from).toBeLessThan(20_000);
});
