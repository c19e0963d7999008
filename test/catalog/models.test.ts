import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { checkCatalog } from '../../src/catalog/integrity';
import { catalogJsonSchema, overlayJsonSchema } from '../../src/catalog/jsonSchema';
import { combineCatalogs } from '../../src/catalog/merge';
import { builtinModels, loadBuiltin } from '../../src/catalog/models';
import { model as afterSales } from '../../src/catalog/models/after-sales';
import { complete } from '../../src/catalog/models/complete';
import { model as keyAccount } from '../../src/catalog/models/key-account';
import { describeProblem } from '../../src/catalog/problem';
import type { Catalog } from '../../src/catalog/schema';
import { changes } from '../../src/catalog/models/industrial-equipment';
import { example, find } from './example';

const validator = (schema: object) =>
  addFormats(new Ajv({ strict: true, strictTypes: false })).compile(schema);

const holding = ({ dimensions }: Catalog, step: 'ask' | 'plan' | 'function' | 'innovation') =>
  dimensions.filter(({ holds }) => holds.includes(step)).map(({ name }) => name['zh-CN']);

test('the models that come with the product', () => {
  expect(builtinModels.map(({ id }) => id)).toEqual([
    'key-account',
    'after-sales',
    'industrial-equipment',
  ]);
});

test.each(builtinModels)('$id is without problems', async ({ id }) => {
  const catalog = await loadBuiltin(id);
  expect(catalog.id).toBe(id);
  expect(checkCatalog(catalog).map((problem) => describeProblem('en', problem))).toEqual([]);
});

const least = {
  'key-account': { asks: 16, plans: 12, pains: 45, functions: 90, innovations: 25, metrics: 26 },
  'after-sales': { asks: 16, plans: 12, pains: 70, functions: 130, innovations: 36, metrics: 38 },
  'industrial-equipment': {
    asks: 24,
    plans: 23,
    pains: 77,
    functions: 140,
    innovations: 38,
    metrics: 46,
  },
};
const lists = ['asks', 'plans', 'pains', 'functions', 'innovations', 'metrics'] as const;

test.each(builtinModels.flatMap(({ id }) => lists.map((list) => ({ id, list }))))(
  '$id has enough $list',
  async ({ id, list }) => {
    const catalog = await loadBuiltin(id);
    expect(catalog[list].length).toBeGreaterThanOrEqual(least[id][list]);
  },
);

test.each(builtinModels)('$id has four questions and three slots', async ({ id }) => {
  const catalog = await loadBuiltin(id);
  expect(holding(catalog, 'ask')).toHaveLength(4);
  expect(holding(catalog, 'plan')).toHaveLength(3);
});

test('key accounts have the five dimensions, two of them dark, and three lines of metrics', async () => {
  const catalog = await loadBuiltin('key-account');
  const five = catalog.dimensions.filter(({ holds }) => holds.includes('function'));
  expect(five.map(({ id, line }) => `${id} ${line}`)).toEqual([
    'ka.dim.esp bright',
    'ka.dim.tas bright',
    'ka.dim.mci bright',
    'ka.dim.ecm dark',
    'ka.dim.pbm dark',
  ]);
  expect(catalog.dimensions.filter(({ holds }) => holds.includes('metric'))).toHaveLength(3);
});

test('after-sales has the nine areas, four transformations and nine stages', async () => {
  const catalog = await loadBuiltin('after-sales');
  expect(holding(catalog, 'function')).toEqual([
    '用户体验',
    '全渠道',
    '工单管理',
    '服务网络管理',
    '备件管理',
    '不良品管理',
    '质量管理',
    '技术支持和培训',
    '结算管理',
  ]);
  expect(holding(catalog, 'innovation')).toHaveLength(4);
  expect(catalog.dimensions.filter(({ holds }) => holds.includes('metric'))).toHaveLength(9);
});

const none = { ranges: {}, maturity: {}, scripts: {}, dependencies: {} };
const written = { modules: [], asks: [], pains: [], functions: [{ id: 'fn.a' }], metrics: [] };

test('what a model says in files of its own goes where it belongs', () => {
  expect(complete(written, { ...none, dependencies: { 'fn.a': ['fn.b'] } })).toEqual({
    ...written,
    functions: [{ id: 'fn.a', needs: ['fn.b'] }],
  });
});

test('… and never unseen', () => {
  expect(() => complete(written, { ...none, scripts: { 'pain.x': {} } })).toThrow(
    'scripts.json: no asks, pains “pain.x”',
  );
});

test('industrial equipment: each of its metrics has an ask that reads it and functions that move it', async () => {
  const catalog = await loadBuiltin('industrial-equipment');
  const base = await loadBuiltin('after-sales');
  const own = catalog.metrics
    .map(({ id }) => id)
    .filter((id) => !base.metrics.some((metric) => metric.id === id));
  expect(own.map((id) => id.replace('as.metric.', ''))).toEqual([
    'uptime',
    'downtime-hours',
    'mtbf',
    'mttr',
    'planned-maintenance',
    'parts-margin',
    'warranty-cost-ratio',
    'nps',
  ]);
  expect(catalog.asks.find(({ id }) => id === 'as.ask.uptime')?.moves).toMatchObject({
    'as.metric.uptime': 3,
  });
  for (const id of own) {
    expect(catalog.asks.filter(({ moves }) => moves[id])).not.toEqual([]);
    expect(catalog.functions.filter(({ moves }) => moves[id])).not.toEqual([]);
  }
  expect(base.metrics.length).toBe(catalog.metrics.length - own.length);
});

test('both models fit into one workbook', async () => {
  const both = combineCatalogs([
    await loadBuiltin('key-account'),
    await loadBuiltin('after-sales'),
  ]);
  expect(both.problems).toEqual([]);
  expect(both.catalog && checkCatalog(both.catalog)).toEqual([]);
});

test('another validator finds the models valid by the JSON Schema', () => {
  const validate = validator(catalogJsonSchema());
  for (const model of [keyAccount, afterSales, example()]) {
    validate(model);
    expect(validate.errors).toBeNull();
  }
});

test('… and finds what is wrong', () => {
  const validate = validator(catalogJsonSchema());
  const json = example();
  find(json.asks, 'ask.two').moves = { 'm.win': 4 };
  expect(validate(json)).toBe(false);
  expect(validate.errors).toMatchObject([{ instancePath: '/asks/1/moves/m.win', keyword: 'enum' }]);
});

test('an overlay’s JSON Schema takes part of an item, and nothing unknown', () => {
  const validate = validator(overlayJsonSchema());
  expect(validate({ id: 'small', remove: ['a'], asks: [{ id: 'b', status: 'house' }] })).toBe(true);
  expect(validate({ id: 'small', asks: [{ id: 'b', colour: 'red' }] })).toBe(false);
  expect(validate(changes)).toBe(true);
});

test.each(builtinModels)('$id says how to ask for every ask and pain', async ({ id }) => {
  const { asks, pains } = await loadBuiltin(id);
  expect([...asks, ...pains].filter(({ script }) => !script).map((item) => item.id)).toEqual([]);
});

test.each(builtinModels)('$id: later steps rest on asks and plans', async ({ id }) => {
  const catalog = await loadBuiltin(id);
  const premises = new Set([...catalog.asks, ...catalog.plans].map((item) => item.id));
  for (const list of [catalog.functions, catalog.innovations]) {
    const resting = list.filter(({ calledBy }) =>
      Object.keys(calledBy).some((to) => premises.has(to)),
    );
    expect(resting.length / list.length).toBeGreaterThan(0.95);
    const strengths = list.flatMap(({ calledBy }) =>
      Object.entries(calledBy).flatMap(([to, strength]) => (premises.has(to) ? [strength] : [])),
    );
    for (const strength of [1, 2, 3])
      expect(strengths.filter((one) => one === strength).length).toBeGreaterThan(
        strengths.length / 8,
      );
  }
  for (const one of [...catalog.asks, ...catalog.plans])
    expect([one.id, catalog.functions.some(({ calledBy }) => calledBy[one.id])]).toEqual([
      one.id,
      true,
    ]);
});

test.each(builtinModels)(
  '$id: evidence for every module, needs, contracts by goal',
  async ({ id }) => {
    const { modules, functions, contracts, pages } = await loadBuiltin(id);
    expect(pages.flatMap(({ parts }) => parts).length).toBeGreaterThanOrEqual(20);
    expect(modules.filter(({ maturity }) => maturity?.length !== 5)).toEqual([]);
    expect(functions.flatMap(({ needs = [] }) => needs).length).toBeGreaterThan(60);
    expect(contracts.length).toBeGreaterThanOrEqual(12);
  },
);

test('the links that were too weak', async () => {
  const [sales, service] = [await loadBuiltin('key-account'), await loadBuiltin('after-sales')];
  expect(
    sales.functions.find((one) => one.id === 'ka.fn.ecm.relation-map')?.calledBy,
  ).toMatchObject({
    'ka.pain.tas.wrong-person': 3,
  });
  expect(
    service.functions.find((one) => one.id === 'as.fn.settlement.risk-audit')?.calledBy,
  ).toMatchObject({ 'as.pain.workorder.ghost-visit': 3 });
});

test.each([
  { id: 'key-account', found: 15 },
  { id: 'after-sales', found: 33 },
] as const)('docs/ranges.md says what is published for $id', async ({ id, found }) => {
  const written = readFileSync('docs/ranges.md', 'utf8');
  const { metrics, sources } = await loadBuiltin(id);
  const published = metrics.filter(({ ranges }) => ranges);
  expect(published.length).toBeGreaterThanOrEqual(found);
  expect(written).toContain(`${published.length} of ${metrics.length} metrics have`);
  const addresses = new Map(sources.map((source) => [source.id, source.url]));
  const cited = published.flatMap(({ ranges = [] }) => ranges.map((range) => range.source));
  expect(cited.filter((source) => !written.includes(`(${addresses.get(source)})`))).toEqual([]);
});
