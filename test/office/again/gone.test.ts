import { describeFinding } from '../../../src/office';
import { tieOf } from '../../../src/rules/plan/suggestion';
import { kindsOf, laidOut } from '../../support/desk';
import { picked, refreshed, repaired, computedAnew } from './again';

describe('gone', () => {
  test('a deleted row stays away, and comes back when repaired', async () => {
    const desk = await laidOut(picked);
    for (const [table, id] of [
      ['PainPoints', 's.pain.3'],
      ['Trace', 'trace.2'],
      ['Budget', 'budget.team'],
    ] as const) {
      const row = desk.ids(table).indexOf(id);
      await desk.act((context) => {
        context.workbook.tables.getItem(table).rows.getItemAt(row).delete();
      });
    }
    const { engagement, findings } = await refreshed(desk);
    expect(kindsOf(findings)).toEqual(['row-deleted', 'row-deleted', 'row-deleted']);
    expect(engagement.removed).toEqual({
      pain: ['s.pain.3'],
      trace: ['trace.2'],
      budget: ['budget.team'],
    });
    const anew = await laidOut(engagement);
    expect((await anew.read()).engagement).toEqual(engagement);
    const back = await repaired(desk);
    expect(back.engagement.removed).toEqual({});
    expect(desk.value('PainPoints', 's.pain.3', 'Pain point')).toBe('Pain 3');
    expect(desk.value('PainPoints', 's.pain.3', 'Suggested')).toBeCloseTo(2 + tieOf(2, 3), 9);
  });

  test('an overwritten formula is reported by place, left alone, and repaired', async () => {
    const desk = await laidOut(picked);
    desk.type('PainPoints', 's.pain.1', 'Suggested', 9);
    desk.typeNamed('Micro.VendorHours', 41);
    const { findings } = await refreshed(desk);
    expect(findings.map((finding) => describeFinding('en', finding))).toEqual([
      'The formula in row s.pain.1, column “Suggested” of table PainPoints on sheet “3 PainPoints” was overwritten (now “9”), so results cannot be relied on. Repair to renew it.',
      'The formula in name Micro.VendorHours was overwritten (now “41”), so results cannot be relied on. Repair to renew it.',
    ]);
    await desk.refresh({ lang: 'zh-CN' });
    expect(desk.value('PainPoints', 's.pain.1', '推荐度')).toBe(9);
    await repaired(desk);
    expect(desk.value('PainPoints', 's.pain.1', '推荐度')).toBeCloseTo(6 + tieOf(5, 1), 9);
    expect(desk.valueNamed('Micro.VendorHours')).toBe(40);
  });

  test.each(['Guide', '3 PainPoints', 'Lists', 'Links', 'Progress', 'Engagement'])(
    'a deleted sheet (%s) is reported once and repaired',
    async (sheet) => {
      const desk = await laidOut(picked);
      await desk.act((context) => {
        const worksheet = context.workbook.worksheets.getItem(sheet);
        worksheet.visibility = 'Visible';
        worksheet.delete();
      });
      const { findings } = await desk.read();
      expect(findings.filter(({ kind }) => kind !== 'formula-overwritten')).toEqual([
        { kind: 'sheet-missing', severity: 'error', repairable: true, sheet },
      ]);
      await refreshed(desk);
      const { engagement, results } = await repaired(desk);
      expect(engagement.ask).toEqual(picked.ask);
      expect(results).toEqual(await computedAnew(desk, engagement));
    },
  );

  test('the language changes although sheets are gone', async () => {
    const desk = await laidOut(picked);
    await desk.act((context) => {
      for (const name of ['Progress', 'Lists', '3 PainPoints']) {
        context.workbook.worksheets.getItem(name).delete();
      }
    });
    await desk.refresh({ lang: 'zh-CN' });
    const { engagement, results } = await repaired(desk);
    expect(engagement.ask).toEqual(picked.ask);
    expect(results).toEqual(await computedAnew(desk, engagement));
  });

  test('a table that was turned into cells is reported and put back below', async () => {
    const desk = await laidOut(picked);
    await desk.act((context) => {
      context.workbook.tables.getItem('Comparison').convertToRange();
      context.workbook.tables.getItem('ListPhase').convertToRange();
    });
    // Four columns of the checks of inputs read the table's cells, and now by their addresses.
    const kinds = kindsOf((await desk.read()).findings);
    expect(kinds.slice(0, 2)).toEqual(['table-missing', 'table-missing']);
    expect(kinds.slice(2)).toEqual(Array.from({ length: 4 }, () => 'formula-overwritten'));
    await refreshed(desk);
    const { engagement, results } = await repaired(desk);
    expect(results).toEqual(await computedAnew(desk, engagement));
    desk.type('PainPoints', 's.pain.2', 'Phase', 'Later');
    expect((await desk.read()).engagement.pain['s.pain.2']).toEqual({ phase: 'later' });
  });

  test('deleted names come back to their cells; a deleted field row comes back below', async () => {
    const desk = await laidOut(picked);
    await desk.act((context) => {
      for (const name of ['Engagement.Fee', 'List.Priority', 'appfi.sheet.trace', 'Budget.Share']) {
        context.workbook.names.getItem(name).delete();
      }
      context.workbook.names.getItem('Engagement.Client').getRange().getEntireRow().delete('Up');
    });
    const { findings } = await desk.read();
    expect(
      findings
        .filter(({ kind }) => kind === 'name-missing')
        .map(({ expected }) => expected)
        .sort(),
    ).toEqual(['Budget.Share', 'Engagement.Client', 'Engagement.Fee', 'appfi.sheet.trace']);
    const { engagement } = await repaired(desk);
    expect(engagement.settings).toEqual({ ...picked.settings, client: undefined, fee: 1000 });
    desk.typeNamed('Engagement.Client', 'Another');
    expect((await desk.read()).engagement.settings.client).toBe('Another');
    desk.type('PainPoints', 's.pain.1', 'Priority', 'Low');
    expect((await desk.read()).engagement.pain['s.pain.1']?.priority).toBe('low');
  });

  test('a missing sheet whose name is taken is reported and nothing is written', async () => {
    const desk = await laidOut(picked);
    await desk.act((context) => {
      context.workbook.worksheets.getItem('Trace').delete();
      context.workbook.worksheets.add('Trace');
    });
    const before = desk.content();
    const { findings, cells } = await desk.repair();
    expect(findings).toEqual([
      { kind: 'name-taken', severity: 'error', repairable: false, found: 'Trace' },
    ]);
    expect(cells).toBe(0);
    expect(desk.content()).toEqual(before);
  });
});
