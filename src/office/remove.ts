import type { Study } from './agreement';
import type { RunOptions } from './batch';
import { outline } from './inspect';
import { carryBack } from './transact';

/** Names of the visible sheets that removing would delete, as they are called now. */
export const removable = ({ read, spec }: Study): string[] =>
  spec.sheets.flatMap(({ id, visibility }) => {
    const name = read.matching.sheets.get(id);
    return name !== undefined && visibility === 'Visible' ? [name] : [];
  });

/**
 * Deletes what was generated: our sheets with everything on them, and our names. The user's own
 * sheets stay; where there is none, an empty one is left, as a workbook must have one. A sheet cannot be
 * had back, so that a removal that was broken off is not taken back but brought to its end.
 * @returns the number of sheets deleted
 */
export async function removeLayout(
  context: Excel.RequestContext,
  { read, inspection }: Study,
  options: Pick<RunOptions, 'owner' | 'signal'> = {},
): Promise<number> {
  const seen = await outline(context);
  const ours = new Set(read.matching.sheets.values());
  // As they were called when they were read; since then somebody may have renamed them.
  const ids = [...inspection.sheetIds].flatMap(([id, name]) =>
    ours.has(name) && seen.sheetIds.has(id) ? id : [],
  );
  const sheets = { kind: 'sheets' as const, ids, names: [...seen.names] };
  await carryBack(context, [sheets, { kind: 'document', setting: null }], {
    ...options,
    task: 'remove',
  });
  return ids.length;
}
