import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What people put into workbooks and no model of ours knows, on a sheet "Foreign" at the end. */

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const SML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relations = (...items: [id: string, type: string, target: string][]) =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${OFFICE}/${type}`}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const sheet = `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><sheetPr codeName="Foreign"/><dimension ref="A1:D3"/><sheetData>
<row r="1" spans="1:4"><c r="A1" t="inlineStr"><is><t>Item</t></is></c><c r="B1" t="inlineStr"><is><t>Value</t></is></c></row>
<row r="2" spans="1:4"><c r="A2" t="s"><v>RICH</v></c><c r="B2"><v>1</v></c><c r="C2"><f t="shared" ref="C2:C3" si="0">B2*2</f><v>2</v></c><c r="D2"><f t="array" ref="D2">SUM(B2:B3*2)</f><v>6</v></c></row>
<row r="3" spans="1:4" ht="20" customHeight="1" outlineLevel="1"><c r="A3" t="inlineStr"><is><t>two</t></is></c><c r="B3"><v>2</v></c><c r="C3"><f t="shared" si="0"/><v>4</v></c></row>
</sheetData><phoneticPr fontId="0"/><ignoredErrors><ignoredError sqref="B2:B3" numberStoredAsText="1"/></ignoredErrors><drawing r:id="drawing"/><legacyDrawing r:id="vml"/><extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Foreign!B2:B3</xm:f><xm:sqref>E2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst></worksheet>`;

const texts: Record<string, string> = {
  'xl/worksheets/foreign.xml': sheet,
  'xl/worksheets/_rels/foreign.xml.rels': relations(
    ['drawing', 'drawing', '../drawings/drawing99.xml'],
    ['vml', 'vmlDrawing', '../drawings/vmlDrawing9.vml'],
    ['comments', 'comments', '../comments9.xml'],
    ['pivot', 'pivotTable', '../pivotTables/pivotTable1.xml'],
  ),
  'xl/comments9.xml': `${HEAD}<comments xmlns="${MAIN}"><authors><author>Lin</author></authors><commentList><comment ref="A2" authorId="0"><text><r><t>Ask finance</t></r></text></comment></commentList></comments>`,
  'xl/drawings/vmlDrawing9.vml': `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Anchor>1, 15, 1, 2, 3, 15, 5, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>`,
  'xl/drawings/drawing99.xml': `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:oneCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="300000" cy="300000"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Logo"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${OFFICE}" r:embed="logo"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="300000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`,
  'xl/drawings/_rels/drawing99.xml.rels': relations(['logo', 'image', '../media/image1.png']),
  'xl/pivotTables/pivotTable1.xml': `${HEAD}<pivotTableDefinition xmlns="${MAIN}" name="Pivot" cacheId="7" dataCaption="Values"><location ref="H1:I4" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/></pivotTableDefinition>`,
  'xl/pivotTables/_rels/pivotTable1.xml.rels': relations([
    'cache',
    'pivotCacheDefinition',
    '../pivotCache/pivotCacheDefinition1.xml',
  ]),
  'xl/pivotCache/pivotCacheDefinition1.xml': `${HEAD}<pivotCacheDefinition xmlns="${MAIN}" refreshOnLoad="1"><cacheSource type="worksheet"><worksheetSource ref="A1:B3" sheet="Foreign"/></cacheSource><cacheFields count="0"/></pivotCacheDefinition>`,
  'xl/vbaProject.bin': 'no real macros',
  'docProps/custom.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`,
  'xl/calcChain.xml': `${HEAD}<calcChain xmlns="${MAIN}"><c r="C2" i="1"/></calcChain>`,
};

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The parts that come with the sheet, but for what Excel makes anew. */
export const foreignParts = [...Object.keys(texts), 'xl/media/image1.png'].filter(
  (name) => name !== 'xl/calcChain.xml',
);

/** The workbook file with all of that in it: as .xlsm, for it has macros. */
export function withForeign(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  const change = (name: string, how: (text: string) => string) => {
    parts[name] = strToU8(how(strFromU8(parts[name]!)));
  };
  change('xl/workbook.xml', (text) =>
    text
      .replace('</sheets>', '<sheet name="Foreign" sheetId="99" r:id="foreign"/></sheets>')
      .replace(
        '</workbook>',
        '<pivotCaches><pivotCache cacheId="7" r:id="cache"/></pivotCaches></workbook>',
      ),
  );
  change('xl/_rels/workbook.xml.rels', (text) =>
    text.replace(
      '</Relationships>',
      [
        ['foreign', 'worksheet', 'worksheets/foreign.xml'],
        ['cache', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
        ['chain', 'calcChain', 'calcChain.xml'],
        [
          'vba',
          'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
          'vbaProject.bin',
        ],
      ]
        .map(
          ([id, type, target]) =>
            `<Relationship Id="${id}" Type="${type!.includes('/') ? type : `${OFFICE}/${type}`}" Target="${target}"/>`,
        )
        .join('') + '</Relationships>',
    ),
  );
  change('_rels/.rels', (text) =>
    text.replace(
      '</Relationships>',
      `<Relationship Id="custom" Type="${OFFICE}/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
    ),
  );
  let rich = 0;
  change('xl/sharedStrings.xml', (text) => {
    rich = text.split('<si>').length - 1;
    return text.replace(
      '</sst>',
      '<si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>one</t></r></si></sst>',
    );
  });
  const typed = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${type}"/>`;
  change('[Content_Types].xml', (text) =>
    text
      .replace(`${SML}.sheet.main+xml`, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml')
      .replace(
        '</Types>',
        '<Default Extension="png" ContentType="image/png"/>' +
          '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
          typed('xl/worksheets/foreign.xml', `${SML}.worksheet+xml`) +
          typed('xl/comments9.xml', `${SML}.comments+xml`) +
          typed(
            'xl/drawings/drawing99.xml',
            'application/vnd.openxmlformats-officedocument.drawing+xml',
          ) +
          typed('xl/pivotTables/pivotTable1.xml', `${SML}.pivotTable+xml`) +
          typed('xl/pivotCache/pivotCacheDefinition1.xml', `${SML}.pivotCacheDefinition+xml`) +
          typed('xl/calcChain.xml', `${SML}.calcChain+xml`) +
          typed('xl/vbaProject.bin', 'application/vnd.ms-office.vbaProject') +
          typed(
            'docProps/custom.xml',
            'application/vnd.openxmlformats-officedocument.custom-properties+xml',
          ) +
          '</Types>',
      ),
  );
  for (const [name, text] of Object.entries(texts))
    parts[name] = strToU8(text.replace('RICH', String(rich)));
  parts['xl/media/image1.png'] = Uint8Array.from(Buffer.from(PNG, 'base64'));
  return zipSync(parts);
}
