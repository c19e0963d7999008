import { format } from 'numfmt';
import type { Scalar } from '../model/book';
import { CellError } from '../model/book';

/** A cell's text as Excel shows it in a wide enough column. An unreadable format shows the value as General. */
export function formatValue(value: Scalar, numberFormat: string): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  try {
    return format(numberFormat || 'General', value, { dateErrorNumber: false });
  } catch {
    return format('General', value);
  }
}
