import { longestWord, shorten, textWidth, wrap } from '../text';

export interface Column {
  name: string;
  /** Share of the width, relative to the other columns. */
  width: number;
  align?: 'left' | 'right' | 'center';
  strong?: boolean;
  /** What the row stands under, rather than what it says. */
  heading?: boolean;
}

export interface Row {
  cells: string[];
  /** Set off: a total, or the row that counts. */
  look?: 'total' | 'chosen' | 'quiet';
}

/** Inches from a cell's edge to its text. */
export const padX = 0.09;
export const padY = 0.055;

/** A header up to so many em stays on one line: 優先順序. */
const mostHeader = 4.5;

/** Names of people and words of a list, up to so many em, stay on one line: L (three months). */
const mostWord = 9;

/** The columns by their shares, each at least as wide as its longest word, the others giving way. */
export function widthsOf(
  columns: readonly Column[],
  rows: readonly Row[],
  width: number,
  size: number,
): number[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const shares = columns.map((column) => (column.width / total) * width);
  const least = columns.map(({ name }, i) => {
    const cells = rows.map((row) => row.cells[i] ?? '');
    const whole = Math.max(0, ...cells.map(textWidth));
    const word = Math.max(
      longestWord(name),
      Math.min(textWidth(name), mostHeader),
      ...(whole <= mostWord ? [whole] : cells.map(longestWord)),
    );
    return Math.min((word * size * 1.1) / 72 + 2 * padX, width * 0.25);
  });
  const spare = shares.map((share, i) => Math.max(0, share - (least[i] ?? 0)));
  const lacking = shares.map((share, i) => Math.max(0, (least[i] ?? 0) - share));
  const sum = (all: readonly number[]) => all.reduce((done, one) => done + one, 0);
  const moved = Math.min(sum(spare), sum(lacking));
  const part = (all: readonly number[], i: number) => ((all[i] ?? 0) * moved) / (sum(all) || 1);
  return shares.map((share, i) => share + part(lacking, i) - part(spare, i));
}

/** How tall rows are at given widths. */
export class Measure {
  private readonly line: number;

  constructor(
    readonly widths: readonly number[],
    readonly size: number,
    /** Columns whose cells span several rows. */
    private readonly spanning: number,
  ) {
    this.line = (size * 1.42) / 72;
  }

  private room = (i: number): number =>
    (((this.widths[i] ?? 1) - 2 * padX) * 72 * 0.96) / this.size;

  private wrapped = (cell: string, i: number): string[] => wrap(cell, this.room(i));

  private of = (lines: number) => lines * this.line + 2 * padY;

  height = (cells: readonly string[]): number =>
    this.of(
      Math.max(...cells.map((cell, i) => (i < this.spanning ? 1 : this.wrapped(cell, i).length))),
    );

  heights(rows: readonly Row[]): number[] {
    const heights = rows.map(({ cells }) => this.height(cells));
    if (this.spanning > 0) this.makeRoom(rows, heights);
    return heights;
  }

  /** How tall the table is as a whole. */
  tall(columns: readonly Column[], rows: readonly Row[]): number {
    const head = this.height(columns.map(({ name }) => name));
    return this.heights(rows).reduce((sum, one) => sum + one, head);
  }

  /** Rows that stand under one heading are together as tall as it. */
  private makeRoom(rows: readonly Row[], heights: number[]): void {
    let start = 0;
    for (let i = 1; i <= rows.length; i += 1) {
      if (i < rows.length && rows[i]?.cells[0] === '') continue;
      const have = heights.slice(start, i).reduce((sum, one) => sum + one, 0);
      const need = this.of(this.wrapped(rows[start]?.cells[0] ?? '', 0).length);
      heights[i - 1] = (heights[i - 1] ?? 0) + Math.max(0, need - have);
      start = i;
    }
  }

  /** On so many lines in each cell. */
  shortened = (row: Row, lines = 1): Row => ({
    ...row,
    cells: row.cells.map((cell, i) =>
      i < this.spanning || this.wrapped(cell, i).length <= lines
        ? cell
        : this.cutTo(cell, i, lines),
    ),
  });

  private cutTo(cell: string, i: number, lines: number): string {
    const parts = cell.split('\n');
    if (parts.length > 1 && parts.length <= lines)
      return parts.map((part) => shorten(part, this.room(i))).join('\n');
    let room = this.room(i) * lines;
    while (room > 1 && this.wrapped(shorten(cell, room), i).length > lines) room -= 1;
    return shorten(cell, room);
  }

  /** A row taller than a slide, as several rows. */
  cut(row: Row, room: number): Row[] {
    const most = Math.max(1, Math.floor((room - 2 * padY) / this.line));
    const lines = row.cells.map(this.wrapped);
    const count = Math.ceil(Math.max(...lines.map(({ length }) => length)) / most);
    if (count <= 1) return [row];
    return Array.from({ length: count }, (_, part) => ({
      ...row,
      cells: lines.map((one) => one.slice(part * most, (part + 1) * most).join('\n')),
    }));
  }
}
