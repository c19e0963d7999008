import { type Study, rowsIn } from '../../../../office';
import type { CellValue } from '../../../../workbook';

export type TermKind = 'quantitative' | 'qualitative' | 'trend';

/** A term as the lists show it. */
export interface Term {
  id: string;
  code: string;
  item: string;
  kind: TermKind | undefined;
  weight: number;
  /** What the metric is called; undefined where the term has none. */
  metric: string | undefined;
  /** What it lacks, in the workbook's words; "" when it is complete. */
  problem: string;
  cells: Readonly<Record<string, CellValue>>;
}

const kinds: readonly unknown[] = ['quantitative', 'qualitative', 'trend'] satisfies TermKind[];

export function termsOf(study: Study): Term[] {
  const metrics = new Map(rowsIn(study, 'metrics').map(({ id, cells }) => [id, cells.item]));
  return rowsIn(study, 'terms').map(({ id, cells }) => ({
    id,
    code: String(cells.code ?? ''),
    item: String(cells.item ?? ''),
    kind: kinds.includes(cells.kind) ? (cells.kind as TermKind) : undefined,
    weight: typeof cells.weight === 'number' ? cells.weight : 0,
    metric: cells.metric ? String(metrics.get(String(cells.metric)) ?? cells.metric) : undefined,
    problem: String(cells.problem ?? ''),
    cells,
  }));
}

/** Columns of Terms that a kind asks about: what it is judged by, and what may be agreed besides. */
export const fieldsOf: Record<TermKind, { main: string[]; more: string[] }> = {
  quantitative: {
    main: ['metric', 'target', 'window', 'asOf', 'longStop', 'guardAction'],
    more: ['cap', 'gateLevel', 'gates', 'group', 'comment'],
  },
  trend: {
    main: ['metric', 'target', 'window', 'asOf', 'longStop', 'interimCredit', 'guardAction'],
    more: ['cap', 'gateLevel', 'gates', 'group', 'comment'],
  },
  qualitative: {
    main: ['rule', 'longStop'],
    more: ['cap', 'gateLevel', 'gates', 'group', 'comment'],
  },
};

/** Attainment of a term as last settled, with what it pays; else that of its metric. */
export function attainedBy(study: Study, { code, cells }: Term): number | undefined {
  const settled = rowsIn(study, 'settlement')
    .filter((row) => code !== '' && row.cells.code === code)
    .map((row) => row.cells.attainment)
    .filter((attainment) => typeof attainment === 'number');
  if (settled.length > 0) return settled.at(-1);
  if (typeof cells.target === 'number') return undefined;
  const metric = rowsIn(study, 'metrics').find(({ id }) => id === cells.metric);
  const attainment = metric?.cells.attainment;
  return typeof attainment === 'number' ? attainment : undefined;
}
