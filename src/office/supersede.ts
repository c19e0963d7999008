import { standing, supersededBy } from '../engagement/ledger';
import type { Engagement } from '../engagement/schema';
import { study } from './agreement';
import { GoneError } from './errors';
import type { CatalogOptions } from './workbook';

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
 * @param keep leave it there after the work, which has made a signature of the row; not when it fails
 * @param check throws where the signature's place cannot be taken
 */
export async function superseding<T>(
  context: Excel.RequestContext,
  { supersedes, ...options }: CatalogOptions & { supersedes?: number },
  keep: boolean,
  check: (engagement: Engagement) => void,
  work: () => Promise<T>,
): Promise<T> {
  if (supersedes === undefined) return work();
  const { read } = await study(context, options);
  check(read.engagement);
  const matched = read.matching.tables.get('ledger');
  const column = matched?.positions.get('supersedes');
  const row = read.order.get('ledger')?.indexOf('') ?? -1;
  if (!matched || column === undefined || row < 0) throw new GoneError('ledger');
  const cell = context.workbook.tables
    .getItem(matched.snapshot.name)
    .getDataBodyRange()
    .getCell(row, column);
  const say = async (value: number | string) => {
    cell.values = [[value]];
    await context.sync();
  };
  await say(supersedes);
  let kept = false;
  try {
    const result = await work();
    kept = keep;
    return result;
  } finally {
    if (!kept) await say('');
  }
}
