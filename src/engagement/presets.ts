import { message, type Lang, type MessageKey } from '../messages';
import { contractSettings } from './bet';
import type { Engagement, Settings, Stage } from './schema';

type Part = Pick<Engagement, 'instalments' | 'periods' | 'terms' | 'criteria' | 'bands'> & {
  settings: Partial<Settings>;
};

export interface PresetOptions {
  lang: Lang;
  /** Whose method the criteria ask about; key-account sales unless given. */
  model?: 'key-account' | 'after-sales';
  /** Ids of the metrics to bet on, the most telling first; not needed for micro-consulting. */
  metrics: readonly string[];
  /** ISO dates: start of the stage, and its end or go-live. */
  start: string;
  end: string;
}

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
  ...Object.fromEntries(Object.keys(contractSettings).map((id) => [id, undefined])),
  stage,
  shareAtRisk: 0.3,
});
const owners = (lang: Lang) => ({
  evidenceOwner: words(lang, 'owner'),
  dataSource: words(lang, 'source'),
});

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

/** Equal weights of what is left, the last one takes the rest. */
function weights(count: number, total: number): number[] {
  const each = Math.floor((total / count) * 100) / 100;
  return Array.from({ length: count }, (_, i) =>
    i === count - 1 ? Math.round((total - each * (count - 1)) * 1e6) / 1e6 : each,
  );
}

function consulting(options: PresetOptions): Part {
  const { lang, end, metrics } = options;
  const assessed = monthsLater(end, 3);
  const mature = monthsLater(end, 12);
  const share = weights(metrics.length, 0.7);
  return {
    settings: settings('consulting'),
    instalments: instalments(options),
    periods: number('period', [{ item: words(lang, 'assessment'), date: assessed, share: 1 }]),
    terms: number('term', [
      ...metrics.map((metric, i) => ({
        code: `M${i + 1}`,
        item: words(lang, 'trend'),
        kind: 'trend' as const,
        metric,
        weight: share[i] as number,
        curve: 'from-threshold',
        window: 3,
        asOf: mature,
        longStop: monthsLater(mature, 2),
        interimCredit: 0.5,
        guardAction: 'flag' as const,
        ...owners(lang),
      })),
      qualitative(
        options,
        'Q1',
        'insight',
        metrics.length === 0 ? 1 : 0.3,
        monthsLater(assessed, 1),
      ),
    ]),
    criteria: criteriaOf(options, [
      ['Q1', 'insight.1'],
      ['Q1', 'insight.2'],
    ]),
    bands: {},
  };
}

function measured(
  { lang, metrics }: PresetOptions,
  curve: string,
  window: number,
  longStop: string,
): Part['terms'] {
  const share = weights(metrics.length, 1);
  return number(
    'term',
    metrics.map((metric, i) => ({
      code: `M${i + 1}`,
      item: words(lang, 'target'),
      kind: 'quantitative' as const,
      metric,
      weight: share[i] as number,
      curve,
      window,
      longStop,
      guardAction: 'void' as const,
      ...owners(lang),
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
    terms: measured(options, 'from-threshold', 3, monthsLater(last, 2)),
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
    terms: measured(options, 'stretch', 3, monthsLater(start, 14)),
    criteria: {},
    bands: number('band', [{ from: 0, share: 0.05 }]),
  };
}
