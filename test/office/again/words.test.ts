import { engagementOf, kindsOf, laidOut } from '../../support/desk';
import { picked, refreshed, repaired } from './again';

describe('words changed in place', () => {
  test('a catalog text is the user’s from then on, also when it is emptied', async () => {
    const desk = await laidOut();
    desk.type('PainPoints', 's.pain.1', 'Pain point', 'In our words');
    desk.type('PainPoints', 's.pain.2', 'Explanation', null);
    desk.type('Progress', 'progress.ask', 'Step', 'Our questions');
    const { engagement } = await refreshed(desk);
    expect(engagement.edits).toEqual({
      pain: { 's.pain.1': { item: 'In our words' }, 's.pain.2': { explanation: '' } },
      progress: { 'progress.ask': { step: 'Our questions' } },
    });
    await repaired(desk);
    expect(desk.value('PainPoints', 's.pain.2', 'Explanation')).toBeNull();
    const anew = await laidOut(engagement);
    expect((await anew.read()).engagement).toEqual(engagement);
  });

  test('a text of the sheet that someone changed stays', async () => {
    const desk = await laidOut();
    desk.host.edit('Guide', 'B1', 'Our plan');
    await desk.refresh({ lang: 'zh-CN' });
    await desk.repair();
    expect(desk.at('使用说明', 'B1')?.value ?? desk.host.book.sheets[0]?.cells[0]?.[1]?.value).toBe(
      'Our plan',
    );
  });

  test('headers, tables and sheets renamed are followed; repair gives back headers and tables', async () => {
    const desk = await laidOut(picked);
    await desk.act((context) => {
      context.workbook.worksheets.getItem('3 PainPoints').name = 'Sore spots';
      context.workbook.worksheets.getItem('Guide').name = 'Start here';
      context.workbook.tables.getItem('PainPoints').name = 'SoreSpots';
      context.workbook.tables.getItem('ListPick').name = 'Choices';
      context.workbook.tables.getItem('Asks').columns.getItem('Owner').name = 'In charge';
    });
    const { engagement, findings } = await refreshed(desk);
    expect(engagement.pain).toEqual(picked.pain);
    expect(engagement.ask).toEqual(picked.ask);
    expect(kindsOf(findings).sort()).toEqual([
      'header-renamed',
      'sheet-renamed',
      'sheet-renamed',
      'table-renamed',
      'table-renamed',
    ]);
    expect(findings.every(({ severity }) => severity === 'note')).toBe(true);
    await repaired(desk);
    expect(desk.table('PainPoints').sheet.name).toBe('Sore spots');
    expect(desk.table('Asks').headers).toContain('Owner');
    expect(desk.hasTable('ListPick')).toBe(true);
  });

  test('all headers of wide tables renamed to 200 characters leave formulas that Excel takes', async () => {
    const desk = await laidOut(picked);
    await desk.act((context) => {
      for (const name of ['Costs', 'Timing', 'InputChecks']) {
        const { columns } = context.workbook.tables.getItem(name);
        desk.table(name).headers.forEach((header, i) => {
          columns.getItemAt(i).name = `${header} `.padEnd(200, 'anew ');
        });
      }
    });
    const lengths = desk.host.book.sheets.flatMap(({ cells }) =>
      cells.flat().map((cell) => cell?.formula?.length ?? 0),
    );
    expect(Math.max(...lengths)).toBeGreaterThan(6000);
    expect(Math.max(...lengths)).toBeLessThan(8192);
    const { findings } = await refreshed(desk);
    expect(new Set(kindsOf(findings))).toEqual(new Set(['header-renamed']));
  });
});

describe('drop-down entries', () => {
  test('reworded, added, deleted and sorted ones keep what answers mean', async () => {
    const desk = await laidOut(
      engagementOf({
        pain: { 's.pain.1': { priority: 'high' }, 's.pain.2': { priority: 'low' } },
      }),
    );
    desk.type('ListPriority', 0, 'Priority', 'Urgent');
    const { sheet, address } = desk.address('ListPriority', 2, 'Priority');
    desk.host.edit(
      sheet,
      address.replace(/\d+/, (row) => String(Number(row) + 1)),
      'Some day',
    );
    desk.type('PainPoints', 's.pain.3', 'Priority', 'Some day');
    const first = await desk.read();
    expect(first.findings).toEqual([]);
    expect(first.engagement.pain).toEqual({
      's.pain.1': { priority: 'high' },
      's.pain.2': { priority: 'low' },
      's.pain.3': { priority: 'Some day' },
    });
    await refreshed(desk);
    expect(desk.value('PainPoints', 's.pain.1', 'Priority')).toBe('Urgent');
    await desk.act((context) => {
      context.workbook.tables.getItem('ListPriority').sort.apply([{ key: 0, ascending: false }]);
    });
    const sorted = await refreshed(desk);
    expect(sorted.engagement.pain).toEqual(first.engagement.pain);
    await desk.refresh({ lang: 'zh-CN' });
    expect(desk.value('PainPoints', 's.pain.1', '优先级')).toBe('Urgent');
    expect(desk.value('PainPoints', 's.pain.2', '优先级')).toBe('低');
    expect((await desk.read()).engagement.pain).toEqual(first.engagement.pain);
    const anew = await laidOut({ ...first.engagement, lang: 'en' }, { lang: 'en' });
    expect((await anew.read()).engagement).toEqual({ ...first.engagement, lang: 'en' });
  });

  test('a deleted entry stays away, its answers stay as words, and repair brings it back', async () => {
    const desk = await laidOut(engagementOf({ pain: { 's.pain.1': { priority: 'low' } } }));
    await desk.act((context) => {
      context.workbook.tables.getItem('ListPriority').rows.getItemAt(2).delete();
    });
    const { engagement } = await refreshed(desk);
    expect(engagement.removed).toEqual({ 'list.priority': ['low'] });
    expect(desk.value('PainPoints', 's.pain.1', 'Priority')).toBe('Low');
    expect((await repaired(desk)).engagement.pain).toEqual({ 's.pain.1': { priority: 'low' } });
  });

  test('a word that formulas compare with is reported, left, and repaired', async () => {
    const desk = await laidOut(engagementOf({ ask: { 's.ask.1': { pick: 'yes' } } }));
    desk.type('ListPick', 0, 'Pick', 'Certainly');
    const { findings } = await desk.read();
    expect(kindsOf(findings)).toEqual(['entry-changed']);
    expect((await desk.refresh()).cells).toBe(0);
    expect(desk.value('ListPick', 0, 'Pick')).toBe('Certainly');
    const { engagement } = await repaired(desk);
    expect(desk.value('ListPick', 0, 'Pick')).toBe('Yes');
    expect(engagement.ask).toEqual({ 's.ask.1': { pick: 'yes' } });
  });

  test('a value pasted past the drop-down is reported and kept', async () => {
    const desk = await laidOut();
    const { sheet, address } = desk.address('Asks', 's.ask.1', 'Pick');
    await desk.act((context) => {
      context.workbook.worksheets.getItem(sheet).getRange(address).values = [['perhaps']];
    });
    const { engagement, findings } = await refreshed(desk);
    expect(kindsOf(findings)).toEqual(['value-unknown']);
    expect(engagement.ask).toEqual({ 's.ask.1': { pick: 'perhaps' } });
  });
});
