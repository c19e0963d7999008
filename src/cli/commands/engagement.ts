import { emptyEngagement, referencesOf } from '../../engagement/project';
import { engagementJsonSchema } from '../../engagement/jsonSchema';
import { describeEngagementProblem } from '../../engagement/parse';
import { message } from '../../messages';
import { describe } from '../../office';
import { mappingJsonSchema } from '../../readings';
import { loadCatalogs } from '../catalogFile';
import { examineEngagement } from '../engagementFile';
import { done, found, InputError, type Shell } from '../io';
import { withLibrary } from '../library';
import { unfitParts, type Unfit } from '../unfit';
import type { CheckOptions, SchemaOptions } from './engagementProgram';

/** What is wrong with an engagement file, by its format and by its catalogs. */
export async function check(
  shell: Shell,
  [file]: [string],
  options: CheckOptions,
): Promise<number> {
  const { io, lang } = shell;
  const given = await loadCatalogs(lang, options.catalog ?? []);
  const { engagement, problems } = await examineEngagement(lang, file);
  const unfit: Unfit[] = problems.map((problem) => ({
    severity: problem.severity,
    text: describeEngagementProblem(lang, problem),
  }));
  if (engagement) {
    if (engagement.catalogs.length === 0)
      throw new InputError(message(lang, 'cli.engagement.noCatalog', { file }));
    const ids = engagement.catalogs.map(({ id }) => id);
    const catalogs = await withLibrary(shell, given, ids);
    const blank = emptyEngagement(await referencesOf(engagement, catalogs), lang);
    unfit.push(...unfitParts(lang, engagement, await describe(blank, lang, { catalogs })));
  }
  const errors = unfit.filter(({ severity }) => severity === 'error').length;
  if (options.json) {
    io.out(`${JSON.stringify({ ok: errors === 0, problems: unfit }, null, 2)}\n`);
  } else {
    for (const { severity, text } of unfit)
      io.out(`${message(lang, `cli.severity.${severity}`)} ${text}\n`);
    io.out(`${message(lang, 'cli.problems', { errors, warnings: unfit.length - errors })}\n`);
  }
  return errors > 0 ? found : done;
}

/** The JSON Schema of engagement files, or of the mappings that readings come by. */
export async function schema({ io }: Shell, _: [], { mapping }: SchemaOptions): Promise<number> {
  const found = mapping ? mappingJsonSchema() : engagementJsonSchema();
  io.out(`${JSON.stringify(found, null, 2)}\n`);
  return done;
}
