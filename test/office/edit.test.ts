import {
  edit,
  GoneError,
  goTo,
  layOut,
  rowsIn,
  study,
  carryBack,
  type Change,
  type Undo,
} from '../../src/office';
import { Desk, engagementOf } from '../support/desk';

async function desk(): Promise<Desk> {
  const book = new Desk();
  await book.layOut(engagementOf({ ask: { 'custom.ask.1': { item: 'Ours' } } }));
  return book;
}
const studied = (book: Desk) =>
  book.host.run((context) => study(context, { catalogs: book.catalogs }));
const say = async (book: Desk, ...changes: Change[]) => {
  const seen = await studied(book);
  return book.host.run((context) => edit(context, seen, changes));
};
const asks = async (book: Desk) => (await book.read()).engagement.ask;
const first = (book: Desk) => book.ids('Asks')[0] as string;

test('a pick is written into its cell, and comes back as it was said', async () => {
  const book = await desk();
  const edited = await say(book, {
    table: 'ask',
    row: first(book),
    cells: { pick: 'yes', owner: 'Lin', comment: '=1+1' },
  });
  expect(edited).toMatchObject({ cells: 3, added: [] });
  expect(book.value('Asks', first(book), 'Pick')).toBe('Yes');
  expect((await asks(book))[first(book)]).toEqual({ pick: 'yes', owner: 'Lin', comment: '=1+1' });
});

test('a row is found where it stands now, not where it stood', async () => {
  const book = await desk();
  const seen = await studied(book);
  const id = first(book);
  await book.act((context) =>
    context.workbook.tables.getItem('Asks').sort.apply([{ key: 1, ascending: false }]),
  );
  expect(first(book)).not.toBe(id);
  await book.host.run((context) =>
    edit(context, seen, [{ table: 'ask', row: id, cells: { pick: 'no' } }]),
  );
  expect((await asks(book))[id]).toEqual({ pick: 'no' });
});

test('what is added takes empty rows first and then makes the table longer', async () => {
  const book = await desk();
  const empty = book.ids('Asks').filter((id) => id === '').length;
  const wanted = Array.from({ length: empty + 2 }, (_, i) => ({ item: `Added ${i}`, pick: 'yes' }));
  const { added } = await say(book, ...wanted.map((add) => ({ table: 'ask', add })));
  expect(added[0]).toBe('custom.ask.2');
  const said = await asks(book);
  expect(added.map((id) => said[id])).toEqual(wanted);
  expect(book.value('Asks', added.at(-1) as string, 'Origin')).toBe('Custom');
});

test('a row that is cleared is empty again; named cells and days are written as such', async () => {
  const book = await desk();
  await say(
    book,
    { table: 'ask', clear: 'custom.ask.1' },
    { name: 'Engagement.StartDate', value: '2026-03-02' },
  );
  expect((await asks(book))['custom.ask.1']).toBeUndefined();
  expect((await book.read()).engagement.settings.startDate).toBe('2026-03-02');
});

test('own rows change places with all that stands in them, and take what is said with it', async () => {
  const book = await desk();
  const add = (item: string): Change => ({
    table: 'ask',
    add: { item, pick: 'maybe', owner: item },
  });
  await say(book, add('Second'), add('Third'));
  const [one, two, three] = ['custom.ask.1', 'custom.ask.2', 'custom.ask.3'];
  const own = () => book.ids('Asks').filter((id) => id.startsWith('custom.'));
  const before = await asks(book);
  const { undo } = await say(
    book,
    { table: 'ask', order: [three, one, two] },
    { table: 'ask', row: three, cells: { owner: null } },
  );
  expect(own()).toEqual([three, one, two]);
  expect(await asks(book)).toEqual({ ...before, [three]: { item: 'Third', pick: 'maybe' } });
  const again = await say(book, ...undo);
  expect(own()).toEqual([one, two, three]);
  expect(await asks(book)).toEqual(before);
  await say(book, ...again.undo);
  expect(own()).toEqual([three, one, two]);
  expect(book.value('Asks', two, 'Owner')).toBe('Second');
});

test('what is gone is told, and nothing is written', async () => {
  const book = await desk();
  const before = JSON.stringify(book.content());
  await expect(
    say(
      book,
      { table: 'ask', row: first(book), cells: { pick: 'yes' } },
      { table: 'ask', row: 'custom.ask.9', cells: { pick: 'yes' } },
    ),
  ).rejects.toThrow(GoneError);
  expect(JSON.stringify(book.content())).toBe(before);
});

test('rows hold what was said and what was computed', async () => {
  const book = await desk();
  await say(book, { table: 'ask', row: first(book), cells: { pick: 'yes' } });
  const [row] = rowsIn(await studied(book), 'ask');
  expect(row?.cells).toMatchObject({ pick: 'yes', chosen: row?.cells.item });
});

test('a cell is gone to by its row and column', async () => {
  const book = await desk();
  const seen = await studied(book);
  const at = { table: 'ask', row: 'custom.ask.1', column: 'pick' };
  expect(await book.host.run((context) => goTo(context, at, seen))).toBe(true);
  expect(await book.host.run((context) => goTo(context, { sheet: 'none' }))).toBe(false);
});

describe('taking back', () => {
  const contents = (book: Desk) =>
    book.host.book.sheets.map(({ name, cells }) => [
      name,
      cells.map((row) => row.map((cell) => cell?.formula ?? cell?.value ?? null)),
    ]);

  test('puts cells, rows and named cells back as they were, and does it again', async () => {
    const book = await desk();
    await say(book, { table: 'ask', row: first(book), cells: { comment: '=1+1', owner: 'Lin' } });
    const before = contents(book);
    const { undo } = await say(
      book,
      { table: 'ask', row: first(book), cells: { pick: 'yes', comment: 'other', owner: null } },
      { table: 'ask', add: { item: 'Added', pick: 'maybe' } },
      { table: 'ask', clear: 'custom.ask.1' },
      { name: 'Engagement.Client', value: 'Contoso' },
    );
    const after = contents(book);
    const { undo: redo, kept } = await say(book, ...undo);
    expect(kept).toBe(0);
    expect(contents(book)).toEqual(before);
    await say(book, ...redo);
    expect(contents(book)).toEqual(after);
  });

  test('of a layout over a workbook leaves the workbook as it was', async () => {
    const book = await desk();
    await say(book, { table: 'ask', row: first(book), cells: { pick: 'yes', owner: 'Lin' } });
    const before = contents(book);
    const applied: Undo[] = [];
    const more = engagementOf({
      ask: { 'custom.ask.9': { item: 'From a file', pick: 'yes' } },
      settings: { vendor: 'Fabrikam' },
    });
    await book.host.run((context) => layOut(context, more, { catalogs: book.catalogs, applied }));
    expect(contents(book)).not.toEqual(before);
    await book.host.run((context) => carryBack(context, applied));
    expect(contents(book)).toEqual(before);
  });

  test('leaves alone what somebody has changed since', async () => {
    const book = await desk();
    const row = first(book);
    const { undo } = await say(book, { table: 'ask', row, cells: { pick: 'yes', owner: 'Lin' } });
    await say(book, { table: 'ask', row, cells: { owner: 'Chen' } });
    expect((await say(book, ...undo)).kept).toBe(1);
    expect((await asks(book))[row]).toEqual({ owner: 'Chen' });
  });
});
