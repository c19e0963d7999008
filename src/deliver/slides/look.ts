import type { Lang } from '../../messages';
import { escapeAttribute } from '../../xml';
import { palette } from '../palette';

/** The colour of what is in a chart to hold other parts up; it is taken out when the file is mended. */
export const unseen = '010203';

/** A firm's own colours and logo; what is left out is the product's. Colours as "12697A". */
export interface Brand {
  name?: string;
  accent?: string;
  accentDark?: string;
  ink?: string;
  /** `data:image/png;base64,…` or `data:image/svg+xml;base64,…`, drawn at the top right. */
  logo?: string;
  font?: string;
}

export interface SlideLook {
  /** Escaped already: pptxgenjs writes it as it is. */
  font: string;
  colors: Record<keyof typeof palette, string>;
  logo?: string;
  firm: string;
}

const fonts: Record<Lang, string> = {
  en: 'Segoe UI',
  'zh-CN': 'Microsoft YaHei',
  'zh-TW': 'Microsoft JhengHei',
};

const hex = (part: number) => part.toString(16).padStart(2, '0').toUpperCase();

/** A colour so much nearer to white, 0 … 1. */
function pale(color: string, by: number): string {
  const parts = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return parts.map((part) => hex(Math.round(part + (255 - part) * by))).join('');
}

/** How bright a colour is to the eye, 0 … 1. */
export function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour, as much darker as it takes to read text in it on its own pale. */
function readable(color: string): string {
  const ground = luminance(pale(color, 0.9)) + 0.05;
  let dark = color;
  while (ground / (luminance(dark) + 0.05) < 4.5) dark = darker(dark);
  return dark;
}

const darker = (color: string): string =>
  [0, 2, 4]
    .map((at) => hex(Math.floor(Number.parseInt(color.slice(at, at + 2), 16) * 0.92)))
    .join('');

export function lookOf(lang: Lang, brand: Brand = {}): SlideLook {
  const accent = brand.accent?.toUpperCase();
  return {
    font: escapeAttribute(brand.font ?? fonts[lang]),
    colors: {
      ...palette,
      ...(accent && {
        accent,
        accentDark: readable(accent),
        accentMid: pale(accent, 0.35),
        accentSoft: pale(accent, 0.68),
        accentPale: pale(accent, 0.9),
      }),
      ...(brand.accentDark && { accentDark: brand.accentDark.toUpperCase() }),
      ...(brand.ink && { ink: brand.ink.toUpperCase() }),
    },
    ...(brand.logo && { logo: brand.logo }),
    firm: brand.name ?? '',
  };
}
