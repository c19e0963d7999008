import { parseA1Ref, stringifyA1Ref } from '@borgar/fx';
import type { Area } from '../../book';
import { MAX_COLUMNS, MAX_ROWS, splitSheet } from './area';
import { has, mapReferences } from './references';

/** Cells inserted or deleted: everything beyond `at` on the axis, within the band across it, moves. */
export interface Shift {
  axis: 'rows' | 'columns';
  /** First index inserted before or deleted. */
  at: number;
  /** Positive inserts, negative deletes. */
  count: number;
  /** Extent across the axis that moves. */
  from: number;
  to: number;
}

export function shiftOf(area: Area, direction: 'Down' | 'Right' | 'Up' | 'Left'): Shift {
  const rows = direction === 'Down' || direction === 'Up';
  const inserts = direction === 'Down' || direction === 'Right';
  return rows
    ? {
        axis: 'rows',
        at: area.row,
        count: inserts ? area.rows : -area.rows,
        from: area.column,
        to: area.column + area.columns - 1,
      }
    : {
        axis: 'columns',
        at: area.column,
        count: inserts ? area.columns : -area.columns,
        from: area.row,
        to: area.row + area.rows - 1,
      };
}

/** Whether the shift moves whole sheet rows or columns. */
export const isWhole = ({ axis, from, to }: Shift): boolean =>
  from === 0 && to === (axis === 'rows' ? MAX_COLUMNS : MAX_ROWS) - 1;

/** First and last index after the shift; undefined when all of it is deleted. */
export function shiftSpan(
  first: number,
  last: number,
  { at, count }: Shift,
): [number, number] | undefined {
  if (count > 0) return [first >= at ? first + count : first, last >= at ? last + count : last];
  const end = at - count;
  const moved = (index: number) => (index >= end ? index + count : index);
  const start = first >= at && first < end ? at : moved(first);
  const stop = last >= at && last < end ? at - 1 : moved(last);
  return start > stop ? undefined : [start, stop];
}

/** Where an area lies across and along the shift's axis. */
export function spans(
  area: Area,
  { axis }: Shift,
): { first: number; last: number; from: number; to: number } {
  const rows = { first: area.row, last: area.row + area.rows - 1 };
  const columns = { first: area.column, last: area.column + area.columns - 1 };
  return axis === 'rows'
    ? { ...rows, from: columns.first, to: columns.last }
    : { ...columns, from: rows.first, to: rows.last };
}

/** How the band of the shift meets an area: not at all, across all of it, or only part. */
export function meets(area: Area, shift: Shift): 'apart' | 'across' | 'partly' {
  const { last, from, to } = spans(area, shift);
  if (last < shift.at || to < shift.from || from > shift.to) return 'apart';
  return from >= shift.from && to <= shift.to ? 'across' : 'partly';
}

/** The area after the shift (which must not meet it partly); undefined when deleted. */
export function shiftArea(area: Area, shift: Shift): Area | undefined {
  if (meets(area, shift) !== 'across') return area;
  const { first, last } = spans(area, shift);
  const span = shiftSpan(first, last, shift);
  if (!span) return undefined;
  const [start, stop] = span;
  return shift.axis === 'rows'
    ? { ...area, row: start, rows: stop - start + 1 }
    : { ...area, column: start, columns: stop - start + 1 };
}

/** A formula after the shift on `sheet`; `home` is the name of the sheet it stands on. */
export function shiftFormula(
  formula: string,
  home: string | undefined,
  sheet: string,
  shift: Shift,
): string {
  if (!has('range', formula)) return formula;
  return mapReferences(formula, (reference, kind) => {
    if (kind !== 'range') return reference;
    const { sheet: named } = splitSheet(reference);
    const target = named ?? home;
    if (target === undefined || target.toLowerCase() !== sheet.toLowerCase()) return reference;
    return shiftReference(reference, shift);
  });
}

function shiftReference(reference: string, shift: Shift): string {
  const parsed = parseA1Ref(reference);
  if (!parsed || !('range' in parsed) || !parsed.range) return reference;
  const { range } = parsed;
  const top = range.top ?? 0;
  const left = range.left ?? 0;
  const bottom = range.bottom ?? MAX_ROWS - 1;
  const right = range.right ?? MAX_COLUMNS - 1;
  const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  const wholeAlong =
    shift.axis === 'rows'
      ? range.top === null || range.top === undefined
      : range.left === null || range.left === undefined;
  if (wholeAlong || meets(area, shift) !== 'across') return reference;
  const moved = shiftArea(area, shift);
  if (!moved)
    return reference.includes('!')
      ? `${reference.slice(0, reference.lastIndexOf('!'))}!#REF!`
      : '#REF!';
  const next = { ...range };
  if (shift.axis === 'rows') {
    next.top = moved.row;
    next.bottom = Math.min(moved.row + moved.rows, MAX_ROWS) - 1;
  } else {
    next.left = moved.column;
    next.right = Math.min(moved.column + moved.columns, MAX_COLUMNS) - 1;
  }
  return stringifyA1Ref({ ...parsed, range: next } as never);
}
