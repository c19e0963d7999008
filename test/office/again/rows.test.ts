import { kindsOf, laidOut } from '../../support/desk';
import { picked, refreshed, repaired, computedAnew } from './again';

describe('rows of one’s own', () => {
  test('in the empty rows, and directly below the table', async () => {
    const desk = await laidOut(picked);
    const ids = desk.ids('PainPoints');
    desk.type('PainPoints', ids.indexOf(''), 'Pain point', 'Typed in a spare row');
    const { sheet, address } = desk.address('PainPoints', ids.length - 1, 'Pain point');
    const below = address.replace(/\d+/, (row) => String(Number(row) + 1));
    desk.host.edit(sheet, below, 'Typed below');
    const { engagement, results } = await refreshed(desk);
    expect(engagement.pain['custom.pain.2']).toEqual({ item: 'Typed in a spare row' });
    expect(engagement.pain['custom.pain.3']).toEqual({ item: 'Typed below' });
    expect(desk.value('PainPoints', 'custom.pain.3', 'Origin')).toBe('Custom');
    expect(results.tables.progress).toEqual((await computedAnew(desk, engagement)).tables.progress);
  });

  test('when the empty rows are used up, there are more', async () => {
    const desk = await laidOut();
    const spare = desk.ids('Asks').flatMap((id, i) => (id === '' ? [i] : []));
    for (const row of spare) desk.type('Asks', row, 'Value driver', `Own ${row}`);
    await refreshed(desk);
    expect(desk.ids('Asks').filter((id) => id === '')).toHaveLength(3);
    const last = desk.ids('Asks').length - 1;
    expect(desk.cell('Asks', last, 'Origin')?.formula).toContain('IF(');
    desk.type('Asks', last, 'Value driver', 'One more');
    expect(desk.value('Asks', last, 'Origin')).toBe('Custom');
  });

  test('a step of one’s own in a table without empty rows', async () => {
    const desk = await laidOut();
    await desk.act((context) => {
      context.workbook.tables.getItem('MicroSteps').rows.add(3);
    });
    desk.type('MicroSteps', 3, 'Step', 'Visit the client');
    desk.type('MicroSteps', 3, 'Vendor hours', 6);
    const { engagement } = await refreshed(desk);
    expect(engagement.microSteps['custom.microSteps.1']).toEqual({
      step: 'Visit the client',
      hours: 6,
    });
    await repaired(desk);
    expect(desk.value('MicroSteps', 3, 'Step')).toBe('Visit the client');
  });

  test('a copied row becomes a row of one’s own', async () => {
    const desk = await laidOut(picked);
    const { sheet, address } = desk.address('PainPoints', 's.pain.1', 'Id');
    await desk.act((context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      context.workbook.tables.getItem('PainPoints').rows.add(1);
      const from = worksheet.getRange(address).getResizedRange(0, 8);
      from.getOffsetRange(1, 0).copyFrom(from);
    });
    const { findings } = await desk.read();
    expect(kindsOf(findings)).toEqual(['row-duplicated']);
    const { engagement } = await refreshed(desk);
    expect(engagement.pain['s.pain.1']).toEqual(picked.pain['s.pain.1']);
    expect(engagement.pain['custom.pain.2']?.item).toBe('Pain 1');
    expect((await desk.read()).findings).toEqual([]);
  });
});

describe('columns', () => {
  test('an added column stays with its values, in the engagement and in a new workbook', async () => {
    const desk = await laidOut(picked);
    await desk.act((context) => {
      const table = context.workbook.tables.getItem('Asks');
      const rows = desk.ids('Asks').map((_, i) => [i === 0 ? '=1+1' : i === 1 ? "'007" : '']);
      table.columns.add(5, [['Risk'], ...rows]);
    });
    const { engagement, findings } = await refreshed(desk);
    expect(findings).toEqual([]);
    expect(engagement.extra).toEqual({
      ask: { 's.ask.1': { Risk: 2 }, 's.ask.2': { Risk: '007' } },
    });
    const anew = await laidOut(engagement);
    expect((await anew.read()).engagement).toEqual(engagement);
    expect((await anew.refresh()).cells).toBe(0);
    expect((await refreshed(anew)).findings).toEqual([]);
  });

  test('a deleted column is reported and repaired', async () => {
    const desk = await laidOut(picked);
    await desk.act((context) => {
      context.workbook.tables.getItem('PainPoints').columns.getItem('Priority').delete();
      context.workbook.tables.getItem('PainPoints').columns.getItem('Suggested').delete();
      context.workbook.tables.getItem('FunctionPaths').columns.getItem('Pain1').delete();
      context.workbook.tables.getItem('PainPoints').name = 'Pains';
    });
    const before = await desk.read();
    expect(new Set(kindsOf(before.findings))).toEqual(
      new Set(['table-renamed', 'column-missing', 'formula-overwritten']),
    );
    await refreshed(desk);
    const { engagement, results } = await repaired(desk);
    expect(engagement.pain['s.pain.1']).toEqual({ pick: 'yes', comment: 'seen' });
    expect(results).toEqual(await computedAnew(desk, engagement));
  });
});
