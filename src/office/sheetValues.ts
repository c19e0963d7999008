/** A sheet's values from its cell A1 on. */
export interface SheetValues {
  name: string;
  values: unknown[][];
}

/** What stands on the sheets of a workbook, read in two requests. */
export async function sheetValues(context: Excel.RequestContext): Promise<SheetValues[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const used = worksheets.items.map((sheet) => {
    const range = sheet.getUsedRangeOrNullObject(true);
    range.load('values,rowIndex,columnIndex');
    return { name: sheet.name, range };
  });
  await context.sync();
  return used.map(({ name, range }) => {
    if (range.isNullObject) return { name, values: [] };
    const left = Array.from({ length: range.columnIndex }, () => '');
    const above = Array.from({ length: range.rowIndex }, (): unknown[] => []);
    return { name, values: [...above, ...range.values.map((row) => [...left, ...row])] };
  });
}
