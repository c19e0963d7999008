import { columnLetters } from '../rules';

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** What the operations of one request write to. */
export interface Target {
  readonly workbook: Excel.Workbook;
  /** Asked for once a request. */
  sheet(name: string): Excel.Worksheet;
  /** A new one, at the end. */
  addSheet(name: string): void;
  /** Cells by their place, for this request alone: what is kept costs as much again. */
  range(sheet: string, area: Area): Excel.Range;
  /** Areas that the same is done to, in as many parts as addresses have room. */
  areas(sheet: string, areas: readonly Area[]): Cells[];
}

/** What can be done to cells wherever they are. */
export type Cells = Pick<
  Excel.RangeAreas,
  'style' | 'format' | 'dataValidation' | 'conditionalFormats'
>;

/**
 * Bytes that are worth less than a further range and what is written into it: what counts is the number
 * of actions, of which a range takes three at least.
 */
export const rangeWorth = 4_000;

/** Excel takes 8,192 signs. */
const mostSigns = 8_000;

export function targetOf(workbook: Excel.Workbook): Target {
  const sheets = new Map<string, Excel.Worksheet>();
  const cells = new Map<string, Cells>();
  const sheet = (name: string): Excel.Worksheet => {
    const known = sheets.get(name) ?? workbook.worksheets.getItem(name);
    sheets.set(name, known);
    return known;
  };
  return {
    workbook,
    sheet,
    addSheet: (name) => {
      sheets.set(name, workbook.worksheets.add(name));
    },
    range: (name, { row, column, rows, columns }) =>
      sheet(name).getRangeByIndexes(row, column, rows, columns).untrack(),
    areas: (name, areas) =>
      addressesOf(areas).map((address) => {
        const key = `${name}!${address}`;
        const known = cells.get(key) ?? sheet(name).getRanges(address).untrack();
        cells.set(key, known);
        return known;
      }),
  };
}

/** "B3:B40,D3" – as few texts as hold them all. */
function addressesOf(areas: readonly Area[]): string[] {
  const texts: string[] = [];
  for (const area of areas) {
    const address = addressOf(area);
    const last = texts[texts.length - 1];
    if (last === undefined || last.length + address.length >= mostSigns) texts.push(address);
    else texts[texts.length - 1] = `${last},${address}`;
  }
  return texts;
}

/** "B3:C40", with `dollar` "$B$3:$C$40". */
export function addressOf({ row, column, rows, columns }: Area, dollar = ''): string {
  const corner = (r: number, c: number) => `${dollar}${columnLetters(c)}${dollar}${r + 1}`;
  const first = corner(row, column);
  return rows === 1 && columns === 1
    ? first
    : `${first}:${corner(row + rows - 1, column + columns - 1)}`;
}

/** "='Sheet'!$B$3:$C$40" */
export const referenceTo = (sheet: string, area: Area): string =>
  `='${sheet.replaceAll("'", "''")}'!${addressOf(area, '$')}`;
