import { createHost, openHost } from '../../../src/host';

type Cell = { named?: string; fill?: string; fontColor?: string; numberFormat?: string };

/** A workbook with the style "Money" – blue on yellow, thousands – and the looks of A1:C1. */
const desk = () => {
  const host = createHost();
  const looks = () => host.book.sheets[0]!.cells[0]!.map((cell): Cell | undefined => cell?.style);
  const on = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown) =>
    host.run(async (context) => {
      await work(context.workbook.worksheets.getFirst(), context);
      await context.sync();
    });
  return { host, looks, on };
};

const money = ({ workbook }: Excel.RequestContext) => {
  workbook.styles.add('Money');
  const style = workbook.styles.getItem('Money');
  style.numberFormat = '#,##0';
  style.font.color = '#0000FF';
  style.fill.color = '#FFFF00';
  style.includeAlignment = false;
  return style;
};

const look = { named: 'Money', numberFormat: '#,##0', fontColor: '#0000FF', fill: '#FFFF00' };

test('a style replaces what it sets and leaves the rest of a cell', async () => {
  const { looks, on } = desk();
  await on((sheet, context) => {
    money(context);
    const range = sheet.getRange('A1:B1');
    range.format.font.bold = true;
    range.format.horizontalAlignment = 'Center';
    range.style = 'Money';
  });
  expect(looks()).toEqual([
    { ...look, horizontal: 'Center' },
    { ...look, horizontal: 'Center' },
  ]);
});

test('what is formatted afterwards stays over the style, also when the style changes', async () => {
  const { looks, on } = desk();
  await on((sheet, context) => {
    money(context);
    sheet.getRange('A1:C1').style = 'Money';
    sheet.getRange('B1').format.font.color = '#FF0000';
    sheet.getRange('C1').style = 'Normal';
  });
  await on((_sheet, { workbook }) => {
    const style = workbook.styles.getItem('Money');
    style.font.color = '#00FF00';
    style.borders.getItem('EdgeBottom').style = 'Continuous';
  });
  const borderBottom = { style: 'Thin', color: '#000000' };
  expect(looks()).toEqual([
    { ...look, fontColor: '#00FF00', borderBottom },
    { ...look, fontColor: '#FF0000', borderBottom },
    undefined,
  ]);
});

test('several areas take a style, a width and a rule in one go', async () => {
  const { host, looks, on } = desk();
  await on((sheet, context) => {
    money(context);
    const areas = sheet.getRanges('A1,C1:D1');
    areas.style = 'Money';
    areas.format.columnWidth = 80;
    areas.dataValidation.rule = { wholeNumber: { formula1: 1, operator: 'GreaterThan' } };
    const conditional = areas.conditionalFormats.add('Custom');
    conditional.custom.rule.formula = '=A1>5';
  });
  const [sheet] = host.book.sheets;
  expect(looks().map((one) => one?.named)).toEqual(['Money', undefined, 'Money', 'Money']);
  expect([...sheet!.columnWidths.keys()]).toEqual([0, 2, 3]);
  const areas = [
    { row: 0, column: 0, rows: 1, columns: 1 },
    { row: 0, column: 2, rows: 1, columns: 2 },
  ];
  expect(sheet!.validations.map((one) => one.areas)).toEqual([areas]);
  expect(sheet!.conditionalFormats.map((one) => one.areas)).toEqual([areas]);
});

test('a workbook says which styles it has, and of cells which', async () => {
  const { on } = desk();
  await on(async (sheet, context) => {
    money(context);
    sheet.getRange('A1:B1').style = 'Money';
    const { styles } = context.workbook;
    styles.load('items/name,items/builtIn,items/includeAlignment');
    const [same, mixed] = [sheet.getRange('A1:B1'), sheet.getRange('A1:C1')];
    same.load('style');
    mixed.load('style');
    await context.sync();
    expect(styles.items.map((one) => [one.name, one.builtIn, one.includeAlignment])).toEqual([
      ['Normal', true, true],
      ['Money', false, false],
    ]);
    expect([same.style, mixed.style]).toEqual(['Money', null]);
  });
});

test('a deleted style leaves its cells as Normal has them, but for what was formatted', async () => {
  const { host, looks, on } = desk();
  await on((sheet, context) => {
    money(context);
    sheet.getRange('A1:B1').style = 'Money';
    sheet.getRange('B1').format.fill.color = '#123456';
  });
  await on((_sheet, { workbook }) => workbook.styles.getItem('Money').delete());
  expect(host.book.styles).toEqual([]);
  expect(looks()).toEqual([undefined, { fill: '#123456' }]);
});

test('a saved workbook has its styles when it is opened again', async () => {
  const { host, on } = desk();
  await on((sheet, context) => {
    money(context);
    sheet.getRange('A1').style = 'Money';
  });
  const opened = await openHost(await host.save());
  expect(opened.book.styles).toEqual(host.book.styles);
  expect(opened.book.sheets[0]!.cells[0]![0]!.style).toBe(host.book.sheets[0]!.cells[0]![0]!.style);
});

test.each<[string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => void, string]>([
  [
    'a style that is not there',
    (sheet) => void (sheet.getRange('A1').style = 'None'),
    'ItemNotFound',
  ],
  [
    'a name that is taken',
    (_sheet, { workbook }) => workbook.styles.add('normal'),
    'InvalidArgument',
  ],
  [
    'a border between the cells of a style',
    (_sheet, context) => void (money(context).borders.getItem('InsideVertical').color = '#000000'),
    'InvalidArgument',
  ],
  [
    'asking for a style that may be missing, which came later',
    (_sheet, { workbook }) => void workbook.styles.getItemOrNullObject('x').load('name'),
    'ApiNotFound',
  ],
])('%s is refused', async (_what, work, code) => {
  await expect(desk().on(work)).rejects.toMatchObject({ code });
});

test('a range that nobody keeps costs no release', async () => {
  const { host, on } = desk();
  await on((sheet) => {
    for (let row = 0; row < 50; row++)
      sheet.getRangeByIndexes(row, 0, 1, 1).untrack().values = [[row]];
  });
  expect(host.counters.syncs).toBe(1);
});
