import { MESSAGES } from '../messages';
import { naturalKey } from '../engagement/register';
import { isAsSent } from '../engagement/votes';
import type { CellValue } from '../rules';
import type { Asking, Issue } from './ask';
import { cellPlace, isBlank, rowsIn, type Found } from './grid';
import { isNoItem, RunningSums } from './noItem';
import { CellReader } from './readCell';
import { spareRows, type Sent, type SentColumn, type SentTable, type Value } from './sent';
import { placeRows, type Placed } from './whichRow';
import { bare, shownOf } from './words';

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

/** Reads one sent table out of the place where it was found. */
export class TableReader {
  private readonly answers: FilledCell[] = [];
  private readonly own: OwnRow[] = [];
  private readonly cells: CellReader;
  private readonly seen = new Map<string, { row: number; said: Map<string, Value> }>();

  constructor(
    private readonly sent: Sent,
    private readonly table: SentTable,
    private readonly found: Found,
    private readonly asking: Asking,
  ) {
    this.cells = new CellReader(sent, table, found, asking);
  }

  read(): { answers: FilledCell[]; own: OwnRow[] } {
    const { found, table } = this;
    this.strangers();
    for (const { id, header, fill } of table.columns)
      if (fill && !found.positions.has(id))
        this.issue('column-missing', cellPlace(found.grid, 0), '', header);
    const rows = this.rows();
    for (const { row, id } of rows) if (id !== undefined) this.known(row, id);
    const above = new RunningSums(table, found);
    rows.forEach(({ row, id }, i) => {
      if (id === undefined) this.unknown(row, above, this.isApart(rows, i));
      above.add(row);
    });
    return { answers: this.answers, own: this.own };
  }

  private issue(kind: Issue['kind'], place: string, found: string, column: string): void {
    this.asking.tell({ kind, place, found, column });
  }

  /** Rows below the header that hold something, with the sent row each is; none where that cannot be told. */
  private rows(): Placed[] {
    const { grid, header, positions } = this.found;
    const lines: { row: number; id: string | undefined }[] = [];
    for (const row of rowsIn(grid)) {
      if (row <= header || grid.givenIn(row).length === 0) continue;
      const id = this.textAt(row, 'id')?.trim();
      const isSent = id !== undefined && Object.hasOwn(this.table.rows, id);
      lines.push({ row, id: isSent ? id : undefined });
    }
    const placement = placeRows(this.table, lines, (row, column) => this.cells.said(row, column));
    if ('refused' in placement) {
      const { refused } = placement;
      this.issue(
        'table-shifted',
        cellPlace(grid, refused, positions.get('id')),
        this.textAt(refused, naturalKey(this.table.id)[0]) ?? '',
        '',
      );
      return [];
    }
    const moved = placement.rows.filter((one) => one.moved);
    if (moved.length > 0) this.issue('rows-moved', grid.sheet.name, String(moved.length), '');
    return placement.rows;
  }

  /** Among the rows that were sent, or below all that are there for one's own. */
  private isApart(rows: readonly Placed[], at: number): boolean {
    const { header, grid } = this.found;
    const { row } = rows[at]!;
    if (rows.slice(at).some(({ id }) => id !== undefined)) return true;
    const table = grid.sheet.tables.find(({ area }) => area.row === header);
    return table
      ? row >= header + table.area.rows
      : row - (rows[at - 1]?.row ?? header) > spareRows;
  }

  /** A row that was sent. The same row twice counts once, unless the two differ. */
  private known(row: number, id: string): void {
    const { found } = this;
    const was = this.table.rows[id] ?? {};
    const [name] = naturalKey(this.table.id);
    const text = this.textAt(row, name);
    const before = this.seen.get(id);
    if (before && text !== null && !isAsSent(was[name], text)) {
      this.unknown(row);
      return;
    }
    const said = before?.said ?? new Map<string, Value>();
    for (const column of this.table.columns) {
      if (column.id === 'id') continue;
      const position = found.positions.get(column.id);
      if (position === undefined) continue;
      if (!column.fill) {
        if (!before) this.compareText(row, column, was[column.id]);
        continue;
      }
      const value = this.cells.read(row, column, was, was[column.id]);
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

  private textAt(row: number, column: string): string | null {
    const position = this.found.positions.get(column);
    const value = position === undefined ? null : this.found.grid.at(row, position);
    return isBlank(value) ? null : String(value);
  }

  /** What was sent to be read only, and now says something else. */
  private compareText(row: number, column: SentColumn, sent: Value | undefined): void {
    const { found } = this;
    const position = found.positions.get(column.id);
    if (position === undefined || column.id === 'no') return;
    const isError = found.grid.isError(row, position);
    if (!isError && isAsSent(sent, this.cells.said(row, column.id))) return;
    const raw = found.grid.at(row, position);
    this.issue(
      'text-changed',
      cellPlace(found.grid, row, position),
      String(raw ?? ''),
      column.header,
    );
  }

  private unknown(
    row: number,
    above = new RunningSums(this.table, this.found),
    isApart = false,
  ): void {
    const { found } = this;
    const shown = Object.fromEntries(
      this.table.columns
        .filter(({ id }) => id !== 'id' && id !== 'no')
        .flatMap(({ id }) => {
          const value = this.cells.said(row, id);
          return value === null ? [] : [[id, value]];
        }),
    );
    // What stands beside our columns is told as theirs.
    if (Object.keys(shown).length === 0) return;
    if (isNoItem(this.table, found, row, shown, above, isApart)) {
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
      const value = this.cells.read(row, column, shown);
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
  private strangers(): void {
    const { grid, header, positions } = this.found;
    const ours = new Set(positions.values());
    const columns = new Map<number, { row: number; value: CellValue }[]>();
    for (const row of rowsIn(grid).filter((one) => one > header))
      for (const { column, value } of grid.givenIn(row))
        if (!ours.has(column))
          columns.set(column, [...(columns.get(column) ?? []), { row, value }]);
    const titles = header < 0 ? [] : grid.givenIn(header);
    for (const { column, value } of titles)
      if (!ours.has(column) && !columns.has(column))
        this.issue('stray', cellPlace(grid, header, column), String(value), '');
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
      const id = this.asking.ask(
        { ...first, found: shownOf(told.map((issue) => issue.found)) },
        lost.map((one): [string, string] => [one.header.replace(/ \*$/, ''), one.id]),
      );
      if (id !== undefined) positions.set(id, column);
    }
  }
}
