import { columnLetters, render, type Naming } from '../rules';
import type { Highlight, TableBlock } from '../workbook';
import { formats } from './looks';
import type { Placement } from './positions';

/** A look that follows from a row's values, as it is put on columns of a table, or on all of them. */
interface Placed {
  formula: string;
  look: Highlight['look'];
  /** Positions of the columns; absent for the whole row. */
  targets?: number[];
}

/** The highlights of a table where it stands; their formulas see the table's first row. */
export function highlightsOf(block: TableBlock, placement: Placement, naming: Naming): Placed[] {
  const position = (id: string) => block.columns.findIndex((column) => column.id === id);
  const row = placement.row + 2;
  const here: Naming = {
    ...naming,
    field: (id) => `$${columnLetters(placement.column + position(id))}${row}`,
  };
  return (block.highlights ?? []).map(({ columns, when, look }) => ({
    formula: render(when.node, here),
    look,
    ...(columns && { targets: columns.map(position) }),
  }));
}

/** Shows cells as `look` has it while the formula holds. */
export function addHighlight(
  to: Excel.ConditionalFormatCollection,
  formula: string,
  look: Highlight['look'],
): void {
  const conditional = to.add('Custom');
  conditional.custom.rule.formula = formula;
  const { fill, color, strikethrough } = formats[look];
  if (fill) conditional.custom.format.fill.color = fill;
  if (color) conditional.custom.format.font.color = color;
  if (strikethrough) conditional.custom.format.font.strikethrough = true;
}

/** A text in a formula, and what it says as it is written there. */
export const word = /"((?:[^"]|"")*)"/g;

/**
 * A highlight's formula with the words that it had before a change, its cells as they are now.
 * @param stands where rows have moved, its cells are others than those it was left with
 * @returns undefined where it says something else than the change left: it is somebody's
 */
export function withFormerWords(stands: string, wrote: string, had: string): string | undefined {
  if (stands === wrote) return had;
  const [now, left, before] = [stands, wrote, had].map((formula) => formula.match(word) ?? []);
  if (String(now) !== String(left) || left!.length !== before!.length) return undefined;
  let next = 0;
  return stands.replaceAll(word, () => before![next++]!);
}
