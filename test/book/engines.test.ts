import { openXlsx, saveXlsx, stripCachedValues } from '../../src/book';
import { available, recalculate, toPdf } from '../support/libreoffice';
import { openpyxlAvailable, python } from '../support/python';
import { bookOf, cellOf, sampleBook, sheetOf } from './sample';
import { booksWithoutNode } from './withoutNode';

const ifOpenpyxl = openpyxlAvailable() ? test : test.skip;
const ifLibreOffice = available() ? test : test.skip;

const SCRIPT = `
import io, json, sys, warnings, openpyxl
warnings.filterwarnings("ignore", message=".*extension is not supported.*")
book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
value, charts, lists = book.worksheets
defined = book.defined_names
names = defined.items() if hasattr(defined, "items") else [(d.name, d) for d in defined.definedName]
print(json.dumps({
  "tables": {t.name: [c.name for c in t.tableColumns] for t in value.tables.values()},
  "validations": [[v.type, str(v.sqref), v.formula1] for v in value.data_validations.dataValidation],
  "rules": [[str(f.sqref), r.type] for f in value.conditional_formatting for r in f.rules],
  "names": {n: d.attr_text for n, d in names if d.localSheetId is None},
  "charts": len(charts._charts),
  "formula": value["D2"].value,
  "freeze": value.freeze_panes,
  "titles": value.print_title_rows,
  "state": lists.sheet_state,
  "quoted": [lists["B1"].value, lists["B1"].data_type, lists["B1"].quotePrefix],
  "link": lists["A4"].hyperlink.target,
}))
`;

ifOpenpyxl('openpyxl sees what the book holds', async () => {
  expect(python(SCRIPT, await saveXlsx(sampleBook()))).toEqual({
    tables: { tblValue: ['Item', 'Plan', 'Actual [#1]', 'Gap', 'Safe'] },
    validations: [
      ['list', 'A2:A5 A10', 'Items'],
      ['decimal', 'B2:B5', '0'],
      ['list', 'C2:C5', '"Yes,No,""maybe"""'],
    ],
    rules: [
      ['B2:B5', 'expression'],
      ['B2:B5', 'dataBar'],
      ['C2:C5', 'cellIs'],
      ['C2:C5', 'colorScale'],
      ['D2:D5', 'containsText'],
      ['D2:D5', 'iconSet'],
      ['E2:E5', 'dataBar'],
    ],
    names: { Items: "'Lists'!$A$1:$A$3" },
    charts: 9,
    formula: "=tblValue[[#This Row],[Plan]]-tblValue[[#This Row],[Actual '['#1']]]",
    freeze: 'B2',
    titles: '$1:$1',
    state: 'veryHidden',
    quoted: ['=1+1', 's', true],
    link: 'https://example.com/?a=1&b=2',
  });
});

/** A cell that follows its style, one that differs from it, and one without. */
const styledBook = () => {
  const input = { fill: '#FFF8DB', fontColor: '#1F4FBF', numberFormat: '#,##0' };
  const sheet = sheetOf(1, 'S', {
    cells: [
      [
        cellOf(1, { named: 'APPFI 输入', ...input }),
        cellOf(2, { named: 'APPFI 输入', ...input, fontColor: '#FF0000' }),
        cellOf(3),
      ],
    ],
  });
  const sets = {
    number: true,
    font: true,
    alignment: false,
    border: true,
    fill: true,
    protection: false,
  };
  return bookOf([sheet], { styles: [{ name: 'APPFI 输入', sets, look: input }] });
};

const STYLES = `
import io, json, sys, openpyxl
book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps({
  "styles": book.named_styles,
  "cells": [[c.style, c.font.color.rgb if c.style != "Normal" else "", c.number_format] for c in book.active[1]],
}))
`;

ifOpenpyxl('openpyxl sees which cell has which style', async () => {
  expect(python(STYLES, await saveXlsx(styledBook()))).toEqual({
    styles: ['Normal', 'APPFI 输入'],
    cells: [
      ['APPFI 输入', 'FF1F4FBF', '#,##0'],
      ['APPFI 输入', 'FFFF0000', '#,##0'],
      ['Normal', '', 'General'],
    ],
  });
});

ifLibreOffice(
  'LibreOffice keeps styles and the cells that have them',
  async () => {
    const { styles, sheets } = await openXlsx(await recalculate(await saveXlsx(styledBook())));
    expect(styles.find(({ name }) => name === 'APPFI 输入')?.look).toMatchObject({
      fill: '#FFF8DB',
      fontColor: '#1F4FBF',
      numberFormat: '#,##0',
    });
    expect(
      sheets[0]!.cells[0]!.map((cell) => [cell?.style?.named, cell?.style?.fontColor]),
    ).toEqual([
      ['APPFI 输入', '#1F4FBF'],
      ['APPFI 输入', '#FF0000'],
      [undefined, undefined],
    ]);
  },
  60_000,
);

ifLibreOffice(
  'LibreOffice computes the file, and what it saves opens with everything',
  async () => {
    const book = sampleBook();
    for (const row of book.sheets[0]!.cells)
      for (const cell of row ?? []) if (cell?.formula) cell.value = 999;
    const opened = await openXlsx(await recalculate(await saveXlsx(book)));
    const [value, charts, lists] = opened.sheets;
    expect(value!.cells[1]!.map((cell) => [cell!.value, cell!.formula])).toEqual([
      ['a', undefined],
      [10, undefined],
      [12, undefined],
      [-2, "=[@Plan]-[@[Actual '['#1']]]"],
      [-0.2, '=IFNA([@Gap]/[@Plan],0)'],
    ]);
    expect(value!.cells[5]![1]!.value).toBe(60);
    expect(value!.tables).toMatchObject([
      { name: 'tblValue', area: { row: 0, column: 0, rows: 6, columns: 5 }, showTotals: true },
    ]);
    expect(value!.validations.map(({ areas, rule }) => [areas.length, rule.type])).toEqual([
      [2, 'list'],
      [1, 'decimal'],
      [1, 'list'],
    ]);
    expect(value!.conditionalFormats.map(({ rule }) => rule.type).sort()).toEqual(
      book.sheets[0]!.conditionalFormats.map(({ rule }) => rule.type).sort(),
    );
    expect(opened.names.map(({ name, scope }) => [name, scope === value!.id])).toEqual([
      ['Items', false],
      ['Rate', true],
    ]);
    expect(charts!.charts.map(({ type }) => type)).toEqual(
      book.sheets[1]!.charts.map(({ type }) => type),
    );
    expect(lists!.cells[0]!.map((cell) => cell!.value)).toEqual(['a', '=1+1', '-5']);
    expect(lists!.cells[1]![2]!.value).toBe(book.sheets[2]!.cells[1]![2]!.value);
    expect(opened.customXml).toEqual([
      { ...book.customXml[0], xml: expect.stringContaining(book.customXml[0]!.xml) },
    ]);
    expect(opened.settings).toEqual(book.settings);
  },
  120_000,
);

ifOpenpyxl('what a page packs, without Node, is as sound as what Node packs', async () => {
  const page = await booksWithoutNode();
  const opened = await page.openXlsx(await page.saveXlsx(sampleBook()));
  opened.sheets[0]!.tabColor = '#123456';
  const script = `
import io, json, sys, zipfile
whole = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps([whole.testzip(), "xl/workbook.xml" in whole.namelist()]))
`;
  expect(python(script, await page.saveXlsx(opened))).toEqual([null, true]);
});

test('cached values are stripped, constants are kept', async () => {
  const book = bookOf([
    sheetOf(1, 'S', {
      cells: [
        [cellOf(1), cellOf('x'), cellOf(9, undefined, '=A1'), cellOf(' y<', undefined, '=B1')],
      ],
    }),
  ]);
  const opened = await openXlsx(await stripCachedValues(await saveXlsx(book)));
  expect(opened.sheets[0]!.cells[0]!.map((cell) => cell!.value)).toEqual([
    1,
    'x',
    { code: '#NOT_EVALUATED' },
    { code: '#NOT_EVALUATED' },
  ]);
});

ifLibreOffice(
  'LibreOffice prints the file',
  async () => {
    const pdf = await toPdf(await saveXlsx(sampleBook()));
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  },
  120_000,
);
