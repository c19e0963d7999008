import type { ConditionalStyle } from './book';
import { type Border, type NamedStyle, type Style, internStyle } from './style';
import { type Palette, readColor, readPalette } from './colors';
import { APPLIES, BORDER_FROM_FILE, upper } from './vocabulary';
import { builtInFormat, isDateFormat } from './numberFormats';
import { isAsWritten } from './overlay/plain';
import { type Node, child, childrenOf, flag, numeric } from './xml';

export interface Look {
  style: Style | undefined;
  isDate: boolean;
}

export interface OpenedStyles {
  /** By the file's cell format index. */
  looks: Look[];
  named: NamedStyle[];
  differences: ConditionalStyle[];
  palette: Palette;
}

/**
 * What a workbook's styles mean; anything that is the default look is left out.
 * @param file what tells the file's styles from others, for looks that have more than a style says
 */
export function readStyles(
  styles: Node | undefined,
  theme: Node | undefined,
  file: string,
): OpenedStyles {
  const palette = readPalette(theme, styles);
  const formats = new Map(
    childrenOf(child(styles, 'numFmts'), 'numFmt').map((node) => [
      numeric(node, 'numFmtId') ?? 0,
      node.attributes['formatCode'] ?? 'General',
    ]),
  );
  const fontNodes = childrenOf(child(styles, 'fonts'), 'font');
  const normalColor = child(fontNodes[0], 'color')?.attributes['rgb'];
  const fonts = fontNodes.map((font) => readFont(font, palette, normalColor));
  const fills = childrenOf(child(styles, 'fills'), 'fill').map((fill) => readFill(fill, palette));
  const borders = childrenOf(child(styles, 'borders'), 'border').map((border) =>
    readBorders(border, palette),
  );
  const asWritten = isAsWritten(styles);
  const lookOf = (xf: Node): Style => {
    const id = numeric(xf, 'numFmtId') ?? 0;
    const format = formats.get(id) ?? builtInFormat(id) ?? 'General';
    const fill = fills[numeric(xf, 'fillId') ?? 0];
    const protection = child(xf, 'protection');
    return {
      ...(format !== 'General' && { numberFormat: format }),
      ...fonts[numeric(xf, 'fontId') ?? 0],
      ...(fill && { fill }),
      ...borders[numeric(xf, 'borderId') ?? 0],
      ...readAlignment(child(xf, 'alignment')),
      ...(!flag(protection, 'locked', true) && { locked: false }),
      ...(flag(protection, 'hidden') && { formulaHidden: true }),
    };
  };
  const named = readNamed(styles, lookOf);
  const looks = childrenOf(child(styles, 'cellXfs'), 'xf').map((xf, index): Look => {
    const name = named.get(numeric(xf, 'xfId') ?? 0)?.name;
    const style: Style = { ...(name !== undefined && { named: name }), ...lookOf(xf) };
    // What has no look of its own is the file's first one, whatever that is.
    const more = index > 0 && !asWritten(xf, style) && { origin: `${file}:${index}` };
    return {
      style: internStyle({ ...style, ...more }),
      isDate: isDateFormat(style.numberFormat ?? 'General'),
    };
  });
  const differences = childrenOf(child(styles, 'dxfs'), 'dxf').map((dxf) =>
    readDifference(dxf, palette),
  );
  return { looks, named: [...named.values()], differences, palette };
}

/** Named styles by the file's index; Normal is the look that cells have without one. */
function readNamed(styles: Node | undefined, lookOf: (xf: Node) => Style): Map<number, NamedStyle> {
  const xfs = childrenOf(child(styles, 'cellStyleXfs'), 'xf');
  const found = new Map<number, NamedStyle>();
  const taken = new Set(['normal']);
  for (const node of childrenOf(child(styles, 'cellStyles'), 'cellStyle')) {
    const { name } = node.attributes;
    const at = numeric(node, 'xfId') ?? -1;
    const xf = xfs[at];
    const id = numeric(node, 'builtinId');
    if (!name || !xf || id === 0 || found.has(at) || taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    const level = numeric(node, 'iLevel');
    found.set(at, {
      name,
      sets: Object.fromEntries(
        Object.entries(APPLIES).map(([part, attribute]) => [part, flag(xf, attribute, true)]),
      ) as NamedStyle['sets'],
      look: internStyle(lookOf(xf)) ?? {},
      ...(id !== undefined && {
        builtIn: {
          id,
          ...(level !== undefined && { level }),
          changed: flag(node, 'customBuiltin'),
        },
      }),
      ...(flag(node, 'hidden') && { hidden: true }),
    });
  }
  return found;
}

/** `normalColor` is what the workbook's normal text has: automatic, whatever colour it is. */
function readFont(font: Node, palette: Palette, normalColor: string | undefined): Style {
  const on = (tag: string) => {
    const node = child(font, tag);
    return node !== undefined && flag(node, 'val', true);
  };
  const underline = child(font, 'u');
  const colorNode = child(font, 'color');
  const { theme, tint, rgb } = colorNode?.attributes ?? {};
  const automatic =
    (theme === '1' && tint === undefined) || (rgb !== undefined && rgb === normalColor);
  const fontColor = automatic ? undefined : readColor(colorNode, palette);
  const fontName = child(font, 'name')?.attributes['val'];
  const fontSize = numeric(child(font, 'sz'), 'val');
  return {
    ...(fontName && fontName !== 'Calibri' && { fontName }),
    ...(fontSize && fontSize !== 11 && { fontSize }),
    ...(on('b') && { bold: true }),
    ...(on('i') && { italic: true }),
    ...(on('strike') && { strikethrough: true }),
    ...(underline && underline.attributes['val'] !== 'none' && { underline: true }),
    ...(fontColor && { fontColor }),
  };
}

function readFill(fill: Node, palette: Palette): string | undefined {
  const pattern = child(fill, 'patternFill');
  return pattern?.attributes['patternType'] === 'solid'
    ? readColor(child(pattern, 'fgColor'), palette)
    : undefined;
}

function readBorders(border: Node, palette: Palette): Style {
  const side = (...tags: string[]): Border | undefined => {
    const node = tags.map((tag) => child(border, tag)).find(Boolean);
    const style = BORDER_FROM_FILE[node?.attributes['style'] ?? ''];
    return style && { style, color: readColor(child(node, 'color'), palette) ?? '#000000' };
  };
  const sides: Style = {
    borderTop: side('top'),
    borderBottom: side('bottom'),
    borderLeft: side('left', 'start'),
    borderRight: side('right', 'end'),
  };
  return Object.fromEntries(Object.entries(sides).filter(([, value]) => value));
}

const HORIZONTAL = ['left', 'center', 'right', 'fill', 'justify'];
const VERTICAL = ['top', 'center'];

function readAlignment(node: Node | undefined): Style {
  if (!node) return {};
  const horizontal = node.attributes['horizontal'] ?? '';
  const vertical = node.attributes['vertical'] ?? '';
  const indent = numeric(node, 'indent');
  const rotation = rotationFromFile(numeric(node, 'textRotation') ?? 0);
  return {
    ...(HORIZONTAL.includes(horizontal) && {
      horizontal: upper(horizontal) as Style['horizontal'],
    }),
    ...(VERTICAL.includes(vertical) && { vertical: upper(vertical) as Style['vertical'] }),
    ...(flag(node, 'wrapText') && { wrap: true }),
    ...(indent && { indent }),
    ...(rotation && { rotation }),
  };
}

const rotationFromFile = (turn: number) => (turn === 255 ? 180 : turn > 90 ? 90 - turn : turn);

function readDifference(dxf: Node, palette: Palette): ConditionalStyle {
  const font = child(dxf, 'font');
  const pattern = child(child(dxf, 'fill'), 'patternFill');
  const toggled = (tag: string) => {
    const node = child(font, tag);
    return node && flag(node, 'val', true);
  };
  const underline = child(font, 'u');
  const style: ConditionalStyle = {
    fill:
      readColor(child(pattern, 'bgColor'), palette) ??
      readColor(child(pattern, 'fgColor'), palette),
    fontColor: readColor(child(font, 'color'), palette),
    bold: toggled('b'),
    italic: toggled('i'),
    strikethrough: toggled('strike'),
    underline: underline && underline.attributes['val'] !== 'none',
  };
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
}
