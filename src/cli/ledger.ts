import type { LedgerProblem } from '../engagement/ledger';
import { message, type Lang } from '../messages';

export const describeLedgerProblem = (lang: Lang, { kind, signature }: LedgerProblem): string =>
  message(lang, `cli.ledger.${kind}`, { no: signature ?? '?' });
