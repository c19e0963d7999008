import { createCalculator } from '../../../src/host/calc';
import { bookOf, calculated, plain, sheetOf, tableOf, valueOf } from './workbook';

describe('A1 references', () => {
  test.each([
    ['=A1', 1],
    ['=$A$2+B1', 12],
    ['=SUM(A1:B2)', 33],
    ['=SUM(A:A)', 3],
    ['=SUM(1:1)', 11],
    ['=SUM(A1:INDEX(A:A,2))', 3],
    ['=SUM(INDEX(A1:B2,1,2):INDEX(A1:B2,2,2))', 30],
    ['=SUM(A1:B2 B1:B9)', 30],
    ['=SUM(A1:B2 A1:A9)', 3],
    ['=SUM(A1:A9 A1:B2)', 3],
    ['=SUM(A1:B2 A2:B9)', 22],
    ['=SUM(A2:B9 A1:B2)', 22],
    ['=SUM($A1:B$2)', 33],
    ['=$B1+A$2', 12],
    ['=A1:A2 B1:B2', '#NULL!'],
    ['=Z99', 0],
    ['=Z99&""', ''],
    ['=Sheet1!B2', 20],
    ['=Nowhere!B2', '#REF!'],
    ['=Sheet1!#REF!+1', '#REF!'],
    ['=nothing', '#NAME?'],
    ['=A1:B2', '#VALUE!'],
  ])('%s', (formula, value) => {
    expect(
      valueOf(formula, [
        [1, 10],
        [2, 20],
      ]),
    ).toBe(value);
  });

  test('other sheets by quoted name', () => {
    const book = bookOf([sheetOf('One', [["='It''s 2'!A1*2"]]), sheetOf("It's 2", [[21]])]);
    expect(calculated(book)).toEqual([[42]]);
  });

  test('a plain range in a single-value context gives the cell in the same row or column', () => {
    const book = bookOf([
      sheetOf('One', [
        [1, 2, 3],
        ['=A1:C1', '=A1:C1', '=SUM(A1:C1)'],
        [7, '=A1:A3'],
      ]),
    ]);
    expect(calculated(book)[1]).toEqual([1, 2, 6]);
    expect(calculated(book)[2]).toEqual([7, 7]);
  });
});

describe('structured references', () => {
  const headers = ['编号', 'Score', "A [b]#'", 'Own', 'Net'];
  const build = (formulas: string[]) =>
    bookOf([
      sheetOf(
        'Other',
        formulas.map((formula) => [formula]),
      ),
      sheetOf(
        'Data',
        [
          headers,
          ['a', 2, 5, '=[@Score]*2', '=SUM([Score])'],
          ['b', 3, 6, '=Ask[@Score]*2', '=Ask[Score]'],
          ['c', 4, 7, '=Ask[[#This Row],[Score]]*2', '=SUM(Ask[@[Score]:[Own]])'],
          ['total', '=SUM([Score])', 0, 0, 0],
        ],
        [tableOf('Ask', [0, 0], 5, headers, true)],
      ),
    ]);

  test('from elsewhere', () => {
    const cases: [string, unknown][] = [
      ['=SUM(Ask[Score])', 9],
      ['=SUM(ask[score])', 9],
      ['=SUM(Ask[[Score]:[Own]])', 9 + 18 + 18],
      ['=Ask[[#Headers],[编号]]', '编号'],
      ['=Ask[[#Totals],[Score]]', 9],
      ["=SUM(Ask[A '[b']'#''])", 18],
      ['=ROWS(Ask)', 3],
      ['=ROWS(Ask[#All])', 5],
      ['=ROWS(Ask[[#Headers],[#Data],[Score]])', 4],
      ['=COLUMNS(Ask[#Data])', 5],
      ['=INDEX(Ask[Score],MATCH("C",Ask[编号],0))', 4],
      ['=Ask[@Score]', '#VALUE!'],
      ['=Nope[Score]', '#REF!'],
      ['=Ask[Nope]', '#REF!'],
    ];
    const book = build(cases.map(([formula]) => formula));
    expect(calculated(book).map(([value], i) => [cases[i]![0], value])).toEqual(cases);
  });

  test('inside the table', () => {
    const book = build([]);
    createCalculator(book).calculateAll();
    const own = book.sheets[1]!.cells.slice(1, 4).map((row) =>
      row.slice(3).map((c) => plain(c?.value)),
    );
    expect(own).toEqual([
      [4, 9],
      [6, 3],
      [8, 19],
    ]);
  });
});

describe('defined names', () => {
  test('ranges, constants, formulas, their scope', () => {
    const names: [string, string, string?][] = [
      ['Rate', '=0.1'],
      ['Data', '=Two!$A$1:$A$3'],
      ['Total', '=SUM(Data)*(1+Rate)'],
      ['Local', '=1'],
      ['Local', '=2', '{One}'],
      ['Loop', '=Loop+1'],
      ['Above', '=One!A1048576'],
    ];
    const rows = [
      ['=Total'],
      ['=INDEX(Data,2)'],
      ['=Local'],
      ['=Two!Local'],
      ['=Loop'],
      ['=INDEX(Data,1)'],
      ['=Above+1'],
    ];
    const book = bookOf([sheetOf('One', rows), sheetOf('Two', [[10], [20], [30]])], names);
    expect(calculated(book).flat()).toEqual([66, 20, 2, 1, '#NAME?', 10, 11]);
  });

  test('mixed references move along rows or columns only where there is no $', () => {
    const names: [string, string][] = [
      ['InRow', '=One!$A1'],
      ['InColumn', '=One!A$1'],
      ['SoFar', '=One!$A$1:$A1'],
      ['Across', '=One!$A1:$B1'],
      ['Down', '=One!A$1:A$3'],
      ['Left', '=One!$A$1:A$2'],
    ];
    const rows = [
      [1, 10, '=InRow', '=SUM(SoFar)', '=SUM(Across)'],
      [2, 20, '=InRow', '=SUM(SoFar)', '=SUM(Across)'],
      [3, 30, '=InRow', '=SUM(SoFar)', '=SUM(Across)'],
      ['=InColumn', '=InColumn'],
      ['=SUM(Down)', '=SUM(Down)'],
      ['=SUM(Left)', '=SUM(Left)'],
    ];
    expect(calculated(bookOf([sheetOf('One', rows)], names))).toEqual([
      [1, 10, 1, 1, 11],
      [2, 20, 2, 3, 22],
      [3, 30, 3, 6, 33],
      [1, 10],
      [6, 60],
      [3, 33],
    ]);
  });
});
