import { items } from '../../catalog/items';
import { catalogFrom } from '../../catalog/sheets/read';
import { describeCatalogBook } from '../../experience/catalogBook';
import { hostOf, newHost } from '../hosts';
import { message } from '../../messages';
import { layOutSpec, sheetValues } from '../../office';
import { catalogAt } from '../catalogFile';
import { mayWrite, readBytes, writeOut } from '../files';
import { done, found, type Shell } from '../io';
import { placedSentence } from '../placed';
import type { ExportOptions, ImportOptions } from './catalogProgram';

/** A catalog as a workbook. */
export async function exportBook(
  { io, lang }: Shell,
  [given]: [string],
  options: ExportOptions,
): Promise<number> {
  mayWrite(lang, options.out, options, '.xlsx');
  const spec = describeCatalogBook(await catalogAt(lang, given), options.lang ?? lang);
  const host = newHost();
  await host.run((context) => layOutSpec(context, spec));
  await writeOut(lang, options.out, await host.save());
  io.out(`${message(lang, 'cli.wrote', { file: options.out })}\n`);
  return done;
}

/** A catalog workbook as a catalog file; nothing is written while an error is in it. */
export async function importBook(
  { io, lang }: Shell,
  [file]: [string],
  options: ImportOptions,
): Promise<number> {
  mayWrite(lang, options.out, options, '.json');
  const host = await hostOf(await readBytes(lang, file));
  const sheets = await host.run(sheetValues);
  const { catalog, problems } = catalogFrom(sheets);
  if (catalog) await writeOut(lang, options.out, `${JSON.stringify(catalog, null, 2)}\n`);
  if (options.json) {
    const told = problems.map((one) => ({ ...one, text: placedSentence(lang, one) }));
    const written = catalog ? { file: options.out } : {};
    io.out(`${JSON.stringify({ ok: Boolean(catalog), ...written, problems: told }, null, 2)}\n`);
    return catalog ? done : found;
  }
  for (const one of problems)
    io.out(`${message(lang, `cli.severity.${one.severity}`)} ${placedSentence(lang, one)}\n`);
  if (catalog) {
    const { id, version } = catalog;
    const params = { id, version, count: items(catalog).length };
    io.out(`${message(lang, 'cli.catalog.imported', params)}\n`);
    io.out(`${message(lang, 'cli.wrote', { file: options.out })}\n`);
  } else io.out(`${message(lang, 'cli.catalog.notImported')}\n`);
  return catalog ? done : found;
}
