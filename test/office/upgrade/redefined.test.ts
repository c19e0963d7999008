import type { Engagement } from '../../../src/engagement/schema';
import { previewUpgrade } from '../../../src/office';
import { engagementOf, laidOut, type Desk } from '../../support/desk';
import { smallCatalog, type SmallJson } from '../../support/smallCatalog';

const said = {
  ask: { 's.ask.1': { pick: 'maybe' } },
  metrics: { 's.metric.1': { baseline: 1, target: 2 } },
  terms: { 'term.1': { metric: 's.metric.1', code: 'T1', weight: 1 } },
} as unknown as Partial<Engagement>;

let desk: Desk;
beforeAll(async () => {
  desk = await laidOut(engagementOf(said));
});

const seen = async (change: (json: SmallJson) => void) => {
  desk.catalogs = [
    smallCatalog((json) => {
      json.version = '1.1.0';
      change(json);
    }),
  ];
  const { upgrade } = await desk.host.run((context) =>
    previewUpgrade(context, { catalogs: desk.catalogs }),
  );
  return upgrade;
};

const told = async (change: (json: SmallJson) => void) =>
  (await seen(change)).changes.map(({ kind, table, id, outcome, rests, columns }) => ({
    ...{ kind, table, id, outcome, rests },
    columns: columns.map(({ header, from, to }) => `${header}: ${from} → ${to}`),
  }));

const words = async (fields: object) =>
  (await told((json) => Object.assign(json.metrics[1]!, fields))).map(
    ({ kind, columns }) => `${kind} ${columns.join('; ')}`,
  );

const t = (en: string) => ({ en, 'zh-CN': en });
test.each([
  [{ unit: 'days' }, 'redefined Unit: count → days'],
  [{ direction: 'lower' }, 'redefined Better is: higher → lower'],
  [{ period: 'quarter' }, 'redefined Read every: month → quarter'],
  [{ levelMode: 'mean' }, 'redefined Of a level counts: last reading → mean by days'],
  [{ aggregate: 'ratio' }, 'redefined Readings are put together as:  → ratio'],
  [{ freesTime: true }, 'redefined Frees time:  → Yes'],
  [{ guards: ['s.metric.3', 's.metric.1'] }, 'redefined Guards:  → Metric 3, Metric 1'],
  [{ notWith: ['s.metric.3'] }, 'redefined Not priced with:  → Metric 3'],
  [{ numerator: t('Other') }, 'redefined Numerator: Numerator → Other'],
  [{ denominator: t('Per') }, 'redefined Denominator:  → Per'],
  [{ explanation: t('Because') }, 'reworded What counts and what does not: Why Metric 2 → Because'],
  [{ text: t('Metric two') }, 'reworded Metric: Metric 2 → Metric two'],
])('a metric is %j: told once, in words', async (fields, told) => {
  expect(await words(fields)).toEqual([told]);
});

test('what is not so, and an empty list, are as good as left out', async () => {
  expect(await words({ freesTime: false, guards: [], notWith: [] })).toEqual([]);
});

test('what a contract bets on stays open, the rest is renewed', async () => {
  const changes = await told((json) => json.metrics.forEach((one) => (one.unit = 'days')));
  const columns = ['Unit: count → days'];
  const metric = { kind: 'redefined', table: 'metrics', columns };
  expect(changes).toEqual([
    { ...metric, id: 's.metric.1', outcome: 'open', rests: 'bet' },
    { ...metric, id: 's.metric.2', outcome: 'renewed', rests: null },
    { ...metric, id: 's.metric.3', outcome: 'renewed', rests: null },
  ]);
  const { affected, figures } = await seen((json) => (json.metrics[0]!.unit = 'days'));
  expect(affected).toEqual({ signatures: [], terms: ['T1'] });
  expect(figures.map(({ id }) => id)).toEqual(['npv', 'due', 'attainment']);
});

test('another place and other words are told apart', async () => {
  const changes = await told((json) => {
    json.asks[0]!.text.en = 'Anew';
    json.asks[0]!.dimension = 's.question.2';
    json.asks[1]!.text.en = 'Anew two';
  });
  const item = { table: 'ask', outcome: 'renewed', rests: null };
  expect(changes).toEqual([
    { ...item, kind: 'moved', id: 's.ask.1', columns: ['Question: Question one → Question two'] },
    { ...item, kind: 'reworded', id: 's.ask.1', columns: ['Value driver: Driver 1 → Anew'] },
    { ...item, kind: 'reworded', id: 's.ask.2', columns: ['Value driver: Driver 2 → Anew two'] },
  ]);
});
