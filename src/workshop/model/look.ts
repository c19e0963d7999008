import { pickOf } from './scope';
import type { TreeNode } from './tree';

export type ItemState = 'yes' | 'maybe' | 'no' | 'suggested' | 'open' | 'retired';

/** How an item is shown; undefined for what stands above the items. */
export function stateOf({ item, called }: TreeNode): ItemState | undefined {
  if (!item) return undefined;
  const pick = pickOf(item);
  if (item.retired && pick !== 'yes') return 'retired';
  return pick ?? (called > 0 ? 'suggested' : 'open');
}
