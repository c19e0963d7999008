import type { Sheet } from '../../book';
import type { Entry } from '../../host/wire/edit';
import { Content } from '../../host/wire/write';

const isFormula = (entry: Entry): boolean =>
  entry instanceof Content
    ? entry.formula !== undefined
    : typeof entry === 'string' && entry.startsWith('=');

/** How many formulas would be lost to entries from a cell on; null leaves a cell alone. */
export function overwritten(
  sheet: Sheet | undefined,
  at: { row: number; column: number },
  entries: readonly (readonly Entry[])[],
): number {
  return entries
    .flatMap((across, r) =>
      across.map((entry, c) => {
        const held = sheet?.cells[at.row + r]?.[at.column + c]?.formula;
        return entry !== null && held !== undefined && !isFormula(entry);
      }),
    )
    .filter(Boolean).length;
}
