import fc from 'fast-check';
import { openHost } from '../../src/host';
import { agreement, settle, sign } from '../../src/office';
import { sameFormula } from '../../src/office/formula';
import { Desk } from '../support/desk';
import { engagementOf, term, winRate } from '../rules/value/bet';

describe('formulas are compared by what they mean', () => {
  test.each([
    ['=@INDEX(Fees[Fee],2)+1', '=INDEX(Fees[Fee],2)+1'],
    ['=@CHOOSE(2,A1,@B1:B9)', '=CHOOSE(2,A1,B1:B9)'],
    ['=IF(A1>0,@INDEX(B1:B9,A1),"")', '=IF(A1>0,INDEX(B1:B9,A1),"")'],
    ['=_xlfn.SINGLE(INDEX(B1:B9,A1))', '=INDEX(B1:B9,A1)'],
    ['= sum( B1:B9 , 1.50 ) * 1E3', '=SUM(B1:B9,1.5)*1000'],
    ['=_xlfn.IFNA(A1,0)', '=IFNA(A1,0)'],
    ["='Plan'!A1", '=Plan!A1'],
    ["='It''s'!$A$1", "='it''s'!$a$1"],
    ['=Fees[[#This Row],[Fee]]', '=Fees[@Fee]'],
    ['=Fees[@[Fee]]', '=Fees[@Fee]'],
    ['=TRUE()', '=TRUE'],
    ['=(A1*2)+1', '=A1*2+1'],
  ])('%s is %s', (found, expected) => {
    expect(sameFormula(found, expected)).toBe(true);
  });

  test.each([
    ['=SUM(@B1:B9)', '=SUM(B1:B9)'],
    ['=INDEX(@B1:B9,2)', '=INDEX(B1:B9,2)'],
    ['=SUM(CHOOSE(2,A1,@B1:B9))', '=SUM(CHOOSE(2,A1,B1:B9))'],
    ['=SUM(@CHOOSE(2,A1,B1:B9))', '=SUM(CHOOSE(2,A1,B1:B9))'],
    ['=SUM(@INDEX(B1:C9,0,1))', '=SUM(INDEX(B1:C9,0,1))'],
    ['=SUMPRODUCT(@B1:B9*C1:C9)', '=SUMPRODUCT(B1:B9*C1:C9)'],
    ['="a b"', '="ab"'],
    ['="A"', '="a"'],
    ['=A1-(B1-C1)', '=A1-B1-C1'],
    ['=A12', '=A1 2'],
    ['=Fees[Fee]', '=Fees[@Fee]'],
    ['=$A$1', '=A1'],
    ['=1/', '=1'],
    ['=A1', '=A2'],
    [5, '=5'],
    ['', '=A1'],
  ])('%s is not %s', (found, expected) => {
    expect(sameFormula(found, expected)).toBe(false);
  });

  test('blanks between parts and the case of names never count', () => {
    const parts = [
      '=',
      'SUM',
      '(',
      'Fees[Fee]',
      ',',
      'IF',
      '(',
      'A1',
      '>',
      '2',
      ',',
      '1',
      ',',
      '"x"',
      ')',
      ')',
    ];
    const blanks = fc.array(fc.constantFrom('', ' ', '  ', '\n'), {
      minLength: parts.length,
      maxLength: parts.length,
    });
    fc.assert(
      fc.property(blanks, fc.boolean(), (between, lower) => {
        const spaced = parts.map((part, i) => {
          const called = parts[i + 1] === '(' || i === 0;
          return `${lower ? part.toLowerCase() : part}${called ? '' : between[i]}`;
        });
        expect(sameFormula(spaced.join(''), parts.join(''))).toBe(true);
      }),
    );
  });
});

const engagement = engagementOf({
  periods: [
    { item: 'Half', date: '2026-06-30', share: 0.5 },
    { item: 'Final', date: '2026-12-31', share: 0.5 },
  ],
  readings: [winRate('2026-06-30', 0.27)],
  terms: [term('T1', { weight: 1, window: 6 })],
});

let file: Uint8Array;
beforeAll(async () => {
  const first = new Desk();
  await first.layOut(engagement, { lang: 'en' });
  file = await first.host.save();
}, 120_000);

async function opened(dialect?: 'dynamic'): Promise<Desk> {
  const desk = new Desk(await openHost(file, dialect ? { dialect } : {}));
  desk.catalogs = [];
  return desk;
}

const formulasIn = (desk: Desk) =>
  desk.host.book.sheets.flatMap(({ cells }) => cells.flat().flatMap((cell) => cell?.formula ?? []));

test('an Excel with dynamic arrays shows @ in many formulas of a file', async () => {
  const [plain, dynamic] = [formulasIn(await opened()), formulasIn(await opened('dynamic'))];
  expect(dynamic).toHaveLength(plain.length);
  const shown = dynamic.filter((formula, i) => formula !== plain[i]);
  expect(shown.length).toBeGreaterThan(50);
  expect(shown.every((formula) => /@(?:INDEX|CHOOSE)\(|@\w+\[/.test(formula))).toBe(true);
});

test.each([undefined, 'dynamic'] as const)(
  'a whole life: opened, checked, settled, signed, refreshed, mended – dialect %s',
  async (dialect) => {
    const desk = await opened(dialect);
    expect((await desk.read()).findings).toEqual([]);
    expect((await desk.host.run((context) => agreement(context))).differences).toEqual([]);
    expect((await desk.refresh()).cells).toBe(0);
    expect((await desk.repair()).cells).toBe(0);
    const half = await desk.host.run((context) => settle(context, { asOf: '2026-06-30' }));
    expect(half.agreement.differences).toEqual([]);
    const signed = await desk.host.run((context) =>
      sign(context, {
        ...{ period: 1, asOf: '2026-06-30', signedOn: '2026-07-02', today: '2027-03-01' },
        ...{ vendor: 'Lin', business: 'Wang', it: 'Zhao' },
      }),
    );
    expect(signed).toMatchObject({ no: 1, period: 1 });
    expect((await desk.refresh()).cells).toBe(0);

    const { sheet, row, column, headers } = desk.table('Statement');
    const at = headers.indexOf('Earned');
    const cell = desk.host.book.sheets.find((one) => one === sheet)?.cells[row + 1]?.[column + at];
    const right = cell?.formula;
    desk.type('Statement', 0, 'Earned', 5);
    const { findings } = await desk.read();
    expect(findings).toMatchObject([{ kind: expect.stringContaining('formula') }]);
    await desk.repair();
    expect((await desk.read()).findings).toEqual([]);
    expect(sameFormula(desk.cell('Statement', 0, 'Earned')?.formula, right ?? '')).toBe(true);
  },
  120_000,
);
