import type { Outline } from '../outline';
import type { MapMerge } from './merge';
import type { MapNode } from './node';
import { indexMap } from './placed';
import { MapError } from './problem';
import { engagementOf } from './story';

/** What a person has to agree to before a map is taken over. */
export interface Agreed {
  /** Take a map of another engagement. */
  foreign?: boolean;
  /** Take a map that changes more than it keeps. */
  sweeping?: boolean;
}

/** Fewer changes than this are looked over at a glance. */
const few = 3;

/**
 * Why a map is not taken unless somebody agrees: it is not of this engagement – or of none, as any
 * outline is – or it would change more items than it keeps.
 */
export function misfitOf(
  { sent, back, merge }: { sent: MapNode; back: MapNode; merge: MapMerge },
  outline: Outline,
  agreed: Agreed = {},
): MapError | undefined {
  const before = indexMap(sent).byId;
  const after = indexMap(back, before).byId;
  const items = [...before.values()].filter(({ kind }) => kind === 'item');
  const known = items.filter(({ node }) => after.has(node.id)).length;
  const whose = [sent, back].map((map) => engagementOf(map) ?? outline.engagement);
  const isOurs = whose.every((one) => one === outline.engagement);
  if (!agreed.foreign && (!isOurs || (items.length > 0 && known === 0)))
    return new MapError('map-foreign');
  const changed = new Set(merge.changes.map(({ id }) => id).filter((id) => before.has(id))).size;
  if (!agreed.sweeping && changed >= few && changed * 2 > items.length)
    return new MapError('map-sweeping', { changed, items: items.length });
  return undefined;
}
