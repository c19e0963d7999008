import { strFromU8, unzipSync } from 'fflate';
import { saveXlsx } from '../../src/book';
import { bookOf, cellOf, sheetOf } from './sample';

test('the sheet as the file spells it', async () => {
  const sheet = sheetOf(1, 'S', {
    cells: [
      [cellOf('a <b>'), cellOf('=x')],
      [cellOf(0.1), cellOf(true, { locked: false }), cellOf(3, undefined, '=A2*IFNA(B2,1)')],
    ],
    columnWidths: new Map([
      [0, 52.5],
      [1, 52.5],
    ]),
  });
  const parts = unzipSync(await saveXlsx(bookOf([sheet])));
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  expect(xml.slice(xml.indexOf('<cols>'), xml.indexOf('<pageSetup'))).toBe(
    '<cols><col min="1" max="2" width="10" customWidth="1"/></cols>' +
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c></row>' +
      '<row r="2"><c r="A2"><v>0.1</v></c><c r="B2" s="2" t="b"><v>1</v></c>' +
      '<c r="C2"><f>A2*_xlfn.IFNA(B2,1)</f><v>3</v></c></row></sheetData>',
  );
  expect(strFromU8(parts['xl/sharedStrings.xml']!)).toContain(
    '<si><t>a &lt;b&gt;</t></si><si><t>=x</t></si>',
  );
});
