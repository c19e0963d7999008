import { cellAt, isFree, memberOf, respilled } from './array';
import type { Evaluation } from './evaluation';
import type { FormulaCell } from './graph';
import type { Stale } from './stale';

/** The cells that array formulas fill beside their first. */
export class ArrayCells {
  constructor(
    private readonly stale: Stale,
    private readonly evaluation: Evaluation,
    private readonly remove: (cell: FormulaCell) => void,
  ) {}

  /** Gives a formula that spills the cells that its result takes. */
  spill(anchor: FormulaCell): void {
    const size = respilled(anchor);
    if (!size) return;
    const { source, row, column } = anchor;
    const cell = cellAt(source, row, column);
    if (!isFree(anchor, size)) {
      return this.block(anchor);
    }
    this.empty(anchor);
    cell.array = { ...cell.array, ...size };
    this.fill(anchor);
    this.stale.spread(source, row, column);
  }

  /** Takes up the cells that an array formula fills besides its first. */
  fill(anchor: FormulaCell): void {
    const { source, row, column } = anchor;
    const { rows = 1, columns = 1 } = source.cell(row, column)?.array ?? {};
    for (let r = row; r < row + rows; r++)
      for (let c = column; c < column + columns; c++) {
        if (r === row && c === column) continue;
        const cell = cellAt(source, r, c);
        if (cell.formula !== undefined) continue;
        const member = memberOf(anchor, r, c);
        (source.formulas[r] ??= [])[c] = member;
        anchor.members.push(member);
        for (const precedent of member.precedents) precedent.readers.set(member);
        this.stale.add(member);
      }
  }

  /** Something stands where a formula would spill: what it gives is not known. */
  block(anchor: FormulaCell): void {
    anchor.block = undefined;
    anchor.run = () => anchor.source.miss();
    this.stale.mark(anchor);
  }

  /** Takes back the cells that an array formula has filled. */
  empty(anchor: FormulaCell): void {
    for (const member of anchor.members.splice(0)) {
      const { source, row, column } = member;
      if (source.formulas[row]?.[column] !== member) continue;
      this.remove(member);
      cellAt(source, row, column).value = null;
      this.evaluation.changed.push(member);
      this.stale.spread(source, row, column);
    }
  }
}
