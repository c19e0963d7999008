import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type Book, openXlsx, saveXlsx, type Sheet } from '../../src/book';
import { createHost, openHost } from '../../src/host';
import { anyBook } from './arbitrary';
import { fileOf, relation } from './package';
import { sampleBook } from './sample';
import { foreignParts, withForeign } from './withForeign';

/** Parts of a file as text. */
const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  );

/** What a file cannot hold, or holds in an order of its own. */
function comparable({ source: _source, ...book }: Book): unknown {
  const sorted = <T>(list: T[]) =>
    [...list].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  return {
    ...book,
    nextId: 0,
    styles: sorted(book.styles),
    names: sorted(book.names),
    customXml: sorted(book.customXml),
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      tables: sorted(sheet.tables),
      charts: sorted(sheet.charts),
      validations: sorted(sheet.validations),
      conditionalFormats: sorted(sheet.conditionalFormats.map((one) => ({ ...one, id: '' }))),
    })),
  };
}

test('a file that nobody changed keeps every part but for how it is calculated', async () => {
  const before = await saveXlsx(sampleBook());
  const after = await saveXlsx(await openXlsx(before));
  expect(partsOf(after)).toEqual(partsOf(before));
});

test('whatever the file said, it says what the book says once it is saved over', async () => {
  await fc.assert(
    fc.asyncProperty(anyBook, anyBook, async (first, second) => {
      const { source } = await openXlsx(await saveXlsx(first));
      const over = { ...second, source: source! };
      const opened = await openXlsx(await saveXlsx(over));
      expect(comparable(opened)).toEqual(comparable(second));
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('whatever is changed of a sheet is saved, though nothing else of it is', async () => {
  const aspect = fc.constantFrom<keyof Sheet>(
    'tabColor', 'showGridlines', 'showHeadings', 'standardWidth', 'columnWidths', 'rowHeights', 'hiddenColumns',
    'hiddenRows', 'columnStyles', 'rowStyles', 'freeze', 'validations', 'conditionalFormats', 'charts', 'protection',
    'pageLayout', 'customProperties',
  ); // prettier-ignore
  await fc.assert(
    fc.asyncProperty(anyBook, anyBook, aspect, async (first, second, name) => {
      // They stand on cells, and move with them.
      first.sheets[0]!.charts = [];
      const book = await openXlsx(await saveXlsx(first));
      const other = second.sheets[0]![name];
      if (other === undefined) delete book.sheets[0]![name];
      else Object.assign(book.sheets[0]!, { [name]: other });
      const said = comparable(book);
      expect(comparable(await openXlsx(await saveXlsx(book)))).toEqual(said);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('a link that goes leaves its sheet, though it was all that its cell had', async () => {
  const linked = sampleBook();
  linked.sheets[0]!.cells[90] = [{ value: null, hyperlink: { address: 'https://example.org/' } }];
  const host = await openHost(await saveXlsx(linked));
  const link = (book: Book) => book.sheets[0]!.cells[90]?.[0]?.hyperlink;
  expect(link(host.book)).toEqual({ address: 'https://example.org/' });
  await host.run(async ({ workbook, sync }) => {
    workbook.worksheets.getFirst().getRange('A91').clear('Hyperlinks');
    await sync();
  });
  expect(link(await openXlsx(await host.save()))).toBeUndefined();
});

test('a file that says nothing of itself takes a title', async () => {
  const book = sampleBook();
  book.properties = { title: '', author: '', subject: '', keywords: '', comments: '' };
  const opened = await openXlsx(await saveXlsx(book));
  opened.properties.title = 'T & more';
  expect((await openXlsx(await saveXlsx(opened))).properties.title).toBe('T & more');
});

describe('what others put into a workbook', () => {
  const partsAfter = async (change: (book: Excel.Workbook) => void) => {
    const before = withForeign(await saveXlsx(sampleBook()));
    const host = await openHost(before);
    await host.run(async (context) => {
      change(context.workbook);
      await context.sync();
    });
    return { before: partsOf(before), after: partsOf(await host.save()) };
  };
  const place = { sheet: 'Foreign' };

  test('stays byte for byte where its sheet is not touched', async () => {
    const { before, after } = await partsAfter((book) => {
      book.worksheets.getFirst().tabColor = '#FF0000';
    });
    for (const name of foreignParts) expect([name, after[name]]).toEqual([name, before[name]]);
    expect(Object.keys(before).filter((name) => !(name in after))).toEqual(['xl/calcChain.xml']);
    expect(after['[Content_Types].xml']).not.toContain('calcChain');
    expect(after['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
    expect(after['xl/workbook.xml']).toContain('<pivotCaches><pivotCache cacheId="7"');
  });

  test('stays beside what changes on its sheet', async () => {
    const { before, after } = await partsAfter((book) => {
      const sheet = book.worksheets.getItem(place.sheet);
      sheet.getRange('B2').values = [[42]];
      sheet.getRange('C5').values = [['below']];
      sheet.getRange('C5').format.font.bold = true;
    });
    const sheet = after['xl/worksheets/foreign.xml']!;
    expect(sheet).toContain('<c r="B2"><v>42</v></c>');
    // Rich text, the array and the shared formulas as they were; what followed a written cell is spelt out.
    expect(sheet).toContain('<c r="A2" t="s"><v>');
    expect(sheet).toContain('<f t="array" ref="D2">SUM(B2:B3*2)</f>');
    expect(sheet).toContain('<x14:sparklineGroups');
    expect(sheet).toContain('<legacyDrawing r:id="vml"/>');
    expect(sheet).toContain('customHeight="1" outlineLevel="1"');
    const others = foreignParts.filter((name) => !name.endsWith('foreign.xml'));
    for (const name of others) expect([name, after[name]]).toEqual([name, before[name]]);
  });

  test('moves with rows that are inserted above it, and follows a sheet that is renamed', async () => {
    const { after } = await partsAfter((book) => {
      const sheet = book.worksheets.getItem(place.sheet);
      sheet.getRange('1:2').insert('Down');
      sheet.name = 'Others';
    });
    const sheet = after['xl/worksheets/foreign.xml']!;
    expect(sheet).toMatch(/<xm:f>'?Others'?!B4:B5<\/xm:f><xm:sqref>E4<\/xm:sqref>/);
    expect(sheet).toMatch(/<c r="A4" t="s"><v>(\d+)<\/v>/);
    expect(sheet).toContain('<f t="array" ref="D4">SUM(B4:B5*2)</f>');
    expect(sheet).toContain('<row outlineLevel="1" r="5" ht="20" customHeight="1">');
    expect(after['xl/comments9.xml']).toContain('ref="A4"');
    expect(after['xl/drawings/vmlDrawing9.vml']).toContain('<x:Row>3</x:Row>');
    expect(after['xl/drawings/drawing99.xml']).toContain('<xdr:row>6</xdr:row>');
    expect(after['xl/pivotCache/pivotCacheDefinition1.xml']).toContain(
      'ref="A3:B5" sheet="Others"',
    );
  });

  test('goes with its sheet when that is deleted', async () => {
    const { after } = await partsAfter((book) => book.worksheets.getItem(place.sheet).delete());
    const left = Object.keys(after);
    expect(left).not.toContain('xl/worksheets/foreign.xml');
    expect(left).not.toContain('xl/comments9.xml');
    expect(left).toContain('xl/vbaProject.bin');
    expect(after['[Content_Types].xml']).not.toContain('comments9');
  });
});

test('a row of shared formulas is spelt out where the cell that defines it is written', async () => {
  const row = (r: number, f: string) =>
    `<row r="${r}"><c r="A${r}"><v>${r}</v></c><c r="B${r}">${f}<v>${2 * r}</v></c></row>`;
  const shared = '<f t="shared" si="0"/>';
  const file = fileOf(
    `<sheetData>${row(1, '<f t="shared" ref="B1:B3" si="0">A1*2</f>')}${row(2, shared)}${row(3, shared)}</sheetData>`,
  );
  const book = await openXlsx(file);
  book.sheets[0]!.cells[0]![1] = { value: 'mine' };
  const xml = partsOf(await saveXlsx(book))['xl/worksheets/sheet1.xml']!;
  expect(xml).toContain('<c r="B2"><f>A2*2</f><v>4</v></c>');
  expect(xml).toContain('<c r="B3"><f>A3*2</f><v>6</v></c>');
});

test('a chart whose cells or title change keeps how somebody has formatted it', async () => {
  const host = createHost();
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:B3').values = [['Item', 'Value'], ['a', 1], ['b', 2]]; // prettier-ignore
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3'), 'Columns');
    chart.title.text = 'Before';
    await context.sync();
  });
  const parts = unzipSync(await host.save());
  const name = Object.keys(parts).find((one) => /charts\/chart\d+\.xml$/.test(one))!;
  const look = '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1400"/></a:pPr></a:p></c:txPr>';
  const text = strFromU8(parts[name]!).replace('</c:chartSpace>', `${look}</c:chartSpace>`);
  const book = await openXlsx(zipSync({ ...parts, [name]: strToU8(text) }));
  const chart = book.sheets[0]!.charts[0]!;
  chart.title = 'After & on';
  chart.series[0]!.values = chart.series[0]!.values.replace('$3', '$4');
  const saved = await saveXlsx(book);
  const after = partsOf(saved)[name]!;
  expect(after).toContain(look);
  expect(after).toMatch(/\$B\$2:\$B\$4<\/c:f><\/c:numRef>/);
  expect((await openXlsx(saved)).sheets[0]!.charts[0]).toMatchObject({
    title: 'After & on',
    series: chart.series,
  });
  book.sheets[0]!.charts[0]!.type = 'Pie';
  expect(partsOf(await saveXlsx(book))[name]).not.toContain(look);
});

test('what the file says of its sheets in its properties follows them', async () => {
  const list = (words: string[]) =>
    `<TitlesOfParts><vt:vector size="${words.length}" baseType="lpstr">${words.map((word) => `<vt:lpstr>${word}</vt:lpstr>`).join('')}</vt:vector></TitlesOfParts>`;
  const counts = (sheets: number, names: number) =>
    `<vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>${sheets}</vt:i4></vt:variant><vt:variant><vt:lpstr>命名范围</vt:lpstr></vt:variant><vt:variant><vt:i4>${names}</vt:i4></vt:variant></vt:vector></HeadingPairs>`;
  const app = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application><HeadingPairs><vt:vector size="4" baseType="variant">${counts(1, 2)}${list(['S', 'S!Print_Area', 'Rate'])}</Properties>`;
  const file = fileOf('<sheetData/>', {
    parts: {
      'docProps/app.xml': app,
      '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', '/xl/workbook.xml')}${relation('b', 'extended-properties', '/docProps/app.xml')}</Relationships>`,
    },
  });
  const book = await openXlsx(file);
  expect(partsOf(await saveXlsx(book))['docProps/app.xml']).toBe(app);
  book.sheets[0]!.name = 'One & two';
  book.sheets.unshift({ ...structuredClone(book.sheets[0]!), id: '{new}', name: 'New' });
  const after = partsOf(await saveXlsx(book))['docProps/app.xml']!;
  expect(after).toContain(counts(2, 2));
  expect(after).toContain(list(['New', 'One &amp; two', "'One &amp; two'!Print_Area", 'Rate']));
});

test('a rule whose cells were deleted stays as it is', async () => {
  const rule =
    '<dataValidations count="1"><dataValidation type="list" sqref="#REF!"><formula1>#REF!</formula1></dataValidation></dataValidations>';
  const book = await openXlsx(fileOf(`<sheetData/>${rule}`));
  expect(book.sheets[0]!.validations).toEqual([]);
  expect(partsOf(await saveXlsx(book))['xl/worksheets/sheet1.xml']).toContain(rule);
});

test('a workbook of the 1904 calendar keeps it', async () => {
  const styles =
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font/></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  const file = fileOf('<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c></row></sheetData>', {
    workbook: '<workbookPr date1904="1"/>',
    parts: { 'xl/styles.xml': styles },
    relations: relation('y', 'styles', 'styles.xml'),
  });
  const book = await openXlsx(file);
  const cells = book.sheets[0]!.cells[0]!;
  expect(cells[0]!.value).toBe(1463);
  cells[1] = { value: 1464, style: cells[0]!.style! };
  const saved = await saveXlsx(book);
  expect(partsOf(saved)['xl/worksheets/sheet1.xml']).toContain('<c r="B1" s="1"><v>2</v></c>');
  expect((await openXlsx(saved)).sheets[0]!.cells[0]![1]!.value).toBe(1464);
});

test('a strict file, and one whose elements have a prefix, stay what they are', async () => {
  const purl = 'http://purl.oclc.org/ooxml';
  const strict = Object.entries(partsOf(await saveXlsx(sampleBook()))).map(([name, text]) => [
    name,
    text
      .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006', `${purl}/officeDocument`)
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        `${purl}/spreadsheetml/main`,
      ),
  ]);
  const { zipSync, strToU8 } = await import('fflate');
  const book = await openXlsx(
    zipSync(Object.fromEntries(strict.map(([name, text]) => [name!, strToU8(text!)]))),
  );
  book.sheets[0]!.cells[30] = [{ value: 'new' }];
  const after = partsOf(await saveXlsx(book));
  for (const [name, text] of Object.entries(after))
    if (name.endsWith('.rels'))
      expect(text).not.toContain('schemas.openxmlformats.org/officeDocument');

  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const prefixed = fileOf('', {
    parts: {
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    },
  });
  const opened = await openXlsx(prefixed);
  opened.sheets[0]!.cells[0]![1] = { value: 'text' };
  const xml = partsOf(await saveXlsx(opened))['xl/worksheets/sheet1.xml']!;
  expect(xml).toContain(`xmlns="${main}"`);
  expect(xml).toContain('<x:c r="A1"><x:v>1</x:v></x:c><c r="B1" t="s">');
});

test('20,000 shared formulas, rows without numbers and a sheet name in another script', async () => {
  const many = 20_000;
  const rows = Array.from({ length: many }, (_, i) => {
    const f =
      i === 0 ? `<f t="shared" ref="B1:B${many}" si="0">A1*2</f>` : '<f t="shared" si="0"/>';
    return `<row><c><v>${i}</v></c><c>${f}<v>${2 * i}</v></c></row>`;
  });
  const file = fileOf(`<sheetData>${rows.join('')}</sheetData>`);
  const book = await openXlsx(file);
  book.sheets[0]!.name = '数据';
  book.sheets[0]!.cells[1]![0] = { value: '文字' };
  const again = (await openXlsx(await saveXlsx(book))).sheets[0]!;
  expect(again.name).toBe('数据');
  expect(again.cells[1]!.map((cell) => cell!.formula ?? cell!.value)).toEqual(['文字', '=A2*2']);
  expect(again.cells[many - 1]!.map((cell) => cell!.formula ?? cell!.value)).toEqual([
    many - 1,
    `=A${many}*2`,
  ]);
});
