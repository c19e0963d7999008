import { hostOf } from '../hosts';
import { message, type MessageKey, type MessageParams } from '../../messages';
import {
  describeFailing,
  describeUnusual,
  NotSignableError,
  previewOf,
  sign,
  type Signed,
  type SignOptions as SigningOptions,
  type SigningPreview,
} from '../../office';
import { loadCatalogs } from '../catalogFile';
import { today } from '../days';
import { money, printAgreement } from '../figures';
import { readBytes } from '../files';
import { done, found, progressLine, type Shell } from '../io';
import { describeFailure } from '../failure';
import { mayWriteBack, writeBack } from '../writeBack';
import { refuseLoss, workbookEnding } from '../lost';
import type { SignOptions } from './valueProgram';

/** Freezes a period's settlement into the workbook's ledger. */
export async function run(
  { io, lang }: Shell,
  [file]: [string],
  options: SignOptions,
): Promise<number> {
  const target = options.out ?? file;
  if (options.out !== undefined)
    mayWriteBack(lang, file, options.out, options, workbookEnding(file));
  const given = {
    period: options.period,
    signedOn: options.on ?? today(),
    today: today(),
    vendor: options.by,
    ...(options.acknowledge !== undefined && { acknowledged: options.acknowledge }),
    ...(options.supersedes !== undefined && { supersedes: options.supersedes }),
    ...(options.reason !== undefined && { because: options.reason }),
    ...(options.asOf !== undefined && { asOf: options.asOf }),
    ...(options.clientBusiness !== undefined && { business: options.clientBusiness }),
    ...(options.clientIt !== undefined && { it: options.clientIt }),
  };
  const bytes = await readBytes(lang, file);
  const catalogs = await loadCatalogs(lang, options.catalog ?? []);
  const progress = progressLine(io);
  progress.show(message(lang, 'cli.progress.reading'));
  const host = await hostOf(bytes);
  if (!options.force) refuseLoss(lang, file, bytes);
  let signed: Signed;
  try {
    if (!options.yes) {
      const preview = await host.run((context) => previewOf(context, { ...given, catalogs }));
      progress.clear();
      return show({ io, lang }, preview, given, options.json ?? false);
    }
    signed = await host.run((context) => sign(context, { ...given, catalogs }));
  } catch (error) {
    progress.clear();
    if (!(error instanceof NotSignableError)) throw error;
    return tell({ io, lang }, file, error, options.json ?? false);
  }
  progress.show(message(lang, 'cli.progress.saving'));
  await writeBack(lang, { file, bytes }, target, await host.save());
  progress.clear();
  if (options.json) io.out(`${JSON.stringify({ file: target, ...signed }, null, 2)}\n`);
  else {
    const { no, period, digest } = signed;
    const params = { file: target, no, period, digest, day: signed.asOf };
    io.out(`${message(lang, 'cli.sign.done', { ...params, amount: money(signed.amount) })}\n`);
    if (signed.pending > 0)
      io.out(`${message(lang, 'cli.sign.pending', { amount: money(signed.pending) })}\n`);
    io.out(`${message(lang, 'cli.sign.keep', { digest })}\n`);
  }
  return done;
}

/** What would be signed; nobody signs by a slip of the hand. */
function show(
  { io, lang }: Shell,
  preview: SigningPreview,
  given: Pick<SigningOptions, 'vendor' | 'business' | 'it' | 'supersedes' | 'because'>,
  json: boolean,
): number {
  if (json) {
    io.out(`${JSON.stringify({ signed: false, ...preview }, null, 2)}\n`);
    return found;
  }
  const say = (key: SaidKey, params: MessageParams = {}) =>
    io.out(`${message(lang, `cli.sign.preview.${key}`, params)}\n`);
  const { period, amount, pending, asOf, later, terms, unread, failing, unusual } = preview;
  const who = [given.vendor, given.business, given.it].filter((name) => name?.trim());
  say('amount', { period, amount: money(amount), pending: money(pending) });
  if (asOf !== undefined) say('asOf', { day: asOf, count: later });
  say('freezes', { count: terms });
  say('who', { who: who.join(', ') });
  if (given.supersedes !== undefined)
    say('supersedes', { no: given.supersedes, because: given.because ?? '' });
  if (unread.length > 0) say('unread', { terms: unread.join(', ') });
  if (failing.length > 0)
    say('failing', {
      checks: failing.map((one) => describeFailing(lang, one)).join(' · '),
    });
  if (unusual.length > 0) say('unusual', { detail: describeUnusual(lang, unusual) });
  say('how');
  return found;
}

type SaidKey = MessageKey extends infer Key
  ? Key extends `cli.sign.preview.${infer Name}`
    ? Name
    : never
  : never;

function tell({ io, lang }: Shell, file: string, error: NotSignableError, json: boolean): number {
  const { period, refusal } = error;
  const text = describeFailure(lang, error, file);
  if (json) io.out(`${JSON.stringify({ ok: false, period, ...refusal, text }, null, 2)}\n`);
  else {
    io.err(`appfi: ${text}\n`);
    if (refusal.kind === 'differs') {
      const { differences } = refusal;
      printAgreement(io, lang, { cells: refusal.cells, differences });
    }
  }
  return found;
}
