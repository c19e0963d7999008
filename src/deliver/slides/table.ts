import { blank } from '../figures';
import { page, inner, sizes, type Deck, type Slide } from './deck';
import { draw } from './drawTable';
import { Measure, widthsOf, type Column, type Row } from './measure';

export type { Column, Row } from './measure';

interface TableOptions {
  top?: number;
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
  /** May stand under the table before it, where both are short; `only`: not on a slide of its own. */
  joins?: boolean | 'only';
  /** What follows is short and may stand under this: its last slide is left as much room as can be. */
  followed?: boolean;
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
  if (options.joins === 'only') return;
  const { left = page.left, width = inner } = options;
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
    .find((one) => one.size > base && one.tall(columns, rows) < (page.bottom - firstTop) * 0.9);
  const roomOf = (one: Measure) => {
    const head = headOf({ measure: one, columns });
    return { first: page.bottom - firstTop - head, next: page.bottom - nextTop - head };
  };
  const partsOf = (one: Measure) => inParts(rows, one.heights(rows), roomOf(one)).length;
  const [usual, smaller] = [measured(base), measured(sizes.least)];
  // Smaller where that saves a slide that would be the second, or what else would be cut.
  const isSaved = [1, mostParts].some((most) => partsOf(usual) > most && partsOf(smaller) <= most);
  const measure = larger ?? (isSaved ? smaller : usual);
  const room = roomOf(measure);
  const whole = rows.flatMap((row) => measure.cut(row, room.next));
  const cut =
    inParts(whole, measure.heights(whole), room).length > mostParts
      ? within(deck, measure, rows, room, spanning)
      : whole;
  const parts = inParts(cut, measure.heights(cut), room, options.followed);
  if (options.repeat) for (const part of parts) repeatHeading(cut, part);
  parts.forEach((part, i) => {
    const slide = deck.slide(title, sheets, i + 1, parts.length);
    if (i === 0) options.first?.(slide);
    if (i === 0 && options.note) deck.lead(slide, options.note);
    const y = i === 0 ? firstTop : nextTop;
    const table = { slide, left, y, columns, part, measure, spans: options.repeat ?? false };
    if (width === inner) deck.below = ending(deck, table);
    else drawTo(deck, table, page.bottom);
  });
}

interface Placed {
  slide: Slide;
  left: number;
  y: number;
  columns: readonly Column[];
  part: Part;
  measure: Measure;
  spans: boolean;
}

const headOf = ({ measure, columns }: Pick<Placed, 'measure' | 'columns'>): number =>
  measure.height(columns.map(({ name }) => name));

/** Its rows further apart where there is room. @returns how far down it reaches */
function drawTo(deck: Deck, table: Placed, bottom: number): number {
  const { slide, left, y, columns, part, measure, spans } = table;
  const top = y + headOf(table);
  spread(part, bottom - top);
  draw(deck, slide, { left, y }, columns, part, measure, spans);
  return top + tallOf(part);
}

/** A table that another one may come to stand under. */
function ending(deck: Deck, table: Placed): NonNullable<Deck['below']> {
  const { slide, y, part, measure } = table;
  const tall = headOf(table) + tallOf(part);
  return {
    ...{ slide, tall, end: y + tall, size: measure.size },
    draw: (bottom) => drawTo(deck, table, bottom),
  };
}

/** How tall a table may be at most that leaves room for another one. */
const short = 2.2;

/** Room for what stands over a table that shares its slide. */
const headRoom = 0.5;

/** Between tables that share a slide. */
const apart = 0.3;

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
  if (!below) return false;
  const said = note ? deck.leadHeight(note) : 0;
  const over = apart + headRoom + said;
  const room = page.bottom - below.end - over;
  const measure = [...largerSizes, Math.min(size, below.size)]
    .filter((one) => one <= below.size)
    .map((one) => new Measure(widthsOf(columns, rows, inner, one), one, repeat ? 1 : 0))
    .find((one) => one.tall(columns, rows) < room);
  if (!measure) return false;
  const tall = measure.tall(columns, rows);
  // Both have what is left by how tall they are.
  const left = ((room - tall) * below.tall) / (below.tall + tall);
  const top = deck.settle(below.end + left) + apart;
  below.slide.addText(title, {
    ...{ x: page.left, y: top, w: inner, h: headRoom - 0.1, margin: 0, valign: 'middle' },
    ...{ fontFace: deck.look.font, fontSize: 18, bold: true, color: deck.look.colors.ink },
  });
  if (note) deck.lead(below.slide, note, top + headRoom);
  deck.alsoFrom(sheets);
  const part: Part = { rows: [...rows], heights: measure.heights(rows), from: 0 };
  const y = top + headRoom + said;
  const { slide } = below;
  deck.below = ending(deck, { slide, left: page.left, y, columns, part, measure, spans: repeat });
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

function spread(part: Part, room: number): void {
  const factor = Math.min(mostSpread, (room * 0.92) / tallOf(part));
  if (factor > 1) part.heights = part.heights.map((height) => height * factor);
}

interface Part {
  rows: Row[];
  heights: number[];
  /** Position of its first row among all of them. */
  from: number;
}

const tallOf = ({ heights }: Part): number => heights.reduce((sum, one) => sum + one, 0);

/** As few parts as it takes, each about as full as the others, or all but the last full. */
function inParts(
  rows: readonly Row[],
  heights: readonly number[],
  room: { first: number; next: number },
  uneven = false,
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
  if (least.length === 1 || uneven) return least;
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
