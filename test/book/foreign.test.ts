import { openXlsx } from '../../src/book';
import { fileOf, relation } from './package';

const values = async (sheetData: string, more: Parameters<typeof fileOf>[1] = {}) => {
  const book = await openXlsx(fileOf(`<sheetData>${sheetData}</sheetData>`, more));
  return book.sheets[0]!.cells.map((row) => row?.map((cell) => cell?.formula ?? cell?.value));
};

test('cells without addresses follow one another', async () => {
  expect(
    await values('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'),
  ).toEqual([[1, 2], [3]]);
});

test('inline, shared, rich and phonetic strings', async () => {
  const strings =
    '<sst><si><t>plain</t></si><si><r><t xml:space="preserve">ri </t></r><r><rPr><b/></rPr><t>ch</t></r></si>' +
    '<si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh></si></sst>';
  const cells =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
    '<c r="D1" t="inlineStr"><is><t>in_x000A_line</t></is></c></row>';
  expect(
    await values(cells, {
      parts: { 'xl/strings.xml': strings },
      relations: relation('t', 'sharedStrings', 'strings.xml'),
    }),
  ).toEqual([['plain', 'ri ch', '東京', 'in\nline']]);
});

test('values of formulas: text, truth, error, none', async () => {
  const book = await openXlsx(
    fileOf(
      '<sheetData><row r="1"><c r="A1" t="str"><f>"a"</f><v>a</v></c><c r="B1" t="b"><f>TRUE</f><v>1</v></c>' +
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>1+1</f></c><c r="E1" t="e"><f>X</f><v>#SPILL!</v></c></row></sheetData>',
    ),
  );
  expect(book.sheets[0]!.cells[0]!.map((cell) => cell!.value)).toEqual([
    'a',
    true,
    { code: '#DIV/0!' },
    { code: '#NOT_EVALUATED' },
    { code: '#NOT_EVALUATED' },
  ]);
});

test('shared and array formulas are written out', async () => {
  expect(
    await values(
      '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$C$1+LOG10(A1)+x!A:A+T[[#This Row],[A1]]+&quot;A1&quot;</f><v>0</v></c></row>' +
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>0</v></c></row>' +
        '<row r="3"><c r="B3"><f t="shared" si="0"/><v>0</v></c><c r="C3"><f t="array" ref="C3">SUM(A1:A2*2)</f><v>0</v></c></row>',
    ),
  ).toEqual([
    [undefined, `=A1*$C$1+LOG10(A1)+x!A:A+T[@A1]+"A1"`],
    [undefined, `=A2*$C$1+LOG10(A2)+x!A:A+T[@A1]+"A1"`],
    [undefined, `=A3*$C$1+LOG10(A3)+x!A:A+T[@A1]+"A1"`, '=SUM(A1:A2*2)'],
  ]);
});

test('dates of the 1904 calendar become serials of 1900', async () => {
  const styles =
    '<styleSheet><fonts><font/></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  expect(
    await values('<row><c s="1"><v>1</v></c><c><v>1</v></c><c t="d"><v>1904-01-02</v></c></row>', {
      workbook: '<workbookPr date1904="1"/>',
      parts: { 'xl/styles.xml': styles },
      relations: relation('y', 'styles', 'styles.xml'),
    }),
  ).toEqual([[1463, 1, 1463]]);
});

test('theme and indexed colours become plain ones', async () => {
  const styles =
    '<styleSheet><fills><fill/><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5"/></patternFill></fill>' +
    '<fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill></fills>' +
    '<cellXfs><xf/><xf fillId="1"/><xf fillId="2"/></cellXfs></styleSheet>';
  const book = await openXlsx(
    fileOf('<sheetData><row><c s="1"/><c s="2"/></row></sheetData>', {
      parts: { 'xl/styles.xml': styles },
      relations: relation('y', 'styles', 'styles.xml'),
    }),
  );
  expect(book.sheets[0]!.cells[0]!.map((cell) => cell!.style)).toMatchObject([
    { fill: '#A7C0DE' },
    { fill: '#FF0000' },
  ]);
});

test('a table without filter, validations and bars in extensions, prefixed elements', async () => {
  const sheet =
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row></sheetData>' +
    '<tableParts><tablePart r:id="t"/></tableParts><extLst><ext><x14:dataValidations xmlns:x14="u" xmlns:xm="v">' +
    '<x14:dataValidation type="list"><x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>A2:A9</xm:sqref>' +
    '</x14:dataValidation></x14:dataValidations></ext></extLst>';
  const book = await openXlsx(
    fileOf(sheet, {
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${relation('t', 'table', '..\\tables\\Table1.xml')}</Relationships>`,
        'xl/tables/table1.xml':
          '<x:table xmlns:x="u" id="3" displayName="T" ref="A1:A2"><x:tableColumns><x:tableColumn id="1" name="x"/></x:tableColumns></x:table>',
      },
    }),
  );
  const [sheet1] = book.sheets;
  expect(sheet1!.tables[0]).toMatchObject({
    id: 3,
    name: 'T',
    columns: [{ id: 1, name: 'x' }],
    showHeaders: true,
    showFilterButton: false,
  });
  expect(sheet1!.validations[0]).toMatchObject({
    areas: [{ row: 1, column: 0, rows: 8, columns: 1 }],
    rule: { type: 'list', source: '=Lists!$A$1:$A$3', inCellDropDown: true },
    errorAlert: { showAlert: false },
  });
});
