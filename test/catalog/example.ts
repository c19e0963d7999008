import { parseCatalog } from '../../src/catalog/parse';
import type { Catalog } from '../../src/catalog/schema';

const t = (zh: string, en: string) => ({ 'zh-CN': zh, en });

const item = (id: string, dimension: string, zh: string, en: string) => ({
  id,
  dimension,
  text: t(zh, en),
  explanation: t('说明。', 'Explanation.'),
  status: 'house' as const,
});

const func = (id: string, zh: string, en: string) => ({
  ...item(id, 'd.area', zh, en),
  module: 'mod',
  calledBy: { 'pain.stale': 3 as const },
  moves: { 'm.win': 2 as const },
  effort: 'S' as const,
});

const metric = (id: string, zh: string, en: string) => ({
  ...item(id, 'd.line', zh, en),
  numerator: t('分子', 'Numerator'),
  denominator: t('分母', 'Denominator'),
  unit: 'ratio' as const,
  period: 'month' as const,
  direction: 'higher' as const,
  measure: 'ratio' as const,
  drivers: ['drv'],
  benefit: 'cash-releasing' as const,
  evidence: t('系统', 'System'),
  owner: t('销售总监', 'Head of sales'),
});

const askDimensions = ['d.ask', 'd.ask-two', 'd.ask-three', 'd.ask-four'];
const planDimensions = ['d.plan', 'd.plan-two', 'd.plan-three'];

/** A complete model in small, as JSON, in which the checks find nothing. */
export const example = () => ({
  id: 'small',
  version: '1.0.0',
  name: t('小模型', 'Small model'),
  sources: [{ id: 'src', title: 'A source' }],
  dimensions: [
    ...askDimensions.map((id) => ({
      id,
      holds: ['ask'],
      name: t('问', 'Question'),
      status: 'house',
    })),
    ...planDimensions.map((id) => ({
      id,
      holds: ['plan'],
      name: t('规划', 'Slot'),
      status: 'house',
    })),
    {
      id: 'd.area',
      holds: ['pain', 'function', 'innovation'],
      name: t('领域', 'Area'),
      line: 'dark',
      readIn: ['d.line'],
      status: 'author',
    },
    { id: 'd.line', holds: ['metric'], name: t('主线', 'Line'), line: 'bright', status: 'author' },
  ] as Record<string, unknown>[],
  modules: [{ id: 'mod', dimension: 'd.area', name: t('模块', 'Module') }],
  drivers: [
    {
      id: 'drv',
      name: t('毛利', 'Margin'),
      unit: 'money',
      hint: t('财务', 'Finance'),
      status: 'house',
    },
  ],
  asks: [
    [
      'ask.grow',
      'd.ask',
      '把老客户的采购份额抢回来',
      'Win back the share of wallet of old clients',
    ],
    ['ask.two', 'd.ask-two', '无效线索要在筛选时就停下', 'Stop invalid leads early, at screening'],
    [
      'ask.three',
      'd.ask-three',
      '投标准备的时间要缩短一半',
      'Halve the time spent preparing a bid',
    ],
    [
      'ask.four',
      'd.ask-four',
      '关键人关系不随销售离职流失',
      'Keep relations when a rep leaves the firm',
    ],
  ].map(([id = '', dimension = '', zh = '', en = '']) => ({
    ...item(id, dimension, zh, en),
    moves: { 'm.win': 3 },
  })) as Record<string, unknown>[],
  plans: [
    [
      'plan.pilot',
      'd.plan',
      '先在一个行业跑通账户计划再推广',
      'Pilot the account plan in one industry first',
    ],
    [
      'plan.two',
      'd.plan-two',
      '每周由总监主持商机评审会议',
      'A weekly deal review chaired by the director',
    ],
    [
      'plan.three',
      'd.plan-three',
      '一个季度内证明筛选能省人力',
      'Prove within a quarter that screening saves effort',
    ],
  ].map(([id = '', dimension = '', zh = '', en = '']) => ({
    ...item(id, dimension, zh, en),
    calledBy: { 'ask.grow': 2 },
  })) as Record<string, unknown>[],
  pains: [
    {
      ...item(
        'pain.stale',
        'd.area',
        '商机三个月没有跟进也无人察觉',
        'Deals lie idle for a quarter and nobody notices',
      ),
      calledBy: { 'plan.pilot': 3 },
      symptom: t('九十天无活动', 'No activity for 90 days'),
      cost: t('丢单毛利', 'Margin of lost deals'),
    },
  ] as Record<string, unknown>[],
  functions: [
    func('fn.alert', '商机停滞超期自动提醒负责人', 'Alert the owner when a deal goes stale'),
    func('fn.close', '赢单概率过低时建议放弃投标', 'Suggest a no-bid when the odds are poor'),
    func(
      'fn.review',
      '评审会按阶段列出待决策商机',
      'List the deals to decide on by stage at reviews',
    ),
  ] as Record<string, unknown>[],
  innovations: [
    {
      ...item(
        'inn.learn',
        'd.area',
        '用历史项目学习客户的决策节奏',
        'Learn a client’s rhythm from its past projects',
      ),
      calledBy: { 'fn.alert': 1 },
      moves: { 'm.win': 1 },
      technology: t('机器学习', 'Machine learning'),
      data: t('历史项目', 'Past projects'),
      maturity: 'growing',
      trial: t('二十个项目', 'Twenty projects'),
    },
  ] as Record<string, unknown>[],
  metrics: [metric('m.win', '赢单率', 'Win rate')] as Record<string, unknown>[],
});

export type Json = ReturnType<typeof example>;

/** The example with a change, parsed; throws when it does not fit the schema. */
export function exampleWith(change: (json: Json) => void): Catalog {
  const json = example();
  change(json);
  const { catalog, problems } = parseCatalog(json);
  if (!catalog) throw new Error(JSON.stringify(problems));
  return catalog;
}

/** The listed thing with the id, to be changed. */
export const find = (list: object[], id: string): Record<string, unknown> => {
  const found = (list as Record<string, unknown>[]).find((entry) => entry.id === id);
  if (!found) throw new Error(`No ${id}`);
  return found;
};

export const exampleMetric = metric;
export const exampleItem = item;
