import { CatalogOverlay, LISTS, type Patch } from './overlay';
import { pageOf } from './pages';
import { parseCatalog, readAs, readJson } from './parse';
import { error, warning, type ParsedCatalog, type Problem } from './problem';
import { register } from './registry';
import type { Catalog, Page } from './schema';

type Fields = Record<string, unknown>;

const patched = (base: object, patch: object): Fields =>
  Object.fromEntries(
    Object.entries({ ...base, ...patch }).filter(
      ([, value]) => value !== null && value !== undefined,
    ),
  );

function patchedList(base: readonly Patch[], patches: readonly Patch[]): Fields[] {
  const byId = new Map<string, Fields>(base.map((entry) => [entry.id, entry]));
  for (const patch of patches) byId.set(patch.id, patched(byId.get(patch.id) ?? {}, patch));
  return [...byId.values()];
}

/** Links die with what they lead to; a place or a driver that is gone is left for checkCatalog to report. */
function without(removed: ReadonlySet<string>, entry: Fields): Fields {
  const kept = { ...entry };
  for (const field of ['calledBy', 'moves'])
    if (kept[field])
      kept[field] = Object.fromEntries(
        Object.entries(kept[field]).filter(([id]) => !removed.has(id)),
      );
  for (const field of ['guards', 'readIn', 'sources', 'needs', 'notWith'])
    if (kept[field]) kept[field] = (kept[field] as string[]).filter((id) => !removed.has(id));
  if (kept.ranges)
    kept.ranges = (kept.ranges as { source: string }[]).filter(
      ({ source }) => !removed.has(source),
    );
  return kept;
}

/** What belongs to a part of a page, or is called for by it, goes from it. */
const pagesWithout = (removed: ReadonlySet<string>, pages: Fields[]): Fields[] =>
  removed.size === 0
    ? pages
    : pages.map((page) => pageOf(page as unknown as Page, (id) => !removed.has(id)));

/** A contract goes with a metric that it bets on: the rest of it was weighed otherwise. */
const betsOn = (removed: ReadonlySet<string>, { terms }: Fields): boolean =>
  Array.isArray(terms) && terms.some(({ metric }: { metric: string }) => removed.has(metric));

function removalProblems(base: Catalog, remove: readonly string[]): Problem[] {
  const { kinds, nearest } = register(base);
  const allKinds = [...new Set(kinds.values())];
  return remove
    .filter((id) => !kinds.has(id))
    .map((to) => {
      const near = nearest(to, allKinds);
      return near === undefined
        ? warning('removes-unknown', base.id, { to })
        : warning('removes-unknown-near', base.id, { to, near });
    });
}

/**
 * A firm's own file over a model: an id the model has is changed field by field (null clears a
 * field), a new id is appended, an id under `remove` goes with the links to it. A complete catalog
 * with the model's id is such a file too.
 */
export function mergeCatalogs(base: Catalog, over: CatalogOverlay): ParsedCatalog {
  if (over.id !== base.id)
    return { problems: [error('other-model', base.id, { over: over.id, base: base.id })] };
  const { remove = [], ...changes } = over;
  const removed = new Set(remove);
  const merged = patched(base, changes);
  for (const list of LISTS) {
    const patches = (over[list] ?? []) as Patch[];
    merged[list] = patchedList(base[list], patches)
      .filter(({ id }) => !removed.has(id as string))
      .filter((entry) => !betsOn(removed, entry))
      .map((entry) => without(removed, entry));
  }
  merged.pages = pagesWithout(removed, merged.pages as Fields[]);
  const { catalog, problems } = parseCatalog(merged);
  return {
    catalog,
    problems: [...removalProblems(base, remove), ...asUnknown(base, over, problems)],
  };
}

/** A change of what the model does not have lacks all that it would take to be new: said once, by its id. */
function asUnknown(base: Catalog, over: CatalogOverlay, problems: readonly Problem[]): Problem[] {
  const { kinds, nearest } = register(base);
  // What says whose wording it is means to be new.
  const fresh = new Set(
    LISTS.flatMap((list) => (over[list] ?? []) as Patch[]).flatMap((patch) =>
      kinds.has(patch.id) || 'status' in patch ? [] : patch.id,
    ),
  );
  const lacking = new Set(
    problems.flatMap(({ code, where }) => (code === 'missing' && fresh.has(where) ? where : [])),
  );
  const unknown = [...lacking].map((id) => {
    const near = nearest(id, [...new Set(kinds.values())]);
    return near === undefined
      ? error('changes-unknown', id)
      : error('changes-unknown-near', id, { near });
  });
  return [
    ...unknown,
    ...problems.filter(({ code, where }) => code !== 'missing' || !lacking.has(where)),
  ];
}

/** A firm's own file from its text. */
export function parseOverlayText(text: string): { overlay?: CatalogOverlay; problems: Problem[] } {
  const read = readJson(text);
  return read.problems.length > 0 ? { problems: read.problems } : readOverlay(read.json);
}

/** @param base the model that it changes: where that says nothing in Chinese, the changes need not either */
export function readOverlay(
  json: unknown,
  base?: Catalog,
): { overlay?: CatalogOverlay; problems: Problem[] } {
  const isEnglish = base !== undefined && !/\p{Script=Han}/u.test(JSON.stringify(base));
  const { value, problems } = readAs(CatalogOverlay, isEnglish ? withEnglish(json) : json);
  return { overlay: value, problems };
}

/** Texts in English alone say the same in Chinese. */
function withEnglish(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withEnglish);
  if (typeof json !== 'object' || json === null) return json;
  const fields = Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, withEnglish(value)]),
  );
  return typeof fields.en === 'string' && Object.keys(fields).length === 1
    ? { 'zh-CN': fields.en, ...fields }
    : fields;
}

const higher = (a: string, b: string): string =>
  a.localeCompare(b, 'en', { numeric: true }) >= 0 ? a : b;

/** Several models for one workbook, in the order given. Only a source may be in more than one. */
export function combineCatalogs(catalogs: readonly [Catalog, ...Catalog[]]): ParsedCatalog {
  const combined = catalogs.reduce((a, b) => ({
    ...a,
    id: `${a.id}.${b.id}`,
    version: higher(a.version, b.version),
    name: { 'zh-CN': `${a.name['zh-CN']} + ${b.name['zh-CN']}`, en: `${a.name.en} + ${b.name.en}` },
    description: undefined,
    microConsulting: a.microConsulting &&
      b.microConsulting && {
        days: a.microConsulting.days + b.microConsulting.days,
        fee: a.microConsulting.fee + b.microConsulting.fee,
      },
    ...Object.fromEntries(LISTS.map((list) => [list, [...a[list], ...b[list]]])),
    sources: [
      ...a.sources,
      ...b.sources.filter(
        (source) => !a.sources.some((other) => JSON.stringify(other) === JSON.stringify(source)),
      ),
    ],
  }));
  const clashes = [...register(combined).counts]
    .filter(([, count]) => count > 1)
    .map(([id, count]) => error('duplicate-id', id, { count }));
  return clashes.length > 0 ? { problems: clashes } : { catalog: combined, problems: [] };
}
