import { error, type Problem } from '../problem';
import type { Catalog } from '../schema';

/** No function waits for itself, over however many others. */
export function checkNeeds({ functions }: Catalog): Problem[] {
  const needs = new Map(functions.map((one) => [one.id, one.needs ?? []]));
  const sound = new Set<string>();
  const problems: Problem[] = [];
  for (const { id } of functions) {
    const path: string[] = [];
    const open = [{ id, next: 0 }];
    const onPath = new Set([id]);
    while (open.length > 0) {
      const top = open[open.length - 1]!;
      const to = needs.get(top.id)?.[top.next++];
      if (to === undefined) {
        open.pop();
        onPath.delete(top.id);
        sound.add(top.id);
      } else if (onPath.has(to)) {
        path.push(...open.map((one) => one.id).slice(open.findIndex((one) => one.id === to)), to);
        problems.push(error('needs-in-circle', to, { path: path.slice(0, 8).join(' → ') }));
        path.length = 0;
      } else if (!sound.has(to) && needs.has(to)) {
        open.push({ id: to, next: 0 });
        onPath.add(to);
      }
    }
  }
  return problems;
}
