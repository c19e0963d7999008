import type { Study } from './agreement';
import { outline } from './inspect';

const openWithPane = 'Office.AutoShowTaskpaneWithDocument';

/** Names of the visible sheets that removing would delete, as they are called now. */
export const removable = ({ read, spec }: Study): string[] =>
  spec.sheets.flatMap(({ id, visibility }) => {
    const name = read.matching.sheets.get(id);
    return name !== undefined && visibility === 'Visible' ? [name] : [];
  });

/**
 * Deletes what was generated: our sheets with everything on them, and our names. The user's own
 * sheets stay; where there is none, an empty one is left, as a workbook must have one.
 * @returns the number of sheets deleted
 */
export async function removeLayout(
  context: Excel.RequestContext,
  { read }: Study,
): Promise<number> {
  const { worksheets, names, settings } = context.workbook;
  const seen = await outline(context);
  const ours = [...new Set(read.matching.sheets.values())].filter((name) =>
    seen.sheets.includes(name),
  );
  if (ours.length === seen.sheets.length) worksheets.add();
  for (const name of seen.names) names.getItem(name).delete();
  for (const name of ours) {
    const sheet = worksheets.getItem(name);
    sheet.visibility = 'Visible';
    sheet.delete();
  }
  settings.getItemOrNullObject(openWithPane).delete();
  await context.sync();
  return ours.length;
}
