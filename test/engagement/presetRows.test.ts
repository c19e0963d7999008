import type { Catalog } from '../../src/catalog/schema';
import {
  betsOf,
  contractPreset,
  criteriaModel,
  type Bet,
  type PresetOptions,
} from '../../src/engagement/presets';
import { clauseSettings, contractSettings } from '../../src/engagement/register';

const bets: Bet[] = [
  {
    ...{ metric: 'm.a', name: 'A', cadence: 'quarter', why: 'because', evidenceOwner: 'Li' },
    ...{ dataSource: 'CRM', curve: 'all-or-nothing', guardAction: 'void' },
  },
  { metric: 'm.b', name: 'B', cadence: 'year', guardAction: 'flag' },
  { metric: 'm.c', name: 'C' },
];
const options: PresetOptions = { lang: 'en', bets, start: '2026-01-31', end: '2026-08-31' };

const fixed = { kind: 'fixed' };
const held = { item: 'By value', share: 0.3, kind: 'held' };
const byDates = {
  'instalment.1': { item: 'On signing', date: '2026-01-31', share: 0.3, ...fixed },
  'instalment.2': { item: 'On hand-over', date: '2026-08-31', share: 0.4, ...fixed },
  'instalment.3': held,
};
const usual = {
  ...{ shareAtRisk: 0.3, objectionDays: 10, clientDuties: 'yes', dataAccess: 'yes' },
  ...{ forceMajeure: 'yes', termination: 'yes', expert: 'yes' },
};
const judged = (code: string, item: string, weight: number, longStop: string) => ({
  ...{ code, item, kind: 'qualitative', weight, rule: 'all', longStop },
  ...{ evidenceOwner: 'Client leads, business and IT', dataSource: 'Score sheet' },
});
const [grounds, why] = [
  { evidenceOwner: 'Client finance', dataSource: 'Monthly data of the business system' },
  { evidenceOwner: 'Li', dataSource: 'CRM', comment: 'because' },
];
const passed = (term: string, criterion: string) => ({ term, criterion, pass: 4 });

test('micro-consulting is judged on criteria alone', () => {
  const longStop = '2026-09-30';
  expect(contractPreset('micro-consulting', options)).toEqual({
    settings: { ...usual, stage: 'micro-consulting' },
    instalments: byDates,
    periods: { 'period.1': { item: 'Final settlement', date: '2026-08-31', share: 1 } },
    terms: {
      'term.1': judged('Q1', 'The key-account method can land and lift operation', 0.5, longStop),
      'term.2': judged('Q2', 'The deal-winning method helps the win rate', 0.5, longStop),
    },
    criteria: {
      'criterion.1': passed(
        'Q1',
        'Account plans and roles can be carried out in the posts that exist',
      ),
      'criterion.2': passed('Q1', 'This phase’s business goals can be derived from the proposal'),
      'criterion.3': passed('Q2', 'The three screening questions keep invalid leads out'),
      'criterion.4': passed('Q2', 'Four points and one line explain lost deals and the next step'),
    },
    bands: {},
  });
});

test('consulting is judged on trends, on figures of a year, and on criteria', () => {
  const trend = { kind: 'trend', interimCredit: 0.5 };
  const days = { asOf: '2027-08-31', longStop: '2027-10-31' };
  const insight = 'Overall insight into client relations and project behaviour';
  expect(contractPreset('consulting', options)).toEqual({
    settings: { ...usual, stage: 'consulting' },
    instalments: byDates,
    periods: { 'period.1': { item: 'Three-month assessment', date: '2026-11-30', share: 1 } },
    terms: {
      'term.1': {
        ...{ code: 'M1', item: 'A: judged by its trend', metric: 'm.a', weight: 0.25, ...trend },
        ...{ curve: 'all-or-nothing', window: 9, guardAction: 'void', ...days, ...why },
      },
      'term.2': {
        ...{ code: 'M2', item: 'B: target reached', metric: 'm.b', weight: 0.25 },
        ...{ kind: 'quantitative', curve: 'from-threshold', window: 12, guardAction: 'flag' },
        ...{ ...days, ...grounds },
      },
      'term.3': {
        ...{ code: 'M3', item: 'C: judged by its trend', metric: 'm.c', weight: 0.2, ...trend },
        ...{ curve: 'from-threshold', window: 3, guardAction: 'flag', ...days, ...grounds },
      },
      'term.4': judged('Q1', insight, 0.3, '2026-12-30'),
    },
    criteria: {
      'criterion.1': passed(
        'Q1',
        'Key persons and decision chains can be seen and scored in the system',
      ),
      'criterion.2': passed('Q1', 'What past projects show is used in open deals'),
    },
    bands: {},
  });
  const alone = contractPreset('consulting', { ...options, bets: [] }).terms;
  expect(alone).toEqual({ 'term.1': judged('Q1', insight, 1, '2026-12-30') });
});

/** Bets of a stage that stakes on figures alone. */
const measured = (curve: string, longStop: string) => ({
  'term.1': {
    ...{ code: 'M1', item: 'A: target reached', metric: 'm.a', weight: 0.35, window: 3 },
    ...{ kind: 'quantitative', curve: 'all-or-nothing', longStop, guardAction: 'void', ...why },
  },
  'term.2': {
    ...{ code: 'M2', item: 'B: target reached', metric: 'm.b', weight: 0.35, window: 12 },
    ...{ kind: 'quantitative', curve, longStop, guardAction: 'flag', ...grounds },
  },
  'term.3': {
    ...{ code: 'M3', item: 'C: target reached', metric: 'm.c', weight: 0.3, window: 3 },
    ...{ kind: 'quantitative', curve, longStop, guardAction: 'void', ...grounds },
  },
});

test('delivery is settled half a year and a year after go-live, and earns back', () => {
  expect(contractPreset('delivery', options)).toEqual({
    settings: { ...usual, stage: 'delivery', earnBackLevel: 1 },
    instalments: byDates,
    periods: {
      'period.1': { item: 'Half a year after go-live', date: '2027-02-28', share: 0.4 },
      'period.2': { item: 'Final settlement', date: '2027-08-31', share: 0.6 },
    },
    terms: measured('from-threshold', '2027-10-31'),
    criteria: {},
    bands: {},
  });
});

test('coaching is paid by quarters and shares what is gained', () => {
  const quarters = [
    ['First quarter', '2026-04-30'],
    ['Second quarter', '2026-07-31'],
    ['Third quarter', '2026-10-31'],
    ['Fourth quarter', '2027-01-31'],
  ].map(([item, date]) => ({ item, date }));
  const each = (prefix: string, more: object) =>
    Object.fromEntries(quarters.map((row, i) => [`${prefix}.${i + 1}`, { ...row, ...more }]));
  expect(contractPreset('coaching', options)).toEqual({
    settings: { ...usual, stage: 'coaching', highWaterMark: 'yes' },
    instalments: { ...each('instalment', { share: 0.175, ...fixed }), 'instalment.5': held },
    periods: each('period', { share: 0.25 }),
    terms: measured('stretch', '2027-03-31'),
    criteria: {},
    bands: { 'band.1': { from: 0, share: 0.05 } },
  });
});

test('what the contract before said is named and unsaid', () => {
  const { settings } = contractPreset('delivery', options);
  expect(Object.keys(settings)).toEqual(
    expect.arrayContaining([...contractSettings, ...clauseSettings]),
  );
  expect(settings).toHaveProperty('guarantee', undefined);
});

test('weights share out where every bet has one', () => {
  const weighed = (...weights: (number | undefined)[]) =>
    Object.values(
      contractPreset('delivery', {
        ...options,
        bets: bets.map((bet, i) => ({ ...bet, weight: weights[i] })),
      }).terms,
    ).map(({ weight }) => weight);
  expect(weighed(2, 1, 1)).toEqual([0.5, 0.25, 0.25]);
  expect(weighed(2, 1)).toEqual([0.35, 0.35, 0.3]);
});

test.each<[model: PresetOptions['model'], items: string[]]>([
  [
    'after-sales',
    [
      'The service method can land and lift operation',
      'Diagnosing first and dispatching by skill help first-time fix',
    ],
  ],
  [
    'key-account',
    [
      'The key-account method can land and lift operation',
      'The deal-winning method helps the win rate',
    ],
  ],
])('criteria ask about %s', (model, items) => {
  const { terms } = contractPreset('micro-consulting', { ...options, model });
  expect(Object.values(terms).map(({ item }) => item)).toEqual(items);
});

test.each<[string[], ReturnType<typeof criteriaModel>]>([
  [[], 'key-account'],
  [['key-account'], 'key-account'],
  [['after-sales'], 'after-sales'],
  [['industrial-equipment', 'after-sales'], 'after-sales'],
  [['after-sales', 'key-account'], 'key-account'],
])('%p is judged by criteria of %s', (models, model) => {
  expect(criteriaModel(models)).toBe(model);
});

test('a contract of the catalog bets on the metrics that there are, with what they say', () => {
  const text = (en: string) => ({ en, 'zh-CN': `${en}中` });
  const metrics = [
    { id: 'm.1', text: text('One'), period: 'week', owner: text('Sales'), evidence: text('Log') },
    { id: 'm.2', text: text('Two'), period: 'month', owner: text('IT'), evidence: text('CRM') },
  ];
  const terms = [
    { metric: 'm.2', weight: 0.6, curve: 'all-or-nothing', why: text('telling') },
    { metric: 'm.9', weight: 0.4, curve: 'all-or-nothing', why: text('gone') },
  ];
  const contract = { terms } as unknown as Parameters<typeof betsOf>[1];
  expect(betsOf({ metrics } as unknown as Catalog, contract, 'en')).toEqual([
    {
      ...{ metric: 'm.2', name: 'Two', cadence: 'month', evidenceOwner: 'IT', dataSource: 'CRM' },
      ...{ weight: 0.6, curve: 'all-or-nothing', why: 'telling' },
    },
  ]);
});
