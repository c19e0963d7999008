import type { SettlementFigures } from '../engagement/ledger';
import type { Value } from '../rules';
import type { Computed } from './compute';

/** What a sign-off freezes of the statement and of each term. */
export const statementColumns = [
  'earned',
  'bonus',
  'pending',
  'forfeited',
  'gain',
  'shortfall',
  'entitlement',
  'value',
] as const;
export const termColumns = [
  'baseline',
  'target',
  'actual',
  'attainment',
  'payout',
  'stake',
  'earned',
  'bonus',
  'pending',
  'forfeited',
] as const;

/** Words, blanks and errors are no figures; of a number, the 15 digits that every spreadsheet keeps. */
const figure = (value: Value): number | null =>
  typeof value === 'number' ? Number(value.toPrecision(15)) : null;

/** Nothing can be signed: the statement shows a reason instead of an amount. */
export class NothingToSignError extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'NothingToSignError';
  }
}

/**
 * The figures of a settlement period as they are computed, ready to be signed; with them the terms
 * of earlier periods that no signature has settled for good yet.
 * @throws NothingToSignError
 */
export function settlementFigures(computed: Computed, period: number): SettlementFigures {
  const row = period - 1;
  const due = computed.cell('Statement', row, 'due');
  if (typeof due !== 'number') throw new NothingToSignError(String(due ?? ''));
  const amounts = Object.fromEntries(
    statementColumns.map((column) => [column, figure(computed.cell('Statement', row, column))]),
  );
  const rows = Array.from({ length: computed.rows('Settlement') }, (_, i) => i).filter((i) => {
    const of = computed.cell('Settlement', i, 'period');
    const open = typeof computed.cell('Settlement', i, 'signedRow') !== 'number';
    return of === period || (typeof of === 'number' && of < period && open);
  });
  return {
    period,
    statement: { ...amounts, amount: due } as SettlementFigures['statement'],
    terms: rows.map((i) => ({
      period: figure(computed.cell('Settlement', i, 'period')),
      term: String(computed.cell('Settlement', i, 'code')),
      ...Object.fromEntries(
        termColumns.map((column) => [column, figure(computed.cell('Settlement', i, column))]),
      ),
    })),
  };
}
