import { hashCatalog } from '../../catalog/hash';
import { catalogJsonSchema, overlayJsonSchema } from '../../catalog/jsonSchema';
import { LISTS } from '../../catalog/overlay';
import { builtinModels, loadBuiltin } from '../../catalog/models';
import { describeProblem } from '../../catalog/problem';
import { message } from '../../messages';
import { examineCatalog } from '../catalogFile';
import { done, found, type Shell } from '../io';
import { textTable } from '../table';
import type { CheckOptions, ListOptions, SchemaOptions } from './catalogProgram';

/** The models that come with the product. */
export async function list({ io, lang }: Shell, _: [], options: ListOptions): Promise<number> {
  const models = await Promise.all(
    builtinModels.map(async ({ id }) => {
      const catalog = await loadBuiltin(id);
      const counts = Object.fromEntries(LISTS.map((name) => [name, catalog[name].length]));
      const { version, name } = catalog;
      return { id, version, hash: hashCatalog(catalog), name, counts };
    }),
  );
  if (options.json) {
    io.out(`${JSON.stringify(models, null, 2)}\n`);
    return done;
  }
  const shown = ['asks', 'plans', 'pains', 'functions', 'innovations', 'metrics'] as const;
  const header = ['id', message(lang, 'cli.catalog.version'), 'hash', ...shown];
  const rows = models.map(({ id, version, hash, counts }) => [
    id,
    version,
    hash,
    ...shown.map((name) => counts[name] ?? 0),
  ]);
  io.out(`${textTable([header, ...rows])}\n`);
  return done;
}

/** What is wrong with a catalog file or a file of changes. */
export async function check(
  { io, lang }: Shell,
  [file]: [string],
  options: CheckOptions,
): Promise<number> {
  const { kind, problems } = await examineCatalog(lang, file);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (options.json) {
    const told = problems.map((one) => ({ ...one, text: describeProblem(lang, one) }));
    io.out(`${JSON.stringify({ ok: errors === 0, kind, problems: told }, null, 2)}\n`);
  } else {
    for (const one of problems)
      io.out(`${message(lang, `cli.severity.${one.severity}`)} ${describeProblem(lang, one)}\n`);
    const params = { errors, warnings: problems.length - errors };
    io.out(`${message(lang, 'cli.problems', params)}\n`);
  }
  return errors > 0 ? found : done;
}

/** The JSON Schema of catalog files, or of files of changes. */
export async function schema({ io }: Shell, _: [], options: SchemaOptions): Promise<number> {
  const document = options.overlay ? overlayJsonSchema() : catalogJsonSchema();
  io.out(`${JSON.stringify(document, null, 2)}\n`);
  return done;
}
