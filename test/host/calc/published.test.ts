import { createCalculator } from '../../../src/host/calc';
import { bookOf, plain, sheetOf, valueOf } from './workbook';

/**
 * What Excel gave, of the tests of ExcelFinancialFunctions (Luca Bolognese and others, Apache License 2.0): of each
 * function some with every day-count basis, many at the ends of months and of February.
 */
const byExcel = `
ODDFPRICE(36219,37755,28249,37390,0.1,0.03,130,1,2)=129.8691682271
ODDFPRICE(37346,40359,35489,39994,0.07,0.03,67,1,3)=92.06031967833
ODDFPRICE(28614,29345,28249,28979,0.07,0.1,67,1,1)=66.88429752066
ODDFPRICE(34303,39507,33938,36219,0.1,0.1,67,1,4)=80.05260723484
ODDFPRICE(37025,40359,35489,39994,0.07,0.1,67,1,0)=34.91652972184
ODDFPRICE(36219,39507,28249,36585,0.1,0.03,100,4,2)=145.214976795
ODDFPRICE(28614,39507,28249,36219,0.1,0.1,100,4,3)=30.68068861079
ODDFPRICE(34303,39507,28249,36219,0.1,0.1,130,4,1)=31.05081154812
ODDFPRICE(35854,39507,28249,36585,0.1,0.1,100,4,4)=61.17499965516
ODDFPRICE(35854,36584,35489,36219,0.07,0.1,100,4,0)=93.7259087625
ODDFPRICE(37346,40359,36981,39994,0.07,0.1,67,2,2)=54.52188925309
ODDFPRICE(37025,40359,35854,39994,0.07,0.03,100,2,3)=119.2717440965
ODDFPRICE(36219,37755,35489,37390,0.1,0.1,67,2,1)=69.31851482192
ODDFPRICE(37346,40359,36660,39994,0.1,0.1,67,2,4)=60.74890026653
ODDFPRICE(39629,40359,33938,39994,0.1,0.1,100,2,0)=85.28533635676
ODDFPRICE(35854,39507,33938,36219,0.07,0.1,130,1,2)=89.11873366535
ODDFPRICE(39629,40359,28249,39994,0.1,0.1,67,1,3)=44.18430884184
ODDFPRICE(36219,37755,35854,37390,0.1,0.03,100,1,1)=125.394816199
ODDFPRICE(34303,36584,33938,36219,0.07,0.03,67,1,4)=91.96178699406
ODDFPRICE(36219,38077,33938,37711,0.1,0.1,67,1,0)=54.9457977099
ODDFYIELD(39872,43981,39706,39963,0.05,75,89,1,2)=0.07763359756356
ODDFYIELD(39793,44287,39736,39904,0.06,100,100,4,1)=0.05997699855589
ODDFYIELD(39763,44256,39736,39873,0.0575,84.5,100,2,0)=0.0772455415973
ODDLPRICE(39629,40359,33938,0.07,0.1,130,1,2)=101.8344867152
ODDLPRICE(28614,40334,28249,0.07,0.03,100,1,3)=161.9639287509
ODDLPRICE(37025,40359,36981,0.1,0.03,67,1,1)=123.998839199
ODDLPRICE(36219,40334,28249,0.07,0.1,67,1,4)=-12.32617430673
ODDLPRICE(35854,38077,33938,0.07,0.03,67,1,0)=87.03800798685
ODDLPRICE(37025,40359,36981,0.07,0.03,100,4,2)=128.4837864157
ODDLPRICE(37025,40334,36981,0.07,0.03,100,4,3)=128.3171269513
ODDLPRICE(34303,37755,33938,0.07,0.1,100,4,1)=81.99952412239
ODDLPRICE(35854,36584,28249,0.1,0.03,67,4,4)=70.29245283019
ODDLPRICE(37025,40087,35854,0.07,0.1,67,4,0)=58.26470727938
ODDLPRICE(37025,40087,35854,0.07,0.1,130,2,2)=92.39570637003
ODDLPRICE(37346,39507,35854,0.1,0.1,67,2,3)=64.09736443787
ODDLPRICE(35854,36584,33938,0.1,0.03,130,2,1)=138.533015601
ODDLPRICE(35854,36584,35489,0.1,0.03,100,2,4)=112.641509434
AMORLINC(100,33938,34668,0,0.3,0.1,3)=10
AMORLINC(100,33938,34668,0,13,0.07,1)=2.03825136612
AMORLINC(100,36981,37711,0,1.7,0.07,4)=7
AMORLINC(100,36981,37711,10,1.7,0.07,0)=7
AMORLINC(100,35854,36585,50,1,0.07,3)=7
AMORLINC(100,35854,36585,50,1,0.1,1)=10
AMORLINC(100,36660,39994,10,0,0.07,4)=63.89444444444
AMORLINC(100,28249,37711,0,0.3,0.1,0)=10
AMORLINC(100,35854,39994,0,0.3,0.1,3)=10
AMORLINC(200,35854,36585,10,2,0.07,1)=14
AMORDEGRC(100,28249,36219,10,1.7,0.07,3)=2
AMORDEGRC(100,36660,37390,10,0,0.3,1)=90
AMORDEGRC(100,28249,34668,10,1,0.07,4)=2
AMORDEGRC(200,35854,37711,50,0,0.15,0)=150
AMORDEGRC(200,33938,37390,50,1.7,0.1,3)=13
AMORDEGRC(100,33938,36585,10,1.7,0.07,1)=2
AMORDEGRC(200,35854,36219,50,0,0.3,4)=90
AMORDEGRC(200,36981,37390,0,1,0.1,0)=36
AMORDEGRC(100,36981,39994,50,1.7,0.07,3)=9
AMORDEGRC(100,36981,37711,50,1,0.1,1)=13
AMORDEGRC(200,33938,34668,0,2,0.3,4)=6
AMORDEGRC(100,35489,36585,50,0,0.3,0)=50
AMORDEGRC(200,35489,37711,10,1,0.3,3)=5
AMORDEGRC(200,33938,39994,10,1,0.07,1)=2
`;

/** Microsoft's own examples, and what stands at the limits that its documentation names. */
const documented = `
ODDFPRICE(39763,44256,39736,39873,0.0785,0.0625,100,2,1)=113.59771747407883
ODDLPRICE(39485,39614,39370,0.0375,0.0405,100,2,0)=99.87828601472134
AMORDEGRC(2400,39679,39813,300,1,0.15,1)=776
AMORLINC(2400,39679,39813,300,1,0.15,1)=360
`;

const cases = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => /^(.*)=(.*)$/.exec(line)!.slice(1) as [string, string]);

test.each([...cases(byExcel), ...cases(documented)])('%s is %s', (formula, given) => {
  const value = Number(given);
  expect(Math.abs(Number(valueOf(`=${formula}`)) / value - 1)).toBeLessThan(1e-8);
});

test.each([
  ['a first coupon before the settlement', 'ODDFPRICE(39900,44256,39736,39873,0.07,0.06,100,2,1)'],
  ['a first coupon on no day of coupons', 'ODDFPRICE(39763,44256,39736,39880,0.07,0.06,100,2,1)'],
  ['the same, asked for its yield', 'ODDFYIELD(39763,44256,39736,39880,0.07,99,100,2,1)'],
  ['a last coupon after the settlement', 'ODDLPRICE(39485,39614,39490,0.0375,0.0405,100,2,0)'],
  ['three coupons a year', 'ODDLYIELD(39558,39614,39440,0.0375,99.875,100,3,0)'],
  ['a day-count basis that there is not', 'ODDLYIELD(39558,39614,39440,0.0375,99.875,100,2,5)'],
  ['a life of four to five years', 'AMORDEGRC(2400,39679,39813,300,1,0.22,1)'],
  ['days over 360 in actual years', 'AMORLINC(2400,39679,39813,300,1,0.15,2)'],
  ['more salvage than cost', 'AMORLINC(2400,39679,39813,2500,1,0.15,1)'],
])('%s is refused', (_, formula) => {
  expect(valueOf(`=${formula}`)).toBe('#NUM!');
});

/** To twenty digits by mpmath: small and great arguments, orders far above and below them. */
const bessel = `
BESSELJ(1.9,2)=0.32992572769238723738
BESSELJ(0.001,3)=2.0833332031250032552e-11
BESSELJ(25,60)=5.7235154837222702458e-18
BESSELJ(333.3,10)=-0.041144483338332610316
BESSELJ(99999.5,1)=0.002444921693590074199
BESSELY(2.5,1)=0.14591813796678579888
BESSELY(0.1,5)=-24461484.50230391535
BESSELY(50,25)=-0.070787090207867384831
BESSELY(2000,3)=0.0070614990423200505224
BESSELI(1.5,1)=0.98166642857790758565
BESSELI(0.5,10)=2.6430419258812795385e-13
BESSELI(12.3,0)=25257.487596923062991
BESSELI(700,2)=1.5252262036997768772e+302
BESSELK(1.5,1)=0.27738780045684381609
BESSELK(0.001,0)=7.0236888005623813436
BESSELK(5,25)=26959282453367.325277
BESSELK(333.3,2)=1.2266790640329093047e-146
`;

test.each(cases(bessel))('%s is %s', (formula, given) => {
  expect(Math.abs(Number(valueOf(`=${formula}`)) / Number(given) - 1)).toBeLessThan(1e-12);
});

test('Bessel functions of other arguments', () => {
  expect(valueOf('=BESSELJ(-2.5,3)+BESSELJ(2.5,3)')).toBe(0);
  expect(valueOf('=BESSELI(0,0)+BESSELJ(0,1)')).toBe(1);
  expect(valueOf('=BESSELJ(1.9,2.9)=BESSELJ(1.9,2)')).toBe(true);
  expect(valueOf('=BESSELJ(1,-1)')).toBe('#NUM!');
  expect(valueOf('=BESSELK(0,1)')).toBe('#NUM!');
  expect(valueOf('=BESSELI(9999,1)')).toBe('#NUM!');
  expect(valueOf('=BESSELY(1E9,1)')).toBe('#NOT_EVALUATED');
});

/** The codes that Microsoft's documentation of CELL lists, and formats that it does not speak of. */
test.each([
  ['General', 'G'],
  ['0', 'F0'],
  ['#,##0', ',0'],
  ['0.00', 'F2'],
  ['#,##0.00', ',2'],
  ['$#,##0_);($#,##0)', 'C0'],
  ['$#,##0_);[Red]($#,##0)', 'C0-'],
  ['$#,##0.00_);[Red]($#,##0.00)', 'C2-'],
  ['[$€-407] #,##0.00', 'C2'],
  ['0.00%', 'P2'],
  ['0.00E+00', 'S2'],
  ['# ??/??', 'G'],
  ['m/d/yyyy h:mm', 'D4'],
  ['dd-mmm-yy', 'D1'],
  ['d-mmm', 'D2'],
  ['mmm-yy', 'D3'],
  ['mm/dd', 'D5'],
  ['h:mm:ss AM/PM', 'D6'],
  ['h:mm AM/PM', 'D7'],
  ['h:mm:ss', 'D8'],
  ['h:mm', 'D9'],
  ['(0)', 'F0()'],
  ['yyyy"年"m"月"', '#NOT_EVALUATED'],
  ['"none"', '#NOT_EVALUATED'],
])('CELL tells the format %s as %s', (numberFormat, code) => {
  const sheet = sheetOf('Sheet1', [['=CELL("format",B1)', 1]]);
  sheet.cells[0]![1]!.style = { numberFormat };
  createCalculator(bookOf([sheet])).calculateAll();
  expect(plain(sheet.cells[0]![0]?.value)).toBe(code);
});

test('CELL tells how a cell looks, and nothing that the file does not say', () => {
  const ask = (what: string) => `=CELL("${what}",A1)`;
  const kinds = ['prefix', 'protect', 'COL', 'address', 'filename', 'width', 'hue'];
  const sheet = sheetOf('Sheet1', [['x', ...kinds.map(ask), '=CELL("row")']]);
  sheet.rowStyles = new Map([[0, { horizontal: 'Center', locked: false }]]);
  createCalculator(bookOf([sheet])).calculateAll();
  const [none, wrong] = ['#NOT_EVALUATED', '#VALUE!'];
  expect(sheet.cells[0]!.map((cell) => plain(cell?.value))).toEqual([
    ...['x', '^', 0, 1, '$A$1', none, none, wrong, none],
  ]);
});

test('parts of sums, ranges without blank ends and blocks of chance', () => {
  const rows = [[null, null], [null, 2], [null, null], [null, 6], [null]];
  expect(valueOf('=ROWS(TRIMRANGE(A1:C9))*10+COLUMNS(TRIMRANGE(A1:C9))', rows)).toBe(31);
  expect(valueOf('=ROWS(TRIMRANGE(A1:C9,2))*10+COLUMNS(TRIMRANGE(A1:C9,2,1))', rows)).toBe(42);
  expect(valueOf('=TRIMRANGE(A1:C9,4)', rows)).toBe('#VALUE!');
  expect(valueOf('=PERCENTOF(B2:B3,B1:B9)', rows)).toBe(0.25);
  expect(valueOf('=PERCENTOF(B2,A1:A9)', rows)).toBe('#DIV/0!');
  expect(valueOf('=SUMPRODUCT(--(MOD(RANDARRAY(40,2,3,5,TRUE),1)=0))', rows)).toBe(80);
  expect(valueOf('=AND(MIN(RANDARRAY(99,1,3,5))>=3,MAX(RANDARRAY(99,1,3,5))<=5)', rows)).toBe(true);
  expect(valueOf('=RANDARRAY(2,2,5,3)', rows)).toBe('#VALUE!');
});
