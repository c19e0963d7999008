import type { Cell, Sheet, Validation } from '../../src/book';
import type { Desk } from './desk';

/** What is equal has the same text, in whatever order its parts came. */
const textOf = (one: unknown): string =>
  JSON.stringify(one, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

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
      const { value, ...others } = cell;
      const shown = cell.formula === undefined ? value : null;
      return `${r}/${c} ${textOf([shown, others])}`;
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
 * Everything that is known of a workbook, in a form in which what is the same is equal: without the ids that
 * Excel counts up, the sheet that is shown, and empty cells that only have a look.
 */
export function wholeOf({ host: { book } }: Desk): unknown {
  const { names, styles, settings, properties, customXml } = book;
  const whole = {
    // A sheet that was renamed meanwhile may be written with quotes.
    names: sorted(names, (one) => textOf({ ...one, formula: one.formula.replaceAll("'", '') })),
    styles: sorted(styles, (one) => textOf(one)),
    settings: entries(settings),
    properties: { ...properties },
    customXml: sorted(customXml, ({ namespace, xml }) => `${namespace} ${xml}`),
    sheets: book.sheets.map(sheetOf),
  };
  return JSON.parse(textOf(whole));
}
