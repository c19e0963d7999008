import type { Undo } from '../../src/office/undo';
import type { Desk } from '../support/desk';
import { after, beside, body, id, sheet, table, tables, type Act } from './backed';

describe('rows of a table', () => {
  const add: Act = (context) => void table(context).rows.add(undefined, [['d', 'four'], ['e', 'five']]); // prettier-ignore
  const grown = (): Undo[] => [
    { kind: 'grown', table: 'T', total: 3, rows: [['d', null], ['e', 'five']] }, // prettier-ignore
  ];

  test('that came go, wherever they are now', async () => {
    const sorted: Act = async (context) => {
      await add(context);
      table(context).sort.apply([{ key: 0, ascending: false }]);
    };
    for (const act of [add, sorted]) {
      const desk = await after(act, grown);
      expect(desk.ids('T').sort()).toEqual(['a', 'b', 'c']);
    }
  });

  test('that came and say something else now stay, and so does what was there', async () => {
    const typed: Act = async (context) => {
      await add(context);
      sheet(context).getRange('B6').values = [['mine']];
    };
    expect((await after(typed, grown)).ids('T')).toEqual(['a', 'b', 'c', 'e']);
    expect((await after(undefined, grown)).ids('T')).toEqual(['a', 'b', 'c']);
  });

  const shrunk = (more: object) => (): Undo[] => [
    { kind: 'shrunk', table: 'T', start: 1, total: 3, rows: [['b', 'two']], cut: false, ...more },
  ];
  const remove =
    (at: number): Act =>
    (context) =>
      table(context).rows.getItemAt(at).delete();

  test('that went come back where they stood, at the end too', async () => {
    expect((await after(remove(1), shrunk({}))).ids('T')).toEqual(['a', 'b', 'c']);
    const last = { start: 2, rows: [['c', 'three']] };
    expect((await after(remove(2), shrunk(last))).ids('T')).toEqual(['a', 'b', 'c']);
    const cut = await after(
      (context) => table(context).resize('A1:B3'),
      shrunk({ ...last, cut: true }),
    );
    expect(body(cut).slice(0, 4)).toEqual([['a', 'one'], ['b', 'two'], ['c', 'three'], ['', '']]); // prettier-ignore
    expect(cut.ids('T')).toEqual(['a', 'b', 'c']);
  });

  test('that a table has ended before come back below it with what they said', async () => {
    const ended: Act = (context) => {
      table(context).resize('A1:B2');
      sheet(context).getRange('A3:B4').clear();
    };
    const rows = [['b', 'two'], ['c', '=1+1']]; // prettier-ignore
    const desk = await after(ended, shrunk({ rows, cut: true }));
    expect(body(desk).slice(0, 4)).toEqual([['a', 'one'], ['b', 'two'], ['c', '=1+1'], ['', '']]); // prettier-ignore
    expect(desk.ids('T')).toEqual(['a', 'b', 'c']);
    const further = await after(ended, shrunk({ rows, cut: true, start: 2 }));
    expect(body(further).slice(0, 3)).toEqual([['a', 'one'], ...rows]);
  });

  test('that say little are known again by that', async () => {
    const bare: Act = (context) => {
      sheet(context).getRange('B4').clear();
      table(context).rows.getItemAt(1).delete();
    };
    expect((await after(bare, shrunk({ rows: [['c', '']] }))).ids('T')).toEqual(['a', 'c']);
  });

  test('that went and are there again do not come twice', async () => {
    expect((await after(undefined, shrunk({}))).ids('T')).toEqual(['a', 'b', 'c']);
    const elsewhere = shrunk({ rows: [['c', 'three']] });
    expect((await after(remove(1), elsewhere)).ids('T')).toEqual(['a', 'c']);
    // An empty row is nobody's to find again.
    expect((await after(remove(1), shrunk({ rows: [['', '']] }))).ids('T')).toEqual(['a', '', 'c']);
  });
});

describe('names', () => {
  const shown = ({ host: { book } }: Desk) =>
    book.names.map(({ name, formula, visible }) => [name, formula, visible]);
  const step = (more: object) => () => [{ kind: 'name', name: 'Corner', ...more } as Undo];

  test('that were not there go, others mean what they meant', async () => {
    expect(shown(await after(undefined, step({})))).toEqual([]);
    expect(shown(await after(undefined, step({ had: '=Sheet1!$E$2' })))).toEqual([
      ['Corner', '=Sheet1!$E$2', true],
    ]);
    expect(shown(await after(undefined, step({ name: 'Gone' })))).toHaveLength(1);
  });

  test('that are gone come back, hidden where they were', async () => {
    const gone: Act = ({ workbook: { names } }) => names.getItem('Corner').delete();
    for (const hidden of [true, false]) {
      const desk = await after(gone, step({ had: '=Sheet1!$E$2', hidden }));
      expect(shown(desk)).toEqual([['Corner', '=Sheet1!$E$2', !hidden]]);
    }
  });

  test('that came with a block go where they stand on its sheet, or nowhere any more', async () => {
    const placed = (sheetId?: string) => (desk: Desk) => [
      { kind: 'placed-name', name: 'Corner', sheet: sheetId ?? id(desk) } as Undo,
    ];
    const elsewhere: Act = ({ workbook: { names, worksheets } }) => {
      worksheets.add('Other');
      names.getItem('Corner').formula = '=Other!$A$1';
    };
    expect(shown(await after(undefined, placed()))).toEqual([]);
    expect(shown(await after(elsewhere, placed()))).toHaveLength(1);
    expect(shown(await after(undefined, placed('{gone}')))).toEqual([]);
    const lost: Act = ({ workbook: { names } }) => {
      names.getItem('Corner').formula = '=#REF!';
    };
    expect(shown(await after(lost, placed()))).toEqual([]);
  });
});

describe('tables and sheets', () => {
  const named = ({ host: { book } }: Desk) => [
    ...book.sheets.map(({ name }) => name),
    ...book.sheets.flatMap((one) => one.tables.map(({ name }) => name)),
  ];

  test('a table that came goes, unless another has its name on another sheet', async () => {
    const step = (sheetId?: string) => (desk: Desk) => [
      { kind: 'table', table: 'T', sheet: sheetId ?? id(desk) } as Undo,
    ];
    expect(named(await after(undefined, step()))).toEqual(['Sheet1']);
    expect(named(await after(undefined, step('{other}')))).toEqual(['Sheet1', 'T']);
  });

  test('have the names that they had; a sheet that somebody has named otherwise keeps that', async () => {
    const table = () => [{ kind: 'table-name', had: 'Before', wrote: 'T' } as Undo];
    expect(named(await after(undefined, table))).toEqual(['Sheet1', 'Before']);
    const tableGone = () => [{ kind: 'table-name', had: 'Before', wrote: 'Gone' } as Undo];
    expect(named(await after(undefined, tableGone))).toEqual(['Sheet1', 'T']);
    const step = (wrote: string) => (desk: Desk) => [
      { kind: 'sheet-name', sheet: id(desk), had: 'Before', wrote } as Undo,
    ];
    expect(named(await after(undefined, step('Sheet1')))).toEqual(['Before', 'T']);
    expect(named(await after(undefined, step('Ours')))).toEqual(['Sheet1', 'T']);
  });

  test('a column that came goes', async () => {
    const column = (header: string) => async () =>
      (await after(undefined, () => [{ kind: 'column', table: 'T', header } as Undo])).table('T')
        .headers;
    expect([await column('What')(), await column('Gone')()]).toEqual([['Id'], ['Id', 'What']]);
  });

  test('sheets that came go by their ids or marks, with their names; one is left', async () => {
    const other: Act = ({ workbook: { worksheets, names } }) => {
      worksheets.add("It's ours");
      names.add('There', worksheets.getItem("It's ours").getRange('A1'));
      names.add('Loose', worksheets.getItem('Sheet1').getRange('A1'));
    };
    const of = ({ host: { book } }: Desk) => [
      book.sheets.map(({ name }) => name),
      book.names.map(({ name }) => name),
    ];
    const step = (more: (desk: Desk) => object) => (desk: Desk) => [
      { kind: 'sheets', ids: [], ...more(desk) } as Undo,
    ];
    expect(
      of(
        await after(
          other,
          step((desk) => ({ ids: [id(desk, "It's ours")] })),
        ),
      ),
    ).toEqual([['Sheet1'], ['Corner', 'Loose']]);
    expect(
      of(
        await after(
          other,
          step(() => ({ marks: ["It's"], names: ['Loose'] })),
        ),
      ),
    ).toEqual([['Sheet1'], ['Corner']]);
    expect(
      of(
        await after(
          other,
          step(() => ({ marks: ['No'] })),
        ),
      )[0],
    ).toHaveLength(2);
    const all = await after(
      undefined,
      step((desk) => ({ ids: [id(desk)], blank: 'Blank' })),
    );
    expect(of(all)).toEqual([['Blank'], []]);
  });
});

describe('looks', () => {
  test('an area that was filled is empty', async () => {
    const area = { row: 0, column: 3, rows: 1, columns: 2 };
    const desk = await after(undefined, (one) => [{ kind: 'area', sheet: id(one), area }]);
    expect(beside(desk)).toEqual([
      ['', ''],
      [3, 4],
    ]);
  });

  test('a style that came goes', async () => {
    const act: Act = ({ workbook: { styles } }) => (styles.add('Ours'), styles.add('Theirs'));
    const left = async (style: string) =>
      (await after(act, () => [{ kind: 'style', style }])).host.book.styles.map(({ name }) => name);
    expect(await left('Ours')).toEqual(expect.not.arrayContaining(['Ours']));
    expect(await left('Ours')).toContain('Theirs');
    expect(await left('Gone')).toEqual(expect.arrayContaining(['Ours', 'Theirs']));
  });

  test('number formats of a column are as they were', async () => {
    const desk = await after(undefined, () => [
      { kind: 'format', table: 'T', column: 1, had: [['0.0'], ['0.00']] },
      { kind: 'format', table: 'Gone', column: 1, had: [['0%']] },
    ]);
    expect(
      ['B1', 'B2', 'B3', 'B4', 'A2'].map((at) => desk.at('Sheet1', at)?.style?.numberFormat ?? ''),
    ).toEqual([...['', '0.0', '0.00', '', '']]);
  });

  test('what a cell accepts is as it was: a rule with its words, or none', async () => {
    const alert = { message: 'No', showAlert: true, style: 'Stop', title: 'Stop' };
    const step = (rule: object, prompt: object, column?: number) => () => [
      { kind: 'validation', at: { table: 'T' }, rule, prompt, alert, ...(column !== undefined && { column }) } as Undo,
    ]; // prettier-ignore
    const list = { list: { source: 'a,b', inCellDropDown: true } };
    const rules = async (...given: Parameters<typeof step>) =>
      (await after(undefined, step(...given))).host.book.sheets[0]!.validations;
    const [one, ...more] = await rules(
      list,
      { title: 'Pick', message: 'one', showPrompt: true },
      1,
    );
    expect(more).toEqual([]);
    expect(one).toMatchObject({ areas: [{ row: 1, column: 1, rows: 3, columns: 1 }] });
    expect(JSON.stringify(one)).toContain('Pick');
    const [whole] = await rules(list, { title: '', message: '', showPrompt: true });
    expect(whole).toMatchObject({ areas: [{ row: 1, column: 0, rows: 3, columns: 2 }] });
    expect(await rules({}, {})).toEqual([]);
  });

  test('the words of a highlight are as they were, wherever it stands now', async () => {
    const act: Act = (context) => {
      const range = sheet(context).getRange('D1:E2');
      const format = range.conditionalFormats.add('Custom');
      format.custom.rule.formula = '=$D1="Yes"';
    };
    const formula = async (wrote: string, ruleId?: string) => {
      const desk = await after(act, (one) => [
        { kind: 'rule', at: { sheet: id(one) }, had: '=$D1="Ja"', wrote, id: ruleId ?? one.host.book.sheets[0]!.conditionalFormats[0]!.id },
      ]); // prettier-ignore
      return JSON.stringify(desk.host.book.sheets[0]!.conditionalFormats[0]);
    };
    expect(await formula('=$D1="Yes"')).toContain('Ja');
    expect(await formula('=$D1="Other"')).toContain('Yes');
    expect(await formula('=$D1="Yes"', '{gone}')).toContain('Yes');
  });

  test('of the highlights there only the one in question is read', async () => {
    const custom = (context: Excel.RequestContext, formula: string) => {
      const { conditionalFormats } = sheet(context).getRange('D1:E2');
      conditionalFormats.add('Custom').custom.rule.formula = formula;
    };
    const sent = async (others: number) => {
      const act: Act = (context) => {
        for (let n = 0; n <= others; n += 1) custom(context, `=$D1=${n}`);
      };
      const desk = await after(act, (one) => {
        one.host.resetCounters();
        const [first] = one.host.book.sheets[0]!.conditionalFormats;
        const at = { sheet: id(one) };
        return [{ kind: 'rule', at, had: '=$D1="Ja"', wrote: '=$D1="Yes"', id: first!.id }];
      });
      return desk.host.counters.actions;
    };
    expect(await sent(9)).toBe(await sent(0));
  });

  test('a filter is there again, or no longer', async () => {
    const criteria = { filterOn: 'Values', values: ['one'] } as Excel.FilterCriteria;
    const filtered = (desk: Desk) =>
      tables(desk).flatMap((one) => one.columns.map(({ filter }) => filter !== undefined));
    const on = (column: string) => () => [{ kind: 'filter', table: 'T', column, criteria } as Undo];
    expect(filtered(await after(undefined, on('What')))).toEqual([false, true]);
    expect(filtered(await after(undefined, on('Gone')))).toEqual([false, false]);
    const act: Act = (context) => table(context).columns.getItem('What').filter.apply(criteria);
    const off = (name: string) => () => [{ kind: 'unfilter', table: name } as Undo];
    expect(filtered(await after(act, off('T')))).toEqual([false, false]);
    expect(filtered(await after(act, off('Gone')))).toEqual([false, true]);
  });
});
