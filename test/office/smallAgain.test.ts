import { described, Small, told, type Parts } from './small';

/** What a layout over a small workbook writes, and what it leaves. */

const at = (small: Small, row: string, header: number) => small.at('Main', row, 0, header);
const item = (text: string) => (parts: Parts) => {
  parts.pains.rows[0]!.cells.item = text;
};

test('a workbook that is as it shall be is left as it is', async () => {
  const small = await Small.of();
  const laid = await small.again(described());
  expect(laid).toEqual({ findings: [], cells: 0, added: [], changed: [], intoBlank: false });
});

test('cells are written where their rows stand, a matrix of them as one', async () => {
  const small = await Small.of();
  await small.act(({ workbook }) => {
    workbook.tables.getItem('PainPoints').rows.getItemAt(0).delete();
  });
  const { cells, changed } = await small.again(
    described(({ pains }) => {
      pains.rows[1]!.cells.item = 'Dearer';
      pains.rows[1]!.cells.pick = 'yes';
      pains.rows[2]!.cells.item = 'Louder';
    }),
  );
  // The first row is wanted again, and takes an empty one.
  expect(small.rows('PainPoints').map((row) => row.slice(0, 5))).toEqual([
    ['Id', 'Item', 'Symptom', 'Pick', 'Comment'],
    ['p2', 'Dearer', 'Money', 'Yes', null],
    ['p3', 'Louder', 'Noise', null, null],
    ['p1', 'Slow', 'Days', null, null],
    [null, null, null, null, null],
  ]);
  expect({ cells, changed }).toEqual({
    cells: 8,
    changed: [
      { sheet: 'Main', cells: 6 },
      { sheet: 'Provenance', cells: 2 },
    ],
  });
});

test('more rows than there is room for come to the end, with room for more', async () => {
  const small = await Small.of();
  await small.again(
    described(({ pains }) => {
      for (const n of [4, 5, 6, 7]) pains.rows.push({ id: `p${n}`, cells: { item: `Item ${n}` } });
    }),
  );
  expect(small.rows('PainPoints').map(([id, name, , , , called]) => [id, name, called])).toEqual([
    ['Id', 'Item', 'Called'],
    ...[
      ['p1', 'Slow'],
      ['p2', 'Dear'],
      ['p3', 'Loud'],
      ['p4', 'Item 4'],
      ['p5', 'Item 5'],
      ['p6', 'Item 6'],
      ['p7', 'Item 7'],
      [null, null],
    ].map((row) => [...row, '=[@Pick]&"!"']),
  ]);
});

test('rows that are retired go, and what stands below moves up', async () => {
  const small = await Small.of();
  small.type(at(small, 'p1', 3), 'Yes');
  const blank = described(({ pains }) => {
    pains.rows = pains.rows.filter(({ id }) => id !== 'p2');
  });
  const wanted = described(({ pains }) => {
    pains.rows.splice(1, 1);
    pains.rows[0]!.cells = { ...pains.rows[0]!.cells, pick: 'yes' };
  });
  const retired = new Map([['pain', new Set(['p2'])]]);
  const read = await small.read(blank);
  expect(told(read)).toEqual(['row-unknown warning: Main PainPoints p2']);
  const laid = await small.again(wanted, blank, { retired });
  expect(told(laid)).toEqual([]);
  expect(small.rows('PainPoints').map((row) => row.slice(0, 4))).toEqual([
    ['Id', 'Item', 'Symptom', 'Pick'],
    ['p1', 'Slow', 'Days', 'Yes'],
    ['p3', 'Loud', 'Noise', null],
    [null, null, null, null],
    [null, null, null, null],
  ]);
});

test('of rows that no description has, those that stay are told', async () => {
  const small = await Small.of();
  const wanted = described(({ pains }) => {
    pains.rows.splice(1, 2);
  });
  const laid = await small.again(wanted, wanted, { retired: new Map([['pain', new Set(['p2'])]]) });
  expect(told(laid)).toEqual(['row-unknown warning: Main PainPoints p3']);
  expect(small.rows('PainPoints').map(([id]) => id)).toEqual(['Id', 'p1', 'p3', null, null]);
});

test('rows of the layout’s own are as described: more, fewer, others', async () => {
  const small = await Small.of();
  const steps = (...ids: string[]) =>
    described(({ progress }) => {
      progress.rows = ids.map((id) => ({ id, cells: { step: `Step ${id}` } }));
    });
  const shown = () => small.rows('Progress').slice(1);
  const count = '=COUNTA(PainPoints[Item])';
  await small.again(steps('s1', 's3', 's4'));
  expect(shown()).toEqual([
    ['s1', 'Step s1', count],
    ['s3', 'Step s3', count],
    ['s4', 'Step s4', count],
  ]);
  await small.again(steps('s4'), steps('s1', 's3', 's4'));
  expect(shown()).toEqual([['s4', 'Step s4', count]]);
});

test('a table without ids has the described rows, whatever stood there', async () => {
  const small = await Small.of();
  const notes = (...rows: [string, string | null][]) =>
    described((parts) => {
      parts.notes.rows = rows.map(([what, why], i) => ({ id: String(i), cells: { what, why } }));
    });
  const shown = () => small.rows('Notes').slice(1);
  small.type(small.at('Other', 'a'), 'changed');
  await small.again(notes(['A', 'a'], ['B', null], ['C', 'c']));
  expect(shown()).toEqual([
    ['A', 'a'],
    ['B', null],
    ['C', 'c'],
  ]);
  await small.again(notes(['C', 'c']));
  expect(shown()).toEqual([['C', 'c']]);
  await small.again(notes());
  expect(shown()).toEqual([[null, null]]);
});

test('texts and labels are renewed, unless somebody has written over them', async () => {
  const reworded = described(({ head, facts }) => {
    head.rows[0]![0]!.text = 'A tiny workbook';
    head.rows[1]![0]!.text = 'Troubles';
    facts.fields[0]!.label = 'Customer';
    facts.fields[0]!.note = 'Who it is for';
    facts.fields[1]!.note = 'Since when';
    facts.fields[4]!.value = 6;
  });
  const small = await Small.of();
  expect((await small.again(reworded)).cells).toBe(6);
  expect(small.shows({ sheet: 'Main', address: 'B1' })).toBe('A tiny workbook');
  expect(small.shows(small.at('Main', 'Troubles', 0, 1))).toBe('=COUNTA(PainPoints[Item])');
  expect(small.shows(small.at('Main', 'Customer', 0, 2))).toBe('Who it is for');
  expect(small.shows(small.at('Main', 'As of', 0, 2))).toBe('Since when');
  expect(small.shows(small.at('Main', 'Rate', 0, 1))).toBe(6);

  const theirs = await Small.of();
  theirs
    .type(theirs.at('Main', 'A small workbook'), 'Ours')
    .type(theirs.at('Main', 'Client', 0, 2), 'Us')
    .type(theirs.at('Main', 'Rate', 0, 1), 7);
  await theirs.again(reworded);
  expect(theirs.shows(theirs.at('Main', 'Customer', 0, 2))).toBe('Us');
  expect(theirs.shows(theirs.at('Main', 'Rate', 0, 1))).toBe(7);
  expect(theirs.shows({ sheet: 'Main', address: 'B1' })).toBe('Ours');
});

test('where nobody knows what stood there, only values and formulas of names are brought', async () => {
  const small = await Small.of();
  await small.act(({ workbook: { names } }) => {
    for (const name of ['appfi.main.head', 'appfi.main.facts']) names.getItem(name).delete();
  });
  await small.again(
    described(({ head, facts }) => {
      head.rows[0]![0]!.text = 'A tiny workbook';
      facts.fields[0]!.label = 'Customer';
      facts.fields[0]!.value = 'Acme';
    }),
  );
  expect(small.shows(small.at('Main', 'Client', 0, 1))).toBe('Acme');
  expect(small.shows({ sheet: 'Main', address: 'B1' })).toBe('A small workbook');
});

test('a text may go, and another come where there was none', async () => {
  const words = (title?: string) =>
    described(({ head }) => {
      head.rows[0]![0] = { look: 'title', ...(title !== undefined && { text: title }) };
    });
  const small = await Small.of();
  await small.again(words());
  expect(small.shows({ sheet: 'Main', address: 'B1' })).toBe(null);
  await small.again(words('Anew'), words());
  expect(small.shows({ sheet: 'Main', address: 'B1' })).toBe('Anew');
});

test('of a table without its ids nothing is written, all others are', async () => {
  const small = await Small.of();
  await small.act(({ workbook }) => {
    workbook.tables.getItem('PainPoints').columns.getItem('Id').delete();
  });
  await small.again(
    described(({ pains, notes }) => {
      pains.rows[0]!.cells.item = 'Slower';
      notes.rows[0]!.cells.what = 'Anew';
    }),
  );
  expect([small.rows('PainPoints')[1]?.[0], small.rows('Notes')[1]?.[0]]).toEqual(['Slow', 'Anew']);
});

test('above a wider table rows are written in place, and the table ends earlier or takes it along', async () => {
  const wide = (...ids: string[]) =>
    described(({ progress, notes }) => {
      progress.rows = ids.map((id) => ({ id, cells: { step: `Step ${id}` } }));
      notes.columns.push(...['x', 'y', 'z'].map((id) => ({ ...notes.columns[1]!, id, header: id })));
    });
  const start = ['s1', 's2', 's3'];
  const end = async (...ids: string[]) => {
    const small = await Small.of(wide(...start));
    const before = small.at('Other', 'What').address;
    await small.again(wide(...ids), wide(...start));
    return [
      small.rows('Progress').slice(1).map(([id]) => id).join(),
      before.replace('B', ''),
      small.at('Other', 'What').address.replace('B', ''),
      small.rows('Notes').map((row) => row[0]).join(),
    ];
  };
  const notes = 'What,A,B';
  expect(await end('s1', 's3')).toEqual(['s1,s3', '12', '12', notes]);
  expect(await end('s4', 's2')).toEqual(['s2,s4', '12', '12', notes]);
  expect(await end('s4', 's5', 's6', 's7')).toEqual(['s4,s5,s6,s7', '12', '13', notes]);
}); // prettier-ignore

test('what a setting holds is written, whatever stood there', async () => {
  const small = await Small.of();
  await small.again(
    described(({ facts }) => {
      facts.fields[0]!.value = 'Acme';
      facts.fields[1]!.value = 46_082;
      facts.fields[2]!.value = 'USD';
    }),
  );
  expect((await small.read()).engagement.settings).toEqual({
    ...{ client: 'Acme', asOf: '2026-03-01', currency: 'USD' },
  });
});

const other = (column: string, table = 'PainPoints') => ({
  node: {
    type: 'call' as const,
    function: 'ROWS',
    args: [{ type: 'column' as const, table, column }],
  },
});
const anew = ({ head, facts, pains }: Parts) => {
  head.rows[1]![1]!.formula = other('symptom');
  facts.fields[3]!.formula = other('comment');
  pains.columns[5]!.formula = other('item');
};
const formulas = (small: Small) => [
  small.shows(small.at('Main', 'Pains', 0, 1)),
  small.shows(small.at('Main', 'Count', 0, 1)),
  ...small
    .rows('PainPoints')
    .slice(1)
    .map((row) => row[5]),
];
const renewed = ['=ROWS(PainPoints[Symptom])', '=ROWS(PainPoints[Comment])'];

test('formulas that are described otherwise are renewed; those that somebody has overwritten stay', async () => {
  const small = await Small.of();
  await small.again(described(anew));
  const item = '=ROWS(PainPoints[Item])';
  expect(formulas(small)).toEqual([...renewed, item, item, item, item, item]);

  const theirs = await Small.of();
  theirs
    .type(theirs.at('Main', 'Pains', 0, 1), 'many')
    .type(theirs.at('Main', 'Count', 0, 1), 9)
    .type(at(theirs, 'p2', 5), 'mine');
  const laid = await theirs.again(described(anew));
  expect(formulas(theirs)).toEqual(['many', 9, item, 'mine', item, item, item]);
  expect(told(laid).map((one) => one.split(' ')[0])).toEqual(
    Array.from({ length: 3 }, () => 'formula-overwritten'),
  );
  const mended = await theirs.again(described(anew), described(anew), { repair: true });
  expect(formulas(theirs)).toEqual([...renewed, item, item, item, item, item]);
  expect(told(mended)).toEqual([]);
});

test('a formula that needs what is gone waits', async () => {
  const small = await Small.of();
  await small.act(({ workbook }) => {
    workbook.tables.getItem('PainPoints').columns.getItem('Symptom').delete();
  });
  await small.again(described(anew));
  expect(formulas(small).slice(0, 2)).toEqual(['=COUNTA(PainPoints[Item])', renewed[1]]);
});

test('headers take new words, unless somebody has renamed them or they are taken', async () => {
  const words = (header: string) =>
    described(({ pains }) => {
      pains.columns[2]!.header = header;
    });
  const headers = (small: Small) => small.rows('PainPoints')[0];
  const small = await Small.of();
  await small.again(words('Sign'));
  expect(headers(small)).toEqual(['Id', 'Item', 'Sign', 'Pick', 'Comment', 'Called']);

  const theirs = await Small.of();
  await theirs.act(({ workbook }) => {
    workbook.tables.getItem('PainPoints').columns.getItem('Symptom').name = 'Ours';
  });
  await theirs.again(words('Sign'));
  expect(headers(theirs)?.[2]).toBe('Ours');
  await theirs.again(words('comment'), described(), { repair: true });
  expect(headers(theirs)?.[2]).toBe('Ours');
  await theirs.again(words('Sign'), described(), { repair: true });
  expect(headers(theirs)?.[2]).toBe('Sign');
});

test('a column that the engagement has of its own is added; another is not', async () => {
  const small = await Small.of();
  await small.again(
    described(({ pains }) => {
      const added = { header: 'Mine', kind: 'text', width: 9 } as const;
      pains.columns.push({ ...added, id: 'extra.Mine', role: 'extra' });
      pains.columns.push({ ...added, id: 'owner', role: 'input', header: 'Owner' });
      pains.rows[1]!.cells['extra.Mine'] = 'x';
    }),
  );
  expect(small.rows('PainPoints').map((row) => row.slice(6))).toEqual([
    ...[['Mine'], [null], ['x'], [null], [null], [null]],
  ]);
});

test('a drop-down reads all entries, those that were added too', async () => {
  const small = await Small.of();
  const name = () => small.host.book.names.find((one) => one.name === 'List.Pick')?.formula;
  const more = described(({ spec, picks }) => {
    picks.rows.push({ id: 'maybe', cells: { entry: 'Maybe' } });
    spec.lists[0]!.entries.push({ id: 'maybe', label: 'Maybe' });
  });
  expect(name()).toBe("='Lists'!$A$2:$A$3");
  await small.again(more);
  expect(small.rows('ListPick').flat()).toEqual(['Entry', 'Yes', 'No', 'Maybe']);
  expect(name()).toBe('=Lists!$A$2:$A$4');
});

test('an item that is laid out anew is no edit of the item before', async () => {
  const small = await Small.of();
  await small.again(described(item('Slower')));
  const read = await small.read(described(item('Slower')));
  expect([told(read), read.engagement.edits]).toEqual([[], {}]);
});
