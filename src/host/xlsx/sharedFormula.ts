import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import { cellName } from './address';
import { Allowance } from './errors';

/** Formulas a file writes once for many cells, by the file's index. */
export class SharedFormulas {
  private readonly characters = new Allowance(20_000_000, 'copies of shared formulas');
  private readonly relative = new Map<string, string>();

  define(index: string, formula: string, row: number, column: number): void {
    this.relative.set(index, translateFormulaToR1C1(formula, cellName(row, column)));
  }

  /** The formula as it reads in that cell; undefined when the file never defined it. */
  at(index: string, row: number, column: number): string | undefined {
    const relative = this.relative.get(index);
    if (relative === undefined) return undefined;
    this.characters.spend(relative.length);
    return translateFormulaToA1(relative, cellName(row, column));
  }
}
