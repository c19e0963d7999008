import { hashCatalog } from '../../src/catalog/hash';
import type { Catalog } from '../../src/catalog/schema';
import type { Engagement } from '../../src/engagement/schema';
import { failureText } from '../../src/messages';
import type { Decisions } from '../../src/office/upgrade';
import { planFor } from '../../src/office/upgrade/plan';
import { engagementOf } from '../support/desk';
import { smallCatalog, type SmallJson } from '../support/smallCatalog';

/** What becomes of answered items that a newer catalog has retired, and which editions it may be. */

const own = smallCatalog();
const newer = (change: (json: SmallJson) => void) =>
  smallCatalog((json) => {
    json.version = '1.1.0';
    change(json);
  });
/** As the newer edition retires items: into which others. */
const retiring = (into: Record<string, object>, change: (json: SmallJson) => void = () => undefined) =>
  newer((json) => {
    for (const entries of [json.pains, json.metrics])
      for (const one of entries)
        if (into[one.id]) Object.assign(one, { retired: '1.1.0', ...into[one.id] });
    change(json);
  }); // prettier-ignore

const table = (id: string) => ({
  ...{ kind: 'table', id, name: id, store: id, rows: [] },
  columns: [{ id: 'pick', role: 'input' }],
});
const order = new Map([
  ['pain', ['s.pain.1', 's.pain.2', 's.pain.3', 's.pain.4']],
  ['metrics', ['s.metric.1', 's.metric.2', 's.metric.3']],
]);

const ours = (said: Partial<Engagement>, { carries = true, made = own } = {}) =>
  ({
    inspection: { facts: new Map([['catalog.small', `${made.version} ${hashCatalog(made)}`]]) },
    carried: carries ? [made] : [],
    catalogs: carries ? [made] : [],
    blank: { sheets: [{ blocks: ['pain', 'metrics'].map(table) }] },
    read: { engagement: engagementOf(said), order, results: { tables: {} } },
  }) as never;

const plan = (said: Partial<Engagement>, to: Catalog, decisions: Decisions = {}) =>
  planFor(ours(said), [to], decisions);

/** Each retired item with who follows, and who is asked about. */
const followed = async (...given: Parameters<typeof plan>) =>
  Object.fromEntries(
    (await plan(...given)).successions.map(({ id, follows, asks }) => [
      id.replace('s.', ''),
      [follows ?? '–', ...asks].map((one) => one.replace('s.', '')).join(' '),
    ]),
  );
const pains = (...answered: number[]) => ({
  pain: Object.fromEntries(answered.map((n) => [`s.pain.${n}`, { pick: 'yes' as const }])),
});
const by = (n: number) => ({ replacedBy: `s.pain.${n}` });

test('one answered item that one other takes the place of is followed by it', async () => {
  const to = retiring({ 's.pain.1': by(2) });
  expect(await followed(pains(1), to)).toEqual({ 'pain.1': 'pain.2' });
  expect(await followed({}, to)).toEqual({ 'pain.1': '–' });
  expect(await followed({ pain: { 's.pain.1': { pick: null, comment: '' } } }, to)).toEqual({
    'pain.1': '–',
  });
  expect(await followed(pains(1), retiring({ 's.pain.1': {} }))).toEqual({ 'pain.1': '–' });
  const { carryOver } = await plan(pains(1), to);
  expect(carryOver(engagementOf(pains(1))).pain).toEqual({ 's.pain.2': { pick: 'yes' } });
});

test('somebody has to say where there are two, or the other has answers of its own', async () => {
  const split = retiring({ 's.pain.1': { splitInto: ['s.pain.2', 's.pain.3'] } });
  expect(await followed(pains(1), split)).toEqual({ 'pain.1': '– pain.2 pain.3' });
  const to = retiring({ 's.pain.1': by(2) });
  expect(await followed(pains(1, 2), to)).toEqual({ 'pain.1': '– pain.2' });
  const both = retiring({ 's.pain.1': by(2), 's.pain.3': by(2) });
  expect(await followed(pains(1, 3), both)).toEqual({ 'pain.1': '– pain.2', 'pain.3': '– pain.2' });
  expect(await followed(pains(1), both)).toEqual({ 'pain.1': 'pain.2', 'pain.3': '–' });
});

test('a word settles it, as far as what it names is on offer', async () => {
  const split = retiring({ 's.pain.1': { splitInto: ['s.pain.2', 's.pain.3'] }, 's.pain.4': {} });
  const into = async (id: string) =>
    (await followed(pains(1), split, { into: { 's.pain.1': id } }))['pain.1'];
  expect([await into('s.pain.3'), await into('s.pain.4'), await into('s.pain.9')]).toEqual([
    ...['pain.3', '– pain.2 pain.3', '– pain.2 pain.3'],
  ]);
});

test('over several editions it is the last that counts, also where they go in a circle', async () => {
  const to = retiring({ 's.pain.1': by(3), 's.pain.3': by(4) });
  expect(await followed(pains(1), to)).toEqual({ 'pain.1': 'pain.4', 'pain.3': '–' });
  const circle = retiring({ 's.pain.1': by(3), 's.pain.3': by(1) });
  expect(await followed(pains(1), circle)).toEqual({ 'pain.1': '–', 'pain.3': '–' });
});

const metric = (change: (json: SmallJson) => void = () => undefined) =>
  retiring({ 's.metric.1': { replacedBy: 's.metric.2' } }, change);
const measured = { metrics: { 's.metric.1': { target: 5 } } } as Partial<Engagement>;

test('a metric follows another that is read alike, as long as no money rests on it', async () => {
  expect(await followed(measured, metric())).toEqual({ 'metric.1': 'metric.2' });
  for (const other of [{ unit: 'hours' }, { direction: 'lower' }, { measure: 'flow' }, { period: 'year' }])
    expect(await followed(measured, metric((json) => Object.assign(json.metrics[1]!, other)))).toEqual({
      'metric.1': '– metric.2',
    });
  const bet = { ...measured, terms: { t1: { metric: 's.metric.1' } } } as Partial<Engagement>;
  expect(await followed(bet, metric())).toEqual({ 'metric.1': '– metric.2' });
  // What names it is said of it.
  const readings = { readings: { r1: { metric: 's.metric.1', value: 1 } } } as Partial<Engagement>;
  expect(await followed(readings, metric())).toEqual({ 'metric.1': 'metric.2' });
}); // prettier-ignore

test('an item that does not stand in the workbook is nobody’s', async () => {
  const only = new Map([['pain', ['s.pain.2']]]);
  const workbook = ours(pains(1)) as { read: object };
  const without = { ...workbook, read: { ...workbook.read, order: only } };
  const { successions } = await planFor(without as never, [retiring({ 's.pain.1': by(2) })], {});
  expect(successions).toEqual([]);
});

test('what money rests on keeps its definition until it is taken', async () => {
  const bet = { terms: { t1: { metric: 's.metric.1' } } } as Partial<Engagement>;
  const other = newer((json) => {
    json.metrics[0]!.direction = 'lower';
    json.metrics[1]!.direction = 'lower';
  });
  const kept = async (decisions: Decisions) => {
    const { catalogs, isOpen } = await plan(bet, other, decisions);
    return [isOpen('s.metric.1'), ...(catalogs[0]?.metrics ?? []).map((one) => one.direction)];
  };
  expect(await kept({})).toEqual([true, 'higher', 'lower', 'higher']);
  expect(await kept({ take: ['s.metric.1'] })).toEqual([false, 'lower', 'lower', 'higher']);
  expect(await kept({ take: 'all' })).toEqual([false, 'lower', 'lower', 'higher']);
  expect((await plan({}, other)).isOpen('s.metric.1')).toBe(false);
});

test('editions: what it was, and what it is', async () => {
  const to = newer(() => undefined);
  expect((await plan({}, to)).editions).toEqual([
    {
      id: 'small',
      from: { version: '1.0.0', hash: hashCatalog(own) },
      to: { version: '1.1.0', hash: hashCatalog(to) },
    },
  ]);
  const [kept] = (await plan({}, to)).pairs;
  expect([kept?.from, kept?.to]).toEqual([own, to]);
  const [lost] = (await planFor(ours({}, { carries: false }), [to], {})).pairs;
  expect([lost?.from, lost?.to]).toEqual([undefined, to]);
  const [same] = (await planFor(ours({}, { carries: false }), [own], {})).pairs;
  expect([same?.from, same?.to]).toEqual([own, own]);
});

test('an earlier edition, one of another catalog, and a stranger as the former are refused', async () => {
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => '',
      (error: unknown) => String(failureText('en', error).text),
    );
  const later = smallCatalog((json) => (json.version = '2.0.0') as never);
  expect(await refused(planFor(ours({}, { made: later }), [own], {}))).toMatch(/1\.0\.0.*2\.0\.0/s);
  const another = smallCatalog((json) => (json.id = 'another') as never);
  expect(await refused(plan({}, another))).toContain('another');
  const to = newer(() => undefined);
  const former = (one: Catalog, carries = false) =>
    refused(planFor(ours({}, { carries }), [to], { former: [one] }));
  const stranger = smallCatalog((json) => (json.name.en = 'Other') as never);
  expect(await former(stranger)).toContain(hashCatalog(own));
  expect([await former(own), await former(stranger, true), await former(another)]).toEqual([
    ...['', '', ''],
  ]);
});
