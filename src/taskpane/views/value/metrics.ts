import { type Study, choicesIn, rowsIn, type StudiedRow } from '../../../office';
import { isReached } from '../../../rules/value/limit';
import type { CellValue } from '../../../workbook';

/** How far a metric has come, in the order of the method: what is missing first. */
export const standings = [
  'worse',
  'unchanged',
  'improving',
  'met',
  'pending',
  'notBetter',
  'noBaseline',
  'noMeasure',
] as const;
export type Standing = (typeof standings)[number];

/** A metric as the workbook has it; amounts are in its own unit, null where they are not known. */
export interface Metric {
  id: string;
  name: string;
  line: string;
  explanation: string;
  /** What it counts and what it leaves out. */
  definition: string;
  /** author or house; "" of a metric of the client’s own. */
  wordingBy: string;
  /** Where others stand, a line each. */
  range: string;
  /** Its baseline is better than the best that others published. */
  beyond: boolean;
  unit: string;
  direction: string;
  /** What a reading of it is: level, flow, ratio or rolling; "" while nobody has said. */
  measure: string;
  /** Of a level: last or mean. */
  levelMode: string;
  /** Months that the counted readings cover, and those of the window that none does. */
  covered: number | null;
  uncovered: number | null;
  /** Of a flow: months that baseline and target are stated for. */
  base: number | null;
  cadence: string;
  owner: string;
  evidence: string;
  inScope: boolean;
  baseline: number | null;
  adjustment: number | null;
  adjusted: number | null;
  target: number | null;
  actual: number | null;
  planned: number | null;
  improvement: number | null;
  attainment: number | null;
  /** Months of readings that count; null: all. */
  window: number | null;
  /** The day that its readings count up to. */
  at: number | null;
  /** Its own such day; null where it follows the whole workbook's. */
  asOf: number | null;
  /** How many readings count. */
  counted: number;
  standing: Standing;
  /** The standing in the workbook's words. */
  status: string;
  guards: string[];
  /** Metrics that count the same gain: price either, not both. */
  notWith: string[];
  /** What the guards say together, in the workbook's words. */
  guardStatus: string;
}

/** A window and the months in it may differ by a day; less than this is no gap. */
export const gapTold = 0.1;

export const known = (value: CellValue | undefined): number | null =>
  typeof value === 'number' ? value : null;
const words = (value: CellValue | undefined): string => String(value ?? '');

/** The metrics in the order in which they stand; empty rows are left out. */
export const metricsOf = (study: Study): Metric[] =>
  rowsIn(study, 'metrics')
    .map(metricOf)
    .filter(({ name }) => name !== '');

function metricOf({ id, cells }: StudiedRow): Metric {
  const number = (column: string) => known(cells[column]);
  const text = (column: string) => words(cells[column]);
  const figures = {
    measure: text('measure'),
    adjusted: number('adjusted'),
    planned: number('planned'),
    actual: number('actual'),
    attainment: number('attainment'),
  };
  return {
    id,
    name: text('item'),
    line: text('dimension'),
    explanation: text('explanation'),
    definition: text('definition'),
    wordingBy: text('wordingBy'),
    range: text('range'),
    beyond: cells.beyond === 1,
    unit: text('unit'),
    direction: text('direction'),
    levelMode: text('levelMode'),
    covered: number('covered'),
    uncovered: number('uncovered'),
    base: number('base'),
    cadence: text('period'),
    owner: text('owner'),
    evidence: text('evidence'),
    inScope: cells.inScope === 1,
    baseline: number('baseline'),
    adjustment: number('adjustment'),
    target: number('target'),
    improvement: number('improvement'),
    window: number('window'),
    at: number('at'),
    asOf: number('asOf'),
    counted: number('readings') ?? 0,
    ...figures,
    standing: standingOf(figures),
    status: text('status'),
    guards: ['guard1', 'guard2', 'guard3'].map(text).filter((guard) => guard !== ''),
    notWith: ['notWith1', 'notWith2'].map(text).filter((one) => one !== ''),
    guardStatus: text('guardStatus'),
  };
}

/** As the workbook's status column has it. */
export function standingOf(
  figures: Pick<Metric, 'measure' | 'adjusted' | 'planned' | 'actual' | 'attainment'>,
): Standing {
  if (figures.measure === '') return 'noMeasure';
  if (figures.adjusted === null) return 'noBaseline';
  if (figures.planned === null || figures.planned <= 0) return 'notBetter';
  if (figures.actual === null || figures.attainment === null) return 'pending';
  if (figures.attainment < 0) return 'worse';
  if (figures.attainment === 0) return 'unchanged';
  return isReached(figures.attainment, 1) ? 'met' : 'improving';
}

/** Whether a cell that names a metric, by id or as someone typed it, names this one. */
export const names = (cell: CellValue | undefined, { id, name }: Pick<Metric, 'id' | 'name'>) =>
  [id, name].some((one) => one.toLowerCase() === words(cell).trim().toLowerCase());

/** A guard that is worse than its own baseline is breached. */
export const keptOf = (
  guard: Pick<Metric, 'improvement'> | undefined,
): 'kept' | 'breached' | 'pending' => {
  if (!guard || guard.improvement === null) return 'pending';
  return guard.improvement < 0 ? 'breached' : 'kept';
};

/** Ids of the metrics of which a guard got worse. */
export const breachedIn = (metrics: readonly Metric[]): Set<string> =>
  new Set(
    metrics
      .filter(({ guards }) =>
        guards.some((cell) => keptOf(metrics.find((one) => names(cell, one))) === 'breached'),
      )
      .map(({ id }) => id),
  );

export type Grouping = 'line' | 'status';

export interface Group {
  id: string;
  label: string;
  metrics: Metric[];
}

/** Metrics under their lines, or under their standings with what needs care first. */
export function grouped(study: Study, metrics: readonly Metric[], by: Grouping): Group[] {
  const groups = new Map<string, Metric[]>();
  for (const metric of metrics) {
    const id = by === 'line' ? metric.line : metric.standing;
    groups.set(id, [...(groups.get(id) ?? []), metric]);
  }
  const lines = choicesIn(study, 'dimension.metric');
  const label = (id: string, [first]: Metric[]) =>
    by === 'status' ? (first?.status ?? '') : (lines.find((line) => line.id === id)?.label ?? id);
  const order: readonly string[] = by === 'status' ? standings : lines.map(({ id }) => id);
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...groups]
    .map(([id, found]) => ({ id, label: label(id, found), metrics: found }))
    .sort((a, b) => place(a.id) - place(b.id));
}

/** Metrics in which all that was typed occurs, in any order. */
export function matching(metrics: readonly Metric[], typed: string): Metric[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return metrics.filter(({ name, explanation, definition, owner }) => {
    const text = `${name} ${explanation} ${definition} ${owner}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
