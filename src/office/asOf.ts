import { serialOfIso } from '../rules';
import { trying, type Within, type Work } from './transact';
import type { RunOptions } from './batch';
import { writeCell } from './write';

const dayName = 'Value.AsOf';

/**
 * Works on the figures as of another day: the workbook's as-of date is set, and put back afterwards
 * as it stood.
 * @param day ISO date; the workbook's own when absent
 */
export async function asOfDay<T>(
  context: Excel.RequestContext,
  day: string | undefined,
  options: RunOptions & Within,
  act: (work: Work | undefined) => Promise<T>,
): Promise<T> {
  if (day === undefined) return act(options.work);
  return trying(context, { task: 'preview', ...options }, async (work) => {
    const range = context.workbook.names.getItemOrNullObject(dayName).getRangeOrNullObject();
    range.load('rowIndex,columnIndex,values,formulas,worksheet/id,worksheet/name');
    await context.sync();
    if (range.isNullObject) return act(work);
    const { values, formulas, rowIndex: row, columnIndex: column, worksheet } = range;
    const corner = { sheet: worksheet.name, row, column };
    const scope = {
      snapshots: new Map(),
      named: new Map([[dayName, { ...corner, values, formulas }]]),
      sheetIds: new Map([[worksheet.id, worksheet.name]]),
      keys: new Map(),
    };
    const serial = serialOfIso(day) ?? null;
    await work.run([writeCell(corner, serial, values[0]?.[0], formulas[0]?.[0])], scope);
    return act(work);
  });
}
