import type PptxGenJS from 'pptxgenjs';
import { blank } from '../figures';
import { longestWord, shorten, textWidth, wrap } from '../text';
import { page, inner, sizes, type Deck, type Slide } from './deck';

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

interface TableOptions {
  top?: number;
  bottom?: number;
  left?: number;
  width?: number;
  size?: number;
  /** Said above the table on the first of the slides. */
  note?: string;
  /** Drawn on the first of the slides, above or beside the table. */
  first?: (slide: Slide) => void;
  /** Where the table starts on further slides. */
  nextTop?: number;
  /** The first column stands for several rows: said again on each slide. */
  repeat?: boolean;
}

const padX = 0.09;
const padY = 0.055;

/**
 * A native table, on as many slides as it takes; every slide has the header and says which part it
 * is. Text is never made smaller to fit, and a column in which nothing is said is left out.
 */
export function tableSlides(
  deck: Deck,
  title: string,
  sheets: readonly string[],
  given: readonly Column[],
  all: readonly Row[],
  options: TableOptions = {},
): void {
  const { columns, rows } = withoutEmpty(given, all);
  const { left = page.left, width = inner, bottom = page.bottom } = options;
  const firstTop = options.top ?? page.top + (options.note ? 0.4 : 0);
  const nextTop = options.nextTop ?? page.top;
  const base = options.size ?? sizes.body;
  const spanning = options.repeat ? 1 : 0;
  const measured = (size: number) =>
    new Measure(widthsOf(columns, rows, width, size), size, spanning);
  const larger = largerSizes
    .map(measured)
    .find((one) => one.size > base && one.tall(columns, rows) < (bottom - firstTop) * 0.9);
  const smaller = measured(sizes.least);
  const isOne = smaller.tall(columns, rows) < bottom - firstTop;
  const measure =
    larger ??
    (isOne && measured(base).tall(columns, rows) > bottom - firstTop ? smaller : measured(base));
  const head = measure.height(columns.map(({ name }) => name));
  const room = { first: bottom - firstTop - head, next: bottom - nextTop - head };
  const whole = rows.flatMap((row) => measure.cut(row, room.next));
  const cut =
    inParts(whole, measure.heights(whole), room).length > mostParts
      ? within(deck, measure, rows, room, spanning)
      : whole;
  const parts = inParts(cut, measure.heights(cut), room);
  parts.forEach((part, i) => spread(part, i === 0 ? room.first : room.next));
  if (options.repeat) for (const part of parts) repeatHeading(cut, part);
  parts.forEach((part, i) => {
    const slide = deck.slide(title, sheets, i + 1, parts.length);
    if (i === 0) options.first?.(slide);
    if (i === 0 && options.note) deck.lead(slide, options.note);
    slide.addTable(cellsOf(deck, columns, part.rows, measure.size, options.repeat ?? false), {
      x: left,
      y: i === 0 ? firstTop : nextTop,
      w: width,
      colW: [...measure.widths],
      rowH: [head, ...part.heights],
      margin: [padY, padX, padY, padX],
      fontFace: deck.look.font,
      fontSize: measure.size,
    });
  });
}

/** What is little is said larger, if it then still has room on one slide. */
const largerSizes = [16, 14];

/** A header up to so many em stays on one line: 優先順序. */
const mostHeader = 4.5;

/** Names of people and words of a list, up to so many em, stay on one line: L (three months). */
const mostWord = 9;

/** The columns by their shares, each at least as wide as its longest word, the others giving way. */
function widthsOf(
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

function withoutEmpty(given: readonly Column[], all: readonly Row[]) {
  const isSaid = (_: unknown, i: number) =>
    i === 0 || all.some(({ cells }) => !['', blank].includes(cells[i] ?? ''));
  const columns = given.filter(isSaid);
  if (columns.length === given.length) return { columns, rows: all };
  return { columns, rows: all.map((row) => ({ ...row, cells: row.cells.filter(isSaid) })) };
}

/** How tall rows are at given widths. */
class Measure {
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

/** Most slides that one table takes. */
const mostParts = 2;

/** Every row on one line, and as many of them as the slides have room for; the last row says how many are left. */
function within(
  deck: Deck,
  measure: Measure,
  rows: readonly Row[],
  room: { first: number; next: number },
  spanning: number,
): Row[] {
  const short = rows.map((row) => measure.shortened(row));
  const parts = (some: readonly Row[]) => inParts(some, measure.heights(some), room).length;
  for (const lines of [4, 3, 2]) {
    const cut = rows.map((row) => measure.shortened(row, lines));
    if (parts(cut) <= mostParts) return cut;
  }
  if (parts(short) <= mostParts) return short;
  const more = (count: number): Row => ({
    cells: rows[0]!.cells.map((_, i) => (i === spanning ? deck.say('slide.more', { count }) : '')),
    look: 'quiet',
  });
  let kept = short.length - 1;
  while (kept > 1 && parts([...short.slice(0, kept), more(short.length - kept)]) > mostParts)
    kept -= 1;
  return [...short.slice(0, kept), more(short.length - kept)];
}

/** Most by which rows are set further apart where a slide has room. */
const mostSpread = 1.8;

function spread(part: Part, room: number): void {
  const tall = part.heights.reduce((sum, one) => sum + one, 0);
  const factor = Math.min(mostSpread, (room * 0.92) / tall);
  if (factor > 1) part.heights = part.heights.map((height) => height * factor);
}

interface Part {
  rows: Row[];
  heights: number[];
  /** Position of its first row among all of them. */
  from: number;
}

/** As few parts as it takes, each about as full as the others. */
function inParts(
  rows: readonly Row[],
  heights: readonly number[],
  room: { first: number; next: number },
): Part[] {
  const pack = (filled: number): Part[] => {
    const parts: Part[] = [{ rows: [], heights: [], from: 0 }];
    let used = 0;
    rows.forEach((row, i) => {
      const height = heights[i] ?? 0;
      const limit = (parts.length === 1 ? room.first : room.next) * filled;
      if (used + height > limit && (parts[parts.length - 1]?.rows.length ?? 0) > 0) {
        parts.push({ rows: [], heights: [], from: i });
        used = 0;
      }
      const part = parts[parts.length - 1];
      part?.rows.push(row);
      part?.heights.push(height);
      used += height;
    });
    return parts;
  };
  const least = pack(1);
  if (least.length === 1) return least;
  for (let filled = 0.4; filled < 1; filled += 0.05) {
    const even = pack(filled);
    if (even.length === least.length) return even;
  }
  return least;
}

/** The first row of a part says again under which heading it stands. */
function repeatHeading(all: readonly Row[], part: Part): void {
  const [first] = part.rows;
  if (!first || first.cells[0] !== '') return;
  let at = part.from;
  while (at > 0 && all[at]?.cells[0] === '') at -= 1;
  part.rows[0] = { ...first, cells: [all[at]?.cells[0] ?? '', ...first.cells.slice(1)] };
}

/** How many rows stand under the heading of row `i`. */
function runOf(rows: readonly Row[], i: number): number {
  let end = i + 1;
  while (end < rows.length && rows[end]?.cells[0] === '') end += 1;
  return end - i;
}

function cellsOf(
  deck: Deck,
  columns: readonly Column[],
  rows: readonly Row[],
  size: number,
  spans: boolean,
): PptxGenJS.TableRow[] {
  const { colors } = deck.look;
  const none = { type: 'none' as const };
  const rule = (color: string, pt = 0.75) => ({ type: 'solid' as const, color, pt });
  const head = columns.map(({ name, align = 'left' }) => ({
    text: name,
    options: {
      align,
      bold: true,
      valign: 'bottom' as const,
      color: colors.accentDark,
      fontSize: size,
      border: [none, none, rule(colors.accent, 1.25), none] as PptxGenJS.BorderProps[],
    },
  }));
  const body = rows.map(({ cells, look }, r) =>
    cells.map((text, i) => ({
      text,
      options: {
        ...(spans && i === 0 && { rowspan: runOf(rows, r) }),
        align: columns[i]?.align ?? ('left' as const),
        valign: 'middle' as const,
        bold: look === 'total' || (columns[i]?.strong ?? columns[i]?.heading ?? false),
        color:
          look === 'quiet' ? colors.muted : columns[i]?.heading ? colors.accentDark : colors.ink,
        fontSize: size,
        border: [none, none, rule(look === 'total' ? colors.accent : colors.line), none],
        ...(look === 'chosen' || look === 'total' ? { fill: { color: colors.accentPale } } : {}),
      },
    })),
  );
  const cellsLeft = spans
    ? body.map((cells, r) => (rows[r]?.cells[0] === '' ? cells.slice(1) : cells))
    : body;
  return [head, ...cellsLeft] as PptxGenJS.TableRow[];
}
