import type { Lang } from '../../messages';
import { palette } from '../palette';

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

/** A colour so much nearer to white, 0 … 1. */
function pale(color: string, by: number): string {
  const parts = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return parts
    .map((part) =>
      Math.round(part + (255 - part) * by)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
}

export function lookOf(lang: Lang, brand: Brand = {}): SlideLook {
  const accent = brand.accent?.toUpperCase();
  return {
    font: brand.font ?? fonts[lang],
    colors: {
      ...palette,
      ...(accent && {
        accent,
        accentDark: accent,
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
