import { message } from '../../messages';
import { describeFinding, readWorkbook } from '../../office';
import { mayWrite, writeOut } from '../files';
import { done, type Shell } from '../io';
import { readFrom } from '../workbookFile';
import type { ReadOptions } from './workbookProgram';

/** The engagement that a workbook holds, what it computed and what looks wrong, as JSON. */
export async function run(shell: Shell, [file]: [string], options: ReadOptions): Promise<number> {
  const { io, lang } = shell;
  if (options.out !== undefined) mayWrite(lang, options.out, options);
  const { engagement, results, findings } = await readFrom(
    shell,
    file,
    options.catalog,
    (context, catalogs) => readWorkbook(context, { catalogs }),
  );
  const report = {
    engagement,
    results,
    findings: findings.map((finding) => ({ ...finding, text: describeFinding(lang, finding) })),
  };
  const text = `${JSON.stringify(report, null, 2)}\n`;
  if (options.out === undefined) io.out(text);
  else {
    await writeOut(lang, options.out, text);
    io.out(`${message(lang, 'cli.wrote', { file: options.out })}\n`);
  }
  return done;
}
