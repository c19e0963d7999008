import { hashCatalog } from '../../catalog/hash';
import { retirements, succeeding, type Retirement } from '../../catalog/editions';
import type { ListName } from '../../catalog/overlay';
import { listsOf, type Entry } from '../../catalog/kept';
import type { Catalog } from '../../catalog/schema';
import { compareVersions } from '../../catalog/version';
import { takenOver } from '../../engagement/succession';
import { catalogOf } from '../../engagement/project';
import type { Engagement, Store } from '../../engagement/schema';
import { editionsIn, type Edition } from '../carried';
import { NotUpgradableError } from '../errors';
import { tablesOf } from '../naming';
import { isAnswered } from '../retired';
import type { Ours } from '../workbook';
import { restsIn, type Rests } from '../rests';
import type { Decisions, Upgrade } from './upgrade';

/** The table in which items of a catalog's list stand. */
export const tableOf: Partial<Record<ListName, Store>> = {
  ...{ asks: 'ask', plans: 'plan', pains: 'pain', functions: 'function' },
  ...{ innovations: 'innovation', metrics: 'metrics', drivers: 'drivers' },
};

/** A retired item, and who takes over what was said of it. */
export interface Succession extends Retirement {
  table: Store;
  /** Who does; absent where nobody does, or somebody has to say who. */
  follows?: string;
  /** Who may, where somebody has to say. */
  asks: string[];
}

/** A newer edition of one catalog beside the one that the workbook carries. */
interface Pair {
  /** Absent where the workbook carries none and none that was given is it. */
  from?: Catalog;
  to: Catalog;
}

/** Which editions a workbook goes on from, and what is decided about their differences. */
export interface Plan {
  editions: Upgrade['catalogs'];
  pairs: Pair[];
  successions: Succession[];
  rests: ReadonlyMap<string, Rests>;
  /** Whether a redefined item keeps its definition until somebody decides. */
  isOpen(id: string): boolean;
  /** The catalogs as the workbook will carry them. */
  catalogs: Catalog[];
  carryOver(engagement: Engagement): Engagement;
}

/** @throws NotUpgradableError, UnknownCatalogError */
export async function planFor(
  ours: Ours,
  given: readonly Catalog[],
  { take = [], into = {}, former = [] }: Decisions,
): Promise<Plan> {
  const had = editionsIn(ours.inspection.facts);
  refuseOthers(had, given);
  refuseStrangers(ours, had, former);
  const pairs = await Promise.all(
    [...had].map(async ([id, { version, hash }]): Promise<Pair> => {
      const own = given.find((one) => one.id === id);
      const at = { id, version, hash };
      const to = own ?? (await newest(id, editionAmong(ours.catalogs, at)));
      const from = editionAmong([...ours.catalogs, to], at);
      if (compareVersions(to.version, version) < 0)
        throw new NotUpgradableError('older', id, to.version, version);
      return { ...(from && { from }), to };
    }),
  );
  const rests = restsIn(
    ours,
    pairs.map(({ from, to }) => from ?? to),
  );
  const isOpen = (id: string) => rests.has(id) && take !== 'all' && !take.includes(id);
  const successions = pairs.flatMap((pair) => successionsOf(ours, pair, rests, into));
  const carryOver = (engagement: Engagement) =>
    successions.reduce(
      (one, { table, id, follows }) =>
        follows === undefined ? one : takenOver(one, table, id, follows),
      engagement,
    );
  const said = carryOver(ours.read.engagement);
  const blocks = new Map(tablesOf(ours.blank.sheets).map((block) => [block.id, block]));
  const stays = (list: ListName, id: string): boolean => {
    const table = tableOf[list];
    const block = table && blocks.get(table);
    if (!table || !block || !ours.read.order.get(table)?.includes(id)) return false;
    return isAnswered({ ...ours.read, engagement: said }, block, id);
  };
  return {
    editions: pairs.map(({ to }) => ({
      id: to.id,
      from: had.get(to.id) ?? { version: '', hash: '' },
      to: { version: to.version, hash: hashCatalog(to) },
    })),
    ...{ pairs, successions, rests, isOpen, carryOver },
    catalogs: pairs.map(({ from, to }) => (from ? succeeding(from, to, stays, isOpen) : to)),
  };
}

/** That very edition, if it is there. */
const editionAmong = (
  catalogs: readonly Catalog[],
  { id, hash }: { id: string; hash: string },
): Catalog | undefined => catalogs.find((one) => one.id === id && hashCatalog(one) === hash);

/**
 * The edition at hand where it is newer: another of the same version may lack what a firm has added to its own.
 * @throws UnknownCatalogError
 */
async function newest(id: string, own: Catalog | undefined): Promise<Catalog> {
  try {
    const builtin = await catalogOf(id);
    return own && compareVersions(builtin.version, own.version) <= 0 ? own : builtin;
  } catch (error) {
    if (own) return own;
    throw error;
  }
}

/** @throws NotUpgradableError */
function refuseOthers(had: ReadonlyMap<string, unknown>, given: readonly Catalog[]): void {
  const stray = given.find(({ id }) => !had.has(id));
  if (stray)
    throw new NotUpgradableError('other', stray.id, stray.version, [...had.keys()].join(', '));
}

/** @throws NotUpgradableError where what was given as a workbook's own edition is another */
function refuseStrangers(
  { carried }: Ours,
  had: ReadonlyMap<string, Edition>,
  former: readonly Catalog[],
): void {
  for (const one of former) {
    const own = had.get(one.id);
    if (!own || carried.some(({ id }) => id === one.id) || hashCatalog(one) === own.hash) continue;
    throw new NotUpgradableError('former', one.id, one.version, `${own.version} (${own.hash})`);
  }
}

/** Retired items that somebody has answered, or may have, and what becomes of that. */
function successionsOf(
  ours: Ours,
  { from, to }: Pair,
  rests: Plan['rests'],
  into: NonNullable<Decisions['into']>,
): Succession[] {
  if (!from) return [];
  const [before, now] = [listsOf(from), listsOf(to)];
  const { engagement, order } = ours.read;
  const standing = retirements(from, to).flatMap((one) => {
    const { list, id } = one;
    const table = tableOf[list];
    if (!table || !order.get(table)?.includes(id)) return [];
    const heirs = hasSaid(engagement, table, id) ? heirsOf(id, before[list], now[list]) : [];
    return [{ one, table, heirs }];
  });
  return standing.map(({ one, table, heirs: asks }): Succession => {
    const { list, id } = one;
    const decided = into[id];
    if (decided !== undefined && now[list].some((is) => is.id === decided && !is.retired))
      return { ...one, table, follows: decided, asks: [] };
    const [only] = asks;
    if (only === undefined) return { ...one, table, asks };
    const was = before[list].find((entry) => entry.id === id) ?? { id };
    const is = now[list].find((entry) => entry.id === only) ?? { id: only };
    const isPlain =
      asks.length === 1 &&
      standing.every((other) => other.one === one || !other.heirs.includes(only)) &&
      !rests.has(id) &&
      !hasSaid(engagement, table, only) &&
      ['unit', 'direction', 'measure', 'period'].every((field) => was[field] === is[field]);
    return { ...one, table, ...(isPlain && { follows: only }), asks: isPlain ? [] : asks };
  });
}

/** The items on offer that have taken an item's place, over several editions too. */
function heirsOf(id: string, before: readonly Entry[], now: readonly Entry[]): string[] {
  const seen = new Set([id]);
  const next = (of: string): string[] => {
    const { replacedBy, splitInto } = {
      ...before.find((one) => one.id === of),
      ...now.find((one) => one.id === of),
    };
    return ([replacedBy ?? [], splitInto ?? []].flat() as string[]).flatMap((to) => {
      if (seen.has(to)) return [];
      seen.add(to);
      return now.some((one) => one.id === to && !one.retired) ? [to] : next(to);
    });
  };
  return next(id);
}

/** Whether anybody has said anything of the item, or named it. */
function hasSaid(engagement: Engagement, table: Store, id: string): boolean {
  const own = engagement[table][id] as Record<string, unknown> | undefined;
  if (Object.values(own ?? {}).some((value) => value !== null && value !== '')) return true;
  return [engagement.readings, engagement.terms].some((rows) =>
    Object.values(rows).some(({ metric }) => metric === id),
  );
}
