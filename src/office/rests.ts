import type { Catalog } from '../../catalog/schema';
import { signatures } from '../../engagement/ledger';
import type { Ours } from '../workbook';

/** What rests on an item: a contract bets on it, and it may have been signed. */
export type Rests = 'signed' | 'bet';

/**
 * Items that money rests on: metrics that terms bet on, with their guards; where value itself is shared or
 * guaranteed, every metric in scope, with its drivers and its node of the value tree.
 */
export function restsIn({ read }: Ours, catalogs: readonly Catalog[]): ReadonlyMap<string, Rests> {
  const { engagement, results } = read;
  const { guarantee } = engagement.settings;
  const sharesValue =
    Object.keys(engagement.bands).length > 0 || (guarantee !== undefined && guarantee !== null);
  const bet = new Set(Object.values(engagement.terms).map(({ metric }) => String(metric ?? '')));
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
  const rests: Rests = signatures(engagement).length > 0 ? 'signed' : 'bet';
  return new Map([...items, ...bet].filter(Boolean).map((id) => [id, rests]));
}
