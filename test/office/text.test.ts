import { sameFormula } from '../../src/office/formula';
import { asText, jsonBytes, lineCount, shortened, widthInPoints } from '../../src/office/text';

test.each([
  ['Pain', 'Pain'],
  ['客户', '客户'],
  ['', ''],
  ['=1+1', "'=1+1"],
  ['+5', "'+5"],
  ['7', "'7"],
  ['3/4', "'3/4"],
  ['-', "'-"],
  [' x', "' x"],
  ['TRUE', "'TRUE"],
  ['false', "'false"],
  ['trues', 'trues'],
  ['May 5', "'May 5"],
  [`May 5 ${'x'.repeat(33)}`, `'May 5 ${'x'.repeat(33)}`],
  [`May 5 ${'x'.repeat(34)}`, `May 5 ${'x'.repeat(34)}`],
])('%j is written %j', (text, expected) => {
  expect(asText(text)).toBe(expected);
});

test.each<[string, number, number]>([
  ['', 10, 1],
  ['123456789', 10, 1],
  ['1234567890', 10, 2],
  ['客户客户', 10, 1],
  ['客户客户客', 10, 2],
  ['a\n\nb', 10, 3],
  ['aaaa', 1, 4],
  ['aaaa', 0, 4],
])('%j in a cell of %d characters has %d lines', (text, characters, lines) => {
  expect(lineCount(text, characters)).toBe(lines);
});

test.each<[string, number, string]>([
  ['Choose one', 10, 'Choose one'],
  ['Choose one of: Yes / No', 18, 'Choose one of…'],
  ['Choose one of: Yes / No', 22, 'Choose one of: Yes…'],
  ['Choose one of: Yes / No', 19, 'Choose one of: Yes…'],
  ['Unbroken', 5, 'Unbr…'],
  ['请从下拉选项中选择', 6, '请从下拉选…'],
  ['一、二、三', 5, '一、二、三'],
  ['一、二、三四', 5, '一、二…'],
  ['ab 𠮷𠮷', 5, 'ab…'],
])('%j in %d characters: %j', (text, most, expected) => {
  expect(shortened(text, most)).toBe(expected);
  expect(shortened(text, most).length).toBeLessThanOrEqual(most);
});

test('sizes', () => {
  // Excel: a column of 10 characters is 75 pixels wide, 56.25 points.
  expect(widthInPoints(10)).toBe(56.25);
  expect(jsonBytes('é')).toBe(4);
  expect(jsonBytes({ a: '好' })).toBe(11);
  expect(jsonBytes(undefined)).toBe(0);
});

test.each<[unknown, string, boolean]>([
  ['=A1+B1', '=A1+B1', true],
  ['= a1 + b1', '=A1+B1', true],
  ['=IF(A1,TRUE(),FALSE())', '=IF(A1,TRUE,FALSE)', true],
  ['=A1*0.50', '=A1*0.5', true],
  ['=A1*1E+2', '=A1*100', true],
  ['=[Year 1]+1.0', '=[Year 1]+1', true],
  ['=T[y10]', '=T[y1]', false],
  ['="a b"', '="ab"', false],
  ['="A"', '="a"', false],
  ['="x"&A1 &"y"', '="x"&A1&"y"', true],
  ['=A1-B1', '=A1+B1', false],
  [7, '=7', false],
  ['', '=A1', false],
  [undefined, '=A1', false],
  [null, '', true],
])('%j and %j are the same formula: %s', (found, expected, same) => {
  expect(sameFormula(found, expected)).toBe(same);
});
