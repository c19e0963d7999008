import type { PortfolioRow } from './tables';
import type { ItemCount } from './tally';

/** What one look takes in. */
const most = 15;
/** Fewer engagements than this show chance and not an item. */
const fewest = 3;

const numberOf = (value: unknown) => (typeof value === 'number' ? value : 0);

/** By how much an engagement is behind its plan, as a share of it, so that currencies compare. */
const behind = ({ value_gap: gap, value_planned: planned }: PortfolioRow): number =>
  numberOf(gap) < 0 ? numberOf(gap) / Math.max(Math.abs(numberOf(planned)), 1) : 0;

/** The engagements that somebody must look at: behind plan, readings overdue, checks failing; the worst first. */
export const attention = (engagements: readonly PortfolioRow[]): PortfolioRow[] =>
  engagements
    .filter(
      (row) =>
        numberOf(row.value_gap) < -0.005 ||
        numberOf(row.readings_overdue) > 0 ||
        numberOf(row.checks_failing) > 0,
    )
    .sort(
      (a, b) =>
        behind(a) - behind(b) ||
        numberOf(b.readings_overdue) - numberOf(a.readings_overdue) ||
        numberOf(b.checks_failing) - numberOf(a.checks_failing) ||
        (String(a.file) < String(b.file) ? -1 : 1),
    )
    .slice(0, most);

/**
 * The items whose metrics come furthest where they are picked, beside where they are not. It shows what goes
 * together, not what causes what.
 */
export const paying = (items: readonly ItemCount[]): ItemCount[] =>
  items
    .filter(
      ({ picked_measured: picked, other_measured: other }) => picked >= fewest && other >= fewest,
    )
    .map((item) => ({
      item,
      lift: (item.picked_attainment ?? 0) - (item.other_attainment ?? 0),
    }))
    .sort((a, b) => b.lift - a.lift || (a.item.item_id < b.item.item_id ? -1 : 1))
    .slice(0, 10)
    .map(({ item }) => item);
