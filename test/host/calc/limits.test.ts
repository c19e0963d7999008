import { createCalculator } from '../../../src/host/calc';
import { bookOf, plain, sheetOf, type Entry } from './workbook';

const data: Entry[][] = [
  [1, 2, 2],
  [2, 2, 'x'],
  [2, 2, null],
  [2, 5, ''],
];

/**
 * Formulas over the data above, with what Excel gives: at the limits of what a function takes, and one step
 * beyond them. Sums of ROW and COLUMN are those of a formula that is no array formula.
 */
const formulas = `
FACT(0)=1 FACT(1)=1 FACT(2)=2 FACT(3)=6 FACT(-1)=#NUM! FACT(171)=#NUM! FACT(4.9)=24
BASE(9007199254740991,36)="2GOSA7PA2GV" BASE(9007199254740992,36)=#NUM! BASE(35,36)="Z" BASE(35,37)=#NUM! BASE(1,2,3)="001" BASE(0,2,255)=REPT("0",255) BASE(0,2,256)=#NUM! BASE(-1,2)=#NUM! BASE(1,1)=#NUM! BASE(1,2,-1)=#NUM!
EVEN(0)=0 EVEN(-1)=-2 EVEN(2)=2 ODD(0)=1 ODD(-1)=-1 ODD(-2)=-3 ODD(1.5)=3 QUOTIENT(-7,2)=-3 QUOTIENT(1,0)=#DIV/0!
SUM(ROW(A2:A4))=2 SUM(COLUMN(B1:C1))=2 SUM(ROW(A2))=2 ROWS(A1:C4)=4 COLUMNS(A1:C4)=3
MATCH(2,A1:A3)=3 MATCH(2,A1:B1)=2 MATCH(2,A1:A2)=2 MATCH(1,A1:A4)=1 MATCH(0,A1:A4)=#N/A MATCH(9,A1:A4)=4 MATCH(2,A1:A4,0)=2 MATCH(5,B4:B4,-1)=1
SUM(MAKEARRAY(1,1,LAMBDA(r,c,r+c)))=2 SUM(MAKEARRAY(2,1,LAMBDA(r,c,10*r+c)))=32 SUM(MAKEARRAY(1,3,LAMBDA(r,c,10*r+c)))=36 SUM(MAKEARRAY(2,3,LAMBDA(r,c,10*r+c)))=102 MAKEARRAY(0,1,LAMBDA(r,c,1))=#VALUE! MAKEARRAY(1,0,LAMBDA(r,c,1))=#VALUE! MAKEARRAY(1001,1000,LAMBDA(r,c,1))=#VALUE!
DDB(0,0,5,1)=0 DDB(1000,0,5,1)=400 DDB(1000,0,5,5)=51.84 DDB(1000,0,5,5.1)=#NUM! DDB(1000,0,5,0)=#NUM! DDB(-1,0,5,1)=#NUM! DDB(1000,-1,5,1)=#NUM! DDB(1000,0,0,1)=#NUM! DDB(1000,0,5,1,0)=#NUM! DDB(1000,100,2,1,2)=900 DDB(1000,100,2,2,2)=0
DB(0,0,5,1)=0 DB(1000,0,5,1)=1000 DB(1000,100,5,1,12)=369 DB(1000,100,5,6)=#NUM! DB(1000,100,5,6,11)=3.225941645126318 DB(1000,100,5,7,11)=#NUM! DB(1000,100,5,1,13)=#NUM! DB(1000,100,5,1,0)=#NUM! DB(1000,100,5,0)=#NUM!
SLN(1000,100,0)=#DIV/0! SYD(1000,100,5,5)=60 SYD(1000,100,5,5.1)=#NUM! SYD(1000,0,5,1)=1000/3 SYD(1000,100,0,1)=#NUM!
VDB(0,0,5,0,1)=0 VDB(1000,0,5,0,5)=1000 VDB(1000,0,5,0,5.1)=#NUM! VDB(1000,0,5,2,2)=0 VDB(1000,0,5,2,1)=#NUM! VDB(1000,0,5,-1,1)=#NUM! VDB(1000,0,0,0,0)=#NUM!
MROUND(7,0)=0 MROUND(-7,2)=#NUM! MROUND(7,-2)=#NUM! MROUND(0,-2)=0 MROUND(5,2)=6 MROUND(-5,-2)=-6 MROUND(6.05,0.1)=6.1 CEILING.MATH(-5.5,2)=-4 CEILING.MATH(-5.5,2,1)=-6 CEILING.MATH(5.5,0)=0 FLOOR.MATH(-5.5,2)=-6 FLOOR.MATH(-5.5,2,1)=-4
GCD(24,36)=12 GCD(0,0)=0 GCD(-1)=#NUM! GCD(9007199254740992)=#NUM! LCM(4,6)=12 LCM(0,6)=0 COMBIN(5,0)=1 COMBIN(5,5)=1 COMBIN(5,6)=#NUM! COMBIN(-1,0)=#NUM! COMBIN(5,-1)=#NUM! COMBINA(0,0)=1 COMBINA(4,3)=20 COMBINA(-1,0)=#NUM! PERMUT(5,0)=1 PERMUT(5,5)=120 PERMUT(5,6)=#NUM! PERMUT(5,-1)=#NUM! SQRTPI(0)=0 SQRTPI(-1)=#NUM!
COUNTIF(A1:C4,"<2")=1 COUNTIF(A1:C4,"<=2")=8 COUNTIF(A1:C4,">2")=1 COUNTIF(A1:C4,">=2")=8 COUNTIF(A1:C4,"<>2")=5 COUNTIF(A1:C4,2)=7 COUNTIF(C1:C4,"")=2 COUNTIF(C1:C4,"=")=1 COUNTIF(C1:C4,"<>")=3 COUNTIF(C1:C4,"X")=1 COUNTIF(C1:C4,"?")=1 COUNTIF(C1:C4,"*")=2 COUNTIF(C1:C4,">")=0 COUNTIF(C1:C4,">=x")=1
COUNTA(C1:C4)=3 COUNT(C1:C4)=1 MIN(A1:A4)=1 MAX(A1:C4)=5 MIN(C2)=0 AVERAGE(C2)=#DIV/0! MEDIAN(A1:A4,9)=2 LARGE(A1:A4,1)=2 LARGE(A1:A4,4)=1 LARGE(A1:A4,5)=#NUM! SMALL(A1:A4,0)=#NUM! SMALL(A1:A4,1)=1
YEARFRAC(45292,45292,1)=0 DATEDIF(45292,45291,"D")=#NUM! DATEDIF(45292,45292,"D")=0 DATEDIF(45322,45351,"M")=0 DATEDIF(45322,45352,"M")=1 DATEDIF(45322,46053,"YM")=0 DATEDIF(45322,46053,"Y")=2 DATEDIF(45322,46052,"Y")=1 DATEDIF(45322,46053,"YD")=0 DATEDIF(45322,46052,"YD")=364 DATEDIF(45322,46053,"MD")=#NUM!
NETWORKDAYS.INTL(45292,45298)=5 NETWORKDAYS.INTL(45298,45292)=-5 NETWORKDAYS.INTL(45292,45292)=1 NETWORKDAYS.INTL(45292,45298,11)=6 NETWORKDAYS.INTL(45292,45298,"1111111")=0 NETWORKDAYS.INTL(45292,45298,1,45292)=4 WORKDAY.INTL(45292,0)=45292 WORKDAY.INTL(45296,1)=45299 WORKDAY.INTL(45299,-1)=45296 WORKDAY.INTL(45296,1,11)=45297 WORKDAY.INTL(45296,1,"1111111")=#VALUE! WORKDAY.INTL(45296,1,1,45299)=45300
ERF(1E-10,0)=-1.1283791670955126E-10 ERF(-1E-10,1E-10)=2.2567583341910251E-10 ERF(5,6)=1.5374382746913223E-12 ERF(3,-1)=-1.8426787024527163 ERF(0,0)=0
WEEKNUM(45292)=1 WEEKNUM(45297)=1 WEEKNUM(45298)=2 WEEKNUM(45298,2)=1 WEEKNUM(45299,2)=2 WEEKNUM(45294,13)=2 WEEKNUM(45293,13)=1 WEEKNUM(45298,17)=2 WEEKNUM(45298,10)=#NUM! WEEKNUM(45298,18)=#NUM! WEEKNUM(45298,21)=1 WEEKNUM(44927,21)=52
`;

const listed = [...formulas.matchAll(/([A-Z.]+\(.*?\))=(#\S+|"[^"]*"|\S+)(?=\s)/g)];

test('at the limits of what functions take, and beyond', () => {
  expect(listed.length).toBeGreaterThan(150);
  const cells = listed.map(([, formula, value]): Entry[] => [
    `=${formula!.replace(/\b([A-C]\d)(:[A-C]\d)?\b/g, 'Data!$1$2')}`,
    value!.startsWith('#') ? value : `=${value}`,
  ]);
  const book = bookOf([sheetOf('Data', data), sheetOf('Formulas', cells)]);
  createCalculator(book).calculateAll();
  const differing = book.sheets[1]!.cells.flatMap((row, i) => {
    const [found, wanted] = row!.map((cell) => plain(cell?.value));
    const isSame =
      typeof found === 'number' && typeof wanted === 'number'
        ? Math.abs(found - wanted) <= 1e-12 * Math.abs(wanted)
        : found === wanted;
    return isSame ? [] : [`${listed[i]![0]}, but ${String(found)}`];
  });
  expect(differing).toEqual([]);
});
