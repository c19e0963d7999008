import type { CatalogOptions } from './workbook';
import { readFrom } from './workbook';
import { study, studyOf, type Study } from './agreement';
import { affectedBy, type Touched } from './affected';
import { reread } from './reread';

/**
 * Studies a workbook again of which these cells have changed: they are read, and of all others what their
 * formulas may have made of it, as far as it is shown (`Study.unread`). Where the workbook is no longer as
 * it was in anything else, all of it is studied.
 * @throws NotOursError, NewerLayoutError, UnknownCatalogError
 */
export async function restudy(
  context: Excel.RequestContext,
  before: Study,
  touched: readonly Touched[],
  options: CatalogOptions = {},
): Promise<Study> {
  const affected = affectedBy(before, touched);
  const inspection = affected && (await reread(context, before, affected));
  if (!inspection) return study(context, options);
  const now = await studyOf(readFrom(inspection, before), affected.unread);
  // What was not read again is not shown either.
  for (const table of now.unread) delete now.read.results.tables[table];
  return now;
}
