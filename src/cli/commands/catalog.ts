import { hashCatalog } from '../../catalog/hash';
import { catalogJsonSchema, overlayJsonSchema } from '../../catalog/jsonSchema';
import { LISTS } from '../../catalog/overlay';
import { builtinModels, loadBuiltin } from '../../catalog/models';
import { describeProblem } from '../../catalog/problem';
import { message } from '../../messages';
import { examineCatalog, loadCatalogs } from '../catalogFile';
import { done, found, type Shell } from '../io';
import { fromLibrary, listLibrary } from '../library';
import { textTable } from '../table';
import type { CheckOptions, ListOptions, SchemaOptions } from './catalogProgram';
import { describeAll, lookAtAll } from './upgradeFolder';

/** The models that come with the product, and the firm's own. */
export async function list(shell: Shell, _: [], options: ListOptions): Promise<number> {
  const { io, lang } = shell;
  const builtin = await Promise.all(builtinModels.map(({ id }) => loadBuiltin(id)));
  const firm = await Promise.all(
    (await listLibrary(shell)).map(({ id, version }) =>
      fromLibrary(shell, version === undefined ? id : `${id}@${version}`),
    ),
  );
  const catalogs = [...builtin, ...firm.filter((one) => one !== undefined)];
  const models = catalogs.map((catalog) => {
    const { id, version, name } = catalog;
    const counts = Object.fromEntries(LISTS.map((list) => [list, catalog[list].length]));
    return { id, version, hash: hashCatalog(catalog), name, counts };
  });
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

/** What is wrong with a catalog file or a file of changes, and what it would change in a folder of engagements. */
export async function check(
  shell: Shell,
  [file]: [string],
  options: CheckOptions,
): Promise<number> {
  const { io, lang } = shell;
  const bases = options.catalog ?? [];
  const { kind, problems } = await examineCatalog(lang, file, await loadCatalogs(lang, bases));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const looked =
    options.against === undefined || errors > 0
      ? undefined
      : await lookAtAll(shell, options.against, [...bases, file]);
  if (options.json) {
    const told = problems.map((one) => ({ ...one, text: describeProblem(lang, one) }));
    const report = {
      ...{ ok: errors === 0, kind, problems: told },
      ...(looked && { engagements: looked }),
    };
    io.out(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    for (const one of problems)
      io.out(`${message(lang, `cli.severity.${one.severity}`)} ${describeProblem(lang, one)}\n`);
    const params = { errors, warnings: problems.length - errors };
    io.out(`${message(lang, 'cli.problems', params)}\n`);
    if (looked) io.out(`\n${describeAll(shell, looked)}`);
  }
  return errors > 0 ? found : done;
}

/** The JSON Schema of catalog files, or of files of changes. */
export async function schema({ io }: Shell, _: [], options: SchemaOptions): Promise<number> {
  const document = options.overlay ? overlayJsonSchema() : catalogJsonSchema();
  io.out(`${JSON.stringify(document, null, 2)}\n`);
  return done;
}
