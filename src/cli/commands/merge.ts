import path from 'node:path';
import { identityOf, isSentFrom } from '../../engagement/identity';
import { rules, type Rule } from '../../engagement/register';
import {
  applyToEngagement,
  applyToWorkbook,
  isHeld,
  merge,
  readWith,
  sentIn,
  undo,
  whose,
  type Filled,
  type Incoming,
  type MergeOutcome,
  type Reply,
} from '../../exchange';
import { type Book, openXlsx } from '../../book';
import { message, type Lang } from '../../messages';
import { study } from '../../office';
import { today } from '../days';
import { describeFailure } from '../failure';
import { readBytes } from '../files';
import { done, found, InputError, progressLine, type Shell } from '../io';
import { refuseLoss } from '../lost';
import { mayWriteBack, writeBack } from '../writeBack';
import { loadMaster, refuseCrossed, type Master } from './exchangeMaster';
import type { MergeOptions } from './exchangeProgram';
import { checkAnswers, loadAnswers, repliesTo, saveAnswers, type Question } from './mergeAnswers';
import { reportMerge } from './mergeReport';

/** Answers of filled templates into a workbook or an engagement file, or the latest merge back out. */
export async function run(
  shell: Shell,
  [file, filled]: [string, string[]],
  options: MergeOptions,
): Promise<number> {
  const { lang } = shell;
  const rule = checked(lang, file, filled, options);
  const master = await loadMaster(shell, file, options.catalog);
  if (master.host && options.out !== undefined && !options.dryRun && !options.force)
    refuseLoss(lang, file, master.bytes);
  const on = today();
  let incoming: Incoming[] = [];
  let outcome: MergeOutcome;
  if (options.undo) {
    const undone = undo(master, { on });
    if (!undone) throw new InputError(message(lang, 'cli.merge.none'));
    outcome = undone;
  } else {
    const answered = await loadAnswers(lang, options.answers);
    incoming = await readAll(shell, master, filled, options, answered);
    refuseCrossed(
      lang,
      master,
      incoming.flatMap(({ filled }) => filled.sent.tables.map(({ id }) => id)),
    );
    checkAnswers(lang, answered, incoming);
    if (options.answers !== undefined) await saveAnswers(lang, options.answers, answered, incoming);
    const taken = incoming.filter((one) => !isHeld(one.filled));
    outcome = merge(master, taken, { on, ...(rule && { rule }) });
  }
  const isDry = options.dryRun ?? false;
  if (!isDry && options.out !== undefined) await write(shell, master, outcome, options.out);
  const written = isDry ? undefined : options.out;
  const json = options.json ?? false;
  reportMerge(shell, { master, incoming, outcome, json, written, answers: options.answers });
  const isClean =
    outcome.open.length === 0 && incoming.every((one) => one.filled.issues.length === 0);
  return isClean ? done : found;
}

/** @throws InputError where the options do not go together */
function checked(
  lang: Lang,
  file: string,
  filled: readonly string[],
  options: MergeOptions,
): Rule | undefined {
  if (!options.undo && filled.length === 0)
    throw new InputError(message(lang, 'cli.merge.nothingToMerge'));
  if (options.undo && filled.length > 0) throw new InputError(message(lang, 'cli.merge.undoAlone'));
  const rule = rules.find((one) => one === options.rule);
  if (options.rule !== undefined && !rule) {
    const params = { name: options.rule, values: rules.join(', ') };
    throw new InputError(message(lang, 'cli.merge.noRule', params));
  }
  if (options.dryRun) return rule;
  if (options.out === undefined) throw new InputError(message(lang, 'cli.merge.noOut'));
  const ending = path.extname(file).toLowerCase();
  if (path.extname(options.out).toLowerCase() !== ending) {
    const params = { file: options.out, ending, master: file };
    throw new InputError(message(lang, 'cli.merge.ending', params));
  }
  mayWriteBack(lang, file, options.out, options);
  return rule;
}

async function readAll(
  { io, lang }: Shell,
  master: Master,
  files: readonly string[],
  options: MergeOptions,
  answered: readonly Question[],
): Promise<Incoming[]> {
  const bases = [];
  for (const file of options.sent ?? []) bases.push(await understood(lang, file, sentIn));
  const progress = progressLine(io);
  const incoming: Incoming[] = [];
  for (const file of files) {
    progress.show(message(lang, 'cli.progress.reading'));
    const name = path.basename(file);
    const filled = await readOne(lang, file, bases, repliesTo(answered, name));
    const theirs = filled.sent.engagement;
    if (!isSentFrom(master.engagement, theirs) && !options.otherEngagement) {
      const params = { file, theirs: theirs.name, ours: identityOf(master.engagement).name };
      throw new InputError(message(lang, 'exchange.error.other', params));
    }
    incoming.push({ file: name, filled });
  }
  progress.clear();
  const named = whose(
    master.engagement,
    incoming.map(({ file, filled }) => ({ filled, replies: repliesTo(answered, file) })),
  );
  return incoming.map((one, i) => ({ ...one, filled: named[i] ?? one.filled }));
}

/** What a file holds. @throws InputError that names the file: the command has several */
async function understood<T>(lang: Lang, file: string, read: (book: Book) => T): Promise<T> {
  const bytes = await readBytes(lang, file);
  try {
    return read(await openXlsx(bytes));
  } catch (error) {
    throw new InputError(describeFailure(lang, error, file), { cause: error });
  }
}

/** Bases are only used for a file that has lost its own. */
const readOne = (
  lang: Lang,
  file: string,
  bases: readonly Filled['sent'][],
  replies: readonly Reply[],
): Promise<Filled> => understood(lang, file, (book) => readWith(book, bases, replies));

async function write(
  { io, lang }: Shell,
  { file, bytes, host, catalogs, engagement, spec }: Master,
  outcome: MergeOutcome,
  out: string,
): Promise<void> {
  const progress = progressLine(io);
  progress.show(message(lang, 'cli.progress.saving'));
  if (host) {
    await host.run(async (context) =>
      applyToWorkbook(context, await study(context, { catalogs }), outcome, { catalogs }),
    );
    await writeBack(lang, { file, bytes }, out, await host.save());
  } else {
    const next = applyToEngagement(engagement, spec, outcome);
    await writeBack(lang, { file, bytes }, out, `${JSON.stringify(next, null, 2)}\n`);
  }
  progress.clear();
}
