import type PptxGenJS from 'pptxgenjs';
import type { Deck, Slide } from './deck';
import { padX, padY, type Column, type Measure, type Row } from './measure';

/** A native table with its header, in the size that it was measured in. */
export function draw(
  deck: Deck,
  slide: Slide,
  { left, y }: { left: number; y: number },
  columns: readonly Column[],
  part: { rows: readonly Row[]; heights: readonly number[] },
  measure: Measure,
  spans = false,
): void {
  const head = measure.height(columns.map(({ name }) => name));
  slide.addTable(cellsOf(deck, columns, part.rows, measure.size, spans), {
    x: left,
    y,
    w: measure.widths.reduce((sum, one) => sum + one, 0),
    colW: [...measure.widths],
    rowH: [head, ...part.heights],
    margin: [padY, padX, padY, padX],
    fontFace: deck.look.font,
    fontSize: measure.size,
  });
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
