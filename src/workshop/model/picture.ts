import {
  escapeAttribute,
  newNode,
  palette,
  type Label,
  type MapNode,
  type Picture,
} from '../../deliver/map';
import { branchesPath } from './curves';
import type { MapLayout, Place } from './layout';
import { stateOf } from './look';
import type { TreeNode } from './tree';

const hex = (name: keyof typeof palette) => `#${palette[name]}`;
const strokes = {
  yes: `stroke="${hex('accent')}" stroke-width="2"`,
  maybe: `stroke="${hex('accent')}" stroke-width="2" stroke-dasharray="6 4"`,
  no: `stroke="${hex('muted')}" stroke-dasharray="2 3"`,
  retired: `stroke="${hex('muted')}" stroke-dasharray="2 3"`,
  suggested: `stroke="${hex('warn')}" stroke-width="2"`,
  open: `stroke="${hex('muted')}"`,
};
const signs = { yes: '✓', maybe: '?', no: '×', retired: '–', suggested: '', open: '' };

/** What is shown of the map as a picture for paper: light, whatever the theme. */
export function pictureOf({ places, width, height }: MapLayout, font: string): Picture {
  const title = places[0]?.node.text ?? '';
  return {
    title,
    width: Math.ceil(width),
    height: Math.ceil(height),
    font: escapeAttribute(font),
    shapes: [
      `<path d="${branchesPath(places)}" fill="none" stroke="${hex('accentMid')}" stroke-width="1.5"/>`,
      ...places.map(shapeOf),
    ],
    labels: places.flatMap(labelsOf),
  };
}

function shapeOf(place: Place): string {
  const { node, x, y, width, height } = place;
  const state = stateOf(node);
  const box = `x="${x}" y="${y}" width="${width}" height="${height}"`;
  if (!state) {
    const fill = node.kind === 'root' ? 'accent' : node.kind === 'branch' ? 'accentPale' : 'paper';
    return `<rect ${box} rx="8" fill="${hex(fill)}" stroke="${hex('accent')}"/>`;
  }
  const fill = state === 'yes' ? 'accentPale' : 'paper';
  const tick = `<rect x="${x + 7}" y="${y + 8}" width="13" height="13" rx="3" fill="${hex(state === 'yes' ? 'accent' : 'paper')}" stroke="${hex(state === 'yes' ? 'accent' : 'muted')}"/>`;
  const own = node.item?.own
    ? `<rect x="${x + 3}" y="${y + 3}" width="${width - 6}" height="${height - 6}" rx="4" fill="none" stroke="${hex('accent')}"/>`
    : '';
  return `<rect ${box} rx="6" fill="${hex(fill)}" ${strokes[state]}/>${own}${tick}`;
}

function labelsOf({ node, look, lines, figure, x, y }: Place): Label[] {
  const { size, padX, padY, lead, bold } = look;
  const state = stateOf(node);
  const color =
    node.kind === 'root'
      ? hex('paper')
      : state === 'no' || state === 'retired'
        ? hex('muted')
        : hex('ink');
  const line = (text: string, i: number, told: Partial<Label> = {}): Label => ({
    text,
    x: x + padX,
    y: y + padY + i * lead + size * 1.05,
    size,
    anchor: 'start',
    bold,
    color,
    ...told,
  });
  const sign = state ? signs[state] : '';
  return [
    ...lines.map((text, i) => line(text, i)),
    ...(figure === ''
      ? []
      : [line(figure, lines.length, { size: size * 0.9, color: hex('accent') })]),
    ...(sign === ''
      ? []
      : [
          line(sign, 0, {
            x: x + 13.5,
            y: y + 18.5,
            size: 11,
            anchor: 'middle',
            color: hex(state === 'yes' ? 'paper' : 'muted'),
          }),
        ]),
  ];
}

/**
 * What is shown of the map for a map editor to read. Its root says that it is no engagement's own map:
 * offers stand in it beside picks, so it is not taken back for what was picked.
 */
export function viewOf(root: TreeNode, folds: ReadonlySet<string>): MapNode {
  const below = (node: TreeNode): MapNode =>
    newNode({
      id: `view.${node.id}`,
      text: node.text,
      note: node.note,
      folded: folds.has(node.id),
      children: node.children.map(below),
    });
  return { ...below(root), id: 'map.0000000000000000' };
}
