import { createHost } from '../../../src/host';

const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason) => reason,
  );
  return { code: error?.code, at: error?.debugInfo?.errorLocation };
};

describe('errors of the real client and of the host', () => {
  test('reading what was not loaded is PropertyNotLoaded', async () => {
    const host = createHost();
    const read = host.run(async (context) => context.workbook.worksheets.getFirst().name);
    expect(await failure(read)).toEqual({ code: 'PropertyNotLoaded', at: 'Worksheet.name' });
  });

  test('a member the host lacks is ApiNotFound with its name', async () => {
    const host = createHost();
    const call = host.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1').flashFill();
      await context.sync();
    });
    expect(await failure(call)).toEqual({ code: 'ApiNotFound', at: 'Range.flashFill' });
  });

  test('a member that came later than our manifest asks for is ApiNotFound, unless this Excel has it', async () => {
    const add = (api?: string) =>
      createHost(undefined, api === undefined ? {} : { api }).run(async (context) => {
        const cell = context.workbook.worksheets.getFirst().getRange('A1');
        cell.conditionalFormats.getItemOrNullObject('{none}').load('type');
        await context.sync();
      });
    expect(await failure(add())).toEqual({
      code: 'ApiNotFound',
      at: 'ConditionalFormatCollection.getItemOrNullObject',
    });
    expect((await failure(add('1.9'))).code).toBe('ApiNotFound');
    await expect(add('1.14')).resolves.toBeUndefined();
  });

  test('cells of a filtered table are not moved', async () => {
    const host = createHost();
    const remove = host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:A4').values = [['Item'], ['a'], ['b'], ['c']];
      const table = sheet.tables.add('A1:A4', true);
      table.columns.getItemAt(0).filter.applyValuesFilter(['a', 'c']);
      table.getDataBodyRange().getRow(1).delete('Up');
      await context.sync();
    });
    expect(await failure(remove)).toEqual({ code: 'InsertDeleteConflict', at: 'Range.delete' });
  });

  test('what came before the failing action stays applied', async () => {
    const host = createHost();
    const batch = host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1').values = [['kept']];
      sheet.getRange('A2').values = [[1, 2]];
      sheet.getRange('A3').values = [['never']];
      await context.sync();
    });
    expect(await failure(batch)).toEqual({ code: 'InvalidArgument', at: 'Range.values' });
    const column = host.book.sheets[0]!.cells.map((row) => row?.[0]?.value);
    expect(column).toEqual(['kept']);
  });

  test('a missing item is ItemNotFound, or a null object when asked so', async () => {
    const host = createHost();
    const get = host.run(async (context) => {
      context.workbook.worksheets.getItem('Nowhere').load('name');
      await context.sync();
    });
    expect((await failure(get)).code).toBe('ItemNotFound');
    const nulls = await host.run(async (context) => {
      const { workbook } = context;
      const sheet = workbook.worksheets.getItemOrNullObject('Nowhere');
      const children = [
        sheet,
        sheet.tables.getItemOrNullObject('T'),
        workbook.tables.getItemOrNullObject('T'),
        workbook.names.getItemOrNullObject('n'),
        workbook.settings.getItemOrNullObject('s'),
        workbook.customXmlParts.getItemOrNullObject('x'),
        workbook.worksheets.getFirst().getUsedRangeOrNullObject(),
        workbook.worksheets.getFirst().charts.getItemOrNullObject('c'),
        workbook.worksheets.getFirst().freezePanes.getLocationOrNullObject(),
      ];
      await context.sync();
      return children.map((child) => child.isNullObject);
    });
    expect(nulls).toEqual(Array(9).fill(true));
  });

  test.each([
    ['', 'InvalidArgument'],
    ['x'.repeat(32), 'InvalidArgument'],
    ['a/b', 'InvalidArgument'],
    ['a:b', 'InvalidArgument'],
    ['[a]', 'InvalidArgument'],
    ['History', 'InvalidArgument'],
    ["'a", 'InvalidArgument'],
    ["a'", 'InvalidArgument'],
    ['sheet1', 'ItemAlreadyExists'],
    ["it's 进度", undefined],
  ])('a sheet named %j: %s', async (name, code) => {
    const host = createHost();
    const add = host.run(async (context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    });
    expect((await failure(add)).code).toBe(code);
  });

  test.each(['A1', 'tbl1', 'R1C1', 'C', 'two words', '1st', 'a-b', '', 'taken', 'OTHER'])(
    'a table is not named %j',
    async (name) => {
      const host = createHost();
      const rename = host.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        context.workbook.names.add('taken', '=1');
        sheet.tables.add('A1:A2', true).name = 'Other';
        const table = sheet.tables.add('C1:C2', true);
        table.name = name;
        await context.sync();
      });
      expect(await failure(rename)).toEqual({ code: 'InvalidArgument', at: 'Table.name' });
    },
  );

  test.each([
    ['text over 32,767 characters', 'x'.repeat(32_768)],
    ['a formula over 8,192 characters', `=${'1+'.repeat(4_100)}1`],
    ['a broken formula', '=SUM('],
    ['a structured reference to no column', '=Nowhere[Gone]'],
    ['text that begins with a dash', '- what? (no)!'],
  ])('%s is refused', async (_what, text) => {
    const host = createHost();
    const write = host.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1').values = [[text]];
      await context.sync();
    });
    expect(await failure(write)).toEqual({ code: 'InvalidArgument', at: 'Range.values' });
  });
});

describe('budgets', () => {
  const wide = Array.from({ length: 200 }, () => Array(200).fill('abcdefghij'.repeat(15)));

  test('a request over 5 MB', async () => {
    const host = createHost();
    const write = host.run(async (context) => {
      context.workbook.worksheets.getFirst().getRangeByIndexes(0, 0, 200, 200).values = wide;
      await context.sync();
    });
    expect((await failure(write)).code).toBe('RequestPayloadSizeLimitExceeded');
    expect(host.book.sheets[0]!.cells).toEqual([]);
  });

  test('a response over 5 MB', async () => {
    const host = createHost();
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      for (const row of [0, 100]) {
        sheet.getRangeByIndexes(row, 0, 100, 200).values = wide.slice(0, 100);
        await context.sync();
      }
    });
    const read = host.run(async (context) => {
      context.workbook.worksheets.getFirst().getUsedRange().load('values');
      await context.sync();
    });
    expect((await failure(read)).code).toBe('ResponsePayloadSizeLimitExceeded');
  });

  test('values of more than 5,000,000 cells are null', async () => {
    const host = createHost();
    const values = await host.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('A:E');
      range.load('values,cellCount');
      await context.sync();
      return [range.values, range.cellCount];
    });
    expect(values).toEqual([null, 5_242_880]);
  });

  test('counters tell what a batch cost', async () => {
    const host = createHost();
    host.resetCounters();
    await host.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1:B2').values = [
        [1, 2],
        [3, 4],
      ];
      await context.sync();
    });
    const { syncs, cellsWritten, requestBytes, largestRequest } = host.counters;
    expect([syncs, cellsWritten]).toEqual([2, 4]);
    expect(requestBytes).toBeGreaterThan(largestRequest);
    host.resetCounters();
    expect(host.counters.syncs).toBe(0);
  });
});
