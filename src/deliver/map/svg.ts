import type { Lang } from '../../messages';
import { escapeAttribute, escapeText } from '../../xml';
import { palette } from '../palette';
import type { Label, Picture } from './drawing';
import { layOutMap, lookOf, type Box } from './layout';
import type { MapNode } from './node';

/** Fonts that have the language's signs, on any system. */
const fontStack = (lang: Lang): string =>
  lang === 'en'
    ? "'Segoe UI', Arial, 'Noto Sans', 'Noto Sans CJK SC', sans-serif"
    : lang === 'zh-TW'
      ? "'Microsoft JhengHei', 'PingFang TC', 'Noto Sans CJK TC', 'Noto Sans TC', sans-serif"
      : "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

const hex = (name: keyof typeof palette) => `#${palette[name]}`;
const round = (value: number) => Math.round(value * 10) / 10;

/** A map, or a part of one, as a picture. */
export function drawMap(
  root: MapNode,
  lang: Lang,
  from = 0,
  suffix?: (node: MapNode) => string,
): Picture {
  const { boxes, width, height } = layOutMap(root, { from, suffix });
  return {
    title: root.text,
    width: Math.ceil(width),
    height: Math.ceil(height),
    font: fontStack(lang),
    shapes: [...boxes.map(curve), ...boxes.map(shape)].filter(Boolean),
    labels: boxes.flatMap(labelsOf),
  };
}

/** The picture as an SVG file, its texts as texts unless `draw` sets them otherwise. */
export function svgOf(
  { title, width, height, font, shapes, labels }: Picture,
  draw: (label: Label) => string = textOf,
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}">`,
    `<title>${escapeText(title)}</title>`,
    `<rect width="100%" height="100%" fill="${hex('paper')}"/>`,
    ...shapes,
    ...labels.map(draw),
    '</svg>',
    '',
  ].join('\n');
}

const textOf = ({ text, x, y, size, anchor, bold, color }: Label): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}"${bold ? ' font-weight="600"' : ''} fill="${color}">${escapeText(text)}</text>`;

/** From a box to its parent's edge. */
function curve({ parent, side, x, y, width, height, depth }: Box): string {
  if (!parent) return '';
  const from = side === 'right' ? parent.x + parent.width : parent.x;
  const to = side === 'right' ? x : x + width;
  const [fromY, toY] = [parent.y + parent.height / 2, y + height / 2];
  const middle = (from + to) / 2;
  const strokes = [
    ['accentMid', 2.5],
    ['accentSoft', 2],
    ['line', 1.4],
  ] as const;
  const [color, stroke] = strokes[Math.min(depth, 3) - 1] ?? strokes[2];
  return `<path d="M${round(from)} ${round(fromY)}C${round(middle)} ${round(fromY)} ${round(middle)} ${round(toY)} ${round(to)} ${round(toY)}" fill="none" stroke="${hex(color)}" stroke-width="${stroke}"/>`;
}

const fills = ['accentDark', 'accent', 'accentPale'] as const;

/** The box of a node above the items; an item has a ring where it is not decided yet. */
function shape({ node, depth, side, x, y, width, height }: Box): string {
  const id = `data-id="${escapeAttribute(node.id)}"`;
  const fill = fills[depth];
  if (fill)
    return `<rect ${id} x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${depth === 2 ? 6 : 10}" fill="${hex(fill)}"/>`;
  if (node.fields.pick === undefined) return '';
  const edge = side === 'left' ? x + width : x;
  return `<circle ${id} cx="${round(edge)}" cy="${round(y + height / 2)}" r="3" fill="${hex('paper')}" stroke="${hex('warn')}"/>`;
}

function labelsOf({ lines, depth, side, x, y, width }: Box): Label[] {
  const { size, padX, padY, lead, bold } = lookOf(depth);
  const isCentered = depth < 2;
  const end = side === 'left';
  return lines.map((text, i) => ({
    text,
    x: isCentered ? x + width / 2 : end ? x + width - padX : x + padX,
    y: y + padY + i * lead + size * 1.08,
    size,
    anchor: isCentered ? 'middle' : end ? 'end' : 'start',
    bold,
    color: hex(depth < 2 ? 'paper' : depth === 2 ? 'accentDark' : 'ink'),
  }));
}
