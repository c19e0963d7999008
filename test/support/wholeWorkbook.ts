import type { Cell, Sheet, Style, Validation } from '../../src/book';
import type { Desk } from './desk';

/** Looks are shared by many cells: each is told once, by its number. */
const looks = new Map<string, number>();
const numbers = new WeakMap<Style, number>();

function lookOf(style: Style): number {
  const known = numbers.get(style);
  if (known !== undefined) return known;
  const text = textOf(style);
  const number = looks.get(text) ?? looks.size;
  looks.set(text, number);
  numbers.set(style, number);
  return number;
}

/** What is equal has the same text, in whatever order its parts came. */
function textOf(one: unknown): string {
  if (Array.isArray(one)) {
    const isTexts = one.every((part) => typeof part === 'string');
    return isTexts ? JSON.stringify(one) : `[${one.map(textOf).join()}]`;
  }
  if (typeof one !== 'object' || one === null) return JSON.stringify(one) ?? 'null';
  const parts = Object.entries(one).filter(([, part]) => part !== undefined);
  parts.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${parts.map(([name, part]) => `"${name}":${textOf(part)}`).join()}}`;
}

const sorted = <T>(all: readonly T[], text: (one: T) => string) =>
  all.map(text).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
const entries = (map: ReadonlyMap<unknown, unknown> | undefined) =>
  sorted([...(map ?? [])], (one) => textOf(one));

const isBlank = ({ formula, value, hyperlink }: Cell) =>
  formula === undefined && value === null && hyperlink === undefined;

/** What stands in a sheet's cells, with its look; looks of empty cells are left out. */
const cellsOf = ({ cells }: Sheet) =>
  cells.flatMap((row, r) =>
    (row ?? []).flatMap((cell, c) => {
      if (!cell || isBlank(cell)) return [];
      const { value, style, formula, ...others } = cell;
      const content = formula === undefined ? textOf(value) : formula;
      const look = style ? ` look ${lookOf(style)}` : '';
      return `${r}/${c}${look} ${content} ${textOf(others)}`;
    }),
  );

/** Which cells each rule holds for, however their areas are cut. */
function validationsOf(validations: readonly Validation[]): string[] {
  const cells = new Map<string, string[]>();
  for (const { areas, ...rule } of validations) {
    const text = textOf(rule);
    const all = areas.flatMap(({ row, column, rows, columns }) =>
      Array.from(
        { length: rows * columns },
        (_, i) => `${row + (i % rows)}/${column + Math.floor(i / rows)}`,
      ),
    );
    cells.set(text, [...(cells.get(text) ?? []), ...all]);
  }
  return sorted([...cells], ([text, all]) => `${text} ${all.sort().join(' ')}`);
}

/** Ids and ranks that Excel counts up, and maps, which are told in their order, below. */
const counted = { id: undefined, priority: undefined };

function sheetOf(sheet: Sheet) {
  const { tables, validations, conditionalFormats, charts } = sheet;
  const maps = {
    ...{ columnWidths: sheet.columnWidths, rowHeights: sheet.rowHeights },
    ...{ columnStyles: sheet.columnStyles, rowStyles: sheet.rowStyles },
    ...{ columnMarks: sheet.columnMarks, rowMarks: sheet.rowMarks },
    customProperties: sheet.customProperties,
  };
  return {
    ...sheet,
    ...counted,
    cells: cellsOf(sheet),
    tables: tables.map((table) => ({ ...table, ...counted })),
    validations: validationsOf(validations),
    conditionalFormats: [...conditionalFormats]
      .sort((a, b) => a.priority - b.priority)
      .map((one) => textOf({ ...one, ...counted })),
    charts: charts.map((chart) => textOf({ ...chart, ...counted })),
    ...Object.fromEntries(Object.entries(maps).map(([name, map]) => [name, entries(map)])),
    hiddenColumns: [...sheet.hiddenColumns].sort(),
    hiddenRows: [...sheet.hiddenRows].sort(),
  };
}

/**
 * Everything that is known of a workbook, as a text (JSON) that is equal where it is the same: without the ids that
 * Excel counts up, the sheet that is shown, and empty cells that only have a look.
 */
export function wholeOf({ host: { book } }: Desk): string {
  const { names, styles, settings, properties, customXml } = book;
  return textOf({
    // A sheet that was renamed meanwhile may be written with quotes.
    names: sorted(names, (one) => textOf({ ...one, formula: one.formula.replaceAll("'", '') })),
    styles: sorted(styles, (one) => textOf(one)),
    settings: entries(settings),
    properties: { ...properties },
    customXml: sorted(customXml, ({ namespace, xml }) => `${namespace} ${xml}`),
    sheets: book.sheets.map(sheetOf),
  });
}
