import type { IBorderStyleData, IStyleData } from '@univerjs/core';
import type { ConditionalStyle, Scalar, Border, Style } from '../../book';

/** Univer's numbers; its enums would load the grid where only data is made. */
const yes = 1;
const horizontal = { Left: 1, Center: 2, Right: 3, Justify: 4 } as const;
const vertical = { Top: 1, Center: 2, Bottom: 3 } as const;
const wrap = { overflow: 1, wrap: 3 } as const;
const borders = { Thin: 1, Hairline: 2, Dot: 3, Dash: 4, Double: 7, Medium: 8, Thick: 13 } as const;
const indentPixels = 9;
/** For machines without Excel's fonts, where a canvas would fall back to serifs. */
const fallbacks = 'Arial, "PingFang SC", "Noto Sans CJK SC", sans-serif';

/** How the grid draws a cell that looks so in the host. */
export function gridStyle(
  style: Style = {},
  value: Scalar,
  over: ConditionalStyle = {},
): IStyleData {
  const fill = over.fill ?? style.fill;
  const color = over.fontColor ?? style.fontColor;
  const align = horizontalOf(style, value);
  const indent = (style.indent ?? 0) * indentPixels;
  return {
    ff: `${style.fontName ?? 'Calibri'}, ${fallbacks}`,
    fs: style.fontSize ?? 11,
    ...((over.bold ?? style.bold) && { bl: yes }),
    ...((over.italic ?? style.italic) && { it: yes }),
    ...((over.underline ?? style.underline) && { ul: { s: yes } }),
    ...((over.strikethrough ?? style.strikethrough) && { st: { s: yes } }),
    ...(fill !== undefined && { bg: { rgb: fill } }),
    ...(color !== undefined && { cl: { rgb: color } }),
    ...(align !== undefined && { ht: align }),
    vt: vertical[style.vertical ?? 'Bottom'],
    tb: style.wrap ? wrap.wrap : wrap.overflow,
    ...(indent > 0 && { pd: align === horizontal.Right ? { r: indent } : { l: indent } }),
    ...bordersOf(style),
  };
}

/** Excel sets numbers right and truth values and errors in the middle, unless told otherwise. */
function horizontalOf({ horizontal: said }: Style, value: Scalar) {
  if (said && said !== 'General' && said !== 'Fill') return horizontal[said];
  if (typeof value === 'number') return horizontal.Right;
  return value === null || typeof value === 'string' ? undefined : horizontal.Center;
}

function bordersOf(style: Style): Pick<IStyleData, 'bd'> {
  const sides = {
    t: style.borderTop,
    b: style.borderBottom,
    l: style.borderLeft,
    r: style.borderRight,
  };
  const drawn = Object.entries(sides).filter((side): side is [string, Border] => !!side[1]);
  if (drawn.length === 0) return {};
  const line = (border: Border): IBorderStyleData => ({
    s: borders[border.style],
    cl: { rgb: border.color },
  });
  return { bd: Object.fromEntries(drawn.map(([side, border]) => [side, line(border)])) };
}
