import { type Area, type Scalar, type Sheet, internStyle } from '../../book';
import { intersect } from './area';
import { checkFormula } from '../calc';
import { clearContent, ensureCell, styleAt } from './grid';
import { inEnglish } from './circumstances';
import { parseInput, type Input } from './input';
import type { Engine } from './engine';
import { assertUnlocked } from './protection';
import { invalidArgument } from './refusal';
import { afterWrite } from './table-writes';

const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

/** Gives every cell of the area its entry: one scalar for all, or a 2-D array of the same shape. */
export function eachEntry(
  area: Area,
  input: unknown,
  visit: (entry: unknown, row: number, column: number) => void,
): void {
  const grid = Array.isArray(input) ? input : undefined;
  if (grid) assertShape(area, grid);
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      visit(grid ? grid[row][column] : input, area.row + row, area.column + column);
    }
  }
}

function assertShape(area: Area, grid: unknown[]): void {
  const fits =
    grid.length === area.rows &&
    grid.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) {
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
}

/** Content as it is, not as it would be typed; the number format is for a cell that has none. */
export class Content {
  constructor(
    readonly value: Scalar,
    readonly formula?: string,
    readonly numberFormat?: string,
  ) {}
}

/**
 * Writes values or formulas as `Range.values` does: null leaves a cell alone, "" empties it,
 * text is read as typed. Nothing is written when any entry is refused.
 */
export function writeCells(engine: Engine, sheet: Sheet, area: Area, input: unknown): void {
  const entries: (Input | undefined)[] = [];
  const checked = new Set<string>();
  eachEntry(area, input, (entry, row, column) => {
    entries.push(read(engine, sheet, entry, row, column, checked));
  });
  assertUnlocked(sheet, area);
  let index = 0;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const entry = entries[index++];
      if (entry) put(sheet, row, column, entry);
    }
  }
  engine.counters.cellsWritten += area.rows * area.columns;
  engine.contentChanged(sheet, area);
  for (const table of sheet.tables) {
    const touched = intersect(table.area, area);
    if (touched) afterWrite(engine, sheet, table, touched);
  }
}

function read(
  engine: Engine,
  sheet: Sheet,
  entry: unknown,
  row: number,
  column: number,
  checked: Set<string>,
): Input | undefined {
  if (entry === null || entry === undefined) return undefined;
  if (typeof entry === 'boolean') return { value: entry };
  if (entry instanceof Content) {
    const { value, formula, numberFormat } = entry;
    if (formula !== undefined) assertFormula(engine, sheet, formula, row, column);
    return { value: formula === undefined ? value : null, formula, numberFormat };
  }
  const format = styleAt(sheet, row, column)?.numberFormat ?? 'General';
  if (typeof entry === 'number' && Number.isFinite(entry)) {
    return { value: format === '@' ? String(entry) : entry };
  }
  if (typeof entry !== 'string') throw invalidArgument('A cell takes text, a number or a boolean.');
  const input = parseInput(inEnglish(entry, engine.circumstances.region), format, engine.now);
  if (typeof input.value === 'string' && input.value.length > MAX_TEXT) {
    throw invalidArgument(`Cell text has ${input.value.length} characters; ${MAX_TEXT} fit.`);
  }
  if (input.formula !== undefined) {
    const shape = shapeOf(input.formula);
    if (!checked.has(shape)) assertFormula(engine, sheet, input.formula, row, column);
    checked.add(shape);
  }
  return input;
}

/** Formulas that differ only in row numbers are accepted or refused together, so one is checked. */
const shapeOf = (formula: string): string =>
  formula.length > MAX_FORMULA || /[[!"]/.test(formula) ? formula : formula.replace(/\d+/g, '1');

/** Refuses a formula Excel would not accept. */
export function assertFormula(
  engine: Engine,
  sheet: Sheet,
  formula: string,
  row: number,
  column: number,
): void {
  if (formula.length > MAX_FORMULA) {
    throw invalidArgument(`The formula has ${formula.length} characters; ${MAX_FORMULA} fit.`);
  }
  const reason = checkFormula(engine.names, formula, sheet, { row, column });
  if (reason) throw invalidArgument(reason);
}

function put(sheet: Sheet, row: number, column: number, input: Input): void {
  if (input.value === null && input.formula === undefined) {
    clearContent(sheet, row, column);
    return;
  }
  const cell = ensureCell(sheet, row, column);
  cell.value = input.value;
  delete cell.array;
  if (input.formula !== undefined) cell.formula = input.formula;
  else delete cell.formula;
  if (input.numberFormat && (cell.style?.numberFormat ?? 'General') === 'General') {
    cell.style = internStyle({ ...cell.style, numberFormat: input.numberFormat });
  }
}
