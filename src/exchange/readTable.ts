import { MESSAGES } from '../messages';
import { naturalKey, rangeIn } from '../engagement/register';
import { holdsUnseen } from '../engagement/unseen';
import { isAsSent } from '../engagement/votes';
import { columnLetters, type CellValue } from '../rules';
import type { Asking, Issue } from './ask';
import { readingsOf } from './doubt';
import { findTable, givenIn, isBlank, rowsIn, type Found, type Grid } from './grid';
import type { Sent, SentColumn, SentTable, Value } from './sent';
import { isNoItem, RunningSums } from './noItem';
import { placeRows, type Placed } from './whichRow';
import { bare, understand, type Understood } from './words';

/** One cell that says something else than was sent. */
export interface FilledCell {
  table: string;
  row: string;
  column: string;
  sent: Value;
  value: Value;
  place: string;
}

/** A row that was not sent: the respondent's own. */
export interface OwnRow {
  table: string;
  cells: Record<string, Value>;
  place: string;
}

export const cellPlace = ({ sheet }: Grid, row: number, column?: number) =>
  column === undefined ? sheet.name : `${sheet.name}!${columnLetters(column)}${row + 1}`;

/** Reads one sent table out of a file. */
export class TableReader {
  private readonly answers: FilledCell[] = [];
  private readonly own: OwnRow[] = [];
  private readonly found: Found | undefined;
  /** Copies of the sheet, which are told of and not read. */
  readonly doubled: Grid[] = [];
  private readonly seen = new Map<string, { row: number; said: Map<string, Value> }>();

  constructor(
    private readonly sent: Sent,
    private readonly table: SentTable,
    grids: readonly Grid[],
    private readonly asking: Asking,
  ) {
    const [best, ...others] = findTable(table, grids);
    this.found = best;
    if (!best) this.issue('table-missing', table.sheet, '', '');
    for (const other of others)
      if (other.known > 0) {
        this.doubled.push(other.grid);
        this.issue('table-doubled', other.grid.sheet.name, '', '');
      }
  }

  area() {
    return this.found && { grid: this.found.grid, header: this.found.header };
  }

  read(): { answers: FilledCell[]; own: OwnRow[] } {
    const { found, table } = this;
    if (found) {
      this.strangers(found);
      for (const { id, header, fill } of table.columns)
        if (fill && !found.positions.has(id))
          this.issue('column-missing', cellPlace(found.grid, 0), '', header);
      const rows = this.rowsOf(found);
      for (const { row, id } of rows) if (id !== undefined) this.known(found, row, id);
      const above = new RunningSums(table, found);
      for (const { row, id } of rows) {
        if (id === undefined) this.unknown(found, row, above);
        above.add(row);
      }
    }
    return { answers: this.answers, own: this.own };
  }

  private issue(kind: Issue['kind'], place: string, found: string, column: string): void {
    this.asking.tell({ kind, place, found, column });
  }

  /** Rows below the header that hold something, with the sent row each is; none where that cannot be told. */
  private rowsOf(found: Found): Placed[] {
    const { grid, header, positions } = found;
    const ids = positions.get('id');
    const lines: { row: number; id: string | undefined }[] = [];
    for (const row of rowsIn(grid)) {
      if (row <= header || givenIn(grid, row).length === 0) continue;
      const id = ids === undefined ? '' : String(grid.at(row, ids) ?? '').trim();
      lines.push({ row, id: Object.hasOwn(this.table.rows, id) ? id : undefined });
    }
    const placement = placeRows(this.table, lines, (row, column) =>
      this.saidAt(found, row, column),
    );
    if ('refused' in placement) {
      const { refused } = placement;
      this.issue(
        'table-shifted',
        cellPlace(grid, refused, ids ?? 0),
        this.textAt(found, refused, naturalKey(this.table.id)[0]) ?? '',
        '',
      );
      return [];
    }
    const moved = placement.rows.filter((one) => one.moved);
    if (moved.length > 0) this.issue('rows-moved', grid.sheet.name, String(moved.length), '');
    return placement.rows;
  }

  /** What stands in a cell to fill: one that is merged with those above it says what they say. */
  private raw({ grid }: Found, row: number, column: number): CellValue {
    const merged = grid.sheet.merges.find(
      (area) =>
        area.columns === 1 &&
        area.column === column &&
        area.row < row &&
        row < area.row + area.rows,
    );
    return grid.at(merged?.row ?? row, column);
  }

  /** @param was as sent: said again, it is nobody's doubt */
  private cell(
    found: Found,
    row: number,
    column: SentColumn,
    was: Value = null,
  ): Value | undefined {
    const position = found.positions.get(column.id);
    if (position === undefined) return undefined;
    const said = column.fill ? this.raw(found, row, position) : found.grid.at(row, position);
    const isText = column.kind === 'text' && column.list === undefined;
    const raw = (isText ? found.grid.shown(row, position) : null) ?? said;
    const place = cellPlace(found.grid, row, position);
    if (found.grid.isError(row, position)) {
      if (column.fill) this.issue('error-value', place, String(raw), column.header);
      return undefined;
    }
    const format = found.grid.sheet.cells[row]?.[position]?.style?.numberFormat ?? '';
    if (column.kind === 'money' && typeof raw === 'number' && format.includes('%')) {
      const share = `${Number((raw * 100).toPrecision(12))}%`;
      return this.doubt(
        { kind: 'share-of-money', place, found: share, column: column.header },
        column,
      );
    }
    if (was !== null && isAsSent(was, raw)) return was;
    const understood = this.plausible(column, this.asMarked(found, position, raw));
    if ('value' in understood) {
      if (isText && column.fill && holdsUnseen(understood.value))
        this.issue('signs', place, String(raw), column.header);
      if (column.fill && understood.own && !isAsSent(was, understood.value))
        this.issue('word-own', place, String(raw), column.header);
      return understood.value;
    }
    const { problem } = understood;
    return this.doubt({ kind: problem, place, found: String(raw), column: column.header }, column);
  }

  /** What a doubtful cell says by the reply to it. */
  private doubt(issue: Issue, column: SentColumn): Value | undefined {
    if (!column.fill) return undefined;
    const list = this.listOf(column);
    const said = (text: CellValue) => {
      const understood = this.plausible(column, text);
      return 'value' in understood && understood.value !== null ? understood.value : undefined;
    };
    const choices = list
      ? list.entries.map(([id, label]): [string, Value] => [label, id])
      : readingsOf(column.kind, issue.found, this.sent.sent).flatMap((text): [string, Value][] => {
          const value = said(text.value);
          return value === undefined ? [] : [[text.label, value]];
        });
    return this.asking.ask<Value>(issue, choices, list ? undefined : said) ?? undefined;
  }

  /** What a cell to fill may say: understood, and within what its column can be. */
  private plausible(column: SentColumn, raw: CellValue): Understood | { problem: 'out-of-range' } {
    const understood = this.understood(column, raw);
    const range = column.fill ? rangeIn(this.table.id, column.id) : undefined;
    const { min = -Infinity, max = Infinity } = range ?? {};
    const value = 'value' in understood ? understood.value : undefined;
    return typeof value === 'number' && (value < min || value > max)
      ? { problem: 'out-of-range' }
      : understood;
  }

  private listOf({ list }: SentColumn) {
    return this.sent.lists.find(({ id }) => id === list);
  }

  private understood(column: SentColumn, raw: CellValue) {
    return understand(column, this.listOf(column), raw);
  }

  /** Beside ticks a letter x is a cross: it says no. */
  private asMarked({ grid, header }: Found, column: number, raw: CellValue): CellValue {
    if (typeof raw !== 'string' || !/^\s*[xｘ]\s*$/i.test(raw)) return raw;
    for (const row of rowsIn(grid).filter((one) => one > header))
      if (/^\s*[√✓✔☑]\s*$/.test(String(grid.at(row, column) ?? ''))) return '×';
    return raw;
  }

  /** What a cell says, as its column keeps it, without a word about what is wrong with it. */
  private saidAt(found: Found, row: number, id: string): Value {
    const position = found.positions.get(id);
    const column = this.table.columns.find((one) => one.id === id);
    if (position === undefined || !column || found.grid.isError(row, position)) return null;
    const raw = found.grid.at(row, position);
    const understood = this.understood(column, raw);
    return 'value' in understood ? understood.value : raw;
  }

  /** A row that was sent. The same row twice counts once, unless the two differ. */
  private known(found: Found, row: number, id: string): void {
    const was = this.table.rows[id] ?? {};
    const [name] = naturalKey(this.table.id);
    const text = this.textAt(found, row, name);
    const before = this.seen.get(id);
    if (before && text !== null && !isAsSent(was[name], text)) {
      this.unknown(found, row);
      return;
    }
    const said = before?.said ?? new Map<string, Value>();
    for (const column of this.table.columns) {
      if (column.id === 'id') continue;
      const position = found.positions.get(column.id);
      if (position === undefined) continue;
      if (!column.fill) {
        if (!before) this.compareText(found, row, column, was[column.id]);
        continue;
      }
      const value = this.cell(found, row, column, was[column.id]);
      if (value === undefined || isAsSent(was[column.id], value)) continue;
      const place = cellPlace(found.grid, row, position);
      if (said.has(column.id) || (before && !said.has(column.id) && value === null)) {
        if (said.get(column.id) !== value && value !== null)
          this.issue('row-duplicated', place, String(value), column.header);
        continue;
      }
      said.set(column.id, value);
      this.answers.push({
        table: this.table.id,
        row: id,
        column: column.id,
        sent: was[column.id] ?? null,
        value,
        place,
      });
    }
    this.seen.set(id, { row, said });
  }

  private textAt(found: Found, row: number, column: string): string | null {
    const position = found.positions.get(column);
    const value = position === undefined ? null : found.grid.at(row, position);
    return isBlank(value) ? null : String(value);
  }

  /** What was sent to be read only, and now says something else. */
  private compareText(
    found: Found,
    row: number,
    column: SentColumn,
    sent: Value | undefined,
  ): void {
    const position = found.positions.get(column.id);
    if (position === undefined || column.id === 'no') return;
    const raw = found.grid.at(row, position);
    const understood = this.understood(column, raw);
    if ('value' in understood && isAsSent(sent, understood.value)) return;
    this.issue(
      'text-changed',
      cellPlace(found.grid, row, position),
      String(raw ?? ''),
      column.header,
    );
  }

  private unknown(found: Found, row: number, above = new RunningSums(this.table, found)): void {
    const shown = Object.fromEntries(
      this.table.columns
        .filter(({ id }) => id !== 'id' && id !== 'no')
        .flatMap(({ id }) => {
          const value = this.saidAt(found, row, id);
          return value === null ? [] : [[id, value]];
        }),
    );
    // What stands beside our columns is told as theirs.
    if (Object.keys(shown).length === 0) return;
    if (isNoItem(this.table, found, row, shown, above)) {
      const words = Object.values(shown).map(String).join(' · ');
      const issue = {
        kind: 'row-no-item',
        place: cellPlace(found.grid, row, 0),
        found: words,
      } as const;
      const isItem = this.table.own
        ? this.asking.ask({ ...issue, column: '' }, [
            [MESSAGES[this.sent.lang]['exchange.isItem'], true],
          ])
        : this.issue(issue.kind, issue.place, words, '');
      if (!isItem) return;
    }
    const cells: Record<string, Value> = {};
    for (const column of this.table.columns) {
      if (column.id === 'id' || column.id === 'no') continue;
      const value = this.cell(found, row, column);
      if (value !== undefined && value !== null) cells[column.id] = value;
    }
    const given = Object.entries(cells);
    if (given.length === 0) return;
    const [name] = naturalKey(this.table.id);
    const nameHeader = this.table.columns.find(({ id }) => id === name)?.header ?? name;
    const all = given.map(([, value]) => String(value)).join(' · ');
    if (!this.table.own) {
      this.issue('row-unknown', cellPlace(found.grid, row, 0), all, nameHeader);
      return;
    }
    const place = cellPlace(found.grid, row, found.positions.get(name) ?? 0);
    if (cells[name] === undefined) this.issue('nameless', place, all, nameHeader);
    this.own.push({ table: this.table.id, cells, place });
  }

  /**
   * What stands in columns that were not sent: a column with a header is asked about as a whole, for
   * it may be one that is missing.
   */
  private strangers(found: Found): void {
    const { grid, header, positions } = found;
    const ours = new Set(positions.values());
    const columns = new Map<number, { row: number; value: CellValue }[]>();
    for (const row of rowsIn(grid).filter((one) => one > header))
      for (const { column, value } of givenIn(grid, row))
        if (!ours.has(column))
          columns.set(column, [...(columns.get(column) ?? []), { row, value }]);
    for (const [column, cells] of [...columns].sort(([a], [b]) => a - b)) {
      const title = bare(grid.at(header, column)) === '' ? '' : String(grid.at(header, column));
      const lost = this.table.columns.filter(({ id, fill }) => fill && !positions.has(id));
      const told = cells.map(({ row, value }): Issue => {
        const place = cellPlace(grid, row, column);
        return { kind: 'column-unknown', place, found: String(value), column: title };
      });
      const [first] = told;
      if (!first || title === '' || lost.length === 0) {
        for (const issue of told) this.asking.tell(issue);
        continue;
      }
      const some = told.slice(0, shownOfColumn).map((issue) => issue.found);
      const more = told.length > some.length ? [`… (${told.length})`] : [];
      const id = this.asking.ask(
        { ...first, found: [...some, ...more].join(' · ') },
        lost.map((one): [string, string] => [one.header.replace(/ \*$/, ''), one.id]),
      );
      if (id !== undefined) positions.set(id, column);
    }
  }
}

/** How many values show what a column is about. */
const shownOfColumn = 3;
