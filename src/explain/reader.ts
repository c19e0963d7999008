import type { Computed } from '../workbook';
import type { Ref } from './ref';

/** What the cells of a described workbook hold, and where they stand. */
export interface Reader extends Computed {
  /** The row of its sheet, counted from 1, in which a table's body starts. */
  first(table: string): number;
  /** Where a cell stands now; undefined where the workbook has it no longer. */
  place?(ref: Ref): { sheet: string; cell: string } | undefined;
}
