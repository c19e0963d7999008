export { CancelledError, NewerLayoutError, NotOursError } from './errors';
export { describeFinding, type Finding } from './findings';
export { showSheet } from './goTo';
export type { LaidOut } from './layOut';
export type { ReadResult } from './interpret';
export { describe, layOut, readWorkbook, type LayOutOptions } from './workbook';
