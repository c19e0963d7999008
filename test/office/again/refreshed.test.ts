import { upgrade } from '../../../src/office';
import { engagementOf, kindsOf, laidOut, type Desk } from '../../support/desk';
import { smallCatalog } from '../../support/smallCatalog';
import { picked, refreshed, computedAnew } from './again';

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
