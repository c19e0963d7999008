import type { CellValue } from '../../workbook';

/** The value realised to date; null while nothing says how much it is: none was planned by now, none was read. */
export const realisedOf = (realised: CellValue, planned: CellValue): number | null =>
  typeof realised !== 'number' || (realised === 0 && !planned) ? null : realised;
