import { stat } from 'node:fs/promises';
import { hostOf } from '../hosts';
import { message, type Lang } from '../../messages';
import { plannedFrom, previewUpgrade, strayDecision, upgrade } from '../../office';
import { describeRule, printAmounts } from '../amounts';
import { loadCatalogs } from '../catalogFile';
import { readBytes } from '../files';
import { done, InputError, progressLine, type Shell } from '../io';
import { formerInLibrary, newestInLibrary } from '../library';
import { refuseLoss, workbookEnding } from '../lost';
import { takenIds } from '../taken';
import { mayWriteBack, writeBack } from '../writeBack';
import type { UpgradeOptions } from './experienceProgram';
import { overlook } from './upgradeFolder';
import { describeUpgrade } from './upgradeReport';

/** A newer catalog into a running engagement; with --dry-run only what it would change, of a whole folder too. */
export async function run(
  shell: Shell,
  [file]: [string],
  options: UpgradeOptions,
): Promise<number> {
  const { io, lang } = shell;
  const { out } = options;
  const isFolder = await stat(file).then(
    (one) => one.isDirectory(),
    () => false,
  );
  if (isFolder && !options.dryRun)
    throw new InputError(message(lang, 'cli.upgrade.folder', { file }));
  if (out === undefined && !options.dryRun) throw new InputError(message(lang, 'cli.upgrade.out'));
  const successors = successorsIn(lang, options.successor ?? []);
  if (isFolder) return overlook(shell, file, options);
  if (out !== undefined) mayWriteBack(lang, file, out, options, workbookEnding(file));
  const bytes = await readBytes(lang, file);
  const given = options.catalog && (await loadCatalogs(lang, options.catalog));
  const progress = progressLine(io);
  progress.show(message(lang, 'cli.progress.reading'));
  const host = await hostOf(bytes);
  if (!options.dryRun && !options.force) refuseLoss(lang, file, bytes);
  const planned = await host.run((context) => plannedFrom(context));
  const catalogs = given ?? (await newestInLibrary(shell, planned));
  const former = options.from
    ? await loadCatalogs(lang, options.from)
    : await formerInLibrary(shell, planned);
  const decisions = { former, into: successors, take: takenIds(options.take) };
  const { upgrade: found, amounts } = await host.run((context) =>
    (options.dryRun ? previewUpgrade : upgrade)(context, { catalogs, ...decisions }),
  );
  const stray = strayDecision(found, decisions);
  if (stray !== undefined)
    throw new InputError(message(lang, 'cli.upgrade.badDecision', { file, id: stray }));
  const written = options.dryRun ? undefined : out;
  if (written !== undefined) await writeBack(lang, { file, bytes }, written, await host.save());
  progress.clear();
  if (options.json) {
    const changed = amounts?.map((one) => ({ ...one, why: describeRule(lang, one) }));
    const report = {
      ...(written !== undefined && { file: written }),
      ...found,
      ...(changed && { amounts: changed }),
    };
    io.out(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    io.out(describeUpgrade(lang, found));
    printAmounts(io, lang, amounts);
    if (written !== undefined) io.out(`${message(lang, 'cli.wrote', { file: written })}\n`);
  }
  return done;
}

/** @throws InputError */
function successorsIn(lang: Lang, given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((name) => {
      const [from = '', to = '', ...rest] = name.split('=').map((part) => part.trim());
      if (from === '' || to === '' || rest.length > 0)
        throw new InputError(message(lang, 'cli.upgrade.badSuccessor', { name }));
      return [from, to];
    }),
  );
}
