import { LANGS } from '../../src/messages';
import { describeFinding, type Finding } from '../../src/office';
import type { TableBlock } from '../../src/workbook';
import { type Desk, engagementOf, laidOut } from '../support/desk';

interface Told {
  table: string;
  column: string;
}

/** Every table with what it is called and where it stands. */
async function tablesOf(desk: Desk) {
  const { sheets } = await desk.spec(engagementOf(), desk.lang);
  return sheets.flatMap((sheet) =>
    sheet.blocks
      .filter((block): block is TableBlock => block.kind === 'table')
      .filter(({ name }) => desk.hasTable(name))
      .map((block) => ({ block, sheet: sheet.name, stands: desk.table(block.name) })),
  );
}

/** Whether each column's sentence says the column's own header, and its sheet. */
async function columnsTold(
  desk: Desk,
  kind: Finding['kind'],
  spoil: (
    table: Awaited<ReturnType<typeof tablesOf>>[number],
    column: TableBlock['columns'][number],
  ) => boolean,
): Promise<Told[]> {
  const spoiled = (await tablesOf(desk)).flatMap((table) =>
    table.block.columns
      .filter((column) => spoil(table, column))
      .map(({ id, header }) => ({ table: table.block.name, sheet: table.sheet, id, header })),
  );
  const { findings } = await desk.read();
  const [open, close] = desk.lang === 'zh-TW' ? '「」' : '“”';
  for (const { table, sheet, id, header } of spoiled) {
    const found = findings.find(
      (one) => one.kind === kind && one.table === table && one.column === id,
    );
    const text = found && describeFinding(desk.lang, found);
    expect(text).toContain(`${open}${header}${close}`);
    expect(text).toContain(`${open}${sheet}${close}`);
    expect(text).toContain(table);
  }
  return spoiled.map(({ table, id }) => ({ table, column: id }));
}

test.each(LANGS)('%s: every column is told by its own header and sheet', async (lang) => {
  const desk = await laidOut(engagementOf(), { lang });
  desk.lang = lang;

  const overwritten = await columnsTold(desk.copy(), 'formula-overwritten', (table, column) => {
    const cell = cellIn(table, column.id);
    if (!column.formula || !cell) return false;
    delete cell.formula;
    cell.value = 'typed';
    return true;
  });

  // Every second header at a time: a header is known again between its neighbours.
  const renamed: Told[] = [];
  for (const turn of [0, 1])
    renamed.push(
      ...(await columnsTold(desk.copy(), 'header-renamed', ({ block, stands }, column) => {
        const at = block.columns.indexOf(column);
        const header = stands.sheet.cells[stands.row]?.[stands.column + at];
        const table = stands.sheet.tables.find(({ name }) => name === block.name);
        if (at % 2 !== turn || column.role === 'key' || !header || !table?.columns[at])
          return false;
        header.value = table.columns[at].name = `Renamed ${at}`;
        return true;
      })),
    );

  const tables = await tablesOf(desk);
  const all = tables.flatMap(({ block }) => block.columns);
  expect(overwritten).toHaveLength(all.filter(({ formula }) => formula).length);
  expect(renamed).toHaveLength(all.filter(({ role }) => role !== 'key').length);
});

type Table = Awaited<ReturnType<typeof tablesOf>>[number];

const cellIn = ({ block, stands: { sheet, row, column } }: Table, id: string) =>
  sheet.cells[row + 1]?.[column + block.columns.findIndex((one) => one.id === id)];
