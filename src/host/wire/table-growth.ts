import { type Area, type Sheet, type Table, internStyle } from '../../book';
import { contains } from './area';
import type { Engine } from './engine';
import { cellAt, ensureCell, isBlank } from './grid';
import { bodyArea } from './lookup';
import { translateFormula } from './translate';

/** Takes rows below the body (already free) into the table, as typing or `rows.add` does. */
export function growTable(engine: Engine, sheet: Sheet, table: Table, rows: number): void {
  const before = bodyArea(table);
  table.area = { ...table.area, rows: table.area.rows + rows };
  extendRules(sheet, before, rows);
  fillNewRows(sheet, table, before.row + before.rows, rows);
  engine.structureChanged();
  engine.contentChanged(sheet, { ...table.area, row: before.row + before.rows, rows });
}

/** Calculated formulas, number formats and the rest of the look go down into new rows. */
export function fillNewRows(sheet: Sheet, table: Table, first: number, rows: number): void {
  const body = bodyArea(table);
  for (const [index, { formula }] of table.columns.entries()) {
    const column = body.column + index;
    const model = cellAt(sheet, first > body.row ? first - 1 : first + rows, column);
    for (let row = first; row < first + rows; row++) {
      const cell = ensureCell(sheet, row, column);
      if (model?.style && model !== cell) {
        cell.style = internStyle({ ...model.style, ...cell.style });
      }
      if (formula && isBlank(cell)) {
        cell.formula = translateFormula(formula, { row: body.row, column }, { row, column });
      }
    }
  }
}

/** Validations and conditional formats that reach the last body row reach the new rows too. */
export function extendRules(sheet: Sheet, body: Area, rows: number): void {
  const grow = (area: Area): Area => {
    const band: Area = { ...body, row: area.row, rows: area.rows };
    const reaches = area.row + area.rows === body.row + body.rows && contains(band, area);
    return reaches ? { ...area, rows: area.rows + rows } : area;
  };
  for (const validation of sheet.validations) validation.areas = validation.areas.map(grow);
  for (const format of sheet.conditionalFormats) format.areas = format.areas.map(grow);
}
