import {
  bare,
  isNumeric,
  isTitleOf,
  mayBeMoney,
  mayBeShare,
  shownOf,
  understand,
} from '../../src/exchange/words';
import type { SentColumn, SentList } from '../../src/exchange/sent';
import type { CellValue } from '../../src/rules';

const column = (kind: string): SentColumn => ({ id: 'c', header: 'C', kind, fill: true });
const list = (id: string, entries: [string, string][], open = false): SentList => ({
  id,
  open,
  entries,
});
const pick = list('pick', [
  ['yes', 'Yes'],
  ['maybe', 'Maybe'],
  ['no', 'No'],
]);
const areas = list('dimension.pain', [
  ['s.area', 'Area'],
  ['s.other', 'AREA '],
]);

test.each<[CellValue, string, CellValue | undefined]>([
  [12.5, 'number', 12.5],
  ['１２．５', 'number', 12.5],
  ['-7', 'number', -7],
  ['−7', 'number', -7],
  ['+7', 'number', 7],
  ['(1,200)', 'money', -1200],
  ['1,234,567.5', 'money', 1_234_567.5],
  ['1，200', 'money', 1200],
  ['¥1,200.50', 'money', 1200.5],
  ['-$5', 'money', -5],
  ['RMB 30', 'money', 30],
  ['30元', 'money', 30],
  ['30 usd', 'money', 30],
  ['(€30)', 'money', -30],
  ['5m', 'money', 5_000_000],
  ['5m', 'measure', undefined],
  ['¥5', 'number', undefined],
  ['3万', 'money', 30_000],
  ['3萬', 'money', 30_000],
  ['1.2亿', 'money', 120_000_000],
  ['2億', 'money', 200_000_000],
  ['.5', 'number', 0.5],
  ['30%', 'percent', 0.3],
  ['12.3 %', 'ratio', 0.123],
  ['5‰', 'rate', 0.005],
  ['12,34', 'number', undefined],
  ['1,5', 'number', undefined],
  ['1.234,5', 'number', undefined],
  ['5–7', 'number', undefined],
  ['about 5', 'number', undefined],
  ['5 days', 'number', undefined],
  [true, 'number', undefined],
])('%j as %s is %j', (typed, kind, expected) => {
  expect(understand(column(kind), undefined, typed)).toEqual(
    expected === undefined ? { problem: 'not-number' } : { value: expected },
  );
});

test.each([
  ['30%', 'money'],
  ['5‰', 'hours'],
  ['30%', 'number'],
])('the share %s is no %s', (typed, kind) => {
  expect(understand(column(kind), undefined, typed)).toEqual({ problem: 'share-of-money' });
});

test.each<[CellValue, string | undefined]>([
  ['2026-3-1', '2026-03-01'],
  ['2026/03/01', '2026-03-01'],
  ['2026.3.1', '2026-03-01'],
  ['2026年3月1日', '2026-03-01'],
  ['2026年3月1號', '2026-03-01'],
  ['2026 年 3 月 1', '2026-03-01'],
  ['20260301', '2026-03-01'],
  ['2026-03-01T00:00:00', '2026-03-01'],
  ['2026-03-01 00:00', '2026-03-01'],
  [46_082, '2026-03-01'],
  [32_874, '1990-01-01'],
  [109_939, '2200-12-31'],
  [32_873, undefined],
  [109_940, undefined],
  [46_082.5, undefined],
  ['2026-02-30', undefined],
  ['1/2/2026', undefined],
  ['3月1日', undefined],
  ['2026-03-01 17:00', undefined],
  [true, undefined],
])('the day %j is %j', (typed, expected) => {
  expect(understand(column('date'), undefined, typed)).toEqual(
    expected === undefined ? { problem: 'not-date' } : { value: expected },
  );
});

test.each<[CellValue, CellValue]>([
  ['a\r\nb', 'a\nb'],
  [7, '7'],
  [true, 'TRUE'],
  [false, 'FALSE'],
  ['', null],
  [' \t ', null],
  [null, null],
])('the text %j is %j', (typed, expected) => {
  expect(understand(column('text'), undefined, typed)).toEqual({ value: expected });
});

test.each<[CellValue, string | undefined]>([
  ['Yes', 'yes'],
  [' yes ', 'yes'],
  ['ＹＥＳ', 'yes'],
  ['是', 'yes'],
  ['选用', 'yes'],
  ['選用', 'yes'],
  ['√', 'yes'],
  ['x', 'yes'],
  [1, 'yes'],
  [true, 'yes'],
  ['待定', 'maybe'],
  ['否', 'no'],
  ['×', 'no'],
  [0, 'no'],
  [false, 'no'],
  ['yess', undefined],
  ['yes no', undefined],
])('the pick %j is %j', (typed, expected) => {
  expect(understand(column('text'), pick, typed)).toEqual(
    expected === undefined ? { problem: 'value-unknown' } : { value: expected },
  );
});

test('what two entries could mean is no entry’s, unless it is written exactly', () => {
  expect(understand(column('text'), areas, 'area')).toEqual({ problem: 'value-unknown' });
  expect(understand(column('text'), areas, 'Area')).toEqual({ value: 's.area' });
  expect(understand(column('text'), areas, 's.other')).toEqual({ value: 's.other' });
});

test('an open list takes other words as they are; a blank says nothing', () => {
  const open = list('owner', [['head', 'Head']], true);
  expect(understand(column('text'), open, 'Somebody')).toEqual({ value: 'Somebody', own: true });
  expect(understand(column('text'), open, 7)).toEqual({ value: '7', own: true });
  expect(understand(column('text'), open, 'HEAD')).toEqual({ value: 'head' });
  expect(understand(column('text'), pick, ' ')).toEqual({ value: null });
});

test('priorities by letter and sign', () => {
  const priority = list('priority', [
    ['high', 'High'],
    ['medium', 'Medium'],
    ['low', 'Low'],
  ]);
  expect(['H', '高', 'm', '中', 'l', '低'].map((one) => understand(column('text'), priority, one)))
    .toEqual(['high', 'high', 'medium', 'medium', 'low', 'low'].map((value) => ({ value }))); // prettier-ignore
});

const three = (id: string, ...ids: string[]) =>
  list(
    id,
    ids.map((one) => [one, `The word ${one}`]),
  );

const yes = '是 是的 yes y ✓ ✔ √ ☑ 1 x 对 對 选 選 选用 選用 true ok Yes TRUE Ｙ';
const no = '否 不 不是 no n ✗ ✘ × 0 不选 不選 不用 不选用 不選用 false FALSE';

test.each([
  ['pick', 'yes', yes],
  ['pick', 'maybe', '待定 maybe 可能 未定 Maybe'],
  ['pick', 'no', no],
  ['yesNo', 'yes', yes],
  ['yesNo', 'no', no],
  ['priority', 'high', 'h 高 High H'],
  ['priority', 'medium', 'm 中 Medium'],
  ['priority', 'low', 'l 低 Low'],
])('people write for %s: %s', (id, entry, words) => {
  const of = three(id, 'yes', 'maybe', 'no', 'high', 'medium', 'low');
  const read = words.split(' ').map((word) => [word, understand(column('text'), of, word)]);
  expect(read).toEqual(words.split(' ').map((word) => [word, { value: entry }]));
});

test('of another list the same words are none of it', () => {
  const of = three('phase', 'yes', 'no');
  for (const word of ['是', 'ok', '1', '否'])
    expect(understand(column('text'), of, word)).toEqual({ problem: 'value-unknown' });
});

test('a column is known by its header and, where it asks for free words, by what people call it', () => {
  const comment = { ...column('text'), id: 'comment', header: 'Your view *' };
  const known = ['Your view', 'your  view＊', ...'comment Comments remark REMARKS note notes 备注 備註 意见 意見 说明 說明'.split(' ')]; // prettier-ignore
  expect(known.filter((title) => !isTitleOf(comment, title))).toEqual([]);
  expect(['view', '', null, 'commented'].filter((title) => isTitleOf(comment, title))).toEqual([]);
  expect(isTitleOf({ ...comment, id: 'item' }, 'note')).toBe(false);
  expect([bare(' Pick ** '), bare('Ｐｉｃｋ*'), bare(null), bare(7)]).toEqual([
    'pick',
    'pick',
    '',
    '7',
  ]);
});

test('of many values the first three are shown, and how many there are', () => {
  expect(['a', 'a b c', 'a b c d'].map((all) => shownOf(all.split(' ')))).toEqual([
    ...['a', 'a · b · c', 'a · b · c · … (4)'],
  ]);
});

test.each([
  ['text', false, false, false],
  ['date', false, false, false],
  ['number', true, false, false],
  ['percent', true, true, false],
  ['ratio', true, true, false],
  ['rate', true, true, false],
  ['measure', true, true, true],
  ['money', true, false, true],
  ['amount', true, false, true],
  ['quantity', true, false, true],
])('%s holds a number: %s, a share: %s, an amount: %s', (kind, number, share, amount) => {
  expect([isNumeric(kind), mayBeShare(kind), mayBeMoney(kind)]).toEqual([number, share, amount]);
});
