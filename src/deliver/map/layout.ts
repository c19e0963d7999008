import { hierarchy, tree, type HierarchyPointNode } from 'd3-hierarchy';
import { wrap } from '../text';
import { columnsWithin, gapX, gapY, rootInColumns } from './columns';
import type { MapNode } from './node';

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A node as it is drawn; x and y are of its box's left and top. */
export interface Box<N extends MapNode = MapNode> extends Area {
  node: N;
  lines: string[];
  depth: number;
  side: 'left' | 'right';
  parent?: Box<N>;
  /** What surrounds it and all that stands in columns with it. */
  block?: Area;
}

export interface Laid<N extends MapNode = MapNode> {
  boxes: Box<N>[];
  width: number;
  height: number;
}

/** Text size and measures of a box, in pixels. */
export interface Look {
  size: number;
  /** Width of the text. */
  most: number;
  padX: number;
  padY: number;
  lead: number;
  bold: boolean;
}

/** By depth; what stands above the items is bold. */
const looks: Look[] = [
  { size: 20, most: 260, padX: 20, padY: 12, lead: 28, bold: true },
  { size: 15, most: 200, padX: 14, padY: 8, lead: 21, bold: true },
  { size: 13, most: 190, padX: 10, padY: 6, lead: 18, bold: true },
  { size: 12, most: 330, padX: 6, padY: 4, lead: 17, bold: false },
];

export const lookOf = (depth: number) => looks[Math.min(depth, looks.length - 1)] as Look;

/** Bold runs wider, in some fonts by this much. */
const boldWider = 1.16;

const margin = 28;

export interface Sized<N extends MapNode> {
  node: N;
  lines: string[];
  width: number;
  height: number;
  children: Sized<N>[];
  /** What this stands for instead of its node: all that is below its parent, in columns. */
  block?: { sized: Sized<N>; below: number; x: number; y: number }[];
}

export interface MapLayoutOptions<N extends MapNode> {
  /** The root's own depth, where it is a branch of a larger map. */
  from?: number;
  /** What follows a node's text, such as the reasons for it. */
  suffix?: (node: N) => string;
  /** One-sided: all branches to the right of the root. */
  sides?: 'both' | 'right';
  /** Instead of the looks by depth. */
  lookOf?: (node: N, depth: number) => Look;
  /** What it is to be seen in: of a larger map, what is below each of these stands in columns. */
  within?: {
    width: number;
    height: number;
    lookOf: (node: N, depth: number) => Look;
    columnsOf: 'root' | 'branches';
  };
}

/**
 * A balanced map: the root in the middle, its branches to the right and then to the left, each side
 * about as tall as the other; columns by depth, no box over another.
 */
export function layOutMap<N extends MapNode & { children: N[] }>(
  root: N,
  { from = 0, sides = 'both', within, ...options }: MapLayoutOptions<N> = {},
): Laid<N> {
  const suffix = options.suffix ?? (() => '');
  const sized = sizeOf(root, from, {
    suffix,
    lookOf: options.lookOf ?? ((_, depth) => lookOf(depth)),
  });
  const [right, left] = sides === 'both' ? halves(sized.children) : [sized.children, []];
  const laid = around(sideOf(sized, right, 'right'), sideOf(sized, left, 'left'), from);
  if (!within || (laid.height <= within.height && laid.width <= within.width)) return laid;
  const large = sizeOf(root, from, { suffix, lookOf: within.lookOf });
  if (within.columnsOf === 'root') return read(rootInColumns(large, within), from);
  const [first, second] = columnsWithin(halves(large.children), within);
  return around(sideOf(large, first, 'right'), sideOf(large, second, 'left'), from);
}

/** The root at the top of what is read beside it. */
function read<N extends MapNode>(sized: Sized<N>, from: number): Laid<N> {
  const boxes = sideOf(sized, sized.children, 'right');
  const [top] = boxes;
  if (top) top.y = Math.min(...boxes.map(({ y, block }) => block?.y ?? y));
  return around(boxes, [], from);
}

/** Both sides, which begin with the same root. */
function around<N extends MapNode>(right: Box<N>[], [, ...left]: Box<N>[], from: number): Laid<N> {
  const boxes = [...right, ...left];
  const center = boxes[0];
  for (const box of boxes) {
    if (box.depth === 1 && center) box.parent = center;
    box.depth += from;
  }
  return fit(boxes);
}

function sizeOf<N extends MapNode & { children: N[] }>(
  node: N,
  depth: number,
  options: Required<Pick<MapLayoutOptions<N>, 'suffix' | 'lookOf'>>,
): Sized<N> {
  const { size, most, padX, padY, lead, bold } = options.lookOf(node, depth);
  const lines = wrap(node.text + options.suffix(node), most / size / (bold ? boldWider : 1));
  return {
    node,
    lines,
    width: most + 2 * padX,
    height: lines.length * lead + 2 * padY,
    children: (node.children as N[]).map((child) => sizeOf(child, depth + 1, options)),
  };
}

const weight = <N extends MapNode>(sized: Sized<N>): number =>
  Math.max(
    sized.height + gapY,
    sized.children.reduce((sum, child) => sum + weight(child), 0),
  );

/** The branches in their order, cut where both parts are about equally tall. */
function halves<N extends MapNode>(branches: Sized<N>[]): [Sized<N>[], Sized<N>[]] {
  const weights = branches.map(weight);
  const total = weights.reduce((sum, one) => sum + one, 0);
  let best = branches.length;
  let least = total;
  let sum = 0;
  weights.forEach((one, i) => {
    sum += one;
    const off = Math.abs(total - 2 * sum);
    if (off < least) [best, least] = [i + 1, off];
  });
  return [branches.slice(0, best), branches.slice(best)];
}

function sideOf<N extends MapNode>(
  sized: Sized<N>,
  branches: Sized<N>[],
  side: Box['side'],
): Box<N>[] {
  const root = { ...sized, children: branches };
  const laid = tree<Sized<N>>()
    .nodeSize([1, 1])
    .separation(
      (a, b) => (a.data.height + b.data.height) / 2 + gapY * (a.parent === b.parent ? 1 : 2),
    )(hierarchy(root, ({ children }) => children));
  const boxes = new Map<HierarchyPointNode<Sized<N>>, Box<N>>();
  const inBlocks: Box<N>[] = [];
  for (const point of laid.descendants()) {
    const { node, lines, width, height, block } = point.data;
    const parent = point.parent ? boxes.get(point.parent) : undefined;
    const x = !parent
      ? -width / 2
      : side === 'right'
        ? parent.x + parent.width + gapX
        : parent.x - gapX - width;
    const y = point.x - laid.x - height / 2;
    const { depth } = point;
    const said = { side, ...(parent && { parent }) };
    if (!block) boxes.set(point, { ...said, depth, node, lines, x, y, width, height });
    const area = { x, y, width, height };
    for (const { sized: one, below, ...at } of block ?? [])
      inBlocks.push({
        ...said,
        depth: depth + below,
        node: one.node,
        lines: one.lines,
        x: x + at.x,
        y: y + at.y,
        width: one.width,
        height: one.height,
        block: area,
      });
  }
  return [...boxes.values(), ...inBlocks];
}

/** Moves everything so that it starts at the margin. */
function fit<N extends MapNode>(boxes: Box<N>[]): Laid<N> {
  const areas: Area[] = [...boxes, ...new Set(boxes.flatMap(({ block = [] }) => block))];
  const left = Math.min(...areas.map(({ x }) => x)) - margin;
  const top = Math.min(...areas.map(({ y }) => y)) - margin;
  for (const area of areas) {
    area.x -= left;
    area.y -= top;
  }
  return {
    boxes,
    width: Math.max(...areas.map(({ x, width }) => x + width)) + margin,
    height: Math.max(...areas.map(({ y, height }) => y + height)) + margin,
  };
}
