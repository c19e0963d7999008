export { CancelledError, NewerLayoutError, NotOursError } from './errors';
export type { Finding } from './findings';
export type { LaidOut } from './layOut';
export type { ReadResult } from './interpret';
export { describe, layOut, readWorkbook, type LayOutOptions } from './workbook';
