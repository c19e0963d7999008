import type { ReferenceA1 } from '@borgar/fx';
import type { Scalar } from '../../book';
import type { RangeNode, SheetGraph } from './graph';
import { Ref, lastColumn, lastRow, type Place } from './ref';
import { NULL, VALUE, isError, type Operand } from './values';

type Range = ReferenceA1['range'];

/** Where a written range lies when its formula stands at a place; in a name it counts from A1. */
export function areaOf(range: Range, graph: SheetGraph, inName: boolean): (at: Place) => RangeNode {
  const top = range.top ?? 0;
  const bottom = range.bottom ?? lastRow;
  const left = range.left ?? 0;
  const right = range.right ?? lastColumn;
  const rowsMove = range.top !== null && !(range.$top && range.$bottom);
  const columnsMove = range.left !== null && !(range.$left && range.$right);
  const fixed = graph.area(top, left, bottom, right);
  if (!rowsMove && !columnsMove) return () => fixed;
  return (at) => {
    const down = inName ? at.row : at.rowShift;
    const along = inName ? at.column : at.columnShift;
    if (down === 0 && along === 0) return fixed;
    return graph.area(
      rowsMove && !range.$top ? (top + down) % (lastRow + 1) : top,
      columnsMove && !range.$left ? (left + along) % (lastColumn + 1) : left,
      rowsMove && !range.$bottom ? (bottom + down) % (lastRow + 1) : bottom,
      columnsMove && !range.$right ? (right + along) % (lastColumn + 1) : right,
    );
  };
}

/** What two references make together; where either is none, its error or #VALUE!. */
export function joined(
  left: Operand,
  right: Operand,
  join: (left: Ref, right: Ref) => Ref | Scalar,
): Ref | Scalar {
  if (!(left instanceof Ref)) return asError(left);
  return right instanceof Ref ? join(left, right) : asError(right);
}

export const asError = (value: Operand): Scalar => (isError(value) ? value : VALUE);

/** The smallest area around two of one sheet. */
export function around(a: Ref | undefined, b: Ref): Ref | undefined {
  if (!a || a.source !== b.source) return undefined;
  return new Ref(
    a.source,
    Math.min(a.top, b.top),
    Math.min(a.left, b.left),
    Math.max(a.bottom, b.bottom),
    Math.max(a.right, b.right),
  );
}

/** The cells that two areas share. */
export function common(a: Ref, b: Ref): Ref | Scalar {
  const top = Math.max(a.top, b.top);
  const bottom = Math.min(a.bottom, b.bottom);
  const left = Math.max(a.left, b.left);
  const right = Math.min(a.right, b.right);
  if (a.source !== b.source || top > bottom || left > right) return NULL;
  return new Ref(a.source, top, left, bottom, right);
}
