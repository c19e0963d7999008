import { takeBack } from '../../src/office/takeBack';
import type { Undo } from '../../src/office/undo';
import { Desk } from '../support/desk';

/** How many requests it takes to take steps back; each group of them asks once and writes once. */
async function groups(...steps: Undo[]): Promise<number> {
  const desk = new Desk();
  await desk.act(({ workbook: { worksheets } }) => {
    const sheet = worksheets.getItem('Sheet1');
    for (const [at, name] of [['A1:C4', 'T'], ['E1:F4', 'U']] as const) sheet.tables.add(at, true).name = name; // prettier-ignore
  });
  const requests = async (of: Undo[]) => {
    desk.host.resetCounters();
    await desk.act((context) => takeBack(context, of));
    return desk.host.counters.syncs;
  };
  const none = await requests([]);
  // One more releases the ranges that were tracked.
  return Math.floor(((await requests(steps)) - none) / 2);
}

const cells = (table: string, column: number, more: object = {}): Undo =>
  ({
    ...{ kind: 'cells', at: { table }, row: 1, column, rows: 1, had: [['x']], wrote: [['y']] },
    ...more,
  }) as Undo;
const style = (name: string): Undo => ({ kind: 'style', style: name });
const column = (table: string): Undo => ({ kind: 'column', table, header: 'Gone' });

test('steps that do not meet are taken back side by side', async () => {
  expect(await groups()).toBe(0);
  expect(await groups(cells('T', 1))).toBe(1);
  expect(await groups(cells('T', 1), cells('T', 2), cells('U', 1))).toBe(1);
  expect(await groups(style('A'), column('T'), style('B'))).toBe(1);
  expect(await groups(style('A'), cells('T', 1))).toBe(2);
  expect(await groups({ kind: 'unfilter', table: 'T' }, style('A'))).toBe(2);
});

test('those that write to the same cells one after the other', async () => {
  expect(await groups(cells('T', 1), cells('T', 1))).toBe(2);
  expect(await groups(cells('T', 1), cells('T', 1, { row: 2 }))).toBe(1);
  expect(await groups(cells('T', 1, { rows: 2 }), cells('T', 1, { row: 2 }))).toBe(2);
  expect(await groups(cells('T', 1, { row: 3 }), cells('T', 1, { rows: 2 }))).toBe(1);
  expect(await groups(cells('T', 1, { row: 3 }), cells('T', 1, { rows: 3 }))).toBe(2);
  // Two columns wide.
  const wide = { had: [['x', 'x']], wrote: [['y', 'y']] };
  expect(await groups(cells('T', 1, wide), cells('T', 2))).toBe(2);
  expect(await groups(cells('T', 0, wide), cells('T', 2))).toBe(1);
  // The same row by its id, wherever it stood.
  const row = (id: string, at: number) => cells('T', 1, { row: at, key: 0, ids: [id] });
  expect(await groups(row('a', 1), row('a', 3))).toBe(2);
  expect(await groups(row('a', 1), row('b', 3))).toBe(1);
  expect(await groups(row('', 1), row('', 3))).toBe(1);
});

test('headers by themselves, for formulas follow them', async () => {
  expect(await groups(cells('T', 1, { row: 0 }), cells('T', 2))).toBe(2);
  expect(await groups(cells('T', 1, { row: 0 }), cells('U', 1, { row: 0 }))).toBe(1);
});

test('ids before what is known by them', async () => {
  const ids = cells('T', 0);
  expect(await groups(ids, cells('T', 1))).toBe(1);
  expect(await groups(ids, cells('T', 1, { key: 0, ids: ['a'] }))).toBe(2);
  expect(await groups(cells('U', 0), cells('T', 1, { key: 0, ids: ['a'] }))).toBe(1);
});

test('less than a million bytes in one request, whatever their number', async () => {
  const heavy = (at: number, length: number, rows = 1) =>
    cells('T', at, { rows, had: [['x'.repeat(length)]], wrote: [['y']] });
  // [["x…"]] takes six signs more.
  expect(await groups(heavy(1, 499_993), heavy(2, 499_994))).toBe(1);
  expect(await groups(heavy(1, 499_994), heavy(2, 499_994))).toBe(2);
  expect(await groups(heavy(1, 249_990, 2), heavy(2, 249_990, 2))).toBe(1);
  expect(await groups(heavy(1, 250_000, 2), heavy(2, 250_000, 2))).toBe(2);
  const three = [heavy(0, 400_000), heavy(1, 400_000), heavy(2, 400_000)];
  expect(await groups(...three)).toBe(2);
});
