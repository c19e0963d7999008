import { openSync, type Font } from 'fontkit';
import { paperFonts } from '../../src/cli/commands/deliverPictures';
import { drawPages } from '../../src/deliver';
import { newNode } from '../../src/deliver/map/node';
import type { PaperFonts } from '../../src/deliver';

const opened = (font: PaperFonts['regular'] | undefined): Font => {
  if (font === undefined) throw new Error('No font');
  return (typeof font === 'string' ? openSync(font) : openSync(...font)) as Font;
};
const widthOf = (font: Font, text: string) => font.layout(text).advanceWidth / font.unitsPerEm;

test('English has narrow apostrophes and quotes, in a font that has Chinese too', () => {
  const font = opened(paperFonts('en')?.regular);
  for (const sign of ['’', '“', '”']) expect(widthOf(font, sign)).toBeLessThan(0.5);
  expect(widthOf(font, '中')).toBe(1);
});

test('bold text stays within its box', () => {
  const font = opened(paperFonts('en')?.bold);
  const map = newNode({
    text: 'Map',
    children: [
      newNode({
        text: 'Step',
        children: [
          newNode({ text: 'B – ignition point: one thing the figures can prove within a quarter' }),
        ],
      }),
    ],
  });
  const labels = drawPages(map, 'en').flatMap((page) => page.labels);
  const group = labels.filter(({ size, bold }) => bold && size === 13);
  expect(group.length).toBeGreaterThan(1);
  for (const { text, size } of group) expect(widthOf(font, text) * size).toBeLessThan(190);
});
