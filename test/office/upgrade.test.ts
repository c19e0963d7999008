import fc from 'fast-check';
import type { Engagement } from '../../src/engagement/schema';
import { previewUpgrade, upgrade } from '../../src/office';
import { Desk, engagementOf, laidOut } from '../support/desk';
import { smallCatalog, type SmallJson } from '../support/smallCatalog';
import { thoroughness } from '../support/thoroughness';

const picked = engagementOf({
  ask: { 's.ask.1': { pick: 'yes' } },
  pain: {
    's.pain.1': { pick: 'yes', comment: 'seen' },
    'custom.pain.1': { item: 'Own pain', pick: 'yes' },
  },
  function: { 's.fn.1': { pick: 'yes' } },
} as Partial<Engagement>);

/** 1.1.0: pains 1 and 4 retired, 2 and 3 reworded, 9 new, function 2 elsewhere, a link less. */
const newer = (more: (json: SmallJson) => void = () => undefined) =>
  smallCatalog((json) => {
    json.version = '1.1.0';
    json.pains = json.pains.filter(({ id }) => id !== 's.pain.1' && id !== 's.pain.4');
    json.pains[0]!.text = { en: 'Pain 2 anew', 'zh-CN': '新' };
    json.pains[1]!.text = { en: 'Pain 3 anew', 'zh-CN': '新' };
    json.pains.push({ ...json.pains[1]!, id: 's.pain.9', text: { en: 'Pain 9', 'zh-CN': '九' } });
    json.dimensions.push({
      ...json.dimensions[3]!,
      id: 's.field',
      name: { en: 'Field', 'zh-CN': '场' },
    });
    json.functions[1]!.dimension = 's.field';
    json.functions[0]!.calledBy = {};
    json.functions[1]!.calledBy = { 's.pain.2': 2 };
    json.innovations[0]!.calledBy = { 's.fn.1': 2 };
    more(json);
  });

const apply = (desk: Desk) =>
  desk.host.run((context) => upgrade(context, { catalogs: desk.catalogs }));
const preview = (desk: Desk) =>
  desk.host.run((context) => previewUpgrade(context, { catalogs: desk.catalogs }));
const look = async (desk: Desk) => (await preview(desk)).upgrade;

async function workbook(): Promise<Desk> {
  const desk = await laidOut(picked);
  desk.type('PainPoints', 's.pain.2', 'Pain point', 'In our words');
  desk.catalogs = [newer()];
  return desk;
}

test('what is added, reworded, moved and retired is told before anything is written', async () => {
  const desk = await workbook();
  const before = desk.content();
  const { catalogs, changes, links } = await look(desk);
  expect(desk.content()).toEqual(before);
  expect(catalogs).toMatchObject([
    { id: 'small', from: { version: '1.0.0' }, to: { version: '1.1.0' } },
  ]);
  const told = changes.map(({ kind, id, text, columns, outcome, pick }) => [
    ...[kind, id, text, outcome, pick],
    ...columns.map(({ header, from, to }) => `${header}: ${from} → ${to}`),
  ]);
  expect(told).toEqual([
    ['reworded', 's.pain.2', 'Pain 2 anew', 'kept', null, 'Pain point: In our words → Pain 2 anew'],
    ['reworded', 's.pain.3', 'Pain 3 anew', 'renewed', null, 'Pain point: Pain 3 → Pain 3 anew'],
    ['added', 's.pain.9', 'Pain 9', 'comes', null],
    ['retired', 's.pain.1', 'Pain 1', 'stays', 'yes'],
    ['retired', 's.pain.4', 'Pain 4', 'goes', null],
    ['moved', 's.fn.2', 'Function 2', 'renewed', null, 'Dimension: Area → Field'],
  ]);
  expect(links).toEqual({ added: 2, removed: 5 });
});

test('after it the workbook is up to date; what was answered stays and says that it is retired', async () => {
  const desk = await workbook();
  const { upgrade: done } = await apply(desk);
  expect(done.changes).toHaveLength(6);
  expect(await look(desk)).toMatchObject({ changes: [], links: { added: 0, removed: 0 } });
  expect(desk.ids('PainPoints').filter(Boolean)).toEqual([
    ...['s.pain.1', 's.pain.2', 's.pain.3', 'custom.pain.1', 's.pain.9'],
  ]);
  expect(desk.value('PainPoints', 's.pain.1', 'Origin')).toBe('Catalog · retired');
  expect(desk.value('PainPoints', 's.pain.9', 'Origin')).toBe('Catalog · house');
  expect(desk.value('PainPoints', 's.pain.2', 'Pain point')).toBe('In our words');
  expect(desk.value('PainPoints', 'custom.pain.1', 'Pick')).toBe('Yes');
  const { engagement, findings } = await desk.read();
  expect(findings).toMatchObject([{ kind: 'item-retired', row: 's.pain.1', expected: '1.1.0' }]);
  expect(engagement.pain['s.pain.1']).toEqual({ pick: 'yes', comment: 'seen' });
  expect(engagement.catalogs).toMatchObject([
    { id: 'small', version: '1.1.0', kept: { pains: [{ id: 's.pain.1', retired: '1.1.0' }] } },
  ]);
  expect((await desk.refresh()).cells).toBe(0);
  await desk.refresh({ lang: 'zh-CN' });
  expect(desk.value('PainPoints', 's.pain.1', '来源')).toBe('目录 · 已停用');
});

test('an amount that a newer catalog reads otherwise is told before and after, the same both times', async () => {
  const measured = engagementOf({
    metrics: { 's.metric.1': { baseline: 120, target: 240 } },
    readings: {
      'custom.reading.1': { metric: 's.metric.1', date: '2026-01-31', value: 10 },
      'custom.reading.2': { metric: 's.metric.1', date: '2026-02-28', value: 20 },
    },
  } as Partial<Engagement>);
  const desk = await laidOut(measured, { today: '2026-03-01' });
  desk.catalogs = [
    smallCatalog((json) => {
      json.version = '1.1.0';
      Object.assign(json.metrics[0]!, { measure: 'flow', base: 12 });
    }),
  ];
  const { amounts: dry } = await preview(desk);
  expect(dry).toMatchObject([
    { rule: 'catalog', of: 'Metric 1', amount: 'Actual', from: 20, to: 180 },
    { rule: 'catalog', of: 'Metric 1', amount: 'Attainment', from: -100 / 120, to: 0.5 },
  ]);
  expect((await apply(desk)).amounts).toEqual(dry);
  expect((await preview(desk)).amounts).toBeUndefined();
});

test('a metric of which a catalog says no measure is asked about by name until somebody answers', async () => {
  const desk = new Desk();
  desk.catalogs = [
    smallCatalog(({ metrics: [first] }) =>
      Object.assign(first!, { measure: undefined, levelMode: undefined }),
    ),
  ];
  await desk.layOut(
    engagementOf({
      metrics: { 's.metric.1': { use: 'yes', baseline: 1, target: 2 } },
      readings: { 'custom.reading.1': { metric: 's.metric.1', date: '2026-01-31', value: 2 } },
    } as Partial<Engagement>),
    { lang: 'en', today: '2026-03-01' },
  );
  const asked = async () => {
    await desk.refresh();
    const { findings, results } = await desk.read();
    return [
      findings
        .filter(({ kind }) => kind === 'measure-missing')
        .map(({ row, found }) => [row, found]),
      results.tables.metrics?.['s.metric.1']?.attainment,
      results.tables.checks?.['check.measures']?.failing,
    ];
  };
  expect(await asked()).toEqual([[['s.metric.1', 'Metric 1']], null, 1]);
  desk.type('Metrics', 's.metric.1', 'A reading is', 'rolling 12 months');
  expect(await asked()).toEqual([[], 1, 0]);
});

test('a table that is filtered is upgraded too, and filtered as before', async () => {
  const desk = await workbook();
  await desk.host.run(async (context) => {
    const pains = context.workbook.tables.getItem('PainPoints');
    pains.columns.getItem('Pick').filter.applyValuesFilter(['Yes']);
    await context.sync();
  });
  await apply(desk);
  expect(desk.ids('PainPoints')).not.toContain('s.pain.4');
  expect(desk.value('PainPoints', 's.pain.1', 'Pick')).toBe('Yes');
  const filters = desk
    .table('PainPoints')
    .sheet.tables[0]?.columns.flatMap((one) => one.filter ?? []);
  expect(filters).toEqual(['Yes']);
});

test('a plain refresh takes nothing out', async () => {
  const desk = await workbook();
  await desk.refresh();
  expect(desk.ids('PainPoints')).toContain('s.pain.4');
});

test('an earlier version and a catalog that the engagement is not planned from are refused', async () => {
  const desk = await laidOut(picked);
  desk.catalogs = [smallCatalog((json) => (json.version = '0.9.0'))];
  await expect(look(desk)).rejects.toMatchObject({
    code: 'catalog-older',
    params: { version: '0.9.0', has: '1.0.0' },
  });
  desk.catalogs = [smallCatalog(), smallCatalog((json) => (json.id = 'other'))];
  await expect(look(desk)).rejects.toMatchObject({
    code: 'catalog-other',
    params: { catalog: 'other', has: 'small' },
  });
  desk.catalogs = [smallCatalog((json) => (json.version = '1.10.0'))];
  expect((await look(desk)).changes).toEqual([]);
});

const pains = ['s.pain.1', 's.pain.2', 's.pain.3', 's.pain.4'];

test('whatever changes: what people said is there after it, and nothing is left to do', async () => {
  const answers = fc.dictionary(
    fc.constantFrom(...pains, 'custom.pain.1'),
    fc.record({ pick: fc.constantFrom('yes', 'no', 'maybe'), comment: fc.constantFrom('a', '=b') }),
    { noNullPrototype: true },
  );
  await fc.assert(
    fc.asyncProperty(
      answers,
      fc.subarray(pains, { maxLength: 3 }),
      fc.subarray(pains),
      fc.boolean(),
      async (pain, retired, reworded, moved) => {
        const said = { ...pain };
        if (said['custom.pain.1']) Object.assign(said['custom.pain.1'], { item: 'Own' });
        const desk = await laidOut(engagementOf({ pain: said }));
        desk.catalogs = [
          newer((json) => {
            json.pains = smallCatalog()
              .pains.filter(({ id }) => !retired.includes(id))
              .map((one) =>
                reworded.includes(one.id)
                  ? { ...one, text: { en: `${one.id}!`, 'zh-CN': '新' } }
                  : one,
              ) as SmallJson['pains'];
            if (moved) json.dimensions.reverse();
          }),
        ];
        const { upgrade: done } = await apply(desk);
        const answered = (id: string) => said[id] !== undefined;
        expect(
          done.changes
            .filter(({ kind }) => kind === 'retired')
            .map(({ id, outcome }) => [id, outcome]),
        ).toEqual(retired.map((id) => [id, answered(id) ? 'stays' : 'goes']));
        const { engagement } = await desk.read();
        expect(engagement.pain).toMatchObject(said);
        const kept = pains.filter((id) => !retired.includes(id) || answered(id));
        expect(
          desk
            .ids('PainPoints')
            .filter((id) => pains.includes(id))
            .sort(),
        ).toEqual(kept);
        expect((await look(desk)).changes).toEqual([]);
        expect((await desk.refresh()).cells).toBe(0);
      },
    ),
    { numRuns: 2 * thoroughness },
  );
});
