import type { Metric } from '../catalog/schema';
import type { Span } from '../catalog/query';
import { signatures } from '../engagement/ledger';
import { rowsIn, type Study } from '../office';
import { isoOf } from '../rules';
import type { Standing } from './compare';
import type { Asked } from './plan';

/** What a workbook says that readings are computed for and compared with. */

const spans: readonly string[] = ['week', 'month', 'quarter', 'year'] satisfies Span[];
const measures: readonly string[] = ['level', 'flow', 'ratio', 'rolling'];

/** The workbook's metrics, and how the catalog reads them. */
export function asksOf(study: Study, catalog: readonly Metric[]): Asked[] {
  const known = new Map(catalog.map((metric) => [metric.id, metric]));
  return rowsIn(study, 'metrics').map(({ id, cells }) => {
    const metric = known.get(id);
    const measure = measures.find((one) => one === cells.measure) as Asked['measure'];
    return {
      id,
      cadence: (spans.find((one) => one === cells.period) ?? 'year') as Span,
      isInScope: cells.inScope === 1 || cells.inScope === true || cells.use === 'yes',
      ...(measure !== undefined && { measure }),
      ...(metric?.query && { query: metric.query }),
      ...(metric?.denominator && { denominator: metric.denominator }),
    };
  });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
/** A day as ISO text, whether it stands as a serial number or as that. */
const day = (value: unknown): string | undefined => {
  if (typeof value === 'number') return isoOf(value);
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
};

/** The readings that stand in the workbook; rows that do not say what they are of are none. */
export function standingIn(study: Study): Standing[] {
  return rowsIn(study, 'readings').flatMap(({ id, cells }) => {
    const [date, own, counts] = [day(cells.date), day(cells.from), day(cells.spanFrom)];
    const metric = text(cells.metric);
    if (date === undefined || metric === '') return [];
    const from = own ?? counts;
    return [
      {
        id,
        metric,
        date,
        ...(from !== undefined && { from }),
        hasOwnFrom: own !== undefined,
        value: number(cells.value),
        numerator: number(cells.numerator),
        denominator: number(cells.denominator),
        evidence: text(cells.evidence),
      },
    ];
  });
}

/** Last day that a signature covers. */
export function signedUntil(study: Study): string | undefined {
  const days = signatures(study.read.engagement).flatMap(({ asOf }) => day(asOf) ?? []);
  return days.sort().at(-1);
}
