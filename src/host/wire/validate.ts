import { CellError, type Area, type Scalar, type Sheet, type Validation } from '../../book';
import { contains, intersect } from './area';
import type { Engine } from './engine';
import { cellAt, isBlank } from './grid';
import { parseInput } from './input';
import { resolvePlace } from './lookup';

/** The validation a cell is under. */
export const validationAt = (sheet: Sheet, row: number, column: number): Validation | undefined =>
  sheet.validations.find(({ areas }) =>
    areas.some((area) => contains(area, { row, column, rows: 1, columns: 1 })),
  );

/** Cells of the area whose value their validation does not allow. */
export function invalidCells(
  engine: Engine,
  sheet: Sheet,
  area: Area,
): { row: number; column: number }[] {
  engine.refresh();
  const wrong: { row: number; column: number }[] = [];
  for (const validation of sheet.validations) {
    for (const part of validation.areas) {
      const shared = intersect(part, area);
      if (!shared) continue;
      for (let row = shared.row; row < shared.row + shared.rows; row++) {
        for (let column = shared.column; column < shared.column + shared.columns; column++) {
          const cell = cellAt(sheet, row, column);
          const ok = allows(
            engine,
            sheet,
            validation,
            row,
            column,
            isBlank(cell) ? null : cell!.value,
          );
          if (!ok) wrong.push({ row, column });
        }
      }
    }
  }
  return wrong;
}

/** Whether the validation allows this value in this cell (which holds it already). */
export function allows(
  engine: Engine,
  sheet: Sheet,
  validation: Validation,
  row: number,
  column: number,
  value: Scalar,
): boolean {
  if (value === null || value === '') return validation.ignoreBlanks;
  if (value instanceof CellError) return false;
  const { rule } = validation;
  const [first] = validation.areas;
  const evaluate = (formula: string): Scalar => {
    if (!formula.startsWith('=')) return parseInput(formula, 'General', engine.now).value;
    return engine.evaluate(formula, { sheetId: sheet.id, row, column }, first);
  };
  if (rule.type === 'custom') return truthy(evaluate(rule.formula));
  if (rule.type === 'list') return listHas(engine, sheet, rule.source, evaluate, value);
  const number = rule.type === 'textLength' ? String(value).length : value;
  if (typeof number !== 'number') return false;
  if (rule.type === 'wholeNumber' && !Number.isInteger(number)) return false;
  const low = Number(evaluate(rule.formula1));
  const high = rule.formula2 === undefined ? low : Number(evaluate(rule.formula2));
  return compare(rule.operator, number, low, high);
}

const truthy = (value: Scalar): boolean =>
  value === true || (typeof value === 'number' && value !== 0);

function compare(operator: string, value: number, low: number, high: number): boolean {
  switch (operator) {
    case 'Between':
      return value >= low && value <= high;
    case 'NotBetween':
      return value < low || value > high;
    case 'EqualTo':
      return value === low;
    case 'NotEqualTo':
      return value !== low;
    case 'GreaterThan':
      return value > low;
    case 'LessThan':
      return value < low;
    case 'GreaterThanOrEqualTo':
      return value >= low;
    default:
      return value <= low;
  }
}

function listHas(
  engine: Engine,
  sheet: Sheet,
  source: string,
  evaluate: (formula: string) => Scalar,
  value: Scalar,
): boolean {
  if (!source.startsWith('=')) {
    return source.split(',').some((entry) => entry.trim() === String(value));
  }
  const place = resolvePlace(engine.book, source, sheet);
  if (!place) return same(evaluate(source), value);
  const { area } = place;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cell = cellAt(place.sheet, row, column);
      if (!isBlank(cell) && same(cell!.value, value)) return true;
    }
  }
  return false;
}

const same = (a: Scalar, b: Scalar): boolean =>
  typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;
