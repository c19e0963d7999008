import { shorten, wrap } from '../text';
import { sizes, type Deck, type Slide } from './deck';

/** Inches. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

interface ListLook {
  color?: string;
  /** The size above which text does not grow. */
  largest?: number;
  bullets?: boolean;
}

const indent = 12;

/** Points between items: what is said large stands further apart. */
const gapOf = (size: number): number => (size < 16 ? 3 : size / 2);

/** Of how many lines of points a text of so many em to the line is. */
const tall = (lines: number, size: number): number => (lines * size * 1.3) / 72;

const linesOf = (text: string, width: number, size: number, bullets: boolean): number =>
  wrap(text, (width * 72 * 0.95 - (bullets ? indent : 0)) / size).length;

/** How tall a list is in a size, with the space between its items. */
const heightOf = (items: readonly string[], width: number, size: number, bullets: boolean) =>
  items.reduce(
    (sum, text) => sum + tall(linesOf(text, width, size, bullets), size) + gapOf(size) / 72,
    0,
  );

/**
 * Items one under the other, as large as they fit; what has no room even at the smallest is cut to a line each, and counted.
 * Text is never smaller than the smallest, and never leaves the box.
 */
function list(
  deck: Deck,
  slide: Slide,
  box: Box,
  items: readonly string[],
  { color = deck.look.colors.ink, largest = 16, bullets = true }: ListLook = {},
): void {
  if (items.length === 0) return;
  const size = listSize(box, items, largest, bullets);
  const all = size === undefined ? cut(deck, box, items, bullets) : items;
  const options = (last: boolean) => ({
    breakLine: !last,
    paraSpaceAfter: gapOf(size ?? sizes.least),
    ...(bullets && { bullet: { indent } }),
  });
  slide.addText(
    all.map((text, i) => ({ text, options: options(i === all.length - 1) })),
    {
      ...box,
      margin: 0,
      valign: 'top',
      fontFace: deck.look.font,
      fontSize: size ?? sizes.least,
      color,
    },
  );
}

/** The size in which all items fit. */
const listSize = (
  { w, h }: Pick<Box, 'w' | 'h'>,
  items: readonly string[],
  largest: number,
  bullets: boolean,
): number | undefined =>
  [24, 20, 16, 14, 13, sizes.least]
    .filter((size) => size <= largest)
    .find((size) => heightOf(items, w, size, bullets) <= h);

/** Each on one line, and as many as fit. */
function cut(deck: Deck, box: Box, items: readonly string[], bullets: boolean): string[] {
  const room = (box.w * 72 * 0.93 - (bullets ? indent : 0)) / sizes.least;
  const short = items.map((text) => shorten(text, room));
  const height = (all: readonly string[]) => heightOf(all, box.w, sizes.least, bullets);
  let kept = short.length;
  const told = () =>
    kept < short.length
      ? [...short.slice(0, kept), deck.say('slide.more', { count: short.length - kept })]
      : short;
  while (kept > 1 && height(told()) > box.h) kept -= 1;
  return told();
}

export interface Card {
  head: string;
  items: readonly string[];
  tone?: 'plain' | 'strong' | 'warn';
  /** The size above which its items do not grow. */
  largest?: number;
}

const pad = 0.16;

/** Fields beside each other, each with a heading and what stands under it: all in the size of the fullest. */
export function cards(deck: Deck, slide: Slide, all: readonly { box: Box; given: Card }[]): void {
  const size = Math.min(...all.map(({ box, given }) => sizeOf(box, given)));
  for (const { box, given } of all) card(deck, slide, box, { ...given, largest: size });
}

/** The largest size in which the items of a field fit under its whole heading. */
const sizeOf = (box: Box, { head, items, largest = 14 }: Card): number =>
  listSize(under(box, head, largest).whole, items, largest, true) ?? sizes.least;

/** How tall a field has to be for all that it says in a size. */
export const tallIn = (width: number, { head, items }: Card, size: number): number => {
  const { whole } = under({ x: 0, y: 0, w: width, h: 0 }, head, size);
  return whole.y + heightOf(items, whole.w, size, true) + pad * 0.5;
};

/** The heading of a field on as many lines as it takes, on one line, and what is left below it. */
function under(box: Box, head: string, largest: number) {
  const size = largest < 16 ? 14 : 16;
  const width = box.w - 2 * pad;
  const room = (width * 72 * 0.85) / size;
  const height = (lines: number) => (head === '' ? 0 : tall(lines, size) + 0.08);
  const lines = Math.min(3, wrap(head, room).length);
  const below = (taken: number): Box => {
    const top = pad * 0.75 + height(taken);
    return { x: box.x + pad, y: box.y + top, w: width, h: box.h - top - pad * 0.5 };
  };
  return { size, room, height, lines, whole: below(lines), most: below(1) };
}

/** A field with a heading and what stands under it. */
function card(deck: Deck, slide: Slide, box: Box, given: Card): void {
  const { colors, font } = deck.look;
  const { head, items, tone = 'plain', largest = 14 } = given;
  const isStrong = tone === 'strong';
  const fill = isStrong ? colors.accentDark : tone === 'warn' ? colors.warnPale : colors.band;
  slide.addShape('rect', { ...box, fill: { color: fill } });
  if (!isStrong)
    slide.addShape('rect', {
      x: box.x,
      y: box.y,
      w: 0.06,
      h: box.h,
      fill: { color: tone === 'warn' ? colors.warn : colors.accent },
    });
  const { size, room, height, lines, whole, most } = under(box, head, largest);
  // Where items have to be cut, the heading leaves them its further lines.
  const isCut = listSize(whole, items, largest, true) === undefined;
  if (head !== '')
    slide.addText(isCut && lines > 1 ? shorten(head, room) : head, {
      x: box.x + pad,
      y: box.y + pad * 0.75,
      w: box.w - 2 * pad,
      h: height(isCut ? 1 : lines),
      margin: 0,
      valign: 'top',
      fontFace: font,
      fontSize: size,
      bold: true,
      color: isStrong ? colors.paper : tone === 'warn' ? colors.warn : colors.accentDark,
    });
  list(deck, slide, isCut ? most : whole, items, {
    largest,
    color: isStrong ? colors.paper : colors.ink,
  });
}

/** Between boxes of a grid. */
export const space = 0.22;

/** Boxes of one size in so many columns, within a box. */
export function grid(box: Box, count: number, most: number): Box[] {
  const rows = Math.ceil(count / most);
  const columns = Math.ceil(count / rows);
  const w = (box.w - space * (columns - 1)) / columns;
  const h = (box.h - space * (rows - 1)) / rows;
  return Array.from({ length: count }, (_, i) => ({
    x: box.x + (i % columns) * (w + space),
    y: box.y + Math.floor(i / columns) * (h + space),
    w,
    h,
  }));
}

/** One text in its box, as large as it fits. */
export function fitted(
  deck: Deck,
  slide: Slide,
  box: Box,
  text: string,
  options: {
    bold?: boolean;
    color?: string;
    largest?: number;
    align?: 'left' | 'right' | 'center';
  } = {},
): void {
  const { bold = false, color = deck.look.colors.ink, largest = 14, align = 'left' } = options;
  const size = sizeIn(box, text, bold, largest);
  let said = text;
  while (!fitsIn(box, said, bold, size) && said.length > 1)
    said = `${said.slice(0, -2).trimEnd()}…`;
  slide.addText(said, {
    ...box,
    margin: 0,
    valign: 'middle',
    align,
    fontFace: deck.look.font,
    fontSize: size,
    bold,
    color,
  });
}

/** The largest size in which a text fits, or the smallest that there is. */
export const sizeIn = (
  box: Pick<Box, 'w' | 'h'>,
  text: string,
  bold = false,
  largest = 14,
): number =>
  [28, 24, 20, 16, 14, 13]
    .filter((one) => one <= largest)
    .find((size) => fitsIn(box, text, bold, size)) ?? sizes.least;

const fitsIn = (
  { w, h }: Pick<Box, 'w' | 'h'>,
  text: string,
  bold: boolean,
  size: number,
): boolean => tall(wrap(text, (w * 72 * (bold ? 0.87 : 0.95)) / size).length, size) <= h;
