import { betsOf, contractPreset, criteriaModel } from '../../src/engagement/presets';
import type { Stage } from '../../src/engagement/schema';
import { smallCatalog } from '../support/smallCatalog';

const bets = [
  {
    ...{ metric: 'm.1', name: 'Wins', cadence: 'quarter' as const },
    ...{ evidenceOwner: 'Sales', dataSource: 'CRM' },
  },
  {
    ...{ metric: 'm.2', name: 'Output', cadence: 'year' as const, curve: 'tiers' as const },
    ...{ guardAction: 'void' as const, why: 'new' },
  },
  { metric: 'm.3', name: 'Hours' },
];
const said = (row: object) =>
  Object.entries(row)
    .map(([column, value]) => `${column} ${value}`)
    .join(', ');

test.each<[Stage, string[]]>([
  [
    'micro-consulting',
    [
      'shareAtRisk 0.3, payFloor undefined, payCap undefined, limitScope undefined, limitSpan undefined, clawback undefined, earnBackLevel undefined, roundingMode undefined, minorDigits undefined, hurdle undefined, hurdleRate undefined, hurdleKind undefined, gainBase undefined, bandMode undefined, gainCap undefined, highWaterMark undefined, guarantee undefined, shortfallFixed undefined, shortfallRate undefined, lossLimit undefined, objectionDays 10, clientDuties yes, dataAccess yes, forceMajeure yes, termination yes, expert yes, expertName undefined, stage micro-consulting',
      'instalment.1: item On signing, date 2026-05-31, share 0.3, kind fixed',
      'instalment.2: item On hand-over, date 2026-08-31, share 0.4, kind fixed',
      'instalment.3: item By value, share 0.3, kind held',
      'period.1: item Final settlement, date 2026-08-31, share 1',
      'term.1: code Q1, item The key-account method can land and lift operation, kind qualitative, weight 0.5, rule all, longStop 2026-09-30, evidenceOwner Client leads, business and IT, dataSource Score sheet',
      'term.2: code Q2, item The deal-winning method helps the win rate, kind qualitative, weight 0.5, rule all, longStop 2026-09-30, evidenceOwner Client leads, business and IT, dataSource Score sheet',
      'criterion.1: term Q1, criterion Account plans and roles can be carried out in the posts that exist, pass 4',
      'criterion.2: term Q1, criterion This phase’s business goals can be derived from the proposal, pass 4',
      'criterion.3: term Q2, criterion The three screening questions keep invalid leads out, pass 4',
      'criterion.4: term Q2, criterion Four points and one line explain lost deals and the next step, pass 4',
    ],
  ],
  [
    'consulting',
    [
      'shareAtRisk 0.3, payFloor undefined, payCap undefined, limitScope undefined, limitSpan undefined, clawback undefined, earnBackLevel undefined, roundingMode undefined, minorDigits undefined, hurdle undefined, hurdleRate undefined, hurdleKind undefined, gainBase undefined, bandMode undefined, gainCap undefined, highWaterMark undefined, guarantee undefined, shortfallFixed undefined, shortfallRate undefined, lossLimit undefined, objectionDays 10, clientDuties yes, dataAccess yes, forceMajeure yes, termination yes, expert yes, expertName undefined, stage consulting',
      'instalment.1: item On signing, date 2026-05-31, share 0.3, kind fixed',
      'instalment.2: item On hand-over, date 2026-08-31, share 0.4, kind fixed',
      'instalment.3: item By value, share 0.3, kind held',
      'period.1: item Three-month assessment, date 2026-11-30, share 1',
      'term.1: code M1, item Wins: judged by its trend, kind trend, weight 0.25, curve from-threshold, window 9, asOf 2027-08-31, longStop 2027-10-31, interimCredit 0.5, guardAction flag, metric m.1, evidenceOwner Sales, dataSource CRM',
      'term.2: code M2, item Output: target reached, kind quantitative, weight 0.25, curve tiers, window 12, asOf 2027-08-31, longStop 2027-10-31, guardAction void, metric m.2, evidenceOwner Client finance, dataSource Monthly data of the business system, comment new',
      'term.3: code M3, item Hours: judged by its trend, kind trend, weight 0.2, curve from-threshold, window 3, asOf 2027-08-31, longStop 2027-10-31, interimCredit 0.5, guardAction flag, metric m.3, evidenceOwner Client finance, dataSource Monthly data of the business system',
      'term.4: code Q1, item Overall insight into client relations and project behaviour, kind qualitative, weight 0.3, rule all, longStop 2026-12-30, evidenceOwner Client leads, business and IT, dataSource Score sheet',
      'criterion.1: term Q1, criterion Key persons and decision chains can be seen and scored in the system, pass 4',
      'criterion.2: term Q1, criterion What past projects show is used in open deals, pass 4',
    ],
  ],
  [
    'delivery',
    [
      'shareAtRisk 0.3, payFloor undefined, payCap undefined, limitScope undefined, limitSpan undefined, clawback undefined, earnBackLevel 1, roundingMode undefined, minorDigits undefined, hurdle undefined, hurdleRate undefined, hurdleKind undefined, gainBase undefined, bandMode undefined, gainCap undefined, highWaterMark undefined, guarantee undefined, shortfallFixed undefined, shortfallRate undefined, lossLimit undefined, objectionDays 10, clientDuties yes, dataAccess yes, forceMajeure yes, termination yes, expert yes, expertName undefined, stage delivery',
      'instalment.1: item On signing, date 2026-05-31, share 0.3, kind fixed',
      'instalment.2: item On hand-over, date 2026-08-31, share 0.4, kind fixed',
      'instalment.3: item By value, share 0.3, kind held',
      'period.1: item Half a year after go-live, date 2027-02-28, share 0.4',
      'period.2: item Final settlement, date 2027-08-31, share 0.6',
      'term.1: code M1, item Wins: target reached, kind quantitative, weight 0.35, curve from-threshold, window 3, longStop 2027-10-31, guardAction void, metric m.1, evidenceOwner Sales, dataSource CRM',
      'term.2: code M2, item Output: target reached, kind quantitative, weight 0.35, curve tiers, window 12, longStop 2027-10-31, guardAction void, metric m.2, evidenceOwner Client finance, dataSource Monthly data of the business system, comment new',
      'term.3: code M3, item Hours: target reached, kind quantitative, weight 0.3, curve from-threshold, window 3, longStop 2027-10-31, guardAction void, metric m.3, evidenceOwner Client finance, dataSource Monthly data of the business system',
    ],
  ],
  [
    'coaching',
    [
      'shareAtRisk 0.3, payFloor undefined, payCap undefined, limitScope undefined, limitSpan undefined, clawback undefined, earnBackLevel undefined, roundingMode undefined, minorDigits undefined, hurdle undefined, hurdleRate undefined, hurdleKind undefined, gainBase undefined, bandMode undefined, gainCap undefined, highWaterMark yes, guarantee undefined, shortfallFixed undefined, shortfallRate undefined, lossLimit undefined, objectionDays 10, clientDuties yes, dataAccess yes, forceMajeure yes, termination yes, expert yes, expertName undefined, stage coaching',
      'instalment.1: item First quarter, date 2026-08-31, share 0.175, kind fixed',
      'instalment.2: item Second quarter, date 2026-11-30, share 0.175, kind fixed',
      'instalment.3: item Third quarter, date 2027-02-28, share 0.175, kind fixed',
      'instalment.4: item Fourth quarter, date 2027-05-31, share 0.175, kind fixed',
      'instalment.5: item By value, share 0.3, kind held',
      'period.1: item First quarter, date 2026-08-31, share 0.25',
      'period.2: item Second quarter, date 2026-11-30, share 0.25',
      'period.3: item Third quarter, date 2027-02-28, share 0.25',
      'period.4: item Fourth quarter, date 2027-05-31, share 0.25',
      'term.1: code M1, item Wins: target reached, kind quantitative, weight 0.35, curve stretch, window 3, longStop 2027-07-31, guardAction void, metric m.1, evidenceOwner Sales, dataSource CRM',
      'term.2: code M2, item Output: target reached, kind quantitative, weight 0.35, curve tiers, window 12, longStop 2027-07-31, guardAction void, metric m.2, evidenceOwner Client finance, dataSource Monthly data of the business system, comment new',
      'term.3: code M3, item Hours: target reached, kind quantitative, weight 0.3, curve stretch, window 3, longStop 2027-07-31, guardAction void, metric m.3, evidenceOwner Client finance, dataSource Monthly data of the business system',
      'band.1: from 0, share 0.05',
    ],
  ],
])('what the contract of %s says', (stage, lines) => {
  const { settings, ...parts } = contractPreset(stage, {
    ...{ lang: 'en', bets, start: '2026-05-31', end: '2026-08-31' },
  });
  const rows = Object.values(parts).flatMap((part) => Object.entries(part));
  expect([said(settings), ...rows.map(([id, row]) => `${id}: ${said(row)}`)]).toEqual(lines);
});

test('without bets, criteria alone decide a consulting contract', () => {
  const { terms } = contractPreset('consulting', {
    ...{ lang: 'en', bets: [], start: '2026-05-31', end: '2026-08-31' },
  });
  expect(Object.values(terms).map(({ code, weight }) => [code, weight])).toEqual([['Q1', 1]]);
});

test.each([
  [[], 'key-account'],
  [['key-account'], 'key-account'],
  [['after-sales'], 'after-sales'],
  [['industrial-equipment'], 'after-sales'],
  [['after-sales', 'industrial-equipment'], 'after-sales'],
  [['after-sales', 'key-account'], 'key-account'],
])('the criteria for %j ask about %s', (models, asked) => {
  expect(criteriaModel(models)).toBe(asked);
});

test('the criteria of service ask about service', () => {
  const ask = (model?: 'after-sales') =>
    contractPreset('micro-consulting', {
      ...{ lang: 'en', model, bets: [], start: '2026-05-31', end: '2026-08-31' },
    });
  const [service, sales] = [ask('after-sales'), ask()];
  expect(Object.keys(service.criteria)).toEqual(Object.keys(sales.criteria));
  for (const id of Object.keys(service.criteria))
    expect(service.criteria[id]?.criterion).not.toBe(sales.criteria[id]?.criterion);
});

test('a contract’s bets are on the catalog’s metrics, as it defines them', () => {
  const catalog = smallCatalog((json) => {
    Object.assign(json.metrics[0]!, { period: 'quarter' });
  });
  const [metric] = catalog.metrics;
  const terms = [
    { metric: 's.metric.1', why: { en: 'Because', 'zh-CN': '因为' }, curve: 'tiers' as const },
    { metric: 's.none', why: { en: 'No', 'zh-CN': '无' } },
  ];
  const found = betsOf(catalog, { terms } as unknown as Parameters<typeof betsOf>[1], 'en');
  expect(found).toEqual([
    {
      ...{ metric: 's.metric.1', name: metric?.text.en, cadence: 'quarter' },
      ...{ evidenceOwner: metric?.owner.en, dataSource: metric?.evidence.en },
      ...{ curve: 'tiers', why: 'Because' },
    },
  ]);
});
