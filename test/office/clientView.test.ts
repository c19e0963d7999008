import { showClientView, showEverything, study } from '../../src/office';
import { engagementOf, laidOut, type Desk } from '../support/desk';

/** Names of the sheets that are seen. */
const seen = (desk: Desk) =>
  desk.host.book.sheets
    .filter(({ visibility }) => visibility === 'Visible')
    .map(({ name }) => name);

const sheetOf = (desk: Desk, name: string) => {
  const found = desk.host.book.sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`No sheet ${name}`);
  return found;
};

/** Zero-based, of where a reference begins. */
const columnOf = (ref: string): number =>
  [...(/!\$([A-Z]+)/.exec(ref)?.[1] ?? '')].reduce(
    (n, sign) => n * 26 + sign.charCodeAt(0) - 64,
    0,
  ) - 1;

/** The texts of a sheet that are to be seen, row by row. */
const textsOn = (desk: Desk, name: string): unknown[] => {
  const { cells, hiddenRows, hiddenColumns } = sheetOf(desk, name);
  return cells.flatMap((row, r) =>
    hiddenRows.has(r)
      ? []
      : (row ?? []).flatMap((cell, c) => (hiddenColumns.has(c) || !cell ? [] : [cell.value])),
  );
};

/** In which colours intermediate results stand that share a column with what is shown. */
const helperColors = (desk: Desk) => {
  const { sheet, row, column, headers } = desk.table('RoiYears');
  const at = column + headers.indexOf('Inside');
  return [0, 1].map((i) => sheet.cells[row + i]?.[at]?.style?.fontColor);
};

describe('the client’s view of a workbook', () => {
  let desk: Desk;
  let before: ReturnType<typeof state>;
  const state = () => {
    const { hiddenColumns, hiddenRows } = sheetOf(desk, '4 Functions');
    const heights = Object.fromEntries(sheetOf(desk, 'Metrics').rowHeights);
    const returned = sheetOf(desk, 'Roi');
    return {
      ...{ seen: seen(desk), columns: [...hiddenColumns], rows: [...hiddenRows], heights },
      ...{ roi: [...returned.hiddenRows], helper: helperColors(desk) },
      orientation: returned.pageLayout.orientation,
    };
  };
  const show = (how: typeof showClientView | typeof showEverything) =>
    desk.host.run(async (context) =>
      how(context, await study(context, { catalogs: desk.catalogs })),
    );
  beforeAll(async () => {
    desk = await laidOut(
      engagementOf({
        function: { 's.fn.1': { pick: 'yes' }, 's.fn.2': { pick: 'no' } },
        metrics: {
          's.metric.1': { use: 'yes', baseline: 10, target: 20, range: 'Long. '.repeat(99) },
        },
        settings: { horizon: 2 },
        costs: { 'cost.1': { item: 'Licences', y0: 100, y2: 50 } },
      }),
    );
    before = state();
    await show(showClientView);
  });

  test('shows what was picked, and neither what was declined nor what nobody answered', () => {
    const texts = textsOn(desk, '4 Functions');
    expect(texts).toContain('Function 1');
    expect(texts).not.toContain('Function 2');
    expect(texts).not.toContain('Function 3');
    expect(texts).not.toContain('Why Function 1');
  });

  test('has neither working sheets nor sheets in which nothing stands', () => {
    expect(seen(desk)).toEqual(expect.arrayContaining(['Engagement', '4 Functions', 'Metrics']));
    for (const name of ['Lists', 'Realised', 'Settlement', 'Checks', 'Terms', 'Criteria', 'Ledger'])
      expect(seen(desk)).not.toContain(name);
  });

  test('a row is no taller than what is seen of it', () => {
    const first = (heights: Record<number, number>) => Math.max(...Object.values(heights));
    expect(first(before.heights)).toBeGreaterThan(60);
    expect(first(state().heights)).toBeLessThan(50);
  });

  test('a chart draws what it draws from, though that stands in a hidden column', () => {
    const hidden = desk.host.book.sheets.flatMap(({ name, charts, hiddenColumns }) =>
      charts
        .filter(({ series }) =>
          series.some(({ categories = '', values }) =>
            [categories, values].some((ref) => hiddenColumns.has(columnOf(ref))),
          ),
        )
        .map(({ drawsHidden }) => [name, drawsHidden]),
    );
    expect(hidden).toContainEqual(['Scope budget', true]);
    for (const [, drawsHidden] of hidden) expect(drawsHidden).toBe(true);
  });

  test('has no year that nothing is said of, as a row or as a column', () => {
    const texts = textsOn(desk, 'Costs');
    expect(texts).toEqual(expect.arrayContaining(['Licences', 'Year 0', 'Year 2']));
    for (const year of ['Year 1', 'Year 3', 'Year 10']) expect(texts).not.toContain(year);
    const { sheet, row } = desk.table('RoiYears');
    const shown = Array.from({ length: 11 }, (_, year) => year).filter(
      (year) => !sheet.hiddenRows.has(row + 1 + year),
    );
    expect(shown).toEqual([0, 1, 2]);
  });

  test('has neither an empty table nor its heading', () => {
    expect(textsOn(desk, 'MicroConsulting')).not.toContain('Holidays');
  });

  test('shows no intermediate results that stand under a column that is shown', () => {
    expect(helperColors(desk)).toEqual(['#FFFFFF', '#FFFFFF']);
    expect(before.helper).not.toContain('#FFFFFF');
  });

  test('prints every sheet on A4, one page wide', () => {
    for (const name of seen(desk))
      expect([name, sheetOf(desk, name).pageLayout]).toMatchObject([
        name,
        { paperSize: 'A4', fitWide: 1 },
      ]);
  });

  test('prints no workings, in any view', () => {
    const { pageLayout } = sheetOf(desk, 'Payoff');
    const last = Number(/\$(\d+)$/.exec(pageLayout.printArea ?? '')?.[1]);
    expect(textsOn(desk, 'Payoff').length).toBeLessThan(2000);
    expect(last).toBeLessThan(90);
  });

  const locked = () =>
    desk.host.book.sheets.filter(({ protection }) => protection).map(({ name }) => name);

  test('protects what only computes, and nothing that people fill', () => {
    expect(locked()).toEqual(expect.arrayContaining(['Statement', 'Payoff']));
    for (const name of ['4 Functions', 'Metrics', 'Terms', 'Contract', 'Ledger'])
      expect(locked()).not.toContain(name);
  });

  test('is taken back as it came', async () => {
    await show(showEverything);
    expect(state()).toEqual(before);
    expect(locked()).toEqual([]);
  });
});
