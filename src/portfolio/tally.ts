import type { PortfolioRow } from './tables';

/** How an item fared over all engagements that offered it. */
export interface ItemCount {
  step: string;
  /** Custom items of several engagements share ids, not texts: they are told apart by text. */
  item_id: string;
  item: string;
  custom: boolean;
  offered: number;
  suggested: number;
  yes: number;
  maybe: number;
  rejected: number;
  /** Engagements that picked it and measure what it moves, and how far that came on average. */
  picked_measured: number;
  picked_attainment: number | null;
  /** The same of those that did not pick it. */
  other_measured: number;
  other_attainment: number | null;
}

/** Counts picks by item, so that the picks themselves need not be kept. */
export class ItemTally {
  private readonly counts = new Map<string, ItemCount>();

  add(pick: PortfolioRow): void {
    const [step, id, item] = [pick.step, pick.item_id, pick.item].map(String) as [
      string,
      string,
      string,
    ];
    const custom = pick.custom === true;
    const key = JSON.stringify([step, custom ? item : id, custom]);
    const count = this.counts.get(key) ?? {
      step,
      item_id: custom ? '' : id,
      item,
      custom,
      offered: 0,
      suggested: 0,
      yes: 0,
      maybe: 0,
      rejected: 0,
      ...{ picked_measured: 0, picked_attainment: null },
      ...{ other_measured: 0, other_attainment: null },
    };
    count.offered += 1;
    if (Number(pick.suggested) > 0) count.suggested += 1;
    if (pick.pick === 'yes' || pick.pick === 'maybe') count[pick.pick] += 1;
    if (pick.pick === 'no') count.rejected += 1;
    if (typeof pick.attainment === 'number')
      measure(count, pick.pick === 'yes' ? 'picked' : 'other', pick.attainment);
    this.counts.set(key, count);
  }

  /** Step by step, what is picked most first. */
  items(steps: readonly string[]): ItemCount[] {
    return [...this.counts.values()].sort(
      (a, b) =>
        steps.indexOf(a.step) - steps.indexOf(b.step) ||
        b.yes - a.yes ||
        b.offered - a.offered ||
        (a.item_id + a.item < b.item_id + b.item ? -1 : 1),
    );
  }
}

/** Takes one more into the mean. */
function measure(count: ItemCount, side: 'picked' | 'other', attainment: number): void {
  const n = count[`${side}_measured`];
  count[`${side}_attainment`] = ((count[`${side}_attainment`] ?? 0) * n + attainment) / (n + 1);
  count[`${side}_measured`] = n + 1;
}
