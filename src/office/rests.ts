import type { Catalog } from '../catalog/schema';
import { signatures } from '../engagement/ledger';
import type { Engagement } from '../engagement/schema';
import type { Ours } from './workbook';

/** What rests on an item: a contract bets on it, and it may have been signed. */
export type Rests = 'signed' | 'bet';

/**
 * Items that money rests on: metrics that terms bet on, with their guards; where value itself is shared or
 * guaranteed, every metric in scope, with its drivers and its node of the value tree.
 */
export function restsIn({ read }: Ours, catalogs: readonly Catalog[]): ReadonlyMap<string, Rests> {
  const { engagement, results } = read;
  const sharesValue = isValueShared(engagement);
  const bet = betOn(engagement);
  const inScope = (id: string) => results.tables.metrics?.[id]?.inScope === 1;
  const items = catalogs.flatMap(({ metrics }) =>
    metrics.flatMap((metric): string[] => {
      const isBet = bet.has(metric.id);
      const isShared = sharesValue && inScope(metric.id);
      if (!isBet && !isShared) return [];
      const priced = isShared ? [...metric.drivers, metric.overlap ?? ''] : [];
      return [metric.id, ...(isBet ? metric.guards : []), ...priced];
    }),
  );
  const rests = heldBy(engagement);
  return new Map([...items, ...bet].filter(Boolean).map((id) => [id, rests]));
}

/** What rests on how the metrics of a workbook are defined, whichever they are; undefined where no money does. */
export function restsOnAny({ read: { engagement, results } }: Ours): Rests | undefined {
  const inScope = Object.values(results.tables.metrics ?? {}).some((row) => row.inScope === 1);
  const isMoney = betOn(engagement).size > 0 || (isValueShared(engagement) && inScope);
  return isMoney ? heldBy(engagement) : undefined;
}

/** The metrics that terms name. */
const betOn = ({ terms }: Engagement): Set<string> =>
  new Set(Object.values(terms).flatMap(({ metric }) => (metric ? [String(metric)] : [])));

const isValueShared = ({ bands, settings: { guarantee } }: Engagement): boolean =>
  Object.keys(bands).length > 0 || (guarantee !== undefined && guarantee !== null);

const heldBy = (engagement: Engagement): Rests =>
  signatures(engagement).length > 0 ? 'signed' : 'bet';
