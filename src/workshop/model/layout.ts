import { layOutMap, shorten, type Area, type Box, type Look } from '../../deliver/map';
import { stateOf } from './look';
import type { TreeNode } from './tree';

/** A node where it is drawn. */
export interface Place {
  node: TreeNode;
  look: Look;
  lines: string[];
  /** Below the text, smaller: what it moves and what that is worth. */
  figure: string;
  side: 'left' | 'right';
  depth: number;
  x: number;
  y: number;
  width: number;
  height: number;
  parent?: string;
  /** What surrounds it and all that stands in columns with it. */
  block?: Area;
}

export interface MapLayout {
  places: Place[];
  width: number;
  height: number;
}

type Kind = TreeNode['kind'];

/** Text sizes and measures, in pixels; room for the tick beside an item, for the count beside others. */
const looks: Record<Kind, Look> = {
  root: { size: 20, most: 250, padX: 20, padY: 14, lead: 27, bold: true },
  branch: { size: 16, most: 170, padX: 16, padY: 10, lead: 22, bold: true },
  dimension: { size: 14, most: 190, padX: 14, padY: 8, lead: 19, bold: true },
  module: { size: 13, most: 180, padX: 12, padY: 6, lead: 18, bold: true },
  item: { size: 13, most: 290, padX: 26, padY: 6, lead: 18, bold: false },
};

/** Where all is seen at once, small: names are larger than what stands below them. */
const large: Record<Kind, Look> = {
  root: { size: 28, most: 230, padX: 20, padY: 16, lead: 37, bold: true },
  branch: { size: 28, most: 190, padX: 14, padY: 12, lead: 37, bold: true },
  dimension: { size: 30, most: 280, padX: 12, padY: 8, lead: 38, bold: true },
  module: { size: 20, most: 280, padX: 12, padY: 6, lead: 26, bold: true },
  item: looks.item,
};

/** Where a branch is read: four columns of items stand beside its name. */
const near: Record<Kind, Look> = {
  ...looks,
  item: { ...looks.item, most: 268 },
};

const lookIn = (all: Record<Kind, Look>) => (node: TreeNode) => ({
  ...all[node.kind],
  ...(stateOf(node) === 'yes' && { bold: true }),
});

/** What a large screen shows at half its size: a taller map has what is below its branches in columns. */
const screen = { width: 3_400, height: 1_800 };

/** What a laptop's screen shows of a branch with texts of 11 pixels, and a room's with larger ones. */
const desks = {
  near: { width: 1_640, height: 940 },
  present: { width: 1_310, height: 750 },
} as const;

/**
 * @param figureOf what stands below an item's text, on one line
 * @param desk where a branch is read
 */
export function placesOf(
  root: TreeNode,
  folds: ReadonlySet<string>,
  sides: 'both' | 'right',
  figureOf: (node: TreeNode) => string = () => '',
  desk: keyof typeof desks = 'near',
): MapLayout {
  const isWhole = root.kind === 'root';
  const open = (node: TreeNode): TreeNode =>
    folds.has(node.id) ? { ...node, children: [] } : { ...node, children: node.children.map(open) };
  const figures = new Map<string, string>();
  const suffix = (node: TreeNode) => {
    const look = looks[node.kind];
    const figure = shorten(figureOf(node), look.most / look.size - 0.5);
    if (figure === '') return '';
    figures.set(node.id, figure);
    return `\n${figure}`;
  };
  const laid = layOutMap(open(root), {
    sides,
    suffix,
    lookOf: lookIn(looks),
    ...(sides === 'both' && {
      within: isWhole
        ? { ...screen, lookOf: lookIn(large), columnsOf: 'branches' }
        : { ...desks[desk], lookOf: lookIn(near), columnsOf: 'root' },
    }),
  });
  const inColumns = laid.boxes.some(({ block }) => block);
  const lookOf = lookIn(!inColumns ? looks : isWhole ? large : near);
  return {
    ...laid,
    places: laid.boxes.map((box) => placed(box, lookOf(box.node), figures.get(box.node.id) ?? '')),
  };
}

function placed({ node, lines, parent, ...box }: Box<TreeNode>, look: Look, figure: string): Place {
  return {
    ...box,
    node,
    look,
    lines: figure === '' ? lines : lines.slice(0, -1),
    figure,
    ...(parent && { parent: parent.node.id }),
  };
}
