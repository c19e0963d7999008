import { hashCatalog } from '../../src/catalog/hash';
import { loadBuiltin } from '../../src/catalog/models';
import type { Engagement } from '../../src/engagement/schema';
import { underlay } from '../../src/engagement/underlay';
import { failureText } from '../../src/messages';
import { examine, previewUpgrade, sign, upgrade, type Decisions } from '../../src/office';
import { Desk, engagementOf, laidOut } from '../support/desk';
import { smallCatalog, type SmallJson } from '../support/smallCatalog';
import { engagementOf as bet, term, winRate } from '../rules/value/bet';

const apply = (desk: Desk, decisions: Decisions = {}) =>
  desk.host.run((context) => upgrade(context, { catalogs: desk.catalogs, ...decisions }));
const look = (desk: Desk, decisions: Decisions = {}) =>
  desk.host.run(
    async (context) =>
      (await previewUpgrade(context, { catalogs: desk.catalogs, ...decisions })).upgrade,
  );

const rate = 's.metric.1';
const plan = {
  ...bet({
    periods: [{ item: 'Final', date: '2026-06-30', share: 1 }],
    readings: [{ ...winRate('2026-06-30', 0.27), metric: rate }],
    terms: [term('T1', { metric: rate, weight: 1, window: 6 })],
  }),
  catalogs: [{ id: 'small' }],
  metrics: { [rate]: { use: 'yes', baseline: 0.2, target: 0.3 } },
} as Engagement;
/** A version later, lower is better. */
const opposite = smallCatalog((json) => {
  json.version = '1.1.0';
  json.metrics[0]!.direction = 'lower';
});

async function signed(): Promise<Desk> {
  const desk = await laidOut(plan);
  await desk.host.run((context) =>
    sign(context, {
      ...{ period: 1, asOf: '2026-06-30', signedOn: '2026-07-02', today: '2026-07-02' },
      vendor: 'Lin',
    }),
  );
  return desk;
}

test('a signed metric stays as it was defined, whatever a newer catalog says, until somebody decides', async () => {
  const desk = await signed();
  const sound = async () => {
    const { verdict, findings } = await desk.host.run((context) =>
      examine(context, { catalogs: desk.catalogs }),
    );
    return [verdict.sound, verdict.ledger, findings.map(({ kind }) => kind)];
  };
  expect(await sound()).toEqual([true, [], []]);
  desk.catalogs = [opposite];
  expect(await sound()).toEqual([true, [], ['catalog-offered']]);
  expect((await desk.refresh()).cells).toBe(0);

  const { changes, figures, affected } = await look(desk);
  const [change, ...others] = changes;
  expect(others).toEqual([]);
  expect(change).toMatchObject({
    ...{ kind: 'redefined', table: 'metrics', id: rate, outcome: 'open', rests: 'signed' },
    columns: [{ id: 'direction', header: 'Better is', from: 'higher', to: 'lower' }],
  });
  expect(affected).toEqual({ signatures: [1], terms: ['T1'] });
  expect(figures.map(({ id, before, after }) => [id, before === after])).toEqual([
    ...[
      ['npv', true],
      ['due', true],
      ['attainment', true],
    ],
  ]);

  await apply(desk);
  expect(await sound()).toEqual([true, [], ['definition-kept']]);
  const { engagement } = await desk.read();
  expect(engagement.catalogs).toMatchObject([
    { version: '1.1.0', kept: { metrics: [{ id: rate, direction: 'higher' }] } },
  ]);

  const taken = await look(desk, { take: [rate] });
  expect(taken.changes).toMatchObject([{ kind: 'redefined', outcome: 'renewed', rests: 'signed' }]);
  const attained = taken.figures.find(({ id }) => id === 'attainment');
  expect(typeof attained?.before).toBe('number');
  expect(attained?.after).not.toBe(attained?.before);
  await apply(desk, { take: [rate] });
  expect(await look(desk)).toMatchObject({ changes: [] });
  expect(desk.value('Metrics', rate, 'Better is')).toBe('lower');
});

const measured = (more: Partial<Engagement> = {}) =>
  engagementOf({
    pain: { 's.pain.1': { pick: 'yes', comment: 'seen' } },
    metrics: { 's.metric.1': { use: 'yes', baseline: 1, target: 3 } },
    readings: { 'reading.1': { metric: 's.metric.1', date: '2026-01-31', value: 2 } },
    ...more,
  } as Partial<Engagement>);

type Json = Omit<SmallJson, 'pains' | 'metrics'> & {
  pains: (SmallJson['pains'][number] & object)[];
  metrics: (SmallJson['metrics'][number] & object)[];
};
/** 2.0.0: pain 1 is retired for pain 2, metric 1 split into 2 and 3. */
const second = smallCatalog((json: Json) => {
  json.version = '2.0.0';
  Object.assign(json.pains[0]!, { retired: '2.0.0', replacedBy: 's.pain.2' });
  Object.assign(json.metrics[0]!, {
    retired: '2.0.0',
    splitInto: ['s.metric.2', 's.metric.3'],
  });
});

test('answers follow to what replaces an item; of what was split somebody says where to', async () => {
  const desk = await laidOut(measured());
  desk.catalogs = [second];
  const { changes } = await look(desk);
  expect(
    changes.map(({ kind, id, outcome, into }) => [kind, id, outcome, into?.map((to) => to.text)]),
  ).toEqual([
    ['retired', 's.pain.1', 'follows', ['Pain 2']],
    ['retired', 's.metric.1', 'open', ['Metric 2', 'Metric 3']],
  ]);
  await apply(desk);
  const { engagement } = await desk.read();
  expect(engagement.pain).toEqual({ 's.pain.2': { pick: 'yes', comment: 'seen' } });
  expect(desk.ids('PainPoints')).not.toContain('s.pain.1');
  expect(engagement.metrics['s.metric.1']).toEqual({ use: 'yes', baseline: 1, target: 3 });
  expect(desk.value('Metrics', 's.metric.1', 'Wording by')).toBe('retired');

  const decided = await laidOut(measured());
  decided.catalogs = [second];
  await apply(decided, { into: { 's.metric.1': 's.metric.3' } });
  const moved = (await decided.read()).engagement;
  expect(moved.metrics['s.metric.3']).toEqual({ use: 'yes', baseline: 1, target: 3 });
  expect(moved.metrics['s.metric.1']).toBeUndefined();
  expect(Object.values(moved.readings)).toMatchObject([{ metric: 's.metric.3', value: 2 }]);
});

test('an item’s place is found over several editions; two that lead to one are asked about', async () => {
  const said = { 's.pain.1': { pick: 'yes', comment: 'seen' }, 's.pain.2': { pick: 'no' } };
  /** 3.0.0: pain 1 became 2, and 2 became 3, which became 1 again in a draft that nobody had. */
  const third = smallCatalog((json: Json) => {
    json.version = '3.0.0';
    const [one, two, three] = json.pains;
    Object.assign(one!, { retired: '2.0.0', replacedBy: 's.pain.2' });
    Object.assign(two!, { retired: '3.0.0', replacedBy: 's.pain.3' });
    Object.assign(three!, { replacedBy: 's.pain.1' });
  });
  const desk = await laidOut(measured({ pain: said } as Partial<Engagement>));
  desk.catalogs = [third];
  const retired = (await look(desk)).changes.filter(({ kind }) => kind === 'retired');
  expect(retired.map(({ id, outcome, into }) => [id, outcome, into?.map((to) => to.id)])).toEqual([
    ['s.pain.1', 'open', ['s.pain.3']],
    ['s.pain.2', 'open', ['s.pain.3']],
  ]);
  await apply(desk, { into: { 's.pain.1': 's.pain.3', 's.pain.2': 's.pain.3' } });
  const { engagement } = await desk.read();
  // What the second said otherwise stays its own.
  expect(engagement.pain).toEqual({
    's.pain.2': { pick: 'no' },
    's.pain.3': { pick: 'yes', comment: 'seen' },
  });
  expect(desk.value('PainPoints', 's.pain.2', 'Origin')).toBe('Catalog · retired');

  // Offered again, it is an item like the others.
  desk.catalogs = [smallCatalog((json) => (json.version = '4.0.0'))];
  await apply(desk);
  expect(desk.value('PainPoints', 's.pain.2', 'Origin')).toBe('Catalog · house');
  const { engagement: again, findings } = await desk.read();
  expect(again.pain).toEqual(engagement.pain);
  expect(findings).toEqual([]);
});

test('what is retired is read, laid out anew and read the same, with no catalog but the newer one', async () => {
  const desk = await laidOut(measured());
  const bare = smallCatalog((json) => {
    json.version = '2.0.0';
    json.pains.shift();
    json.metrics.shift();
    for (const one of json.functions) one.moves = {};
  });
  desk.catalogs = [bare];
  await apply(desk);
  const { engagement } = await desk.read();
  expect(Object.keys(engagement.catalogs[0]?.kept ?? {})).toEqual(['pains', 'metrics']);
  const again = new Desk();
  again.catalogs = [bare];
  await again.layOut(engagement, { lang: 'en' });
  const read = await again.read();
  expect(read.engagement).toEqual(engagement);
  expect(read.findings.map(({ kind, row }) => [kind, row])).toEqual([
    ['item-retired', 's.pain.1'],
    ['item-retired', 's.metric.1'],
  ]);
});

test('a workbook is read where its catalog is not at hand, and one that is damaged is not believed', async () => {
  const desk = await laidOut(measured());
  desk.catalogs = [];
  const { engagement } = await desk.read();
  expect(engagement.catalogs).toEqual([
    { id: 'small', version: '1.0.0', hash: hashCatalog(smallCatalog()) },
  ]);
  const at = desk.ids('Provenance').indexOf('carried.small.1');
  desk.type('Provenance', at, 'Value', 'x');
  await expect(desk.read()).rejects.toMatchObject({ code: 'unknown-catalog' });
});

/** The plan in a workbook that carries no edition, where the opposite one is at hand. */
async function bare(engagement = plan): Promise<Desk> {
  const desk = await laidOut(engagement);
  for (const [row, id] of desk.ids('Provenance').entries())
    if (id.startsWith('carried.')) desk.type('Provenance', row, 'Value', null);
  desk.catalogs = [opposite];
  return desk;
}

test('of a workbook that carries no edition its own is told by its digest, or the new one is taken as a whole', async () => {
  const desk = await bare();
  const before = desk.content();
  const { changes, affected } = await look(desk);
  expect(changes.filter(({ rests }) => rests)).toMatchObject([
    {
      ...{ kind: 'redefined', table: 'catalog', id: 'small', outcome: 'open', rests: 'bet' },
      columns: [{ from: '1.0.0', to: '1.1.0' }],
    },
  ]);
  expect(affected.terms).toEqual(['T1']);
  await expect(apply(desk)).rejects.toMatchObject({
    ...{ code: 'edition-unknown', params: { catalog: 'small', version: '1.0.0' } },
  });
  expect(desk.content()).toEqual(before);
  await expect(apply(desk, { former: [opposite] })).rejects.toMatchObject({
    code: 'catalog-former',
  });

  const known = await look(desk, { former: [smallCatalog()] });
  expect(known.changes).toMatchObject([
    { kind: 'redefined', table: 'metrics', id: rate, outcome: 'open', rests: 'bet' },
  ]);
  await apply(desk, { former: [smallCatalog()] });
  expect(desk.value('Metrics', rate, 'Better is')).toBe('higher');

  const whole = await bare();
  await apply(whole, { take: ['small'] });
  expect(whole.value('Metrics', rate, 'Better is')).toBe('lower');
  expect((await look(whole)).changes).toEqual([]);
});

test('a layout takes no edition for one that the workbook does not carry, unless somebody says so', async () => {
  const desk = await bare();
  const before = desk.content();
  const edition = { id: 'small', from: '1.0.0', to: '1.1.0', rests: 'bet' };
  expect((await desk.refresh({ dry: true })).editions).toEqual([{ ...edition, taken: false }]);
  for (const refused of [
    desk.refresh(),
    desk.repair(),
    desk.refresh({ lang: 'zh-CN' }),
    desk.layOut(engagementOf({ pain: { 's.pain.2': { pick: 'yes' } } }, 'small')),
    desk.refresh({ take: ['other'] }),
  ])
    await expect(refused).rejects.toMatchObject({ code: 'edition-unknown' });
  expect(desk.content()).toEqual(before);
  // What it changes of amounts is told, whatever else is found.
  desk.type('PainPoints', 's.pain.1', 'Origin', 'mine');
  const taken = await desk.refresh({ take: ['small'] });
  expect(taken.findings.map(({ kind }) => kind)).toContain('formula-overwritten');
  expect(taken.editions).toEqual([{ ...edition, taken: true }]);
  expect(taken.amounts).toContainEqual(
    expect.objectContaining({ rule: 'catalog', at: `metrics.attainment ${rate}` }),
  );
  expect(desk.value('Metrics', rate, 'Better is')).toBe('lower');
  expect((await desk.refresh()).editions).toBeUndefined();

  // Its very edition among those given is what it stands on, and is carried from then on.
  const known = await bare();
  known.catalogs = [opposite, smallCatalog()];
  expect((await known.refresh()).editions).toBeUndefined();
  known.catalogs = [opposite];
  expect((await known.refresh()).cells).toBe(0);
  expect(known.value('Metrics', rate, 'Better is')).toBe('higher');

  // Nobody is asked where no money rests on it.
  const free = await bare(engagementOf({ pain: { 's.pain.1': { pick: 'yes' } } }));
  expect((await free.refresh()).editions).toBeUndefined();
  expect(free.value('Metrics', rate, 'Better is')).toBe('lower');
});

test('a model that came with the add-in takes nothing from a firm’s own of the same version', async () => {
  const builtin = await loadBuiltin('after-sales');
  const [ask, ...asks] = builtin.asks;
  const own = { ...builtin, asks: [{ ...ask!, text: { en: 'Ours', 'zh-CN': '我们的' } }, ...asks] };
  const desk = new Desk();
  desk.catalogs = [own];
  await desk.layOut(engagementOf({}, 'after-sales'), { lang: 'en' });
  desk.catalogs = [];
  expect(await look(desk)).toMatchObject({
    changes: [],
    catalogs: [{ from: { version: builtin.version }, to: { hash: hashCatalog(own) } }],
  });
});

test('what is new in a catalog that retires items is laid out without them', async () => {
  const desk = new Desk();
  desk.catalogs = [second];
  await desk.layOut(engagementOf(), { lang: 'en' });
  expect(desk.ids('PainPoints').filter(Boolean)).toEqual(['s.pain.2', 's.pain.3', 's.pain.4']);
});

test('what an engagement keeps is joined with what another keeps, and refused where it is no item', async () => {
  const keeping = (id: string, more: object): Engagement => ({
    ...measured(),
    catalogs: [{ id: 'small', kept: { pains: [{ id, ...more }] } }],
  });
  const both = underlay(keeping('s.pain.7', {}), keeping('s.pain.8', {}));
  expect(both.catalogs).toEqual([
    { id: 'small', kept: { pains: [{ id: 's.pain.7' }, { id: 's.pain.8' }] } },
  ]);
  const desk = new Desk();
  const refused = await desk
    .layOut(keeping('s.pain.7', { retired: '2.0.0' }), { lang: 'en' })
    .catch((error: unknown) => failureText('en', error));
  expect(refused).toMatchObject({
    code: 'kept-unfit',
    text: expect.stringContaining('s.pain.7 · dimension: required but absent') as string,
  });
});
