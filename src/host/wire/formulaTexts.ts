import type { Area, Sheet } from '../../book';
import { WHOLE_SHEET } from './area';
import { eachCell } from './grid';

/**
 * The different texts of each sheet's formulas and links to places: a rename or a shift is tried on
 * these, and only a sheet that has one to change is gone through. Holds what once stood there, too.
 */
export class FormulaTexts {
  private readonly texts = new WeakMap<Sheet, Set<string>>();

  of(sheet: Sheet): ReadonlySet<string> {
    let known = this.texts.get(sheet);
    if (!known) {
      this.texts.set(sheet, (known = new Set()));
      this.note(sheet, WHOLE_SHEET);
    }
    return known;
  }

  /** What was written there. */
  note(sheet: Sheet, area: Area): void {
    const known = this.texts.get(sheet);
    if (!known) return;
    eachCell(sheet, area, ({ formula, hyperlink }) => {
      if (formula !== undefined) known.add(formula);
      if (hyperlink?.documentReference) known.add(hyperlink.documentReference);
    });
  }

  forget(sheet: Sheet): void {
    this.texts.delete(sheet);
  }
}
