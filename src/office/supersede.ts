import { standing, supersededBy } from '../engagement/ledger';
import type { Engagement } from '../engagement/schema';
import { study } from './agreement';
import { GoneError } from './errors';
import { scopeOf } from './steps';
import type { Work } from './transact';
import type { CatalogOptions } from './workbook';
import { writeCell } from './write';

/** Why a signature cannot take the place of another. */
export type Misplaced = 'no-signature' | 'superseded' | 'other-period' | 'no-reason';

/** @param no number of the signature whose place is to be taken */
export function misplaced(
  engagement: Engagement,
  period: number,
  { supersedes, because }: { supersedes: number; because?: string },
): Misplaced | undefined {
  if (supersededBy(engagement).has(supersedes)) return 'superseded';
  const named = standing(engagement).find(({ no }) => no === supersedes);
  if (!named) return 'no-signature';
  if (named.period !== period) return 'other-period';
  return (because ?? '').trim() === '' ? 'no-reason' : undefined;
}

/**
 * Works on the figures as they are once a signature counts no more: the next free row of the ledger
 * names it, as the signature will that takes its place.
 * @param check throws where the signature's place cannot be taken
 */
export async function superseding<T>(
  context: Excel.RequestContext,
  work: Work,
  { supersedes, ...options }: CatalogOptions & { supersedes?: number },
  check: (engagement: Engagement) => void,
  act: () => Promise<T>,
): Promise<T> {
  if (supersedes === undefined) return act();
  const { read, inspection } = await study(context, { ...options, work });
  check(read.engagement);
  const matched = read.matching.tables.get('ledger');
  const column = matched?.positions.get('supersedes');
  const row = read.order.get('ledger')?.indexOf('') ?? -1;
  if (!matched || column === undefined || row < 0) throw new GoneError('ledger');
  const { snapshot } = matched;
  const corner = {
    sheet: snapshot.sheet,
    row: snapshot.row + 1 + row,
    column: snapshot.column + column,
  };
  const [value, formula] = [snapshot.values, snapshot.formulas].map((of) => of[row]?.[column]);
  const scope = scopeOf(inspection, read.matching);
  await work.run([writeCell(corner, supersedes, value, formula)], scope);
  return act();
}
