import { message, type Lang, type MessageKey } from '../../messages';
import { describeFinding, settle, type Settled } from '../../office';
import { money, printAgreement, share, sideways, word } from '../figures';
import { done, found, type Io, type Shell } from '../io';
import { textTable } from '../table';
import { tellVerdict } from '../verdict';
import { readFrom } from '../workbookFile';
import type { SettleOptions } from './valueProgram';

/** What each period has earned and what is due, with the reason for every term. */
export async function run(shell: Shell, [file]: [string], options: SettleOptions): Promise<number> {
  const { io, lang } = shell;
  const { asOf } = options;
  const settled = await readFrom(shell, file, options.catalog, (context, catalogs) =>
    settle(context, { catalogs, ...(asOf !== undefined && { asOf }) }),
  );
  if (options.json) io.out(`${JSON.stringify(settled, null, 2)}\n`);
  else print(io, lang, settled);
  return settled.sound && settled.agreement.differences.length === 0 ? done : found;
}

function print(io: Io, lang: Lang, settled: Settled): void {
  const { periods, at, currency } = settled;
  const say = (key: string) => message(lang, key as MessageKey);
  io.out(`${message(lang, 'cli.settle.head', { day: at ?? '–', currency: currency ?? '–' })}\n\n`);
  if (settled.problem !== null) io.out(`${settled.problem}\n\n`);
  const words = ['date', 'status'] as const;
  const amounts = [
    ...['earned', 'bonus', 'pending', 'forfeited', 'gain', 'shortfall', 'fixed'],
    ...['entitlement', 'settled', 'due', 'carried'],
  ] as ('earned' | 'due')[];
  const line = (id: (typeof words)[number] | 'earned' | 'due', text: typeof word) =>
    [say(`bet.statement.${id}`), periods.map((period) => text(period[id]))] as [string, string[]];
  io.out(
    `${sideways(
      periods.map(({ period, item }) => `${period} ${word(item)}`),
      [...words.map((id) => line(id, word)), ...amounts.map((id) => line(id, money))],
    )}\n\n`,
  );
  io.out(`${termTable(say, settled)}\n\n`);
  const { failing, faults, ledger, earlier, outcomes } = tellVerdict(lang, settled);
  const findings = settled.errors.map((one) => ({ text: describeFinding(lang, one) }));
  for (const { text } of [...faults, ...failing, ...ledger, ...findings])
    io.out(`${message(lang, 'cli.severity.error')} ${text}\n`);
  for (const { text } of [...earlier, ...outcomes])
    io.out(`${message(lang, 'cli.severity.note')} ${text}\n`);
  printAgreement(io, lang, settled.agreement);
}

function termTable(say: (key: string) => string, { terms }: Settled): string {
  const columns = [
    ['period', word],
    ['code', word],
    ['item', word],
    ['attainment', share],
    ['payout', share],
    ['stake', money],
    ['earned', money],
    ['bonus', money],
    ['pending', money],
    ['forfeited', money],
    ['reason', word],
  ] as const;
  return textTable([
    columns.map(([id]) => say(`bet.settlement.${id}`)),
    ...terms.map((term) => columns.map(([id, text]) => text(term[id]))),
  ]);
}
