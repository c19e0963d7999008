import { hierarchy, tree, type HierarchyPointNode } from 'd3-hierarchy';
import { wrap } from '../text';
import type { MapNode } from './node';

/** A node as it is drawn; x and y are of its box's left and top. */
export interface Box {
  node: MapNode;
  lines: string[];
  depth: number;
  side: 'left' | 'right';
  x: number;
  y: number;
  width: number;
  height: number;
  parent?: Box;
}

export interface Laid {
  boxes: Box[];
  width: number;
  height: number;
}

/** Text sizes and measures by depth, in pixels. */
export const looks = [
  { size: 20, most: 260, padX: 20, padY: 12, lead: 28 },
  { size: 15, most: 200, padX: 14, padY: 8, lead: 21 },
  { size: 13, most: 190, padX: 10, padY: 6, lead: 18 },
  { size: 12, most: 330, padX: 6, padY: 4, lead: 17 },
] as const;

export const lookOf = (depth: number) =>
  looks[Math.min(depth, looks.length - 1)] as (typeof looks)[number];

/** What stands above the items is bold, which runs wider. */
export const isBold = (depth: number) => depth < 3;
const boldWider = 1.08;

const gapX = 44;
const gapY = 7;
const margin = 28;

interface Sized {
  node: MapNode;
  lines: string[];
  width: number;
  height: number;
  children: Sized[];
}

/**
 * A balanced map: the root in the middle, its branches to the right and then to the left, each side
 * about as tall as the other; columns by depth, no box over another.
 * @param from the root's own depth, where it is a branch of a larger map
 * @param suffix what follows a node's text, such as the reasons for it
 */
export function layOutMap(
  root: MapNode,
  from = 0,
  suffix: (node: MapNode) => string = () => '',
): Laid {
  const sized = sizeOf(root, from, suffix);
  const [right, left] = halves(sized.children);
  const place = (branches: Sized[], side: Box['side']): Box[] =>
    branches.length === 0 && side === 'left' ? [] : sideOf({ ...sized, children: branches }, side);
  const boxes = [...place(right, 'right'), ...place(left, 'left').slice(left.length > 0 ? 1 : 0)];
  const center = boxes[0];
  for (const box of boxes) {
    if (box.depth === 1 && center) box.parent = center;
    box.depth += from;
  }
  return fit(boxes);
}

function sizeOf(node: MapNode, depth: number, suffix: (node: MapNode) => string): Sized {
  const { size, most, padX, padY, lead } = lookOf(depth);
  const lines = wrap(node.text + suffix(node), most / size / (isBold(depth) ? boldWider : 1));
  return {
    node,
    lines,
    width: most + 2 * padX,
    height: lines.length * lead + 2 * padY,
    children: node.children.map((child) => sizeOf(child, depth + 1, suffix)),
  };
}

const weight = (sized: Sized): number =>
  Math.max(
    sized.height + gapY,
    sized.children.reduce((sum, child) => sum + weight(child), 0),
  );

/** The branches in their order, cut where both parts are about equally tall. */
function halves(branches: Sized[]): [Sized[], Sized[]] {
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

function sideOf(root: Sized, side: Box['side']): Box[] {
  const laid = tree<Sized>()
    .nodeSize([1, 1])
    .separation(
      (a, b) => (a.data.height + b.data.height) / 2 + gapY * (a.parent === b.parent ? 1 : 2),
    )(hierarchy(root, ({ children }) => children));
  const boxes = new Map<HierarchyPointNode<Sized>, Box>();
  for (const point of laid.descendants()) {
    const { node, lines, width, height } = point.data;
    const parent = point.parent ? boxes.get(point.parent) : undefined;
    const x = !parent
      ? -width / 2
      : side === 'right'
        ? parent.x + parent.width + gapX
        : parent.x - gapX - width;
    const y = point.x - laid.x - height / 2;
    boxes.set(point, {
      node,
      lines,
      depth: point.depth,
      side,
      x,
      y,
      width,
      height,
      ...(parent && { parent }),
    });
  }
  return [...boxes.values()];
}

/** Moves everything so that it starts at the margin. */
function fit(boxes: Box[]): Laid {
  const left = Math.min(...boxes.map(({ x }) => x)) - margin;
  const top = Math.min(...boxes.map(({ y }) => y)) - margin;
  for (const box of boxes) {
    box.x -= left;
    box.y -= top;
  }
  return {
    boxes,
    width: Math.max(...boxes.map(({ x, width }) => x + width)) + margin,
    height: Math.max(...boxes.map(({ y, height }) => y + height)) + margin,
  };
}
