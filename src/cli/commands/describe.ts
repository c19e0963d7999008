import { message } from '../../messages';
import { describe } from '../../office';
import { describeMarkdown } from '../describeMarkdown';
import { describeSpec } from '../describeSpec';
import { mayWrite, writeOut } from '../files';
import { done, type Shell } from '../io';
import { loadProject } from '../project';
import type { DescribeOptions } from './workbookProgram';

/** Every sheet, table, column, formula and list that a workbook gets; all models unless one is named. */
export async function run(shell: Shell, _: [], options: DescribeOptions): Promise<number> {
  const { io, lang } = shell;
  if (options.out !== undefined) mayWrite(lang, options.out, options);
  const model = options.model ?? (options.catalog ? undefined : 'both');
  const { engagement, catalogs } = await loadProject(shell, {
    ...options,
    ...(model && { model }),
  });
  if (!engagement) return done;
  const language = engagement.lang ?? lang;
  const spec = describeSpec(await describe(engagement, language, { catalogs }));
  const text = options.markdown
    ? describeMarkdown(language, spec)
    : `${JSON.stringify(spec, null, 2)}\n`;
  if (options.out === undefined) io.out(text);
  else {
    await writeOut(lang, options.out, text);
    io.out(`${message(lang, 'cli.wrote', { file: options.out })}\n`);
  }
  return done;
}
