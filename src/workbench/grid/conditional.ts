import type { Calculator } from '../../host/calc';
import type { Area, ConditionalFormat, ConditionalStyle, Scalar, Sheet } from '../../book';
import { contains } from '../../host/wire/area';

/** A bar behind a cell's value, as a share of the longest. */
export interface Bar {
  share: number;
  color: string;
}

export interface Conditional {
  style?: ConditionalStyle;
  bar?: Bar;
}

/** What a sheet's conditional formats do to each of its cells, for the values it has now. */
export function conditionalFormats(
  sheet: Sheet,
  calculator: Calculator,
): (row: number, column: number) => Conditional {
  const formats = [...sheet.conditionalFormats].sort((a, b) => a.priority - b.priority);
  const longest = new Map<ConditionalFormat, number>();
  return (row, column) => {
    const found: Conditional = {};
    for (const format of formats) {
      const area = format.areas.find((one) => contains(one, { row, column, rows: 1, columns: 1 }));
      if (!area) continue;
      const { rule } = format;
      if (rule.type === 'custom' && found.style === undefined) {
        const at = { sheetId: sheet.id, row, column };
        if (holds(calculator.evaluate(rule.formula, at, format.areas[0]))) {
          found.style = rule.style;
        }
      } else if (rule.type === 'dataBar') {
        const value = sheet.cells[row]?.[column]?.value;
        if (!longest.has(format)) longest.set(format, rule.max ?? largest(sheet, format.areas));
        const most = longest.get(format) as number;
        if (typeof value === 'number' && value > 0 && most > 0) {
          found.bar = { share: Math.min(1, value / most), color: rule.color };
        }
      }
    }
    return found;
  };
}

const holds = (value: Scalar) => value === true || (typeof value === 'number' && value !== 0);

function largest(sheet: Sheet, areas: Area[]): number {
  let most = 0;
  for (const { row, column, rows, columns } of areas) {
    for (let r = row; r < row + rows; r += 1) {
      for (let c = column; c < column + columns; c += 1) {
        const value = sheet.cells[r]?.[c]?.value;
        if (typeof value === 'number') most = Math.max(most, value);
      }
    }
  }
  return most;
}
