import { grouped } from '../../../rules';
import { fieldOf, itemsOf, rowsOf, type Cells, type Outline } from '../../outline';
import type { Deck } from '../deck';
import { decidedOf } from '../picks';
import { phaseName } from '../roadmap';

/** Excel's serial of the day that the figures are of, or the day the engagement starts. */
export function dayOf(outline: Outline): number | undefined {
  const day = fieldOf(outline, 'Value.At') ?? fieldOf(outline, 'Engagement.StartDate');
  return typeof day === 'number' ? day : undefined;
}

/** Whether the day of the figures lies after go-live. */
export function isLive(outline: Outline): boolean {
  const live = fieldOf(outline, 'Engagement.GoLiveDate');
  const day = dayOf(outline);
  return typeof live === 'number' && day !== undefined && day > live;
}

/** The money is known: nothing that the return needs is missing. */
export const isPriced = (outline: Outline): boolean =>
  fieldOf(outline, 'Roi.Problem') === null && typeof fieldOf(outline, 'Roi.Npv') === 'number';

/** The settlement period that has ended and waits for its signatures. */
export function periodToSettle(outline: Outline): { cells: Cells; due: number } | undefined {
  const row = fieldOf(outline, 'Statement.Row');
  const found = rowsOf(outline, 'statement').find(({ cells }) => cells.row === row);
  const due = fieldOf(outline, 'Statement.Due');
  const isOpen = !isSigned(outline, Number(row));
  return found?.cells.reached === 1 && isOpen && typeof due === 'number'
    ? { cells: found.cells, due }
    : undefined;
}

export const isSigned = (outline: Outline, period?: number): boolean =>
  rowsOf(outline, 'ledger').some(
    ({ cells }) =>
      cells.digest && cells.superseded !== 1 && (period === undefined || cells.period === period),
  );

/** Metrics in scope that lack what a return needs. */
export const withoutTarget = (outline: Outline) =>
  itemsOf(outline, 'metric').filter(
    ({ row }) => typeof row.baseline !== 'number' || typeof row.target !== 'number',
  );

export const withoutOwner = (outline: Outline) =>
  decidedOf(outline, 'function').filter(({ owner }) => owner === '');

export const candidates = (outline: Outline): number =>
  itemsOf(outline).filter(({ pick }) => pick === 'maybe').length;

/** Outcomes that the workbook counts, by id: "guards", "worse", … */
export const outcome = (outline: Outline, id: string): number =>
  Number(rowsOf(outline, 'outcomes').find((row) => row.id === `outcome.${id}`)?.cells.count ?? 0);

/** A phase whose functions take more person-days than there are for it. */
export interface Overload {
  phase: string;
  days: number;
  capacity: number;
}

export const overloads = (outline: Outline): Overload[] =>
  rowsOf(outline, 'phaseBudget').flatMap(({ cells: { over, phase, days, capacity } }) =>
    over === 1 && typeof days === 'number' && typeof capacity === 'number'
      ? [{ phase: String(phase ?? ''), days, capacity }]
      : [],
  );

export const overloadSaid = (deck: Deck, { phase, days, capacity }: Overload) => ({
  phase: phaseName(deck, phase),
  days: grouped(days, 0),
  capacity: grouped(capacity, 0),
});
