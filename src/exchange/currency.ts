/** Currencies that a sign may stand for. */
const signs: readonly (readonly [sign: string, codes: readonly string[]])[] = [
  ['HK$', ['HKD']],
  ['NT$', ['TWD']],
  ['US$', ['USD']],
  ['$', ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD']],
  ['¥', ['CNY', 'JPY']],
  ['RMB', ['CNY']],
  ['人民币', ['CNY']],
  ['人民幣', ['CNY']],
  ['美元', ['USD']],
  ['欧元', ['EUR']],
  ['歐元', ['EUR']],
  ['港元', ['HKD']],
  ['港币', ['HKD']],
  ['港幣', ['HKD']],
  ['日元', ['JPY']],
  ['日圓', ['JPY']],
  ['元', ['CNY', 'TWD', 'HKD']],
  ['€', ['EUR']],
  ['£', ['GBP']],
  ['₩', ['KRW']],
  ['₹', ['INR']],
  ...[
    'CNY',
    'USD',
    'EUR',
    'GBP',
    'JPY',
    'HKD',
    'TWD',
    'KRW',
    'INR',
    'SGD',
    'AUD',
    'CAD',
    'CHF',
  ].map((code) => [code, [code]] as const),
];

const escaped = (sign: string) => sign.replaceAll('$', String.raw`\$`);
const oneOf = signs.map(([sign]) => escaped(sign)).join('|');
const before = new RegExp(`^([-+(]?)(${oneOf})`, 'i');
const after = new RegExp(`(${oneOf})(\\)?)$`, 'i');

/** An amount without blanks and without its sign; what cannot be an amount stays as it is. */
export const withoutCurrency = (amount: string): string =>
  amount.replace(before, '$1').replace(after, '$2');

const codesOf = (sign: string | undefined) =>
  signs.find(([one]) => one === sign?.trim().toUpperCase())?.[1] ?? [];

/** The sign of an amount as it was written, or of a number format. */
function signIn(amount: string, pattern: string): string | undefined {
  const plain = amount.normalize('NFKC').replaceAll(/\s+/g, '');
  const shown = /\[\$([^\]-]+)/.exec(pattern)?.[1] ?? /[$¥￥€£₩₹]/.exec(pattern)?.[0];
  return before.exec(plain)?.[2] ?? after.exec(plain)?.[1] ?? shown?.normalize('NFKC');
}

/** Whether an amount says that it is in another currency than the one that is asked for. */
export function isOtherCurrency(asked: string | undefined, amount: string, pattern = ''): boolean {
  const wanted = codesOf(asked);
  const given = codesOf(signIn(amount, pattern));
  return wanted.length > 0 && given.length > 0 && !given.some((code) => wanted.includes(code));
}
