import { createHost, type Host } from '../../../src/host';

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error) => error.code,
  );

describe('data validation', () => {
  test('rules of every kind are set, read back and cleared', async () => {
    const rules = await createHost().run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const set: Excel.DataValidationRule[] = [
        { list: { source: 'a,b', inCellDropDown: true } },
        { list: { source: '=$D$1:$D$2', inCellDropDown: false } },
        { wholeNumber: { formula1: 1, formula2: 5, operator: 'Between' } },
        { decimal: { formula1: 0, operator: 'GreaterThan' } },
        { textLength: { formula1: 3, operator: 'LessThanOrEqualTo' } },
        { custom: { formula: '=A6>0' } },
      ];
      const cells = set.map((rule, row) => {
        const { dataValidation } = sheet.getCell(row, 0);
        dataValidation.rule = rule;
        dataValidation.load('rule,type');
        return dataValidation;
      });
      await context.sync();
      const read = cells.map(({ type }) => type);
      sheet.getRange('A1:A5').dataValidation.clear();
      for (const cell of cells) cell.load('rule,type');
      await context.sync();
      return [read, cells.map(({ type }) => type)];
    });
    expect(rules).toEqual([
      ['List', 'List', 'WholeNumber', 'Decimal', 'TextLength', 'Custom'],
      ['None', 'None', 'None', 'None', 'None', 'Custom'],
    ]);
  });

  test('a range serves as list source; long literals and loose prompts are refused', async () => {
    const host = createHost();
    const source = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const { dataValidation } = sheet.getRange('A1:A9');
      dataValidation.rule = {
        list: { source: sheet.getRange('C1:C3') as never, inCellDropDown: true },
      };
      dataValidation.prompt = { showPrompt: true, title: 'Hint', message: 'Pick one' };
      dataValidation.load('rule,prompt');
      await context.sync();
      return [dataValidation.rule.list!.source, dataValidation.prompt.title];
    });
    expect(source).toEqual(['=Sheet1!$C$1:$C$3', 'Hint']);
    const long = host.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('B1').dataValidation.rule = {
        list: { source: 'x'.repeat(256), inCellDropDown: true },
      };
      await context.sync();
    });
    expect(await code(long)).toBe('InvalidArgument');
    const loose = host.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('E1:E4').dataValidation.prompt = {
        showPrompt: true,
        title: 't',
        message: 'm',
      };
      await context.sync();
    });
    expect(await code(loose)).toBe('InvalidArgument');
  });

  test('invalid cells are found', async () => {
    const found = await createHost().run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const range = sheet.getRange('A1:A4');
      range.values = [[1], [7], ['x'], ['']];
      range.dataValidation.rule = {
        wholeNumber: { formula1: 1, formula2: 5, operator: 'Between' },
      };
      range.dataValidation.load('valid');
      const invalid = range.dataValidation.getInvalidCellsOrNullObject();
      invalid.load('address,cellCount');
      await context.sync();
      return [range.dataValidation.valid, invalid.address];
    });
    expect(found).toEqual([null, 'Sheet1!A2,Sheet1!A3']);
  });
});

describe('conditional formats', () => {
  test('each kind keeps its rule and look; the newest comes first', async () => {
    const host = createHost();
    const seen = await host.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('A1:A9');
      const custom = range.conditionalFormats.add('Custom');
      custom.custom.rule.formula = '=$A1>3';
      custom.custom.format.fill.color = '#FF0000';
      custom.custom.format.font.bold = true;
      const cell = range.conditionalFormats.add('CellValue');
      cell.cellValue.rule = { formula1: '=1', operator: 'GreaterThanOrEqual' };
      cell.cellValue.format.font.color = 'blue';
      const text = range.conditionalFormats.add('ContainsText');
      text.textComparison.rule = { operator: 'Contains', text: 'late' };
      const bar = range.conditionalFormats.add('DataBar');
      bar.dataBar.positiveFormat.fillColor = '#00B050';
      bar.dataBar.lowerBoundRule = { type: 'Number', formula: '0' };
      const scale = range.conditionalFormats.add('ColorScale');
      scale.colorScale.criteria = {
        minimum: { type: 'LowestValue', color: '#F00' } as never,
        maximum: { type: 'HighestValue', color: '#0F0' } as never,
      };
      const icons = range.conditionalFormats.add('IconSet');
      icons.iconSet.style = 'ThreeFlags';
      range.conditionalFormats.load('items/type,items/priority');
      custom.custom.rule.load('formula');
      await context.sync();
      return [
        range.conditionalFormats.items.map(({ type, priority }) => [type, priority]),
        custom.custom.rule.formula,
      ];
    });
    expect(seen).toEqual([
      [
        ['IconSet', 0],
        ['ColorScale', 1],
        ['DataBar', 2],
        ['ContainsText', 3],
        ['CellValue', 4],
        ['Custom', 5],
      ],
      '=$A1>3',
    ]);
    const formats = host.book.sheets[0]!.conditionalFormats;
    expect(formats.map(({ rule }) => rule)).toEqual([
      { type: 'iconSet', set: 'ThreeFlags', showIconOnly: false, reverse: false },
      {
        type: 'colorScale',
        stops: [
          { kind: 'LowestValue', color: '#FF0000' },
          { kind: 'HighestValue', color: '#00FF00' },
        ],
      },
      { type: 'dataBar', color: '#00B050', gradient: true, showValue: true, min: 0 },
      { type: 'containsText', operator: 'Contains', text: 'late', style: {} },
      {
        type: 'cellValue',
        operator: 'GreaterThanOrEqualTo',
        formula1: '=1',
        style: { fontColor: '#0000FF' },
      },
      { type: 'custom', formula: '=$A1>3', style: { fill: '#FF0000', bold: true } },
    ]);
  });

  test('clearing part of the area leaves the rest', async () => {
    const host = createHost();
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:A9').conditionalFormats.add('DataBar');
      sheet.getRange('A4:A5').conditionalFormats.clearAll();
      await context.sync();
    });
    expect(host.book.sheets[0]!.conditionalFormats[0]!.areas).toEqual([
      { row: 0, column: 0, rows: 3, columns: 1 },
      { row: 5, column: 0, rows: 4, columns: 1 },
    ]);
  });
});

describe('protection', () => {
  async function protectedHost(options?: Excel.WorksheetProtectionOptions): Promise<Host> {
    const host = createHost();
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('B1:B9').format.protection.locked = false;
      sheet.protection.protect(options);
      await context.sync();
    });
    return host;
  }
  const onSheet = (host: Host, work: (sheet: Excel.Worksheet) => void) =>
    code(
      host.run(async (context) => {
        work(context.workbook.worksheets.getFirst());
        await context.sync();
      }),
    );

  test.each<[string, (sheet: Excel.Worksheet) => void, string]>([
    ['a locked cell', (s) => void (s.getRange('A1').values = [[1]]), 'AccessDenied'],
    ['an unlocked cell', (s) => void (s.getRange('B2').values = [[1]]), 'accepted'],
    ['part locked', (s) => void (s.getRange('A2:B2').values = [[1, 2]]), 'AccessDenied'],
    ['a format', (s) => void (s.getRange('B2').format.fill.color = 'red'), 'AccessDenied'],
    ['a column width', (s) => void (s.getRange('B2').format.columnWidth = 9), 'AccessDenied'],
    ['a table', (s) => void s.tables.add('B1:B3', true), 'AccessDenied'],
    ['inserted rows', (s) => void s.getRange('1:1').insert('Down'), 'AccessDenied'],
    ['protecting again', (s) => s.protection.protect(), 'AccessDenied'],
    ['unprotecting', (s) => s.protection.unprotect(), 'accepted'],
  ])('%s on a protected sheet', async (_what, work, expected) => {
    expect(await onSheet(await protectedHost(), work)).toBe(expected);
  });

  test('options open what they name', async () => {
    const host = await protectedHost({ allowFormatCells: true, allowInsertRows: true });
    expect(await onSheet(host, (s) => void (s.getRange('B2').format.fill.color = 'red'))).toBe(
      'accepted',
    );
    expect(await onSheet(host, (s) => void s.getRange('1:1').insert('Down'))).toBe('accepted');
    expect(await onSheet(host, (s) => void s.getRange('1:1').delete('Up'))).toBe('AccessDenied');
  });

  test('unprotecting an open sheet is AccessDenied', async () => {
    expect(await onSheet(createHost(), (s) => s.protection.unprotect())).toBe('AccessDenied');
  });
});

describe('typing', () => {
  async function withList(style: 'Stop' | 'Warning'): Promise<Host> {
    const host = createHost();
    await host.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getFirst().getRange('A1:A5');
      dataValidation.rule = { list: { source: 'Red,Green', inCellDropDown: true } };
      dataValidation.errorAlert = {
        showAlert: true,
        style,
        title: 'Colour',
        message: 'Red or Green.',
      };
      await context.sync();
    });
    return host;
  }

  test('a value validation refuses gives the alert and leaves the cell', async () => {
    const host = await withList('Stop');
    host.edit('Sheet1', 'A1', 'Red');
    expect(() => host.edit('Sheet1', 'A1', 'Blue')).toThrow('Red or Green.');
    expect(host.book.sheets[0]!.cells[0]![0]!.value).toBe('Red');
    (await withList('Warning')).edit('Sheet1', 'A1', 'Blue');
  });

  test('locked cells say so', async () => {
    const host = createHost();
    await host.run(async (context) => {
      context.workbook.worksheets.getFirst().protection.protect();
      await context.sync();
    });
    expect(() => host.edit('Sheet1', 'A1', 1)).toThrow('protected sheet');
  });

  test('validation and formats go down with a growing table', async () => {
    const host = createHost();
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:B2').values = [
        ['Item', 'State'],
        ['x', 'Open'],
      ];
      sheet.tables.add('A1:B2', true);
      sheet.getRange('B2').dataValidation.rule = {
        list: { source: 'Open,Done', inCellDropDown: true },
      };
      sheet.getRange('A2').format.font.italic = true;
      await context.sync();
    });
    host.edit('Sheet1', 'A3', 'y');
    expect(() => host.edit('Sheet1', 'B3', 'Maybe')).toThrow('data validation');
    host.edit('Sheet1', 'B3', 'Done');
    const [sheet] = host.book.sheets;
    expect(sheet!.tables[0]!.area.rows).toBe(3);
    expect(sheet!.cells[2]![0]!.style).toEqual({ italic: true });
  });

  test('changes are told to listeners until they leave', () => {
    const host = createHost();
    const told: unknown[] = [];
    const stop = host.onChange((changes) => told.push(changes.map(({ area }) => area)));
    host.edit('Sheet1', 'B3', '=1+1');
    stop();
    host.edit('Sheet1', 'B4', 2);
    expect(told).toEqual([[{ row: 2, column: 1, rows: 1, columns: 1 }]]);
    expect(host.book.sheets[0]!.cells[2]![1]!.value).toBe(2);
  });
});
