import { serialOfIso } from '../rules';

/**
 * Works on the figures as of another day: the workbook's as-of date is set, and put back afterwards
 * as it stood.
 * @param day ISO date; the workbook's own when absent
 */
export async function asOfDay<T>(
  context: Excel.RequestContext,
  day: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (day === undefined) return work();
  const range = context.workbook.names.getItemOrNullObject('Value.AsOf').getRangeOrNullObject();
  range.load('formulas');
  await context.sync();
  if (range.isNullObject) return work();
  const before = range.formulas;
  range.values = [[serialOfIso(day)]];
  await context.sync();
  try {
    return await work();
  } finally {
    range.formulas = before;
    await context.sync();
  }
}
