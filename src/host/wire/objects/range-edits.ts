import { type Area, type Sheet, internStyle } from '../../../book';
import { intersect, isWholeColumns, isWholeRows, overlaps, subtract } from '../area';
import type { Engine } from '../engine';
import { cellAt, clearContent, eachCell, ensureCell, restyle } from '../grid';
import { instance, type Instance, type Kind } from '../kind';
import { assertAllowed, assertUnlocked } from '../protection';
import { apiNotFound, invalidArgument } from '../refusal';
import { shiftCells } from '../shift';
import { sortRows } from '../sort';
import { assertUnfiltered } from '../table-filter';
import { afterWrite } from '../table-writes';
import { translateFormula } from '../translate';
import { rangeGiven, rangeOf, type RangeState } from './place';
import { clearHyperlinks } from './range-contents';

const APPLY_TO = ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks'];

function clear({ sheet, area }: RangeState, applyTo: unknown, engine: Engine): void {
  const what = String(applyTo ?? 'All');
  if (!APPLY_TO.includes(what)) throw invalidArgument();
  if (what === 'All' || what === 'Contents') {
    assertUnlocked(sheet, area);
    eachCell(sheet, area, (_cell, row, column) => clearContent(sheet, row, column));
    engine.contentChanged(sheet, area);
    for (const table of [...sheet.tables]) {
      const touched = intersect(table.area, area);
      if (touched) afterWrite(engine, sheet, table, touched);
    }
  }
  if (what === 'All' || what === 'Formats') {
    assertAllowed(sheet, 'allowFormatCells');
    restyleExisting(sheet, area);
    if (what === 'All') clearHyperlinks({ sheet, area }, true);
    sheet.conditionalFormats = sheet.conditionalFormats
      .map((format) => ({ ...format, areas: format.areas.flatMap((part) => subtract(part, area)) }))
      .filter(({ areas }) => areas.length > 0);
    if (what === 'All') {
      sheet.validations = sheet.validations
        .map((validation) => ({
          ...validation,
          areas: validation.areas.flatMap((part) => subtract(part, area)),
        }))
        .filter(({ areas }) => areas.length > 0);
    }
  }
  if (what === 'Hyperlinks') clearHyperlinks({ sheet, area }, false);
  if (what === 'RemoveHyperlinks') clearHyperlinks({ sheet, area }, true);
}

/** Takes the look off: whole bands when the area is whole rows or columns. */
function restyleExisting(sheet: Sheet, area: Area): void {
  if (isWholeColumns(area) || isWholeRows(area)) {
    restyle(sheet, area, () => ({}));
    return;
  }
  eachCell(sheet, area, (cell, row, column) => {
    delete cell.style;
    if (cell.value === null && !cell.formula && !cell.hyperlink)
      sheet.cells[row]![column] = undefined;
  });
}

function merge({ sheet, area }: RangeState, across: unknown, engine: Engine): void {
  assertAllowed(sheet);
  if (sheet.tables.some((table) => overlaps(table.area, area))) {
    throw invalidArgument('Cells of a table cannot be merged.');
  }
  const parts: Area[] =
    across === true
      ? Array.from({ length: area.rows }, (_, row) => ({ ...area, row: area.row + row, rows: 1 }))
      : [area];
  sheet.merges = sheet.merges.filter((merged) => !overlaps(merged, area));
  for (const part of parts) {
    if (part.rows * part.columns < 2) continue;
    eachCell(sheet, part, (_cell, row, column) => {
      if (row !== part.row || column !== part.column) clearContent(sheet, row, column);
    });
    sheet.merges.push(part);
  }
  engine.contentChanged(sheet, area);
}

/** What shifting needs of a protected sheet; only whole rows or columns may be allowed. */
function assertShift({ sheet, area }: RangeState, what: 'Insert' | 'Delete'): void {
  if (isWholeRows(area)) assertAllowed(sheet, `allow${what}Rows`);
  else if (isWholeColumns(area)) assertAllowed(sheet, `allow${what}Columns`);
  else assertAllowed(sheet);
}

function insert(state: RangeState, direction: unknown, engine: Engine): Instance<RangeState> {
  if (direction !== 'Down' && direction !== 'Right') throw invalidArgument();
  assertShift(state, 'Insert');
  const area = { ...state.area };
  shiftCells(engine, state.sheet, area, direction);
  return rangeOf(state.sheet, area);
}

function remove(state: RangeState, direction: unknown, engine: Engine): void {
  if (direction !== 'Up' && direction !== 'Left') throw invalidArgument();
  assertShift(state, 'Delete');
  for (const table of state.sheet.tables)
    if (overlaps(table.area, state.area)) assertUnfiltered(table);
  shiftCells(engine, state.sheet, { ...state.area }, direction);
}

function copyFrom(state: RangeState, [from, type]: unknown[], engine: Engine): void {
  const source = rangeGiven(from, state.sheet, engine);
  const { sheet } = state;
  const what = String(type ?? 'All');
  if (!['All', 'Formulas', 'Values', 'Formats'].includes(what)) throw invalidArgument();
  const tile = (size: number, part: number) => (size % part === 0 ? size : part);
  const area: Area = {
    ...state.area,
    rows: tile(state.area.rows, source.area.rows),
    columns: tile(state.area.columns, source.area.columns),
  };
  if (what !== 'Formats') assertUnlocked(sheet, area);
  if (what === 'All' || what === 'Formats') assertAllowed(sheet, 'allowFormatCells');
  const cells = Array.from({ length: source.area.rows }, (_, row) =>
    Array.from({ length: source.area.columns }, (_unused, column) => {
      const cell = cellAt(source.sheet, source.area.row + row, source.area.column + column);
      return cell && { ...cell };
    }),
  );
  // What names no cell by a relative row reads the same wherever it is copied in its column.
  const still = new Map<string, boolean>();
  const isStill = (formula: string, at: { row: number; column: number }): boolean => {
    const known = still.get(formula);
    if (known !== undefined) return known;
    const moved = translateFormula(formula, at, { ...at, row: at.row + 1 });
    still.set(formula, moved === formula);
    return moved === formula;
  };
  engine.counters.cellsWritten += area.rows * area.columns;
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const from = { row: row % source.area.rows, column: column % source.area.columns };
      const to = { row: area.row + row, column: area.column + column };
      const origin = { row: source.area.row + from.row, column: source.area.column + from.column };
      const original = cells[from.row]![from.column];
      const cell = ensureCell(sheet, to.row, to.column);
      if (what !== 'Formats') {
        cell.value = original?.value ?? null;
        delete cell.array;
        if (original?.formula && what !== 'Values') {
          cell.formula =
            origin.column === to.column && isStill(original.formula, origin)
              ? original.formula
              : translateFormula(original.formula, origin, to);
        } else delete cell.formula;
      }
      if (what === 'All' || what === 'Formats') {
        const style = internStyle(original?.style ?? {});
        if (style) cell.style = style;
        else delete cell.style;
      }
    }
  }
  engine.contentChanged(sheet, area);
  for (const table of sheet.tables) {
    const touched = intersect(table.area, area);
    if (touched && what !== 'Formats') afterWrite(engine, sheet, table, touched);
  }
}

const rangeSort: Kind<RangeState> = {
  name: 'RangeSort',
  call: {
    Apply: ({ sheet, area }, [fields, matchCase, hasHeaders, orientation], engine) => {
      if (orientation === 'Columns') throw apiNotFound('sorting columns');
      assertAllowed(sheet, 'allowSort');
      const skip = hasHeaders === true ? 1 : 0;
      const body = { ...area, row: area.row + skip, rows: area.rows - skip };
      sortRows(engine, sheet, body, fields, matchCase === true);
    },
  },
};

/** Range members that change cells other than by writing them. */
export const edits: Required<Pick<Kind<RangeState>, 'call'>> & {
  sort: (state: RangeState) => Instance;
} = {
  sort: (state) => instance(rangeSort, state),
  call: {
    Clear: (state, [applyTo], engine) => clear(state, applyTo, engine),
    ClearOrResetContents: (state, _args, engine) => clear(state, 'Contents', engine),
    Delete: (state, [direction], engine) => remove(state, direction, engine),
    Insert: (state, [direction], engine) => insert(state, direction, engine),
    Merge: (state, [across], engine) => merge(state, across, engine),
    Unmerge: ({ sheet, area }) => {
      assertAllowed(sheet);
      sheet.merges = sheet.merges.filter((merged) => !overlaps(merged, area));
    },
    CopyFrom: copyFrom,
  },
};
