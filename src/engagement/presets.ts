import { message, type Lang, type MessageKey } from '../messages';
import { textOf } from '../catalog/text';
import type { Catalog, Contract, Metric } from '../catalog/schema';
import { clauseSettings, contractSettings } from './register';
import type { Engagement, Settings, Stage } from './schema';
import { evenly, wholeShares } from './shares';

type Part = Pick<Engagement, 'instalments' | 'periods' | 'terms' | 'criteria' | 'bands'> & {
  settings: Partial<Settings>;
};

/** A metric that a contract bets on. */
export interface Bet {
  /** Its id, and its name in the workbook's language. */
  metric: string;
  name: string;
  /** How often it is read; monthly unless given. */
  cadence?: Metric['period'];
  /** Among the bets of one contract; shared out evenly unless all have one. */
  weight?: number;
  curve?: Contract['terms'][number]['curve'];
  guardAction?: 'flag' | 'void';
  why?: string;
  evidenceOwner?: string;
  dataSource?: string;
}

export interface PresetOptions {
  lang: Lang;
  /** Whose method the criteria ask about; key-account sales unless given. */
  model?: 'key-account' | 'after-sales';
  /** What is bet on, the most telling first; not needed for micro-consulting. */
  bets: readonly Bet[];
  /** ISO dates: start of the stage, and its end or go-live. */
  start: string;
  end: string;
}

/** Whose criteria ask: service's where it alone is planned. */
export const criteriaModel = (models: readonly string[]): PresetOptions['model'] =>
  models.length > 0 && models.every((id) => serviceModels.includes(id))
    ? 'after-sales'
    : 'key-account';

const serviceModels = ['after-sales', 'industrial-equipment'];

/** "2026-01-31" and 1 → "2026-02-28". */
function monthsLater(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)))
    .toISOString()
    .slice(0, 10);
}

const number = <T>(prefix: string, rows: T[]): Record<string, T> =>
  Object.fromEntries(rows.map((row, i) => [`${prefix}.${i + 1}`, row]));

/**
 * The contract that the method names for a stage, as rows of an engagement: micro-consulting is
 * judged on criteria alone; consulting on criteria and on a three-month trend; delivery stakes its
 * last 30 %; coaching shares what is gained. It stands in the place of the contract before it: what
 * it does not say is left as usual. Shares, curves and dates are house, to be changed; so is what
 * the criteria ask about after-sales service.
 */
export function contractPreset(stage: Stage, options: PresetOptions): Part {
  switch (stage) {
    case 'micro-consulting':
      return microConsulting(options);
    case 'consulting':
      return consulting(options);
    case 'delivery':
      return delivery(options);
    case 'coaching':
      return coaching(options);
  }
}

const words = (lang: Lang, key: string) => message(lang, `bet.preset.${key}` as MessageKey);
/** What the criteria ask depends on the model. */
const asked = ({ lang, model = 'key-account' }: PresetOptions, key: string) =>
  words(lang, `${model}.${key}`);

/** 70 % on fixed dates, the last 30 % held back for value. */
function instalments({ lang, start, end }: PresetOptions): Part['instalments'] {
  return number('instalment', [
    { item: words(lang, 'signing'), date: start, share: 0.3, kind: 'fixed' },
    { item: words(lang, 'handover'), date: end, share: 0.4, kind: 'fixed' },
    { item: words(lang, 'value'), share: 0.3, kind: 'held' },
  ]);
}

const settings = (stage: Stage): Partial<Settings> => ({
  ...Object.fromEntries([...contractSettings, ...clauseSettings].map((id) => [id, undefined])),
  stage,
  shareAtRisk: 0.3,
  objectionDays: 10,
  clientDuties: 'yes',
  dataAccess: 'yes',
  forceMajeure: 'yes',
  termination: 'yes',
  expert: 'yes',
});

/** The bets of a contract that the catalog offers. */
export function betsOf(catalog: Catalog, { terms }: Contract, lang: Lang): Bet[] {
  return terms.flatMap(({ metric: id, why, ...term }) => {
    const metric = catalog.metrics.find((one) => one.id === id);
    return metric ? [{ ...betOn(metric, lang), ...term, why: textOf(why, lang) }] : [];
  });
}

/** A bet on a metric as the catalog defines it. */
const betOn = (metric: Metric, lang: Lang): Bet => ({
  metric: metric.id,
  name: textOf(metric.text, lang),
  cadence: metric.period,
  evidenceOwner: textOf(metric.owner, lang),
  dataSource: textOf(metric.evidence, lang),
});

const monthsOf = { week: 1, month: 1, quarter: 3, year: 12 } as const;
/** Months that hold so many readings, a quarter of a year at least. */
const windowFor = ({ cadence = 'month' }: Bet, readings: number) =>
  Math.max(3, readings * monthsOf[cadence]);

/** What a bet says whatever the stage: whose evidence, and why it is bet on. */
const grounds = (lang: Lang, { metric, evidenceOwner, dataSource, why }: Bet) => ({
  metric,
  evidenceOwner: evidenceOwner ?? words(lang, 'owner'),
  dataSource: dataSource ?? words(lang, 'source'),
  ...(why !== undefined && { comment: why }),
});

const titled = (lang: Lang, key: 'trend' | 'target', { name }: Bet) =>
  message(lang, `bet.preset.${key}`, { metric: name });

/** Whole shares of the total, in the bets' own proportion where all have a weight. */
function sharesOf(bets: readonly Bet[], total: number): number[] {
  const weights = bets.flatMap(({ weight }) => weight ?? []);
  return weights.length === bets.length ? wholeShares(weights, total) : evenly(bets.length, total);
}

function qualitative(
  options: PresetOptions,
  code: string,
  item: string,
  weight: number,
  longStop: string,
) {
  const { lang } = options;
  return {
    code,
    item: asked(options, item),
    kind: 'qualitative' as const,
    weight,
    rule: 'all' as const,
    longStop,
    evidenceOwner: words(lang, 'judges'),
    dataSource: words(lang, 'scores'),
  };
}

const criteriaOf = (options: PresetOptions, rows: [term: string, text: string][]) =>
  number(
    'criterion',
    rows.map(([term, text]) => ({ term, criterion: asked(options, text), pass: 4 })),
  );

function microConsulting(options: PresetOptions): Part {
  const { lang, end } = options;
  const longStop = monthsLater(end, 1);
  return {
    settings: settings('micro-consulting'),
    instalments: instalments(options),
    periods: number('period', [{ item: words(lang, 'final'), date: end, share: 1 }]),
    terms: number('term', [
      qualitative(options, 'Q1', 'lands', 0.5, longStop),
      qualitative(options, 'Q2', 'helps', 0.5, longStop),
    ]),
    criteria: criteriaOf(options, [
      ['Q1', 'lands.1'],
      ['Q1', 'lands.2'],
      ['Q2', 'helps.1'],
      ['Q2', 'helps.2'],
    ]),
    bands: {},
  };
}

function consulting(options: PresetOptions): Part {
  const { lang, end, bets } = options;
  const assessed = monthsLater(end, 3);
  const mature = monthsLater(end, 12);
  const shares = sharesOf(bets, 0.7);
  return {
    settings: settings('consulting'),
    instalments: instalments(options),
    periods: number('period', [{ item: words(lang, 'assessment'), date: assessed, share: 1 }]),
    terms: number('term', [
      ...bets.map((bet, i) => {
        // A year's figure has no trend within the year: it is judged once it is there.
        const yearly = bet.cadence === 'year';
        return {
          code: `M${i + 1}`,
          item: titled(lang, yearly ? 'target' : 'trend', bet),
          kind: yearly ? ('quantitative' as const) : ('trend' as const),
          weight: shares[i] as number,
          curve: bet.curve ?? 'from-threshold',
          window: windowFor(bet, yearly ? 1 : 3),
          asOf: mature,
          longStop: monthsLater(mature, 2),
          ...(!yearly && { interimCredit: 0.5 }),
          guardAction: bet.guardAction ?? ('flag' as const),
          ...grounds(lang, bet),
        };
      }),
      qualitative(options, 'Q1', 'insight', bets.length === 0 ? 1 : 0.3, monthsLater(assessed, 1)),
    ]),
    criteria: criteriaOf(options, [
      ['Q1', 'insight.1'],
      ['Q1', 'insight.2'],
    ]),
    bands: {},
  };
}

function measured({ lang, bets }: PresetOptions, curve: string, longStop: string): Part['terms'] {
  const shares = sharesOf(bets, 1);
  return number(
    'term',
    bets.map((bet, i) => ({
      code: `M${i + 1}`,
      item: titled(lang, 'target', bet),
      kind: 'quantitative' as const,
      weight: shares[i] as number,
      curve: bet.curve ?? curve,
      window: windowFor(bet, 1),
      longStop,
      guardAction: bet.guardAction ?? ('void' as const),
      ...grounds(lang, bet),
    })),
  );
}

function delivery(options: PresetOptions): Part {
  const { lang, end } = options;
  const last = monthsLater(end, 12);
  return {
    settings: { ...settings('delivery'), earnBackLevel: 1 },
    instalments: instalments(options),
    periods: number('period', [
      { item: words(lang, 'half'), date: monthsLater(end, 6), share: 0.4 },
      { item: words(lang, 'final'), date: last, share: 0.6 },
    ]),
    terms: measured(options, 'from-threshold', monthsLater(last, 2)),
    criteria: {},
    bands: {},
  };
}

function coaching(options: PresetOptions): Part {
  const { lang, start } = options;
  const quarters = [1, 2, 3, 4];
  return {
    settings: { ...settings('coaching'), highWaterMark: 'yes' },
    instalments: number('instalment', [
      ...quarters.map((n) => ({
        item: words(lang, `quarter.${n}`),
        date: monthsLater(start, 3 * n),
        share: 0.175,
        kind: 'fixed' as const,
      })),
      { item: words(lang, 'value'), share: 0.3, kind: 'held' as const },
    ]),
    periods: number(
      'period',
      quarters.map((n) => ({
        item: words(lang, `quarter.${n}`),
        date: monthsLater(start, 3 * n),
        share: 0.25,
      })),
    ),
    terms: measured(options, 'stretch', monthsLater(start, 14)),
    criteria: {},
    bands: number('band', [{ from: 0, share: 0.05 }]),
  };
}
