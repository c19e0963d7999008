import { isoOf } from '../../rules';
import { blank, fieldShown } from '../figures';
import { fieldOf } from '../outline';
import { wrap } from '../text';
import { page, type Deck } from './deck';
import { placed } from './logo';

const width = page.width - 2.4;

/** The largest in which the title has room above the line. */
const titleSize = (title: string): number =>
  [38, 32, 26, 20].find(
    (size) => wrap(title, (width * 72 * 0.96) / size).length * size * 1.25 <= 1.9 * 72,
  ) ?? 16;

/** Whose project it is, for whom, with which model, as of when. */
export function titleSlide(deck: Deck): void {
  const { outline, look } = deck;
  const { colors, font } = look;
  const slide = deck.pptx.addSlide();
  slide.background = { color: colors.paper };
  slide.addShape('rect', { x: 0, y: 0, w: 0.28, h: page.height, fill: { color: colors.accent } });
  if (look.logo)
    slide.addImage(placed(look.logo, { x: page.width - page.left - 2, y: 0.6, w: 2, h: 0.8 }));
  const text = (words: string, y: number, h: number, size: number, bold: boolean, color: string) =>
    slide.addText(words, {
      x: 1,
      y,
      w: width,
      h,
      margin: 0,
      valign: y < 3 ? 'bottom' : 'top',
      fontFace: font,
      fontSize: size,
      bold,
      color,
    });
  text(outline.title, 1.4, 1.9, titleSize(outline.title), true, colors.ink);
  slide.addShape('rect', { x: 1, y: 3.5, w: 0.9, h: 0.07, fill: { color: colors.accent } });
  const kind = deck.audience === 'steering' ? 'deliver.steering' : 'deliver.team';
  text(deck.say(kind), 3.75, 0.5, 18, false, colors.accentDark);
  const day = fieldOf(outline, 'Value.At');
  const lines = [
    ['Engagement.Client', 'Engagement.Vendor'],
    ['Engagement.Model', 'Engagement.Stage'],
  ].map((names) =>
    names
      .map((name) => fieldShown(outline, name))
      .filter((value) => value !== blank && value !== outline.title)
      .join('  ·  '),
  );
  const dated = typeof day === 'number' ? [deck.say('deliver.asOf', { day: isoOf(day) })] : [];
  text([...lines, ...dated].filter(Boolean).join('\n'), 4.35, 1.6, 16, false, colors.muted);
}
