import fc from 'fast-check';
import { Engagement, type Store } from '../../src/engagement/schema';
import { laidOut, type Desk } from '../support/desk';

/** Value or formula as Office.js takes it: texts with the apostrophe that keeps them texts. */
const text = (unit: fc.Arbitrary<string>) => unit.map((typed) => `'${typed}`);
const typed = fc.oneof(
  text(fc.string({ unit: 'grapheme', maxLength: 12 })),
  text(
    fc.constantFrom(
      ...['__proto__', 'constructor', 'Yes', 'yes', ' Yes ', 'maybe', 'High', 'TRUE', '=1+1', '0'],
      ...['2026-03-02', '2026-02-30', '#N/A', '\u00a0', 'a\nb', "''", 'x'.repeat(32_767)],
    ),
  ),
  fc.constantFrom('=1+1', '="text"', '=1/0', '=NA()', '=TODAY()'),
  fc.oneof(
    fc.integer({ min: -100_000, max: 100_000 }),
    fc.constantFrom(0, 45_000.5, 60, -1, 1e300, -1e-300, 2_958_466, 0.1),
  ),
  fc.boolean(),
);

interface InputCell {
  table?: string;
  row?: number;
  header?: string;
  name?: string;
}

/** Every cell that is the user's to fill: in tables, also in empty rows, and the named ones. */
async function inputCells(desk: Desk): Promise<InputCell[]> {
  const spec = await desk.spec();
  return spec.sheets
    .flatMap((sheet) => sheet.blocks)
    .flatMap((block): InputCell[] => {
      if (block.kind === 'fields')
        return block.fields.filter(({ stored }) => stored).map(({ name }) => ({ name }));
      if (block.kind !== 'table' || block.store === undefined) return [];
      return block.columns
        .filter(({ role }) => role === 'input')
        .flatMap(({ header }) =>
          Array.from({ length: block.rows.length + Math.min(2, block.spare) }, (_, row) => ({
            table: block.name,
            row,
            header,
          })),
        );
    });
}

const typeInto = (desk: Desk, cells: readonly (readonly [InputCell, unknown])[]) =>
  desk.act((context) => {
    for (const [{ table, row, header, name }, value] of cells) {
      const range =
        name === undefined
          ? context.workbook.tables
              .getItem(table as string)
              .columns.getItem(header as string)
              .getDataBodyRange()
              .getCell(row as number, 0)
          : context.workbook.names.getItem(name).getRange();
      range.values = [[value]];
    }
  });

test('whatever is typed into input cells is read, kept and laid out again', async () => {
  const blank = await laidOut();
  const cells = await inputCells(blank);
  const entries = fc.uniqueArray(fc.tuple(fc.constantFrom(...cells), typed), {
    minLength: 1,
    maxLength: 12,
    selector: ([cell]) => cell,
  });
  await fc.assert(
    fc.asyncProperty(entries, async (answers) => {
      const desk = blank.copy();
      await typeInto(desk, answers);
      const { engagement } = await desk.read();
      expect(Engagement.parse(JSON.parse(JSON.stringify(engagement)))).toEqual(engagement);
      await desk.refresh();
      expect((await desk.read()).engagement).toEqual(engagement);
      expect((await desk.refresh()).cells).toBe(0);
      const anew = await laidOut(engagement);
      expect((await anew.read()).engagement).toEqual(engagement);
    }),
    { numRuns: 5 },
  );
}, 120_000);

test('ids and headers that touch prototypes stay words', async () => {
  const desk = await laidOut();
  await desk.act((context) => {
    const asks = context.workbook.tables.getItem('Asks');
    const ids = asks.columns.getItem('Id').getDataBodyRange();
    ids.getCell(0, 0).values = [['__proto__']];
    ids.getCell(1, 0).values = [['constructor']];
    // With their own words they would be known by these.
    const words = asks.columns.getItem('Value driver').getDataBodyRange();
    words.getCell(0, 0).values = [['toString']];
    words.getCell(1, 0).values = [['valueOf']];
    asks.columns.getItem('Pick').getDataBodyRange().getCell(0, 0).values = [['Yes']];
    asks.columns.getItem('Pick').getDataBodyRange().getCell(1, 0).values = [['Yes']];
    const lists = context.workbook.tables.getItem('ListPriority');
    lists.rows.add(undefined, [['__proto__']]);
  });
  const { engagement, findings } = await desk.read();
  expect(engagement.ask).toMatchObject({ constructor: { pick: 'yes' } });
  expect(findings.map(({ kind }) => kind)).toContain('row-unknown');
  for (const word of ['pick', 'entry']) expect(word in Object.prototype).toBe(false);
  expect('pick' in Object).toBe(false);
  await desk.refresh();
  expect(desk.value('Asks', 0, 'Pick')).toBe('Yes');
});

test('an engagement has a place for every cell that people fill', async () => {
  const desk = await laidOut();
  const places = (await desk.spec()).sheets
    .flatMap((sheet) => sheet.blocks)
    .flatMap((block) =>
      block.kind === 'table' && block.store !== undefined
        ? block.columns
            .filter(({ role }) => role === 'input' || role === 'content')
            .map(({ id }) => [block.store as Store, id] as const)
        : [],
    );
  expect(places.length).toBeGreaterThan(50);
  const refused = places.filter(
    ([store, column]) =>
      !Engagement.safeParse({
        format: 'appfi-engagement/1',
        [store]: { row: { [column]: 'x' } },
      }).success,
  );
  expect(refused).toEqual([]);
});
