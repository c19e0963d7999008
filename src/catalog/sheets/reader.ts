import { columnLetters } from '../../rules';
import { error, WHOLE, type Problem, type ProblemCode } from '../problem';
import { readCell } from './cell';
import type { SheetColumn } from './columns';

/** A sheet as it was found: values from its cell A1 on. */
export interface FoundSheet {
  name: string;
  values: readonly (readonly unknown[])[];
}

/** What is wrong, and on which sheet and in which cell where that can be told. */
export interface PlacedProblem extends Problem {
  sheet?: string;
  /** A1 notation. */
  cell?: string;
}

/** Where a row stands. */
export interface Place {
  sheet: string;
  row: number;
  /** Header → column. */
  columns: ReadonlyMap<string, number>;
}

export interface ReadRow {
  thing: Record<string, unknown>;
  place: Place;
}

const textOf = (cell: unknown) => String(cell ?? '').trim();

/** Reads tables from sheets by their headers, and keeps what could not be read with its cell. */
export class SheetReader {
  readonly problems: PlacedProblem[] = [];

  constructor(private readonly sheets: readonly FoundSheet[]) {}

  find(name: string): FoundSheet | undefined {
    return this.sheets.find((one) => one.name.trim().toLowerCase() === name.toLowerCase());
  }

  /** Reports a sheet that is not there. */
  need(name: string): FoundSheet | undefined {
    const found = this.find(name);
    if (!found) this.problems.push(error('sheet-missing', WHOLE, { sheet: name }));
    return found;
  }

  report(code: ProblemCode, at: { sheet: string; row: number; column: number }, params = {}): void {
    const cell = cellName(at.column, at.row);
    this.problems.push({ ...error(code, WHOLE, params), sheet: at.sheet, cell });
  }

  /**
   * The header row – the first that holds the header `first` – and where each column stands.
   * @param spare headers that may be missing
   */
  headers(
    { name: sheet, values }: FoundSheet,
    columns: readonly SheetColumn[],
    first: string,
    spare: readonly string[] = [],
  ): Omit<Place, 'sheet'> | undefined {
    const row = values.findIndex((cells) => cells.some((cell) => textOf(cell) === first));
    if (row < 0) {
      this.report('column-missing', { sheet, row: 0, column: 0 }, { column: first });
      return undefined;
    }
    const positions = new Map<string, number>();
    values[row]?.forEach((cell, column) => {
      const header = textOf(cell);
      const isBlank = values.slice(row + 1).every((cells) => textOf(cells[column]) === '');
      if (header === '' && isBlank) return;
      const at = { sheet, row, column };
      if (!columns.some((one) => one.header === header))
        this.report('column-unknown', at, { column: header });
      else if (positions.has(header)) this.report('column-twice', at, { column: header });
      else positions.set(header, column);
    });
    for (const { header } of columns)
      if (!positions.has(header) && !spare.includes(header))
        this.report('column-missing', { sheet, row, column: 0 }, { column: header });
    return { row, columns: positions };
  }

  value(column: SheetColumn, cell: unknown, at: { sheet: string; row: number; column: number }) {
    const read = readCell(column, cell);
    if ('value' in read) return read.value;
    this.report('cell-unreadable', at, {
      column: column.header,
      found: String(cell).slice(0, 40),
      type: read.fault,
    });
    return undefined;
  }

  /**
   * What each row that holds anything is about.
   * @param spare headers that may be missing
   */
  rows(
    sheet: FoundSheet,
    columns: readonly SheetColumn[],
    first: string,
    spare: readonly string[] = [],
  ): ReadRow[] {
    const head = this.headers(sheet, columns, first, spare);
    if (!head) return [];
    return sheet.values.flatMap((cells, row): ReadRow[] => {
      if (row <= head.row || ![...head.columns.values()].some((at) => textOf(cells[at]) !== ''))
        return [];
      const thing: Record<string, unknown> = {};
      for (const column of columns) {
        const position = head.columns.get(column.header);
        if (position === undefined) continue;
        const at = { sheet: sheet.name, row, column: position };
        put(thing, column.path, this.value(column, cells[position], at));
      }
      return [{ thing, place: { sheet: sheet.name, row, columns: head.columns } }];
    });
  }
}

/** The problem with the cell of the field that it is about. */
export function placedAt(problem: Problem, place: Place): PlacedProblem {
  const field = String(problem.params.field ?? '');
  const header = [...place.columns.keys()].find((one) => isWithin(field, one));
  const column = place.columns.get(header ?? 'id') ?? [...place.columns.values()][0] ?? 0;
  return { ...problem, sheet: place.sheet, cell: cellName(column, place.row) };
}

/** Whether a field of a problem lies in a column: "calledBy.x" in "calledBy", "text.en" in "text.en". */
export const isWithin = (field: string, header: string) =>
  field !== '' &&
  (field === header ||
    field.startsWith(`${header}.`) ||
    field.startsWith(`${header}[`) ||
    header.startsWith(`${field}.`));

export function put(thing: Record<string, unknown>, path: readonly string[], value: unknown): void {
  if (value === undefined) return;
  const [name = '', ...rest] = path;
  if (rest.length === 0) thing[name] = value;
  else put((thing[name] ??= {}) as Record<string, unknown>, rest, value);
}

const cellName = (column: number, row: number) => `${columnLetters(column)}${row + 1}`;
