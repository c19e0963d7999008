import { openHost } from '../../host';
import { message, MESSAGES, type Lang, type MessageKey } from '../../messages';
import { upgrade, type Upgrade } from '../../office';
import { describeRule, printAmounts } from '../amounts';
import { loadCatalogs } from '../catalogFile';
import { readBytes } from '../files';
import { done, InputError, progressLine, type Shell } from '../io';
import { refuseLoss, workbookEnding } from '../lost';
import { mayWriteBack, writeBack } from '../writeBack';
import { textTable } from '../table';
import type { UpgradeOptions } from './experienceProgram';

/** A newer catalog into a running engagement; with --dry-run only what it would change. */
export async function run(
  { io, lang }: Shell,
  [file]: [string],
  options: UpgradeOptions,
): Promise<number> {
  const { out } = options;
  if (out === undefined && !options.dryRun) throw new InputError(message(lang, 'cli.upgrade.out'));
  if (out !== undefined) mayWriteBack(lang, file, out, options, workbookEnding(file));
  const bytes = await readBytes(lang, file);
  const catalogs = await loadCatalogs(lang, options.catalog ?? []);
  const progress = progressLine(io);
  progress.show(message(lang, 'cli.progress.reading'));
  const host = await openHost(bytes);
  if (!options.dryRun && !options.force) refuseLoss(lang, file, bytes);
  const {
    upgrade: found,
    laid: { amounts },
  } = await host.run((context) => upgrade(context, { catalogs, dry: options.dryRun === true }));
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
    io.out(describe(lang, found));
    printAmounts(io, lang, amounts);
    if (written !== undefined) io.out(`${message(lang, 'cli.wrote', { file: written })}\n`);
  }
  return done;
}

function describe(lang: Lang, { catalogs, changes, links }: Upgrade): string {
  const say = (key: string, params = {}) => message(lang, key as MessageKey, params);
  const editions = catalogs.map(({ id, from, to }) => {
    const key = from.hash === to.hash ? 'cli.upgrade.same' : 'cli.upgrade.from';
    return say(key, { id, from: from.version, to: to.version });
  });
  const nothing = changes.length + links.added + links.removed === 0;
  if (nothing) return `${[...editions, say('cli.upgrade.nothing')].join('\n')}\n`;
  const word = (list: string, id: string | null) => {
    const key = `${list}.${id}`;
    return id === null ? '–' : key in MESSAGES[lang] ? say(key) : id;
  };
  const header = ['change', 'step', 'item', 'pick', 'outcome'].map((id) =>
    say(`cli.upgrade.column.${id}`),
  );
  const rows = changes.map(({ kind, table, id, text, columns, outcome, pick }) => [
    say(`cli.upgrade.kind.${kind}`),
    say(`sheet.${table}`),
    `${text} (${[id, ...columns.map((column) => column.header)].join(' · ')})`,
    word('list.pick', pick),
    say(`cli.upgrade.outcome.${outcome}`),
  ]);
  const counts = Object.fromEntries(
    (['added', 'reworded', 'moved', 'retired'] as const).map((kind) => [
      kind,
      changes.filter((change) => change.kind === kind).length,
    ]),
  );
  return `${[
    ...editions,
    ...(rows.length > 0 ? ['', textTable([header, ...rows]), ''] : []),
    say('cli.upgrade.counts', counts),
    say('cli.upgrade.links', links),
  ].join('\n')}\n`;
}
