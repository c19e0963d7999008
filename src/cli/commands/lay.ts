import { hostOf } from '../hosts';
import { message } from '../../messages';
import { describeFinding, layOut, plannedFrom } from '../../office';
import { describeRule, printAmounts } from '../amounts';
import { today } from '../days';
import { readBytes } from '../files';
import { done, found, InputError, progressLine, type Shell } from '../io';
import { formerInLibrary } from '../library';
import { refuseLoss, workbookEnding } from '../lost';
import { loadProject } from '../project';
import { takenIds } from '../taken';
import { mayWriteBack, writeBack } from '../writeBack';
import type { LayOptions } from './workbookProgram';

/**
 * Lays out over an existing workbook: refreshes what was laid out there before, or adds to a user's
 * own workbook. What people typed stays.
 */
export async function run(shell: Shell, [file]: [string], options: LayOptions): Promise<number> {
  const { io, lang } = shell;
  const target = options.out ?? file;
  if (options.out !== undefined)
    mayWriteBack(lang, file, options.out, options, workbookEnding(file));
  const bytes = await readBytes(lang, file);
  const { engagement, catalogs: given } = await loadProject(shell, options);
  const progress = progressLine(io);
  progress.show(message(lang, 'cli.progress.reading'));
  const host = await hostOf(bytes);
  if (!options.force) refuseLoss(lang, file, bytes);
  progress.show(message(lang, 'cli.progress.layingOut'));
  const planned = await host.run((context) => plannedFrom(context));
  const catalogs = [...given, ...(await formerInLibrary(shell, planned, given))];
  const take = takenIds(options.take);
  const {
    cells,
    findings,
    amounts,
    editions = [],
  } = await host.run((context) =>
    layOut(context, engagement, {
      ...{ catalogs, take, today: today() },
      ...(options.lang && { lang: options.lang }),
      ...(options.repair && { repair: true }),
    }),
  );
  const stray =
    take === 'all' ? undefined : take.find((id) => !editions.some((one) => one.id === id));
  if (stray !== undefined)
    throw new InputError(message(lang, 'cli.upgrade.badDecision', { file, id: stray }));
  const isTaken = findings.some(({ kind }) => kind === 'name-taken');
  if (!isTaken) {
    progress.show(message(lang, 'cli.progress.saving'));
    await writeBack(lang, { file, bytes }, target, await host.save());
  }
  progress.clear();
  const told = findings.map((finding) => ({ ...finding, text: describeFinding(lang, finding) }));
  if (options.json) {
    const written = isTaken ? {} : { file: target };
    const changed = amounts?.map((one) => ({ ...one, why: describeRule(lang, one) }));
    const report = { ...written, cells, findings: told, ...(changed && { amounts: changed }) };
    io.out(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    for (const { severity, text } of told)
      io.out(`${message(lang, `cli.severity.${severity}`)} ${text}\n`);
    printAmounts(io, lang, amounts);
    const summary = isTaken ? 'cli.lay.nothing' : 'cli.lay.done';
    io.out(`${message(lang, summary, { file: target, cells })}\n`);
  }
  return findings.some(({ severity }) => severity === 'error') ? found : done;
}
