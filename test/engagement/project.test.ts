import {
  catalogOf,
  emptyEngagement,
  namesIn,
  openProject,
  referencesOf,
} from '../../src/engagement/project';
import { Engagement } from '../../src/engagement/schema';
import { smallCatalog } from '../support/smallCatalog';

test('an engagement in which nobody has said anything is a file of today', () => {
  const empty = emptyEngagement([{ id: 'small' }], 'zh-TW');
  expect(empty).toMatchObject({
    format: 'appfi-engagement/1',
    lang: 'zh-TW',
    ask: {},
    metrics: {},
  });
  expect(Engagement.parse(JSON.parse(JSON.stringify(empty)))).toEqual(empty);
});

test('an engagement names what has a row and what a row says', () => {
  const isNamed = namesIn({
    ...emptyEngagement([{ id: 'small' }], 'en'),
    metrics: { 'm.1': { use: 'yes' } },
    readings: { 'r.1': { metric: 'm.2', value: 3 } },
  });
  expect(['m.1', 'm.2', 'r.1', 'yes', 'm.3', 'use', 'metric'].map(isNamed)).toEqual([
    ...[true, true, true, true],
    ...[false, false, false],
  ]);
});

const small = smallCatalog();
/** An edition in which the second plan is retired. */
const later = smallCatalog((json) => {
  Object.assign(json, { version: '2.0.0' });
  Object.assign(json.plans[1]!, { retired: '2.0.0' });
});

test('a catalog is one that is given, else one that is built in, else none', async () => {
  const own = { ...small, id: 'after-sales' };
  expect(await catalogOf('after-sales', [small, own])).toBe(own);
  expect((await catalogOf('after-sales', [small])).asks.length).toBeGreaterThan(10);
  await expect(catalogOf('none', [small])).rejects.toMatchObject({
    params: { catalog: 'none' },
  });
});

test('a project has its catalogs as one, each with its version and fingerprint', async () => {
  const { catalog, catalogs } = await openProject(['small'], 'en', [small]);
  expect(catalog).toMatchObject({ plans: small.plans, name: small.name });
  expect(catalogs).toEqual([
    {
      ...{
        id: 'small',
        version: '1.0.0',
        hash: expect.stringMatching(/^[0-9a-f]{16,}$/) as string,
      },
      carried: expect.any(Array) as string[],
    },
  ]);
  const taiwan = await openProject(['small'], 'zh-TW', [small]);
  expect(taiwan.catalog.name).toEqual({ ...small.name, 'zh-TW': expect.any(String) as string });
  await expect(openProject([], 'en', [small])).rejects.toMatchObject({ params: { catalog: '–' } });
  await expect(openProject(['small', 'small'], 'en', [small])).rejects.toThrow();
});

test('what a catalog has retired is there where it is kept or spoken of', async () => {
  const plans = async (...asked: Parameters<typeof openProject>) =>
    (await openProject(...asked)).catalog.plans.map(({ id }) => id);
  expect(await plans(['small'], 'en', [later])).toEqual(['s.plan.1']);
  const all = ['s.plan.1', 's.plan.2'];
  expect(await plans(['small'], 'en', [later], (id) => id === 's.plan.2')).toEqual(all);
  const silent = emptyEngagement([{ id: 'small' }], 'en');
  const spoken = { ...silent, plan: { 's.plan.2': { pick: 'yes' } } };
  expect(await referencesOf(silent, [later])).toEqual([{ id: 'small' }]);
  const kept = await referencesOf(spoken, [later]);
  expect(kept).toMatchObject([{ id: 'small', kept: { plans: [{ id: 's.plan.2' }] } }]);
  expect(await plans(kept, 'en', [later])).toEqual(all);
});
