import { createHost, openHost } from '../../../src/host';

const run = <T>(work: (context: Excel.RequestContext) => Promise<T>) => createHost().run(work);

test('sheets: order, visibility, deletion', async () => {
  const seen = await run(async (context) => {
    const { worksheets } = context.workbook;
    const plan = worksheets.add('Plan');
    const data = worksheets.add();
    data.visibility = 'VeryHidden';
    plan.position = 0;
    plan.tabColor = '#123456';
    plan.showGridlines = false;
    plan.activate();
    plan.getRange('A1').formulas = [['=Sheet1!B2']];
    worksheets.getItem('Sheet1').delete();
    const cell = plan.getRange('A1');
    cell.load('formulas');
    worksheets.load('items/name,items/visibility,items/position,items/tabColor');
    const active = worksheets.getActiveWorksheet();
    active.load('name');
    const count = worksheets.getCount(true);
    await context.sync();
    return [
      worksheets.items.map((sheet) => [sheet.name, sheet.visibility, sheet.position]),
      active.name,
      count.value,
      cell.formulas,
    ];
  });
  expect(seen).toEqual([
    [
      ['Plan', 'Visible', 0],
      ['Sheet3', 'VeryHidden', 1],
    ],
    'Plan',
    1,
    [['=#REF!']],
  ]);
});

test('the last visible sheet stays', async () => {
  const hide = run(async (context) => {
    context.workbook.worksheets.getFirst().visibility = 'Hidden';
    await context.sync();
  });
  await expect(hide).rejects.toMatchObject({ code: 'InvalidOperation' });
});

test('names: ranges, constants, formulas, scope', async () => {
  const seen = await run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getFirst();
    sheet.getRange('A1:A3').values = [['Key'], [2], [3]];
    sheet.tables.add('A1:A3', true).name = 'T';
    workbook.names.add('keys', '=T[Key]', 'all keys');
    workbook.names.add('rate', '=0.25');
    workbook.names.add('total', '=SUM(Sheet1!$A$2:$A$3)*2');
    sheet.names.add('keys', '=Sheet1!$A$2');
    workbook.names.load(
      'items/name,items/type,items/value,items/formula,items/scope,items/comment',
    );
    const range = workbook.names.getItem('keys').getRange();
    range.load('address');
    const none = workbook.names.getItem('rate').getRangeOrNullObject();
    await context.sync();
    return [
      workbook.names.items.map(({ name, type, value, formula }) => [name, type, value, formula]),
      range.address,
      none.isNullObject,
    ];
  });
  expect(seen).toEqual([
    [
      ['keys', 'Range', 'Sheet1!$A$2:$A$3', '=Sheet1!$A$2:$A$3'],
      ['rate', 'Double', 0.25, '=0.25'],
      ['total', 'Integer', 10, '=SUM(Sheet1!$A$2:$A$3)*2'],
    ],
    'Sheet1!A2:A3',
    true,
  ]);
});

test.each(['A1', 'two words', '', 'T', 'rate', '9a'])('no name is %j', async (name) => {
  const add = run(async (context) => {
    context.workbook.names.add('rate', '=1');
    context.workbook.worksheets.getFirst().tables.add('A1:A2', true).name = 'T';
    context.workbook.names.add(name, '=1');
    await context.sync();
  });
  await expect(add).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('settings, custom XML, document and sheet properties', async () => {
  const seen = await run(async (context) => {
    const { workbook } = context;
    workbook.settings.add('state', { a: [1, 2] });
    const setting = workbook.settings.getItem('state');
    setting.load('value');
    const part = workbook.customXmlParts.add('<x:data xmlns:x="urn:demo"><x:v/></x:data>');
    part.setXml('<data xmlns="urn:demo">2</data>');
    const found = workbook.customXmlParts.getByNamespace('urn:demo').getOnlyItem();
    const xml = found.getXml();
    workbook.properties.title = 'Title';
    workbook.properties.load('title,author');
    const sheet = workbook.worksheets.getFirst();
    sheet.customProperties.add('role', 'cover');
    const property = sheet.customProperties.getItemOrNullObject('ROLE');
    property.load('value');
    await context.sync();
    workbook.settings.getItem('state').delete();
    found.delete();
    const left = [workbook.settings.getCount(), workbook.customXmlParts.getCount()];
    await context.sync();
    return [
      setting.value,
      xml.value,
      workbook.properties.title,
      workbook.properties.author,
      property.value,
      left.map(({ value }) => value),
    ];
  });
  expect(seen).toEqual([
    { a: [1, 2] },
    '<data xmlns="urn:demo">2</data>',
    'Title',
    '',
    'cover',
    [0, 0],
  ]);
});

test('panes, page layout, selection, merges', async () => {
  const host = createHost();
  const seen = await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.freezePanes.freezeAt(sheet.getRange('A1:B3'));
    const frozen = sheet.freezePanes.getLocationOrNullObject();
    frozen.load('address');
    const page = sheet.pageLayout;
    page.orientation = 'Landscape';
    page.paperSize = 'A4';
    page.zoom = { horizontalFitToPages: 1 };
    page.setPrintArea('A1:F40');
    page.setPrintTitleRows('$1:$3');
    page.setPrintMargins('Inches', { top: 1 });
    page.headersFooters.defaultForAllPages.centerFooter = '&P';
    sheet.getRange('A1:C1').merge();
    sheet.getRange('B5').select();
    const selected = context.workbook.getSelectedRange();
    selected.load('address');
    page.load('zoom,topMargin');
    await context.sync();
    return [frozen.address, selected.address, page.topMargin];
  });
  expect(seen).toEqual(['Sheet1!A1:B3', 'Sheet1!B5', 72]);
  const [sheet] = host.book.sheets;
  expect(sheet!.pageLayout).toMatchObject({
    orientation: 'Landscape',
    paperSize: 'A4',
    fitWide: 1,
    fitTall: 0,
    printArea: '$A$1:$F$40',
    titleRows: '$1:$3',
    footer: { left: '', center: '&P', right: '' },
  });
  expect(sheet!.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 3 }]);
});

test('a chart reads its source, takes titles, axes, series and a place', async () => {
  const host = createHost();
  const seen = await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:C3').values = [
      ['', 'Plan', 'Real'],
      ['x', 1, 2],
      ['y', 3, 4],
    ];
    const chart = sheet.charts.add('BarClustered', sheet.getRange('A1:C3'), 'Columns');
    chart.name = 'Progress';
    chart.title.text = 'How far';
    chart.legend.position = 'Right';
    chart.axes.valueAxis.minimum = 0;
    chart.axes.valueAxis.maximum = 5;
    chart.axes.valueAxis.numberFormat = '0%';
    chart.axes.valueAxis.majorGridlines.visible = false;
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.setPosition('E2', 'H10');
    chart.series.getItemAt(0).format.fill.setSolidColor('#112233');
    const extra = chart.series.add('More');
    extra.setValues(sheet.getRange('C2:C3'));
    extra.setXAxisValues(sheet.getRange('A2:A3'));
    chart.series.load('items/name');
    chart.load('left,top,width,height');
    await context.sync();
    sheet.charts.getItem('Progress').delete();
    const gone = sheet.charts.getItemOrNullObject('Progress');
    const before = structuredClone(host.book.sheets[0]!.charts[0]);
    await context.sync();
    return [
      chart.series.items.map(({ name }) => name),
      [chart.left, chart.top, chart.width, chart.height],
      gone.isNullObject,
      before!.series,
    ];
  });
  expect(seen).toEqual([
    ['Plan', 'Real', 'More'],
    [192, 15, 192, 135],
    true,
    [
      {
        name: 'Plan',
        nameRef: 'Sheet1!$B$1',
        values: 'Sheet1!$B$2:$B$3',
        categories: 'Sheet1!$A$2:$A$3',
        color: '#112233',
      },
      {
        name: 'Real',
        nameRef: 'Sheet1!$C$1',
        values: 'Sheet1!$C$2:$C$3',
        categories: 'Sheet1!$A$2:$A$3',
      },
      { name: 'More', values: 'Sheet1!$C$2:$C$3', categories: 'Sheet1!$A$2:$A$3' },
    ],
  ]);
});

test('hosts do not mix, though their batches interleave', async () => {
  const hosts = ['one', 'two', 'three'].map((name) => ({ name, host: createHost() }));
  const names = await Promise.all(
    hosts.map(({ name, host }) =>
      host.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        for (let step = 0; step < 5; step++) {
          sheet.getRange('A1').values = [[`${name} ${step}`]];
          await context.sync();
          await new Promise((resume) => setTimeout(resume, step));
        }
        const cell = sheet.getRange('A1');
        cell.load('values');
        await context.sync();
        return cell.values[0]![0];
      }),
    ),
  );
  expect(names).toEqual(['one 4', 'two 4', 'three 4']);
  expect(hosts.map(({ host }) => host.counters.syncs)).toEqual([7, 7, 7]);
});

test('the workbook shares nothing with the caller', async () => {
  const mine = { list: [1] };
  const host = createHost();
  const read = await host.run(async (context) => {
    const setting = context.workbook.settings.add('k', mine);
    setting.load('value');
    await context.sync();
    mine.list.push(2);
    setting.value.list.push(3);
    setting.load('value');
    await context.sync();
    return setting.value;
  });
  expect(read).toEqual({ list: [1] });
});

describe('events', () => {
  const settled = () => new Promise((resume) => setTimeout(resume, 5));

  test('reach the handlers of their own host', async () => {
    const told: string[] = [];
    const [mine, other] = [createHost(), createHost()];
    for (const [name, host] of [
      ['mine', mine],
      ['other', other],
    ] as const) {
      await host.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        sheet.getRange('A1:A2').values = [['Head'], [1]];
        const table = sheet.tables.add('A1:A2', true);
        const { worksheets } = context.workbook;
        worksheets.onAdded.add(async () => void told.push(`${name} added`));
        worksheets.onChanged.add(
          async ({ address }) => void told.push(`${name} changed ${address}`),
        );
        table.onChanged.add(async ({ address }) => void told.push(`${name} table ${address}`));
        sheet.onActivated.add(async () => void told.push(`${name} activated`));
        sheet.onSelectionChanged.add(
          async ({ address }) => void told.push(`${name} selected ${address}`),
        );
        await context.sync();
      });
    }
    await settled();
    told.length = 0;
    mine.edit('Sheet1', 'A2', 5);
    await mine.run(async (context) => {
      context.workbook.worksheets.add('New').activate();
      context.workbook.worksheets.getItem('Sheet1').activate();
      await context.sync();
    });
    await settled();
    expect(told.sort()).toEqual([
      'mine activated',
      'mine added',
      'mine changed A2',
      'mine selected A2',
      'mine table A2',
    ]);
  });

  test('stop when the handler is removed', async () => {
    const host = createHost();
    let count = 0;
    const handler = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const result = sheet.onChanged.add(async () => void count++);
      await context.sync();
      return result;
    });
    host.edit('Sheet1', 'A1', 1);
    await settled();
    handler.remove();
    await handler.context.sync();
    host.edit('Sheet1', 'A1', 2);
    await settled();
    expect(count).toBe(1);
  });
});

test('a workbook survives saving and opening', async () => {
  const host = createHost();
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:B2').values = [
      ['Item', 'Value'],
      ['x', 4],
    ];
    sheet.tables.add('A1:B2', true).name = 'Items';
    sheet.getRange('D1').formulas = [['=SUM(Items[Value])*2']];
    context.workbook.settings.add('k', 'v');
    await context.sync();
  });
  const opened = await openHost(await host.save());
  const seen = await opened.run(async (context) => {
    const table = context.workbook.tables.getItem('Items');
    table.columns.load('items/name');
    table.rows.add(undefined, [['y', 6]]);
    const cell = context.workbook.worksheets.getFirst().getRange('D1');
    cell.load('values');
    await context.sync();
    return [table.columns.items.map(({ name }) => name), cell.values];
  });
  expect(seen).toEqual([['Item', 'Value'], [[20]]]);
});
