import path from 'node:path';
import {
  applyEdits,
  editsOf,
  mergeMaps,
  misfitOf,
  readMap,
  saidBy,
  type MapEdits,
  type MapMerge,
} from '../../deliver';
import { message, type Lang, type MessageKey } from '../../messages';
import { edit, layOut } from '../../office';
import { describeFailure } from '../failure';
import { otherEnding, readBytes } from '../files';
import { done, found, InputError, progressLine, type Shell } from '../io';
import { refuseLoss, workbookEnding } from '../lost';
import { mayWriteBack, writeBack } from '../writeBack';
import { studyFile, type Studied } from './deliverStudy';
import { refuseCrossed } from './exchangeMaster';
import type { MergeMapOptions } from './deliverProgram';

/** What an edited mind map changes, taken over into a new workbook or an engagement file. */
export async function run(
  shell: Shell,
  [file, map]: [string, string],
  options: MergeMapOptions,
): Promise<number> {
  const { io, lang } = shell;
  const ending = path.extname(options.out).toLowerCase();
  const own = workbookEnding(file);
  if (ending !== own && ending !== '.json') throw otherEnding(lang, options.out, [own, '.json']);
  mayWriteBack(lang, file, options.out, options);
  const [sent, back] = await Promise.all([mapIn(lang, options.sent), mapIn(lang, map)]);
  const studied = await studyFile(shell, file, {
    ...(options.catalog && { catalog: options.catalog }),
  });
  if (ending === own && !options.force) refuseLoss(lang, file, studied.bytes);
  const merge = mergeMaps(sent, back, studied.outline);
  const { otherEngagement: foreign, sweeping } = options;
  const misfit = misfitOf({ sent, back, merge }, studied.outline, { foreign, sweeping });
  if (misfit) throw new InputError(describeFailure(lang, misfit, map), { cause: misfit });
  const edits = editsOf(merge, studied.outline);
  refuseCrossed(
    lang,
    { file, studied: studied.study },
    [...edits.cells, ...edits.rows].map(({ table }) => table),
  );
  const progress = progressLine(io);
  progress.show(message(lang, 'cli.progress.saving'));
  const content = await merged(studied, edits, ending === own);
  await writeBack(lang, { file, bytes: studied.bytes }, options.out, content);
  progress.clear();
  report(shell, merge, options);
  return merge.conflicts.length > 0 ? found : done;
}

/** @throws InputError that names the map: the command has two */
async function mapIn(lang: Lang, file: string) {
  const bytes = await readBytes(lang, file);
  try {
    return readMap(file, bytes);
  } catch (error) {
    throw new InputError(describeFailure(lang, error, file), { cause: error });
  }
}

async function merged(
  { host, study, catalogs }: Studied,
  edits: MapEdits,
  isWorkbook: boolean,
): Promise<string | Uint8Array> {
  if (!isWorkbook) return `${JSON.stringify(applyEdits(study.read.engagement, edits), null, 2)}\n`;
  await host.run(async (context) => {
    await edit(context, study, saidBy(edits));
    await layOut(context, undefined, { catalogs });
  });
  return host.save();
}

const brief = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

function report({ io, lang }: Shell, merge: MapMerge, options: MergeMapOptions): void {
  const { changes, additions, conflicts } = merge;
  const part = (id: string) => partName(lang, id);
  const told = conflicts.map((one) => ({
    ...one,
    message: message(lang, `deliver.conflict.${one.kind}`, {
      item: brief(one.text || one.id),
      part: part(one.part),
      sent: brief(one.sent),
      map: brief(one.map),
      now: brief(one.now),
    }),
  }));
  if (options.json) {
    const result = { file: options.out, changes, additions, conflicts: told };
    io.out(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  for (const one of changes)
    io.out(
      `${message(lang, 'cli.merge.change', { id: one.id, part: part(one.part), now: brief(one.now) || '–', map: brief(one.map) || '–' })}\n`,
    );
  for (const { text } of additions)
    io.out(`${message(lang, 'cli.merge.added', { text: brief(text) })}\n`);
  for (const one of told) io.out(`${message(lang, 'cli.severity.warning')} ${one.message}\n`);
  const counts = { changes: changes.length, added: additions.length, conflicts: conflicts.length };
  io.out(`${message(lang, 'cli.merge.done', { ...counts, file: options.out })}\n`);
}

function partName(lang: Lang, part: string): string {
  const own = ['title', 'text', 'note', 'dimension', 'presence'];
  const figures = ['baseline', 'target', 'actual'];
  const prefix = own.includes(part)
    ? 'deliver.part'
    : figures.includes(part)
      ? 'value.column'
      : 'column';
  return message(lang, `${prefix}.${part}` as MessageKey);
}
