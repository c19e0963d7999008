import { format, isDateFormat } from 'numfmt';
import { CellError, type Scalar } from '../../book';
import { lastSerial } from './dates';

/** Whether a format can show a number: no date lies before 1900 or after 9999. */
export function canFormat(value: number, numberFormat: string): boolean {
  return !isDateFormat(numberFormat) || (value >= 0 && value < lastSerial + 1);
}

/** A cell's text as Excel shows it in a wide enough column; a format it cannot read counts as General. */
export function formatValue(value: Scalar, numberFormat: string): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  try {
    if (typeof value === 'number' && !canFormat(value, numberFormat)) return '########';
    return format(numberFormat || 'General', value);
  } catch {
    return format('General', value);
  }
}
