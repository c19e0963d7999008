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
