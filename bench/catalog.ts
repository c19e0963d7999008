import type { Catalog } from '../src/catalog/schema';
import type { Engagement } from '../src/engagement/schema';
import { emptyEngagement } from '../src/engagement/project';
import type { Lang } from '../src/messages';

/**
 * Catalogs of any size that weigh what the real models weigh: their mix of steps, about 30 Chinese
 * or 115 English characters a text, and some four links an item.
 */

/** Shares of the steps among a model's items. */
const mix = { asks: 0.05, plans: 0.05, pains: 0.24, functions: 0.42, innovations: 0.1 };

const words = {
  'zh-CN': [
    '客户',
    '工单',
    '配件',
    '网点',
    '报价',
    '服务',
    '结算',
    '质保',
    '经理',
    '每周',
    '提前',
    '看到',
    '少走',
    '一步',
    '的',
  ],
  en: [
    'client',
    'order',
    'part',
    'outlet',
    'quote',
    'service',
    'visit',
    'lead',
    'weekly',
    'before',
    'shows',
    'fewer',
    'steps',
    'for',
    'the',
  ],
} as const;

/** Numbers in [0, 1) that are the same on every machine. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param size number of items of all steps; its dimensions grow with the root, as those of the models do */
export function generateCatalog(size: number): Catalog {
  const next = random(size);
  const upTo = (count: number) => Math.floor(next() * count);
  const one = <T>(list: readonly T[]): T => list[upTo(list.length)] as T;
  const sentence = (lang: keyof typeof words, length: number) => {
    let text = '';
    while (text.length < length) text += one(words[lang]) + (lang === 'en' ? ' ' : '');
    return text.trim();
  };
  const text = (zh: number, en: number, mark = '') => ({
    'zh-CN': mark + sentence('zh-CN', zh),
    en: `${mark}${mark && ' '}${sentence('en', en)}`,
  });
  const numbered = <T>(count: number, make: (i: number) => T) =>
    Array.from({ length: Math.max(1, Math.round(count)) }, (_, i) => make(i));
  const status = 'house' as const;
  const strength = () => (1 + upTo(3)) as 1 | 2 | 3;
  const linksTo = (count: number, from: readonly { id: string }[]) =>
    Object.fromEntries(Array.from({ length: count }, () => [one(from).id, strength()]));

  const areas = Math.round(1.5 * Math.sqrt(size));
  const dimensions: Catalog['dimensions'] = [
    ...numbered(4, (i) => ({ id: `ask-${i}`, holds: ['ask' as const] })),
    ...numbered(3, (i) => ({ id: `plan-${i}`, holds: ['plan' as const] })),
    ...numbered(areas, (i) => ({
      id: `area-${i}`,
      holds: ['pain' as const, 'function' as const, 'innovation' as const, 'metric' as const],
    })),
  ].map(({ id, holds }) => ({ id: `dim.${id}`, holds, name: text(5, 16, id), status }));
  const dimension = (step: Catalog['dimensions'][number]['holds'][number]) =>
    one(dimensions.filter(({ holds }) => holds.includes(step))).id;
  const modules = numbered(areas * 1.3, (i) => ({
    id: `mod.${i}`,
    dimension: dimension('function'),
    name: text(6, 20, `M${i}`),
  }));
  const drivers = numbered(areas * 1.5, (i) => ({
    id: `driver.${i}`,
    name: text(6, 20, `D${i}`),
    unit: 'money' as const,
    hint: text(20, 60),
    status,
  }));
  const item = (step: Catalog['dimensions'][number]['holds'][number], i: number) => ({
    id: `gen.${step}.${i}`,
    dimension: dimension(step),
    text: text(28, 105, `${step}${i}`),
    explanation: text(32, 115),
    status,
  });
  const rest = 1 - Object.values(mix).reduce((sum, share) => sum + share, 0);
  const metrics = numbered(size * rest, (i) => ({
    ...item('metric', i),
    numerator: text(15, 50),
    unit: 'count' as const,
    period: 'month' as const,
    direction: 'higher' as const,
    measure: 'level' as const,
    levelMode: 'last' as const,
    average: false,
    guards: [],
    ...(i % 2 === 0
      ? { drivers: [], benefit: 'leading' as const }
      : { drivers: [one(drivers).id], benefit: 'cash-releasing' as const }),
    evidence: text(12, 40),
    owner: text(4, 12),
  }));
  const asks = numbered(size * mix.asks, (i) => ({
    ...item('ask', i),
    moves: linksTo(3, metrics),
  }));
  const plans = numbered(size * mix.plans, (i) => ({
    ...item('plan', i),
    calledBy: linksTo(3, asks),
  }));
  const pains = numbered(size * mix.pains, (i) => ({
    ...item('pain', i),
    calledBy: { ...linksTo(2, asks), ...linksTo(1, plans) },
    symptom: text(20, 70),
    cost: text(20, 70),
    driver: one(drivers).id,
  }));
  const functions = numbered(size * mix.functions, (i) => {
    const module = one(modules);
    return {
      ...item('function', i),
      dimension: module.dimension,
      module: module.id,
      // Every pain has a function that answers it.
      calledBy: { ...linksTo(1, pains), ...linksTo(1, pains.slice(i % pains.length).slice(0, 1)) },
      moves: linksTo(2, metrics),
      effort: one(['S', 'M', 'L', 'XL'] as const),
    };
  });
  const innovations = numbered(size * mix.innovations, (i) => ({
    ...item('innovation', i),
    calledBy: { ...linksTo(2, pains), ...linksTo(2, functions) },
    moves: linksTo(2, metrics),
    technology: text(12, 40),
    data: text(12, 40),
    maturity: one(['proven', 'growing', 'emerging'] as const),
    trial: text(20, 70),
  }));
  return {
    id: `generated-${size}`,
    version: '1.0.0',
    name: { 'zh-CN': `${size} 项`, en: `${size} items` },
    sources: [],
    nodes: [],
    dimensions,
    modules,
    drivers,
    asks,
    plans,
    pains,
    functions,
    innovations,
    metrics,
    contracts: [],
    pages: [],
  };
}

/** An engagement in which every fifth item is picked, with the words people add to it. */
export function answer(catalog: Catalog, lang: Lang): Engagement {
  const pick = (items: readonly { id: string }[]) =>
    Object.fromEntries(
      items
        .filter((_, i) => i % 5 === 0)
        .map(({ id }, i) => [
          id,
          { pick: i % 4 === 3 ? 'no' : 'yes', priority: 'high', phase: 'now', owner: `O${i % 7}` },
        ]),
    );
  return {
    ...emptyEngagement([{ id: catalog.id }], lang),
    settings: {
      project: 'Benchmark',
      startDate: '2026-03-02',
      stage: 'micro-consulting',
      fee: 1e5,
    },
    ask: pick(catalog.asks),
    plan: pick(catalog.plans),
    pain: pick(catalog.pains),
    function: pick(catalog.functions),
    innovation: pick(catalog.innovations),
  };
}
