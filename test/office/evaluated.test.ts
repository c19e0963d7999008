import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engagement } from '../../src/engagement/schema';
import { Desk, engagementOf, laidOut, scalar } from '../support/desk';
import { type Book, openXlsx, stripCachedValues } from '../../src/book';
import type { WorkbookSpec } from '../../src/workbook';
import { evaluateWorkbook } from '../support/evaluateSheet';
import { available, recalculate } from '../support/libreoffice';

/** Cells in which the rule as evaluated and the formula as calculated differ. */
function differences(book: Book, spec: WorkbookSpec) {
  const evaluated = evaluateWorkbook(spec);
  expect(evaluated.length).toBeGreaterThan(300);
  const sheets = new Map(book.sheets.map((sheet) => [sheet.name, sheet]));
  return evaluated.flatMap(({ sheet, row, column, place, value }) => {
    const cell = sheets.get(sheet)?.cells[row]?.[column];
    const shown = scalar(cell?.value);
    const close =
      typeof value === 'number' && typeof shown === 'number'
        ? Math.abs(value - shown) <= 1e-9 * Math.max(1, Math.abs(value))
        : value === shown;
    return close && cell?.formula !== undefined
      ? []
      : [{ place, value, shown, formula: cell?.formula }];
  });
}

test('every formula of the small model computes what its rule means', async () => {
  const engagement = engagementOf({
    settings: { startDate: '2026-03-02', afterGoLiveShare: 0.3 },
    ask: { 's.ask.1': { pick: 'yes' }, 's.ask.2': { pick: 'maybe' } },
    plan: { 's.plan.1': { pick: 'yes', owner: 'Li' } },
    pain: {
      's.pain.1': { pick: 'yes', wording: 'Ours' },
      'custom.pain.1': { item: 'Own', pick: 'yes' },
    },
    function: { 's.fn.1': { pick: 'yes' }, 's.fn.3': { pick: 'yes' } },
    microSteps: { 'micro.1': { status: 'done', from: 3 } },
    holidays: { 'holiday.1': { date: '2026-03-04' } },
    comparison: {
      'comparison.build': { usual: 12, micro: 0.5 },
      'comparison.loss': { usual: 0, micro: 1 },
    },
    budget: { 'budget.team': { before: 100, after: 20 } },
  });
  const desk = await laidOut(engagement);
  expect(differences(desk.host.book, await desk.spec(engagement))).toEqual([]);
});

test.each(['key-account', 'after-sales'])(
  'every formula of the example on %s computes what its rule means',
  async (model) => {
    const file = readFileSync(join(__dirname, `../../examples/${model}.json`), 'utf8');
    const engagement = Engagement.parse(JSON.parse(file));
    const desk = new Desk();
    await desk.layOut(engagement, { lang: 'zh-CN' });
    expect(differences(desk.host.book, await desk.spec(engagement))).toEqual([]);
    expect((await desk.refresh()).cells).toBe(0);
    expect(desk.host.counters.syncs).toBeLessThanOrEqual(desk.requestsAllowed());
  },
  60_000,
);

(available() ? test : test.skip)(
  'LibreOffice computes the same, SMALL included',
  async () => {
    const engagement = engagementOf({
      settings: { startDate: '2026-03-02', afterGoLiveShare: 0.3 },
      ask: { 's.ask.1': { pick: 'yes' } },
      pain: { 's.pain.1': { pick: 'yes', wording: 'Ours' } },
      function: { 's.fn.1': { pick: 'yes' }, 's.fn.3': { pick: 'yes' } },
      comparison: { 'comparison.build': { usual: 12, micro: 3 } },
      budget: { 'budget.team': { before: 100, after: 20 } },
    });
    const desk = await laidOut(engagement);
    expect(desk.cell('Trace', 'trace.1', 'Position')?.formula).toContain('SMALL(');
    const bytes = await desk.host.save();
    const spec = await desk.spec(engagement);
    const uncomputed = await openXlsx(await stripCachedValues(bytes));
    expect(differences(uncomputed, spec).length).toBeGreaterThan(300);
    expect(differences(await openXlsx(await recalculate(bytes)), spec)).toEqual([]);
  },
  60_000,
);
