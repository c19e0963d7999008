import type { Catalog } from '../catalog/schema';
import { hashCatalog } from '../catalog/hash';
import { listsOf } from '../catalog/kept';
import { LISTS } from '../catalog/overlay';
import type { Finding } from './findings';
import { provenanceTable } from './inspect';
import type { ReadResult } from './interpret';

/** What a workbook's hidden sheet says of a catalog. */
export interface Edition {
  version: string;
  hash: string;
}

const fact = 'catalog.';

/** Catalog id → the edition that the workbook was laid out from. */
export const editionsIn = (facts: ReadonlyMap<string, string>): Map<string, Edition> =>
  new Map(
    [...facts].flatMap(([key, value]) => {
      if (!key.startsWith(fact)) return [];
      const [version, hash = ''] = value.split(' ') as [string, string?];
      return [[key.slice(fact.length), { version, hash }] as const];
    }),
  );

/** An edition that a workbook was laid out from. */
export interface PlannedEdition extends Edition {
  id: string;
  /** Whether the workbook carries it, undamaged. */
  isCarried: boolean;
}

/** What a workbook was laid out from, by one small request; of another's workbook nothing. */
export async function plannedFrom(context: Excel.RequestContext): Promise<PlannedEdition[]> {
  const table = context.workbook.tables.getItemOrNullObject(provenanceTable);
  const rows = table.getDataBodyRange();
  table.load('name');
  rows.load('values');
  await context.sync();
  if (table.isNullObject) return [];
  const facts = new Map(rows.values.map(([key, value]) => [String(key), String(value)]));
  const carried = await carriedCatalogs(facts);
  return [...editionsIn(facts)].map(([id, edition]) => ({
    ...{ id, ...edition },
    isCarried: carried.some((one) => one.id === id),
  }));
}

/**
 * The catalogs that a workbook carries as it was laid out from them. What is damaged is left out; so is
 * every catalog of a workbook that an earlier version laid out.
 */
export async function carriedCatalogs(facts: ReadonlyMap<string, string>): Promise<Catalog[]> {
  const { unpackCatalog } = await import('../catalog/carried');
  return [...editionsIn(facts)].flatMap(([id, { hash }]) => {
    const parts: string[] = [];
    for (let n = 1; ; n += 1) {
      const part = facts.get(`carried.${id}.${n}`);
      if (part === undefined) break;
      parts.push(part);
    }
    const catalog = parts.length > 0 ? unpackCatalog(parts) : undefined;
    return catalog?.id === id && hashCatalog(catalog) === hash ? [catalog] : [];
  });
}

/** Items that stand in a workbook and are offered no longer, and editions that were given beside its own. */
export function editionFindings(
  { order }: Pick<ReadResult, 'order'>,
  catalogs: readonly Catalog[],
  offered: readonly Catalog[],
): Finding[] {
  const note = { severity: 'note', repairable: false } as const;
  const standing = new Set([...order.values()].flat());
  const items = catalogs
    .flatMap((catalog) => LISTS.flatMap((list) => listsOf(catalog)[list]))
    .filter(({ id }) => standing.has(id))
    .flatMap(({ id, retired, edition }): Finding[] => {
      if (retired !== undefined)
        return [{ kind: 'item-retired', ...note, row: id, expected: retired }];
      return edition === undefined
        ? []
        : [{ kind: 'definition-kept', ...note, row: id, found: edition }];
    });
  const others = offered.map((one): Finding => {
    const own = catalogs.find(({ id }) => id === one.id);
    // Two editions of one version are told apart by what they hold.
    const edition = (of: Catalog) =>
      own?.version === one.version ? `${of.version} (${hashCatalog(of).slice(0, 6)})` : of.version;
    const found = own ? edition(own) : '';
    return { kind: 'catalog-offered', ...note, row: one.id, found, expected: edition(one) };
  });
  return [...items, ...others];
}
