import { parseStructRef, stringifyStructRef, tokenize } from '@borgar/fx';
import type { Book, Sheet } from '../model/book';
import { quoteSheet, splitSheet } from './area';

type Rewrite = (formula: string) => string;

/** A formula with every reference token given to `change`. */
export function mapReferences(
  formula: string,
  change: (reference: string, kind: 'range' | 'name' | 'structured') => string,
): string {
  const hasPrefix = formula.startsWith('=');
  const tokens = tokenize(hasPrefix ? formula : `=${formula}`, { mergeRefs: true });
  let text = '';
  for (const token of tokens) {
    if (token.type === 'range' || token.type === 'range_beam') text += change(token.value, 'range');
    else if (token.type === 'range_named') text += change(token.value, 'name');
    else if (token.type === 'structured') text += change(token.value, 'structured');
    else text += token.value;
  }
  return hasPrefix ? text : text.slice(1);
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const mentions = (formula: string, word: string): boolean =>
  formula.toLowerCase().includes(word.toLowerCase());

/** Column names in structured references escape some characters by an apostrophe. */
const unescaped = (text: string): string => text.replaceAll("'", '');
const withoutQuotes = (text: string): string => text.replace(/''/g, "'");

/** Points references to sheet `from` at `to`. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  if (!mentions(withoutQuotes(formula), from)) return formula;
  return mapReferences(formula, (reference) => {
    const { sheet, rest } = splitSheet(reference);
    return sheet !== undefined && same(sheet, from) ? `${quoteSheet(to)}!${rest}` : reference;
  });
}

/** Turns references to a deleted sheet into #REF!. */
export function dropSheetIn(formula: string, name: string): string {
  if (!mentions(withoutQuotes(formula), name)) return formula;
  return mapReferences(formula, (reference) => {
    const { sheet } = splitSheet(reference);
    return sheet !== undefined && same(sheet, name) ? '#REF!' : reference;
  });
}

/** Points structured references (and the bare name) of a table at its new name. */
export function renameTableIn(formula: string, from: string, to: string): string {
  if (!mentions(formula, from)) return formula;
  return mapReferences(formula, (reference, kind) => {
    if (kind === 'name' && same(reference, from)) return to;
    if (kind !== 'structured') return reference;
    const bracket = reference.indexOf('[');
    return same(reference.slice(0, bracket), from) ? to + reference.slice(bracket) : reference;
  });
}

/** Turns references to a table that is gone into #REF!. */
export function dropTableIn(formula: string, name: string): string {
  if (!mentions(formula, name)) return formula;
  return mapReferences(formula, (reference, kind) => {
    const owner = kind === 'structured' ? reference.slice(0, reference.indexOf('[')) : reference;
    return kind !== 'range' && same(owner, name) ? '#REF!' : reference;
  });
}

/** Turns references to a column that is gone into #REF!. `inside`: the formula stands in the table. */
export function dropColumnIn(
  formula: string,
  table: string,
  column: string,
  inside: boolean,
): string {
  if (!inside && !mentions(formula, table)) return formula;
  return mapReferences(formula, (reference, kind) => {
    const parsed = kind === 'structured' ? parseStructRef(reference) : undefined;
    const own = parsed?.table ? same(parsed.table, table) : inside;
    return own && parsed?.columns?.some((name) => same(name, column)) ? '#REF!' : reference;
  });
}

/** Points structured references to one column at its new name. `inside`: the formula stands in the table. */
export function renameColumnIn(
  formula: string,
  table: string,
  from: string,
  to: string,
  inside: boolean,
): string {
  if (!inside && !mentions(formula, table)) return formula;
  if (!mentions(unescaped(formula), unescaped(from))) return formula;
  return mapReferences(formula, (reference, kind) => {
    if (kind !== 'structured') return reference;
    const parsed = parseStructRef(reference);
    if (!parsed) return reference;
    const own = parsed.table ? same(parsed.table, table) : inside;
    if (!own || !parsed.columns?.some((column) => same(column, from))) return reference;
    const columns = parsed.columns.map((column) => (same(column, from) ? to : column));
    return stringifyStructRef({ ...parsed, columns } as never, {
      thisRow: !reference.includes('@'),
    });
  });
}

/** Gives every formula of the workbook, with where it stands, to `rewrite`. */
export function rewriteFormulas(
  book: Book,
  rewrite: (formula: string, sheet: Sheet | undefined, row: number, column: number) => string,
): void {
  for (const name of book.names) {
    const home = book.sheets.find((sheet) => sheet.id === name.scope);
    name.formula = rewrite(name.formula, home, 0, 0);
  }
  for (const sheet of book.sheets) {
    rewriteCells(sheet, rewrite);
    const here: Rewrite = (formula) => rewrite(formula, sheet, 0, 0);
    rewriteRules(sheet, here);
    for (const table of sheet.tables) {
      for (const column of table.columns) {
        if (column.formula)
          column.formula = rewrite(column.formula, sheet, table.area.row + 1, table.area.column);
        if (column.totalsFormula) {
          column.totalsFormula = rewrite(
            column.totalsFormula,
            sheet,
            table.area.row + 1,
            table.area.column,
          );
        }
      }
    }
    for (const chart of sheet.charts) {
      for (const series of chart.series) {
        series.values = here(series.values);
        if (series.categories) series.categories = here(series.categories);
        if (series.nameRef) series.nameRef = here(series.nameRef);
      }
    }
  }
}

function rewriteCells(
  sheet: Sheet,
  rewrite: (formula: string, sheet: Sheet, row: number, column: number) => string,
): void {
  sheet.cells.forEach((cells, row) =>
    cells?.forEach((cell, column) => {
      if (cell?.formula) cell.formula = rewrite(cell.formula, sheet, row, column);
      const place = cell?.hyperlink?.documentReference;
      if (place)
        cell.hyperlink = {
          ...cell.hyperlink,
          documentReference: rewrite(place, sheet, row, column),
        };
    }),
  );
}

function rewriteRules(sheet: Sheet, rewrite: Rewrite): void {
  const maybe: Rewrite = (text) => (text.startsWith('=') ? rewrite(text) : text);
  for (const { rule } of sheet.validations) {
    if (rule.type === 'list') rule.source = maybe(rule.source);
    else if (rule.type === 'custom') rule.formula = maybe(rule.formula);
    else {
      rule.formula1 = maybe(rule.formula1);
      if (rule.formula2) rule.formula2 = maybe(rule.formula2);
    }
  }
  for (const { rule } of sheet.conditionalFormats) {
    if (rule.type === 'custom') rule.formula = maybe(rule.formula);
    else if (rule.type === 'cellValue') {
      rule.formula1 = maybe(rule.formula1);
      if (rule.formula2) rule.formula2 = maybe(rule.formula2);
    }
  }
}
