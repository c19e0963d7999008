import { openWithPane } from '../../src/office/addIn';
import type { Undo } from '../../src/office/undo';
import type { Desk } from '../support/desk';
import { after, beside, id, sheet, table, tables, type Act } from './backed';

test('a column that came goes; its filter comes and goes', async () => {
  const column = (header: string) => (): Undo[] => [{ kind: 'column', table: 'T', header }];
  expect((await after(undefined, column('What'))).table('T').headers).toEqual(['Id']);
  expect((await after(undefined, column('Gone'))).table('T').headers).toEqual(['Id', 'What']);
  const criteria = { filterOn: 'Values', values: ['two'] } as Excel.FilterCriteria;
  const filter = (name: string) => (): Undo[] => [
    { kind: 'filter', table: 'T', column: name, criteria },
  ];
  const kept = (desk: Desk) => tables(desk)[0]?.columns.map((one) => one.filter);
  expect(kept(await after(undefined, filter('What')))).toEqual([undefined, ['two']]);
  expect(kept(await after(undefined, filter('Gone')))).toEqual([undefined, undefined]);
  const set: Act = (context) => table(context).columns.getItem('What').filter.apply(criteria);
  for (const name of ['T', 'Gone'])
    expect(kept(await after(set, () => [{ kind: 'unfilter', table: name }]))).toEqual([
      undefined,
      name === 'T' ? undefined : ['two'],
    ]);
});

test('tables and sheets have their names again, as far as they have ours', async () => {
  const renamed =
    (wrote: string) =>
    (desk: Desk): Undo[] => [
      { kind: 'table-name', had: 'Was', wrote: wrote === 'Ours' ? 'T' : 'Gone' },
      {
        kind: 'sheet-name',
        sheet: id(desk),
        had: 'Before',
        wrote: wrote === 'Ours' ? 'Sheet1' : 'Other',
      },
    ];
  const names = (desk: Desk) => [tables(desk)[0]?.name, desk.host.book.sheets[0]?.name];
  expect(names(await after(undefined, renamed('Ours')))).toEqual(['Was', 'Before']);
  expect(names(await after(undefined, renamed('Theirs')))).toEqual(['T', 'Sheet1']);
});

test('names go, come back, and stand for what they stood for', async () => {
  const names = async (...[undo, act]: [Partial<Extract<Undo, { kind: 'name' }>>, Act?]) =>
    (await after(act, () => [{ kind: 'name', name: 'Corner', ...undo }])).host.book.names.map(
      ({ name, formula, visible }) => `${name} ${formula} ${visible}`,
    );
  const corner = 'Corner =Sheet1!$D$1 true';
  expect(await names({})).toEqual([]);
  expect(await names({ name: 'Gone' })).toEqual([corner]);
  expect(await names({ had: '=Sheet1!$E$2' })).toEqual(['Corner =Sheet1!$E$2 true']);
  expect(await names({ name: 'New', had: '=Sheet1!$E$2' })).toEqual([
    corner,
    'New =Sheet1!$E$2 true',
  ]);
  expect(await names({ name: 'New', had: '=Sheet1!$E$2', hidden: true })).toEqual([
    corner,
    'New =Sheet1!$E$2 false',
  ]);
});

test('a name that came with a block goes with it, not where it stands for something else by now', async () => {
  const more: Act = ({ workbook: { worksheets, names } }) => {
    names.add('There', worksheets.add("It's").getRange('A1'));
    names.add('Broken', '=#REF!');
  };
  const left = async (name: string, of: string) =>
    (
      await after(more, (desk) => [
        { kind: 'placed-name', name, sheet: of === '' ? '' : id(desk, of) },
      ])
    ).host.book.names.map((one) => one.name);
  expect(await left('Corner', 'Sheet1')).toEqual(['There', 'Broken']);
  expect(await left('Corner', "It's")).toEqual(['Corner', 'There', 'Broken']);
  expect(await left('There', "It's")).toEqual(['Corner', 'Broken']);
  expect(await left('There', 'Sheet1')).toEqual(['Corner', 'There', 'Broken']);
  // The sheet is gone, or what it stood for.
  expect(await left('There', '')).toEqual(['Corner', 'Broken']);
  expect(await left('Broken', 'Sheet1')).toEqual(['Corner', 'There']);
  expect(await left('Gone', 'Sheet1')).toEqual(['Corner', 'There', 'Broken']);
});

test('a table that came goes from its sheet, and so do cells', async () => {
  const gone = async (undo: (desk: Desk) => Undo) =>
    tables(await after(undefined, (desk) => [undo(desk)])).length;
  expect(await gone((desk) => ({ kind: 'table', table: 'T', sheet: id(desk) }))).toBe(0);
  expect(await gone(() => ({ kind: 'table', table: 'T', sheet: 'another' }))).toBe(1);
  const area = { row: 0, column: 3, rows: 2, columns: 1 };
  const cleared = (name: string) => after(undefined, () => [{ kind: 'area', sheet: name, area }]);
  expect(beside(await cleared('Sheet1'))).toEqual([['', 2], ['', 4]]); // prettier-ignore
  expect(beside(await cleared('Gone'))).toEqual([[1, 2], [3, 4]]); // prettier-ignore
});

test('rows have their own height again where nothing stands', async () => {
  const high: Act = (context) => void (sheet(context).getRange('1:9').format.rowHeight = 40);
  const heights = async (row: number) => {
    const desk = await after(high, () => [{ kind: 'rows', sheet: 'Sheet1', row, rows: 2 }]);
    return [...(desk.host.book.sheets[0]?.rowHeights.values() ?? [])].filter((one) => one === 40)
      .length;
  };
  expect([await heights(6), await heights(3)]).toEqual([7, 9]);
});

test('a style goes where it is', async () => {
  const add: Act = ({ workbook }) => workbook.styles.add('Mine');
  const left = async (style: string) =>
    (await after(add, () => [{ kind: 'style', style }])).host.book.styles.some(
      ({ name }) => name === 'Mine',
    );
  expect([await left('Mine'), await left('Gone')]).toEqual([false, true]);
});

test('what may be typed is what it was', async () => {
  const list = { list: { source: 'a,b', inCellDropDown: true } };
  const alert = {
    showAlert: true,
    style: 'Stop',
    title: '',
    message: 'No',
  } as Excel.DataValidationErrorAlert;
  const step = (more: object) => (): Undo[] => [
    { ...{ kind: 'validation', at: { table: 'T' }, rule: list, alert }, prompt: { title: '', message: '' } as Excel.DataValidationPrompt, ...more } as Undo, // prettier-ignore
  ];
  const found = async (more: object) => {
    const act: Act = (context) => void (sheet(context).getRange('A2:B4').dataValidation.rule = { wholeNumber: { formula1: 1, operator: 'EqualTo' } }); // prettier-ignore
    const { validations } = (await after(act, step(more))).host.book.sheets[0]!;
    return validations.map(({ rule, areas, prompt, errorAlert }) => [
      ...[rule.type, areas.map((one) => `${one.column} ${one.columns}`).join()],
      ...[prompt?.message ?? '', errorAlert?.message ?? ''],
    ]);
  };
  expect(await found({})).toEqual([['list', '0 2', '', 'No']]);
  expect(await found({ column: 1 })).toEqual([
    ['wholeNumber', '0 1', '', ''],
    ['list', '1 1', '', 'No'],
  ]);
  expect(await found({ rule: {} })).toEqual([]);
  const prompt = { showPrompt: true, title: '', message: 'Please' };
  expect(await found({ prompt })).toEqual([['list', '0 2', 'Please', 'No']]);
  expect(await found({ at: { name: 'Gone' } })).toEqual([['wholeNumber', '0 2', '', '']]);
});

test('numbers look as they did', async () => {
  const look = async (of: string) => {
    const desk = await after(undefined, () => [{ kind: 'format', table: of, column: 1, had: [['0.0'], ['0%'], ['@']] }]); // prettier-ignore
    return ['B1', 'B2', 'B3', 'B4'].map((at) => desk.at('Sheet1', at)?.style?.numberFormat);
  };
  expect(await look('T')).toEqual([undefined, '0.0', '0%', '@']);
  expect(await look('Gone')).toEqual([undefined, undefined, undefined, undefined]);
});

test('the document has its title, and opens as it did', async () => {
  const set: Act = ({ workbook }) => {
    workbook.properties.title = 'Ours';
    workbook.settings.add(openWithPane, true);
  };
  const left = async (undo: { title?: string; setting: unknown }) => {
    const { book } = (await after(set, () => [{ kind: 'document', ...undo }])).host;
    return [book.properties.title, book.settings.get(openWithPane)];
  };
  expect(await left({ title: 'Theirs', setting: null })).toEqual(['Theirs', undefined]);
  expect(await left({ setting: false })).toEqual(['Ours', false]);
});

test('sheets that came go with their names, and one is left', async () => {
  const more: Act = ({ workbook: { worksheets, names } }) => {
    names.add('There', worksheets.add('Ours').getRange('A1'));
    worksheets.add('mark-2').visibility = 'VeryHidden';
    names.add('Further', '=1');
  };
  const left = async (undo: (desk: Desk) => Partial<Extract<Undo, { kind: 'sheets' }>>) => {
    const { book } = (await after(more, (desk) => [{ kind: 'sheets', ids: [], ...undo(desk) }]))
      .host;
    return [...book.sheets, ...book.names].map(({ name }) => name).join(' ');
  };
  expect(await left(() => ({}))).toBe('Sheet1 Ours mark-2 Corner There Further');
  expect(await left((desk) => ({ ids: [id(desk, 'Ours')] }))).toBe('Sheet1 mark-2 Corner Further');
  expect(await left(() => ({ marks: ['mark-'], names: ['Further'] }))).toBe(
    'Sheet1 Ours Corner There',
  );
  const all = (desk: Desk) => desk.host.book.sheets.map((one) => one.id);
  expect(await left((desk) => ({ ids: all(desk), blank: 'Blank' }))).toBe('Blank Further');
});

test('what one step finds is what those after it have left', async () => {
  const column = (header: string): Undo => ({ kind: 'column', table: 'T', header });
  const renamed: Act = (context) => void (table(context).name = 'U');
  const back = await after(renamed, () => [
    column('What'),
    { kind: 'table-name', had: 'T', wrote: 'U' },
  ]);
  expect(back.table('T').headers).toEqual(['Id']);
  const added: Act = (context) => void table(context).columns.add(1, [['New'], [1], [2], [3]]);
  const moved = await after(added, () => [
    {
      ...{ kind: 'cells', at: { table: 'T' }, row: 1, column: 1, rows: 1 },
      ...{ had: [['was']], wrote: [['one']] },
    } as Undo,
    column('New'),
  ]);
  expect(moved.table('T').headers).toEqual(['Id', 'What']);
  expect(moved.at('Sheet1', 'B2')?.value).toBe('was');
});
