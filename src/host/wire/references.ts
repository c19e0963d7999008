import { parseStructRef, stringifyStructRef, tokenize } from '@borgar/fx';
import type { Area, Book, Sheet } from '../../book';
import { contains, quoteSheet, splitSheet } from './area';
import type { Engine } from './engine';

type Rewrite = (formula: string) => string;

type Kind = 'range' | 'name' | 'structured';

interface Token {
  text: string;
  /** Absent for what is no reference. */
  kind?: Kind;
  /** Of a structured reference. */
  parsed?: ReturnType<typeof parseStructRef>;
}

/** What a formula says; a workbook has few different ones, and each is asked for many renames. */
interface Read {
  /** Without case, and without the apostrophes that escape or quote. */
  folded: string;
  tokens?: Token[];
  kinds?: ReadonlySet<Kind | undefined>;
}

const known = new Map<string, Read>();
const mostKnown = 50_000;

function read(formula: string): Read {
  const found = known.get(formula);
  if (found) return found;
  if (known.size >= mostKnown) known.clear();
  const made: Read = { folded: folded(formula) };
  known.set(formula, made);
  return made;
}

const kinds: Record<string, Kind> = {
  range: 'range',
  range_beam: 'range',
  range_named: 'name',
  structured: 'structured',
};

function tokensOf(formula: string): Token[] {
  const hasPrefix = formula.startsWith('=');
  const tokens = tokenize(hasPrefix ? formula : `=${formula}`, { mergeRefs: true });
  return tokens.slice(hasPrefix ? 0 : 1).map(({ type, value }): Token => {
    const kind = kinds[type];
    if (!kind) return { text: value };
    return kind === 'structured'
      ? { text: value, kind, parsed: parseStructRef(value) }
      : { text: value, kind };
  });
}

const tokensIn = (found: Read, formula: string): Token[] => (found.tokens ??= tokensOf(formula));

/** Whether a formula has a reference of this kind at all. */
export function has(kind: Kind, formula: string): boolean {
  const found = read(formula);
  found.kinds ??= new Set(tokensIn(found, formula).map((token) => token.kind));
  return found.kinds.has(kind);
}

/** A formula with every reference token given to `change`. */
export function mapReferences(
  formula: string,
  change: (reference: string, kind: Kind, parsed: Token['parsed']) => string,
): string {
  const tokens = tokensIn(read(formula), formula);
  let text = '';
  for (const token of tokens)
    text += token.kind ? change(token.text, token.kind, token.parsed) : token.text;
  return text;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const folded = (text: string): string => text.toLowerCase().replaceAll("'", '');

/** Whether a formula may refer to a name at all. */
const mentions = (formula: string, word: string): boolean =>
  read(formula).folded.includes(folded(word));

/** Points references to sheet `from` at `to`. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  if (!mentions(formula, from)) return formula;
  return mapReferences(formula, (reference) => {
    const { sheet, rest } = splitSheet(reference);
    return sheet !== undefined && same(sheet, from) ? `${quoteSheet(to)}!${rest}` : reference;
  });
}

/** Turns references to a deleted sheet into #REF!. */
export function dropSheetIn(formula: string, name: string): string {
  if (!mentions(formula, name)) return formula;
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
  if (!mentions(formula, column) || (!inside && !mentions(formula, table))) return formula;
  return mapReferences(formula, (reference, _kind, parsed) => {
    const own = parsed?.table ? same(parsed.table, table) : inside;
    return own && parsed?.columns?.some((name) => same(name, column)) ? '#REF!' : reference;
  });
}

/**
 * Points structured references to columns of a table at their new names.
 * @param names new name by the former one in lower case
 * @param inside the formula stands in the table
 */
export function renameColumnsIn(
  formula: string,
  table: string,
  names: ReadonlyMap<string, string>,
  inside: boolean,
): string {
  if (!inside && !mentions(formula, table)) return formula;
  if (![...names.keys()].some((name) => mentions(formula, name))) return formula;
  return mapReferences(formula, (reference, _kind, parsed) => {
    if (!parsed) return reference;
    const own = parsed.table ? same(parsed.table, table) : inside;
    const renamed = (column: string) => names.get(column.toLowerCase());
    if (!own || !parsed.columns?.some((column) => renamed(column) !== undefined)) return reference;
    const columns = parsed.columns.map((column) => renamed(column) ?? column);
    return stringifyStructRef({ ...parsed, columns } as never, {
      thisRow: !reference.includes('@'),
    });
  });
}

type Rewritten = Pick<Engine, 'book' | 'formulas'>;

/** A formula as it shall be; `home` is the sheet it stands on, none for a name of the workbook. */
type RewriteAt = (formula: string, home: Sheet | undefined, row: number, column: number) => string;

/**
 * Gives every different formula of each sheet to `rewrite`, and its places what that answers.
 * @param within `inside` tells whether the formula stands in these cells
 */
export function rewriteFormulas(
  { book, formulas }: Rewritten,
  rewrite: (formula: string, home: Sheet | undefined, inside: boolean) => string,
  within?: { sheet: Sheet; area: Area },
): void {
  const known = new Map<Sheet | undefined, [outside: Rewrite, inside: Rewrite]>();
  const rewriteOn = (home: Sheet | undefined) => {
    let both = known.get(home);
    if (!both) {
      both = [
        remembered((text) => rewrite(text, home, false)),
        remembered((text) => rewrite(text, home, true)),
      ];
      known.set(home, both);
    }
    return both;
  };
  const rewriteAt: RewriteAt = (formula, home, row, column) => {
    const inside =
      within !== undefined &&
      within.sheet === home &&
      contains(within.area, { row, column, rows: 1, columns: 1 });
    return rewriteOn(home)[inside ? 1 : 0](formula);
  };
  rewriteBesideCells(book, rewriteAt);
  for (const sheet of book.sheets) {
    const ways = rewriteOn(sheet).slice(0, within?.sheet === sheet ? 2 : 1);
    const texts = [...formulas.of(sheet)];
    if (ways.every((way) => texts.every((text) => way(text) === text))) continue;
    rewriteCells(sheet, rewriteAt);
    formulas.forget(sheet);
  }
}

function remembered(rewrite: Rewrite): Rewrite {
  const known = new Map<string, string>();
  return (formula) => {
    let next = known.get(formula);
    if (next === undefined) known.set(formula, (next = rewrite(formula)));
    return next;
  };
}

/** Gives every formula of the workbook, with where it stands, to `rewrite`. */
export function rewriteEach({ book, formulas }: Rewritten, rewrite: RewriteAt): void {
  rewriteBesideCells(book, rewrite);
  for (const sheet of book.sheets) {
    rewriteCells(sheet, rewrite);
    formulas.forget(sheet);
  }
}

/** Formulas of names, rules, tables and charts. */
function rewriteBesideCells(book: Book, rewrite: RewriteAt): void {
  const sheets = new Map(book.sheets.map((sheet) => [sheet.id, sheet]));
  for (const name of book.names) {
    const home = name.scope === undefined ? undefined : sheets.get(name.scope);
    name.formula = rewrite(name.formula, home, 0, 0);
  }
  // What the book does not model follows too: other charts, sparklines, pivot tables, controls.
  for (const kept of book.source?.references.formulas ?? []) {
    kept.formula = rewrite(kept.formula, sheets.get(kept.sheet ?? ''), 0, 0);
  }
  for (const sheet of book.sheets) {
    const here: Rewrite = (formula) => rewrite(formula, sheet, 0, 0);
    rewriteRules(sheet, here);
    for (const { area, columns } of sheet.tables) {
      const first: Rewrite = (formula) => rewrite(formula, sheet, area.row + 1, area.column);
      for (const column of columns) {
        if (column.formula) column.formula = first(column.formula);
        if (column.totalsFormula) column.totalsFormula = first(column.totalsFormula);
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

function rewriteCells(sheet: Sheet, rewrite: RewriteAt): void {
  for (let row = 0; row < sheet.cells.length; row++) {
    const cells = sheet.cells[row];
    if (!cells) continue;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (cell?.formula) {
        const next = rewrite(cell.formula, sheet, row, column);
        if (next !== cell.formula) cell.formula = next;
      }
      const place = cell?.hyperlink?.documentReference;
      if (place)
        cell.hyperlink = {
          ...cell.hyperlink,
          documentReference: rewrite(place, sheet, row, column),
        };
    }
  }
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
