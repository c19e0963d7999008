import { checkCatalog } from '../catalog/integrity';
import { mergeCatalogs } from '../catalog/merge';
import { builtinModels, loadBuiltin } from '../catalog/models';
import { CatalogOverlay } from '../catalog/overlay';
import { parseCatalog, readAs, readJson } from '../catalog/parse';
import { describeProblem, type ParsedCatalog } from '../catalog/problem';
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
  const base = isPartial(json) ? await baseOf(fieldOf(json, 'id'), earlier) : undefined;
  if (!base) return { kind: 'catalog', ...whole };
  const overlay = readAs(CatalogOverlay, json);
  return overlay.value
    ? checked('overlay', mergeCatalogs(base, overlay.value))
    : { kind: 'overlay', problems: overlay.problems };
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
