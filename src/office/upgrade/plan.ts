import { hashCatalog } from '../../catalog/hash';
import { retirements, succeeding, type Retirement } from '../../catalog/editions';
import type { ListName } from '../../catalog/overlay';
import { listsOf } from '../../catalog/kept';
import type { Catalog } from '../../catalog/schema';
import { compareVersions } from '../../catalog/version';
import { takenOver } from '../../engagement/succession';
import { catalogOf } from '../../engagement/project';
import type { Engagement, Store } from '../../engagement/schema';
import { editionsIn } from '../carried';
import { NotUpgradableError } from '../errors';
import { tablesOf } from '../naming';
import { isAnswered } from '../retired';
import type { Ours } from '../workbook';
import { restsIn, type Rests } from './rests';
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
  /** Absent where the workbook carries none: an earlier version laid it out. */
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
  { take = [], into = {} }: Decisions,
): Promise<Plan> {
  const had = editionsIn(ours.inspection.facts);
  refuseOthers(had, given);
  const pairs = await Promise.all(
    [...had].map(async ([id, { version }]): Promise<Pair> => {
      const from = ours.carried.find((one) => one.id === id);
      const own = given.find((one) => one.id === id);
      const to = own ?? (await newest(id, from));
      if (compareVersions(to.version, version) < 0)
        throw new NotUpgradableError('older', id, to.version, version);
      return { ...(from && { from }), to };
    }),
  );
  const rests = restsIn(ours, ours.catalogs);
  const isOpen = (id: string) => rests.has(id) && !take.includes(id);
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

/** The edition at hand, unless the workbook's own is newer. @throws UnknownCatalogError */
async function newest(id: string, own: Catalog | undefined): Promise<Catalog> {
  try {
    const builtin = await catalogOf(id);
    return own && compareVersions(builtin.version, own.version) < 0 ? own : builtin;
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
  const blocks = new Map(tablesOf(ours.blank.sheets).map((block) => [block.id, block]));
  return retirements(from, to).flatMap((one): Succession[] => {
    const { list, id } = one;
    const table = tableOf[list];
    if (!table || !order.get(table)?.includes(id)) return [];
    const offered = new Set(now[list].flatMap((is) => (is.retired ? [] : [is.id])));
    const decided = into[id];
    if (decided !== undefined && offered.has(decided))
      return [{ ...one, table, follows: decided, asks: [] }];
    const block = blocks.get(table);
    const asks = [one.replacedBy ?? [], one.splitInto ?? []].flat().filter((to) => offered.has(to));
    const [only] = asks;
    if (only === undefined || !block || !hasSaid(engagement, table, id))
      return [{ ...one, table, asks: [] }];
    const was = before[list].find((entry) => entry.id === id) ?? { id };
    const is = now[list].find((entry) => entry.id === only) ?? { id: only };
    const isPlain =
      asks.length === 1 &&
      !rests.has(id) &&
      !hasSaid(engagement, table, only) &&
      ['unit', 'direction', 'measure', 'period'].every((field) => was[field] === is[field]);
    return [{ ...one, table, ...(isPlain && { follows: only }), asks: isPlain ? [] : asks }];
  });
}

/** Whether anybody has said anything of the item, or named it. */
function hasSaid(engagement: Engagement, table: Store, id: string): boolean {
  const own = engagement[table][id] as Record<string, unknown> | undefined;
  if (Object.values(own ?? {}).some((value) => value !== null && value !== '')) return true;
  return [engagement.readings, engagement.terms].some((rows) =>
    Object.values(rows).some(({ metric }) => metric === id),
  );
}
