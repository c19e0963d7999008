import type { Catalog } from '../catalog/schema';
import type { Engagement } from './schema';

type Row = Engagement['metrics'][string];
type Measured = Pick<Catalog['metrics'][number], 'id' | 'measure'>;

/** What a word of version 0.1 can only mean: of `latest`, that the last reading alone is the actual. */
export function impliedBy(aggregate: unknown): { measure?: string; levelMode?: string } {
  if (aggregate === 'latest') return { measure: 'level', levelMode: 'last' };
  return aggregate === 'ratio' ? { measure: 'ratio' } : {};
}

/**
 * What version 0.1 said in `aggregate`, where it can mean one thing only. Of a metric that a catalog
 * has, the catalog says the measure, unless someone had the last reading stand for itself. One that
 * was summed or averaged is left to be asked about: whether amounts of their spans or figures over
 * twelve months, nobody can tell.
 */
function meaningOf({ measure, aggregate }: Row, known: Measured | undefined): Partial<Row> {
  if (measure) return {};
  const takesLast = known?.measure === 'rolling' || known?.measure === 'level';
  if (aggregate === 'latest' ? takesLast : known?.measure) return {};
  return impliedBy(aggregate);
}

/** Metrics of version 0.1 with the measure that their `aggregate` stood for; what was said stays beside it. */
export function withMeasures(engagement: Engagement, catalogMetrics: Measured[]): Engagement {
  const known = new Map(catalogMetrics.map((metric) => [metric.id, metric]));
  const metrics = Object.fromEntries(
    Object.entries(engagement.metrics).map(([id, row]) => [
      id,
      { ...row, ...meaningOf(row, known.get(id)) },
    ]),
  );
  return { ...engagement, metrics };
}
