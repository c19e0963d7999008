import fc from 'fast-check';
import { readerOf, type Cell } from '../../src/readings';
import { decimalText, exactOf } from '../../src/readings/normal';
import { slotsOf } from '../../src/readings/spans';

const day = (value: Cell | undefined) =>
  typeof value === 'bigint' ? new Date(Number(value)).toISOString().slice(0, 19) : value;

test.each([
  ['2026-03-05', {}, '2026-03-05T00:00:00'],
  ['2026/3/5 14:07', {}, '2026-03-05T14:07:00'],
  ['2026年3月5日', {}, '2026-03-05T00:00:00'],
  ['２０２６－０３－０５', {}, '2026-03-05T00:00:00'],
  ['20260305', {}, '2026-03-05T00:00:00'],
  ['2026-03', {}, '2026-03-01T00:00:00'],
  ['46086', {}, '2026-03-05T00:00:00'],
  ['46086.25', {}, '2026-03-05T06:00:00'],
  ['05.03.2026', { dates: 'dmy' as const }, '2026-03-05T00:00:00'],
  ['3/5/2026 2:07 PM', { dates: 'mdy' as const }, '2026-03-05T14:07:00'],
  ['2026-03-05T23:30:00Z', {}, '2026-03-05T23:30:00'],
  ['2026-03-05T23:30:00Z', { zone: 'Asia/Shanghai' }, '2026-03-06T07:30:00'],
  ['2026-03-05T23:30:00-05:00', { zone: 'Asia/Shanghai' }, '2026-03-06T12:30:00'],
  ['2026-03-29T01:30:00Z', { zone: 'Europe/Berlin' }, '2026-03-29T03:30:00'],
  ['2026-10-25T00:30:00Z', { zone: 'Europe/Berlin' }, '2026-10-25T02:30:00'],
  ['2026-10-25T01:30:00Z', { zone: 'Europe/Berlin' }, '2026-10-25T02:30:00'],
  ['2026-10-03T15:31:00Z', { zone: 'Australia/Lord_Howe' }, '2026-10-04T02:31:00'],
  ['民國115年3月5日', {}, '2026-03-05T00:00:00'],
  ['115/03/05', {}, '2026-03-05T00:00:00'],
  ['1150305', {}, '2026-03-05T00:00:00'],
  ['二〇二六年十二月三十一日', {}, '2026-12-31T00:00:00'],
  ['2026年3月5日 星期四 下午 2:07', {}, '2026-03-05T14:07:00'],
  ['2026年3月5日14时07分33秒', {}, '2026-03-05T14:07:33'],
  ['05-3月 -26', {}, '2026-03-05T00:00:00'],
  ['05-MAR-26', {}, '2026-03-05T00:00:00'],
  ['Thu, 5 Mar 2026 14:07', {}, '2026-03-05T14:07:00'],
  ['2026–03–05', {}, '2026-03-05T00:00:00'],
  ['2026. 3. 5.', {}, '2026-03-05T00:00:00'],
  ['20260305140733', {}, '2026-03-05T14:07:33'],
  ['1772720853000', {}, '2026-03-05T14:27:33'],
  ['1772720853', { zone: 'Asia/Shanghai' }, '2026-03-05T22:27:33'],
  ['202602', { monthEnds: true }, '2026-02-28T00:00:00'],
  ['02/2026', { monthEnds: true }, '2026-02-28T00:00:00'],
  ['2026年2月', { monthEnds: true }, '2026-02-28T00:00:00'],
  ['Mar-26', {}, undefined],
  ['26-03-05', {}, undefined],
  ['0000-00-00', {}, undefined],
  ['', {}, null],
  ['05.03.2026', {}, undefined],
  ['2026-02-30', {}, undefined],
  ['2026-13-01', {}, undefined],
  ['last week', {}, undefined],
])('a day written %p', (text, how, wanted) => {
  expect(day(readerOf({ type: 'date', ...how })(text))).toBe(wanted);
});

test.each([
  ['1234.5', {}, '1234.500000000'],
  ['-1,234,567.25', {}, '-1234567.250000000'],
  ['12,3456.5', {}, '123456.500000000'],
  ['1.234,5', { decimal: ',' as const }, '1234.500000000'],
  ["1'234", {}, '1234.000000000'],
  ['(12.5)', {}, '-12.500000000'],
  ['１２', {}, '12.000000000'],
  ['（1,234.50）', {}, '-1234.500000000'],
  ['–5', {}, '-5.000000000'],
  ['\u200b5', {}, '5.000000000'],
  ['1’234.50', {}, '1234.500000000'],
  ['($1,200.00)', { unit: '$' }, '-1200.000000000'],
  ['-$1,200.00', { unit: '$' }, '-1200.000000000'],
  ['€ 12,5-', { unit: '€', decimal: ',' as const }, '-12.500000000'],
  ['￥1,200', { unit: '￥' }, '1200.000000000'],
  ['５％', { unit: '％' }, '0.050000000'],
  ['(-5)', {}, undefined],
  ['5 USD', { unit: 'CNY' }, undefined],
  ['¥1,200', { unit: '¥' }, '1200.000000000'],
  ['1,200 CNY', { unit: 'CNY' }, '1200.000000000'],
  ['12.5%', { unit: '%' }, '0.125000000'],
  ['1e-3', {}, '0.001000000'],
  ['0.0000000005', {}, '0.000000001'],
  ['12 h', {}, undefined],
  ['1,23', {}, undefined],
  ['0,300', {}, undefined],
  ['0.300', { decimal: ',' as const }, undefined],
  ['1.2.3', {}, undefined],
  ['n/a', {}, undefined],
  ['99999999999999999999', {}, undefined],
])('a number written %p', (text, how, wanted) => {
  const value = readerOf({ type: 'number', ...how })(text);
  expect(typeof value === 'bigint' ? decimalText(value) : value).toBe(wanted);
});

test('what the mapping says of words goes before, and a word may mean nothing', () => {
  const read = readerOf({ type: 'flag', words: { 完成: 'yes', 取消: 'no', '-': '' } });
  expect(['完成', ' 取消 ', '-', 'Y', 'maybe'].map(read)).toEqual([
    ...['yes', 'no', null, 'yes', undefined],
  ]);
});

test('of a few words each is known in any capitals and width, and no other', () => {
  const read = readerOf({ type: 'text', oneOf: ['won', 'lost'], words: { 赢单: 'won' } });
  expect(['Won', 'ＬＯＳＴ', '赢单', ' ', 'Closed Won'].map(read)).toEqual([
    ...['won', 'lost', 'won', null, undefined],
  ]);
});

test('a decimal is read as it is written', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 27n), 10n ** 27n), (exact) => {
      expect(exactOf(decimalText(exact))).toBe(exact);
      expect(readerOf({ type: 'number' })(decimalText(exact))).toBe(exact);
    }),
  );
});

const spans = (...args: Parameters<typeof slotsOf>) =>
  slotsOf(...args).map(({ from, to }) => `${from} ${to}`);
const from = (first: string, last: string) =>
  [Date.parse(first), Date.parse(last)] as [number, number];

test('spans are whole: of a year that begins when the firm’s does, and not beyond a day', () => {
  const half = from('2026-01-15', '2026-07-02');
  expect(spans('quarter', half, { yearStart: 1, until: '2026-06-30' })).toEqual([
    ...['2026-01-01 2026-03-31', '2026-04-01 2026-06-30'],
  ]);
  expect(spans('quarter', half, { yearStart: 12, until: '2026-06-29' })).toEqual([
    ...['2025-12-01 2026-02-28', '2026-03-01 2026-05-31'],
  ]);
  expect(spans('week', from('2026-01-01', '2026-01-05'), { yearStart: 1 })).toEqual([
    ...['2025-12-29 2026-01-04', '2026-01-05 2026-01-11'],
  ]);
});

test('who looks back twelve months begins where the rows go back that far', () => {
  const rows = from('2025-02-10', '2026-03-02');
  expect(spans('month', rows, { yearStart: 1, months: 12 })).toEqual([
    ...['2026-01-01 2026-01-31', '2026-02-01 2026-02-28', '2026-03-01 2026-03-31'],
  ]);
});
