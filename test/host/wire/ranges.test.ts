import { createHost } from '../../../src/host';

/** Runs a batch on the first sheet of a new host. */
const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
  createHost(undefined, { now: () => new Date(2026, 5, 1) }).run((context) =>
    work(context.workbook.worksheets.getFirst(), context),
  );

describe('values', () => {
  test.each([
    ['12', 12, 'General'],
    ['1,234.5', 1234.5, '#,##0.00'],
    ['-5%', -0.05, '0%'],
    ['$3', 3, '$#,##0'],
    ['(7)', -7, 'General'],
    ['1e3', 1000, '0.00E+00'],
    ['2024-02-29', 45351, 'm/d/yyyy'],
    ['2/30/2024', '2/30/2024', 'General'],
    ['3/4', 46085, 'd-mmm'],
    ['1 Mar 2024', 45352, 'd-mmm-yy'],
    ['6:00', 0.25, 'h:mm'],
    ['TRUE', true, 'General'],
    ['#N/A', '#N/A', 'General'],
    ["'=1+1", '=1+1', 'General'],
    ['=1+1', 2, 'General'],
    ['plain', 'plain', 'General'],
  ])('%j is read as %j with format %j', async (typed, value, format) => {
    const read = await onSheet(async (sheet, context) => {
      const cell = sheet.getRange('B2');
      cell.values = [[typed]];
      cell.load('values,numberFormat');
      await context.sync();
      return [cell.values[0]![0], cell.numberFormat[0]![0]];
    });
    expect(read).toEqual([value, format]);
  });

  test('a text format keeps text, set before or in the same batch', async () => {
    const values = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:C1');
      range.numberFormat = [['@', '@', '@']];
      range.values = [['=1+1', '007', '-x']];
      range.load('values,valueTypes');
      await context.sync();
      return [range.values, range.valueTypes];
    });
    expect(values).toEqual([[['=1+1', '007', '-x']], [['String', 'String', 'String']]]);
  });

  test('null leaves a cell alone, "" empties it, a scalar fills the range', async () => {
    const values = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:C1');
      range.values = 5 as never;
      range.values = [[null as never, '', 'x']];
      range.load('values,valueTypes');
      await context.sync();
      return [range.values, range.valueTypes];
    });
    expect(values).toEqual([[[5, '', 'x']], [['Double', 'Empty', 'String']]]);
  });

  test('formulas are calculated, also before the batch ends', async () => {
    const read = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      range.formulas = [
        [1, '=A1*2'],
        ['=B1/0', '=A2'],
      ];
      range.load('values,formulas,text');
      await context.sync();
      return [range.values, range.formulas];
    });
    expect(read).toEqual([
      [
        [1, 2],
        ['#DIV/0!', '#DIV/0!'],
      ],
      [
        [1, '=A1*2'],
        ['=B1/0', '=A2'],
      ],
    ]);
  });

  test('large writes arrive whole though the client cuts them', async () => {
    const host = createHost();
    const rows = Array.from({ length: 2_000 }, (_, row) => [row, `r${row}`, row * 2]);
    const last = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRangeByIndexes(0, 0, 2_000, 3).values = rows;
      const range = sheet.getUsedRange();
      range.load('values,address');
      await context.sync();
      return [range.address, range.values];
    });
    expect(last).toEqual(['Sheet1!A1:C2000', rows]);
    expect(host.counters.cellsWritten).toBe(6_000);
  });

  test('manual calculation waits for calculate', async () => {
    const seen = await onSheet(async (sheet, context) => {
      context.application.calculationMode = 'Manual';
      const cell = sheet.getRange('A1');
      cell.formulas = [['=40+2']];
      await context.sync();
      cell.load('values');
      await context.sync();
      const before = cell.values[0]![0];
      context.application.calculate('Recalculate');
      cell.load('values');
      await context.sync();
      return [before, cell.values[0]![0]];
    });
    expect(seen).toEqual(['', 42]);
  });
});

describe('places', () => {
  test('a range finds its neighbours', async () => {
    const addresses = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('C3:D5');
      const found = [
        range.getCell(1, 1),
        range.getRow(2),
        range.getColumn(0),
        range.getRowsAbove(1),
        range.getRowsBelow(2),
        range.getColumnsBefore(2),
        range.getColumnsAfter(1),
        range.getResizedRange(1, -1),
        range.getAbsoluteResizedRange(2, 3),
        range.getOffsetRange(-1, 1),
        range.getBoundingRect('F1'),
        range.getIntersection('D1:D9'),
        range.getEntireRow(),
        range.getEntireColumn(),
        range.getLastCell(),
        range.getLastRow(),
        range.getLastColumn(),
      ];
      for (const one of found) one.load('address');
      await context.sync();
      return found.map(({ address }) => address.replace('Sheet1!', ''));
    });
    expect(addresses).toEqual([
      'D4',
      'C5:D5',
      'C3:C5',
      'C2:D2',
      'C6:D7',
      'A3:B5',
      'E3:E5',
      'C3:C6',
      'C3:E4',
      'D2:E4',
      'C1:F5',
      'D3:D5',
      '3:5',
      'C:D',
      'D5',
      'C5:D5',
      'D3:D5',
    ]);
  });

  test('leaving the sheet or an unknown address is refused', async () => {
    for (const ask of [
      (sheet: Excel.Worksheet) => sheet.getRange('A1').getOffsetRange(-1, 0),
      (sheet: Excel.Worksheet) => sheet.getRange('XFE1'),
      (sheet: Excel.Worksheet) => sheet.getRange('no range'),
    ]) {
      const work = onSheet(async (sheet, context) => {
        ask(sheet).load('address');
        await context.sync();
      });
      await expect(work).rejects.toMatchObject({ code: 'InvalidArgument' });
    }
  });

  test('used range: look counts, unless only values are asked for', async () => {
    const found = await onSheet(async (sheet, context) => {
      sheet.getRange('B2').values = [['x']];
      sheet.getRange('D9').format.fill.color = '#00FF00';
      const all = sheet.getUsedRange();
      const values = sheet.getUsedRange(true);
      all.load('address');
      values.load('address');
      await context.sync();
      return [all.address, values.address];
    });
    expect(found).toEqual(['Sheet1!B2:D9', 'Sheet1!B2']);
  });
});

describe('look', () => {
  test('formats are read back; mixed ones are null', async () => {
    const read = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      range.format.fill.color = 'orange';
      range.format.font.set({ bold: true, size: 14, color: '#abcdef' });
      range.format.borders.getItem('EdgeBottom').style = 'Continuous';
      range.format.set({ horizontalAlignment: 'Center', wrapText: true, columnWidth: 80 });
      range.getCell(0, 0).format.font.bold = false;
      range.load(
        'format/fill/color,format/font/bold,format/font/size,format/font/color,format/columnWidth,format/wrapText',
      );
      const line = range.getLastRow().format.borders.getItem('EdgeBottom');
      line.load('style,color,weight');
      await context.sync();
      const { format } = range;
      return [
        format.fill.color,
        format.font.bold,
        format.font.size,
        format.font.color,
        format.columnWidth,
        format.wrapText,
        line.style,
        line.color,
        line.weight,
      ];
    });
    expect(read).toEqual([
      '#FFA500',
      null,
      14,
      '#ABCDEF',
      80,
      true,
      'Continuous',
      '#000000',
      'Thin',
    ]);
  });

  test('whole columns keep their look for cells to come', async () => {
    const bold = await onSheet(async (sheet, context) => {
      sheet.getRange('B:C').format.font.bold = true;
      const cell = sheet.getRange('C700');
      cell.values = [['later']];
      cell.load('format/font/bold');
      const beside = sheet.getRange('D700');
      beside.load('format/font/bold');
      await context.sync();
      return [cell.format.font.bold, beside.format.font.bold];
    });
    expect(bold).toEqual([true, false]);
  });

  test('a hyperlink shows its text and can be read', async () => {
    const link = await onSheet(async (sheet, context) => {
      const cell = sheet.getRange('A1');
      cell.hyperlink = { documentReference: 'Sheet1!B2', textToDisplay: 'go', screenTip: 'tip' };
      cell.load('hyperlink,values');
      await context.sync();
      return [cell.hyperlink, cell.values];
    });
    expect(link).toEqual([
      { documentReference: 'Sheet1!B2', screenTip: 'tip', textToDisplay: 'go' },
      [['go']],
    ]);
  });
});

describe('changes of cells', () => {
  test('copying moves relative references; clearing takes contents or look', async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange('A1:B1').formulas = [[2, '=$A1*A$1']];
      sheet.getRange('A1:B1').format.font.bold = true;
      sheet.getRange('A3:B4').copyFrom('A1:B1');
      sheet.getRange('A4:B4').clear('Formats');
      sheet.getRange('A1').clear('Contents');
      const range = sheet.getRange('A1:B4');
      range.load('formulas');
      const bold = ['A1', 'B3', 'B4'].map((address) => sheet.getRange(address));
      for (const cell of bold) cell.load('format/font/bold');
      await context.sync();
      return [range.formulas, bold.map(({ format }) => format.font.bold)];
    });
    expect(seen).toEqual([
      [
        ['', '=$A1*A$1'],
        ['', ''],
        [2, '=$A3*A$1'],
        [2, '=$A4*A$1'],
      ],
      [true, true, false],
    ]);
  });

  test('sorting keeps rows together, blanks last', async () => {
    const values = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B4');
      range.values = [
        ['b', 1],
        ['', 2],
        [3, 3],
        ['A', 4],
      ];
      range.sort.apply([{ key: 0, ascending: true }]);
      range.load('values');
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([
      [3, 3],
      ['A', 4],
      ['b', 1],
      ['', 2],
    ]);
  });

  test('cells inserted and deleted move only their own columns', async () => {
    const values = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B3');
      range.values = [
        [1, 'x'],
        [2, 'y'],
        ['', ''],
      ];
      sheet.getRange('A1').insert('Down');
      sheet.getRange('B1').delete('Up');
      const used = sheet.getRange('A1:B3');
      used.load('values');
      await context.sync();
      return used.values;
    });
    expect(values).toEqual([
      ['', 'y'],
      [1, ''],
      [2, ''],
    ]);
  });
});
