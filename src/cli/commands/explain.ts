import { chainFrom, linesOf, type Line } from '../../explain';
import { message } from '../../messages';
import { asOfDay, locate, study, StudyExplainer } from '../../office';
import { done, InputError, type Shell } from '../io';
import { readFrom } from '../workbookFile';
import type { ExplainOptions } from './valueProgram';

/** How a value came about, down to readings and contract; or what changed since. */
export async function run(
  shell: Shell,
  [file, cell]: [string, string | undefined],
  options: ExplainOptions,
): Promise<number> {
  const { io, lang } = shell;
  if ((cell === undefined) === (options.since === undefined))
    throw new InputError(message(lang, 'cli.explain.what'));
  if (cell === undefined) return (await import('./explainSince')).run(shell, file, options);
  const { asOf, depth = 1, row } = options;
  const { chain, said } = await readFrom(shell, file, options.catalog, (context, catalogs) =>
    asOfDay(context, asOf, {}, async (work) => {
      const studied = await study(context, { catalogs, ...(work && { work }) });
      const explaining = new StudyExplainer(studied);
      const { explainer, finder } = explaining;
      const at = await locate(context, studied, finder, cell, row);
      const first =
        'ref' in at ? explainer.explain(at.ref) : await explaining.explainOwn(context, at.own);
      return { chain: chainFrom(explainer, first, depth), said: studied.spec.lang };
    }),
  );
  if (options.json) io.out(`${JSON.stringify(chain, null, 2)}\n`);
  else io.out(written(linesOf(said, chain), options.md ?? false));
  return done;
}

/** Values as a nested list; what is said of each below it. */
const written = (lines: readonly Line[], md: boolean): string =>
  lines
    .map(({ depth, text, kind }) => {
      if (!md) return `${'  '.repeat(depth)}${text}\n`;
      return kind === 'value'
        ? `${'  '.repeat(depth)}- **${text}**\n`
        : `${'  '.repeat(depth)}${text}  \n`;
    })
    .join('');
