import fc from 'fast-check';
import { createHost, type Host } from '../../../src/host';

/** A host with a table "T" in A1:C4 of the first sheet. */
async function withTable(): Promise<Host> {
  const host = createHost();
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const range = sheet.getRange('A1:C4');
    range.values = [
      ['Item', 'Value', 'Twice'],
      ['a', 1, ''],
      ['b', 2, ''],
      ['c', 3, ''],
    ];
    sheet.tables.add(range, true).name = 'T';
    sheet.getRange('C2:C4').formulas = [['=[@Value]*2'], ['=[@Value]*2'], ['=[@Value]*2']];
    await context.sync();
  });
  return host;
}

type Work<T> = (
  table: Excel.Table,
  sheet: Excel.Worksheet,
  context: Excel.RequestContext,
) => Promise<T>;

const onTable = async <T>(work: Work<T>, host?: Host): Promise<T> =>
  (host ?? (await withTable())).run((context) =>
    work(context.workbook.tables.getItem('T'), context.workbook.worksheets.getFirst(), context),
  );

const formulasOf =
  (address: string): Work<unknown> =>
  async (_table, sheet, context) => {
    const range = sheet.getRange(address);
    range.load('formulas');
    await context.sync();
    return range.formulas;
  };

test('headers become text, unique, and never blank', async () => {
  const names = await createHost().run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:E1').values = [['Name', 'name', '', 2024, 'Name']];
    const table = sheet.tables.add('A1:E3', true);
    table.columns.load('items/name,count');
    const header = table.getHeaderRowRange();
    header.load('values');
    await context.sync();
    return [table.columns.items.map(({ name }) => name), header.values[0]];
  });
  const expected = ['Name', 'name2', 'Column3', '2024', 'Name3'];
  expect(names).toEqual([expected, expected]);
});

test('tables do not overlap', async () => {
  const overlap = onTable(async (_table, sheet, context) => {
    sheet.tables.add('C4:D6', true);
    await context.sync();
  });
  await expect(overlap).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('parts of a table', async () => {
  const addresses = await onTable(async (table, _sheet, context) => {
    table.showTotals = true;
    const parts = [
      table.getRange(),
      table.getHeaderRowRange(),
      table.getDataBodyRange(),
      table.getTotalRowRange(),
      table.columns.getItem('Value').getDataBodyRange(),
      table.rows.getItemAt(1).getRange(),
    ];
    for (const part of parts) part.load('address');
    table.load('id,name,style,showHeaders,showTotals,showFilterButton,showBandedRows');
    table.worksheet.load('name');
    await context.sync();
    return parts.map(({ address }) => address.replace('Sheet1!', ''));
  });
  expect(addresses).toEqual(['A1:C5', 'A1:C1', 'A2:C4', 'A5:C5', 'B2:B4', 'A3:C3']);
});

describe('calculated columns', () => {
  test('new rows get the formula, added or typed below', async () => {
    const host = await withTable();
    const values = await onTable(async (table, sheet, context) => {
      table.rows.add(undefined, [['d', 10, null as never]]);
      await context.sync();
      host.edit('Sheet1', 'A6', 'e');
      host.edit('Sheet1', 'B6', '7');
      const range = sheet.getRange('A5:C6');
      range.load('values');
      await context.sync();
      return range.values;
    }, host);
    expect(values).toEqual([
      ['d', 10, 20],
      ['e', 7, 14],
    ]);
  });

  test('different formulas collapse into the last one', async () => {
    const host = await withTable();
    await onTable(async (_table, sheet, context) => {
      sheet.getRange('C2:C4').formulas = [['=1+1'], ['=2+2'], ['=3+3']];
      await context.sync();
    }, host);
    expect(await onTable(formulasOf('C2:C4'), host)).toEqual([['=3+3'], ['=3+3'], ['=3+3']]);
  });

  test('one formula in an empty column fills it', async () => {
    const host = await withTable();
    await onTable(async (table, sheet, context) => {
      table.columns.add(undefined, undefined, 'Next');
      sheet.getRange('D3').formulas = [['=B3+1']];
      await context.sync();
    }, host);
    expect(await onTable(formulasOf('D2:D4'), host)).toEqual([['=B2+1'], ['=B3+1'], ['=B4+1']]);
  });

  test('a formula beside constants stays alone', async () => {
    const host = await withTable();
    await onTable(async (_table, sheet, context) => {
      sheet.getRange('B3').formulas = [['=5*5']];
      await context.sync();
    }, host);
    expect(await onTable(formulasOf('B2:B4'), host)).toEqual([[1], ['=5*5'], [3]]);
  });
});

describe('renaming', () => {
  test('formulas, names and rules follow tables, columns and sheets', async () => {
    const host = await withTable();
    const seen = await onTable(async (table, sheet, context) => {
      const other = context.workbook.worksheets.add('Other');
      other.getRange('A1:A3').formulas = [
        ['=SUM(T[Value])'],
        ['=Sheet1!B2+SUM(T[[#All],[Value]])'],
        ['=ROWS(T)'],
      ];
      context.workbook.names.add('first', sheet.getRange('B2'));
      table.columns.getItem('Value').name = "It's #1";
      table.name = 'Renamed';
      sheet.name = 'New name';
      const range = other.getRange('A1:A3');
      range.load('formulas,values');
      const own = sheet.getRange('C2');
      own.load('formulas,values');
      const name = context.workbook.names.getItem('first');
      name.load('formula');
      await context.sync();
      return [range.formulas, range.values, own.formulas, own.values, name.formula];
    }, host);
    expect(seen).toEqual([
      [
        ["=SUM(Renamed[It''s '#1])"],
        ["='New name'!B2+SUM(Renamed[[#All],[It''s '#1]])"],
        ['=ROWS(Renamed)'],
      ],
      [[6], [7], [3]],
      [["=[@[It''s '#1]]*2"]],
      [[2]],
      "='New name'!$B$2",
    ]);
  });

  test('writing over a header renames the column', async () => {
    const host = await withTable();
    const seen = await onTable(async (table, sheet, context) => {
      sheet.getRange('B1').values = [['Amount']];
      table.columns.load('items/name');
      await context.sync();
      return table.columns.items.map(({ name }) => name);
    }, host);
    expect(seen).toEqual(['Item', 'Amount', 'Twice']);
    expect(await onTable(formulasOf('C2'), host)).toEqual([['=[@Amount]*2']]);
  });

  test('headers written side by side rename each its own column', async () => {
    const host = await withTable();
    const seen = await onTable(async (_table, sheet, context) => {
      sheet.getRange('E1').formulas = [['=SUM(T[[Item]:[Value]])']];
      sheet.getRange('A1:B1').values = [['Thing', 'Amount']];
      const outside = sheet.getRange('E1');
      outside.load('formulas,values');
      const headers = sheet.getRange('A1:C1');
      headers.load('values');
      await context.sync();
      return [headers.values, outside.formulas, outside.values];
    }, host);
    expect(seen).toEqual([[['Thing', 'Amount', 'Twice']], [['=SUM(T[[Thing]:[Amount]])']], [[6]]]);
    expect(await onTable(formulasOf('C2'), host)).toEqual([['=[@Amount]*2']]);
  });

  test('a taken column name is refused', async () => {
    const rename = onTable(async (table, _sheet, context) => {
      table.columns.getItem('Value').name = 'ITEM';
      await context.sync();
    });
    await expect(rename).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});

describe('shape', () => {
  test('resize grows with formulas and takes new headers', async () => {
    const seen = await onTable(async (table, sheet, context) => {
      table.resize('A1:D6');
      const range = sheet.getRange('A1:D6');
      range.load('formulas');
      await context.sync();
      return range.formulas;
    });
    expect(seen).toEqual([
      ['Item', 'Value', 'Twice', 'Column4'],
      ['a', 1, '=[@Value]*2', ''],
      ['b', 2, '=[@Value]*2', ''],
      ['c', 3, '=[@Value]*2', ''],
      ['', '', '=[@Value]*2', ''],
      ['', '', '=[@Value]*2', ''],
    ]);
  });

  test('rows added push down what stands below', async () => {
    const seen = await onTable(async (table, sheet, context) => {
      sheet.getRange('A5:A6').formulas = [['below'], ['=SUM(B2:B4)']];
      sheet.getRange('E5').values = [['beside']];
      table.rows.add(undefined, [
        ['x', 5, null as never],
        ['y', 6, null as never],
      ]);
      table.rows.add(0, [['z', 9, null as never]]);
      const range = sheet.getRange('A1:E9');
      range.load('formulas');
      await context.sync();
      return [range.formulas.map((row) => [row[0], row[1]]), range.formulas[4]![4]];
    });
    expect(seen).toEqual([
      [
        ['Item', 'Value'],
        ['z', 9],
        ['a', 1],
        ['b', 2],
        ['c', 3],
        ['x', 5],
        ['y', 6],
        ['below', ''],
        ['=SUM(B3:B5)', ''],
      ],
      'beside',
    ]);
  });

  test('rows and columns are deleted, sorted, converted', async () => {
    const seen = await onTable(async (table, sheet, context) => {
      table.rows.getItemAt(0).delete();
      table.sort.apply([{ key: 1, ascending: false }]);
      table.columns.getItem('Item').delete();
      sheet.getRange('F1').formulas = [['=SUM(T[Value])']];
      table.convertToRange();
      const used = sheet.getRange('A1:F3');
      used.load('formulas');
      sheet.tables.load('count');
      await context.sync();
      return [used.formulas, sheet.tables.count];
    });
    expect(seen).toEqual([
      [
        ['Value', 'Twice', '', '', '', '=SUM(Sheet1!$A$2:$A$3)'],
        [3, '=Sheet1!$A$2*2', '', '', '', ''],
        [2, '=Sheet1!$A$3*2', '', '', '', ''],
      ],
      0,
    ]);
  });

  test('a values filter hides rows until it is cleared', async () => {
    const seen = await onTable(async (table, sheet, context) => {
      table.columns.getItem('Item').filter.applyValuesFilter(['b']);
      const rows = ['A2', 'A3', 'A4'].map((address) => sheet.getRange(address));
      for (const row of rows) row.load('rowHidden');
      await context.sync();
      const filtered = rows.map(({ rowHidden }) => rowHidden);
      table.clearFilters();
      for (const row of rows) row.load('rowHidden');
      await context.sync();
      return [filtered, rows.map(({ rowHidden }) => rowHidden)];
    });
    expect(seen).toEqual([
      [true, false, true],
      [false, false, false],
    ]);
  });
});

describe('inserting and deleting on the sheet', () => {
  test('whole rows and columns shift everything that refers', async () => {
    const host = await withTable();
    const seen = await onTable(async (table, sheet, context) => {
      sheet.getRange('E2').formulas = [['=B2+$B$4+SUM(B:B)']];
      context.workbook.names.add('spot', sheet.getRange('B3'));
      sheet.getRange('B2:B4').dataValidation.rule = {
        decimal: { formula1: 0, operator: 'GreaterThan' },
      };
      sheet.getRange('3:3').insert('Down');
      sheet.getRange('A:A').insert('Right');
      const moved = sheet.getRange('F2');
      moved.load('formulas');
      const area = table.getRange();
      area.load('address');
      const filled = sheet.getRange('D3');
      filled.load('formulas');
      const name = context.workbook.names.getItem('spot');
      name.load('formula');
      const rule = sheet.getRange('C5').dataValidation;
      rule.load('type');
      sheet.getRange('2:2').delete('Up');
      const after = sheet.getRange('F1:F2');
      after.load('formulas');
      await context.sync();
      return [moved.formulas, area.address, filled.formulas, name.formula, rule.type];
    }, host);
    expect(seen).toEqual([
      [['=C2+$C$5+SUM(C:C)']],
      'Sheet1!B1:D5',
      [['=[@Value]*2']],
      '=Sheet1!$C$4',
      'Decimal',
    ]);
  });

  test('deleting what a formula means leaves #REF!', async () => {
    const host = createHost();
    const formulas = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A5').formulas = [['=A1+SUM(A2:A3)']];
      sheet.getRange('1:2').delete('Up');
      const cell = sheet.getRange('A3');
      cell.load('formulas');
      await context.sync();
      return cell.formulas;
    });
    expect(formulas).toEqual([['=#REF!+SUM(A1)']]);
  });

  test('what refers to a deleted column, table or sheet is #REF!', async () => {
    const host = await withTable();
    const seen = await onTable(async (table, sheet, context) => {
      const other = context.workbook.worksheets.add('Other');
      other.getRange('A1:B1').formulas = [['=SUM(T[Value])', '=ROWS(T)']];
      table.columns.getItem('Value').delete();
      const range = other.getRange('A1:B1');
      range.load('formulas');
      const own = sheet.getRange('B2');
      own.load('formulas');
      await context.sync();
      const before = [range.formulas, own.formulas];
      sheet.delete();
      range.load('formulas');
      await context.sync();
      return [...before, range.formulas];
    }, host);
    expect(seen).toEqual([
      [['=SUM(#REF!)', '=ROWS(T)']],
      [['=#REF!*2']],
      [['=SUM(#REF!)', '=ROWS(#REF!)']],
    ]);
  });

  test('law: rows inserted and deleted again change nothing', async () => {
    const place = fc.integer({ min: 1, max: 12 });
    await fc.assert(
      fc.asyncProperty(
        place,
        fc.integer({ min: 1, max: 4 }),
        place,
        place,
        async (at, count, a, b) => {
          const seen = await createHost().run(async (context) => {
            const sheet = context.workbook.worksheets.getFirst();
            const formula = `=SUM($A${Math.min(a, b)}:A$${Math.max(a, b)})+A${a}`;
            sheet.getRange('D20').formulas = [[formula]];
            const rows = `${at}:${at + count - 1}`;
            sheet.getRange(rows).insert('Down');
            sheet.getRange(rows).delete('Up');
            const cell = sheet.getRange('D20');
            cell.load('formulas');
            await context.sync();
            return [cell.formulas[0]![0], formula];
          });
          expect(seen[0]).toBe(seen[1]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a shift that would tear a table is refused', async () => {
    const shift = onTable(async (_table, sheet, context) => {
      sheet.getRange('B2:B2').insert('Down');
      await context.sync();
    });
    await expect(shift).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});
