import { edit, type Change, type Edited } from '../../src/office';
import { described, Small } from './small';

/** What is said in a small workbook, and how it is taken back. */

async function desk() {
  const small = await Small.of();
  const seen = await small.seen();
  const say = (...changes: Change[]): Promise<Edited> =>
    small.host.run((context) => edit(context, seen as never, changes));
  const rows = () =>
    small
      .rows('PainPoints')
      .slice(1)
      .map((row) => row.slice(0, 5).map((cell) => cell ?? '').join());
  return { small, say, rows };
} // prettier-ignore
const start = ['p1,Slow,Days,,', 'p2,Dear,Money,,', 'p3,Loud,Noise,,', ',,,,', ',,,,'];
const pain = (row: string, cells: Record<string, string | number | null>): Change => ({
  ...{ table: 'pain', row, cells },
});

test('cells of a row: words of lists, nothing for null; and the same taken back, and again', async () => {
  const { small, say, rows } = await desk();
  const done = await say(pain('p2', { pick: 'yes', comment: '=1+1', symptom: null }));
  expect(rows()[1]).toBe('p2,Dear,,Yes,=1+1');
  expect(done).toMatchObject({ cells: 3, added: [], kept: 0 });
  expect(done.touched).toEqual(
    ['D12', 'E12', 'C12'].map((address) => ({ sheet: 'Main', address })),
  );
  const back = await say(...done.undo);
  expect(rows()).toEqual(start);
  await say(...back.undo);
  expect(rows()[1]).toBe('p2,Dear,,Yes,=1+1');
  // What somebody has written since stays.
  small.type(small.at('Main', 'p2', 0, 3), 'No');
  const kept = await say(...done.undo);
  expect([kept.kept, rows()[1]]).toEqual([1, 'p2,Dear,Money,No,']);
});

test('what is said twice of a cell is the latter, and is taken back to what stood there first', async () => {
  const { say, rows } = await desk();
  const { undo } = await say(pain('p1', { comment: 'a' }), pain('p1', { comment: 'b' }));
  expect(rows()[0]).toBe('p1,Slow,Days,,b');
  await say(...undo);
  expect(rows()).toEqual(start);
});

test('rows that are added take the empty ones, then make the table longer', async () => {
  const { small, say, rows } = await desk();
  const add = (item: string): Change => ({ table: 'pain', add: { item, pick: 'no' } });
  const done = await say(add('A'), add('B'), add('C'), { ...add('D'), id: 'custom.pain.9' } as Change);
  const ids = ['custom.pain.1', 'custom.pain.2', 'custom.pain.3', 'custom.pain.9'];
  expect(done.added).toEqual(ids);
  expect(rows().slice(3)).toEqual(
    ['A', 'B', 'C', 'D'].map((item, i) => `${ids[i]},${item},,No,`),
  );
  expect(small.rows('PainPoints').at(-1)?.[5]).toBe('=[@Pick]&"!"');
  await say(...done.undo);
  expect(rows()).toEqual([...start, ',,,,', ',,,,']);
}); // prettier-ignore

test('a row that is emptied comes back with its id and all that stood in it', async () => {
  const { say, rows } = await desk();
  await say({ table: 'pain', add: { item: 'Mine', comment: 'x' } });
  const done = await say({ table: 'pain', clear: 'custom.pain.1' });
  expect(rows()).toEqual(start);
  const back = await say(...done.undo);
  expect(rows()[3]).toBe('custom.pain.1,Mine,,,x');
  await say(...back.undo);
  expect(rows()).toEqual(start);
  // Where its row has been taken, the next empty one is its.
  await say({ table: 'pain', add: { item: 'Other' }, id: 'custom.pain.7' });
  await say(...done.undo);
  expect(rows().slice(3)).toEqual(['custom.pain.7,Other,,,', 'custom.pain.1,Mine,,,x']);
});

test('rows change places with what stands in them, formulas too', async () => {
  const { small, say, rows } = await desk();
  small.type(small.at('Main', 'p1', 0, 4), '=1+1');
  small.type(small.at('Main', 'p2', 0, 4), 'b').type(small.at('Main', 'p3', 0, 4), 'c');
  const done = await say({ table: 'pain', order: ['p3', 'p1'] });
  expect(rows().slice(0, 3)).toEqual([
    ...['p3,Loud,Noise,,c', 'p2,Dear,Money,,b', 'p1,Slow,Days,,=1+1'],
  ]);
  expect(done.undo).toEqual([{ table: 'pain', order: ['p1', 'p3'] }]);
  await say(...done.undo);
  expect(rows().slice(0, 3)).toEqual([
    ...['p1,Slow,Days,,=1+1', 'p2,Dear,Money,,b', 'p3,Loud,Noise,,c'],
  ]);
  await say({ table: 'pain', order: ['p2', 'p1'] }, pain('p1', { comment: 'after' }));
  expect(rows().slice(0, 2)).toEqual(['p2,Dear,Money,,b', 'p1,Slow,Days,,after']);
  expect((await say({ table: 'pain', order: ['p2', 'p1', 'p3'] })).cells).toBe(0);
});

test('named cells: words, days, and taken back unless somebody has written there since', async () => {
  const { small, say } = await desk();
  const shows = (label: string) => small.shows(small.at('Main', label, 0, 1));
  const done = await say(
    { name: 'Engagement.Client', value: 'Acme' },
    { name: 'Engagement.Asof', value: '2026-03-01' },
  );
  expect([shows('Client'), shows('As of'), done.cells]).toEqual(['Acme', 46_082, 2]);
  expect(done.touched.map(({ address }) => address)).toEqual(['C4', 'C5']);
  small.type(small.at('Main', 'Client', 0, 1), 'Ours');
  const back = await say(...done.undo);
  expect([shows('Client'), shows('As of'), back.kept]).toEqual(['Ours', null, 1]);
});

test('rows are found where they stand now', async () => {
  const { small, say, rows } = await desk();
  await small.act(({ workbook }) => {
    workbook.tables.getItem('PainPoints').sort.apply([{ key: 1, ascending: true }]);
    workbook.worksheets.getItem('Main').getRange('1:2').insert('Down');
  });
  await say(pain('p3', { comment: 'here' }), { name: 'Engagement.Client', value: 'Acme' });
  expect(rows().find((row) => row.startsWith('p3'))).toBe('p3,Loud,Noise,,here');
  expect(small.shows(small.at('Main', 'Client', 0, 1))).toBe('Acme');
});

test('what is gone is told, and what is not filled is no place to write', async () => {
  const { small, say, rows } = await desk();
  const refused = (change: Change) =>
    say(change).then(
      () => '',
      (error: Error) => error.message,
    );
  expect(await refused(pain('p9', { comment: 'x' }))).toContain('p9');
  expect(await refused({ table: 'gone', clear: 'x' })).toContain('gone');
  expect(await refused({ name: 'Engagement.Gone', value: 1 })).toContain('Engagement.Gone');
  await expect(say(pain('p1', { called: 'x' }))).rejects.toThrow('pain.called is not filled');
  await expect(say(pain('p1', { id: 'x' }))).rejects.toThrow('pain.id is not filled');
  await expect(say({ table: 'pain', add: { nothing: 'x' } })).rejects.toThrow('pain.nothing');
  expect(rows()).toEqual(start);
  await small.act(({ workbook }) => {
    workbook.tables.getItem('PainPoints').columns.getItem('Comment').delete();
    workbook.names.getItem('Engagement.Client').delete();
  });
  expect(await refused(pain('p1', { comment: 'x' }))).toContain('Comment');
  expect(await refused({ name: 'Engagement.Client', value: 'x' })).toContain('Engagement.Client');
  await small.act(({ workbook }) => workbook.tables.getItem('PainPoints').delete());
  expect(await refused(pain('p1', { pick: 'yes' }))).toContain('pain');
});

test('of a table above a wider one, rows that are added take what stands below along', async () => {
  const wide = described(({ main, pains, notes, other }) => {
    other.blocks = other.blocks.filter((block) => block !== notes);
    pains.spare = 0;
    notes.columns.push(...'abcdefg'.split('').map((id) => ({ ...notes.columns[1]!, id, header: id })));
    main.blocks.push(notes);
  });
  const small = await Small.of(wide);
  const seen = await small.seen(wide);
  const before = small.rows('Notes');
  await small.host.run((context) =>
    edit(context, seen as never, [{ table: 'pain', add: { item: 'More' } }]),
  );
  expect(small.rows('PainPoints').at(-1)?.slice(0, 2)).toEqual(['custom.pain.1', 'More']);
  expect(small.rows('Notes')).toEqual(before);
}); // prettier-ignore
