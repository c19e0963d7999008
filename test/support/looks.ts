import type { Area, Book, NamedStyle, Sheet, Style } from '../../src/book';
import { areaName, cellName } from '../../src/book/address';

/** Cells of one look, as few areas as they make when rows are put together that are alike. */
function* areasOf(sheet: Sheet): Generator<[Style, Area]> {
  let open = new Map<string, [Style, Area]>();
  for (let row = 0; row <= sheet.cells.length; row++) {
    const runs = new Map<string, [Style, Area]>();
    const cells = sheet.cells[row] ?? [];
    for (let column = 0; column < cells.length; column++) {
      const style = cells[column]?.style;
      const first = column;
      while (style && cells[column + 1]?.style === style) column++;
      if (!style) continue;
      const area = { row, column: first, rows: 1, columns: column - first + 1 };
      const key = `${first} ${area.columns} ${JSON.stringify(style)}`;
      const above = open.get(key);
      if (above) above[1].rows += 1;
      runs.set(key, above ?? [style, area]);
    }
    for (const [key, ended] of open) if (!runs.has(key)) yield ended;
    open = runs;
  }
}

/** The style that a cell has by name, and what is its own beside. */
function byName(styles: readonly NamedStyle[], { named, ...style }: Style): string {
  const look = styles.find(({ name }) => name === named)?.look ?? {};
  const own = Object.entries(style).filter(
    ([part, value]) => JSON.stringify(value) !== JSON.stringify(look[part as keyof Style]),
  );
  return `${named ?? 'Normal'}${own.length > 0 ? ` ${JSON.stringify(Object.fromEntries(own))}` : ''}`;
}

const sizes = (map: Map<number, number>) =>
  [...map]
    .sort(([a], [b]) => a - b)
    .map(([at, size]) => `${at}:${Math.round(100 * size) / 100}`)
    .join(' ');

/** Areas by what stands there. */
function grouped(found: readonly (readonly [string, readonly Area[]])[]): string[] {
  const lines = new Map<string, string[]>();
  for (const [what, areas] of found)
    lines.set(what, [...(lines.get(what) ?? []), ...areas.map(areaName)]);
  return [...lines].map(([what, areas]) => `  ${what} ${areas.join(' ')}`);
}

/** Without what is told otherwise, or numbered as it comes. */
const told = (what: object, ...without: string[]) =>
  JSON.stringify(what, (key, value: unknown) => (without.includes(key) ? undefined : value));

function* sheetLooks(styles: readonly NamedStyle[], sheet: Sheet) {
  const { name, visibility, tabColor, showGridlines, freeze, pageLayout, protection } = sheet;
  yield `${name} ${told({ visibility, tabColor, showGridlines, freeze, pageLayout, protection })}`;
  yield `  columns ${sizes(sheet.columnWidths)}, hidden ${[...sheet.hiddenColumns].join(' ')}`;
  yield `  rows ${sizes(sheet.rowHeights)}, hidden ${[...sheet.hiddenRows].join(' ')}`;
  for (const table of sheet.tables)
    yield `  ${areaName(table.area)} ${told(table, 'area', 'id', 'columns')}`;
  yield* grouped([...areasOf(sheet)].map(([style, area]) => [byName(styles, style), [area]]));
  yield* grouped(sheet.validations.map((one) => [told(one, 'areas'), one.areas]));
  yield* grouped(sheet.conditionalFormats.map((one) => [told(one, 'areas', 'id'), one.areas]));
  for (const chart of sheet.charts) yield `  ${told(chart, 'id')}`;
}

/** How a workbook looks, by areas, in lines that a person can read. */
export const looksOf = ({ sheets, styles, names }: Book): string[] => [
  ...sheets.flatMap((sheet) => [...sheetLooks(styles, sheet)]),
  ...styles.map((style) => JSON.stringify(style)),
  ...names.map(({ name, formula, visible }) => `${name} ${formula}${visible ? '' : ' hidden'}`),
];

/** What its cells say, row by row; a formula is told where it is another than that above. */
export const wordsIn = ({ sheets }: Book): string[] =>
  sheets.flatMap(({ name, cells }) => [
    name,
    ...cells.flatMap((row, r) => {
      const said = (row ?? []).flatMap((cell, c) => {
        const text = cell?.formula ?? JSON.stringify(cell?.value ?? null);
        const isAsAbove = cell?.formula !== undefined && cells[r - 1]?.[c]?.formula === text;
        return text === 'null' || isAsAbove ? [] : [`${cellName(r, c)} ${text}`];
      });
      return said.length > 0 ? [`  ${said.join(' · ')}`] : [];
    }),
  ]);
