import { distance } from 'fastest-levenshtein';
import { checkCatalog } from '../catalog/integrity';
import { mergeCatalogs, readOverlay } from '../catalog/merge';
import { builtinModels, loadBuiltin } from '../catalog/models';
import { parseCatalog, readJson } from '../catalog/parse';
import { describeProblem, error, type ParsedCatalog, type Problem } from '../catalog/problem';
import type { Catalog } from '../catalog/schema';
import { message, type Lang } from '../messages';
import { readText } from './files';
import { InputError } from './io';

export interface Examined extends ParsedCatalog {
  /** Whether the file is a model of its own or changes one. */
  kind: 'catalog' | 'overlay';
}

const fieldOf = (json: unknown, name: string): unknown =>
  typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[name] : undefined;

const isPartial = (json: unknown) =>
  fieldOf(json, 'remove') !== undefined ||
  ['version', 'name', 'dimensions'].some((name) => fieldOf(json, name) === undefined);

/**
 * A catalog file, or a file of changes with the model it changes, and everything that is wrong with
 * it.
 * @param earlier catalogs given before it, which it may change
 * @throws InputError when the file cannot be read
 */
export async function examineCatalog(
  lang: Lang,
  file: string,
  earlier: readonly Catalog[] = [],
): Promise<Examined> {
  const { json, problems } = readJson(await readText(lang, file));
  if (problems.length > 0) return { kind: 'catalog', problems };
  const whole = parseCatalog(json);
  if (whole.catalog) return checked('catalog', whole);
  if (!isPartial(json)) return { kind: 'catalog', ...whole };
  const id = fieldOf(json, 'id');
  const base = await baseOf(id, earlier);
  if (!base) return { kind: 'catalog', problems: [...baseless(id, earlier), ...whole.problems] };
  const { overlay, problems: unread } = readOverlay(json, base);
  return overlay
    ? checked('overlay', mergeCatalogs(base, overlay))
    : { kind: 'overlay', problems: unread };
}

/** Changes to a model that is not at hand read as a catalog that lacks nearly everything. */
function baseless(id: unknown, earlier: readonly Catalog[]): Problem[] {
  if (typeof id !== 'string') return [];
  const known = [...builtinModels, ...earlier].map((one) => one.id);
  const near = known.find((one) => distance(one, id) < one.length / 3);
  return [near === undefined ? error('no-base', id) : error('no-base-near', id, { near })];
}

async function baseOf(id: unknown, earlier: readonly Catalog[]): Promise<Catalog | undefined> {
  const given = earlier.find((catalog) => catalog.id === id);
  const builtin = builtinModels.find((model) => model.id === id);
  return given ?? (builtin && (await loadBuiltin(builtin.id)));
}

const checked = (kind: Examined['kind'], { catalog, problems }: ParsedCatalog): Examined => ({
  kind,
  ...(catalog && { catalog }),
  problems: [...problems, ...(catalog ? checkCatalog(catalog) : [])],
});

/** The catalogs of the files, each free of errors; a later file may change an earlier one. @throws InputError */
export async function loadCatalogs(lang: Lang, files: readonly string[]): Promise<Catalog[]> {
  let catalogs: Catalog[] = [];
  for (const file of files) {
    const { catalog, problems } = await examineCatalog(lang, file, catalogs);
    const errors = problems.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    if (first || !catalog) {
      throw new InputError(
        message(lang, errors.length > 1 ? 'cli.catalog.badMany' : 'cli.catalog.bad', {
          file,
          problem: first ? describeProblem(lang, first) : '',
          more: errors.length - 1,
        }),
      );
    }
    catalogs = [...catalogs.filter(({ id }) => id !== catalog.id), catalog];
  }
  return catalogs;
}

/** A catalog file, or the id of a model that comes with the product. @throws InputError */
export async function catalogAt(lang: Lang, given: string): Promise<Catalog> {
  const model = builtinModels.find(({ id }) => id === given);
  if (model) return loadBuiltin(model.id);
  const [catalog] = await loadCatalogs(lang, [given]);
  return catalog as Catalog;
}
