import type { CellError, Scalar } from '../../../book';
import { Ref } from '../ref';
import { DIV0, VALUE, isError, type Value } from '../values';
import { criterionOf, keysOf, type Criterion, type Key } from './criteria';
import { define } from './registry';

define('COUNTIF', 'r e', (range: Value, wanted: Scalar) => count([[range, wanted]]));
define('COUNTIFS', '(r e)+', (...args: Value[]) => count(pairs(args)));
define('SUMIF', 'r e r?', (range: Value, wanted: Scalar, sums?: Value) =>
  total(sameShape(sums ?? range, range), [[range, wanted]], (sum) => sum),
);
define('SUMIFS', '~r (r e)+', (sums: Value, ...args: Value[]) =>
  total(sums, pairs(args), (sum) => sum),
);
define('AVERAGEIF', 'r e r?', (range: Value, wanted: Scalar, sums?: Value) =>
  total(sameShape(sums ?? range, range), [[range, wanted]], mean),
);
define('AVERAGEIFS', '~r (r e)+', (sums: Value, ...args: Value[]) =>
  total(sums, pairs(args), mean),
);
define('MAXIFS', '~r (r e)+', (of: Value, ...args: Value[]) =>
  extreme(of, pairs(args), (a, b) => Math.max(a, b)),
);
define('MINIFS', '~r (r e)+', (of: Value, ...args: Value[]) =>
  extreme(of, pairs(args), (a, b) => Math.min(a, b)),
);
define('COUNTBLANK', 'r', (range: Value) => {
  if (!(range instanceof Ref)) return VALUE;
  let filled = 0;
  range.each((value) => (filled += value === '' ? 0 : 1));
  return range.rows * range.columns - filled;
});

type Condition = [range: Value, wanted: Value];

const mean = (sum: number, count: number) => (count ? sum / count : DIV0);

function pairs(args: Value[]): Condition[] {
  const found: Condition[] = [];
  for (let i = 0; i < args.length; i += 2) found.push([args[i]!, args[i + 1] ?? null]);
  return found;
}

/** SUMIF takes the first cell of the sum range and the size of the criteria range. */
function sameShape(sums: Value, range: Value): Value {
  if (!(sums instanceof Ref) || !(range instanceof Ref)) return sums;
  if (sums.rows === range.rows && sums.columns === range.columns) return sums;
  const { top, left } = sums;
  return new Ref(sums.source, top, left, top + range.rows - 1, left + range.columns - 1);
}

interface Selection {
  /** Positions row by row in a range `columns` wide. */
  positions: readonly number[];
  columns: number;
  /** Cells that pass below the filled rows, where all are blank. */
  beyond: number;
}

function count(conditions: Condition[]): number | CellError {
  const selected = select(conditions, 0);
  return isError(selected) ? selected : selected.positions.length + selected.beyond;
}

function total(
  sums: Value,
  conditions: Condition[],
  result: (sum: number, count: number) => Scalar,
): Scalar {
  const numbers = chosen(sums, conditions);
  if (isError(numbers)) return numbers;
  let sum = 0;
  for (const number of numbers) sum += number;
  return result(sum, numbers.length);
}

function extreme(
  of: Value,
  conditions: Condition[],
  pick: (a: number, b: number) => number,
): Scalar {
  const numbers = chosen(of, conditions);
  return isError(numbers) ? numbers : numbers.length ? numbers.reduce(pick) : 0;
}

/** The numbers of a range at the places that meet every condition. */
function chosen(from: Value, conditions: Condition[]): number[] | CellError {
  if (!(from instanceof Ref)) return VALUE;
  const range = conditions[0]?.[0];
  if (!(range instanceof Ref) || range.rows !== from.rows || range.columns !== from.columns) {
    return VALUE;
  }
  const selected = select(conditions, from.filledRows);
  if (isError(selected)) return selected;
  from.source.settle(from);
  const numbers: number[] = [];
  for (const position of selected.positions) {
    const row = Math.floor(position / selected.columns);
    const column = position - row * selected.columns;
    from.source.picks(from, row, column);
    const value = from.at(row, column);
    if (isError(value)) return value;
    if (typeof value === 'number') numbers.push(value);
  }
  return numbers;
}

/** The cells that meet every condition. Starts from the equality that leaves the fewest. */
function select(conditions: Condition[], atLeastRows: number): Selection | CellError {
  const ranges: Ref[] = [];
  const criteria: Criterion[] = [];
  for (const [range, wanted] of conditions) {
    if (!(range instanceof Ref)) return VALUE;
    const first = ranges[0] ?? range;
    if (range.rows !== first.rows || range.columns !== first.columns) return VALUE;
    ranges.push(range);
    criteria.push(criterionOf(wanted as Scalar));
  }
  const { columns, rows: allRows } = ranges[0]!;
  const rows = Math.min(allRows, Math.max(atLeastRows, ...ranges.map((range) => range.filledRows)));
  let start = -1;
  let candidates: readonly number[] | undefined;
  criteria.forEach(({ key }, i) => {
    if (key === undefined) return;
    const found = positionsByKey(ranges[i]!).get(key) ?? [];
    if (candidates && found.length >= candidates.length) return;
    candidates = found;
    start = i;
  });
  const others = criteria.flatMap(({ test }, i) =>
    i === start ? [] : [{ test, range: ranges[i]! }],
  );
  for (const { range } of others) range.source.settle(range);
  const passes = (position: number) => {
    const row = Math.floor(position / columns);
    const column = position - row * columns;
    return others.every(({ test, range }) => test(range.at(row, column)));
  };
  const positions: number[] = [];
  if (candidates) {
    if (others.length === 0) return { positions: candidates, columns, beyond: 0 };
    for (const position of candidates) if (passes(position)) positions.push(position);
    return { positions, columns, beyond: 0 };
  }
  for (let position = 0; position < rows * columns; position++) {
    if (passes(position)) positions.push(position);
  }
  const blanksPass = criteria.every(({ test }) => test(null));
  return { positions, columns, beyond: blanksPass ? (allRows - rows) * columns : 0 };
}

/** Where each value of a range stands, kept with the range. */
function positionsByKey(range: Ref): Map<Key, number[]> {
  return range.derived('positions', () => {
    const found = new Map<Key, number[]>();
    range.each((value, row, column) => {
      for (const key of keysOf(value)) {
        const positions = found.get(key);
        if (positions) positions.push(row * range.columns + column);
        else found.set(key, [row * range.columns + column]);
      }
    });
    return found;
  });
}
