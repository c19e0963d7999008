import { bothModels, builtinModels } from '../catalog/models';
import type { Catalog } from '../catalog/schema';
import { emptyEngagement, referencesOf } from '../engagement/project';
import type { Engagement } from '../engagement/schema';
import { message, type Lang } from '../messages';
import { describe } from '../office';
import type { LayOptions } from './commands/workbookProgram';
import { loadCatalogs } from './catalogFile';
import { badEngagement, loadEngagement } from './engagementFile';
import { InputError, type Shell } from './io';
import { withLibrary } from './library';
import { unfitParts } from './unfit';

/** What to plan from, and in which language. */
export type ProjectOptions = Pick<LayOptions, 'model' | 'lang' | 'catalog' | 'engagement'>;

export interface GivenProject {
  /** Absent when neither a model nor an engagement was given. */
  engagement?: Engagement;
  catalogs: Catalog[];
}

/** What --model, --catalog and --engagement together ask for. @throws InputError */
export async function loadProject(shell: Shell, options: ProjectOptions): Promise<GivenProject> {
  const { lang } = shell;
  const file = options.engagement;
  const said = file === undefined ? undefined : await loadEngagement(lang, file);
  const asked = options.model === 'both' ? bothModels : [options.model ?? []].flat();
  const catalogs = await withLibrary(shell, await loadCatalogs(lang, options.catalog ?? []), [
    ...asked,
    ...(said?.catalogs.map(({ id }) => id) ?? []),
  ]);
  const model = options.model?.split('@')[0];
  const ids = chooseModels(
    lang,
    { ...options, ...(model !== undefined && { model }) },
    said,
    catalogs,
  );
  if (ids.length === 0) return { catalogs };
  const kept = said?.catalogs ?? [];
  const planned = ids.map((id) => kept.find((one) => one.id === id) ?? { id });
  const named = said ? await referencesOf({ ...said, catalogs: planned }, catalogs) : planned;
  const language = options.lang ?? said?.lang ?? lang;
  const blank = emptyEngagement(named, language);
  const engagement = said ? { ...said, lang: language, catalogs: named } : blank;
  if (said && file !== undefined) {
    const spec = await describe(blank, language, { catalogs });
    const errors = unfitParts(lang, said, spec).filter(({ severity }) => severity === 'error');
    if (errors.length > 0)
      throw badEngagement(
        lang,
        file,
        errors.map(({ text }) => text),
      );
  }
  return { engagement, catalogs };
}

function chooseModels(
  lang: Lang,
  { model }: ProjectOptions,
  said: Engagement | undefined,
  catalogs: Catalog[],
): string[] {
  const given = catalogs.map(({ id }) => id);
  const asked = model === undefined ? [] : namedModels(lang, model, given);
  const planned = said?.catalogs.map(({ id }) => id) ?? [];
  const stray = planned.find((id) => !asked.includes(id));
  if (asked.length > 0 && stray !== undefined)
    throw new InputError(message(lang, 'cli.model.other', { model: model ?? '', id: stray }));
  return [...new Set([...(asked.length > 0 ? asked : planned), ...given])];
}

/** "both", or the id of a model that is built in or given. */
function namedModels(lang: Lang, model: string, given: string[]): string[] {
  const builtin = builtinModels.map(({ id }) => id as string);
  if (model === 'both') return [...bothModels];
  if (builtin.includes(model) || given.includes(model)) return [model];
  const values = [...builtin, 'both', ...given].join(', ');
  throw new InputError(message(lang, 'cli.model.unknown', { name: model, values }));
}
