import { Catalog } from '../../../src/catalog/schema';
import { Engagement } from '../../../src/engagement/schema';
import { describe } from '../../../src/office';
import { evaluateWorkbook } from '../../support/evaluateSheet';

const text = (en: string) => ({ 'zh-CN': en, en });
const base = { explanation: text('x'), status: 'house' as const };

const metric = (id: string, more: object) => ({
  ...base,
  id,
  dimension: 'c.line',
  text: text(id),
  numerator: text('n'),
  unit: 'money',
  period: 'month',
  direction: 'higher',
  measure: 'level',
  levelMode: 'last',
  benefit: 'cash-releasing',
  evidence: text('e'),
  owner: text('o'),
  ...more,
});

const driver = (id: string, unit: string) => ({
  id,
  name: text(id),
  unit,
  hint: text('h'),
  status: 'house',
});

/** A catalog of metrics and drivers alone. */
export const small = Catalog.parse({
  id: 'case',
  version: '1.0.0',
  name: text('Case'),
  dimensions: [
    { id: 'c.line', holds: ['metric', 'function'], name: text('Line'), status: 'house' },
  ],
  modules: [{ id: 'c.module', dimension: 'c.line', name: text('Module') }],
  drivers: [
    driver('d.one', 'count'),
    driver('d.two', 'money'),
    driver('d.hours', 'hours'),
    driver('d.rate', 'ratio'),
  ],
  functions: [
    {
      ...base,
      id: 'f.one',
      dimension: 'c.line',
      module: 'c.module',
      text: text('f.one'),
      moves: { 'm.money': 2 },
      effort: 'S',
    },
  ],
  metrics: [
    metric('m.money', { drivers: ['d.one'], guards: ['m.rate', 'm.lower'], average: true }),
    metric('m.rate', {
      unit: 'ratio',
      measure: 'ratio',
      levelMode: undefined,
      drivers: ['d.one', 'd.two', 'd.rate'],
      overlap: 'g.deals',
    }),
    metric('m.lower', {
      direction: 'lower',
      unit: 'hours',
      levelMode: 'mean',
      drivers: ['d.hours', 'd.two'],
      divisor: 4,
      overlap: 'g.deals',
    }),
    metric('m.sum', {
      measure: 'flow',
      levelMode: undefined,
      base: 1,
      drivers: [],
      benefit: 'leading',
    }),
  ],
});

const wanted = new Set([
  'engagement',
  'ask',
  'plan',
  'pain',
  'function',
  'innovation',
  'metrics',
  'readings',
  'drivers',
  'monetisation',
  'benefits',
  'realised',
  'costs',
  'roi',
  'links',
]);

export const engagementOf = (said: object): Engagement =>
  Engagement.parse({
    format: 'appfi-engagement/1',
    lang: 'en',
    catalogs: [{ id: 'case' }],
    ...said,
  });

/**
 * What the value sheets of an engagement compute, by the rules' own evaluation.
 * `cell('Metrics', 'm.money', 'actual')`, `named('Roi.Npv')`.
 */
export async function valuesOf(said: object) {
  const spec = await describe(engagementOf(said), 'en', { catalogs: [small] });
  const sheets = spec.sheets.filter(({ id }) => wanted.has(id));
  const values = new Map(evaluateWorkbook(spec, wanted).map(({ place, value }) => [place, value]));
  const rows = new Map(
    sheets
      .flatMap((sheet) => sheet.blocks)
      .flatMap((block) =>
        block.kind === 'table'
          ? block.rows.map((row, r): [string, number] => [`${block.name} ${row.id}`, r + 1])
          : [],
      ),
  );
  return {
    cell: (table: string, row: string, column: string) =>
      values.get(`${table}[${column}] ${rows.get(`${table} ${row}`)}`),
    named: (name: string) => values.get(name),
    all: values,
  };
}

/** A plan whose benefits and costs are given year by year, from year 0 on. */
export const plan = (input: {
  rate?: number;
  benefits: number[];
  costs: number[];
  timing?: 'end' | 'mid';
  horizon?: number;
}) => planOf(Math.max(1, ...input.benefits), input);

/** Its best year brings all that is planned, the others their share of it. */
const planOf = (top: number, input: Parameters<typeof plan>[0]) => ({
  settings: {
    horizon: input.horizon ?? input.costs.length - 1,
    ...(input.rate !== undefined && { discountRate: input.rate }),
    ...(input.timing && { timing: input.timing }),
  },
  metrics: { 'm.money': { use: 'yes', baseline: 0, target: top } },
  drivers: { 'd.one': { likely: 1 } },
  monetisation: { 'm.money': { attribution: 1, confidence: 1 } },
  ramp: Object.fromEntries(
    input.benefits.map((benefit, year) => [`year.${year}`, { ramp: benefit / top }]),
  ),
  costs: {
    'cost.services': Object.fromEntries(input.costs.map((cost, year) => [`y${year}`, cost])),
  },
});
