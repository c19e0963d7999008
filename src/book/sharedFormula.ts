import { fromCol, isRange, toCol, tokenize } from '@borgar/fx';
import { MAX_COLUMNS, MAX_ROWS } from './address';
import { Allowance } from './errors';

interface Master {
  row: number;
  column: number;
  length: number;
  /** Text as it is, and references that move. */
  pieces: { text: string; moves: boolean }[];
}

/** Formulas a file writes once for many cells, by the file's index. */
export class SharedFormulas {
  private readonly characters = new Allowance(20_000_000, 'copies of shared formulas');
  private readonly masters = new Map<string, Master>();

  define(index: string, formula: string, row: number, column: number): void {
    const pieces = tokenize(formula).map((token) => ({ text: token.value, moves: isRange(token) }));
    this.masters.set(index, { row, column, length: formula.length, pieces });
  }

  /** The formula as it reads in that cell; undefined when the file never defined it. */
  at(index: string, row: number, column: number): string | undefined {
    const master = this.masters.get(index);
    if (!master) return undefined;
    this.characters.spend(master.length);
    const down = row - master.row;
    const right = column - master.column;
    return master.pieces
      .map(({ text, moves }) => (moves ? moved(text, down, right) : text))
      .join('');
  }
}

/** `'S'!A$1:B2` moved by rows and columns; `#REF!` when it leaves the sheet. */
function moved(reference: string, down: number, right: number): string {
  const start = reference.lastIndexOf('!') + 1;
  let lost = false;
  const place = reference
    .slice(start)
    .replace(/(\$?)([A-Za-z]+)|(\$?)(\d+)/g, (part, fixedColumn, letters, fixedRow, digits) => {
      if (fixedColumn === '$' || fixedRow === '$') return part;
      const index = letters ? fromCol(letters) + right : Number(digits) - 1 + down;
      if (index < 0 || index >= (letters ? MAX_COLUMNS : MAX_ROWS)) lost = true;
      return letters ? toCol(Math.max(0, index)) : String(index + 1);
    });
  return lost ? '#REF!' : reference.slice(0, start) + place;
}
