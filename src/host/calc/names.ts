import { parseStructRef } from '@borgar/fx';
import { kept, type Book, type DefinedName, type Sheet, type Table } from '../../book';

/** Rows and columns of a structured reference; `thisRow` spans the table's data rows. */
export interface TableArea {
  sheet: Sheet;
  top: number;
  left: number;
  bottom: number;
  right: number;
  thisRow: boolean;
}

const references = kept<ReturnType<typeof parseStructRef>>();

const fold = (name: string) => name.toLowerCase();

/** Sheets, tables and defined names by the names formulas use for them, without case. */
export class Names {
  private readonly sheets = new Map<string, Sheet>();
  private readonly tables = new Map<string, { table: Table; sheet: Sheet }>();
  /** Read when one is asked for: names come one by one, each beside formulas that ask for tables. */
  private names?: Map<string, DefinedName>;

  constructor(private readonly book: Book) {
    for (const sheet of book.sheets) {
      this.sheets.set(fold(sheet.name), sheet);
      for (const table of sheet.tables) this.tables.set(fold(table.name), { table, sheet });
    }
  }

  /** Defined names have come, gone or been renamed. */
  namesChanged(): void {
    this.names = undefined;
  }

  sheet(name: string): Sheet | undefined {
    return this.sheets.get(fold(name));
  }

  /** In the order of their tabs. */
  get allSheets(): Sheet[] {
    return [...this.sheets.values()];
  }

  /** The sheets of `First:Last`, in their order; nothing where either is missing. */
  sheetsBetween(range: string): Sheet[] {
    const all = this.allSheets;
    const ends = range.split(':').map((name) => all.indexOf(this.sheet(name)!));
    return ends.includes(-1) ? [] : all.slice(Math.min(...ends), Math.max(...ends) + 1);
  }

  /** A defined name as seen from a sheet: its own names hide the workbook's. */
  name(name: string, sheet: Sheet): DefinedName | undefined {
    const names = (this.names ??= this.readNames());
    return names.get(`${sheet.id}!${fold(name)}`) ?? names.get(`!${fold(name)}`);
  }

  private readNames(): Map<string, DefinedName> {
    return new Map(
      this.book.names.map((one) => [`${one.scope ?? ''}!${fold(one.name)}`, one] as const),
    );
  }

  table(name: string): { table: Table; sheet: Sheet } | undefined {
    return this.tables.get(fold(name));
  }

  tableAt(sheet: Sheet, row: number, column: number): Table | undefined {
    return sheet.tables.find(
      ({ area }) =>
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    );
  }

  /**
   * The cells a structured reference means. `own` is the table the formula stands in.
   * Returns what is wrong as text, or '#REF!' where the reference is valid but has no cells.
   */
  tableArea(reference: string, own: Table | undefined, sheet: Sheet): TableArea | string {
    const parsed = references(reference, () => parseStructRef(reference));
    if (!parsed) return `Excel cannot read the reference ${reference}.`;
    const found = parsed.table ? this.table(parsed.table) : own && { table: own, sheet };
    if (!found) {
      return parsed.table
        ? `There is no table "${parsed.table}".`
        : `${reference} names no table and the cell is not in one.`;
    }
    const { table } = found;
    const { columns: wanted = [], sections = [] } = parsed;
    const columns = wanted.map((name) => columnIn(table, name));
    const unknown = columns.indexOf(-1);
    if (unknown >= 0) return `Table "${table.name}" has no column "${wanted[unknown]}".`;
    const rows = sectionRows(table, sections);
    if (!rows) return '#REF!';
    const [first = 0, last = columns.length ? first : table.columns.length - 1] = columns;
    return {
      sheet: found.sheet,
      ...rows,
      left: table.area.column + Math.min(first, last),
      right: table.area.column + Math.max(first, last),
      thisRow: sections.includes('this row'),
    };
  }
}

/** Nearly every formula has the name as the header has it. */
function columnIn({ columns }: Table, name: string): number {
  const exact = columns.findIndex((column) => column.name === name);
  return exact >= 0 ? exact : columns.findIndex((column) => fold(column.name) === fold(name));
}

/** The table's data rows. */
function dataRows(table: Table): { top: number; bottom: number } {
  return {
    top: table.area.row + (table.showHeaders ? 1 : 0),
    bottom: table.area.row + table.area.rows - 1 - (table.showTotals ? 1 : 0),
  };
}

function sectionRows(
  table: Table,
  sections: readonly string[],
): { top: number; bottom: number } | undefined {
  const first = table.area.row;
  const last = first + table.area.rows - 1;
  const data = dataRows(table);
  const wanted = sections.length ? sections : ['data'];
  if (wanted.includes('all')) return { top: first, bottom: last };
  const parts = [
    wanted.includes('headers') && table.showHeaders ? [first, first] : undefined,
    wanted.includes('data') || wanted.includes('this row') ? [data.top, data.bottom] : undefined,
    wanted.includes('totals') && table.showTotals ? [last, last] : undefined,
  ].flatMap((part) => part ?? []);
  if (parts.length === 0) return undefined;
  return { top: Math.min(...parts), bottom: Math.max(...parts) };
}
