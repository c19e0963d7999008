import { checkCatalog } from '../../src/catalog/integrity';
import { describeProblem } from '../../src/catalog/problem';
import { exampleMetric, exampleWith, find, type Json } from './example';

const found = (change: (json: Json) => void): string[] =>
  checkCatalog(exampleWith(change)).map(
    ({ severity, code, where }) => `${severity} ${code} ${where}`,
  );

const set = (list: keyof Json, id: string, fields: object) => (json: Json) => {
  Object.assign(find(json[list] as object[], id), fields);
};

test('a sound catalog has no problem', () => {
  expect(found(() => undefined)).toEqual([]);
});

const node = (id: string, parent?: string) => ({
  id,
  name: { 'zh-CN': id, en: id },
  ...(parent !== undefined && { parent }),
});
const text = (zh: string, en: string) => ({ text: { 'zh-CN': zh, en } });

const range = (fields: object) => ({
  source: 'src',
  year: 2023,
  population: { 'zh-CN': '制造业', en: 'Manufacturers' },
  strength: 'survey',
  ...fields,
});

/** What is changed in the sound catalog, and all that is then found. */
const cases: [string, (json: Json) => void, string[]][] = [
  [
    'an id used by two kinds of thing',
    (json) => void json.sources.push({ id: 'inn.learn', title: 'Other' }),
    ['error duplicate-id inn.learn'],
  ],
  [
    'a reference to nothing',
    set('innovations', 'inn.learn', { sources: ['nowhere-at-all'] }),
    ['error unknown-id inn.learn'],
  ],
  [
    'a mistyped reference',
    set('functions', 'fn.alert', { moves: { 'm.winn': 1 } }),
    ['error unknown-id-near fn.alert'],
  ],
  [
    'a range without a known source, one without an address, and one without a figure',
    set('metrics', 'm.win', {
      ranges: [range({ typical: 0.3, source: 'src.none' }), range({ typical: 0.3 }), range({})],
    }),
    [
      'error unknown-id m.win',
      'error range-empty m.win',
      'error range-without-address m.win',
      'error range-without-address m.win',
    ],
  ],
  [
    'a range that does not run from worse to better, and one in percent',
    (json) => {
      json.sources = [{ id: 'src', title: 'A source', url: 'https://example.org/' } as never];
      find(json.metrics, 'm.win').ranges = [
        range({ low: 0.2, typical: 0.4, best: 0.3 }),
        range({ low: 20, best: 40 }),
        range({ low: 0.2, best: 0.4 }),
      ];
    },
    ['error range-order m.win', 'warning range-percent m.win'],
  ],
  [
    'money without a currency, and a share in one',
    (json) => {
      json.sources = [{ id: 'src', title: 'A source', url: 'https://example.org/' } as never];
      find(json.metrics, 'm.win').ranges = [range({ typical: 0.3, currency: 'USD' })];
      json.metrics.push({
        ...exampleMetric('m.deal', '单笔', 'Deal'),
        unit: 'money',
        ranges: [range({ typical: 9, currency: 'USD' }), range({ typical: 9 })],
      });
    },
    [
      'warning range-currency m.win',
      'warning range-currency m.deal',
      'warning unmoved-metric m.deal',
    ],
  ],
  [
    'functions that wait for each other',
    (json) => {
      find(json.functions, 'fn.alert').needs = ['fn.close'];
      find(json.functions, 'fn.close').needs = ['fn.review'];
      find(json.functions, 'fn.review').needs = ['fn.close'];
    },
    ['error needs-in-circle fn.close'],
  ],
  [
    'a function that waits for what is no function',
    set('functions', 'fn.alert', { needs: ['m.win'] }),
    ['error wrong-kind fn.alert'],
  ],
  [
    'a metric priced instead of itself',
    set('metrics', 'm.win', { notWith: ['m.win'] }),
    ['error not-with-itself m.win'],
  ],
  [
    'a contract that shares out too much, bets on one metric twice and on one gain twice',
    (json) => {
      json.metrics.push({ ...exampleMetric('m.roi', '回报', 'Return'), notWith: ['m.win'] });
      const why = text('结果', 'The result').text;
      const terms = ['m.win', 'm.win', 'm.roi'].map((metric) => ({
        metric,
        weight: 0.4,
        curve: 'tiers',
        why,
      }));
      const named = { name: text('目标', 'Goal').text, explanation: why, status: 'house' };
      Object.assign(json, { contracts: [{ id: 'con', ...named, terms }] });
    },
    [
      'error contract-weights con',
      'error contract-twice con',
      'error contract-both con',
      'error contract-both con',
      'warning unmoved-metric m.roi',
    ],
  ],
  [
    'a script that all have but one, and a part of a page that leads nowhere',
    (json) => {
      [...json.asks, ...json.pains].forEach((one, i) => {
        const said = (part: string) =>
          text(`第${i}条要问的${part}`, `What to ask about no. ${i}, ${part}`).text;
        const script = {
          question: said('问题'),
          good: said('好回答'),
          followUp: said('追问'),
          data: said('资料'),
        };
        if (i > 0) Object.assign(one, { script });
      });
      const named = { name: text('页', 'Page').text, lead: text('页', 'Page').text };
      const part = { group: named.name, ...text('格', 'Part'), explanation: named.lead };
      const parts = [
        { id: 'page.one', ...part, status: 'author', holds: ['mod'] },
        { id: 'page.two', ...part, status: 'house' },
        { id: 'page.three', ...part, status: 'house', calls: { 'fn.nowhere': 3 } },
      ];
      const page = { id: 'page', sheet: 'project', ...named, status: 'author', parts };
      Object.assign(json, { pages: [page] });
    },
    [
      'error unknown-id page.three',
      'warning no-script ask.grow',
      'warning part-without-items page.two',
    ],
  ],
  [
    'a text in the other language',
    (json) => {
      Object.assign(find(json.plans, 'plan.pilot').text as object, {
        'zh-CN': 'Only English here, at some length',
      });
      Object.assign(find(json.asks, 'ask.grow').explanation as object, { en: '为什么' });
    },
    ['warning other-language ask.grow', 'warning other-language plan.pilot'],
  ],
  [
    'levels of maturity that look the same',
    set('modules', 'mod', {
      maturity: ['无', '一张表', '一张表', '每月', '预测'].map((zh, i) => text(zh, `${i}`).text),
    }),
    ['error same-level mod'],
  ],
  [
    'an interview that asks the same twice, once at no length',
    (json) => {
      const script = (good: string) => ({
        question: text('去年丢给谁了？', 'Whom did you lose to?').text,
        good: text(good, 'Names, amounts and dates').text,
        followUp: text('凭什么知道？', 'How do you know?').text,
        data: text('去年丢单台账', 'Last year’s lost deals').text,
      });
      find(json.asks, 'ask.grow').script = script('说得出名字和金额');
      find(json.pains, 'pain.stale').script = script('知道');
    },
    ['warning script-length pain.stale', 'warning same-script pain.stale'],
  ],
  [
    'a link to a later step',
    set('pains', 'pain.stale', { calledBy: { 'ask.grow': 1, 'fn.alert': 1 } }),
    ['error wrong-kind pain.stale'],
  ],
  [
    'a link within a step',
    set('plans', 'plan.two', { calledBy: { 'ask.grow': 1, 'plan.pilot': 1 } }),
    ['error wrong-kind plan.two'],
  ],
  [
    'moving something that is no metric',
    set('asks', 'ask.two', { moves: { drv: 1 } }),
    ['error wrong-kind ask.two'],
  ],
  [
    'an item in a dimension for others',
    set('pains', 'pain.stale', { dimension: 'd.ask' }),
    ['warning empty-dimension d.area', 'error wrong-dimension pain.stale'],
  ],
  [
    'a function in a module of another dimension',
    (json) => {
      json.dimensions.push({
        ...find(json.dimensions, 'd.area'),
        id: 'd.other',
        holds: ['function'],
      });
      find(json.functions, 'fn.alert').dimension = 'd.other';
    },
    ['error wrong-module fn.alert'],
  ],
  [
    'a metric in a dark dimension',
    (json) => {
      find(json.dimensions, 'd.area').holds = ['pain', 'function', 'innovation', 'metric'];
      json.metrics.push({ ...exampleMetric('m.dark', '关系分', 'Relation'), dimension: 'd.area' });
      find(json.asks, 'ask.two').moves = { 'm.dark': 1 };
    },
    ['error metric-in-dark m.dark', 'warning unmoved-metric m.dark'],
  ],
  [
    'a dark dimension read nowhere',
    set('dimensions', 'd.area', { readIn: undefined }),
    ['error dark-without-read-in d.area'],
  ],
  [
    'a dark dimension read where no metric is',
    set('dimensions', 'd.area', { readIn: ['d.ask'] }),
    ['error read-in-without-metrics d.area'],
  ],
  [
    'a bright dimension read elsewhere',
    set('dimensions', 'd.area', { line: 'bright' }),
    ['error read-in-on-bright d.area'],
  ],
  [
    'an average without guards',
    set('metrics', 'm.win', { average: true }),
    ['error average-without-guards m.win'],
  ],
  [
    'a metric that guards itself',
    set('metrics', 'm.win', { average: true, guards: ['m.win'] }),
    ['error guards-itself m.win'],
  ],
  [
    'an overlap group of one',
    set('metrics', 'm.win', { overlap: 'deals' }),
    ['warning lone-overlap m.win'],
  ],
  [
    'a metric alone in a part of other money',
    (json) => {
      set('metrics', 'm.win', { overlap: 'deals' })(json);
      Object.assign(json, { nodes: [node('deals', 'all'), node('all')] });
    },
    [],
  ],
  [
    'a node that is a part of itself',
    (json) => void Object.assign(json, { nodes: [node('a', 'b'), node('b', 'a')] }),
    ['error node-in-itself a', 'error node-in-itself b'],
  ],
  [
    'a value tree of five levels',
    (json) =>
      void Object.assign(json, {
        nodes: [node('a'), node('b', 'a'), node('c', 'b'), node('d', 'c'), node('e', 'd')],
      }),
    ['error node-too-deep e'],
  ],
  [
    'a node under one that is not there',
    (json) => void Object.assign(json, { nodes: [node('a', 'nowhere-at-all')] }),
    ['error unknown-id a'],
  ],
  [
    'a priced metric without drivers',
    set('metrics', 'm.win', { drivers: [] }),
    ['error priced-without-drivers m.win', 'warning unused-driver drv'],
  ],
  [
    'a leading metric with drivers',
    set('metrics', 'm.win', { benefit: 'leading' }),
    ['error leading-with-drivers m.win'],
  ],
  [
    'a metric whose reading nobody can tell',
    set('metrics', 'm.win', { measure: undefined, aggregate: 'ratio' }),
    ['warning no-measure m.win'],
  ],
  [
    'a level that does not say which one counts',
    set('metrics', 'm.win', { measure: 'level' }),
    ['error level-without-mode m.win'],
  ],
  [
    'a ratio that would take the last level',
    set('metrics', 'm.win', { levelMode: 'last' }),
    ['error mode-without-level m.win'],
  ],
  [
    'a ratio stated for a span of its own',
    set('metrics', 'm.win', { base: 3 }),
    ['error base-without-flow m.win'],
  ],
  [
    'a ratio without denominator',
    set('metrics', 'm.win', { denominator: undefined }),
    ['error ratio-without-denominator m.win'],
  ],
  [
    'an unknown driver',
    set('pains', 'pain.stale', { driver: 'something-else' }),
    ['error unknown-id pain.stale'],
  ],
  [
    'a plan called for by nothing',
    set('plans', 'plan.two', { calledBy: {} }),
    ['error plan-without-ask plan.two'],
  ],
  [
    'a pain that leads back to no ask',
    (json) => {
      find(json.pains, 'pain.stale').calledBy = { 'plan.two': 1 };
      find(json.plans, 'plan.two').calledBy = {};
    },
    ['error plan-without-ask plan.two', 'error pain-without-ask pain.stale'],
  ],
  [
    'a pain without an answering function',
    (json) =>
      void json.pains.push({
        ...find(json.pains, 'pain.stale'),
        id: 'pain.other',
        ...text('报价审批来回五次客户等不及', 'Quotes bounce five times until the client gives up'),
      }),
    ['error pain-without-function pain.other'],
  ],
  [
    'a function without a pain',
    set('functions', 'fn.alert', { calledBy: { 'ask.grow': 1 } }),
    ['error function-without-pain fn.alert'],
  ],
  [
    'a function without a metric',
    set('functions', 'fn.alert', { moves: {} }),
    ['error moves-nothing fn.alert'],
  ],
  [
    'an ask without a metric',
    set('asks', 'ask.two', { moves: {} }),
    ['error moves-nothing ask.two'],
  ],
  [
    'an innovation called for by nothing and moving nothing',
    set('innovations', 'inn.learn', { calledBy: {}, moves: {} }),
    ['error innovation-without-caller inn.learn', 'error moves-nothing inn.learn'],
  ],
  [
    'a metric that nothing moves',
    (json) => void json.metrics.push(exampleMetric('m.idle', '毛利率', 'Margin rate')),
    ['warning unmoved-metric m.idle'],
  ],
  [
    'the same text twice, but for case, width and punctuation',
    set(
      'asks',
      'ask.two',
      text('把老客户的采购份额——抢回来！', 'WIN back the share of wallet of old clients.'),
    ),
    ['warning same-text ask.two', 'warning same-text ask.two'],
  ],
  [
    'nearly the same text twice',
    set(
      'asks',
      'ask.two',
      text('把老客户的采购份额抢回来了', 'Regain what old clients spend with others'),
    ),
    ['warning similar-text ask.two'],
  ],
  [
    'a text too short and one too long',
    set('asks', 'ask.two', text('提升满意度', `Raise ${'very '.repeat(60)}much`)),
    ['warning short-text ask.two', 'warning long-text ask.two'],
  ],
  ['a module too small', (json) => void json.functions.pop(), ['warning module-size mod']],
  [
    'a question missing',
    (json) => {
      json.dimensions.splice(3, 1);
      json.asks.splice(3, 1);
    },
    ['warning few-dimensions small'],
  ],
  [
    'a dimension without items',
    (json) => void json.asks.splice(3, 1),
    ['warning empty-dimension d.ask-four'],
  ],
];

test.each(cases)('%s', (_title, change, expected) => {
  expect(found(change)).toEqual(expected);
});

test('metrics may guard each other, as the triad does', () => {
  expect(
    found((json) => {
      json.metrics.push({
        ...exampleMetric('m.deal', '平均单额', 'Average deal'),
        average: true,
        guards: ['m.win'],
      });
      Object.assign(find(json.metrics, 'm.win'), { average: true, guards: ['m.deal'] });
      find(json.functions, 'fn.alert').moves = { 'm.deal': 1 };
    }),
  ).toEqual([]);
});

test('a sentence names the item, the fault and the cure, in each language', () => {
  const [mistyped] = checkCatalog(
    exampleWith(set('functions', 'fn.alert', { moves: { 'm.winn': 1 } })),
  );
  const [backward] = checkCatalog(
    exampleWith(set('pains', 'pain.stale', { calledBy: { 'ask.grow': 1, 'fn.alert': 1 } })),
  );
  expect(mistyped && describeProblem('en', mistyped)).toBe(
    'fn.alert · moves: there is no “m.winn”. Did you mean “m.win”?',
  );
  expect(backward && describeProblem('en', backward)).toBe(
    'pain.stale · calledBy: “fn.alert” is a function, but only ask or plan can stand here. Name another item, or link from the other end.',
  );
  expect(backward && describeProblem('zh-CN', backward)).toBe(
    'pain.stale · calledBy：“fn.alert”是功能，此处只能引用四问答案或规划。请改引用，或改从另一端建立关联。',
  );
});

test('of 10,000 items, half of them point nowhere: each of these is told', () => {
  const han = (n: number) => String.fromCodePoint(0x4e00 + (n % 100), 0x5e00 + Math.floor(n / 100));
  const catalog = exampleWith((json) => {
    const base = find(json.functions, 'fn.alert');
    for (let n = 0; n < 10_000; n++)
      json.functions.push({
        ...base,
        id: `fn.f${n}`,
        ...text(`商机停滞超期自动提醒${han(n)}负责人`, `Alert owner number ${n} of stale deals`),
        moves: n % 2 ? { [`m.w${n}`]: 1 } : { 'm.win': 1 },
      });
  });
  const problems = checkCatalog(catalog);
  expect(problems.filter(({ code }) => code.startsWith('unknown-id'))).toHaveLength(5_000);
});

test('5,000 long texts of few letters are told apart by what few others share', () => {
  const catalog = exampleWith((json) => {
    const base = find(json.functions, 'fn.alert');
    for (let n = 0; n < 5_000; n++) {
      const zh = Array.from(
        { length: 2_000 },
        (_, i) => '甲乙丙丁戊己庚'[(Math.floor(n / 7 ** (i % 5)) + i * i) % 7],
      ).join('');
      json.functions.push({ ...base, id: `fn.f${n}`, ...text(zh, `Function ${n}`) });
    }
  });
  const counts: Record<string, number> = {};
  for (const { code } of checkCatalog(catalog)) counts[code] = (counts[code] ?? 0) + 1;
  // Compared each with each they would be too many; what shares most is not found beyond fifty others.
  expect(counts).toMatchObject({ 'long-text': 5_000, 'similar-text': 604 });
  expect(counts).not.toHaveProperty('same-text');
});
