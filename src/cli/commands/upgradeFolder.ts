import path from 'node:path';
import type { Catalog } from '../../catalog/schema';
import { engagementId } from '../../engagement/identity';
import { hostOf } from '../hosts';
import { message, type MessageKey } from '../../messages';
import { plannedFrom, previewUpgrade, type Upgrade } from '../../office';
import { shownAmount } from '../amounts';
import { loadCatalogs } from '../catalogFile';
import { describeFailure } from '../failure';
import { readBytes } from '../files';
import { done, found, progressLine, type Shell } from '../io';
import { formerInLibrary, newestInLibrary } from '../library';
import { textTable } from '../table';
import { workbookTree } from '../workbookTree';
import type { UpgradeOptions } from './experienceProgram';
import { isOpen } from './upgradeReport';

/** What a newer catalog would change in one engagement of a folder. */
export type Looked =
  ({ file: string; engagement: string; name: string } & Upgrade) | { file: string; reason: string };

/**
 * What newer catalogs would change in every engagement of a folder; nothing is written. What cannot be
 * read, or is planned from none of them, is listed with the cause.
 */
export async function overlook(
  shell: Shell,
  folder: string,
  options: Pick<UpgradeOptions, 'catalog' | 'from' | 'json'>,
): Promise<number> {
  const { io } = shell;
  const all = await lookAtAll(shell, folder, options.catalog ?? [], options.from ?? []);
  io.out(
    options.json ? `${JSON.stringify({ engagements: all }, null, 2)}\n` : describeAll(shell, all),
  );
  return all.some((one) => 'reason' in one) ? found : done;
}

/** @throws InputError */
export async function lookAtAll(
  shell: Shell,
  folder: string,
  given: readonly string[],
  from: readonly string[] = [],
): Promise<Looked[]> {
  const { io, lang } = shell;
  const catalogs = await loadCatalogs(lang, given);
  const editions = await loadCatalogs(lang, from);
  const files = await workbookTree(lang, folder);
  const progress = progressLine(io);
  const all: Looked[] = [];
  for (const [i, file] of files.entries()) {
    progress.show(
      message(lang, 'cli.collect.reading', { count: i + 1, total: files.length, file }),
    );
    all.push(await lookAt(shell, folder, file, catalogs, editions));
  }
  progress.clear();
  return all;
}

/** Nothing that a file holds stops the others from being looked at. */
async function lookAt(
  shell: Shell,
  folder: string,
  file: string,
  catalogs: readonly Catalog[],
  from: readonly Catalog[],
): Promise<Looked> {
  const { lang } = shell;
  try {
    const host = await hostOf(await readBytes(lang, path.join(folder, file)));
    const planned = await host.run((context) => plannedFrom(context));
    const ids = planned.map(({ id }) => id);
    const former = await formerInLibrary(shell, planned, from);
    const own = catalogs.filter(({ id }) => ids.includes(id));
    // Where none of them is the workbook's, the refusal says so.
    const given =
      catalogs.length === 0
        ? await newestInLibrary(shell, planned)
        : own.length > 0
          ? own
          : catalogs;
    const { upgrade: seen, engagement } = await host.run((context) =>
      previewUpgrade(context, { catalogs: given, former }),
    );
    const { client, project } = engagement.settings;
    const name = [client, project].filter(Boolean).join(' · ');
    return { file, engagement: engagementId(engagement.settings, file), name, ...seen };
  } catch (error) {
    return { file, reason: describeFailure(lang, error, file) };
  }
}

const isChanged = ({ changes, links }: Upgrade) => changes.length + links.added + links.removed > 0;

export function describeAll({ lang }: Shell, all: readonly Looked[]): string {
  const say = (key: string, params = {}) => message(lang, key as MessageKey, params);
  const looked = all.filter((one) => 'changes' in one);
  const skipped = all.filter((one) => 'reason' in one);
  const labels = new Map(
    looked.flatMap(({ figures }) => figures.map(({ id, label }) => [id, label])),
  );
  const amounts = ['npv', 'due'] as const;
  const header = [
    ...['file', 'engagement', 'edition', 'changes', 'open'].map((id) =>
      say(`cli.upgrade.column.${id}`),
    ),
    ...amounts.flatMap((id) =>
      ['before', 'after'].map((when) =>
        [labels.get(id) ?? '', say(`cli.upgrade.column.${when}`)].join(' '),
      ),
    ),
  ];
  const rows = looked.map(({ file, name, catalogs, changes, figures }) => [
    ...[file, name || '–'],
    catalogs.map(({ id, from, to }) => `${id} ${from.version} → ${to.version}`).join('; '),
    ...[changes.length, changes.filter(isOpen).length],
    ...amounts.flatMap((id) => {
      const figure = figures.find((one) => one.id === id);
      if (!figure) return ['–', '–'];
      return [figure.before, figure.after].map((value) => shownAmount(figure.kind, value));
    }),
  ]);
  const counts = {
    read: looked.length,
    changed: looked.filter(isChanged).length,
    open: looked.filter(({ changes }) => changes.some(isOpen)).length,
    skipped: skipped.length,
  };
  return `${[
    ...(rows.length > 0 ? [textTable([header, ...rows]), ''] : []),
    ...skipped.map(({ reason }) => `${say('cli.severity.error')} ${reason}`),
    say('cli.upgrade.summary', counts),
  ].join('\n')}\n`;
}
