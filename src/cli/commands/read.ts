import { openHost } from '../../host';
import { message, type Lang } from '../../messages';
import { describeFinding } from '../../office/findings';
import { readWorkbook } from '../../office';
import { loadCatalogs } from '../catalogFile';
import { mayWrite, readBytes, writeOut } from '../files';
import { done, progressLine, type Shell } from '../io';

interface ReadOptions {
  catalog?: string[];
  out?: string;
  force?: boolean;
  lang?: Lang;
}

/** The engagement that a workbook holds, what it computed and what looks wrong, as JSON. */
export async function run(
  { io, lang }: Shell,
  [file = '']: string[],
  options: ReadOptions,
): Promise<number> {
  if (options.out !== undefined) mayWrite(lang, options.out, options);
  const catalogs = await loadCatalogs(lang, options.catalog ?? []);
  const progress = progressLine(io);
  progress.show(message(lang, 'cli.progress.reading'));
  const host = await openHost(await readBytes(lang, file));
  const { engagement, results, findings } = await host.run((context) =>
    readWorkbook(context, { catalogs }),
  );
  progress.clear();
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
