import type { Scalar } from '../../../book';
import { lookupKey } from '../coerce';
import { matrixOf } from '../operators';
import type { Place } from '../ref';
import { Matrix, NUM, VALUE, isError, type Operand, type Value } from '../values';
import { criterionOf } from './criteria';
import { define, definition } from './registry';

/** Functions over the rows of a list that meet the conditions of another range: its headers name columns. */
const totals: [string, string][] = [
  ['DSUM', 'SUM'], ['DAVERAGE', 'AVERAGE'], ['DCOUNT', 'COUNT'], ['DCOUNTA', 'COUNTA'], ['DMAX', 'MAX'],
  ['DMIN', 'MIN'], ['DPRODUCT', 'PRODUCT'], ['DSTDEV', 'STDEV.S'], ['DSTDEVP', 'STDEV.P'], ['DVAR', 'VAR.S'],
  ['DVARP', 'VAR.P'],
]; // prettier-ignore
for (const [name, total] of totals)
  define(name, '@ r e r', (at: Place, list: Value, field: Scalar, conditions: Value): Operand => {
    const cells = chosen(at, list, field, conditions, name.startsWith('DCOUNT'));
    if (!Array.isArray(cells)) return cells;
    const call = definition(total)!.call as (block: Matrix) => Operand;
    return call(new Matrix(cells.length, 1, cells));
  });
define('DGET', '@ r e r', (at: Place, list: Value, field: Scalar, conditions: Value) => {
  const cells = chosen(at, list, field, conditions, false);
  if (!Array.isArray(cells)) return cells;
  if (cells.length === 0) return VALUE;
  return cells.length > 1 ? NUM : (cells[0] ?? null);
});

/** The field's cells in the rows that meet all conditions of any row; without a field, a mark for each row. */
function chosen(
  place: Place,
  list: Value,
  field: Scalar,
  conditions: Value,
  mayCountRows: boolean,
): Scalar[] | Scalar {
  if (isError(field)) return field;
  const [data, rules] = [matrixOf(list), matrixOf(conditions)];
  if (data.rows < 2 || rules.rows < 2) return VALUE;
  const column = columnOf(data, field);
  if (column === undefined && !(mayCountRows && field === null)) return VALUE;
  const tests = Array.from({ length: rules.rows - 1 }, (_, row) =>
    Array.from({ length: rules.columns }, (_unused, i) => {
      const given = rules.at(row + 1, i);
      return { at: columnOf(data, rules.at(0, i)), given, test: prefixed(given) };
    }).filter(({ given }) => given !== null),
  );
  // A condition under no column's header may be a formula for each row, which is not computed.
  if (tests.flat().some(({ at }) => at === undefined)) return place.source.miss();
  const kept: Scalar[] = [];
  for (let row = 1; row < data.rows; row++)
    if (tests.some((all) => all.every(({ at, test }) => test(data.at(row, at!)))))
      kept.push(column === undefined ? 1 : data.at(row, column));
  return kept;
}

/** A plain text finds what begins with it. */
function prefixed(given: Scalar): (value: Scalar) => boolean {
  const isPlain = typeof given === 'string' && given !== '' && !/^[<>=]/.test(given);
  return criterionOf(isPlain ? `${given}*` : given).test;
}

function columnOf(data: Matrix, field: Scalar): number | undefined {
  if (typeof field === 'number') {
    const at = Math.trunc(field) - 1;
    return at >= 0 && at < data.columns ? at : undefined;
  }
  if (typeof field !== 'string') return undefined;
  const key = lookupKey(field);
  for (let i = 0; i < data.columns; i++) {
    const header = data.at(0, i);
    if (header !== null && !isError(header) && lookupKey(header) === key) return i;
  }
  return undefined;
}
