import { packCatalog, unpackCatalog } from '../../src/catalog/carried';
import { hashCatalog } from '../../src/catalog/hash';
import { checkCatalog } from '../../src/catalog/integrity';
import type { Catalog } from '../../src/catalog/schema';
import type { Engagement } from '../../src/engagement/schema';
import { harvest } from '../../src/experience/harvest/apply';
import { describeReviewBook, reviewFrom, reviewFromJson } from '../../src/experience/harvest/book';
import { proposals } from '../../src/experience/harvest/propose';
import type { Review, Texts } from '../../src/experience/harvest/review';
import type { Lang } from '../../src/messages';
import { createHost, openHost } from '../../src/host';
import { layOutSpec, sheetValues, study, type Study } from '../../src/office';
import { soundCatalog } from '../cli/run';
import { Desk, engagementOf, tableOf } from '../support/desk';

const said = engagementOf({
  settings: { client: 'Acme Holdings', project: 'North', vendor: 'Us', currency: 'CNY' },
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
  return proposals([studied], into);
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
  const engagements = [...review.items, ...review.wordings].flatMap((one) => one.engagements);
  expect(new Set([...engagements, review.figures[0]?.engagement]).size).toBe(1);
  expect(review.wordings[0]).toMatchObject({ count: 1, of: 1 });
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
  const [engagement] = review.items[0]!.engagements;
  const origin = { engagement, on: '2026-07-01', by: 'Lin' };
  expect(next?.version).toBe('1.1.0');
  expect(brought).toEqual({
    added: ['s.pain.parts-late'],
    reworded: ['s.ask.1'],
    observed: ['s.metric.1'],
    refused: 0,
  });
  const { added, reworded, observed } = brought;
  expect(next?.history).toEqual({
    '1.1.0': { on: '2026-07-01', by: 'Lin', added, reworded, observed },
  });
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

/** Engagements of other clients, who say things in other languages and scripts. */
async function together(
  said: [client: string, lang: Lang, engagement: Partial<Engagement>][],
  into = catalog,
) {
  const finished: Study[] = [];
  for (const [client, lang, engagement] of said) {
    const desk = new Desk();
    desk.catalogs = [into];
    await desk.layOut(engagementOf({ settings: { client, project: 'Q' }, ...engagement }), {
      lang,
    });
    const studied = await desk.host.run((context) => study(context, { catalogs: [into] }));
    finished.push(studied);
  }
  return (now: Catalog) => proposals(finished, now);
}

const worded = (wording: string, own?: string): Partial<Engagement> =>
  ({
    ask: { 's.ask.1': { pick: 'yes', wording } },
    ...(own !== undefined && {
      pain: { 'custom.pain.1': { pick: 'yes', item: own, dimension: 's.area' } },
    }),
  }) as Partial<Engagement>;

test('engagements that name nobody are told apart by what they hold, and a copy is none of its own', async () => {
  const nobody = (own?: string) => ({ ...worded('Keep every date', own), settings: {} });
  const propose = await together([
    ['', 'en', nobody()],
    ['', 'en', nobody()],
    ['', 'en', nobody('Vans idle at noon')],
  ]);
  expect(propose(catalog).wordings).toMatchObject([{ count: 2, of: 2 }]);
});

describe('many engagements', () => {
  let propose: (now: Catalog) => Review;
  let all: Review;
  beforeAll(async () => {
    propose = await together([
      ['Kettleworth Ltd', 'en', worded('Keep every date that Kettleworth was promised')],
      [
        'Marlowe Inc',
        'en',
        worded('Keep every date that Marlowe was promised.', 'Vans idle at noon'),
      ],
      ['Osprey GmbH', 'en', worded('Tell the new date first', 'Vans idle at noon')],
      ['青禾科技有限公司', 'zh-CN', worded('答应青禾的日期都要守住')],
      ['鴻碩股份有限公司', 'zh-TW', worded('答應鴻碩的日期都要守住')],
    ]);
    all = propose(catalog);
  });

  test('what several say is one proposal, over scripts, with how many said so', () => {
    expect(
      all.wordings.map(({ text, count, of, engagements }) => [text, count, of, engagements.length]),
    ).toEqual([
      [{ en: 'Keep every date that [client] was promised' }, 2, 5, 2],
      [
        { 'zh-CN': '答应〔甲方〕的日期都要守住', 'zh-TW': '答應〔甲方〕的日期都要守住' },
        ...[2, 5, 2],
      ],
      [{ en: 'Tell the new date first' }, 1, 5, 1],
    ]);
    expect(all.items).toMatchObject([{ text: { en: 'Vans idle at noon' }, count: 2, of: 5 }]);
  });

  test('two wordings for one text are a conflict; of two languages they are one', () => {
    const [english, chinese, other] = all.wordings;
    const accept = (...ids: (string | undefined)[]) =>
      harvest(
        catalog,
        {
          ...all,
          wordings: all.wordings.map((one) => ({
            ...one,
            text: withoutGap(one.text),
            ...(ids.includes(one.id) && { accept: 'yes' as const }),
          })),
        },
        by,
      );
    expect(
      accept(english?.id, other?.id).problems.filter(({ severity }) => severity === 'error'),
    ).toMatchObject([
      {
        code: 'conflicting-wordings',
        where: other?.id,
        params: { item: 's.ask.1', other: english?.id },
      },
    ]);
    const { catalog: next } = accept(english?.id, chinese?.id);
    expect(next?.asks[0]).toMatchObject({
      text: {
        en: 'Keep every date that the client was promised',
        'zh-CN': '答应客户的日期都要守住',
      },
    });
    expect(next?.asks[0]?.harvested).toHaveLength(4);
    expect(next?.asks[0]?.stale).toBeUndefined();
  });

  test('a language that nobody gave is marked as older, until somebody renews it', () => {
    const { catalog: next } = harvest(
      catalog,
      {
        ...all,
        wordings: all.wordings.map((one, i) => (i === 2 ? { ...one, accept: 'yes' } : one)),
      },
      by,
    );
    expect(next?.asks[0]?.stale).toEqual(['text.zh-CN']);
    expect(checkCatalog(next!)).toContainEqual(
      expect.objectContaining({
        code: 'stale-text',
        where: 's.ask.1',
        params: { texts: 'text.zh-CN' },
      }),
    );
  });

  test('what was refused or taken is not proposed again, in any script; refusals alone are a patch', () => {
    const refused: Review = {
      ...all,
      items: all.items.map((one) => ({ ...one, accept: 'no' })),
      wordings: all.wordings.map((one, i) => (i === 0 ? one : { ...one, accept: 'no' })),
      figures: [],
    };
    const { catalog: next, refused: count } = harvest(catalog, refused, by);
    expect([next?.version, count]).toEqual(['1.0.1', 3]);
    expect(Object.values(next?.decided ?? {})).toContainEqual({
      accept: 'no',
      on: by.on,
      by: 'Lin',
    });
    const again = propose(next!);
    expect(again.items).toEqual([]);
    expect(again.wordings.map(({ id }) => id)).toEqual([all.wordings[0]?.id]);
  });
});

const withoutGap = (text: Texts): Texts =>
  Object.fromEntries(
    Object.entries(text).map(([lang, words]) => [
      lang,
      words?.replace('[client]', 'the client').replace('〔甲方〕', '客户'),
    ]),
  );

test('what may be a name holds an acceptance back until somebody says that it is none', async () => {
  const propose = await together([['Acme', 'en', worded('Keep dates with Kettleworth')]]);
  const found = propose(catalog);
  expect(found.wordings[0]).toMatchObject({ suspicious: 'Kettleworth' });
  const accept = (more: object, withheld: string[] = []) =>
    harvest(
      catalog,
      { ...found, wordings: found.wordings.map((one) => ({ ...one, accept: 'yes', ...more })) },
      { ...by, withheld },
    ).problems.filter(({ severity }) => severity === 'error');
  expect(accept({})).toMatchObject([
    { code: 'suspicious-left', where: found.wordings[0]?.id, params: { words: 'Kettleworth' } },
  ]);
  expect(accept({ cleared: 'yes' })).toEqual([]);
  expect(accept({ text: { en: 'Keep dates with the client' } })).toEqual([]);
  // What a reviewer types is looked at as well.
  expect(accept({ text: { en: 'Ask lin@acme.com about dates' } })).toMatchObject([
    { code: 'suspicious-left' },
  ]);
  expect(accept({ cleared: 'yes' }, ['kettleworth'])).toMatchObject([
    { code: 'withheld-left', params: { words: 'Kettleworth' } },
  ]);
});

test('a firm’s own ranges stand beside published ones, and none of fewer than five engagements', async () => {
  const measured = async (count: number) => {
    const figures = Array.from({ length: count }, (_, i) => ({
      ...{
        id: `p.${i}`,
        engagement: `e${i}`,
        item: 's.metric.1',
        name: 'M',
        accept: 'yes' as const,
      },
      ...{ baseline: 10 + i, actual: i === 0 ? 30 : 20, currency: i === 5 ? 'EUR' : 'CNY' },
    }));
    const { catalog: next } = harvest(catalog, { ...review, items: [], wordings: [], figures }, by);
    const desk = new Desk();
    desk.catalogs = [next!];
    const cells = tableOf(await desk.spec(), 'metrics').rows[0]?.cells;
    return { next: next!, range: (cells as Record<string, unknown>).range };
  };
  expect((await measured(4)).range).toBeNull();
  const { next, range } = await measured(6);
  expect(range).toBe(
    'Own engagements, low–median–high: before 10–12–14 CNY (n = 5) · after 20–20–30 CNY (n = 5)',
  );
  // Copies of one engagement, and a second harvest of it, are one.
  const figure = { ...{ engagement: 'e', item: 's.metric.1', name: 'M', accept: 'yes' as const } };
  const figures = [1, 2, 3, 4, 5].map((n) => ({ ...figure, id: `p.${n}`, baseline: n }));
  const copied = harvest(catalog, { ...review, items: [], wordings: [], figures }, by).catalog;
  expect([copied?.metrics[0]?.observed?.length, copied?.metrics[0]?.own]).toEqual([5, undefined]);
  // What single engagements measured stays with the firm.
  const carried = unpackCatalog(packCatalog(next))!;
  expect([carried.metrics[0]?.own?.length, carried.metrics[0]?.observed]).toEqual([2, undefined]);
  expect(hashCatalog(carried)).toBe(hashCatalog(next));
  expect(JSON.stringify(carried)).not.toContain('"Lin"');
});
