import { type Study, rowsIn } from '../../../../office';
import type { CellValue } from '../../../../workbook';

type Cells = Readonly<Record<string, CellValue>>;

/** A settlement period as the statement has it. */
export interface Period {
  /** Row id in the Statement table. */
  id: string;
  no: number;
  item: string;
  status: string;
  cells: Cells;
}

export const periodsOf = (study: Study): Period[] =>
  rowsIn(study, 'statement')
    .filter(({ cells }) => typeof cells.row === 'number')
    .map(({ id, cells }) => ({
      id,
      no: Number(cells.no),
      item: String(cells.item ?? ''),
      status: String(cells.status ?? ''),
      cells,
    }));

/** What one term comes to in one period. */
export interface TermLine {
  /** Row id in the Settlement table. */
  id: string;
  code: string;
  item: string;
  reason: string;
  drift: string;
  attainment: CellValue;
  payout: CellValue;
  stake: CellValue;
  earned: CellValue;
  bonus: CellValue;
  pending: CellValue;
  forfeited: CellValue;
}

const above0 = (value: CellValue): boolean => typeof value === 'number' && value > 0;

/** The terms of a period; what is pending first, then what was lost, then what was earned. */
export function termLinesOf(study: Study, period: number): TermLine[] {
  const rank = ({ pending, forfeited }: TermLine) =>
    above0(pending) ? 0 : above0(forfeited) ? 1 : 2;
  return rowsIn(study, 'settlement')
    .filter(({ cells }) => cells.period === period)
    .map(({ id, cells }) => ({
      id,
      code: String(cells.code ?? ''),
      item: String(cells.item ?? ''),
      reason: String(cells.reason ?? ''),
      drift: String(cells.drift ?? ''),
      attainment: cells.attainment ?? null,
      payout: cells.payout ?? null,
      stake: cells.stake ?? null,
      earned: cells.earned ?? null,
      bonus: cells.bonus ?? null,
      pending: cells.pending ?? null,
      forfeited: cells.forfeited ?? null,
    }))
    .sort((a, b) => rank(a) - rank(b) || byCode(a, b));
}

/** M2 before M10. */
const byCode = (a: TermLine, b: TermLine) => a.code.localeCompare(b.code, 'en', { numeric: true });

export const isPending = ({ pending }: TermLine): boolean => above0(pending);

export type StepId =
  | 'fixed'
  | 'earned'
  | 'bonus'
  | 'gain'
  | 'shortfall'
  | 'limits'
  | 'entitlement'
  | 'settled'
  | 'due'
  | 'carried';

/** One line on the way to what is due: an amount with its sign, or a word. */
export interface Step {
  id: StepId;
  /** Of the Statement table: where it is worked out. */
  column: string;
  amount: CellValue;
  isSum: boolean;
}

const number = (value: CellValue | undefined): number => (typeof value === 'number' ? value : 0);
/** Half a cent: amounts are rounded to the minor unit. */
const nothing = 0.005;

/**
 * From what was agreed to what is due, to date, in the order agreed. What is nothing is left out;
 * what floor or cap changed is a step of its own.
 */
export function stepsOf({ cells }: Period): Step[] {
  const part = (id: StepId, amount: CellValue, column: string = id): Step[] =>
    typeof amount === 'number' && Math.abs(amount) < nothing
      ? []
      : [{ id, column, amount, isSum: false }];
  const sum = (id: StepId): Step => ({ id, column: id, amount: cells[id] ?? null, isSum: true });
  const shortfall = number(cells.shortfallToDate);
  const before =
    number(cells.fixed) +
    number(cells.earnedToDate) +
    number(cells.bonusToDate) +
    number(cells.gainToDate) -
    shortfall;
  const limited = typeof cells.entitlement === 'number' ? cells.entitlement - before : 0;
  const word = (id: 'gain' | 'shortfall') => (typeof cells[id] === 'string' ? cells[id] : null);
  return [
    { id: 'fixed', column: 'fixed', amount: cells.fixed ?? null, isSum: false },
    { id: 'earned', column: 'earnedToDate', amount: cells.earnedToDate ?? null, isSum: false },
    ...part('bonus', number(cells.bonusToDate), 'bonusToDate'),
    ...part('gain', word('gain') || number(cells.gainToDate), word('gain') ? 'gain' : 'gainToDate'),
    ...part(
      'shortfall',
      word('shortfall') || -shortfall,
      word('shortfall') ? 'shortfall' : 'shortfallToDate',
    ),
    ...part('limits', limited, 'entitlement'),
    sum('entitlement'),
    { id: 'settled', column: 'settled', amount: -number(cells.settled), isSum: false },
    sum('due'),
    ...part('carried', number(cells.carried)),
  ];
}
