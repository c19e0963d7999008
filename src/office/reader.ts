import type { Reader, Ref } from '../explain';
import { columnLetters, RuleError, type Value } from '../rules';
import type { TableBlock, TextBlock, TextCell } from '../workbook';
import type { Study } from './agreement';
import type { MatchedTable } from './match';
import { blockAnchor, fieldsOf, tablesOf } from './naming';
import { textCells } from './textCells';

interface Standing {
  sheet: string;
  row: number;
  column: number;
  value: unknown;
  formula: unknown;
}

/** A workbook's cells by the ids of its description, and the other way round. */
export interface CellFinder extends Reader {
  /** The described cell at a place, rows and columns from 0; undefined for any other. */
  refAt(sheet: string, row: number, column: number): Ref | undefined;
  /** What stands in a described cell. */
  standing(ref: Ref): Standing | undefined;
}

const errors: Record<string, RuleError> = Object.fromEntries(
  (['#DIV/0!', '#VALUE!', '#N/A', '#NUM!', '#REF!'] as const).map((code) => [
    code,
    new RuleError(code),
  ]),
);

/** A formula's "" is a text; elsewhere nothing is a blank. */
function valueOf(value: unknown, formula: unknown): Value {
  const isFormula = typeof formula === 'string' && formula.startsWith('=');
  if (isFormula && typeof value === 'string') return errors[value] ?? value;
  return value === '' || value === undefined ? null : (value as Value);
}

/**
 * What a studied workbook shows; where a cell is gone, what its rule gives. Tables are read as they
 * stand, so that rows are those of the study's description.
 */
export function readerOf(study: Study): CellFinder {
  const { read, inspection, spec } = study;
  const byName = new Map<string, MatchedTable>(
    [...read.matching.tables.values()].map((matched) => [matched.block.name, matched]),
  );
  const texts = new Map<string, ReturnType<typeof placedTexts>>();
  const placedIn = (id: string) => {
    let placed = texts.get(id);
    if (!placed) texts.set(id, (placed = placedTexts(study, id)));
    return placed;
  };
  const textOf = new Map<TextCell, Standing>();

  const standing = (ref: Ref): Standing | undefined => {
    if (ref.kind === 'cell') {
      const matched = byName.get(ref.table);
      const at = matched?.positions.get(ref.column);
      if (!matched || at === undefined) return undefined;
      const { sheet, row, column, values, formulas } = matched.snapshot;
      if (ref.row >= values.length) return undefined;
      const [value, formula] = [values[ref.row]?.[at], formulas[ref.row]?.[at]];
      return { sheet, row: row + 1 + ref.row, column: column + at, value, formula };
    }
    if (ref.kind === 'text')
      return placedIn(ref.block).find(
        ({ described: [row, column] }) => row === ref.row && column === ref.column,
      )?.at;
    const found = inspection.named.get(ref.name);
    if (!found) return undefined;
    const { sheet, row, column, values, formulas } = found;
    return { sheet, row, column, value: values[0]?.[0], formula: formulas[0]?.[0] };
  };

  return {
    standing,
    // Whole columns are read by it: without an object for each cell.
    cell: (table, row, column) => {
      const matched = byName.get(table);
      const at = matched?.positions.get(column);
      if (!matched || at === undefined || row >= matched.snapshot.values.length)
        return study.computed.cell(table, row, column);
      const { values, formulas } = matched.snapshot;
      return valueOf(values[row]?.[at], formulas[row]?.[at]);
    },
    rows: (table) => byName.get(table)?.snapshot.values.length ?? study.computed.rows(table),
    name: (name) => {
      const found = standing({ kind: 'name', name });
      return found ? valueOf(found.value, found.formula) : study.computed.name(name);
    },
    text: (cell) => {
      if (textOf.size === 0)
        for (const sheet of spec.sheets)
          for (const block of sheet.blocks)
            if (block.kind === 'text')
              for (const { cell: one, at } of placedIn(block.id)) textOf.set(one, at);
      const found = textOf.get(cell);
      return found ? valueOf(found.value, found.formula) : study.computed.text(cell);
    },
    first: (table) => (byName.get(table)?.snapshot.row ?? -1) + 2,
    place: (ref) => {
      const found = standing(ref);
      return (
        found && { sheet: found.sheet, cell: `${columnLetters(found.column)}${found.row + 1}` }
      );
    },
    refAt: (sheet, row, column) => {
      for (const block of tablesOf(spec.sheets)) {
        const ref = inTable(byName.get(block.name), block, sheet, row, column);
        if (ref) return ref;
      }
      for (const { name } of fieldsOf(spec.sheets)) {
        const found = inspection.named.get(name);
        if (found?.sheet === sheet && found.row === row && found.column === column)
          return { kind: 'name', name };
      }
      for (const { id } of textBlocks(study))
        for (const { at, described } of placedIn(id))
          if (at.sheet === sheet && at.row === row && at.column === column)
            return { kind: 'text', block: id, row: described[0], column: described[1] };
      return undefined;
    },
  };
}

function inTable(
  matched: MatchedTable | undefined,
  block: TableBlock,
  sheet: string,
  row: number,
  column: number,
): Ref | undefined {
  if (matched?.snapshot.sheet !== sheet) return undefined;
  const { snapshot, positions } = matched;
  const at = row - snapshot.row - 1;
  if (at < 0 || at >= snapshot.values.length) return undefined;
  const found = [...positions].find(([, position]) => snapshot.column + position === column);
  return found && { kind: 'cell', table: block.name, row: at, column: found[0] };
}

const textBlocks = ({ spec }: Study): TextBlock[] =>
  spec.sheets.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'text'));

/** The cells of a block of text with their places in the description and in the workbook. */
function placedTexts(
  study: Study,
  id: string,
): { cell: TextCell; described: [number, number]; at: Standing }[] {
  const block = textBlocks(study).find((one) => one.id === id);
  const found = study.inspection.named.get(blockAnchor(id));
  if (!block || !found) return [];
  const places = new Map<TextCell, [number, number]>();
  block.rows.forEach((cells, r) => cells.forEach((cell, c) => places.set(cell, [r, c])));
  return textCells(block, block, found).flatMap(({ cell, row, column }) => {
    const described = places.get(cell);
    if (!described) return [];
    const [value, formula] = [found.values[row]?.[column], found.formulas[row]?.[column]];
    const at = { sheet: found.sheet, row: found.row + row, column: found.column + column };
    return [{ cell, described, at: { ...at, value, formula } }];
  });
}
