import { type Study, rowsIn } from '../../../../office';
import type { CellValue } from '../../../../workbook';

/** A signature as the ledger has it. */
export interface Signed {
  /** Row id in the Ledger table. */
  id: string;
  no: number;
  cells: Readonly<Record<string, CellValue>>;
}

/** In the order in which they were given. */
export const signaturesOf = (study: Study): Signed[] =>
  rowsIn(study, 'ledger')
    .flatMap(({ id, cells }) => (typeof cells.no === 'number' ? [{ id, no: cells.no, cells }] : []))
    .sort((a, b) => a.no - b.no);

/** Signatures of a period that no later one has taken the place of. */
export const countingOf = (study: Study, period: number): Signed[] => {
  const all = signaturesOf(study);
  return all.filter(
    ({ no, cells }) =>
      cells.period === period && !all.some((later) => later.cells.supersedes === no),
  );
};

const frozen = ['earned', 'bonus', 'pending', 'forfeited'] as const;

/** An amount of a signature that its own frozen terms no longer add up to. */
export interface Mismatch {
  amount: (typeof frozen)[number];
  signature: CellValue;
  terms: number;
}

const number = (value: CellValue | undefined): number => (typeof value === 'number' ? value : 0);

/** Where a changed figure gives itself away; none where all were changed alike. */
export function mismatchesOf(study: Study, { no, cells }: Signed): Mismatch[] {
  const terms = rowsIn(study, 'signedTerms').filter(
    (row) => row.cells.signature === no && row.cells.period === cells.period,
  );
  return frozen
    .map((amount) => ({
      amount,
      signature: cells[amount] ?? null,
      terms: Number(terms.reduce((sum, row) => sum + number(row.cells[amount]), 0).toFixed(6)),
    }))
    .filter(({ signature, terms: sum }) => Math.abs(number(signature) - sum) > 0.005);
}

/** A term that would come to something else today than what was signed. */
export interface Drift {
  /** Row id in the Settlement table. */
  id: string;
  period: number;
  code: string;
  item: string;
  words: string;
  signed: CellValue;
  now: CellValue;
}

export const driftsOf = (study: Study): Drift[] =>
  rowsIn(study, 'settlement')
    .filter(({ cells }) => typeof cells.period === 'number' && cells.drift)
    .map(({ id, cells }) => ({
      id,
      period: Number(cells.period),
      code: String(cells.code ?? ''),
      item: String(cells.item ?? ''),
      words: String(cells.drift),
      signed: cells.earned ?? null,
      now: cells.earnedNow ?? null,
    }));
