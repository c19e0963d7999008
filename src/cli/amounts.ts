import { message, type Lang, type MessageKey } from '../messages';
import type { AmountChange } from '../office';
import type { CellValue, ValueKind } from '../workbook';
import { money, share } from './figures';
import type { Io } from './io';
import { textTable } from './table';

/** An amount of the kind as a person reads it; a word as it is. */
export const shownAmount = (kind: ValueKind, value: CellValue) =>
  (kind === 'ratio' || kind === 'percent' ? share : money)(value);

/** The rule in a sentence, and where it is explained. */
export const describeRule = (lang: Lang, { rule }: AmountChange): string =>
  message(lang, 'amounts.why', { rule: message(lang, `amounts.rule.${rule}`), id: rule });

/** What a layout changes of the amounts; nothing where it could change none. */
export function printAmounts(
  io: Io,
  lang: Lang,
  amounts: readonly AmountChange[] | undefined,
): void {
  if (!amounts) return;
  const say = (key: string) => message(lang, key as MessageKey);
  if (amounts.length === 0) {
    io.out(`${say('cli.amounts.none')}\n`);
    return;
  }
  const header = ['amount', 'from', 'to', 'change'].map((id) => say(`cli.amounts.column.${id}`));
  io.out(`${say('cli.amounts.title')}\n`);
  for (const rule of new Set(amounts.map((one) => one.rule))) {
    const [first, ...rest] = amounts.filter((one) => one.rule === rule);
    if (!first) continue;
    const rows = [first, ...rest].map(({ of, amount, kind, from, to }) => [
      [of, amount].filter(Boolean).join(' · '),
      shownAmount(kind, from),
      shownAmount(kind, to),
      typeof from === 'number' && typeof to === 'number' ? shownAmount(kind, to - from) : '–',
    ]);
    io.out(`\n${describeRule(lang, first)}\n${textTable([header, ...rows])}\n`);
  }
}
