import { openProject, type Project } from '../../../src/engagement/project';
import { Engagement } from '../../../src/engagement/schema';
import { describeWorkbook } from '../../../src/workbook';
import { compute, type Computed } from '../../../src/workbook/compute';
import { RuleError } from '../../../src/rules';
import { settlementFigures } from '../../../src/workbook/figures';
import { signOff } from '../../../src/workbook/signOff';
import type { Worked } from '../../../src/workbook/worked';

export type Row = Record<string, unknown>;
export interface BetRows {
  settings?: Row;
  /** By id, over those below. */
  metrics?: Record<string, Row>;
  /** By id, of the tables that price what is measured. */
  drivers?: Record<string, Row>;
  monetisation?: Record<string, Row>;
  costs?: Record<string, Row>;
  readings?: Row[];
  instalments?: Row[];
  periods?: Row[];
  bands?: Row[];
  terms?: Row[];
  curves?: Row[];
  /** Of curves; those of version 0.1 may stand in the row of their curve. */
  points?: Row[];
  criteria?: Row[];
}

const valueTables = new Set(
  'Metrics Readings Periods Terms Curves Points Criteria Settlement Statement Payoff PayoffTerms Checks'.split(
    ' ',
  ),
);

let project: Promise<Project> | undefined;

const numbered = (prefix: string, rows: Row[] = []) =>
  Object.fromEntries(rows.map((row, i) => [`${prefix}.${i + 1}`, row]));

/** Two metrics of the key-account model; rows are numbered in the order given. */
export const engagementOf = (rows: BetRows): Engagement =>
  Engagement.parse({
    format: 'appfi-engagement/1',
    catalogs: [{ id: 'key-account' }],
    settings: { fee: 1_000_000, asOf: '2026-12-31', ...rows.settings },
    metrics: {
      'ka.metric.win-rate': { use: 'yes', baseline: 0.2, target: 0.3, measure: 'level' },
      'ka.metric.sales-cycle': { use: 'yes', baseline: 100, target: 80, measure: 'level' },
      ...rows.metrics,
    },
    readings: numbered('reading', rows.readings),
    instalments: numbered(
      'instalment',
      rows.instalments ?? [
        { date: '2026-01-15', share: 0.7, kind: 'fixed' },
        { share: 0.3, kind: 'held' },
      ],
    ),
    periods: numbered('period', rows.periods ?? [{ item: 'Final', date: '2026-12-31', share: 1 }]),
    bands: numbered('band', rows.bands),
    terms: numbered('term', rows.terms),
    drivers: rows.drivers ?? {},
    monetisation: rows.monetisation ?? {},
    costs: rows.costs ?? {},
    curves: numbered('custom.curve', rows.curves),
    points: numbered('point', rows.points),
    criteria: numbered('criterion', rows.criteria),
  });

/** The whole workbook, described and computed by the rules alone: only what is asked for. */
export async function worked(engagement: Engagement): Promise<Worked> {
  const { catalog, catalogs } = await (project ??= openProject(['key-account'], 'en'));
  const spec = describeWorkbook({ lang: 'en', catalog, catalogs, engagement, addInVersion: '0' });
  return { spec, computed: compute(spec) };
}

export const computed = async (engagement: Engagement): Promise<Computed> =>
  (await worked(engagement)).computed;

/** The engagement with a period's settlement signed as of a day. */
export async function signed(engagement: Engagement, period: number, asOf: string) {
  const dated = { ...engagement, settings: { ...engagement.settings, asOf } };
  const book = await worked(dated);
  const figures = settlementFigures(book.computed, period);
  return signOff(book, dated, figures, { asOf, signedOn: asOf, vendor: 'V', business: 'B' });
}

/** Columns and names of the value sheets in which an error stands; there should be none. */
export async function errorsIn(rows: BetRows): Promise<string[]> {
  const { spec, computed: book } = await worked(engagementOf(rows));
  const failed = (value: unknown) => value instanceof RuleError;
  return spec.sheets
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind === 'fields') {
        return block.fields.map(({ name }) => name).filter((name) => failed(book.name(name)));
      }
      if (block.kind !== 'table' || !valueTables.has(block.name)) return [];
      const lines = Array.from({ length: book.rows(block.name) }, (_, row) => row);
      return block.columns
        .filter(({ id }) => lines.some((row) => failed(book.cell(block.name, row, id))))
        .map(({ id }) => `${block.name} ${id}`);
    });
}

export const bet = (rows: BetRows) => computed(engagementOf(rows));

/** One column of the rows of Settlement that stand for something. */
export const column = (book: Computed, name: string): unknown[] =>
  Array.from({ length: book.rows('Settlement') }, (_, row) => row)
    .filter((row) => book.cell('Settlement', row, 'period') !== '')
    .map((row) => book.cell('Settlement', row, name));

export const statement = (book: Computed, row: number, name: string) =>
  book.cell('Statement', row, name);

/** A win rate on a day: baseline 0.2, target 0.3, so 0.28 is an attainment of 0.8. */
export const winRate = (date: string, value: number) => ({
  metric: 'ka.metric.win-rate',
  date,
  value,
});

export const term = (code: string, more: Row = {}): Row => ({
  code,
  item: code,
  kind: 'quantitative',
  metric: 'ka.metric.win-rate',
  weight: 1,
  curve: 'from-threshold',
  longStop: '2027-06-30',
  evidenceOwner: 'CFO',
  ...more,
});

const full = { attribution: 1, confidence: 1 };

/** Average ROI, margin and pre-sales cost of the same deals, priced side by side. */
export const sameDeals: BetRows = {
  metrics: {
    'ka.metric.account-avg-roi': { use: 'yes', baseline: 1, target: 2 },
    'ka.metric.deal-margin': { use: 'yes', baseline: 0.2, target: 0.3 },
    'ka.metric.presales-cost': { use: 'yes', baseline: 2, target: 1 },
  },
  drivers: {
    'ka.driver.account-input': { likely: 100 },
    'ka.driver.won-amount': { likely: 100 },
    'ka.driver.opportunities': { likely: 100 },
  },
  monetisation: {
    'ka.metric.account-avg-roi': full,
    'ka.metric.deal-margin': full,
    'ka.metric.presales-cost': { ...full, recapture: 1 },
  },
};
