import { sheetAnchor } from './naming';

/** Shows a sheet of ours, whatever it is called now; false when it is gone. */
export async function showSheet(context: Excel.RequestContext, id: string): Promise<boolean> {
  const range = context.workbook.names.getItemOrNullObject(sheetAnchor(id)).getRangeOrNullObject();
  range.load('address');
  await context.sync();
  if (range.isNullObject) return false;
  range.worksheet.activate();
  await context.sync();
  return true;
}
