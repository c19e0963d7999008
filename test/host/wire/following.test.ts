import fc from 'fast-check';
import { createHost } from '../../../src/host';
import { thoroughness } from '../../support/thoroughness';

/**
 * A host remembers what formulas it has seen, so that renaming need not look at every cell. Whatever was
 * done before, one that has just opened the same workbook, and remembers nothing, does the same.
 */
type Act = (context: Excel.RequestContext, n: number) => void;

const sheetOf = (context: Excel.RequestContext, n: number) =>
  n % 2 === 0 ? context.workbook.worksheets.getFirst() : context.workbook.worksheets.getLast();
const texts = [
  '=SUM(T[Value])',
  '=A!$B$2+B2',
  '=[@Value]*2',
  '=B!C3&"x"',
  '=Rate*T[[#Headers],[Value]]',
];

const acts: Record<string, Act> = {
  write: (context, n) => {
    const text = texts[n % texts.length] as string;
    const inTable = text.includes('@');
    const place = inTable ? `C${2 + (n % 3)}` : `F${1 + (n % 9)}`;
    sheetOf(context, inTable ? 0 : n).getRange(place).formulas = [[text]];
  },
  link: (context, n) => {
    sheetOf(context, n).getRange(`H${1 + (n % 5)}`).hyperlink = { documentReference: 'A!B2' };
  },
  clear: (context, n) =>
    sheetOf(context, n)
      .getRange(`F${1 + (n % 9)}`)
      .clear('Contents'),
  copy: (context, n) =>
    sheetOf(context, n)
      .getRange('G1')
      .copyFrom(`B!F${1 + (n % 9)}`),
  insert: (context, n) =>
    void sheetOf(context, 1)
      .getRange(`${1 + (n % 4)}:${1 + (n % 4)}`)
      .insert('Down'),
  remove: (context, n) =>
    sheetOf(context, 1)
      .getRange(`${1 + (n % 4)}:${1 + (n % 4)}`)
      .delete('Up'),
  row: (context, n) =>
    void context.workbook.tables.getItem('T').rows.add(undefined, [['new', n, '']]),
  sort: (context) =>
    context.workbook.tables.getItem('T').sort.apply([{ key: 1, ascending: false }]),
};

const renames: Record<string, Act> = {
  column: (context) => {
    context.workbook.tables.getItem('T').columns.getItemAt(1).name = 'Amount';
  },
  table: (context) => {
    context.workbook.tables.getItem('T').name = 'Items';
  },
  sheet: (context, n) => {
    context.workbook.worksheets.getFirst().name = `First ${n}`;
  },
  shift: (context) => void context.workbook.worksheets.getFirst().getRange('B:B').insert('Right'),
  gone: (context) => context.workbook.tables.getItem('T').columns.getItemAt(1).delete(),
};

async function workbook() {
  const host = createHost();
  await host.run(async (context) => {
    const { worksheets, tables, names } = context.workbook;
    const first = worksheets.getFirst();
    first.name = 'A';
    const second = worksheets.add('B');
    const range = first.getRange('A1:C4');
    range.values = [
      ['Item', 'Value', 'Twice'],
      ['a', 1, ''],
      ['b', 3, ''],
      ['c', 2, ''],
    ];
    tables.add(range, true).name = 'T';
    second.getRange('A1').values = [[5]];
    names.add('Rate', second.getRange('A1'));
    await context.sync();
  });
  return host;
}

const cellsOf = (host: ReturnType<typeof createHost>) =>
  host.book.sheets.map(({ name, cells }) => [
    name,
    cells.map((row) =>
      row?.map((cell) => cell && [cell.formula ?? cell.value, cell.hyperlink?.documentReference]),
    ),
  ]);

test('what follows a rename is the same for a host that has long been at work', async () => {
  const step = fc.tuple(
    fc.constantFrom(...Object.keys(acts), ...Object.keys(renames)),
    fc.nat({ max: 30 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 12 }),
      fc.constantFrom(...Object.keys(renames)),
      async (steps, last) => {
        const host = await workbook();
        const play = (at: typeof host, name: string, n: number) =>
          at
            .run(async (context) => {
              ({ ...acts, ...renames })[name]?.(context, n);
              await context.sync();
            })
            // Such as a second rename of the same; it must be refused alike.
            .catch((error: { code?: string }) => {
              if (error.code === undefined) throw error;
              return error.code;
            });
        // The first rename makes it look at every formula.
        await play(host, 'sheet', 0);
        for (const [name, n] of steps) await play(host, name, n);
        const fresh = createHost(structuredClone(host.book));
        const outcomes = [await play(host, last, 99), await play(fresh, last, 99)];
        expect(outcomes[0]).toBe(outcomes[1]);
        expect(cellsOf(host)).toEqual(cellsOf(fresh));
      },
    ),
    { numRuns: 60 * thoroughness },
  );
});

test('a formula follows the renames of all forty columns that it names', async () => {
  const count = 40;
  const host = createHost();
  const named = (word: string) => Array.from({ length: count }, (_, i) => `${word} ${i}`);
  const sum = (columns: string[]) => `=SUM(${columns.map((name) => `[@[${name}]]`).join(',')})`;
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const area = sheet.getRange('A1').getResizedRange(1, count);
    area.formulas = [
      [...named('Year'), 'Sum'],
      [...Array<number>(count).fill(1), ''],
    ];
    const table = context.workbook.tables.add(area, true);
    area.getLastCell().formulas = [[sum(named('Year'))]];
    named('Month').forEach((name, i) => (table.columns.getItemAt(i).name = name));
    await context.sync();
  });
  const last = host.book.sheets[0]?.cells[1]?.[count];
  expect([last?.formula, last?.value]).toEqual([sum(named('Month')), count]);
});
