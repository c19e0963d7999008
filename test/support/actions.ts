import fc from 'fast-check';
import { text } from './arbitraryEngagement';
import type { Desk } from './desk';

export type Action = (desk: Desk) => Promise<void> | void;

const steps = ['Asks', 'Plans', 'PainPoints', 'Functions', 'Innovations'];
const tables = [...steps, 'MicroSteps', 'Budget', 'Comparison', 'ProcessPlan', 'Trace', 'Progress'];
const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const nth = fc.nat(1000);

/** A step's table, one of its rows that has an id, and one that has none. */
const rowOf = (desk: Desk, table: string, n: number) =>
  at(
    desk.ids(table).flatMap((id, i) => (id === '' ? [] : [i])),
    n,
  );
const has = (desk: Desk, table: string, header: string) =>
  desk.hasTable(table) && desk.table(table).headers.includes(header);

const typing = (headers: string[], value: fc.Arbitrary<string | number>) =>
  fc
    .tuple(fc.constantFrom(...steps), nth, fc.constantFrom(...headers), value)
    .map(([table, n, header, input]): [string, Action] => [
      `type ${String(input).slice(0, 20)} into ${header} of ${table}`,
      (desk) => {
        if (has(desk, table, header)) desk.type(table, rowOf(desk, table, n), header, input);
      },
    ]);

/** What a person types as text, not as a formula. */
const words = text.filter((one) => !/^[=+\-@]/.test(one) && one.length < 1000);

const onTable = (
  name: string,
  act: (table: Excel.Table, desk: Desk, n: number, at: string) => void,
  among = tables,
) =>
  fc.tuple(fc.constantFrom(...among), nth).map(([table, n]): [string, Action] => [
    `${name} ${table}`,
    async (desk) => {
      if (!desk.hasTable(table)) return;
      await desk.act((context) => act(context.workbook.tables.getItem(table), desk, n, table));
    },
  ]);

/** Something that a person does with a workbook in Excel, and what it is called. */
export const action: fc.Arbitrary<[string, Action]> = fc.oneof(
  typing(['Pick'], fc.constantFrom('Yes', 'Maybe', 'No')),
  typing(['Owner', 'Comment', 'Own wording'], fc.oneof(words, fc.integer())),
  typing(['Priority', 'Phase'], fc.constantFrom('High', 'Later', 'own word')),
  typing(['Explanation'], words),
  fc.tuple(fc.constantFrom(...steps), words).map(([table, input]): [string, Action] => [
    `own row in ${table}`,
    (desk) => {
      if (!has(desk, table, 'Explanation')) return;
      const row = desk.ids(table).indexOf('');
      if (row >= 0) desk.type(table, row, 'Explanation', input);
    },
  ]),
  onTable('sort', (table, desk, n, name) => {
    table.sort.apply([{ key: n % desk.table(name).headers.length, ascending: n % 2 === 0 }]);
  }),
  onTable('insert a row into', (table, desk, n, name) => {
    table.rows.add(n % desk.ids(name).length);
  }),
  onTable('delete a row of', (table, desk, n, name) => {
    if (desk.ids(name).length > 2) table.rows.getItemAt(n % desk.ids(name).length).delete();
  }),
  onTable('add a column to', (table, desk, n, name) => {
    const { headers, rows } = desk.table(name);
    if (headers.includes('Mine')) return;
    const body = Array.from({ length: rows - 1 }, (_, i) => [i % 3 === 0 ? `note ${i}` : '']);
    table.columns.add(n % headers.length || undefined, [['Mine'], ...body]);
  }),
  onTable('rename a header of', (table, desk, n, name) => {
    const { headers } = desk.table(name);
    const column = 1 + (n % (headers.length - 1));
    if (headers[column] !== 'Mine')
      table.columns.getItemAt(column).name = `${headers[column]} anew`;
  }),
  onTable('rename', (table, _desk, _n, name) => {
    table.name = `My${name}`;
  }),
  onTable(
    'filter',
    (table, desk, _n, name) => {
      const first = desk.table(name).headers[1] as string;
      table.columns.getItem(first).filter.applyValuesFilter(['1']);
    },
    steps,
  ),
  onTable('insert rows above', (table, _desk, n) => {
    const row = table.getHeaderRowRange().getEntireRow();
    for (let i = 0; i <= n % 3; i += 1) row.insert('Down');
  }),
  onTable(
    'overwrite a formula of',
    (table, desk, n, name) => {
      if (desk.table(name).headers.includes('Origin')) {
        const range = table.columns
          .getItem('Origin')
          .getDataBodyRange()
          .getCell(n % 3, 0);
        range.values = [['typed']];
      }
    },
    steps,
  ),
  onTable('delete a column of', (table, desk, n, name) => {
    const { headers } = desk.table(name);
    table.columns.getItemAt(1 + (n % (headers.length - 1))).delete();
  }),
  nth.map((n): [string, Action] => [
    'rename a sheet',
    (desk) =>
      desk.act((context) => {
        const { name } = at(
          desk.host.book.sheets.filter((one) => one.visibility === 'Visible'),
          n,
        );
        context.workbook.worksheets.getItem(name).name = `S${n} ${name}`.slice(0, 31);
      }),
  ]),
  nth.map((n): [string, Action] => [
    'add a sheet',
    (desk) =>
      desk.act((context) => {
        const sheet = context.workbook.worksheets.add();
        sheet.getRange('A1').values = [[n]];
        sheet.position = n % 5;
      }),
  ]),
  fc
    .constantFrom('en', 'zh-TW')
    .map((): [string, Action] => ['refresh', async (desk) => void (await desk.refresh())]),
);
