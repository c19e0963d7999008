import { items, type ItemKind } from './items';
import type { Catalog } from './schema';

/** The steps whose items may call for an item of the step. */
export const CALLED_BY = {
  plan: ['ask'],
  pain: ['ask', 'plan'],
  function: ['ask', 'plan', 'pain'],
  innovation: ['ask', 'plan', 'pain', 'function'],
} as const satisfies Partial<Record<ItemKind, readonly ItemKind[]>>;

type CallLink = {
  [To in keyof typeof CALLED_BY]: `${(typeof CALLED_BY)[To][number]}-${To}`;
}[keyof typeof CALLED_BY];

export type LinkKind = CallLink | 'ask-metric' | 'function-metric' | 'innovation-metric';

/** From the cause (what calls, what moves) to the effect (what is called for, the metric moved). */
export interface Link {
  kind: LinkKind;
  from: string;
  to: string;
  strength: 1 | 2 | 3;
}

/** Every link between items, in catalog order of the items that state them; the catalog is free of errors. */
export function links(catalog: Catalog): Link[] {
  const all = items(catalog);
  const stepOf = new Map(all.map((item) => [item.id, item.step]));
  const link = (from: string, to: string, strength: 1 | 2 | 3): Link => ({
    kind: `${stepOf.get(from)}-${stepOf.get(to)}` as LinkKind,
    from,
    to,
    strength,
  });
  return all.flatMap((item) => [
    ...Object.entries('calledBy' in item ? item.calledBy : {}).map(([caller, strength]) =>
      link(caller, item.id, strength),
    ),
    ...Object.entries('moves' in item ? item.moves : {}).map(([metric, strength]) =>
      link(item.id, metric, strength),
    ),
  ]);
}
