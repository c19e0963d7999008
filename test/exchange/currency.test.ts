import { isOtherCurrency, withoutCurrency } from '../../src/exchange/currency';

const codes = 'CNY USD EUR GBP JPY HKD TWD KRW INR SGD AUD CAD CHF'.split(' ');

/** What each sign may stand for. */
const signs = {
  HK$: 'HKD',
  NT$: 'TWD',
  US$: 'USD',
  $: 'USD HKD TWD SGD AUD CAD',
  '＄': 'USD HKD TWD SGD AUD CAD',
  '¥': 'CNY JPY',
  '￥': 'CNY JPY',
  RMB: 'CNY',
  人民币: 'CNY',
  人民幣: 'CNY',
  美元: 'USD',
  欧元: 'EUR',
  歐元: 'EUR',
  港元: 'HKD',
  港币: 'HKD',
  港幣: 'HKD',
  日元: 'JPY',
  日圓: 'JPY',
  元: 'CNY TWD HKD',
  '€': 'EUR',
  '£': 'GBP',
  '₩': 'KRW',
  '₹': 'INR',
  ...Object.fromEntries(codes.map((code) => [code, code])),
  chf: 'CHF',
};

test.each(Object.entries(signs))('%s before or after an amount is %s', (sign, meant) => {
  for (const amount of [`${sign} 5`, `5 ${sign}`, `-${sign}5`, `(5${sign})`]) {
    const possible = codes.filter((code) => !isOtherCurrency(code, amount)).sort();
    expect(possible).toEqual(meant.split(' ').sort());
  }
  expect([`${sign}5`, `-${sign}5`, `(${sign}5)`, `5${sign}`, `(5${sign})`].map(bare)).toEqual(
    ['5', '-5', '(5)', '5', '(5)'], // prettier-ignore
  );
});

const bare = (amount: string) => withoutCurrency(amount.normalize('NFKC'));

test('words beside an amount that are no currency stay, and say nothing', () => {
  expect(['5人', 'about5', 'EU5', ''].map(withoutCurrency)).toEqual(['5人', 'about5', 'EU5', '']);
  expect(isOtherCurrency('EUR', '5人')).toBe(false);
});

test.each([
  ['[$€-407]#,##0.00', true],
  ['[$CHF] #,##0', true],
  ['[$USD] #,##0', false],
  ['£#,##0', true],
  ['￥#,##0', true],
  ['€0', true],
  ['₩0', true],
  ['₹0', true],
  ['$#,##0', false],
  ['[$-409]d mmm', false],
  ['[Red]0', false],
  ['', false],
])('the number format %s is another currency than USD: %s', (pattern, is) => {
  expect(isOtherCurrency('USD', '5', pattern)).toBe(is);
});

test('what is typed goes before how it is shown', () => {
  expect(isOtherCurrency('USD', '5 EUR', '$0')).toBe(true);
  expect(isOtherCurrency('USD', 'USD 5', '€0')).toBe(false);
});

test.each([undefined, '', 'XXX'])('asked in %s, nothing is another currency', (asked) => {
  expect(isOtherCurrency(asked, '€5')).toBe(false);
});

test('the asked currency is known whatever its case and blanks', () => {
  expect([' eur ', 'usd'].map((asked) => isOtherCurrency(asked, '€5'))).toEqual([false, true]);
});
