import type { Area, Sized } from './layout';
import type { MapNode } from './node';

export const gapX = 44;
export const gapY = 7;
/** Between columns, and between them and the line around them. */
const gap = 10;
/** Above what has something below it, where a column does not begin with it. */
const gapAbove = 8;

interface Piece<N extends MapNode> {
  sized: Sized<N>;
  below: number;
}

const counts = [1, 2, 3, 4, 5, 6, 7, 8];

/** Both sides with what is below their branches in as many columns as let the map be seen largest. */
export function columnsWithin<N extends MapNode>(
  sides: [Sized<N>[], Sized<N>[]],
  room: Pick<Area, 'width' | 'height'>,
): [Sized<N>[], Sized<N>[]] {
  const [right, left] = sides.map((branches) =>
    counts.map((count) => {
      const all = branches.map((branch) => inColumns(branch, count));
      const widths = all.map(({ width, children }) => width + gapX + widestOf(children));
      const heights = all.map(({ height, children }) => Math.max(height, children[0]?.height ?? 0));
      return {
        all,
        width: Math.max(0, ...widths),
        height: heights.reduce((sum, one) => sum + one + 2 * gapY, 0),
      };
    }),
  ) as [Tried<N>[], Tried<N>[]];
  let best = { size: 0, sides };
  for (const one of right)
    for (const other of left) {
      const size = Math.min(
        room.width / (one.width + other.width),
        room.height / Math.max(one.height, other.height),
      );
      if (size > best.size) best = { size, sides: [one.all, other.all] };
    }
  return best.sides;
}

/** A root with all below it in as many columns as the width has room for, as few as the height asks for. */
export function rootInColumns<N extends MapNode>(
  root: Sized<N>,
  room: Pick<Area, 'width' | 'height'>,
): Sized<N> {
  const tried = counts.map((count) => inColumns(root, count));
  const wide = tried.filter(
    ({ width, children }) => width + gapX + widestOf(children) <= room.width,
  );
  const fits = wide.find(({ children }) => (children[0]?.height ?? 0) <= room.height);
  return fits ?? wide.at(-1) ?? inColumns(root, 1);
}

interface Tried<N extends MapNode> extends Pick<Area, 'width' | 'height'> {
  all: Sized<N>[];
}

const widestOf = (all: readonly Sized<MapNode>[]) => Math.max(0, ...all.map(({ width }) => width));

/** All that is below a branch as one block: read down so many columns, each about as tall as the others. */
function inColumns<N extends MapNode>(branch: Sized<N>, count: number): Sized<N> {
  const pieces = [...below(branch)];
  if (pieces.length < 2) return branch;
  const each = pieces.reduce((sum, piece) => sum + heightOf(piece), 0) / count;
  const columns: Piece<N>[][] = [[]];
  let [sum, begun] = [0, 0];
  for (const piece of pieces) {
    const last = columns.at(-1) as Piece<N>[];
    // What names others stands with the first of them.
    const before = last.at(-1);
    const isFull = sum + heightOf(piece) / 2 > (begun + 1) * each && columns.length < count;
    if (isFull && last.length > 0 && !(before && isAbove(before))) {
      columns.push([piece]);
      begun += 1;
    } else last.push(piece);
    sum += heightOf(piece);
  }
  const width = widestOf(pieces.map(({ sized }) => sized));
  const block: NonNullable<Sized<N>['block']> = [];
  let tallest = 0;
  columns.forEach((column, i) => {
    let y = gap;
    column.forEach((piece, j) => {
      if (j > 0 && isAbove(piece)) y += gapAbove;
      const { sized, below: depth } = piece;
      block.push({ sized: { ...sized, width }, below: depth, x: gap + i * (width + gap), y });
      y += sized.height + gapY;
    });
    tallest = Math.max(tallest, y - gapY + gap);
  });
  const { node } = branch;
  const whole = { width: columns.length * (width + gap) + gap, height: tallest };
  return { ...branch, children: [{ node, lines: [], ...whole, children: [], block }] };
}

const isAbove = ({ sized }: Piece<MapNode>) => sized.children.length > 0;
const heightOf = (piece: Piece<MapNode>) =>
  piece.sized.height + gapY + (isAbove(piece) ? gapAbove : 0);

function* below<N extends MapNode>({ children }: Sized<N>, depth = 0): Generator<Piece<N>> {
  for (const sized of children) {
    yield { sized, below: depth };
    yield* below(sized, depth + 1);
  }
}
