import { stat } from 'node:fs/promises';
import type { Catalog } from '../../catalog/schema';
import { openHost, type Host } from '../../host';
import { message, type Lang } from '../../messages';
import { readWorkbook, upgrade, type Decisions, type Upgrade } from '../../office';
import { describeRule, printAmounts } from '../amounts';
import { loadCatalogs } from '../catalogFile';
import { readBytes } from '../files';
import { done, InputError, progressLine, type Shell } from '../io';
import { listLibrary, withLibrary } from '../library';
import { refuseLoss, workbookEnding } from '../lost';
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
  const host = await openHost(bytes);
  if (!options.dryRun && !options.force) refuseLoss(lang, file, bytes);
  const catalogs = given ?? (await newestOfFirm(shell, host));
  const look = (decisions: Decisions, dry: boolean) =>
    host.run((context) => upgrade(context, { catalogs, dry, ...decisions }));
  const decisions = await decided(lang, file, options.take ?? [], successors, () =>
    look({ into: successors }, true),
  );
  const {
    upgrade: found,
    laid: { amounts },
  } = await look(decisions, options.dryRun === true);
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

/** The firm's newest of each catalog that the workbook is planned from. @throws InputError */
async function newestOfFirm(shell: Shell, host: Host): Promise<Catalog[]> {
  if ((await listLibrary(shell)).length === 0) return [];
  const { engagement } = await host.run((context) => readWorkbook(context));
  return withLibrary(
    shell,
    [],
    engagement.catalogs.map(({ id }) => id),
  );
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

/** The decisions, once each of them is known to be about something. @throws InputError */
async function decided(
  lang: Lang,
  file: string,
  take: readonly string[],
  into: Record<string, string>,
  look: () => Promise<{ upgrade: Upgrade }>,
): Promise<Decisions> {
  if (take.length === 0 && Object.keys(into).length === 0) return {};
  const { changes } = (await look()).upgrade;
  const open = changes.flatMap(({ kind, outcome, id }) =>
    kind === 'redefined' && outcome === 'open' ? [id] : [],
  );
  const followed = changes.filter(({ outcome }) => outcome === 'follows');
  const stray =
    take.find((id) => id !== 'all' && !open.includes(id)) ??
    Object.keys(into).find(
      (id) => !followed.some((one) => one.id === id && one.into?.some((to) => to.id === into[id])),
    );
  if (stray !== undefined)
    throw new InputError(message(lang, 'cli.upgrade.badDecision', { file, id: stray }));
  return { take: take.includes('all') ? open : take, into };
}
