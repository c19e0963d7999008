import { withIntersections } from '../../../src/host/calc';

test.each([
  ['=A1', '=A1'],
  ['=A1:A3', '=@A1:A3'],
  ['=A:A', '=@A:A'],
  ['=-A1:A3', '=-@A1:A3'],
  ['=@A1:A3', '=@A1:A3'],
  ['=A1:A3+B1:B3', '=@A1:A3+@B1:B3'],
  ['=Ask[Pick]', '=@Ask[Pick]'],
  ['=Ask[@Pick]', '=Ask[@Pick]'],
  ['=Ask[[#This Row],[Pick]]', '=Ask[[#This Row],[Pick]]'],
  ['=Rate', '=Rate'],
  ['=SUM(A1:A3)', '=SUM(A1:A3)'],
  ['=SUM(Ask[Pick])', '=SUM(Ask[Pick])'],
  ['=ABS(A1:A3)', '=ABS(@A1:A3)'],
  ['=INDEX(A1:A3,2)', '=@INDEX(A1:A3,2)'],
  ['=INDEX(A1:A3,B1:B3)', '=@INDEX(A1:A3,@B1:B3)'],
  ['=OFFSET(A1,1,0)', '=@OFFSET(A1,1,0)'],
  ['=INDIRECT("A1")', '=@INDIRECT("A1")'],
  ['=SUM(OFFSET(A1,1,0))', '=SUM(OFFSET(A1,1,0))'],
  ['=INDEX(A1:A3,1):A5', '=INDEX(A1:A3,1):A5'],
  ['=SUMPRODUCT(A1:A3*B1:B3)', '=SUMPRODUCT(A1:A3*B1:B3)'],
  ['=IF(A1:A3>1,B1,B1:B3)', '=IF(@A1:A3>1,B1,@B1:B3)'],
  ['=SUM(CHOOSE(A1:A2,B1:B2))', '=SUM(CHOOSE(@A1:A2,B1:B2))'],
  ['=NOSUCH(A1:A3)', '=NOSUCH(@A1:A3)'],
  ['=A1:A3 B1:C1', '=A1:A3 B1:C1'],
  ['=(', '=('],
  ['', ''],
])('%s is shown as %s', (formula, shown) => {
  expect(withIntersections(formula)).toBe(shown);
});
