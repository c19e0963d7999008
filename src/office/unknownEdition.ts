import { UnknownEditionError } from './errors';
import { restsOnAny, type Rests } from './rests';
import type { Ours } from './workbook';

/** An edition that a workbook was made from and nobody has at hand, though money rests on what it says. */
export interface UnknownEdition {
  /** The catalog's id. */
  id: string;
  /** The version that the workbook was made from, and the one at hand. */
  from: string;
  to: string;
  rests: Rests;
  /** Whether it is decided that the one at hand takes its place as a whole. */
  taken: boolean;
}

/** Editions that are taken as a whole or not at all: what they say otherwise cannot be told, nor kept. */
export function unknownEditions(
  ours: Ours,
  take: readonly string[] | 'all' = [],
): UnknownEdition[] {
  const differing = ours.read.findings.filter(({ kind }) => kind === 'catalog-differs');
  const rests = restsOnAny(ours);
  if (!rests) return [];
  const versionIn = (edition = '') => edition.split(' ')[0] ?? '';
  return differing.map(({ row: id = '', found, expected }) => ({
    ...{ id, from: versionIn(found), to: versionIn(expected), rests },
    taken: take === 'all' || take.includes(id),
  }));
}

/** @throws UnknownEditionError */
export function refuseUntaken(editions: readonly UnknownEdition[]): void {
  const open = editions.find(({ taken }) => !taken);
  if (open) throw new UnknownEditionError(open.id, open.from);
}
