import { described, Small, told, type Parts } from './small';

/** What is read from a workbook that has something of everything, after each thing that people do. */

const at = (small: Small, row: string, header: number) => small.at('Main', row, 0, header);

test('as it was laid out nothing was said, and what is computed is told', async () => {
  const read = await (await Small.of()).read();
  expect(told(read)).toEqual([]);
  expect(read.engagement).toMatchObject({
    ...{ lang: 'en', catalogs: [{ id: 'small', version: '1.0.0', hash: 'abc' }] },
    ...{ settings: {}, pain: {} },
  });
  const { removed, edits, extra } = read.engagement;
  expect({ removed, edits, extra }).toEqual({ removed: {}, edits: {}, extra: {} });
  const called = { called: '!' };
  expect(read.results).toEqual({
    tables: {
      pain: { p1: called, p2: called, p3: called },
      progress: { s1: { done: 3 }, s2: { done: 3 } },
    },
    names: { 'Engagement.Count': 0 },
  });
  expect([...read.order]).toEqual([
    ['list.pick', ['yes', 'no']],
    ['pain', ['p1', 'p2', 'p3', '', '']],
    ['progress', ['s1', 's2']],
  ]);
});

test('what people type is theirs: answers by the ids of lists, edits, rows, columns, settings', async () => {
  const small = await Small.of();
  small
    .type(at(small, 'p1', 3), 'Yes')
    .type(at(small, 'p2', 4), '7')
    .type(at(small, 'p3', 1), 'Noisy')
    .type(small.at('Main', 'p3', 1, 1), 'Mine')
    .type(small.at('Main', 'p3', 1, 3), 'Yes')
    .type(small.at('Main', 'Client', 0, 1), 'Acme')
    .type(small.at('Main', 'As of', 0, 1), '2026-03-01')
    .type(small.at('Main', 'Currency', 0, 1), 'USD');
  await small.paste(at(small, 'p2', 3), ' No ');
  const { engagement, findings } = await small.read();
  expect(findings).toEqual([]);
  expect(engagement).toMatchObject({
    settings: { client: 'Acme', asOf: '2026-03-01', currency: 'USD' },
    pain: {
      p1: { pick: 'yes' },
      p2: { pick: 'no', comment: '7' },
      'custom.pain.1': { item: 'Mine', pick: 'yes' },
    },
    edits: { pain: { p3: { item: 'Noisy' } } },
  });
  // What was emptied is said too.
  small.type(at(small, 'p1', 2), null).type(small.at('Main', 'Currency', 0, 1), null);
  const emptied = (await small.read()).engagement;
  expect(emptied.edits.pain?.p1).toEqual({ symptom: '' });
  expect(emptied.settings).toMatchObject({ currency: null });
});

test('tables of somebody’s own are not looked into, unless they stand beside ours', async () => {
  const small = await Small.of();
  await small.act(({ workbook }) => {
    const { tables, worksheets } = workbook;
    const add = (sheet: string, at: string) => {
      worksheets.getItem(sheet).getRange(at).values = [['Mine'], ['x']];
      return tables.add(`${sheet}!${at}`, true);
    };
    worksheets.add('Own');
    add('Own', 'A1:A2').name = 'Apart';
    add('Main', 'H1:H2').name = 'Beside';
    const id = add('Own', 'C1:C2');
    id.columns.getItemAt(0).name = 'Id';
    id.name = 'Keyed';
  });
  const { inspection } = await small.seen();
  const names = [...inspection.snapshots.keys()];
  expect(['Apart', 'Beside', 'Keyed'].map((name) => names.includes(name))).toEqual([
    ...[false, true, true],
  ]);
});

test('a column of somebody’s own is kept by its header', async () => {
  const small = await Small.of();
  await small.act(({ workbook }) => {
    const added = workbook.tables.getItem('PainPoints').columns.add();
    added.name = 'Mine';
  });
  small.type(at(small, 'p2', 6), 'x');
  const read = await small.read();
  expect([told(read), read.engagement.extra]).toEqual([[], { pain: { p2: { Mine: 'x' } } }]);
});

test('words that no list has, and signs that nobody sees, are told where they stand', async () => {
  const small = await Small.of(
    described(({ facts }) => {
      facts.fields[2]!.list = 'pick';
    }),
  );
  small.type(at(small, 'p2', 4), 'a\u0007b');
  await small.paste(at(small, 'p1', 3), 'perhaps');
  await small.paste(small.at('Main', 'Currency', 0, 1), 'EURO');
  const blank = described(({ facts }) => {
    facts.fields[2]!.list = 'pick';
  });
  expect(told(await small.read(blank))).toEqual([
    'value-unknown warning: Main PainPoints pick p1 perhaps ← undefined',
    'sign-unseen warning: Main PainPoints comment p2 a\u0007b ← undefined',
    'value-unknown warning: Main Engagement.Currency EURO ← undefined',
  ]);
  expect((await small.read(blank)).engagement.pain.p1).toEqual({ pick: 'perhaps' });
  // Of a list that may be added to, any word will do.
  const open = described(({ spec }) => {
    spec.lists[0]!.open = true;
  });
  expect(told(await small.read(open))).toEqual([
    'sign-unseen warning: Main PainPoints comment p2 a\u0007b ← undefined',
  ]);
});

test('formulas that somebody has overwritten are told: a cell, a column, a name, a text', async () => {
  const small = await Small.of();
  small
    .type(at(small, 'p2', 5), 'typed')
    .type(small.at('Main', 'Count', 0, 1), 3)
    .type(small.at('Main', 'Pains', 0, 1), 'three');
  const called = '[@Pick]&"!"';
  const overwritten = 'formula-overwritten error mended: ';
  expect(told(await small.read())).toEqual([
    `${overwritten}Main PainPoints called p2 typed ← =${called}`,
    `${overwritten}Main three ← =COUNTA(PainPoints[Item])`,
    `${overwritten}Main Engagement.Count 3 ← =COUNTA(PainPoints[Pick])`,
  ]);
  for (const row of ['p1', 'p3']) small.type(at(small, row, 5), '');
  expect(told(await small.read())).toContain(
    `${overwritten}Main PainPoints called p2 typed ← =${called}`,
  );
  for (const down of [1, 2]) small.type(small.at('Main', 'p3', down, 5), 'x');
  expect(told(await small.read())).toContain(
    `${overwritten}Main PainPoints called *  ← =${called}`,
  );
});

test('rows: deleted, of nobody’s id, twice', async () => {
  const small = await Small.of();
  await small.act(({ workbook }) => {
    workbook.tables.getItem('PainPoints').rows.getItemAt(1).delete();
  });
  small.type(small.at('Main', 'p3', 1), 'x9').type(small.at('Main', 'p3', 1, 1), 'Odd');
  const read = await small.read();
  expect(told(read)).toEqual([
    'row-unknown warning: Main PainPoints x9',
    'row-deleted note mended: Main PainPoints p2',
  ]);
  expect(read.engagement).toMatchObject({
    removed: { pain: ['p2'] },
    pain: { x9: { item: 'Odd' } },
  });
});

test('an entry that formulas know is missed, and one that is reworded keeps its meaning', async () => {
  const small = await Small.of();
  small.type(small.at('Lists', 'Yes'), 'Jep').type(at(small, 'p1', 3), 'Jep');
  const read = await small.read();
  expect(told(read)).toEqual(['entry-changed error mended: Lists ListPick yes Jep ← Yes']);
  expect(read.engagement).toMatchObject({
    pain: { p1: { pick: 'yes' } },
    edits: { 'list.pick': { yes: { entry: 'Jep' } } },
  });
});

test('entries that are gone are missed, and words mean what they did where the whole list is', async () => {
  const small = await Small.of();
  small.type(at(small, 'p1', 3), 'Yes');
  await small.act(({ workbook }) => {
    workbook.tables.getItem('ListPick').rows.getItemAt(1).delete();
  });
  const read = await small.read();
  expect(told(read)).toEqual(['row-deleted error mended: Lists ListPick no']);
  expect(read.engagement.removed).toEqual({ 'list.pick': ['no'] });
  await small.act(({ workbook }) => workbook.worksheets.getItem('Lists').delete());
  expect((await small.read()).engagement).toMatchObject({
    pain: { p1: { pick: 'yes' } },
    removed: {},
  });
});

test('numbers stay numbers, and days that the calendar lacks stay what they are', async () => {
  const small = await Small.of(described(withFee));
  small.type(small.at('Main', 'Rate', 0, 1), 1000);
  const dayIs = async (value: number) => {
    await small.paste(small.at('Main', 'As of', 0, 1), value);
    return (await small.read(described(withFee))).engagement.settings;
  };
  expect(await dayIs(46_082)).toEqual({ fee: 1000, asOf: '2026-03-01' });
  expect(await dayIs(46_082.5)).toEqual({ fee: 1000, asOf: 46_082.5 });
  expect(await dayIs(3_000_001)).toEqual({ fee: 1000, asOf: 3_000_001 });
});
const withFee = ({ facts }: Parts) => {
  const field = facts.fields[4]!;
  facts.fields[4] = {
    ...field,
    id: 'fee',
    role: 'input',
    kind: 'money',
    stored: true,
    value: null,
  };
};

test('a short table is known under another name by all of its headers, never one of others', async () => {
  const renamed = async (more: (notes: Excel.Table) => void = () => undefined) => {
    const small = await Small.of();
    await small.act(({ workbook }) => {
      const notes = workbook.tables.getItem('Notes');
      notes.name = 'Remarks';
      more(notes);
    });
    return told(await small.read());
  };
  const missing = (table: string) => `table-missing error mended: Other ${table}`;
  expect(await renamed()).toContain('table-renamed note mended: Other Notes Remarks ← Notes');
  expect(await renamed((notes) => void notes.columns.add())).toContain(missing('Notes'));
  expect(await renamed((notes) => notes.columns.getItemAt(0).delete())).toContain(missing('Notes'));
});

test('a long table is known under another name by four of five of its headers', async () => {
  const renamed = async (...headers: string[]) => {
    const small = await Small.of();
    await small.act(({ workbook }) => {
      const pains = workbook.tables.getItem('PainPoints');
      pains.name = 'Troubles';
      for (const header of headers) pains.columns.getItem(header).name = `${header} of ours`;
    });
    return told(await small.read())[0]?.split(' ')[0];
  };
  expect([await renamed('Item'), await renamed('Item', 'Pick')]).toEqual([
    ...['table-renamed', 'table-missing'],
  ]);
});

test('sheets, tables and headers that were renamed are followed', async () => {
  const small = await Small.of();
  small.type(at(small, 'p1', 3), 'Yes');
  await small.act(({ workbook }) => {
    const table = workbook.tables.getItem('PainPoints');
    table.columns.getItem('Symptom').name = 'Sign';
    table.name = 'Troubles';
    workbook.worksheets.getItem('Main').name = 'First';
  });
  const read = await small.read();
  expect(told(read)).toEqual([
    'sheet-renamed note: First ← Main',
    'table-renamed note mended: First PainPoints Troubles ← PainPoints',
    'header-renamed note mended: First PainPoints symptom Sign ← Symptom',
  ]);
  expect(read.engagement.pain).toEqual({ p1: { pick: 'yes' } });
  expect(read.engagement.edits).toEqual({});
});

test('what is gone is told, each with what it was', async () => {
  const small = await Small.of();
  await small.act(({ workbook }) => {
    workbook.tables.getItem('Progress').delete();
    workbook.tables.getItem('PainPoints').columns.getItem('Symptom').delete();
    workbook.names.getItem('Engagement.Client').delete();
    workbook.names.getItem('appfi.sheet.other').delete();
  });
  expect(told(await small.read())).toEqual([
    'column-missing error mended: Main PainPoints symptom undefined ← Symptom',
    'name-missing warning mended: Other Other ← appfi.sheet.other',
    'table-missing error mended: Other Progress',
    'name-missing error mended: Client ← Engagement.Client',
  ]);
  await small.act(({ workbook }) => workbook.worksheets.getItem('Other').delete());
  const read = await small.read();
  expect(told(read)).toContain('sheet-missing error mended: Other');
  expect(read.order.has('progress')).toBe(false);
});

test('columns of an earlier layout are read while nothing has taken their place', async () => {
  const former = { inPlaceOf: 'progress', columns: [] as never[] };
  const small = await Small.of(
    described(({ pains }) => {
      pains.columns.push({ ...pains.columns[4]!, id: 'wording', header: 'Wording' });
    }),
  );
  small.type(at(small, 'p1', 6), 'in our words');
  const wording = { id: 'wording', header: 'Wording', role: 'input', kind: 'text', width: 9 };
  const blank = (inPlaceOf: string) =>
    described(({ pains }) => {
      pains.former = { ...former, inPlaceOf, columns: [wording as never] };
    });
  expect((await small.read(blank('progress'))).engagement.pain).toEqual({});
  expect((await small.read(blank('gone'))).engagement.pain).toEqual({
    p1: { wording: 'in our words' },
  });
});

test('what a later layout brings is not missed in what an earlier one has laid out', async () => {
  const small = await Small.of();
  const blank = (since?: number) =>
    described(({ pains }) => {
      const added = { ...pains.columns[4]!, id: 'owner', header: 'Owner' };
      pains.columns.push({ ...added, ...(since && { since }) });
    });
  expect(told(await small.read(blank()))).toHaveLength(1);
  expect(told(await small.read(blank(4)))).toHaveLength(1);
  expect(told(await small.read(blank(5)))).toEqual([]);
});
