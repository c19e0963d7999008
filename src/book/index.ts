/** A workbook as data, and its file: opened from .xlsx, saved as .xlsx. Knows neither calculation nor Office.js. */
export * from './book';
export { cellUnder } from './drawing';
export { emptySheet } from './empty';
export { DAYS_FROM_1904 } from './cellsRead';
export { kept } from './kept';
export { savedAt } from './savedAt';
export {
  internStyle,
  partOf,
  samePart,
  styled,
  styleParts,
  type Border,
  type NamedStyle,
  type Style,
  type StylePart,
} from './style';
export type { SheetRows } from './rows';
export {
  OpenError,
  openRows,
  openXlsx,
  saveXlsx,
  stripCachedValues,
  type SaveOptions,
} from './xlsx';
