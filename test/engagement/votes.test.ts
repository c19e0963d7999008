import { choicesOf, isAsSent } from '../../src/engagement/votes';
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
