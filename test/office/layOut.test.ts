import { CancelledError, layOut, NotOursError, upgrade } from '../../src/office';
import { createHost } from '../../src/host';
import { Desk, engagementOf, kindsOf, laidOut } from '../support/desk';
import { smallCatalog } from '../support/smallCatalog';

const sheetNames = (desk: Desk) => desk.host.book.sheets.map(({ name }) => name);

test('a new workbook has our sheets only, opens at the guide and brings the pane along', async () => {
  const desk = await laidOut();
  expect(sheetNames(desk)).toEqual([
    'Guide',
    'Engagement',
    '1 Ask',
    '2 Plan',
    '3 PainPoints',
    '4 Functions',
    '5 Innovations',
    'Trace',
    'Maturity',
    'Scope budget',
    'MicroConsulting',
    'Interview',
    'Data requests',
    'Lifecycle',
    'Metrics',
    'Readings',
    'Drivers',
    'Monetisation',
    'Benefits',
    'Realised',
    'Costs',
    'Roi',
    'Contract',
    'Terms',
    'Curves',
    'Criteria',
    'Settlement',
    'Statement',
    'Payoff',
    'Ledger',
    'Dashboard',
    'Checks',
    'Progress',
    'Lists',
    'Links',
    'Provenance',
  ]);
  expect(desk.host.book.sheets.find(({ id }) => id === desk.host.book.activeSheet)?.name).toBe(
    'Guide',
  );
  expect(desk.host.book.settings.get('Office.AutoShowTaskpaneWithDocument')).toBe(true);
  expect((await desk.read()).findings).toEqual([]);
});

test('no cell of a new workbook shows an error', async () => {
  const desk = await laidOut(engagementOf({ ask: { 's.ask.1': { pick: 'yes' } } }));
  const errors = desk.host.book.sheets.flatMap((sheet) =>
    sheet.cells.flatMap((row) =>
      (row ?? []).filter((cell) => typeof cell?.value === 'object' && cell.value !== null),
    ),
  );
  expect(errors).toEqual([]);
});

test('a workbook of the user’s own keeps its sheets, tables and names', async () => {
  const desk = new Desk();
  await desk.act((context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.name = 'Mine';
    sheet.getRange('A1:B2').values = [
      ['Key', 'Value'],
      ['a', 1],
    ];
    sheet.tables.add('A1:B2', true).name = 'MyTable';
    context.workbook.names.add('MyName', sheet.getRange('B2'));
    sheet.getRange('D1').formulas = [['=SUM(MyTable[Value])']];
  });
  const before = desk.content().Mine;
  expect((await desk.layOut(engagementOf(), { lang: 'en' })).findings).toEqual([]);
  expect(desk.content().Mine).toEqual(before);
  expect(sheetNames(desk)[0]).toBe('Mine');
  expect(desk.host.book.names.some(({ name }) => name === 'MyName')).toBe(true);
  expect((await desk.read()).findings).toEqual([]);
});

test.each<[string, (context: Excel.RequestContext) => void]>([
  ['trace', (context) => void context.workbook.worksheets.add('trace')],
  [
    'Asks',
    (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:A2').values = [['x'], ['y']];
      sheet.tables.add('A1:A2', true).name = 'Asks';
    },
  ],
  [
    'Provenance',
    (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:A2').values = [['x'], ['y']];
      sheet.tables.add('A1:A2', true).name = 'Provenance';
    },
  ],
  [
    'Engagement.Fee',
    (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1').values = [['x']];
      context.workbook.names.add('Engagement.Fee', sheet.getRange('A1'));
    },
  ],
])('a name that is taken (%s) is reported and nothing is written', async (name, take) => {
  const desk = new Desk();
  await desk.act(take);
  const before = desk.content();
  const { findings, cells } = await desk.layOut(engagementOf(), { lang: 'en' });
  expect(cells).toBe(0);
  expect(new Set(kindsOf(findings))).toEqual(new Set(['name-taken']));
  expect(findings.map(({ found }) => found?.toLowerCase())).toContain(name.toLowerCase());
  expect(desk.content()).toEqual(before);
});

test('a workbook without an engagement says so', async () => {
  const desk = new Desk();
  await expect(desk.refresh()).rejects.toThrow(NotOursError);
  await expect(desk.read()).rejects.toThrow(NotOursError);
});

describe('cancelling', () => {
  /** Aborts after so many requests. */
  const after = (requests: number) => {
    const controller = new AbortController();
    const seen: number[] = [];
    return {
      seen,
      options: {
        signal: controller.signal,
        batchBytes: 60_000,
        onProgress: (done: number) => {
          seen.push(done);
          if (done === requests) controller.abort();
        },
      },
    };
  };

  test('progress counts up to the whole', async () => {
    const steps: [number, number][] = [];
    await new Desk().layOut(engagementOf(), {
      batchBytes: 60_000,
      onProgress: (done, total) => steps.push([done, total]),
    });
    expect(steps.length).toBeGreaterThan(3);
    expect(steps).toEqual(steps.map((_, i) => [i + 1, steps.length]));
  });

  test.each([1, 3, 8])(
    'a new layout stopped after %d requests leaves the workbook as it was',
    async (requests) => {
      const desk = new Desk();
      await desk.act((context) => {
        const sheet = context.workbook.worksheets.getFirst();
        sheet.getRange('A1').values = [['mine']];
        context.workbook.names.add('MyName', sheet.getRange('A1'));
      });
      const before = desk.content();
      const { options } = after(requests);
      await expect(desk.layOut(engagementOf(), { lang: 'en', ...options })).rejects.toThrow(
        CancelledError,
      );
      expect(desk.content()).toEqual(before);
      expect(desk.host.book.names.map(({ name }) => name)).toEqual(['MyName']);
      expect((await desk.layOut(engagementOf(), { lang: 'en' })).findings).toEqual([]);
    },
  );

  test('a new layout that Excel refuses half way leaves the workbook as it was', async () => {
    const desk = new Desk(createHost(undefined, { limits: { requestBytes: 30_000 } }));
    await expect(
      desk.layOut(engagementOf(), { lang: 'en', batchBytes: 60_000 }),
    ).rejects.toBeTruthy();
    expect(sheetNames(desk)).toEqual(['Sheet1']);
    expect(desk.host.book.names).toEqual([]);
  });

  test('what somebody else put there meanwhile under a name of ours stays', async () => {
    const desk = new Desk();
    const meanwhile = { done: false };
    const laying = desk.host.run((context) => {
      const sync = context.sync.bind(context);
      // The colleague's edit arrives just before the request that would write.
      context.sync = (async (through: unknown) => {
        if (!meanwhile.done && sheetNames(desk).length > 1) {
          meanwhile.done = true;
          await desk.act((other) => {
            const guide = other.workbook.worksheets.add('Guide');
            guide.getRange('A1').values = [['notes of the kick-off']];
            other.workbook.names.add('MyName', guide.getRange('A1'));
          });
        }
        return sync(through as never);
      }) as typeof context.sync;
      return layOut(context, engagementOf(), { catalogs: desk.catalogs, lang: 'en' });
    });
    await expect(laying).rejects.toBeTruthy();
    expect(meanwhile.done).toBe(true);
    expect(sheetNames(desk)).toEqual(['Sheet1', 'Guide']);
    const guide = desk.host.book.sheets.find(({ name }) => name === 'Guide');
    expect(guide?.cells[0]?.[0]?.value).toBe('notes of the kick-off');
    expect(desk.host.book.names.map(({ name }) => name)).toEqual(['MyName']);
  });

  test('of two that lay out one blank workbook at once, one has it whole', async () => {
    const desk = new Desk();
    const lay = () =>
      desk.host.run((context) =>
        layOut(context, engagementOf(), { catalogs: desk.catalogs, lang: 'en' }),
      );
    const ended = await Promise.allSettled([lay(), lay()]);
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    desk.lang = 'en';
    const { findings } = await desk.read();
    expect(findings).toEqual([]);
    const only = new Desk();
    await only.layOut(engagementOf(), { lang: 'en' });
    expect(sheetNames(desk)).toEqual(sheetNames(only));
  });

  test.each([1, 2, 3, 5])(
    'a change of language stopped after %d requests is taken back',
    async (requests) => {
      const desk = await laidOut(
        engagementOf({ ask: { 's.ask.1': { pick: 'yes', owner: '=Li' } } }),
      );
      const before = desk.content();
      const { options, seen } = after(requests);
      await expect(desk.refresh({ lang: 'zh-CN', ...options, batchBytes: 20_000 })).rejects.toThrow(
        CancelledError,
      );
      expect(seen).toHaveLength(requests);
      expect(desk.content()).toEqual(before);
      expect((await desk.read()).findings).toEqual([]);
    },
  );

  test('a catalog upgrade stopped half way is taken back', async () => {
    const desk = await laidOut();
    const before = desk.content();
    desk.catalogs = [
      smallCatalog((json) => {
        for (let n = 10; n < 60; n += 1) {
          json.pains.push({ ...json.pains[0]!, id: `s.pain.${n}` });
        }
      }),
    ];
    const { options } = after(2);
    const { catalogs } = desk;
    const work = desk.host.run((context) =>
      upgrade(context, { catalogs, ...options, batchBytes: 20_000 }),
    );
    await expect(work).rejects.toThrow(CancelledError);
    expect(desk.content()).toEqual(before);
  });
});

test('answers larger than Excel gives at once are asked for in parts', async () => {
  const engagement = engagementOf({ ask: { 's.ask.1': { pick: 'yes' } } });
  const { book } = (await laidOut(engagement)).host;
  const desk = new Desk(createHost(book, { limits: { responseBytes: 400_000 } }));
  expect((await desk.read()).engagement.ask).toEqual(engagement.ask);
  expect(desk.host.counters.syncs).toBeGreaterThan(5);
});

test('3,000 items go in requests that Excel on the web takes', async () => {
  const desk = new Desk();
  desk.catalogs = [
    smallCatalog((json) => {
      json.pains = Array.from({ length: 3000 }, (_, n) => ({
        ...json.pains[n % 4]!,
        id: `s.pain.${n + 1}`,
        explanation: { en: 'Explained at length. '.repeat(12), 'zh-CN': '详细说明。'.repeat(20) },
      }));
    }),
  ];
  await desk.layOut(engagementOf(), { lang: 'en' });
  expect(desk.host.counters.largestRequest).toBeLessThan(4_000_000);
  expect(desk.host.counters.syncs).toBeLessThan(8);
  expect((await desk.refresh()).cells).toBe(0);
  expect(desk.host.counters.syncs).toBeLessThanOrEqual(9);
}, 30_000);
