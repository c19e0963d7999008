/** The host's calculation: Excel's formulas over the host's workbook. */
export {
  createCalculator,
  type Calculator,
  type CalculatorOptions,
  type CellPosition,
} from './calculator';
export { checkFormula } from './check';
export { withIntersections } from './dialect';
export { formatValue } from './format';
export { Names } from './names';
