import type { Area } from '../../deliver/map';
import type { Place } from './layout';

const round = (value: number) => Math.round(value * 10) / 10;

/** From every node to its parent, as one path; what stands in columns is surrounded by one line. */
export function branchesPath(places: readonly Place[]): string {
  const byId = new Map(places.map((place) => [place.node.id, place]));
  const drawn = new Set<Area>();
  return places
    .flatMap((place) => {
      const parent = place.parent === undefined ? undefined : byId.get(place.parent);
      const end = place.block ?? place;
      if (!parent || drawn.has(end)) return [];
      drawn.add(end);
      const isRight = place.side === 'right';
      const from = isRight ? parent.x + parent.width : parent.x;
      const to = isRight ? end.x : end.x + end.width;
      const middle = parent.y + parent.height / 2;
      const isBeside = middle > end.y && middle < end.y + end.height;
      const line = curve(
        from,
        middle,
        to,
        place.block && isBeside ? middle : end.y + end.height / 2,
      );
      return place.block ? [line, around(place.block)] : line;
    })
    .join('');
}

const around = ({ x, y, width, height }: Area) =>
  `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;

/** From one node to another wherever they stand: out of the side that looks towards the other. */
export function tiePath(from: Place, to: Place): string {
  const middle = ({ x, width }: Place) => x + width / 2;
  const [fromY, toY] = [from.y + from.height / 2, to.y + to.height / 2];
  const apart = middle(to) - middle(from);
  if (Math.abs(apart) < from.width / 2) {
    // One above the other: around their outer side.
    const isRight = from.side === 'right';
    const edge = isRight ? Math.max(from.x + from.width, to.x + to.width) : Math.min(from.x, to.x);
    const out = edge + (isRight ? 60 : -60);
    const [start, end] = isRight ? [from.x + from.width, to.x + to.width] : [from.x, to.x];
    return `M${round(start)} ${round(fromY)}C${round(out)} ${round(fromY)} ${round(out)} ${round(toY)} ${round(end)} ${round(toY)}`;
  }
  return apart > 0
    ? curve(from.x + from.width, fromY, to.x, toY)
    : curve(from.x, fromY, to.x + to.width, toY);
}

function curve(x0: number, y0: number, x1: number, y1: number): string {
  const middle = round((x0 + x1) / 2);
  return `M${round(x0)} ${round(y0)}C${middle} ${round(y0)} ${middle} ${round(y1)} ${round(x1)} ${round(y1)}`;
}
