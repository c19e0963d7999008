import { openXlsx } from '../../../src/book';
import { createHost } from '../../../src/host';
import { fileOf, relation } from '../../book/package';
import { valueOf } from './workbook';

const styles =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font/></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';

/** A workbook that counts days from 1904: A1 is the plain number 1, B1 the day 1, and formulas below them. */
async function computed(...formulas: [formula: string, isDay?: boolean][]): Promise<unknown[]> {
  const rows = formulas.map(
    ([formula, isDay], i) =>
      `<row r="${i + 2}"><c r="A${i + 2}" s="${isDay ? 1 : 0}"><f>${formula.replace(/"/g, '&quot;')}</f></c></row>`,
  );
  const first = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c></row>';
  const book = await openXlsx(
    fileOf(`<sheetData>${first}${rows.join('')}</sheetData>`, {
      workbook: '<workbookPr date1904="1"/>',
      parts: { 'xl/styles.xml': styles },
      relations: relation('y', 'styles', 'styles.xml'),
    }),
  );
  createHost(book).calculator.calculateAll();
  return formulas.map((_, i) => {
    const value = book.sheets[0]!.cells[i + 1]![0]!.value;
    return typeof value === 'object' && value ? value.code : value;
  });
}

const none = '#NOT_EVALUATED';
/** What a formula gives where days count from 1900. */
const valued = (formula: string) => valueOf(`=ROUND(${formula},9)`);

test('a number that is no day counts from 1904, as one that is does', async () => {
  expect(
    await computed(
      ['TEXT(A1,"yyyy-mm-dd hh:mm")'], ['TEXT(B1,"yyyy-mm-dd")'], ['TEXT(1.5,"yyyy-mm-dd hh:mm")'], ['YEAR(A1)'],
      ['YEAR(DATE(2024,5,1))'], ['MONTH("2024-05-01")'], ['DAYS(B1,A1)'], ['NETWORKDAYS(A1,8)'],
    ), // prettier-ignore
  ).toEqual(['1904-01-02 00:00', '1904-01-02', '1904-01-02 12:00', 1904, 2024, 5, 0, 5]);
});

test('elapsed times may be less than none', async () => {
  expect(await computed(['TEXT(-0.0854629629629630,"[h]:m:s.000")'], ['TEXT(A1,"[h]")'])).toEqual([
    '-2:3:4.000',
    '24',
  ]);
});

test('a day that is made is known where its cell is formatted as one, and what is in doubt is not computed', async () => {
  expect(
    await computed(
      ['DATE(2024,5,1)', true], ['DATE(2024,5,1)'], ['EDATE(B1,1)+1', true], ['MAX(DATE(2024,5,1),A1)'],
      ['DATE(2024,5,3)-DATE(2024,5,1)'], ['YEAR(A1+366)'], ['WEEKDAY(A6)'],
    ), // prettier-ignore
  ).toEqual([45413, none, 1495, none, 2, none, none]);
});

test('of functions that read several days each is one, and nothing else is', async () => {
  expect(
    await computed(
      ['WEEKDAY(A1,2)'],
      ['ROUND(DISC(43830,44195,95,100),9)'],
      ['ROUND(PRICEMAT(43538,44238,43338,0.04,0.05),9)'],
      ['ROUND(ODDLPRICE(38023,38152,37908,0.0375,0.0405,100,2,0),9)'],
      ['ROUND(ODDFPRICE(38301,42794,38274,38411,0.0785,0.0625,100,2,1),9)'],
      ['ROUND(AMORLINC(2400,38217,38351,300,0,0.15,1),9)'],
      ['AMORLINC(2400,38217,38351,300,2,0.15,1)'],
    ),
  ).toEqual([
    ...[6, 0.05, valued('PRICEMAT(45000,45700,44800,0.04,0.05)'), 99.878286015, 113.597717474],
    ...[valued('AMORLINC(2400,39679,39813,300,0,0.15,1)'), 360],
  ]);
});

test('a blank is the first day, of several cells none is told', async () => {
  expect(
    await computed(
      ['YEAR(C1)'],
      ['DAY(C1)'],
      ['DAYS(A1:B1,1)'],
      ['YEAR(-DATE(2024,5,1))'],
      ['YEAR(DATE(2024,5,1)-1)'],
    ),
  ).toEqual([1904, 1, none, '#NUM!', 2024]);
});
