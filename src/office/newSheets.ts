import type { WorkbookSpec } from '../workbook';
import type { Operation } from './batch';
import { addedStyles, stylesOf } from './cellStyles';
import type { Outline } from './inspect';

/**
 * Adds sheets in a request of their own, under names that nobody else gives, and answers the ids that
 * Excel gave them: from then on they can be told from sheets of the same names that others add. What
 * Excel added before it refused one goes again.
 */
export async function addSheets(
  context: Excel.RequestContext,
  count: number,
): Promise<readonly string[]> {
  const { worksheets } = context.workbook;
  const mark = crypto.randomUUID().slice(0, 18);
  const added = Array.from({ length: count }, (_, i) => {
    const sheet = worksheets.add(`${mark}-${i + 1}`);
    sheet.load('id');
    return sheet;
  });
  try {
    await context.sync();
  } catch (error) {
    worksheets.load('items/name');
    await context.sync();
    for (const sheet of worksheets.items) if (sheet.name.startsWith(mark)) sheet.delete();
    await context.sync();
    throw error;
  }
  return added.map(({ id }) => id);
}

/** Gives the sheets their names; refused where somebody else has taken one since. */
export const nameSheets = (ids: readonly string[], names: readonly string[]): Operation[] =>
  ids.map((id, i) => ({
    apply: ({ workbook }) => {
      workbook.worksheets.getItem(id).name = names[i] as string;
    },
  }));

/**
 * Takes back a layout that was cancelled or failed: its sheets, the names of their cells, and the cell
 * styles that the workbook did not have before, unless somebody else laid out there meanwhile.
 * @param ids of the sheets that it added
 */
export async function takeBack(
  context: Excel.RequestContext,
  spec: WorkbookSpec,
  before: { outline: Outline; styles: readonly string[] },
  ids: readonly string[],
): Promise<void> {
  const { worksheets, names, styles } = context.workbook;
  names.load('items/name');
  worksheets.load('items/id,items/name');
  const added = addedStyles(spec.lang, before.styles, await stylesOf(context));
  const cells = names.items.map((name) => {
    const range = name.getRangeOrNullObject();
    range.load('worksheet/id');
    return range;
  });
  await context.sync();
  const isOurs = (id: string) => ids.includes(id);
  const ours = worksheets.items.filter(({ id }) => isOurs(id));
  const others = worksheets.items.filter(({ id }) => !isOurs(id)).map(({ name }) => name);
  if (others.length === 0) worksheets.add(before.outline.blankSheet);
  // Sheets first: where Excel refuses, the names that a repair goes by are still there.
  for (const sheet of ours) {
    sheet.visibility = 'Visible';
    sheet.delete();
  }
  names.items.forEach((name, i) => {
    const range = cells[i];
    if (range && !range.isNullObject && isOurs(range.worksheet.id)) name.delete();
  });
  if (!spec.sheets.some(({ name }) => others.includes(name)))
    for (const name of added) styles.getItem(name).delete();
  await context.sync();
}
