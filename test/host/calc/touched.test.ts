import type { Area, Book } from '../../../src/book';
import { Touched } from '../../../src/host/calc/touched';

type Cell = Parameters<Touched['leaves']>[0];
type Bounds = [top: number, left: number, bottom: number, right: number];

const opened = { source: {} } as Book;

/** A formula at row 90, column 90 of a sheet that reads areas, in which other formulas stand. */
function formula(reads: Bounds[], { others = [] as Cell[], sheet = 'S', ...more } = {}): Cell {
  const source = { sheet: { id: sheet }, formulasIn: () => others };
  const precedents = reads.map(([top, left, bottom, right]) => ({
    ...{ source, top, left, bottom, right },
  }));
  const place = { source, row: 90, column: 90, text: '=X', isBlind: false };
  return { ...place, precedents, ...more } as unknown as Cell;
}

const cellAt = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });
const touched = (...areas: Area[]) => {
  const all = new Touched(opened);
  for (const area of areas) all.add('S', area);
  return all;
};

test('what stands in an area that a formula reads, or in its own cell', () => {
  const of = formula([[2, 1, 3, 2]]);
  const leaves = [1, 2, 3, 4].map((row) =>
    [0, 1, 2, 3].map((column) => touched(cellAt(row, column)).leaves(of)),
  );
  expect(leaves).toEqual([
    ...[
      [true, true, true, true],
      [true, false, false, true],
    ],
    ...[
      [true, false, false, true],
      [true, true, true, true],
    ],
  ]);
  expect(touched().leaves(of)).toBe(true);
  expect(touched({ row: 0, column: 0, rows: 3, columns: 2 }).leaves(of)).toBe(false);
  expect(touched({ row: 0, column: 0, rows: 2, columns: 9 }).leaves(of)).toBe(true);
  expect(touched(cellAt(90, 90)).leaves(of)).toBe(false);
  expect(touched(cellAt(90, 91), cellAt(91, 90)).leaves(of)).toBe(true);
  const elsewhere = new Touched(opened);
  elsewhere.add('Other', cellAt(2, 1));
  expect(elsewhere.leaves(of)).toBe(true);
});

test('a workbook that was not opened from a file has nothing to leave', () => {
  expect(new Touched({} as Book).leaves(formula([]))).toBe(false);
});

test('by way of other formulas, also in a circle', () => {
  const last = formula([[5, 5, 5, 5]], { row: 7 } as object);
  const circle: Cell[] = [last];
  const first = formula([[7, 0, 8, 0]], { others: circle });
  circle.push(first);
  expect(touched(cellAt(5, 5)).leaves(first)).toBe(false);
  expect(touched(cellAt(7, 90)).leaves(first)).toBe(false);
  expect(touched(cellAt(6, 5)).leaves(first)).toBe(true);
});

test('a reference that is lost is never left; where it is not known what is read, nothing may be written', () => {
  expect(touched().leaves(formula([], { text: '=#REF!+1' } as object))).toBe(false);
  const blind = formula([], { isBlind: true } as object);
  expect(touched().leaves(blind)).toBe(true);
  expect(touched(cellAt(0, 0)).leaves(blind)).toBe(false);
});

const big: Area = { row: 5, column: 5, rows: 3, columns: 3 };

test.each<[Area, beyond: Bounds]>([
  [{ ...big, row: 4 }, [4, 5, 4, 7]],
  [{ ...big, column: 4 }, [5, 4, 7, 4]],
  [{ ...big, rows: 4 }, [8, 5, 8, 7]],
  [{ ...big, columns: 4 }, [5, 8, 7, 8]],
])('an area that reaches beyond the last is noted (%#)', (area, beyond) => {
  expect(touched(big).leaves(formula([beyond]))).toBe(true);
  expect(touched(big, area).leaves(formula([beyond]))).toBe(false);
});

/** Cells of every other row of column 0. */
const scattered = (count: number) => Array.from({ length: count }, (_, i) => cellAt(2 * i, 0));
const between = formula([[1, 0, 1, 0]]);

test('up to two hundred areas are told apart, more are taken together', () => {
  expect(touched(...scattered(200)).leaves(between)).toBe(true);
  expect(touched(...scattered(201)).leaves(between)).toBe(false);
});

test('what lies within the last area is none of them', () => {
  const corners = [cellAt(5, 5), cellAt(5, 7), cellAt(7, 5), cellAt(7, 7), big];
  const again = Array.from({ length: 60 }, () => corners).flat();
  expect(touched(cellAt(0, 0), big, ...again).leaves(formula([[2, 2, 2, 2]]))).toBe(true);
});

test('what is taken together reaches from the first to the last in both directions', () => {
  const all = touched(
    ...Array.from({ length: 201 }, (_, i) => ({
      ...{ row: 10 + ((25 + i * 7) % 50), column: 20 + ((25 + i * 11) % 50), rows: 2, columns: 3 },
    })),
  );
  const inside = [10, 60].flatMap((row) => [20, 71].map((column) => [row, column] as const));
  const outside = [[9, 40], [61, 40], [40, 19], [40, 72]] as const; // prettier-ignore
  const leaves = ([row, column]: readonly [number, number]) =>
    all.leaves(formula([[row, column, row, column]]));
  expect(inside.map(leaves)).toEqual([false, false, false, false]);
  expect(outside.map(leaves)).toEqual([true, true, true, true]);
});
