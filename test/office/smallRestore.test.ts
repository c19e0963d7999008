import { restoreOperations } from '../../src/office/restore';
import { described, Small, told, type Parts } from './small';

/** What is put back into a small workbook from which something is gone, and where. */

const gone = async (act: (workbook: Excel.Workbook) => void, change?: (parts: Parts) => void) => {
  const small = await Small.of(described(change));
  await small.act(({ workbook }) => act(workbook));
  const laid = await small.restore(described(change));
  return { small, laid, left: told(await small.read(described(change))) };
};

const names = (small: Small) =>
  Object.fromEntries(small.host.book.names.map(({ name, formula }) => [name, formula]));

test('where nothing is gone nothing is done', async () => {
  expect((await gone(() => undefined)).laid).toBeUndefined();
});

test('a table comes below what its sheet holds, with its formulas and looks', async () => {
  const { small, laid, left } = await gone(({ tables }) => tables.getItem('PainPoints').delete());
  // What named it names nothing: the layout that follows mends it.
  expect(left.map((one) => one.split(' ← ')[0]?.split(': ')[1])).toEqual([
    ...['Other Progress done * =COUNTA(#REF!)', 'Main =COUNTA(#REF!)'],
    'Main Engagement.Count =COUNTA(#REF!)',
  ]);
  expect(small.at('Main', 'Id')).toEqual({ sheet: 'Main', address: 'A17' });
  expect(small.rows('PainPoints')[3]).toEqual([
    ...['p3', 'Loud', 'Noise', null, null, '=[@Pick]&"!"'],
  ]);
  expect(laid).toMatchObject({ cells: 29, added: [], changed: [{ sheet: 'Main' }] });
  const { validations, cells } = small.sheet('Main');
  expect(validations.some(({ prompt }) => prompt?.message === 'Pick one')).toBe(true);
  expect(cells[16]?.[1]?.style).toBeDefined();
});

test('two tables that are gone stand below each other, beside each other where sheets go right', async () => {
  const { small, left } = await gone(({ tables }) => {
    tables.getItem('Progress').delete();
    tables.getItem('Notes').delete();
  });
  expect(left).toEqual([]);
  const [progress, notes] = ['Step', 'What'].map(
    (word) => Number(/\d+/.exec(small.at('Other', word).address)?.[0]), // prettier-ignore
  );
  expect(notes! - progress!).toBe(4);
  const right = await gone(
    ({ tables }) => {
      tables.getItem('Progress').delete();
      tables.getItem('Notes').delete();
    },
    ({ other, chart }) => {
      other.flow = 'right';
      other.blocks = other.blocks.filter((block) => block !== chart);
    },
  );
  expect(right.left).toEqual([]);
  expect(
    ['Id', 'What'].map((word) => right.small.at('Other', word).address),
  ).toEqual(['H1', 'L1']);
}); // prettier-ignore

test('rows below what is there have their height taken back with them; beside it they are others’', async () => {
  const heights = async (flow: 'down' | 'right') => {
    const spec = described(({ other }) => {
      other.flow = flow;
    });
    const small = await Small.of(spec);
    await small.act(({ workbook }) => workbook.tables.getItem('Notes').delete());
    const { inspection, read } = await small.seen(spec);
    const operations = await small.host.run((context) =>
      restoreOperations(context, spec, inspection, read.matching, read.order),
    );
    return operations.flatMap(({ undo = [] }) => undo.filter(({ kind }) => kind === 'rows'));
  };
  expect(await heights('down')).toEqual([{ kind: 'rows', sheet: 'Other', row: 14, rows: 3 }]);
  expect(await heights('right')).toEqual([]);
});

test('a sheet comes back as a whole, under its name, and drop-downs read it', async () => {
  const { small, laid, left } = await gone(({ worksheets }) => {
    worksheets.getItem('Other').delete();
    worksheets.getItem('Lists').delete();
  });
  expect(left).toEqual([]);
  expect(laid?.added).toEqual(['Other', 'Lists']);
  expect(small.host.book.sheets.map(({ name }) => name).sort()).toEqual([
    ...['Lists', 'Main', 'Other', 'Provenance'],
  ]);
  expect(names(small)).toMatchObject({
    'List.Pick': "='Lists'!$A$2:$A$3",
    'appfi.sheet.other': "='Other'!$A$1",
  });
});

test('a sheet of a wanted name is told, and nothing is done', async () => {
  const { small, laid } = await gone(({ worksheets }) => {
    worksheets.getItem('Other').delete();
    worksheets.add('OTHER');
  });
  expect(laid && told(laid)).toEqual(['name-taken error: Other ← undefined']);
  expect(names(small)['appfi.sheet.other']).toBe('=#REF!');
});

test('names stand again for the cells that they stood for', async () => {
  const { small, left } = await gone(({ names }) => {
    names.getItem('Engagement.Client').delete();
    names.getItem('Engagement.Count').delete();
    names.getItem('appfi.sheet.main').delete();
  });
  expect(left).toEqual([]);
  expect(names(small)).toMatchObject({
    'Engagement.Client': `='Main'!$C$${/\d+/.exec(small.at('Main', 'Client').address)![0]}`,
    'Engagement.Count': `='Main'!$C$${/\d+/.exec(small.at('Main', 'Count').address)![0]}`,
    'appfi.sheet.main': "='Main'!$A$1",
  });
  expect(small.host.book.names.filter(({ visible }) => !visible).map(({ name }) => name)).toContain(
    'appfi.sheet.main',
  );
});

test('a field whose label is gone comes below', async () => {
  const { small, left } = await gone(({ names, worksheets }) => {
    names.getItem('Engagement.Client').delete();
    worksheets.getItem('Main').getRange('B4:D4').clear();
  });
  expect(left).toEqual([]);
  const { address } = small.at('Main', 'Client');
  expect(address).toBe('B17');
  expect(names(small)['Engagement.Client']).toBe("='Main'!$C$17");
});

test('columns come to the end, with what their rows are and their formulas', async () => {
  const { small, left } = await gone(({ tables }) => {
    const { columns } = tables.getItem('PainPoints');
    for (const name of ['Symptom', 'Called']) columns.getItem(name).delete();
    tables.getItem('PainPoints').rows.getItemAt(0).delete();
  });
  expect(left).toEqual(['row-deleted note mended: Main PainPoints p1']);
  expect(small.rows('PainPoints').map((row) => row.slice(4))).toEqual([
    ['Symptom', 'Called'],
    ['Money', '=[@Pick]&"!"'],
    ['Noise', '=[@Pick]&"!"'],
    [null, '=[@Pick]&"!"'],
    [null, '=[@Pick]&"!"'],
  ]);
});

test('ids that are gone are those of the rows as they were laid out', async () => {
  const { small } = await gone(({ tables }) =>
    tables.getItem('PainPoints').columns.getItem('Id').delete(),
  );
  expect(small.rows('PainPoints').map((row) => row.at(-1))).toEqual([
    ...['Id', 'p1', 'p2', 'p3', null, null],
  ]);
});

test('a table has its name again', async () => {
  const { small, left } = await gone(({ tables }) => {
    tables.getItem('PainPoints').name = 'Troubles';
  });
  expect([left, small.rows('PainPoints')[0]?.[0]]).toEqual([[], 'Id']);
});
