import { parseCatalog } from '../../src/catalog/parse';
import type { Catalog } from '../../src/catalog/schema';

const t = (en: string) => ({ 'zh-CN': `${en}（中）`, en });

const item = (id: string, dimension: string, text: string) => ({
  id,
  dimension,
  text: t(text),
  explanation: t(`Why ${text}`),
  status: 'house',
});

const pain = (n: number, calledBy: Record<string, number>) => ({
  ...item(`s.pain.${n}`, 's.area', `Pain ${n}`),
  calledBy,
  symptom: t(`Symptom ${n}`),
  cost: t(`Cost ${n}`),
});

const func = (n: number, calledBy: Record<string, number>, moves: Record<string, number>) => ({
  ...item(`s.fn.${n}`, 's.area', `Function ${n}`),
  module: 's.module',
  calledBy,
  moves,
  effort: 'M',
});

const innovation = (n: number, calledBy: Record<string, number>) => ({
  ...item(`s.inn.${n}`, 's.area', `Innovation ${n}`),
  calledBy,
  moves: {},
  technology: t('Technology'),
  data: t('Data'),
  maturity: 'growing',
  trial: t('Trial'),
});

const metric = (n: number) => ({
  ...item(`s.metric.${n}`, 's.line', `Metric ${n}`),
  numerator: t('Numerator'),
  unit: 'count',
  period: 'month',
  direction: 'higher',
  measure: 'level',
  levelMode: 'last',
  benefit: 'leading',
  evidence: t('System'),
  owner: t('Head'),
});

const dimension = (id: string, holds: string[], name: string) => ({
  id,
  holds,
  name: t(name),
  status: 'house',
});

const json = () => ({
  id: 'small',
  version: '1.0.0',
  name: t('Small model'),
  dimensions: [
    dimension('s.question.1', ['ask'], 'Question one'),
    dimension('s.question.2', ['ask'], 'Question two'),
    dimension('s.slot', ['plan'], 'Slot'),
    dimension('s.area', ['pain', 'function', 'innovation'], 'Area'),
    dimension('s.line', ['metric'], 'Line'),
  ],
  modules: [{ id: 's.module', dimension: 's.area', name: t('Module') }],
  asks: [1, 2, 3].map((n) => ({
    ...item(`s.ask.${n}`, n === 3 ? 's.question.2' : 's.question.1', `Driver ${n}`),
    moves: {},
  })),
  plans: [
    { ...item('s.plan.1', 's.slot', 'Plan 1'), calledBy: { 's.ask.1': 2 } },
    { ...item('s.plan.2', 's.slot', 'Plan 2'), calledBy: { 's.ask.2': 1 } },
  ],
  pains: [
    pain(1, { 's.ask.1': 3, 's.plan.1': 2 }),
    pain(2, { 's.ask.2': 1 }),
    pain(3, { 's.ask.3': 2, 's.ask.1': 1 }),
    pain(4, {}),
  ],
  functions: [
    func(1, { 's.pain.1': 3 }, { 's.metric.1': 3, 's.metric.2': 1 }),
    func(2, { 's.pain.1': 1, 's.pain.2': 2 }, { 's.metric.2': 2 }),
    func(3, { 's.pain.3': 2 }, {}),
    func(4, { 's.ask.2': 2 }, { 's.metric.3': 1 }),
    func(5, {}, { 's.metric.1': 1 }),
  ],
  innovations: [innovation(1, { 's.fn.1': 2, 's.pain.1': 1 }), innovation(2, { 's.fn.2': 3 })],
  metrics: [1, 2, 3].map(metric),
});

export type SmallJson = ReturnType<typeof json>;

/** A model in small: 3 asks, 2 plans, 4 pains, 5 functions, 2 innovations, 3 metrics; changed on demand. */
export function smallCatalog(change: (catalog: SmallJson) => void = () => undefined): Catalog {
  const changed = json();
  change(changed);
  const { catalog, problems } = parseCatalog(changed);
  if (!catalog) throw new Error(JSON.stringify(problems));
  return catalog;
}
