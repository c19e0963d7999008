import { MovedError } from '../../src/office/errors';
import { provenanceTable } from '../../src/office/inspect';
import { takeBack } from '../../src/office/takeBack';
import type { Scope } from '../../src/office/steps';
import { transact } from '../../src/office/transact';
import type { Undo } from '../../src/office/undo';
import { appendRows, writeColumn, writeFormula } from '../../src/office/write';
import { Desk } from '../support/desk';
import { onLine, type Fate } from '../support/line';
import { stateOf } from '../support/workbookState';

/** Two tables, one above the other, the lower one wider. */
async function twoTables() {
  const desk = new Desk();
  await desk.act(({ workbook }) => {
    const sheet = workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:B4').values = [
      ['Id', 'What'],
      ['a', "'007"],
      ['b', 'two'],
      ['c', 'three'],
    ];
    sheet.tables.add('A1:B4', true).name = 'Upper';
    sheet.getRange('A7:C8').values = [
      ['X', 'Y', 'Z'],
      [1, 2, 3],
    ];
    sheet.tables.add('A7:C8', true).name = 'Wider';
  });
  return desk;
}

const scopeOf = (desk: Desk): Scope => {
  const { sheet, row, column, rows, columns, headers } = desk.table('Upper');
  const cells = Array.from({ length: rows - 1 }, (_, r) =>
    Array.from({ length: columns }, (_, c) => sheet.cells[row + 1 + r]?.[column + c]?.value ?? ''),
  );
  const one = { name: 'Upper', sheet: sheet.name, row, column, headers };
  return {
    snapshots: new Map([['Upper', { ...one, values: cells, formulas: cells }]]),
    named: new Map(),
    sheetIds: new Map(),
    keys: new Map([['Upper', 0]]),
  };
};

const stopped = new Error('stopped');

test('rows that came above a wider table go, and what stands below moves up again', async () => {
  const desk = await twoTables();
  const before = stateOf(desk);
  const rows = [
    ['d', 'four'],
    ['e', 'five'],
  ];
  const work = desk.act((context) =>
    transact(context, {}, async (step) => {
      await step.run(appendRows('Upper', rows, 3, { left: 0, columns: 3 }));
      // Somebody sorts meanwhile: what came is no longer at the end.
      context.workbook.tables.getItem('Upper').sort.apply([{ key: 0, ascending: false }]);
      await context.sync();
      throw stopped;
    }),
  );
  await expect(work).rejects.toBe(stopped);
  expect(desk.ids('Upper')).toEqual(['c', 'b', 'a']);
  await desk.act(({ workbook }) => {
    workbook.tables.getItem('Upper').sort.apply([{ key: 0, ascending: true }]);
  });
  expect(stateOf(desk)).toEqual(before);
});

test('cells go back to their rows where the change gave these other ids', async () => {
  const desk = await twoTables();
  const before = stateOf(desk);
  const scope = scopeOf(desk);
  const column = (c: number) => scope.snapshots.get('Upper')?.values.map((row) => [row[c]]) ?? [];
  const at = (c: number) => ({ sheet: 'Sheet1', row: 1, column: c });
  const had = (c: number) => ({ values: column(c), formulas: column(c) });
  const work = desk.act((context) =>
    transact(context, {}, async (step) => {
      const operations = [
        writeColumn(at(0), ['b', 'c', 'new'], had(0)),
        writeColumn(at(1), ['TWO', 'THREE', 'NEW'], had(1)),
      ];
      await step.run(operations, scope);
      throw stopped;
    }),
  );
  await expect(work).rejects.toBe(stopped);
  expect(stateOf(desk)).toEqual(before);
});

test('what was written into a row that somebody has deleted does not go back into another', async () => {
  const desk = await twoTables();
  const scope = scopeOf(desk);
  const column = scope.snapshots.get('Upper')?.values.map((row) => [row[1]]) ?? [];
  const at = { sheet: 'Sheet1', row: 1, column: 1 };
  const work = desk.act((context) =>
    transact(context, {}, async (step) => {
      const before = { values: column, formulas: column };
      await step.run([writeColumn(at, ['three', 'three'], before)], scope);
      context.workbook.worksheets.getItem('Sheet1').getRange('3:3').delete('Up');
      await context.sync();
      throw stopped;
    }),
  );
  await expect(work).rejects.toBe(stopped);
  expect(desk.ids('Upper').map((id) => desk.value('Upper', id, 'What'))).toEqual(['007', 'three']);
});

test('a table and a name that somebody else has made meanwhile on another sheet stay', async () => {
  const desk = await twoTables();
  const id = desk.host.book.sheets[0]!.id;
  await desk.act(({ workbook }) => {
    const sheet = workbook.worksheets.add("Li's");
    workbook.names.add('Theirs', sheet.getRange('C1')).visible = true;
    workbook.names.add('Ours', workbook.worksheets.getItem('Sheet1').getRange('F1'));
    sheet.getRange('A1').values = [['Mine']];
    sheet.tables.add('A1:A2', true).name = 'Budget';
  });
  const steps = ['Budget', 'Wider'].map((table): Undo => ({ kind: 'table', table, sheet: id }));
  const names = ['Theirs', 'Ours'].map((name): Undo => ({ kind: 'placed-name', name, sheet: id }));
  await desk.act((context) => takeBack(context, [...steps, ...names]));
  expect(['Budget', 'Wider'].map(desk.hasTable)).toEqual([true, false]);
  expect(desk.host.book.names.map(({ name }) => name)).toEqual(['Theirs']);
});

test('what was written twice goes back to what stood there first, and formulas with their headers', async () => {
  const desk = await twoTables();
  await desk.act(({ workbook }) => {
    workbook.worksheets.getItem('Sheet1').getRange('C8').formulas = [['=[@X]*2']];
  });
  const before = stateOf(desk);
  const cells = (row: number, column: number, had: string, wrote: string): Undo => ({
    ...{ kind: 'cells', at: { table: 'Wider' }, row, column, rows: 1 },
    ...{ had: [[had]], wrote: [[wrote]] },
  });
  await desk.act(({ workbook }) => {
    const sheet = workbook.worksheets.getItem('Sheet1');
    sheet.getRange('C8').formulas = [['=[@X]*3']];
    sheet.getRange('A7').values = [['Neu']];
  });
  await desk.act((context) =>
    takeBack(context, [
      cells(1, 2, '=[@X]*2', ''),
      cells(1, 2, '', '=[@X]*3'),
      cells(0, 0, 'X', 'Neu'),
    ]),
  );
  expect(stateOf(desk)).toEqual(before);
});

test('a header that has come to stand where a formula was written is itself again', async () => {
  const desk = await twoTables();
  const place = { sheet: 'Sheet1', row: 1, column: 1 };
  const formula = '=LEN([@Id])';
  const rows = (workbook: Excel.Workbook) => workbook.tables.getItem('Upper').getRange();
  await desk.act(({ workbook }) => {
    workbook.worksheets.getItem('Sheet1').getRange('B2:B4').formulas = formula as never;
  });
  await desk.act(({ workbook }) => {
    rows(workbook).getRow(0).getEntireRow().insert('Down');
  });
  const before = stateOf(desk);
  const had = ['a', 'b', 'c'].map(() => formula);
  const change = desk.act((context) =>
    transact(context, {}, (work) => work.run([writeFormula(place, '=LEN([@Id])+1', had)])),
  );
  await expect(change).rejects.toThrow(MovedError);
  expect(stateOf(desk)).toEqual(before);
});

test.each(['ResponsePayloadSizeLimitExceeded', 'RequestPayloadSizeLimitExceeded'])(
  'what is too much for one request is taken back in several (%s)',
  async (refused) => {
    const desk = await twoTables();
    const before = stateOf(desk);
    const step = (column: number, had: string | number, wrote: string | number): Undo => ({
      ...{ kind: 'cells', at: { table: 'Wider' }, row: 1, column, rows: 1 },
      ...{ had: [[had]], wrote: [[wrote]] },
    });
    await desk.act(({ workbook }) => {
      workbook.worksheets.getItem('Sheet1').getRange('A8:B8').values = [[11, 22]];
    });
    onLine(desk.host, (request) => (request === 1 ? { refused } : undefined));
    await desk.act((context) => takeBack(context, [step(0, 1, 11), step(1, 2, 22)]));
    expect(stateOf(desk)).toEqual(before);
  },
);

test('a change whose last request stops anywhere is whole, or taken back, and leaves no journal', async () => {
  const ends = new Set<string>();
  const before = JSON.stringify(stateOf(await journaled()));
  let last = 0;
  const change = async (desk: Desk, fate: (request: number) => Fate | undefined) => {
    onLine(desk.host, (request) => fate((last = request)));
    const rows = [['d', 'four']];
    const work = desk.act((context) =>
      transact(context, { task: 'merge' }, (step) =>
        step.run(appendRows('Upper', rows, 3, { left: 0, columns: 3 })),
      ),
    );
    return work.then(
      () => 'done',
      () => 'failed',
    );
  };
  const whole = await journaled();
  await change(whole, () => undefined);
  // Its own request to end comes before the desk's.
  const ending = last - 1;
  for (let stopped = 0; stopped < 12; stopped += 1) {
    const desk = await journaled();
    const end = await change(desk, (request) => (request === ending ? { stopped } : undefined));
    ends.add(end);
    const wanted = end === 'done' ? JSON.stringify(stateOf(whole)) : before;
    expect({ stopped, state: JSON.stringify(stateOf(desk)) }).toEqual({ stopped, state: wanted });
  }
  expect([...ends].sort()).toEqual(['done', 'failed']);
});

/** A workbook whose lower table is where a journal is kept. */
async function journaled(): Promise<Desk> {
  const desk = await twoTables();
  await desk.act(({ workbook }) => {
    workbook.tables.getItem('Wider').name = provenanceTable;
  });
  return desk;
}
