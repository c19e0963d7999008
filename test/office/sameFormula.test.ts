import { sameFormula, writable } from '../../src/office/formula';
import type { Expression, Naming } from '../../src/rules';

test.each([
  ['=A1+B2', '= a1 + b2'],
  ['=SUM(A1:B2)', '=sum( a1:b2 )'],
  ['=1.50*2', '=1.5*2.0'],
  ['=(A1)', '=A1'],
  ['=A1+(B1*C1)', '=A1+B1*C1'],
  ["='Sheet1'!A1", '=Sheet1!A1'],
  ["='It''s'!A1", "='It''s'!a1"],
  ['=_xlfn.IFNA(A1,0)', '=IFNA(A1,0)'],
  ['=_xlfn._xlws.SORT(A1:A2)', '=SORT(A1:A2)'],
  ['=TRUE()', '=TRUE'],
  ['=false()', '=FALSE'],
  ['=#n/a', '=#N/A'],
  ['=@A1:A3', '=A1:A3'],
  ['=SINGLE(A1:A3)', '=A1:A3'],
  ['=IF(@A1:A3,1,2)', '=IF(A1:A3,1,2)'],
  ['=T[[#This Row],[a]]', '=T[@a]'],
  ['=t[A]', '=T[a]'],
  ['=-A1', '=-(A1)'],
  ['=A1%', '=(A1)%'],
  ['={1,2;3,4}', '={1, 2; 3, 4}'],
  ['=INDEX(A1:A3,@B1:B3)', '=INDEX(A1:A3,B1:B3)'],
  ['=CHOOSE(@A1:A3,1,2)', '=CHOOSE(A1:A3,1,2)'],
  ['=NPV(@A1:A3,B1:B3)', '=NPV(A1:A3,B1:B3)'],
  ['=MATCH(@A1:A3,B1:B3,0)', '=MATCH(A1:A3,B1:B3,0)'],
  ['=COUNTIFS(A1:A3,@B1:B3)', '=COUNTIFS(A1:A3,B1:B3)'],
  ['=SUMIFS(A1:A3,B1:B3,@C1:C3)', '=SUMIFS(A1:A3,B1:B3,C1:C3)'],
  ['=WORKDAY(@A1:A3,1,B1:B3)', '=WORKDAY(A1:A3,1,B1:B3)'],
])('%s is %s', (one, other) => {
  expect([sameFormula(one, other), sameFormula(other, one)]).toEqual([true, true]);
});

test.each([
  ['=A1+B2', '=A1-B2'],
  ['=A1+B2', '=B2+A1'],
  ['=$A$1', '=A1'],
  ['=(A1+B1)*C1', '=A1+B1*C1'],
  ['="a"', '="A"'],
  ['=1', '="1"'],
  ['=SUM(A1)', '=MAX(A1)'],
  ['=SUM(A1,)', '=SUM(A1)'],
  ['=SUM(@A1:A3)', '=SUM(A1:A3)'],
  ['=AND(@A1:A3)', '=AND(A1:A3)'],
  ['=INDEX(@A1:A3,1)', '=INDEX(A1:A3,1)'],
  ['=SMALL(@A1:A3,1)', '=SMALL(A1:A3,1)'],
  ['=LARGE(@A1:A3,1)', '=LARGE(A1:A3,1)'],
  ['=IRR(@A1:A3)', '=IRR(A1:A3)'],
  ['=MATCH(1,@A1:A3,0)', '=MATCH(1,A1:A3,0)'],
  ['=NPV(1,@A1:A3)', '=NPV(1,A1:A3)'],
  ['=WORKDAY(1,1,@A1:A3)', '=WORKDAY(1,1,A1:A3)'],
  ['=SUMIFS(@A1:A3,B1:B3,1)', '=SUMIFS(A1:A3,B1:B3,1)'],
  ['=SUMIFS(A1:A3,@B1:B3,1)', '=SUMIFS(A1:A3,B1:B3,1)'],
  ['=AVERAGEIFS(A1:A3,@B1:B3,1)', '=AVERAGEIFS(A1:A3,B1:B3,1)'],
  ['=COUNTIFS(@A1:A3,1)', '=COUNTIFS(A1:A3,1)'],
  ['=SUMPRODUCT(@A1:A3*2)', '=SUMPRODUCT(A1:A3*2)'],
  ['=SUMPRODUCT(IF(@A1:A3,1))', '=SUMPRODUCT(IF(A1:A3,1))'],
  ['=SUM(CHOOSE(1,@A1:A3))', '=SUM(CHOOSE(1,A1:A3))'],
  ['=COUNT(@A1:A3)', '=COUNT(A1:A3)'],
  ['=ROWS(@A1:A3)', '=ROWS(A1:A3)'],
  ['=T[a]', '=T[b]'],
  ['=T[a]', '=U[a]'],
  ['=T[[#This Row],[a]]', '=T[a]'],
  ['={1,2}', '={1;2}'],
  ['=#N/A', '=#REF!'],
  ['A1', '=A1'],
  [5, '=5'],
  [null, '=A1'],
])('%j is not %s', (one, other) => {
  expect(sameFormula(one, other)).toBe(false);
});

test('nothing is an empty cell; what nobody can parse is itself', () => {
  expect([sameFormula(null, ''), sameFormula(undefined, ''), sameFormula('', '')]).toEqual([
    ...[true, true, true],
  ]);
  expect([sameFormula('=(', '=( '), sameFormula('=(', '=)')]).toEqual([true, false]);
});

const of = (node: Expression['node']): Expression => ({ node });
const naming: Naming = {
  table: (id) => id,
  header: (_, column) => column.toUpperCase(),
  name: (id) => id,
};
const inspection = { named: new Map([['Rate', {}]]) } as never;
const matching = {
  tables: new Map([
    ['costs', { block: { name: 'Costs' }, positions: new Map([['sum', 1]]) }],
  ]),
} as never; // prettier-ignore
const home = { id: 'costs', name: 'Costs' };

test('a formula can be written where all that it names stands', () => {
  const rule = (node: Expression['node'], at?: typeof home) =>
    writable(of(node), naming, inspection, matching, at);
  const column = (table: string, id: string) =>
    ({ type: 'column', table, column: id }) as const;
  expect(rule(column('Costs', 'sum'))).toBe('=Costs[SUM]');
  expect(rule(column('Costs', 'gone'))).toBeUndefined();
  expect(rule(column('Gone', 'sum'))).toBeUndefined();
  expect(rule({ type: 'name', name: 'Rate' })).toBe('=Rate');
  expect(rule({ type: 'name', name: 'Gone' })).toBeUndefined();
  expect(rule({ type: 'field', column: 'sum' }, home)).toBe('=[@SUM]');
  expect(rule({ type: 'field', column: 'gone' }, home)).toBeUndefined();
  expect(rule({ type: 'field', column: 'sum' }, { ...home, id: 'gone' })).toBeUndefined();
}); // prettier-ignore
