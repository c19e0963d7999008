import { newNode, type MapNode } from './node';
import { isRootId } from './story';

/** The map among several trees of a file; what stands beside it is a floating part of it. */
export function oneRoot(tops: readonly MapNode[]): MapNode | undefined {
  const root = tops.find(({ id }) => isRootId(id)) ?? tops[0];
  if (!root) return undefined;
  const others = tops.filter((one) => one !== root);
  return others.length === 0 ? root : newNode({ ...root, children: [...root.children, ...others] });
}
