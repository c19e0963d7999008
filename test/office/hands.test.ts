import { failureText } from '../../src/messages';
import { edit, layOut, study, type Study } from '../../src/office';
import { createHost } from '../../src/host';
import { Desk, engagementOf, laidOut } from '../support/desk';
import { onLine } from '../support/line';

/** What other people's hands, and Excel's own options, do to a workbook of ours. */

const said = engagementOf({
  settings: { client: 'Northwind', startDate: '2026-03-02', fee: 1000 },
  ask: { 's.ask.1': { pick: 'yes', owner: 'Li' } },
  pain: { 's.pain.1': { pick: 'yes' } },
  function: { 's.fn.1': { pick: 'yes' } },
});

const failed = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => failureText('en', error).text ?? failureText('en', error).code,
  );

const studyOf = (desk: Desk): Promise<Study> =>
  desk.host.run((context) => study(context, { catalogs: desk.catalogs }));

const pick = (desk: Desk, seen: Study, word: string) =>
  desk.host.run((context) =>
    edit(context, seen, [{ table: 'ask', row: 's.ask.1', cells: { pick: word } }]),
  );

const add = (desk: Desk, seen: Study, items: string[]) =>
  desk.host.run((context) =>
    edit(
      context,
      seen,
      items.map((item) => ({ table: 'pain', add: { item, pick: 'yes' } })),
    ),
  );

test('while somebody types into a cell nothing is done, and it is said how to go on', async () => {
  const desk = await laidOut(said);
  const seen = await studyOf(desk);
  desk.host.circumstances = { cellEdit: true };
  expect(await failed(pick(desk, seen, 'no'))).toMatch(
    /^A cell is being edited\. Finish with Enter/,
  );
  expect(await failed(studyOf(desk))).toMatch(/^A cell is being edited/);
  desk.host.circumstances = {};
  expect(await failed(pick(desk, seen, 'no'))).toBe('done');
});

test('a pick lands on its item though the row above, which says the same, has come to its place', async () => {
  const desk = await laidOut(said);
  const seen = await studyOf(desk);
  const push = () =>
    desk.act(({ workbook }) => {
      workbook.tables.getItem('Asks').getRange().getRow(0).getEntireRow().insert('Down');
    });
  // The first request looks where the row is, the second writes.
  onLine(desk.host, (request) => (request === 2 ? { before: push } : undefined));
  await desk.host.run((context) =>
    edit(context, seen, [{ table: 'ask', row: 's.ask.2', cells: { pick: 'yes' } }]),
  );
  const rows = ['s.ask.1', 's.ask.2', 's.ask.3'];
  expect(rows.map((row) => desk.value('Asks', row, 'Pick'))).toEqual(['Yes', 'Yes', null]);
});

test('a workbook that is open for reading only, as in Protected View, is read and not changed', async () => {
  const desk = await laidOut(said);
  const before = desk.content();
  desk.host.circumstances = { readOnly: true };
  const seen = await studyOf(desk);
  expect(seen.read.engagement.ask).toEqual(said.ask);
  expect(await failed(pick(desk, seen, 'no'))).toMatch(/open for reading only.*Enable Editing/);
  expect(await failed(desk.refresh({ lang: 'zh-TW' }))).toMatch(/open for reading only/);
  expect(desk.content()).toEqual(before);
});

test('a sheet that the firm has protected is named before anything is changed', async () => {
  const desk = await laidOut(said);
  await desk.act((context) => context.workbook.worksheets.getItem('2 Plan').protection.protect());
  const before = desk.content();
  const refused = /^Protected: 2 Plan\. Nothing was changed\. Take the protection off under Review/;
  expect(await failed(desk.refresh({ lang: 'zh-TW' }))).toMatch(refused);
  expect(desk.content()).toEqual(before);
  const seen = await studyOf(desk);
  expect(await failed(pick(desk, seen, 'no'))).toBe('done');
  await desk.act((context) => context.workbook.worksheets.getItem('2 Plan').protection.unprotect());
  expect(await failed(desk.refresh({ lang: 'zh-TW' }))).toBe('done');
});

test('with another workbook in front, what goes by the window is done once this one is back', async () => {
  const desk = new Desk();
  desk.host.circumstances = { behind: true };
  const laid = desk.layOut(said, { lang: 'en' });
  expect(await failed(laid)).toMatch(/another workbook comes to the front.*try again/);
  expect(desk.host.book.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
  desk.host.circumstances = {};
  expect(await failed(desk.layOut(said, { lang: 'en' }))).toBe('done');
});

test('a layout that another workbook cut short is taken back before the next one begins', async () => {
  const desk = new Desk();
  const laid = desk.layOut(said, {
    lang: 'en',
    owner: 'this pane',
    batchBytes: 100_000,
    // The data stand; looks and windows are to come.
    onProgress: (done, total) => {
      if (done > 0.6 * total) desk.host.circumstances = { behind: true };
    },
  });
  expect(await failed(laid)).toMatch(/so did taking it back.*when it opens/);
  desk.host.circumstances = {};
  await desk.layOut(said, { lang: 'en', owner: 'this pane' });
  const whole = await desk.read();
  expect(whole.findings).toEqual([]);
  expect(whole.engagement.ask).toEqual(said.ask);
  expect(desk.content()).toEqual((await laidOut(said)).content());
});

test('rows are added while others edit the workbook too, and while it is filtered', async () => {
  const desk = await laidOut(said);
  await desk.act((context) => {
    const column = context.workbook.tables.getItem('PainPoints').columns.getItem('Pick');
    column.filter.applyValuesFilter(['Yes']);
  });
  desk.host.circumstances = { coauthors: true };
  const items = Array.from({ length: 12 }, (_, i) => `Own ${i + 1}`);
  const { added } = await add(desk, await studyOf(desk), items);
  const { engagement, findings } = await desk.read();
  expect(Object.values(engagement.pain).flatMap(({ item }) => item ?? [])).toEqual(items);
  expect(added).toHaveLength(items.length);
  expect(findings).toEqual([]);
  expect((await desk.refresh()).findings).toEqual([]);
});

test('figures are calculated before they are read where Excel calculates on request only', async () => {
  const [desk, automatic] = [await laidOut(said), await laidOut(said)];
  await desk.act((context) => {
    context.workbook.application.calculationMode = 'Manual';
  });
  for (const one of [desk, automatic]) {
    one.type('Functions', 's.fn.1', 'Pick', 'No');
    one.type('Budget', 'budget.team', 'Before go live', 500);
  }
  const figures = async (one: Desk) => (await studyOf(one)).read.results;
  expect(await figures(desk)).toEqual(await figures(automatic));
});

test.each(['de', 'fr'] as const)(
  'an Excel with the separators of %s gets the same workbook',
  async (region) => {
    const words = ['1,5', '1.5', '3.5.', '1.000', '1 000', '12/5', '31.12.2026', '10%', '-2,5'];
    const nasty = engagementOf({
      ...said,
      settings: { client: '1.5', startDate: '2026-03-02', shareAtRisk: 0.25 },
      pain: Object.fromEntries(
        words.map((item, i) => [`custom.pain.${i + 1}`, { item, owner: item, pick: 'yes' }]),
      ),
    });
    const host = createHost();
    host.circumstances = { region };
    const desk = new Desk(host);
    await desk.layOut(nasty, { lang: 'en' });
    expect(desk.content()).toEqual((await laidOut(nasty)).content());
    const seen = await studyOf(desk);
    await add(desk, seen, ['2,5', '4.5.']);
    const { engagement } = await desk.read();
    expect(Object.values(engagement.pain).map(({ item }) => item)).toEqual([
      ...words,
      '2,5',
      '4.5.',
    ]);
  },
);

test('a workbook that counts days from 1904 is not taken, for its dates would be four years off', async () => {
  const fresh = createHost();
  fresh.circumstances = { from1904: true };
  const { catalogs } = new Desk();
  const laid = fresh.run((context) => layOut(context, said, { catalogs }));
  expect(await failed(laid)).toMatch(/counts days from 1904.*Use 1904 date system/);
  expect(fresh.book.sheets).toHaveLength(1);
  const desk = await laidOut(said);
  desk.host.circumstances = { from1904: true };
  expect(await failed(studyOf(desk))).toMatch(/counts days from 1904/);
});
