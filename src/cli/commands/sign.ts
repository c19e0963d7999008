import { openHost } from '../../host';
import { message, type Lang, type MessageKey } from '../../messages';
import { NotSignableError, sign, type Refusal, type Signed } from '../../office';
import { loadCatalogs } from '../catalogFile';
import { isoDay, today, wholeNumber } from '../days';
import { money, printAgreement } from '../figures';
import { mayWrite, readBytes } from '../files';
import { done, found, progressLine, type Shell } from '../io';
import { describeLedgerProblem } from '../ledger';
import { writeBack } from '../writeBack';
import { refuseLoss } from '../lost';

interface SignOptions {
  period: string;
  by: string;
  clientBusiness?: string;
  clientIt?: string;
  asOf?: string;
  on?: string;
  out?: string;
  force?: boolean;
  catalog?: string[];
  json?: boolean;
}

/** Freezes a period's settlement into the workbook's ledger. */
export async function run(
  { io, lang }: Shell,
  [file = '']: string[],
  options: SignOptions,
): Promise<number> {
  const target = options.out ?? file;
  if (options.out !== undefined) mayWrite(lang, options.out, options, '.xlsx');
  const given = {
    period: wholeNumber(lang, options.period, 1),
    signedOn: options.on === undefined ? today() : isoDay(lang, options.on),
    vendor: options.by,
    ...(options.asOf !== undefined && { asOf: isoDay(lang, options.asOf) }),
    ...(options.clientBusiness !== undefined && { business: options.clientBusiness }),
    ...(options.clientIt !== undefined && { it: options.clientIt }),
  };
  const bytes = await readBytes(lang, file);
  const catalogs = await loadCatalogs(lang, options.catalog ?? []);
  const progress = progressLine(io);
  progress.show(message(lang, 'cli.progress.reading'));
  const host = await openHost(bytes);
  if (!options.force) refuseLoss(lang, 'cli.sign.loses', file, bytes);
  let signed: Signed;
  try {
    signed = await host.run((context) => sign(context, { ...given, catalogs }));
  } catch (error) {
    progress.clear();
    if (!(error instanceof NotSignableError)) throw error;
    return tell({ io, lang }, error, options.json ?? false);
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

function tell({ io, lang }: Shell, { period, refusal }: NotSignableError, json: boolean): number {
  const text = describeRefusal(lang, period, refusal);
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

function describeRefusal(lang: Lang, period: number, refusal: Refusal): string {
  const say = (detail: string | number = '') =>
    message(lang, `cli.sign.${refusal.kind}`, { period, detail });
  switch (refusal.kind) {
    case 'no-amount':
      return say(refusal.reason);
    case 'earlier-open':
    case 'later-signed':
      return say(refusal.period);
    case 'checks':
      return say(
        refusal.failing.map((id) => message(lang, `bet.check.${id}` as MessageKey)).join(' · '),
      );
    case 'ledger':
      return say(refusal.problems.map((one) => describeLedgerProblem(lang, one)).join(' '));
    case 'differs':
      return say(refusal.differences.length);
    default:
      return say();
  }
}
