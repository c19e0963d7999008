import { formulaFromFile, formulaToFile } from '../../src/book/formula';

/** As a user reads it in table "T", and as a file holds it. */
const PAIRS = [
  ['=[@Fee]*2', 'T[[#This Row],[Fee]]*2'],
  ['=[@[Col A]]', 'T[[#This Row],[Col A]]'],
  ['=[@金额]', 'T[[#This Row],[金额]]'],
  ["=[@[a'[1'] '#x ''y''']]", "T[[#This Row],[a'[1'] '#x ''y''']]"],
  ['=SUM([@[Q 1]:[Q 4]])', 'SUM(T[[#This Row],[Q 1]:[Q 4]])'],
  ['=ROWS([@])', 'ROWS(T[#This Row])'],
  ['=Other[@Fee]', 'Other[[#This Row],[Fee]]'],
  ['=SUM(Other[Fee])', 'SUM(Other[Fee])'],
  ['=Other[[#Headers],[Fee]]', 'Other[[#Headers],[Fee]]'],
  ['="[@Fee]"&"IFNA("', '"[@Fee]"&"IFNA("'],
  ["='My [@x] ''S'''!A1", "'My [@x] ''S'''!A1"],
  ['=[1]Sheet1!A1+[@Fee]', '[1]Sheet1!A1+T[[#This Row],[Fee]]'],
  ['=IFNA(A1,IFS(B1,1))', '_xlfn.IFNA(A1,_xlfn.IFS(B1,1))'],
  ['=STDEV.S(A:A)', '_xlfn.STDEV.S(A:A)'],
  ['=SUM(FILTER(A:A,B:B))', 'SUM(_xlfn._xlws.FILTER(A:A,B:B))'],
  ['=SUMIFS(A:A,B:B,"<"&1)', 'SUMIFS(A:A,B:B,"<"&1)'],
  ['=_xlfn.NEWEST(A1)', '_xlfn.NEWEST(A1)'],
  ['={1,"a";2,"]"}', '{1,"a";2,"]"}'],
] as const;

test.each(PAIRS)('%s is written %s and read back', (book, file) => {
  expect(formulaToFile(book, 'T')).toBe(file);
  expect(formulaFromFile(file, 'T')).toBe(book);
});

test('longer forms are read and written alike', () => {
  expect(formulaToFile('=[@[Fee]]', 'T')).toBe('T[[#This Row],[Fee]]');
  expect(formulaToFile('=SUM([Fee])', 'T')).toBe('SUM(T[Fee])');
  expect(formulaToFile('=@A1:A9', 'T')).toBe('A1:A9');
  expect(formulaFromFile('T[[#this row], [Fee]]', 't')).toBe('=[@Fee]');
  expect(formulaFromFile('T[[#This Row],[Fee]]')).toBe('=T[@Fee]');
});
