import { render, type Naming } from '../rules';
import type { FieldsBlock, TextBlock, WorkbookSpec } from '../workbook';
import type { Operation } from './batch';
import { shown } from './cells';
import { sameFormula, writable } from './formula';
import type { RowIds } from './identify';
import type { Inspection } from './inspect';
import type { Matching } from './match';
import { mergeHeaders } from './mergeHeaders';
import { mergeTable, tableFormulas } from './mergeTable';
import { blockAnchor } from './naming';
import type { Departing } from './retired';
import { textCells } from './textCells';
import { same, writeCell, writeFormula } from './write';

export interface MergeInput {
  /** As it shall be. */
  spec: WorkbookSpec;
  /** As it was described when it was laid out, where that can be told. */
  previous: WorkbookSpec;
  inspection: Inspection;
  matching: Matching;
  /** Words as they stand in the workbook. */
  found: Naming;
  /** Words as they stand when columns have been added, before the headers are renewed. */
  naming: Naming;
  /** Row ids by table. */
  order: ReadonlyMap<string, RowIds>;
  repair: boolean;
  /** Rows that go. */
  retired?: Departing;
}

/**
 * The changes that bring a workbook up to its description. Cells that already hold what they shall
 * hold are not written; cells that someone changed are left to them. Tables grow and shrink when all
 * cells are written, because that moves the cells below them, and every change of a cell goes by where it stood.
 * Headers come last: formulas follow a header that changes, so that up to there, and when it is
 * taken back, all of them speak of the headers that were found.
 */
export function mergeOperations(input: Omit<MergeInput, 'naming'>): Operation[] {
  const headers = mergeHeaders(input);
  const full: MergeInput = { ...input, naming: headers.naming };
  const before = new Map(
    input.previous.sheets.flatMap((sheet) => sheet.blocks).map((block) => [block.id, block]),
  );
  const values: Operation[] = [];
  const formulas: Operation[] = [];
  const shapes: Operation[] = [];
  for (const block of input.spec.sheets.flatMap((sheet) => sheet.blocks)) {
    const old = before.get(block.id);
    if (block.kind === 'table') {
      const matched = input.matching.tables.get(block.id);
      if (!matched) continue;
      const oldTable = old?.kind === 'table' ? old : undefined;
      const { cells, shape } = mergeTable(full, block, matched);
      values.push(...cells);
      shapes.push(...shape);
      formulas.push(...tableFormulas(full, block, matched, oldTable));
    } else if (block.kind === 'text') {
      const { texts, rules } = mergeText(full, block, old?.kind === 'text' ? old : undefined);
      values.push(...texts);
      formulas.push(...rules);
    } else if (block.kind === 'fields') {
      const { texts, rules } = mergeFields(full, block, old?.kind === 'fields' ? old : undefined);
      values.push(...texts);
      formulas.push(...rules);
    }
  }
  return [...headers.additions, ...values, ...formulas, ...shapes, ...headers.renames];
}

type Merged = { texts: Operation[]; rules: Operation[] };

/** A generated text is renewed unless someone has written something else over it. */
function mergeText(input: MergeInput, block: TextBlock, old: TextBlock | undefined): Merged {
  const merged: Merged = { texts: [], rules: [] };
  const snapshot = input.inspection.named.get(blockAnchor(block.id));
  if (!snapshot) return merged;
  for (const { cell, before, row, column } of textCells(block, old, snapshot)) {
    const found = snapshot.values[row]?.[column];
    const formula = snapshot.formulas[row]?.[column];
    if (found === undefined) continue;
    const corner = {
      sheet: snapshot.sheet,
      row: snapshot.row + row,
      column: snapshot.column + column,
    };
    if (cell.formula) {
      const wanted = writable(cell.formula, input.naming, input.inspection, input.matching);
      if (wanted === undefined) continue;
      if (sameFormula(formula, render(cell.formula.node, input.found))) continue;
      const stale =
        before?.formula !== undefined &&
        sameFormula(formula, render(before.formula.node, input.found));
      if (stale || input.repair) merged.rules.push(writeFormula(corner, wanted, [formula]));
      continue;
    }
    const wanted = cell.text ?? '';
    if (!same(found, wanted) && same(found, before?.text ?? '')) {
      merged.texts.push(writeCell(corner, wanted, found, formula));
    }
  }
  return merged;
}

/** Values by the name of their cell; labels and notes stand beside them. */
function mergeFields(input: MergeInput, block: FieldsBlock, old: FieldsBlock | undefined): Merged {
  const merged: Merged = { texts: [], rules: [] };
  const whole = input.inspection.named.get(blockAnchor(block.id));
  for (const field of block.fields) {
    const snapshot = input.inspection.named.get(field.name);
    if (!snapshot) continue;
    const before = old?.fields.find(({ id }) => id === field.id);
    const { sheet, row, column } = snapshot;
    const corner = { sheet, row, column };
    const found = snapshot.values[0]?.[0];
    const formula = snapshot.formulas[0]?.[0];
    if (field.formula) {
      const wanted = writable(field.formula, input.naming, input.inspection, input.matching);
      const right = sameFormula(formula, render(field.formula.node, input.found));
      const stale =
        before?.formula !== undefined &&
        sameFormula(formula, render(before.formula.node, input.found));
      if (wanted !== undefined && !right && (stale || input.repair)) {
        merged.rules.push(writeFormula(corner, wanted, [formula]));
      }
    } else {
      const wanted = shown(input.spec, field, field.value);
      const theirs = !field.stored && !same(found, before?.value ?? null);
      if (!same(found, wanted) && !theirs) {
        merged.texts.push(writeCell(corner, wanted, found, formula));
      }
    }
    if (!whole || whole.sheet !== sheet) continue;
    const beside = [
      { offset: -1, text: field.label, was: before?.label },
      { offset: 1, text: field.note ?? '', was: before?.note ?? '' },
    ];
    for (const { offset, text, was } of beside) {
      const at = { row: row - whole.row, column: column + offset - whole.column };
      const stands = whole.values[at.row]?.[at.column];
      if (stands === undefined || same(stands, text) || !same(stands, was ?? null)) continue;
      merged.texts.push(writeCell({ sheet, row, column: column + offset }, text, stands, stands));
    }
  }
  return merged;
}
