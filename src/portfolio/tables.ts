import type { CellValue } from '../rules';
import { steps } from '../catalog/steps';

/**
 * The tables of a portfolio and their columns, in order. Names and types are the contract with a
 * firm's warehouse: whatever changes them in a way that a query would notice raises the version.
 */
export const portfolioVersion = 2;

/** Dates are ISO days, times ISO instants in UTC. What is not known is null. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'time';

export interface PortfolioColumn<Name extends string = string> {
  name: Name;
  type: ColumnType;
  /** How a number is shown in a workbook. */
  show?: 'money' | 'percent' | 'measure';
}

export type PortfolioRow = Record<string, CellValue>;

const of =
  (type: ColumnType, show?: PortfolioColumn['show']) =>
  <const Name extends string>(...names: Name[]): PortfolioColumn<Name>[] =>
    names.map((name) => ({ name, type, ...(show && { show }) }));
const text = of('text');
const integer = of('integer');
const date = of('date');
const time = of('time');
const flag = of('boolean');
const money = of('number', 'money');
const percent = of('number', 'percent');
const measure = of('number', 'measure');

/** What every row begins with: which engagement it is about, and the file it was read from. */
const whose = text('engagement_id', 'file');

/** How far a step is. */
export const stepCounts = ['offered', 'suggested', 'picked', 'custom', 'answered'] as const;

export const tables = {
  /** One row per engagement: its file that holds the latest. */
  engagements: [
    ...whose,
    ...text('project', 'client', 'vendor', 'industry', 'consultant', 'models', 'model_versions'),
    ...text('stage', 'currency'),
    ...money('fee'),
    ...date('start_date', 'go_live_date', 'end_date', 'as_of', 'last_signed'),
    ...steps.flatMap((step) => integer(...stepCounts.map((count) => `${step}_${count}` as const))),
    ...integer('metrics_in_scope', 'metrics_measured', 'readings_overdue'),
    ...percent('attainment'),
    ...money('value_planned', 'value_realised', 'value_gap', 'value_forecast', 'value_yearly'),
    ...text('scenario'),
    ...percent('discount_rate'),
    ...money('npv'),
    ...percent('roi'),
    ...measure('bcr'),
    ...percent('irr'),
    ...measure('payback_years'),
    ...percent('break_even'),
    ...money('pool', 'earned', 'bonus', 'pending', 'forfeited', 'gain', 'shortfall'),
    ...money('entitlement', 'settled', 'due', 'carried'),
    ...integer('checks_failing', 'ledger_problems', 'errors', 'warnings'),
    ...text('lang', 'add_in', 'value_source', 'file_sha256'),
    ...time('saved_at', 'read_at'),
  ],
  /** One row per item that an engagement offers. */
  picks: [
    ...whose,
    ...text('step', 'item_id', 'dimension', 'item'),
    ...flag('custom'),
    ...measure('suggested'),
    ...text('pick', 'priority', 'phase', 'wording'),
    ...percent('attainment'),
  ],
  /** One row per metric that is in scope or has a figure. */
  metrics: [
    ...whose,
    ...text('metric_id', 'dimension', 'metric', 'unit', 'direction'),
    ...flag('in_scope'),
    ...measure('baseline', 'target', 'actual', 'planned', 'improvement'),
    ...percent('attainment'),
    ...integer('readings'),
    ...date('last_reading', 'next_reading'),
    ...flag('overdue'),
    ...text('benefit', 'currency'),
    ...money('value_planned', 'value_realised'),
  ],
  /** One row per settlement period. */
  settlements: [
    ...whose,
    ...integer('period'),
    ...text('name'),
    ...date('settlement_date'),
    ...flag('signed', 'current'),
    ...text('currency'),
    ...money('earned', 'bonus', 'pending', 'forfeited', 'net_value', 'gain', 'shortfall'),
    ...money('fixed', 'entitlement', 'settled', 'due', 'carried'),
  ],
  /** One row per file that was found: whether its figures count, and if not, why. */
  files: [
    ...whose,
    ...text('standing', 'counted_file', 'reason', 'client', 'project'),
    ...date('as_of', 'last_signed'),
    ...time('saved_at'),
    ...text('file_sha256'),
    ...time('read_at'),
  ],
} satisfies Record<string, PortfolioColumn[]>;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];

/** The rows of one workbook. */
export type WorkbookRows = Record<Exclude<TableName, 'files'>, PortfolioRow[]>;
