import fc from 'fast-check';
import type { Catalog } from '../../src/catalog/schema';
import type { Engagement } from '../../src/engagement/schema';
import { harvest } from '../../src/experience/harvest/apply';
import { describeReviewBook, reviewFrom, reviewFromJson } from '../../src/experience/harvest/book';
import { proposals } from '../../src/experience/harvest/propose';
import type { Review } from '../../src/experience/harvest/review';
import { stripper } from '../../src/experience/harvest/strip';
import { createHost, openHost } from '../../src/host';
import { layOutSpec, sheetValues, study } from '../../src/office';
import { soundCatalog } from '../cli/run';
import { Desk, engagementOf } from '../support/desk';
import { thoroughness } from '../support/thoroughness';

const settings = {
  client: '江苏澜川暖通服务有限公司',
  vendor: 'Bright Path Consulting Ltd.',
  consultant: '陈立',
  project: '灯塔项目',
  currency: 'CNY',
};

test.each(['澜川（中国）有限公司', '澜川中国有限公司', '澜川'])(
  'brackets in a name: %s',
  (written) => {
    const strip = stripper({ ...settings, client: '澜川（中国）有限公司' });
    expect(strip(`${written}的报价太慢`).text).toBe('〔甲方〕的报价太慢');
  },
);

describe('what tells whose it was', () => {
  const strip = stripper(settings);
  test.each([
    ['澜川暖通的备件由陈立盘点', '〔甲方〕的备件由〔某人〕盘点', ['client', 'person']],
    ['江苏澜川暖通服务有限公司年耗120万元', '〔甲方〕年耗〔金额〕', ['client', 'money']],
    [
      '澜川在灯塔项目里先做3个区县',
      '〔甲方〕在〔项目〕里先做〔数〕个区县',
      ['client', 'project', 'number'],
    ],
    [
      'Bright Path saves CNY 1,200,000 a year',
      '[vendor] saves [amount] a year',
      ['vendor', 'money'],
    ],
    [
      'BRIGHT PATH CONSULTING LTD. wins 35% of 40 deals',
      '[vendor] wins [n]% of [n] deals',
      ['vendor', 'number'],
    ],
    ['约￥3.5亿，另有20万', '约〔金额〕，另有〔金额〕', ['money']],
    ['CRM3.0 and Q1 are names, 4S店 too', 'CRM3.0 and Q1 are names, 4S店 too', []],
    ['brightness is no name', 'brightness is no name', []],
  ])('%s', (given, text, stripped) => {
    const found = strip(given);
    expect(found.text).toBe(text);
    expect(found.stripped.sort()).toEqual([...stripped].sort());
  });

  test('no name and no number gets through, whatever stands around them', () => {
    const around = fc
      .string({ unit: 'grapheme', maxLength: 10 })
      .filter((text) => !/[\p{N}\p{Script=Latin}.,]/u.test(text));
    fc.assert(
      fc.property(
        around,
        around,
        fc.constantFrom(settings.client, '澜川暖通', '陈立', '灯塔项目'),
        fc.nat(),
        (a, b, name, n) => {
          const { text } = strip(`${a}${name}${b}${n}`);
          expect(text).not.toContain(name);
          expect(text).not.toMatch(/\d/);
        },
      ),
      { numRuns: 100 * thoroughness },
    );
  });

  test('what a firm keeps on purpose stays', () => {
    expect(stripper(settings, { names: true })('澜川暖通有20个网点').text).toBe(
      '澜川暖通有〔数〕个网点',
    );
    expect(stripper(settings, { figures: true })('澜川暖通有20个网点').text).toBe(
      '〔甲方〕有20个网点',
    );
  });
});

const said = engagementOf({
  settings: {
    ...settings,
    client: 'Acme Holdings',
    project: 'North',
    vendor: 'Us',
    consultant: '',
  },
  ask: { 's.ask.1': { pick: 'yes', wording: 'Driver 1 in the words of Acme' } },
  pain: {
    's.pain.1': { pick: 'yes' },
    's.pain.2': { pick: 'no', wording: 'Not wanted' },
    'custom.pain.1': {
      pick: 'yes',
      item: 'Acme waits 5 days for parts',
      owner: 'Zhao Lei',
      dimension: 's.area',
      symptom: 'Orders open with Zhao Lei',
    },
    'custom.pain.2': { pick: 'no', item: 'Never mind', dimension: 's.area' },
  },
  edits: { pain: { 's.pain.3': { explanation: 'Explained better' } } },
  metrics: { 's.metric.1': { use: 'yes', baseline: 10, target: 20 } },
  readings: { 'reading.1': { metric: 's.metric.1', date: '2026-06-30', value: 15 } },
} as Partial<Engagement>);

let review: Review;
const catalog = soundCatalog();

async function proposedBy(engagement: Engagement, into: Catalog): Promise<Review> {
  const desk = new Desk();
  desk.catalogs = [into];
  await desk.layOut(engagement, { lang: 'en' });
  const studied = await desk.host.run((context) => study(context, { catalogs: [into] }));
  return proposals([{ study: studied, file: 'acme.xlsx' }], into);
}

beforeAll(async () => {
  review = await proposedBy(said, catalog);
});

const answered = (change: (review: Review) => void): Review => {
  const copy = structuredClone(review);
  change(copy);
  return copy;
};
const by = { by: 'Lin', on: '2026-07-01' };

test('own items, better wordings and figures are proposed, without names and numbers', () => {
  const [item] = review.items;
  expect(review.items).toHaveLength(1);
  expect(item).toMatchObject({
    step: 'pain',
    text: { en: '[client] waits [n] days for parts' },
    symptom: { en: 'Orders open with [person]' },
    stripped: ['client', 'number', 'person'],
    dimension: 's.area',
    calledBy: { 's.ask.1': 3, 's.plan.1': 2 },
    answeredBy: ['s.fn.1', 's.fn.2'],
    newId: expect.stringMatching(/^s\.pain\.h[0-9a-f]{8}$/) as string,
  });
  expect(review.wordings.map(({ item: id, field, text }) => [id, field, text.en])).toEqual([
    ['s.ask.1', 'text', 'Driver [n] in the words of [client]'],
    ['s.pain.3', 'explanation', 'Explained better'],
  ]);
  expect(review.figures).toMatchObject([
    { item: 's.metric.1', baseline: 10, target: 20, actual: 15 },
  ]);
  expect(JSON.stringify(review)).not.toMatch(/Acme|North|Zhao/);
  expect(
    new Set(
      [...review.items, ...review.wordings, ...review.figures].map(({ engagement }) => engagement),
    ).size,
  ).toBe(1);
});

test('nothing is taken over that nobody accepted; an item that lacks something is refused with its id', () => {
  const { catalog: none, problems } = harvest(
    catalog,
    answered(({ items }) => (items[0]!.accept = 'yes')),
    by,
  );
  expect(none).toBeUndefined();
  const id = review.items[0]!.newId;
  expect(
    problems
      .filter(({ severity }) => severity === 'error')
      .map(({ code, where, params }) => [code, where, params.field]),
  ).toEqual([
    ['missing', id, 'explanation'],
    ['missing', id, 'cost'],
  ]);
  expect(problems.filter(({ severity }) => severity === 'warning').map(({ code }) => code)).toEqual(
    ['placeholder-left', 'untranslated'],
  );
});

test('what was accepted is the next version, with its origin; proposed once only', async () => {
  const accepted = answered(({ items, wordings, figures }) => {
    Object.assign(items[0]!, {
      accept: 'yes',
      newId: 's.pain.parts-late',
      text: { en: 'Parts come days too late for the visit', 'zh-CN': '配件比上门晚到好几天' },
      explanation: { en: 'Why', 'zh-CN': '原因' },
      cost: { en: 'Second visits', 'zh-CN': '二次上门' },
    });
    wordings[0]!.accept = 'yes';
    figures[0]!.accept = 'yes';
  });
  const { catalog: next, problems, ...brought } = harvest(catalog, accepted, by);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { engagement } = review.items[0]!;
  const origin = { engagement, on: '2026-07-01', by: 'Lin' };
  expect(next?.version).toBe('1.1.0');
  expect(brought).toEqual({
    added: ['s.pain.parts-late'],
    reworded: ['s.ask.1'],
    observed: ['s.metric.1'],
  });
  expect(next?.history).toEqual({ '1.1.0': { on: '2026-07-01', by: 'Lin', ...brought } });
  expect(next?.pains.at(-1)).toMatchObject({
    id: 's.pain.parts-late',
    status: 'house',
    harvested: [origin],
  });
  expect(next?.functions[0]?.calledBy['s.pain.parts-late']).toBe(2);
  expect(next?.asks[0]).toMatchObject({
    text: { en: 'Driver [n] in the words of [client]', 'zh-CN': 'Driver 1（中）' },
    harvested: [origin],
  });
  expect(next?.metrics[0]?.observed).toEqual([{ ...origin, baseline: 10, target: 20, actual: 15 }]);
  expect(catalog.history).toBeUndefined();

  const desk = new Desk();
  desk.catalogs = [next!];
  await desk.layOut(engagementOf(), { lang: 'en' });
  expect(desk.value('Metrics', 's.metric.1', 'Measured as')).toBe(
    'Numerator\nSeen in 1 engagement(s): before 10 · after 15',
  );

  const same = await proposedBy(said, next!);
  expect(same.figures).toEqual([]);
  expect(same.wordings.map(({ item }) => item)).toEqual(['s.pain.3']);
});

test('a proposal that says the same as an item is noted there', () => {
  const accepted = answered(({ items }) =>
    Object.assign(items[0]!, { accept: 'yes', into: 's.pain.2' }),
  );
  const { catalog: next, added } = harvest(catalog, accepted, by);
  expect(added).toEqual([]);
  expect(next?.pains).toHaveLength(catalog.pains.length);
  expect(next?.pains[1]?.harvested).toMatchObject([{ by: 'Lin' }]);
});

test('a review comes back from its workbook as it was; what is wrong is told with its cell', async () => {
  const host = createHost();
  await host.run((context) => layOutSpec(context, describeReviewBook(review, 'zh-CN')));
  const opened = await openHost(await host.save());
  const sheets = await opened.run(sheetValues);
  expect(reviewFrom(sheets)).toMatchObject({ review, problems: [] });
  expect(reviewFromJson(JSON.parse(JSON.stringify(review))).review).toEqual(review);

  const items = sheets.find(({ name }) => name === 'Items')!.values;
  const head = items.findIndex((row) => row.includes('accept'));
  items[head + 1]![items[head]!.indexOf('accept')] = 'perhaps';
  const { problems } = reviewFrom(sheets);
  expect(problems).toMatchObject([{ code: 'not-allowed', sheet: 'Items', cell: `B${head + 2}` }]);
  items[head + 1]![items[head]!.indexOf('accept')] = 'yes';
  const read = reviewFrom(sheets);
  const missing = harvest(catalog, read.review!, by).problems.map(read.place);
  expect(missing).toContainEqual(
    expect.objectContaining({
      code: 'missing',
      sheet: 'Items',
      cell: expect.stringMatching(new RegExp(`^[A-Z]+${head + 2}$`)) as string,
    }),
  );
});
