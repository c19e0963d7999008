import { blank } from '../figures';
import { page, inner, sizes, type Deck, type Slide } from './deck';
import { draw } from './drawTable';
import { Measure, widthsOf, type Column, type Row } from './measure';

export type { Column, Row } from './measure';

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
  /** May stand under the table before it, where both are short. */
  joins?: boolean;
}

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
  if (options.joins && joined(deck, title, sheets, columns, rows, options)) return;
  const { left = page.left, width = inner, bottom = page.bottom } = options;
  const firstTop = options.top ?? page.top + (options.note ? deck.leadHeight(options.note) : 0);
  const nextTop = options.nextTop ?? page.top;
  const base = options.size ?? sizes.body;
  const spanning = options.repeat ? 1 : 0;
  const measured = (size: number) =>
    new Measure(widthsOf(columns, rows, width, size), size, spanning);
  const isShort = options.joins && measured(base).tall(columns, rows) < short;
  const larger = largerSizes
    .filter((size) => !isShort || size < 16)
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
  parts.forEach((part, i) =>
    spread(part, i === 0 ? room.first : room.next, isShort ? 1.3 : mostSpread),
  );
  if (options.repeat) for (const part of parts) repeatHeading(cut, part);
  parts.forEach((part, i) => {
    const slide = deck.slide(title, sheets, i + 1, parts.length);
    if (i === 0) options.first?.(slide);
    if (i === 0 && options.note) deck.lead(slide, options.note);
    const y = i === 0 ? firstTop : nextTop;
    draw(deck, slide, { left, y }, columns, part, measure, options.repeat);
    if (width === inner) deck.below = { slide, y: y + head + tallOf(part), size: measure.size };
  });
}

/** How tall a table may be at most that leaves room for another one. */
const short = 2.2;

/** Room for what stands over a table that shares its slide. */
const headRoom = 0.5;

/** A short table under another one, its title between them. @returns whether there was room */
function joined(
  deck: Deck,
  title: string,
  sheets: readonly string[],
  columns: readonly Column[],
  rows: readonly Row[],
  { size = sizes.body, note, repeat = false }: TableOptions,
): boolean {
  const { below } = deck;
  if (!below || note) return false;
  const top = below.y + 0.3;
  const room = page.bottom - top - headRoom;
  const measure = [...largerSizes, Math.min(size, below.size)]
    .filter((one) => one <= below.size)
    .map((one) => new Measure(widthsOf(columns, rows, inner, one), one, repeat ? 1 : 0))
    .find((one) => one.tall(columns, rows) < room);
  if (!measure) return false;
  const head = measure.height(columns.map(({ name }) => name));
  const part: Part = { rows: [...rows], heights: measure.heights(rows), from: 0 };
  spread(part, room - head);
  below.slide.addText(title, {
    ...{ x: page.left, y: top, w: inner, h: headRoom - 0.1, margin: 0, valign: 'middle' },
    ...{ fontFace: deck.look.font, fontSize: 18, bold: true, color: deck.look.colors.ink },
  });
  const y = top + headRoom;
  draw(deck, below.slide, { left: page.left, y }, columns, part, measure, repeat);
  deck.alsoFrom(sheets);
  deck.below = { ...below, y: y + head + tallOf(part) };
  return true;
}

/** What is little is said larger, if it then still has room on one slide. */
const largerSizes = [16, 14];

function withoutEmpty(given: readonly Column[], all: readonly Row[]) {
  const isSaid = (_: unknown, i: number) =>
    i === 0 || all.some(({ cells }) => !['', blank].includes(cells[i] ?? ''));
  const columns = given.filter(isSaid);
  if (columns.length === given.length) return { columns, rows: all };
  return { columns, rows: all.map((row) => ({ ...row, cells: row.cells.filter(isSaid) })) };
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
  const lined = rows.map((row) => measure.shortened(row));
  const parts = (some: readonly Row[]) => inParts(some, measure.heights(some), room).length;
  for (const lines of [4, 3, 2]) {
    const cut = rows.map((row) => measure.shortened(row, lines));
    if (parts(cut) <= mostParts) return cut;
  }
  if (parts(lined) <= mostParts) return lined;
  const more = (count: number): Row => ({
    cells: rows[0]!.cells.map((_, i) => (i === spanning ? deck.say('slide.more', { count }) : '')),
    look: 'quiet',
  });
  let kept = lined.length - 1;
  while (kept > 1 && parts([...lined.slice(0, kept), more(lined.length - kept)]) > mostParts)
    kept -= 1;
  return [...lined.slice(0, kept), more(lined.length - kept)];
}

/** Most by which rows are set further apart where a slide has room. */
const mostSpread = 1.8;

function spread(part: Part, room: number, most = mostSpread): void {
  const factor = Math.min(most, (room * 0.92) / tallOf(part));
  if (factor > 1) part.heights = part.heights.map((height) => height * factor);
}

interface Part {
  rows: Row[];
  heights: number[];
  /** Position of its first row among all of them. */
  from: number;
}

const tallOf = ({ heights }: Part): number => heights.reduce((sum, one) => sum + one, 0);

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
