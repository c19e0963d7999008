import { describeFinding } from '../../../src/office';
import { engagementOf, kindsOf, laidOut, type Desk } from '../../support/desk';
import { picked, refreshed, repaired } from './again';

describe('order', () => {
  test('rows sorted without the hidden id keep their answers, and their ids come back', async () => {
    const desk = await laidOut(picked);
    const before = await desk.read();
    const first = desk.address('PainPoints', 's.pain.1', 'No');
    await desk.act(async (context) => {
      const table = context.workbook.tables.getItem('PainPoints');
      const body = table.getDataBodyRange();
      const rows = context.workbook.worksheets
        .getItem(first.sheet)
        .getRange(first.address)
        .getResizedRange(3, 30)
        .getIntersection(body);
      rows.load('values');
      await context.sync();
      rows.values = [...rows.values].reverse();
    });
    const { engagement, findings } = await desk.read();
    expect(kindsOf(findings)).toContain('rows-displaced');
    expect(engagement.pain).toEqual(before.engagement.pain);
    expect(engagement.edits).toEqual(before.engagement.edits);
    await repaired(desk);
    const after = await desk.read();
    expect(after.engagement.pain).toEqual(before.engagement.pain);
    expect(after.findings).toEqual([]);
  });

  test('words that have moved away from their answers, some of them lost, are told', async () => {
    const desk = await laidOut(picked);
    const first = desk.address('PainPoints', 's.pain.1', 'Pain point');
    await desk.act(async (context) => {
      const sheet = context.workbook.worksheets.getItem(first.sheet);
      const words = sheet.getRange(first.address).getResizedRange(3, 0);
      words.load('values');
      await context.sync();
      words.values = [['New words'], ...words.values.slice(0, 3)];
    });
    const { findings } = await desk.read();
    const crossed = findings.find(({ kind }) => kind === 'rows-crossed');
    expect(crossed && describeFinding('en', crossed)).toContain('Pain 1 (← Pain 2) · Pain 2 (← ');
    expect((await desk.refresh()).findings).toEqual(expect.arrayContaining([crossed]));
  });

  /** The first rows, from one column on, in another order. */
  const turned = (
    desk: Desk,
    from: string,
    columns: number,
    turn: (rows: unknown[][]) => unknown[][],
    count = 4,
  ) => {
    const first = desk.address('PainPoints', 's.pain.1', from);
    return desk.act(async (context) => {
      const body = context.workbook.tables.getItem('PainPoints').getDataBodyRange();
      const cells = context.workbook.worksheets
        .getItem(first.sheet)
        .getRange(first.address)
        .getResizedRange(count - 1, columns - 1)
        .getIntersection(body);
      cells.load('values');
      await context.sync();
      cells.values = turn(cells.values);
    });
  };

  test('one column sorted alone takes no answer with it, and is told', async () => {
    const desk = await laidOut(picked);
    const before = await desk.read();
    await turned(desk, 'Pain point', 1, (rows) => [...rows].reverse());
    const { engagement, findings } = await desk.read();
    expect(kindsOf(findings)).toContain('rows-crossed');
    expect(engagement.pain).toEqual(before.engagement.pain);
  });

  test('cells deleted so that others move up: rows are found by their words, the lost one is told', async () => {
    const desk = await laidOut(
      engagementOf({ pain: { ...picked.pain, 's.pain.3': { pick: 'no' } } }),
    );
    const { pain } = (await desk.read()).engagement;
    await turned(desk, 'No', 30, ([, ...rows]) => [...rows, (rows[0] ?? []).map(() => '')]);
    const { engagement, findings } = await desk.read();
    expect(kindsOf(findings)).toEqual(expect.arrayContaining(['rows-displaced', 'row-deleted']));
    delete pain['s.pain.1'];
    expect(engagement.pain).toEqual(pain);
    expect(engagement.edits).toEqual({});
  });

  test('rows of one’s own that are sorted among others without their ids are still one’s own', async () => {
    const desk = await laidOut(picked);
    await turned(desk, 'No', 30, (rows) => [...rows].reverse(), 5);
    const { engagement, findings } = await desk.read();
    expect(engagement.pain).toEqual(picked.pain);
    expect(kindsOf(findings)).toContain('rows-displaced');
  });

  test('a sign that nobody sees is told', async () => {
    const desk = await laidOut(picked);
    const { sheet, address } = desk.address('PainPoints', 's.pain.2', 'Comment');
    await desk.act((context) => {
      context.workbook.worksheets.getItem(sheet).getRange(address).values = [['every\tweek\n12']];
      return context.sync();
    });
    const { findings, engagement } = await desk.read();
    expect(findings.map((one) => describeFinding('en', one))).toEqual([
      expect.stringContaining('holds a tab or another sign that nobody sees'),
    ]);
    expect(engagement.pain['s.pain.2']).toEqual({ comment: 'every\tweek\n12' });
  });

  test.each(['PainPoints', 'Asks', 'MicroSteps', 'Trace', 'Progress', 'Budget'])(
    'sorting %s changes no answer',
    async (table) => {
      const desk = await laidOut(picked);
      const before = await desk.read();
      await desk.act((context) => {
        context.workbook.tables.getItem(table).sort.apply([{ key: 1, ascending: false }]);
      });
      const { engagement, findings, results } = await refreshed(desk);
      expect(engagement).toEqual(before.engagement);
      expect(findings).toEqual([]);
      expect(results.names).toEqual(before.results.names);
      expect(results.tables.progress).toEqual(before.results.tables.progress);
    },
  );

  test('a filtered table reads and refreshes as a whole', async () => {
    const desk = await laidOut(picked);
    await desk.act((context) => {
      context.workbook.tables
        .getItem('PainPoints')
        .columns.getItem('Pick')
        .filter.applyValuesFilter(['Yes']);
    });
    const { engagement } = await refreshed(desk);
    expect(engagement.pain).toEqual(picked.pain);
  });

  test('rows and columns put in above and beside move tables, and are followed', async () => {
    const desk = await laidOut(picked);
    await desk.act((context) => {
      for (const sheet of ['3 PainPoints', 'Engagement', 'Lifecycle', 'Lists']) {
        const worksheet = context.workbook.worksheets.getItem(sheet);
        worksheet.getRange('2:3').insert('Down');
      }
      context.workbook.worksheets.getItem('Lifecycle').getRange('A:A').insert('Right');
    });
    const { engagement, findings } = await refreshed(desk);
    expect(engagement.pain).toEqual(picked.pain);
    expect(engagement.budget).toEqual(picked.budget);
    expect(engagement.settings).toEqual(picked.settings);
    expect(findings).toEqual([]);
    expect((await desk.repair()).cells).toBe(0);
  });
});
