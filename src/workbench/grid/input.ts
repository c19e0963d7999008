import type { ICellData, Nullable } from '@univerjs/core';
import type { Cell } from '../../book';
import { editText } from '../cells/content';

type Typed = string | number | boolean;
/** Of Univer's CellValueType. */
const isBoolean = 3;
const isForcedText = 4;

/**
 * What was typed into a cell, "" for emptied; undefined when only its look was touched or the text
 * is what was given to edit.
 */
export function inputOf(written: Nullable<ICellData>, before: Cell | undefined): Typed | undefined {
  const typed = contentOf(written);
  if (typed === undefined) return undefined;
  return lines(String(typed)) === lines(editText(before)) ? undefined : typed;
}

function contentOf(cell: Nullable<ICellData>): Typed | undefined {
  if (!cell) return '';
  if (typeof cell.f === 'string' && cell.f !== '') return cell.f;
  const rich = cell.p?.body?.dataStream;
  if (rich !== undefined) return lines(rich.replace(/\r\n$/, ''));
  if (cell.v === undefined) return undefined;
  if (cell.v === null) return '';
  // Univer takes the apostrophe off, and keeps in mind that there was one.
  if (cell.t === isForcedText) return `'${cell.v}`;
  return cell.t === isBoolean ? Boolean(cell.v) : cell.v;
}

/** Univer ends lines in its own way, and some files in a third. */
const lines = (text: string): string => text.replace(/\r\n?/g, '\n');
