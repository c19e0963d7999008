import type { Catalog, Page } from './schema';

/** From a part of a page to an item that it calls for. */
export interface PageLink {
  from: string;
  to: string;
  strength: number;
}

/** Of what belongs to a part as a whole; what a part names itself says its own strength. */
const ofModule = 2;
const ofDimension = 1;

/** What the parts of a catalog's pages call for: plans, pains, functions and innovations, each once a part. */
export function pageLinks(catalog: Catalog): PageLink[] {
  const { plans, pains, functions, innovations } = catalog;
  const callable = [...plans, ...pains, ...functions, ...innovations];
  const known = new Set(callable.map(({ id }) => id));
  return catalog.pages.flatMap(({ parts }) =>
    parts.flatMap(({ id, holds = [], calls = {} }) => {
      const called = new Map<string, number>();
      for (const [item, strength] of Object.entries(calls))
        if (known.has(item)) called.set(item, strength);
      const belonging = (strength: number, items: readonly { id: string }[]) => {
        for (const item of items) if (!called.has(item.id)) called.set(item.id, strength);
      };
      belonging(
        ofModule,
        functions.filter(({ module }) => holds.includes(module)),
      );
      belonging(
        ofDimension,
        callable.filter(({ dimension }) => holds.includes(dimension)),
      );
      return [...called].map(([to, strength]) => ({ from: id, to, strength }));
    }),
  );
}

/** The page without what its parts would lead to in vain. */
export const pageOf = (page: Page, isThere: (id: string) => boolean): Page => ({
  ...page,
  parts: page.parts.map(({ holds, calls, ...part }) => ({
    ...part,
    ...(holds && { holds: holds.filter(isThere) }),
    ...(calls && {
      calls: Object.fromEntries(Object.entries(calls).filter(([id]) => isThere(id))),
    }),
  })),
});
