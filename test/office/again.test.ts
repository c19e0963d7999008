import { describeFinding, upgrade, type ReadResult } from '../../src/office';
import { tieOf } from '../../src/rules/plan/suggestion';
import { engagementOf, kindsOf, laidOut, type Desk } from '../support/desk';
import { smallCatalog } from '../support/smallCatalog';

const picked = engagementOf({
  settings: { client: 'Client', fee: 1000, startDate: '2026-03-02', stage: 'consulting' },
  ask: { 's.ask.1': { pick: 'yes', owner: 'Li' }, 's.ask.2': { pick: 'no' } },
  pain: {
    's.pain.1': { pick: 'yes', priority: 'high', comment: 'seen' },
    'custom.pain.1': { item: 'Our own pain', dimension: 's.area', pick: 'yes' },
  },
  function: { 's.fn.1': { pick: 'yes' } },
  budget: { 'budget.software': { before: 100, after: 50 } },
});

/** Refreshing loses nothing, and a second refresh has nothing to do. */
async function refreshed(desk: Desk): Promise<ReadResult> {
  const before = await desk.read();
  await desk.refresh();
  const after = await desk.read();
  expect(after.engagement).toEqual(before.engagement);
  expect((await desk.refresh()).cells).toBe(0);
  return after;
}

/** Repairing once leaves nothing to repair, and a second repair writes nothing. */
async function repaired(desk: Desk): Promise<ReadResult> {
  await desk.repair();
  const after = await desk.read();
  expect(after.findings.filter(({ repairable }) => repairable)).toEqual([]);
  expect((await desk.repair()).cells).toBe(0);
  return after;
}

/** What a workbook with the same engagement computes when it is laid out anew. */
async function computedAnew(desk: Desk, engagement: ReadResult['engagement']) {
  const anew = await laidOut(engagement, { lang: desk.lang });
  return (await anew.read()).results;
}

test('unchanged: nothing is written, in as few requests as its bytes need', async () => {
  const desk = await laidOut(picked);
  const before = desk.content();
  expect((await desk.refresh()).cells).toBe(0);
  expect(desk.host.counters.syncs).toBeLessThanOrEqual(desk.requestsAllowed());
  expect(desk.content()).toEqual(before);
});

test('what was typed is read back', async () => {
  const desk = await laidOut(picked);
  desk.type('PainPoints', 's.pain.2', 'Pick', 'Maybe');
  desk.type('PainPoints', 's.pain.2', 'Comment', 'a note');
  desk.type('Budget', 'budget.services', 'After go live', 70);
  desk.type('MicroSteps', 'micro.1', 'Vendor hours', null);
  desk.typeNamed('Engagement.StartDate', '2026-04-01');
  const { engagement, results } = await refreshed(desk);
  expect(engagement.pain['s.pain.2']).toEqual({ pick: 'maybe', comment: 'a note' });
  expect(engagement.budget['budget.services']).toEqual({ after: 70 });
  expect(engagement.microSteps['micro.1']).toEqual({ hours: null });
  expect(engagement.settings.startDate).toBe('2026-04-01');
  expect(results).toEqual(await computedAnew(desk, engagement));
});

test('a number typed where words belong is kept, and kept as it is', async () => {
  const desk = await laidOut();
  desk.type('PainPoints', 's.pain.1', 'Comment', 2024);
  const { engagement } = await refreshed(desk);
  expect(engagement.pain['s.pain.1']).toEqual({ comment: '2024' });
  expect(desk.value('PainPoints', 's.pain.1', 'Comment')).toBe(2024);
});

test('words typed where a number belongs are kept', async () => {
  const desk = await laidOut();
  await desk.act((context) => {
    context.workbook.names.getItem('Engagement.Fee').getRange().values = [['to be agreed']];
    context.workbook.names.getItem('Engagement.StartDate').getRange().values = [['in spring']];
  });
  const { engagement } = await refreshed(desk);
  expect(engagement.settings).toEqual({ fee: 'to be agreed', startDate: 'in spring' });
});

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

describe('another language', () => {
  test('everything that is ours is said in it, answers stay, results stay', async () => {
    const desk = await laidOut(picked);
    const before = await desk.read();
    await desk.refresh({ lang: 'zh-CN' });
    const { engagement, findings, results } = await desk.read();
    expect(findings).toEqual([]);
    expect(engagement).toEqual({ ...before.engagement, lang: 'zh-CN' });
    expect((await desk.refresh()).cells).toBe(0);
    const anew = await laidOut(engagement, { lang: 'zh-CN' });
    expect(desk.content()).toEqual(anew.content());
    expect(results).toEqual((await anew.read()).results);
    const looks = (one: Desk) =>
      one.host.book.sheets.map(({ name, conditionalFormats, charts, validations }) => ({
        name,
        rules: conditionalFormats.map(({ rule }) => rule),
        charts: charts.map(({ title, series }) => ({ title, series: series.map((s) => s.name) })),
        prompts: new Set(
          validations
            .flatMap(({ prompt, errorAlert }) => [prompt, errorAlert])
            .map((one) => one?.message),
        ),
      }));
    expect(looks(desk)).toEqual(looks(anew));
    await desk.refresh({ lang: 'en' });
    expect((await desk.read()).engagement).toEqual(before.engagement);
  });
});

describe('another edition of the catalog', () => {
  test('new items come, changed texts are renewed, answered items that are gone stay', async () => {
    const desk = await laidOut(picked);
    desk.type('PainPoints', 's.pain.2', 'Pain point', 'In our words');
    desk.catalogs = [
      smallCatalog((json) => {
        json.version = '1.1.0';
        json.pains = json.pains.filter(({ id }) => id !== 's.pain.1');
        json.pains[0]!.text = { en: 'Pain 2 anew', 'zh-CN': '新' };
        json.pains[1]!.text = { en: 'Pain 3 anew', 'zh-CN': '新' };
        json.pains.push({
          ...json.pains[2]!,
          id: 's.pain.9',
          text: { en: 'Pain 9', 'zh-CN': '九' },
        });
        json.dimensions.find(({ id }) => id === 's.area')!.name = { en: 'Field', 'zh-CN': '场' };
        json.functions[0]!.calledBy = { 's.pain.2': 2 };
      }),
    ];
    const { findings } = await desk.read();
    expect(kindsOf(findings)).toEqual(['catalog-offered']);
    expect((await desk.refresh()).cells).toBe(0);
    await desk.host.run((context) => upgrade(context, { catalogs: desk.catalogs }));
    const { engagement, results } = await desk.read();
    expect(desk.value('PainPoints', 's.pain.3', 'Pain point')).toBe('Pain 3 anew');
    expect(desk.value('PainPoints', 's.pain.3', 'Dimension')).toBe('Field');
    expect(desk.value('PainPoints', 's.pain.9', 'Pain point')).toBe('Pain 9');
    expect(desk.value('PainPoints', 's.pain.2', 'Pain point')).toBe('In our words');
    expect(engagement.edits).toEqual({ pain: { 's.pain.2': { item: 'In our words' } } });
    expect(desk.value('PainPoints', 's.pain.1', 'Pain point')).toBe('Pain 1');
    expect(engagement.pain['s.pain.1']).toMatchObject({ pick: 'yes', comment: 'seen' });
    expect((await desk.refresh()).cells).toBe(0);
    expect(desk.value('Trace', 'trace.1', 'Function')).toBe('Function 1');
    expect(results.tables.trace?.['trace.1']?.status).toBe('No picked pain');
  });
});

test('an engagement laid over a workbook fills what is open there', async () => {
  const desk = await laidOut(picked);
  await desk.layOut(
    engagementOf({
      settings: { client: 'Other', vendor: 'Vendor' },
      ask: { 's.ask.1': { pick: 'no', comment: 'filled' }, 's.ask.3': { pick: 'maybe' } },
      pain: { 'custom.pain.1': { item: 'Another own pain', pick: 'no' } },
      extra: { ask: { 's.ask.1': { Risk: 3 } } },
    }),
  );
  const { engagement } = await desk.read();
  expect(engagement.settings).toEqual({ ...picked.settings, vendor: 'Vendor' });
  expect(engagement.ask).toEqual({
    's.ask.1': { pick: 'yes', owner: 'Li', comment: 'filled' },
    's.ask.2': { pick: 'no' },
    's.ask.3': { pick: 'maybe' },
  });
  expect(engagement.pain).toEqual({
    ...picked.pain,
    'custom.pain.2': { item: 'Another own pain', pick: 'no' },
  });
  expect(engagement.extra).toEqual({ ask: { 's.ask.1': { Risk: 3 } } });
  expect((await desk.refresh()).cells).toBe(0);
});

test('readings, criteria and bands of two engagements stay apart in one workbook', async () => {
  const reading = { date: '2026-03-31', value: 1 };
  const desk = await laidOut(
    engagementOf({
      readings: { 'reading.1': { ...reading, metric: 's.metric.1' } },
      criteria: { 'criterion.1': { term: 'Q1', criterion: 'Complete', business: 4 } },
      bands: { 'band.1': { from: 0, share: 0.1 } },
    }),
  );
  await desk.layOut(
    engagementOf({
      readings: { 'reading.1': { ...reading, metric: 's.metric.2', evidence: 'their report' } },
      criteria: { 'criterion.1': { term: 'Q2', criterion: 'Trained', it: 2 } },
      bands: { 'band.1': { from: 100, share: 0.2 } },
    }),
  );
  const { engagement } = await desk.read();
  expect(engagement.readings).toEqual({
    'reading.1': { ...reading, metric: 's.metric.1' },
    'reading.2': { ...reading, metric: 's.metric.2', evidence: 'their report' },
  });
  expect(engagement.criteria).toEqual({
    'criterion.1': { term: 'Q1', criterion: 'Complete', business: 4 },
    'criterion.2': { term: 'Q2', criterion: 'Trained', it: 2 },
  });
  expect(engagement.bands).toEqual({
    'band.1': { from: 0, share: 0.1 },
    'band.2': { from: 100, share: 0.2 },
  });
  expect((await desk.refresh()).cells).toBe(0);
});

test('picking changes what is suggested by strength × priority; Trace and Progress follow', async () => {
  const desk = await laidOut();
  const called = (pain: string) => Math.floor(Number(desk.value('PainPoints', pain, 'Suggested')));
  expect(desk.value('PainPoints', 's.pain.1', 'Suggested')).toBe(0);
  desk.type('Asks', 's.ask.1', 'Pick', 'Yes');
  expect(called('s.pain.1')).toBe(6);
  desk.type('Asks', 's.ask.1', 'Priority', 'High');
  expect(called('s.pain.1')).toBe(9);
  desk.type('Plans', 's.plan.1', 'Pick', 'Yes');
  expect(called('s.pain.1')).toBe(13);
  expect(called('s.pain.3')).toBe(3);
  desk.type('Functions', 's.fn.1', 'Pick', 'Yes');
  expect(desk.value('Trace', 'trace.1', 'Trace status')).toBe('No picked pain');
  desk.type('PainPoints', 's.pain.1', 'Pick', 'Yes');
  desk.type('PainPoints', 's.pain.1', 'Own wording', 'Our words');
  expect(desk.value('Trace', 'trace.1', 'Pains it answers')).toContain('Our words');
  expect(desk.value('Trace', 'trace.1', 'Driver it serves')).toContain('Driver 1');
  expect(desk.value('Trace', 'trace.1', 'Metrics it moves')).toBe('Metric 1 · Metric 2');
  expect(desk.value('Trace', 'trace.1', 'Trace status')).toBe('Complete');
  expect(desk.value('Progress', 'progress.pain', 'Picked')).toBe(1);
  expect(desk.value('Progress', 'progress.pain', 'Suggested')).toBe(2);
  expect(desk.value('Progress', 'progress.pain', 'Suggested not picked')).toBe(1);
});
