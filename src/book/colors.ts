import { type Node, childrenOf, descendants, numeric } from './xml';

/** Office's standard theme, in the order of theme indexes. */
export const OFFICE_THEME = [
  'FFFFFF', '000000', 'EEECE1', '1F497D', '4F81BD', 'C0504D',
  '9BBB59', '8064A2', '4BACC6', 'F79646', '0000FF', '800080',
]; // prettier-ignore

export const THEME_ORDER = [
  'lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2',
  'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink',
]; // prettier-ignore

/** Indexes 8 and up; 0–7 repeat the first eight. */
const INDEXED = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 ' +
  '008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF ' +
  'FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF ' +
  'FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 ' +
  '993300 993366 333399 333333'
).split(' ');

/** Colours a workbook names by index. */
export interface Palette {
  theme: string[];
  indexed: string[];
}

export function readPalette(theme: Node | undefined, styles: Node | undefined): Palette {
  const scheme = descendants(theme, 'clrScheme')[0];
  const named = new Map(
    scheme?.children.map((entry) => {
      const color = entry.children[0]?.attributes;
      return [entry.name, color?.['lastClr'] ?? color?.['val'] ?? '000000'];
    }),
  );
  const own = descendants(styles, 'indexedColors').flatMap((list) => childrenOf(list, 'rgbColor'));
  return {
    theme: THEME_ORDER.map((key, i) => named.get(key) ?? OFFICE_THEME[i]!),
    indexed: Array.from(
      { length: 64 },
      (_, i) => own[i]?.attributes['rgb']?.slice(-6) ?? INDEXED[i < 8 ? i : i - 8]!,
    ),
  };
}

/** A colour element as "#RRGGBB"; undefined when it is missing or automatic. */
export function readColor(node: Node | undefined, palette: Palette): string | undefined {
  if (!node || node.attributes['auto'] === '1') return undefined;
  const { rgb } = node.attributes;
  const theme = numeric(node, 'theme');
  const indexed = numeric(node, 'indexed');
  const hex =
    rgb?.slice(-6) ??
    (theme !== undefined ? palette.theme[theme] : undefined) ??
    (indexed !== undefined ? palette.indexed[indexed] : undefined);
  if (!hex || !/^[0-9A-Fa-f]{6}$/.test(hex)) return undefined;
  return `#${tinted(hex, numeric(node, 'tint') ?? 0).toUpperCase()}`;
}

/** Lightens (tint > 0) or darkens a colour as Excel does, in HSL. */
function tinted(hex: string, tint: number): string {
  if (tint === 0) return hex;
  const rgb = [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
  const max = Math.max(...rgb);
  const min = Math.min(...rgb);
  const light = (max + min) / 2;
  const target = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = 1 - Math.abs(2 * light - 1);
  const scale = chroma === 0 ? 0 : (1 - Math.abs(2 * target - 1)) / chroma;
  return rgb
    .map((c) => Math.round(Math.min(1, Math.max(0, target + (c - light) * scale)) * 255))
    .map((c) => c.toString(16).padStart(2, '0'))
    .join('');
}

/** "#RRGGBB" → the file's opaque "FFRRGGBB". */
export const argb = (color: string) => `FF${color.replace('#', '').toUpperCase()}`;
