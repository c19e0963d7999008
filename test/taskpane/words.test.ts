import { UnknownCatalogError } from '../../src/engagement/errors';
import { NewerLayoutError, NotUpgradableError } from '../../src/office';
import { describeFinding } from '../../src/office/findings';
import { describeError } from '../../src/taskpane/core/describeError';
import { formatOf, numberOf } from '../../src/taskpane/words/format';
import { langOf } from '../../src/taskpane/words/language';
import { isDarkColor } from '../../src/taskpane/parts/theme';

const withCode = (code: string) => Object.assign(new Error('raw text'), { code });

test.each([
  [
    new NewerLayoutError('2.1.0'),
    'A newer version of APPFI (2.1.0) laid this workbook out. Update APPFI first.',
  ],
  [new UnknownCatalogError('acme'), 'The model catalog “acme” is not here. Open its file as well.'],
  [
    new NotUpgradableError('other', 'acme', '2.0.0', 'key-account'),
    'This workbook is not planned from acme but from key-account. Use a newer version of one of its own models.',
  ],
  [
    new NotUpgradableError('older', 'acme', '1.0.0', '1.1.0'),
    'acme 1.0.0 is older than what the workbook has (1.1.0). Use a newer file.',
  ],
  [
    withCode('encrypted'),
    'The workbook is protected with a password. Open it in Excel, remove the password, save it, and try again.',
  ],
  [
    withCode('InvalidOperationInCellEditMode'),
    'A cell is being edited. Finish with Enter or Esc, then try again.',
  ],
  [
    withCode('ConnectionFailure'),
    'Excel’s service cannot be reached. Check the network, then try again.',
  ],
  [
    withCode('InvalidArgument'),
    'Something unexpected happened (code InvalidArgument). Try again; if it comes back, give support the code.',
  ],
  [
    new TypeError('x is undefined'),
    'Something unexpected happened (code TypeError). Try again; if it comes back, give support the code.',
  ],
])('%s is told in plain words', (error, words) => expect(describeError('en', error)).toBe(words));

test('a finding about a long formula is still a sentence', () => {
  const finding = {
    kind: 'formula-overwritten',
    severity: 'error',
    repairable: true,
    table: 'Roi',
    column: 'pick',
    row: '*',
    found: `=${'IF(#REF!,1,'.repeat(100)}`,
  } as const;
  expect(describeFinding('en', finding).length).toBeLessThan(250);
});

test.each([
  [60, 'a'.repeat(60)],
  [61, `${'a'.repeat(59)}…`],
])('of a text of %i letters a finding shows at most sixty', (length, shown) => {
  const finding = { kind: 'formula-overwritten', severity: 'error', repairable: true } as const;
  const told = describeFinding('en', { ...finding, table: 'Roi', found: 'a'.repeat(length) });
  expect(/aa+…?/.exec(told)?.[0]).toBe(shown);
});

test.each([
  ['zh-CN', 'zh-CN'],
  ['zh-Hans-SG', 'zh-CN'],
  ['zh-TW', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh-Hant-MO', 'zh-TW'],
  ['en-US', 'en'],
  ['de-DE', 'en'],
])('Office in %s is served in %s', (locale, lang) => expect(langOf(locale)).toBe(lang));

test.each([
  ['#FFFFFF', false],
  ['#E6E6E6', false],
  ['#262626', true],
  ['#000000', true],
])('the background %s is dark: %s', (color, dark) => expect(isDarkColor(color)).toBe(dark));

test.each([
  ['1,200', 1200],
  ['１２００', 1200],
  ['30%', 0.3],
  ['1.2M', 1_200_000],
  ['1.15 M', 1_150_000],
  ['120万', 1_200_000],
  ['120 萬元', 1_200_000],
  ['3.5亿', 350_000_000],
  ['CNY 120万', 1_200_000],
  ['¥1.2m', 1_200_000],
  ['$2.5bn', 2_500_000_000],
  ['500K', 500_000],
  ['-3千', -3000],
  ['1e6', 1_000_000],
  ['', null],
  ['much', undefined],
  ['M', undefined],
  ['12 apples', undefined],
  ['1.2Q', undefined],
  ['1,5M', undefined],
  ['1,2 Mio', undefined],
  ['0,300', undefined],
  ['12,34,567', undefined],
  ['1,234,567.8', 1_234_567.8],
  ['-0.00', 0],
  ['¥', undefined],
])('%s typed as a number is %p', (typed, value) => expect(numberOf(typed)).toBe(value));

test.each([
  [-0.004, '¥0.00'],
  [-0, '¥0'],
  [-12.5, '-¥12.50'],
])('%p is written as %s', (value, text) =>
  expect(formatOf('en').money(value, 'CNY', text.includes('.'))).toBe(text),
);
