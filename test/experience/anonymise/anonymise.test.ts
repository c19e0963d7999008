import fc from 'fast-check';
import { items } from '../../../src/catalog/items';
import { loadBuiltin } from '../../../src/catalog/models';
import {
  anonymiser,
  vocabularyOf,
  type Vocabulary,
} from '../../../src/experience/harvest/anonymise';
import { thoroughness } from '../../support/thoroughness';
import { heldOut, made, type Entity } from './entities';
import { answered, judgedBy, madeWith, score, type Answered } from './texts';

let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = vocabularyOf([await loadBuiltin('after-sales'), await loadBuiltin('key-account')]);
});

const knowing = ({ client, person, project }: Entity) =>
  anonymiser({
    vocabulary,
    names: [
      { kind: 'client', name: client },
      { kind: 'person', name: person },
      { kind: 'project', name: project },
    ],
  });

/** A recogniser for each engagement, and which texts it marked. */
function cleaner() {
  const cleaners = new Map<Entity, ReturnType<typeof anonymiser>>();
  let marked = 0;
  const clean = ({ entity, parts }: Answered): string => {
    const one = cleaners.get(entity) ?? knowing(entity);
    cleaners.set(entity, one);
    const { text, suspicious } = one(parts.map((part) => part.text).join(''));
    if (suspicious.length > 0) marked += 1;
    return text;
  };
  return { clean, marked: () => marked };
}

describe('texts with known answers', () => {
  test.each([
    ['names and sentences that it was made with', made, madeWith, 7],
    ['names and sentences that it never saw', heldOut, judgedBy, 11],
  ])('%s: recall at least 99 %%, wrong strikes at most 1 %%', (_, entities, wording, seed) => {
    const texts = answered(900, seed, entities, wording);
    const { clean, marked } = cleaner();
    const { secrets, missed, words, struck } = score(texts, clean);
    expect(secrets).toBeGreaterThan(800);
    expect(words).toBeGreaterThan(6000);
    expect({ missed: missed.length <= secrets * 0.01 || missed }).toEqual({ missed: true });
    expect({ struck: struck.length <= words * 0.01 || struck }).toEqual({ struck: true });
    // A mark that stands everywhere is read nowhere.
    expect(marked() / texts.length).toBeLessThan(0.05);
  });
});

test('what anybody wrote: of the texts of one model, by the words of the other, few are marked and hardly one struck', async () => {
  for (const [judged, by] of [
    ['after-sales', 'key-account'],
    ['key-account', 'after-sales'],
  ] as const) {
    const clean = anonymiser({
      vocabulary: vocabularyOf([await loadBuiltin(by)]),
      keeping: { figures: true },
    });
    const found = items(await loadBuiltin(judged)).flatMap(({ text, explanation }) =>
      [text['zh-CN'], text.en, explanation['zh-CN'], explanation.en].map(clean),
    );
    const share = (of: (one: (typeof found)[number]) => boolean) =>
      found.filter(of).length / found.length;
    expect(share(({ struck }) => struck.length > 0)).toBeLessThan(0.005);
    expect(share(({ suspicious }) => suspicious.length > 0)).toBeLessThan(0.08);
  }
});

const hvac = {
  client: '江苏澜川暖通服务有限公司',
  vendor: 'Bright Path Consulting Ltd.',
  people: ['陈立', 'Zhao Lei'],
  project: '灯塔项目',
};

const strip = (text: string, more: Partial<Parameters<typeof anonymiser>[0]> = {}) =>
  anonymiser({
    vocabulary,
    names: [
      { kind: 'client', name: hvac.client },
      { kind: 'vendor', name: hvac.vendor },
      ...hvac.people.map((name) => ({ kind: 'person' as const, name })),
      { kind: 'project', name: hvac.project },
    ],
    ...more,
  })(text);

test.each([
  ['澜川暖通的备件由陈立盘点', '〔甲方〕的备件由〔某人〕盘点'],
  ['江苏澜川暖通服务有限公司年耗120万元', '〔甲方〕年耗〔金额〕'],
  ['瀾川在燈塔項目裡先做3個區縣', '〔甲方〕在〔项目〕裡先做〔数〕個區縣'],
  ['Bright Path saves CNY 1,200,000 a year', '[vendor] saves [amount] a year'],
  ['BRIGHT PATH CONSULTING LTD. wins 35% of 40 deals', '[vendor] wins [n]% of [n] deals'],
  ['约￥3.5亿，另有20万', '约〔金额〕，另有〔金额〕'],
  ['CRM3.0 and Q1 are names, 4S店 too', 'CRM3.0 and Q1 are names, 4S店 too'],
  ['brightness is no name', 'brightness is no name'],
  ['每周三盘点，上周三也是', '每周三盘点，上周三也是'],
  ['The go-to plan on the bright side', 'The go-to plan on the bright side'],
  ['王总和李工程师到场，Ms Chen agreed', '〔某人〕和〔某人〕到场，〔某人〕 agreed'],
  ['施工单位和安全总监、各部门经理向总经理汇报', '施工单位和安全总监、各部门经理向总经理汇报'],
  [
    '一方总是等，提高总量，周总结，千万不要，多元化',
    '一方总是等，提高总量，周总结，千万不要，多元化',
  ],
  ['一百二十万元、壹佰贰拾万元整、近千万、百分之三十', '〔金额〕、〔金额〕、〔金额〕、〔数〕'],
  ['two million dollars, half a million euros, €2.75bn', '[amount], [amount], [amount]'],
  ['٣٥٠٠٠ 元和１２０万', '〔金额〕和〔金额〕'],
  ['wang@a-b.com.cn，13812345678，微信号：lc_2020', '〔联系方式〕，〔联系方式〕，〔联系方式〕'],
  ['91330106MA2B0XQ47K / 6222 0212 0201 4568 331', '[code] / [code]'],
  ['五张工单和工程师排队，推给公司，和总部沟通', '五张工单和工程师排队，推给公司，和总部沟通'],
  ['account management, order no longer valid', 'account management, order no longer valid'],
  ['Ask Foo Bar GmbH for the date', 'Ask [company] for the date'],
  ['Foo Bar GmbH and 苏州恒远模具有限公司 sued', '〔某公司〕 and 〔某公司〕 sued'],
  ['苏州工业园区星湖街328号的网点', '〔某地〕的网点'],
  ['Bri\u200bght Pa\u00adth is hidden', '[vendor] is hidden'],
  ['[client] and 〔某人〕 stand already', '[client] and 〔某人〕 stand already'],
])('%s', (given, text) => {
  expect(strip(given).text).toBe(text);
});

test('a name that is a word as well is struck where it can only be the name, and marked where it may be', () => {
  expect(strip('We asked Bright about bright ideas')).toMatchObject({
    text: 'We asked [vendor] about bright ideas',
    suspicious: [],
  });
  expect(strip('Bright is slow')).toMatchObject({ text: 'Bright is slow', suspicious: ['Bright'] });
  const weekday = { names: [{ kind: 'person' as const, name: '周三' }] };
  expect(strip('请周三确认', weekday)).toMatchObject({ text: '请周三确认', suspicious: ['周三'] });
  expect(strip('每周三确认', weekday).suspicious).toEqual([]);
});

test.each([
  ['Northgate waits', ['Northgate']],
  ['We met at Kettleworth with the KX-3000', ['Kettleworth']],
  ['张伟说备件不够', ['张伟']],
  ['“天眼”系统和《服务手册》', ['《服务手册》', '“天眼”']],
  ['Parts arrive late and the CRM is empty', []],
  ['备件到得晚，客户资料没人维护', []],
])('what may be a name is marked: %s', (given, suspicious) => {
  const found = strip(given).suspicious;
  expect([...found].sort()).toEqual([...suspicious].sort());
});

test('a firm’s own words never leave, whatever else is kept', () => {
  const withheld = ['MegaCool', '极光平台'];
  const keeping = { names: true, figures: true };
  expect(strip('megacool 3000 at 澜川, 極光平台', { withheld, keeping }).text).toBe(
    '〔隐去〕 3000 at 澜川, 〔隐去〕',
  );
  expect(strip('MegaCooler', { withheld, keeping }).text).toBe('MegaCooler');
  expect(strip('two MegaCools', { withheld, keeping }).text).toBe('two [withheld]');
  expect(strip('news', { withheld: ['new'], keeping }).text).toBe('news');
});

test('what a firm keeps on purpose stays', () => {
  expect(strip('澜川暖通有20个网点', { keeping: { names: true } }).text).toBe(
    '澜川暖通有〔数〕个网点',
  );
  expect(strip('澜川暖通有20个网点', { keeping: { figures: true } }).text).toBe(
    '〔甲方〕有20个网点',
  );
});

test('no name and no number gets through, whatever stands around them', () => {
  const around = fc
    .string({ unit: 'grapheme', maxLength: 10 })
    .filter((text) => !/[\p{N}\p{Script=Latin}\p{Script=Han}.,]/u.test(text));
  fc.assert(
    fc.property(
      around,
      around,
      fc.constantFrom(hvac.client, '澜川暖通', '陈立', '灯塔项目', 'Zhao Lei'),
      fc.nat(),
      (a, b, name, n) => {
        const { text } = strip(`${a}${name}${b} ${n}`);
        expect(text).not.toContain(name);
        expect(text).not.toMatch(/\d/);
      },
    ),
    { numRuns: 50 * thoroughness },
  );
});

test('what was made anonymous stays as it is', () => {
  for (const { parts, entity } of answered(60, 3, made, madeWith)) {
    const clean = knowing(entity);
    const once = clean(parts.map(({ text }) => text).join('')).text;
    expect(clean(once).text).toBe(once);
  }
});
