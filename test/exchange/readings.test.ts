import { readingsOf } from '../../src/exchange/doubt';

const read = (kind: string, text: string) =>
  readingsOf(kind, text, '2026-03-01').map(({ label, value }) =>
    label === String(value) ? value : { label, value },
  );

test.each<[string, string, (string | number)[]]>([
  ['number', '1.200', [1200, 1.2]],
  ['number', '1,200', [1200, 1.2]],
  ['number', '-1.200', [-1200, -1.2]],
  ['number', '+12.345.678', [12_345_678, 12_345.678]],
  ['number', '１．２００', [1200, 1.2]],
  ['number', '1.200,50', [1200.5]],
  ['number', '1,200.500', [1200.5]],
  ['number', '1.20,500', [120.5]],
  ['number', '1.2.3456', [12.3456]],
  ['number', '12,34', [12.34]],
  ['number', '0,300', [300, 0.3]],
  ['number', '1..2', []],
  ['number', '1,', []],
  ['number', ',5', []],
  ['number', 'a1.200', []],
  ['number', '1.200b', []],
  ['number', '', []],
  // A currency's sign is left out, and blanks.
  ['money', '€ 1200', [1200]],
  ['money', '12.5 EUR', [12.5]],
  ['money', '12.5 % €', [12.5]],
  ['money', '€ 1.200', [1200, 1.2]],
  ['money', '- 1 . 200 €', [-1200, -1.2]],
  ['money', '€-5', []],
  // A share, or as often as that.
  ['rate', '30', ['30%', '3000%']],
  ['rate', ' ３０ ', ['30%', '3000%']],
  ['rate', '1.5', ['1.5%', '150%']],
  ['rate', '1', ['1%', '100%']],
  ['rate', '7.25%', ['7.25%', '725%']],
  ['rate', '0.5', []],
  ['rate', '0.999', [999, 0.999]],
  ['rate', '30x', []],
  ['rate', 'x30', []],
  // Day before month, month before day.
  ['date', '3/4/2026', ['2026-04-03', '2026-03-04']],
  ['date', '31.12.2025', ['2025-12-31', '2025-31-12']],
  ['date', '05 - 05 - 2026', ['2026-05-05']],
  ['date', '3月4日', ['2026-03-04']],
  ['date', '12月31', ['2026-12-31']],
  ['date', '12月31号', ['2026-12-31']],
  ['date', '12月31號', ['2026-12-31']],
  ['date', '3/4/26', []],
  ['date', 'on 3/4/2026', []],
  ['date', '3/4/20260', []],
  ['date', 'am 3月4日', []],
  ['date', '1.200', []],
  ['text', '1.200', []],
  ['text', '3/4/2026', []],
])('in a %s, %j may mean %j', (kind, text, expected) => {
  expect(read(kind, text)).toEqual(expected);
});
