/** @jest-environment jsdom */
import fc from 'fast-check';
import { fromClipboard, fromTsv, toHtml, toTsv } from '../../src/workbench/cells/exchange';

const cells = (...texts: string[]) => texts.map((value) => ({ value }));

test('text goes out as it is shown, a table with all digits', () => {
  const share = { value: 1 / 3, style: { numberFormat: '0%' } };
  const rows = [[...cells('a\tb', '"c"'), share, undefined]];
  expect(toTsv(rows)).toBe('"a\tb"\t"""c"""\t33%\t');
  expect(fromClipboard(toHtml(rows), '')).toEqual([['a b', '"c"', '33.3333333333333%', '']]);
});

test('what goes out as text comes in as it was', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '1', '"', '\t', '\n', ' ') });
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 2, maxLength: 3 }), { minLength: 1 }),
      (rows) => {
        expect(fromTsv(toTsv(rows.map((row) => cells(...row))))).toEqual(rows);
      },
    ),
  );
});

test.each<[string, string, string[][]]>([
  [
    'lines of Windows, Unix and old Macs',
    'a\tb\r\nc\td\ne\tf\rg\th\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ],
  ],
  [
    'an empty cell at the end',
    'a\t\n\tb',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  ['a quote within', '5" pipe\tb', [['5" pipe', 'b']]],
  [
    'amounts without their currency sign',
    '¥1,200.50\t-€3\t(¥4)\t¥en',
    [['1,200.50', '-3', '(4)', '¥en']],
  ],
  ['days of China', '2026年3月1日\t3月1日前', [['2026-3-1', '3月1日前']]],
])('from text: %s', (_, text, rows) => expect(fromTsv(text)).toEqual(rows));

const table = (rows: string) =>
  `<html><body><!--StartFragment--><table>${rows}</table></body></html>`;

test.each<[string, string, string[][]]>([
  [
    'Excel',
    '<tr><td x:num="0.25600000000000001">26%</td><td class=xl65>Line<br>\n  two</td></tr>',
    [['25.6%', 'Line\ntwo']],
  ],
  [
    'LibreOffice',
    '<tr><td sdval="900000.55" sdnum="1033;0;#,##0">900,001</td></tr>',
    [['900000.55']],
  ],
  ['Google Sheets', `<tr><td data-sheets-value='{"1":3,"3":0.3333}'>33%</td></tr>`, [['33.33%']]],
  [
    'days, however they are shown',
    '<tr><td x:num="46082">2026/3/1</td><td x:num="46082">2026年3月1日</td><td x:num="36951">1-Mar</td><td x:num="46082.5">March 1, 2026</td></tr>',
    [['2026/3/1', '2026-03-01', '2001-03-01', '2026-03-01 12:00:00']],
  ],
  [
    'what only looks like days',
    '<tr><td x:num="0.5">1/2</td><td x:num="5551234">555-1234</td><td x:num="1020">10-20</td></tr>',
    [['0.5', '5551234', '1020']],
  ],
  [
    'merged cells at their first place',
    '<tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr>',
    [
      ['a', 'b', ''],
      ['', 'c', 'd'],
    ],
  ],
])('from a table of %s', (_, rows, typed) =>
  expect(fromClipboard(table(rows), 'x')).toEqual(typed),
);

test('text where a table is not all of it: of two tables, or one in a letter, nothing is lost', () => {
  const letter = `<p>Dear Li</p>${table('<tr><td>a</td></tr>')}`;
  expect(fromClipboard(letter, 'Dear Li\na')).toEqual([['Dear Li'], ['a']]);
  expect(fromClipboard(letter, '')).toEqual([['a']]);
  const two = table('<tr><td>a</td></tr>').replace(
    '</body>',
    '<table><tr><td>b</td></tr></table></body>',
  );
  expect(fromClipboard(two, 'a\nb')).toEqual([['a'], ['b']]);
  const styled = `<style>td{}</style>${table('<tr><td x:num="1.25">1</td></tr>')}`;
  expect(fromClipboard(styled, '1')).toEqual([['1.25']]);
});

test('text alone where there is no table, and nothing where there is nothing', () => {
  expect(fromClipboard('<b>a</b>', 'a')).toEqual([['a']]);
  expect(fromClipboard('', '')).toBeUndefined();
});
