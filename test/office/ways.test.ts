import type { Undo } from '../../src/office/undo';
import type { Desk } from '../support/desk';
import { after, beside, body, id, sheet, table, type Act } from './backed';

describe('cells', () => {
  const cells = (at: 'sheet' | 'name' | 'other name', more: object) => (desk: Desk) => [
    {
      ...{ kind: 'cells', row: 0, column: at === 'sheet' ? 3 : 0, rows: 2 },
      at: at === 'sheet' ? { sheet: id(desk) } : { name: at === 'name' ? 'Corner' : 'Gone' },
      ...more,
    } as Undo,
  ];
  const had = [
    ['p', 'q'],
    ['r', "'7"],
  ];
  const wrote = [
    [1, 2],
    [3, 4],
  ];

  test.each(['sheet', 'name'] as const)('go back by a %s', async (at) => {
    expect(beside(await after(undefined, cells(at, { had, wrote })))).toEqual([
      ['p', 'q'],
      ['r', '7'],
    ]);
  });

  test('stay where the name is gone', async () => {
    expect(beside(await after(undefined, cells('other name', { had, wrote })))).toEqual(wrote);
  });

  test('that somebody has changed stay, the others go back', async () => {
    const type: Act = (context) => void (sheet(context).getRange('E1').values = [['mine']]);
    expect(beside(await after(type, cells('sheet', { had, wrote })))).toEqual([
      ['p', 'mine'],
      ['r', '7'],
    ]);
  });

  test('of one row for all', async () => {
    const same: Act = (context) => void (sheet(context).getRange('D1:E2').values = [[1, 2], [1, 2]]); // prettier-ignore
    const one = { had: [['p', 'q']], wrote: [[1, 2]] };
    expect(beside(await after(same, cells('sheet', one)))).toEqual([
      ['p', 'q'],
      ['p', 'q'],
    ]);
    expect(beside(await after(undefined, cells('sheet', one)))).toEqual([
      ['p', 'q'],
      [3, 4],
    ]);
  });

  test('in which others stood: what is no formula is not what was written', async () => {
    const formulas = { had, wrote: [['=1+1', 2], ['=2+2', 4]] }; // prettier-ignore
    const type: Act = (context) => void (sheet(context).getRange('D2').formulas = [['=9']]);
    expect(beside(await after(type, cells('sheet', { ...formulas, moved: true })))).toEqual([
      ['p', 'q'],
      ['=9', '7'],
    ]);
    expect(beside(await after(type, cells('sheet', formulas)))).toEqual([
      [1, 'q'],
      ['=9', '7'],
    ]);
  });

  const inTable = (more: object) => () => [
    { ...{ kind: 'cells', at: { table: 'T' }, row: 1, column: 1, rows: 3 }, ...more } as Undo,
  ];
  const texts = { had: [['x'], ['y'], ['z']], wrote: [['one'], ['two'], ['three']] };
  const keyed = inTable({ ...texts, key: 0, ids: ['a', 'b', 'c'] });

  test('of a table go by its header, or by the ids of its rows', async () => {
    const sort: Act = (context) => table(context).sort.apply([{ key: 0, ascending: false }]);
    expect(body(await after(undefined, inTable(texts))).slice(0, 3)).toEqual([
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'z'],
    ]);
    expect(body(await after(sort, inTable(texts))).slice(0, 3)).toEqual([
      ['c', 'three'],
      ['b', 'y'],
      ['a', 'one'],
    ]);
    expect(body(await after(sort, keyed)).slice(0, 3)).toEqual([
      ['c', 'z'],
      ['b', 'y'],
      ['a', 'x'],
    ]);
  });

  test('of a row that is gone are another’s; of one that has lost its id they are its own', async () => {
    const type: Act = (context) =>
      void (sheet(context).getRange('A2:B4').values = [
        ['k', 'one'],
        ['', 'two'],
        ['c', 'mine'],
      ]);
    expect(body(await after(type, keyed)).slice(0, 3)).toEqual([
      ['k', 'one'],
      ['', 'y'],
      ['c', 'mine'],
    ]);
    const gone: Act = (context) => table(context).delete();
    expect(body(await after(gone, keyed)).slice(0, 3)).toEqual([['', ''], ['', ''], ['', '']]); // prettier-ignore
  });
});

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

  test('that went and are there again do not come twice', async () => {
    expect((await after(undefined, shrunk({}))).ids('T')).toEqual(['a', 'b', 'c']);
    const elsewhere = shrunk({ rows: [['c', 'three']] });
    expect((await after(remove(1), elsewhere)).ids('T')).toEqual(['a', 'c']);
    // An empty row is nobody's to find again.
    expect((await after(remove(1), shrunk({ rows: [['', '']] }))).ids('T')).toEqual(['a', '', 'c']);
  });
});
