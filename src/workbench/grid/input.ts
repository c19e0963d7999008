import type { ICellData, Nullable } from '@univerjs/core';

type Typed = string | number | boolean;
const isBoolean = 3;

/**
 * What was typed into a cell, "" for emptied; undefined when only its look was touched or the text
 * is what stood there before.
 */
export function inputOf(cell: Nullable<ICellData>, before: ICellData = {}): Typed | undefined {
  const typed = contentOf(cell);
  if (typed === undefined) return undefined;
  const unchanged = typed === (before.f ?? before.v ?? '') || typed === (before.v ?? '');
  return unchanged ? undefined : typed;
}

function contentOf(cell: Nullable<ICellData>): Typed | undefined {
  if (!cell) return '';
  if (typeof cell.f === 'string' && cell.f !== '') return cell.f;
  const rich = cell.p?.body?.dataStream;
  if (rich !== undefined) return rich.replace(/\r\n$/, '').replaceAll('\r', '\n');
  if (cell.v === undefined) return undefined;
  if (cell.v === null) return '';
  return cell.t === isBoolean ? Boolean(cell.v) : cell.v;
}
