import { childrenIn, openRoot, type Patch, patched, rootOf } from './scan';

/**
 * The part with some of its root's elements replaced: "" takes an element away, what is not there yet
 * comes where the schema's order has it.
 * @param leap elements without any of their own name in them, passed in one step
 */
export function editChildren(
  part: string,
  order: readonly string[],
  changes: ReadonlyMap<string, string>,
  leap: readonly string[] = [],
): string {
  if (changes.size === 0) return part;
  const text = openRoot(part);
  const root = rootOf(text);
  const spans = childrenIn(text, root, leap);
  const place = (name: string) => order.indexOf(name);
  // What is not in the order, such as alternatives for older programs, stays after what it follows.
  let last = -1;
  const places = spans.map(({ name }) => (last = Math.max(last, place(name))));
  const patches: Patch[] = [];
  // New elements for one place come in the schema's order.
  const sorted = [...changes].sort(([a], [b]) => place(a) - place(b));
  for (const [name, xml] of sorted) {
    const standing = spans.filter((span) => span.name === name);
    const [first, ...others] = standing;
    if (first) {
      patches.push({ start: first.start, end: first.end, text: xml });
      for (const { start, end } of others) patches.push({ start, end, text: '' });
    } else if (xml !== '') {
      const next = spans.find((_span, i) => places[i]! > place(name));
      const at = next?.start ?? root.close;
      patches.push({ start: at, end: at, text: xml });
    }
  }
  return patched(text, patches);
}
