import fc from 'fast-check';
import { checkCatalog } from '../../src/catalog/integrity';
import { combineCatalogs, mergeCatalogs, parseOverlayText } from '../../src/catalog/merge';
import type { CatalogOverlay } from '../../src/catalog/overlay';
import { describeProblem } from '../../src/catalog/problem';
import type { Catalog } from '../../src/catalog/schema';
import { exampleItem, exampleWith, find } from './example';

const base = exampleWith(() => undefined);

const overlay = (json: object): CatalogOverlay => {
  const { overlay: read, problems } = parseOverlayText(JSON.stringify({ id: 'small', ...json }));
  if (!read) throw new Error(JSON.stringify(problems));
  return read;
};

const merged = (json: object): Catalog => {
  const { catalog, problems } = mergeCatalogs(base, overlay(json));
  if (!catalog) throw new Error(JSON.stringify(problems));
  return catalog;
};

test('an empty overlay changes nothing', () => {
  expect(merged({})).toEqual(base);
});

test('a catalog laid over itself changes nothing', () => {
  expect(mergeCatalogs(base, base)).toEqual({ catalog: base, problems: [] });
});

test('a known id is changed field by field, in its place', () => {
  const text = { 'zh-CN': '我们自己的说法', en: 'In our own words' };
  const result = merged({ version: '1.0.1', asks: [{ id: 'ask.two', text }] });
  expect(result.version).toBe('1.0.1');
  expect(result.asks).toEqual([
    base.asks[0],
    { ...base.asks[1], text },
    base.asks[2],
    base.asks[3],
  ]);
});

test('null clears a field', () => {
  const result = merged({ dimensions: [{ id: 'd.area', line: null, readIn: null }] });
  expect(find(result.dimensions, 'd.area')).toEqual({
    id: 'd.area',
    holds: ['pain', 'function', 'innovation'],
    name: { 'zh-CN': '领域', en: 'Area' },
    status: 'author',
  });
});

test('a new id is appended, with the defaults of a catalog', () => {
  const item = exampleItem('ask.own', 'd.ask', '让服务团队参与续约', 'Bring service into renewals');
  expect(merged({ asks: [item] }).asks.slice(4)).toEqual([{ ...item, moves: {} }]);
});

test('an id is removed with the links to it', () => {
  const result = merged({ remove: ['fn.alert', 'm.win'] });
  expect(result.functions.map(({ id }) => id)).toEqual(['fn.close', 'fn.review']);
  expect(result.innovations[0]?.calledBy).toEqual({});
  expect(result.asks[0]?.moves).toEqual({});
});

test('the place of what is left is not removed unnoticed', () => {
  expect(
    checkCatalog(merged({ remove: ['mod'] })).map(({ code, where }) => `${code} ${where}`),
  ).toEqual(['unknown-id fn.alert', 'unknown-id fn.close', 'unknown-id fn.review']);
});

const sentences = (json: object) =>
  mergeCatalogs(base, { id: 'small', ...json } as CatalogOverlay).problems.map((problem) =>
    describeProblem('en', problem),
  );

test('removing what is not there is said, and does not stop the merge', () => {
  const outcome = mergeCatalogs(base, overlay({ remove: ['fn.alerts'] }));
  expect(outcome.catalog).toEqual(base);
  expect(sentences({ remove: ['fn.alerts'] })).toEqual([
    'small · remove: there is no “fn.alerts” to remove. Did you mean “fn.alert”?',
  ]);
});

test('a new item must be complete', () => {
  expect(sentences({ asks: [{ id: 'ask.own', dimension: 'd.ask', status: 'house' }] })).toEqual([
    'ask.own · text: required but absent. Fill it in.',
    'ask.own · explanation: required but absent. Fill it in.',
  ]);
});

test('changes to another model are refused', () => {
  expect(sentences({ id: 'large' })).toEqual([
    'small: this file changes “large” and cannot be applied to “small”. Choose that model, or correct the id in the file.',
  ]);
});

test('an overlay is read as strictly as a catalog', () => {
  const { overlay: read, problems } = parseOverlayText(
    '{"id":"small","asks":[{"id":"ask.two","colour":1,"status":"mine"}]}',
  );
  expect(read).toBeUndefined();
  expect(problems.map((problem) => describeProblem('en', problem))).toEqual([
    'ask.two · status: must be one of author, house. Change it.',
    'ask.two: there is no field colour. Check the spelling or remove it.',
  ]);
});

const ids = ['ask.grow', 'ask.two', 'plan.pilot', 'pain.stale', 'fn.alert', 'm.win', 'ask.gone'];
const anyOverlay = fc.record(
  {
    version: fc.constantFrom('1.0.0', '2.0.0'),
    remove: fc.subarray(ids),
    asks: fc.array(
      fc.record({
        id: fc.constantFrom('ask.grow', 'ask.two'),
        explanation: fc.record({
          'zh-CN': fc.stringMatching(/^[一-龥]{1,9}$/),
          en: fc.constant('E'),
        }),
      }),
    ),
  },
  { requiredKeys: [] },
);

test('merging again changes nothing more', () => {
  fc.assert(
    fc.property(anyOverlay, (json) => {
      const over = overlay(json);
      const once = mergeCatalogs(base, over).catalog;
      expect(once && mergeCatalogs(once, over).catalog).toEqual(once);
    }),
    { numRuns: 60 },
  );
});

/** The example under other ids, as another model has. */
const other = (): Catalog =>
  JSON.parse(
    JSON.stringify({ ...base, sources: [], id: 'other' }).replace(
      /"(ask|plan|pain|fn|inn|m|d)\.|"(mod|drv)"/g,
      (match) => match.replace('"', '"x.'),
    ),
  ) as Catalog;

test('two models make one catalog without problems', () => {
  const { catalog, problems } = combineCatalogs([
    { ...base, microConsulting: { days: 5, fee: 100000 } },
    {
      ...other(),
      sources: base.sources,
      version: '1.10.0',
      microConsulting: { days: 10, fee: 200000 },
    },
  ]);
  expect(problems).toEqual([]);
  expect(catalog).toMatchObject({
    id: 'small.other',
    version: '1.10.0',
    name: { 'zh-CN': '小模型 + 小模型', en: 'Small model + Small model' },
    microConsulting: { days: 15, fee: 300000 },
    sources: [{ id: 'src', title: 'A source' }],
  });
  expect(catalog && catalog.asks.map(({ id }) => id)).toEqual([
    'ask.grow',
    'ask.two',
    'ask.three',
    'ask.four',
    'x.ask.grow',
    'x.ask.two',
    'x.ask.three',
    'x.ask.four',
  ]);
  expect(catalog && checkCatalog(catalog).filter(({ severity }) => severity === 'error')).toEqual(
    [],
  );
});

test('models that share an id cannot be combined', () => {
  const clashing = { ...other(), drivers: base.drivers };
  expect(combineCatalogs([base, clashing])).toEqual({
    problems: [{ severity: 'error', code: 'duplicate-id', where: 'drv', params: { count: 2 } }],
  });
});

test('one model alone stays as it is', () => {
  expect(combineCatalogs([base])).toEqual({ catalog: base, problems: [] });
});
