import { openXlsx, saveXlsx, type Cell } from '../../../src/book';
import { createCalculator } from '../../../src/host/calc';
import { available, recalculate } from '../../support/libreoffice';
import { edgeFormulas, inExcel, listed } from './edges';
import { bookOf, plain, sheetOf, type Entry } from './workbook';

/** Functions that LibreOffice 7.4 has too: each formula is computed by both over the same cells. */
const data: Entry[][] = [
  ['Item', 'Kind', 'Price', 'Count', 'Day', 'Share'],
  ['Pear', 'fruit', 2.5, 10, 45292, 0.1],
  ['Leek', 'root', 1.25, 4, 45323, 0.2],
  ['Fig', 'fruit', 4, 7, 45351, 0.3],
  ['Beet', 'root', 3, 12, 45382, 0.25],
  ['Plum', 'fruit', 2.5, 3, 45412, 0.15],
  ['Kind', 'Count', null, null, null, null],
  ['fruit', '>5', null, null, null, null],
];

const formulas = listed(`
SUBTOTAL(9,C2:C6) SUBTOTAL(101,D2:D6) SUBTOTAL(7,C2:C6) SUBTOTAL(10,C2:C6) AGGREGATE(14,6,C2:C6,2) AGGREGATE(9,6,C2:F6)
AGGREGATE(17,4,D2:D6,3) AGGREGATE(12,0,D2:D6)
SUM(ROW(A2:A6)) SUMPRODUCT(ROW(A2:A6)*C2:C6) SUMPRODUCT((MOD(ROW(C2:C6),2)=0)*C2:C6) SUMPRODUCT(COLUMN(C2:D3)) INDEX(A2:A6,MATCH(7,D2:D6*(ROW(D2:D6)>2),0)) SUMPRODUCT(SUBTOTAL(9,OFFSET(D2,ROW(D2:D6)-2,0))*(C2:C6>2)) SUM(OFFSET(C1,1,0,5,1)) OFFSET(A2,2,1) SUM(INDIRECT("C2:C6")) INDIRECT("A"&4) SUM(INDIRECT("R2C3:R6C3",FALSE))
ADDRESS(3,5) ADDRESS(3,5,4) ADDRESS(3,5,2,FALSE) AREAS((A1:B2,C3)) SUM((C2:C3,D2)) INDEX((C2:C3,D2:D6),3,1,2) ISREF(A1) ISFORMULA(A1)
IFS(C2>3,"a",C2>2,"b",TRUE,"c") SWITCH(A2,"Fig",1,"Pear",2,3) SWITCH(9,1,2)
MAXIFS(C2:C6,B2:B6,"fruit") MINIFS(D2:D6,B2:B6,"root",D2:D6,">4") TEXTJOIN("-",TRUE,A2:A4,"",B2) CONCAT(A2:A4,1) SHEETS()
TRANSPOSE(C2:C6) MMULT(C2:D3,C4:D5) MDETERM(C2:D3) MINVERSE(C2:D3) MUNIT(2) SUMPRODUCT(MMULT(C2:D3,MINVERSE(C2:D3)))
FREQUENCY(D2:D6,{4;8}) TREND(C2:C6,D2:D6,20) GROWTH(C2:C6,D2:D6,5) LINEST(C2:C6,D2:D6) LOGEST(C2:C6,D2:D6) INDEX(LINEST(C2:C6,D2:E6,TRUE,TRUE),3,1)
DSUM(A1:F6,"Price",A7:A8) DAVERAGE(A1:F6,4,A7:B8) DCOUNT(A1:F6,"Price",A7:A8) DMAX(A1:F6,"Count",A7:A8) DSTDEV(A1:F6,3,A7:A8)
PERCENTILE(D2:D6,0.3) PERCENTILE.EXC(D2:D6,0.3) QUARTILE(D2:D6,3) QUARTILE.EXC(D2:D6,1) PERCENTRANK(D2:D6,5) PERCENTRANK.EXC(D2:D6,7) RANK.AVG(2.5,C2:C6) RANK.EQ(4,C2:C6,1)
MODE(C2:C6) MODE.SNGL(C2:C6) TRIMMEAN(D2:D6,0.4) DEVSQ(D2:D6) AVEDEV(D2:D6) GEOMEAN(D2:D6) HARMEAN(D2:D6) SKEW(D2:D6) SKEW.P(D2:D6) KURT(D2:D6) VAR(D2:D6) VARP(D2:D6) VAR.S(C2:C6) STANDARDIZE(3,2,4)
AVERAGEA(B2:D6) VARA(B2:C6) STDEVPA(B2:C6) MAXA(B2:C6) MINA(B2:C6) CORREL(C2:C6,D2:D6) RSQ(C2:C6,D2:D6) COVAR(C2:C6,D2:D6) COVARIANCE.S(C2:C6,D2:D6) STEYX(C2:C6,D2:D6) FORECAST(9,C2:C6,D2:D6) SUMX2MY2(C2:C6,D2:D6) SUMX2PY2(C2:C6,D2:D6) SUMXMY2(C2:C6,D2:D6)
NORM.DIST(1.2,1,0.5,TRUE) NORM.DIST(1.2,1,0.5,FALSE) NORM.S.DIST(-6,TRUE) NORM.S.INV(0.975) NORM.S.INV(0.0001) NORM.INV(0.3,2,5) LOGNORM.DIST(2,0.5,1,TRUE) LOGNORM.INV(0.2,0.5,1) CONFIDENCE(0.05,2,50) CONFIDENCE.T(0.05,2,10) GAUSS(1.5) PHI(0.3) ERF(0.7) ERF(0.2,0.9) ERFC(1.4) FISHER(0.4) FISHERINV(0.4)
GAMMA(4.5) GAMMA(-1.5) GAMMALN(12.3) GAMMA.DIST(2,3,1.5,TRUE) GAMMA.DIST(2,3,1.5,FALSE) GAMMA.INV(0.4,3,1.5) CHISQ.DIST(3,4,TRUE) CHISQ.DIST.RT(3,4) CHISQ.INV(0.3,5) CHISQ.INV.RT(0.3,5) CHIDIST(3,4) CHIINV(0.05,7) EXPON.DIST(0.5,2,TRUE) WEIBULL(2,3,4,TRUE) WEIBULL(2,3,4,FALSE) POISSON(3,2.5,TRUE) POISSON(3,2.5,FALSE)
BETA.DIST(0.4,2,3,TRUE) BETA.DIST(0.4,2,3,FALSE) BETA.INV(0.4,2,3) BETADIST(2,2,3,1,4) T.DIST(1.2,9,TRUE) T.DIST(1.2,9,FALSE) T.DIST.2T(1.2,9) T.DIST.RT(1.2,9) TDIST(1.2,9,1) T.INV(0.1,8) T.INV.2T(0.1,8) TINV(0.05,20) F.DIST(2,3,8,TRUE) F.DIST.RT(2,3,8) F.INV(0.6,3,8) FINV(0.05,3,8)
BINOM.DIST(3,10,0.3,TRUE) BINOM.DIST(3,10,0.3,FALSE) BINOM.INV(20,0.4,0.7) NEGBINOM.DIST(3,4,0.4,TRUE) NEGBINOMDIST(3,4,0.4) HYPGEOM.DIST(2,5,6,20,TRUE) HYPGEOMDIST(2,5,6,20)
T.TEST(C2:C6,D2:D6,2,1) TTEST(C2:C6,D2:D6,1,2) T.TEST(C2:C6,D2:D6,2,3) F.TEST(C2:C6,D2:D6) Z.TEST(D2:D6,5) CHISQ.TEST(C2:D4,C3:D5) PROB(D2:D6,F2:F6,4,10)
IPMT(0.01,3,24,1000) PPMT(0.01,3,24,1000) IPMT(0.01,3,24,1000,50,1) CUMIPMT(0.01,24,1000,2,9,0) CUMPRINC(0.01,24,1000,1,5,1) NPER(0.01,-50,1000) RATE(24,-50,1000) ISPMT(0.1,2,10,1000) MIRR({-100;30;40;60},0.1,0.12) EFFECT(0.1,4) NOMINAL(0.1,4) RRI(5,100,150) PDURATION(0.05,100,150) FVSCHEDULE(100,{0.1,0.2}) DOLLARDE(1.02,16) DOLLARFR(1.125,16)
SLN(1000,100,5) SYD(1000,100,5,2) DB(1000,100,5,2,7) DDB(1000,100,5,2) DISC(45292,45657,95,100) INTRATE(45292,45657,95,100,2) RECEIVED(45292,45657,95,0.05,3) PRICEDISC(45292,45657,0.05,100,1) YIELDDISC(45292,45657,95,100) TBILLPRICE(45292,45400,0.05) TBILLYIELD(45292,45400,98)
TIME(26,70,5) TIMEVALUE("13:45:30") WEEKNUM(45296) WEEKNUM(45296,2) WEEKNUM(45296,21) ISOWEEKNUM(44927) DAYS360(45322,45351) DAYS360(45322,45382,TRUE) DATEDIF(45000,46000,"M") DATEDIF(45000,46000,"YD") DATEDIF(45000,46000,"Y") YEARFRAC(45000,46000) YEARFRAC(45000,46000,1) YEARFRAC(45000,45300,1) YEARFRAC(45000,46000,4) NETWORKDAYS.INTL(45292,45350,7) WORKDAY.INTL(45292,30,"0000011")
CEILING.MATH(-5.5,2) CEILING.MATH(-5.5,2,1) FLOOR.MATH(-5.5,2) FLOOR.MATH(-5.5,2,1) CEILING.PRECISE(-4.1,2) FLOOR.PRECISE(-4.1,2) ISO.CEILING(4.1,2) MROUND(7,3) MROUND(-7,-2) GCD(24,36,60) LCM(4,6,10) COMBIN(49,6) COMBINA(5,3) PERMUT(7,3) PERMUTATIONA(3,4) FACTDOUBLE(9) MULTINOMIAL(2,3,4) SERIESSUM(2,1,2,{1,2,3}) SUMSQ(C2:C6) SQRTPI(2) ROMAN(1994) ROMAN(499,4) ROMAN(1999,2) ARABIC("MCMXCIV") DECIMAL("ff",16) ISEVEN(3) ISODD(-3)
ACOT(2) ACOTH(2) COT(2) COTH(2) CSC(2) CSCH(2) SEC(2) SECH(2) BIN2DEC("1110010101") DEC2BIN(-100) DEC2HEX(100,4) HEX2BIN("F",8) HEX2DEC("FFFFFFFF5B") OCT2BIN("3",3) OCT2HEX("100") BITAND(13,25) BITOR(13,25) BITXOR(13,25) BITLSHIFT(4,3) BITRSHIFT(13,2) DELTA(5,5) GESTEP(5,4)
COMPLEX(3,-1) IMABS("5+12i") IMPRODUCT("3+4i","5-3i") IMDIV("-238+240i","10+24i") IMSQRT("1+i") IMEXP("1+i") IMSUM("3+4i","5-3i") IMREAL("6-9i") IMARGUMENT("3+4i") IMPOWER("2+3i",3)
PRICE(45000,47000,0.05,0.06,100,2) PRICE(45050,46000,0.05,0.06,100,4,4) YIELD(45000,47000,0.05,96,100,2,1) DURATION(45016,50040,0.08,0.06,4) YIELDMAT(45000,45700,44800,0.04,99,0) ACCRINTM(45000,45500,0.04,2000,2)
COUPPCD(45000,46812,2) COUPNCD(45000,46446,4) COUPNUM(45000,48000,1) COUPDAYS(45000,48000,2,1) COUPDAYBS(45000,48000,2,0) COUPDAYBS(45000,48029,4,4) COUPDAYSNC(45000,48000,2,0) COUPDAYSNC(45000,48000,2,3) VDB(2400,300,10,0,1) VDB(2400,300,10,0.25,3.5,1.5) VDB(2400,300,10,6,10) VDB(2400,300,10,2,7.5,3,TRUE)
CONVERT(68,"F","C") CONVERT(-40,"Reau","Rank") CONVERT(100,"km","mi") CONVERT(2,"gal","l") CONVERT(1,"yr","hr") CONVERT(5,"ft2","m2") CONVERT(5,"mm2","in2") CONVERT(2,"kn","mph") CONVERT(1,"kibyte","bit") CONVERT(7,"uk_acre","ar") DOLLAR(1234.567) LENB("abc") ENCODEURL("a b/ü")
CLEAN("a"&CHAR(7)&"b") UNINUMBERVALUE("2.500,27",",",".") FIXED(1234.567,1) FIXED(1234.567,-2,TRUE) TEXT(1.005,"0.00") TEXT(-1234567,"#,##0.0,") TEXT(0.00012345,"##0.00E+0") TEXT(2.675,"0.00%") TEXT(2.125,"# ?/8") TYPE("a") TYPE(1) TYPE({1,2}) ERROR.TYPE(NA()) T(A2:B3) N(C2:C3) CELL("row",B3) CELL("col",B3) CELL("type",A2) CELL("type",C2) CELL("contents",A2) CELL("prefix",A2) CELL("protect",A2)
ODDLPRICE(39485,39614,39370,0.0375,0.0405,100,2,0) ODDLYIELD(39558,39614,39440,0.0375,99.875,100,2,0) AMORLINC(2400,39679,39813,300,1,0.15,1) AMORLINC(2400,39679,39813,300,6,0.15,3) AMORDEGRC(2400,39679,39813,300,1,0.15,1)
BESSELJ(1.9,2) BESSELJ(30.5,0) BESSELY(2.5,1) BESSELY(40,7) BESSELI(1.5,1) BESSELI(20,4)
`);

/** The same where nobody has entered an array: constants in braces make one, areas meet the formula's place. */
const alone = listed(`
SUM(LEN({"a","bbb"})) SUM({1,2,3}*2) SUM(-{1,2}) SUM(SUMIF(B2:B6,{"fruit","root"},D2:D6)) SUM(COUNTIF(B2:B6,{"fruit","none"})) SUM(LARGE(D2:D6,{1,2,3}))
OR(A2={"Leek","Pear"}) AND(C2>{1,9}) MAX(IF({1,0},5,7)) SUM(IF({TRUE,FALSE},{3,4},5)) VLOOKUP("root",IF({1,0},B2:B6,A2:A6),2,FALSE) VLOOKUP("root",CHOOSE({1,2},B2:B6,A2:A6),2,FALSE)
SUM(VLOOKUP("Fig",A2:D6,{3,4},FALSE)) MATCH(4,{1,2,3}*2,0) INDEX({5,6}*2,2) SUM(IFERROR(1/{0,2},5)) SUM(CHOOSE({1,2},C2,D2)) LOOKUP(2,1/(B2:B6="fruit"),D2:D6) SUMPRODUCT((MOD(ROW(C2:C6),2)=0)*C2:C6)
MAX(MOD({7,8,9},4)) SUM(MID("a1b2",{2,4},1)*1) TEXT(SUM(VALUE({"1","2"})),"0.0") SUM(1*(D2={10,4}))
`);

const isError = (value: unknown) => typeof value === 'string' && /^#[A-Z]/.test(value);

/** Formats of cells below one another, of which CELL tells. */
const formats = [
  ...['0', '0.00', '#,##0', '#,##0.00', '0%', '0.00%', '0.00E+00', '# ?/?', '@', '"x" 0.0'],
  ...['$#,##0.00;[Red]-$#,##0.00', '0;[Red]-0', '(0.0)'],
]; // prettier-ignore
const looks = formats.flatMap((_, i) =>
  ['format', 'color', 'parentheses'].map((what) => `CELL("${what}",H${i + 1})`),
);

const close = (a: unknown, b: unknown) =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
    : a === b;

(available() ? test : test.skip)(
  'LibreOffice computes the same',
  async () => {
    const book = bookOf([sheetOf('Sheet1', data), sheetOf('Formulas', []), sheetOf('Edges', [])]);
    const of = (formula: string) =>
      `=${formula.replace(/\b([A-F]\d)(:[A-F]\d)?\b/g, 'Sheet1!$1$2').replace(/"Sheet1!/g, '"Sheet1!')}`;
    const single = (formula: string): (Cell | undefined)[] => [
      { value: null, formula: of(formula) },
    ];
    const cells = [
      ...[...formulas, ...looks].map((formula): (Cell | undefined)[] => [
        { value: null, formula: of(formula), array: { rows: 1, columns: 1 } },
      ]),
      ...alone.map(single),
    ];
    formats.forEach((numberFormat, i) => (cells[i]![7] = { value: -1, style: { numberFormat } }));
    book.sheets[1]!.cells = cells;
    book.sheets[2]!.cells = edgeFormulas.map(single);
    createCalculator(book).calculateAll();
    const theirs = await openXlsx(await recalculate(await saveXlsx(book)));
    const differing = (
      sheet: number,
      of: readonly string[],
      agree: (ours: unknown, other: unknown, formula: string) => boolean,
    ) =>
      of.flatMap((formula, row) => {
        const [ours, other] = [book, theirs].map((one) =>
          plain(one.sheets[sheet]!.cells[row]?.[0]?.value),
        );
        return agree(ours, other, formula)
          ? []
          : [`${formula}: ${String(ours)}, LibreOffice ${String(other)}`];
      });
    expect(formulas.length).toBeGreaterThan(250);
    expect(differing(1, [...formulas, ...looks, ...alone], close)).toEqual([]);
    // What it calls a wrong argument is #VALUE! in a file, whatever Excel calls it.
    const atEdge = (ours: unknown, other: unknown, formula: string) =>
      inExcel.has(formula)
        ? close(ours, inExcel.get(formula)) && !close(ours, other)
        : close(ours, other) || (isError(ours) && isError(other));
    expect(edgeFormulas.length).toBeGreaterThan(4000);
    expect(differing(2, edgeFormulas, atEdge)).toEqual([]);
  },
  300_000,
);
