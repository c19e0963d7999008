import { checkFormula, Names } from '../../../src/host/calc';
import { bookOf, sheetOf, tableOf } from './workbook';

const book = bookOf([
  sheetOf(
    'One',
    [
      ['Id', 'My Col'],
      ['a', 1],
    ],
    [tableOf('Ask', [0, 0], 2, ['Id', 'My Col'])],
  ),
]);
const check = (formula: string, row = 9) =>
  checkFormula(new Names(book), formula, book.sheets[0]!, { row, column: 0 });

test.each([
  '=1+1',
  '=SUM(Ask[My Col])',
  '=Ask[[#Totals],[Id]]',
  '=UNKNOWNFUNCTION(1)',
  '=UNKNOWNFUNCTION()',
  '=PI()',
  `=LEN("${'x'.repeat(255)}")`,
  `=SUM(${Array(255).fill('1').join(',')})`,
  `=UNKNOWNFUNCTION(${Array(255).fill('1').join(',')})`,
  '=unknownName',
  '=XLOOKUP(1,A1:A3,B1:B3)',
  "='One'!A1",
  '=#REF!+One!#REF!',
  '=IF(A1,,2)',
  `=${'LEN('.repeat(64)}1${')'.repeat(64)}`,
])('accepted: %s', (formula) => {
  expect(check(formula)).toBeUndefined();
});

test('a row of the table may name its own column', () => {
  expect(check('=[@[My Col]]', 1)).toBeUndefined();
});

test.each([
  ['=1+', 'cannot read'],
  ['=SUM(A1', 'cannot read'],
  ['1+1', 'starts with "="'],
  ['=Nope[Id]', 'no table "Nope"'],
  ['=Ask[Nope]', 'no column "Nope"'],
  ['=[@Id]', 'names no table'],
  ['=Nope!A1', 'no sheet "Nope"'],
  ['=IF(1)', 'too few arguments'],
  ['=LEN(1,2)', 'too many arguments'],
  [`=LEN("${'x'.repeat(256)}")`, '256 characters'],
  [`=${'1+'.repeat(4096)}1`, '8192'],
  [`=${'LEN('.repeat(65)}1${')'.repeat(65)}`, '64 levels'],
  [`=SUM(${Array(256).fill('1').join(',')})`, '255'],
])('refused: %.30s', (formula, reason) => {
  expect(check(formula)).toContain(reason);
});
