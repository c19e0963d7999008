import type { CellError, Scalar } from '../../../book';
import { Ref, type Place } from '../ref';
import { Matrix, VALUE, isError, type Operand, type Value } from '../values';
import { cellsOf } from './numbers';
import { define, definition } from './registry';

const totals = 'AVERAGE COUNT COUNTA MAX MIN PRODUCT STDEV.S STDEV.P SUM VAR.S VAR.P'.split(' ');
const more = 'MEDIAN MODE.SNGL'.split(' ');
const ranked = 'LARGE SMALL PERCENTILE.INC QUARTILE.INC PERCENTILE.EXC QUARTILE.EXC'.split(' ');

interface Leaves {
  /** Rows that somebody has hidden; those that a filter hides never count. */
  hidden: boolean;
  filtered: boolean;
  /** Cells that are such totals themselves. */
  totals: boolean;
  errors: boolean;
}

// What a filter hides changes without any cell: such totals are computed each time.
define('SUBTOTAL', '@! n r+', (_at: Place, code: number, ...ranges: Value[]) => {
  const which = Math.trunc(code);
  const name = totals[(which > 100 ? which - 100 : which) - 1];
  if (name === undefined || ranges.some((range) => !(range instanceof Ref))) {
    return ranges.find(isError) ?? VALUE;
  }
  const leaves = { hidden: which > 100, filtered: true, totals: true, errors: false };
  return compute(
    name,
    ranges.flatMap((range) => seen(range as Ref, leaves)),
  );
});
define(
  'AGGREGATE',
  '@! n n a a*',
  (_at: Place, code: number, option: number, first: Value, ...rest: Value[]) => {
    const [which, how] = [Math.trunc(code), Math.trunc(option)];
    const name = [...totals, ...more, ...ranked][which - 1];
    if (name === undefined || how < 0 || how > 7) return VALUE;
    const hidden = how % 4 === 1 || how % 4 === 3;
    const leaves = {
      hidden,
      filtered: hidden,
      totals: how < 4,
      errors: how === 2 || how === 3 || how === 6 || how === 7,
    };
    if (which > totals.length + more.length) {
      const [k] = rest;
      if (k === undefined) return VALUE;
      const by = cellsOf(k)[0] ?? 0;
      if (isError(by)) return by;
      return typeof by === 'number' ? compute(name, seen(first, leaves), by) : VALUE;
    }
    const ranges = [first, ...rest];
    if (ranges.some((range) => !(range instanceof Ref))) return ranges.find(isError) ?? VALUE;
    return compute(
      name,
      ranges.flatMap((range) => seen(range, leaves)),
    );
  },
);

/** The cells of a range that count. */
function seen(range: Value, leaves: Leaves): Scalar[] {
  if (!(range instanceof Ref)) {
    return cellsOf(range).filter((value) => !(leaves.errors && isError(value)));
  }
  const cells: Scalar[] = [];
  range.each((value, row, column) => {
    const [r, c] = [range.top + row, range.left + column];
    if (leaves.errors && isError(value)) return;
    const why = leaves.hidden || leaves.filtered ? range.source.hides(r) : undefined;
    if ((why === 'filter' && leaves.filtered) || (why === 'person' && leaves.hidden)) return;
    if (leaves.totals && isTotal(range.source.formulaAt(r, c))) return;
    cells.push(value);
  });
  return cells;
}

const isTotal = (formula: string | undefined) =>
  formula !== undefined && /\b(SUBTOTAL|AGGREGATE)\(/i.test(formula);

function compute(name: string, cells: Scalar[], ...more: number[]): Operand {
  const call = definition(name)!.call as (...args: unknown[]) => Operand | CellError;
  return call(new Matrix(cells.length, 1, cells), ...more);
}
