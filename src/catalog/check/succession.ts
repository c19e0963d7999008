import { listsOf } from '../kept';
import { LISTS } from '../overlay';
import { error, type Problem } from '../problem';
import type { Catalog } from '../schema';

/** What takes a retired item's place is of its kind, is offered, and takes no other's place by mistake. */
export const checkSuccession = (catalog: Catalog): Problem[] =>
  LISTS.flatMap((list) => {
    const entries = listsOf(catalog)[list];
    const offered = new Set(entries.flatMap((one) => (one.retired ? [] : [one.id])));
    return entries.flatMap((entry): Problem[] => {
      const { id, retired, replacedBy, splitInto } = entry;
      const heirs = [replacedBy ?? [], splitInto ?? []].flat().map(String);
      if (heirs.length > 0 && retired === undefined) return [error('succeeded-in-life', id)];
      return heirs.filter((to) => !offered.has(to)).map((to) => error('no-successor', id, { to }));
    });
  });
