import { tiePath } from '../model/curves';
import type { Place } from '../model/layout';
import { pathTo } from '../model/tree';
import type { MapView } from './useMap';

interface TiesProps {
  map: MapView;
  places: ReadonlyMap<string, Place>;
}

/** Why the selected item is called for, and what it calls for: full lines come in, dashed ones go out. */
export function Ties({ map, places }: TiesProps) {
  const { selected, ties, layout, root } = map;
  const here = places.get(selected.id);
  if (!here || (ties.because.size === 0 && ties.next.size === 0)) return null;
  /** Where the other end is seen: itself, or what it is folded into. */
  const seen = (id: string): Place | undefined => {
    const way = pathTo(root, id);
    for (const node of way.reverse()) {
      const place = places.get(node.id);
      if (place) return place;
    }
    return undefined;
  };
  const ends = (ids: ReadonlySet<string>) =>
    [...new Set([...ids].map(seen))].filter((place) => place && place !== here) as Place[];
  return (
    <svg className="ties" width={layout.width} height={layout.height} aria-hidden>
      <defs>
        <marker
          id="tie-end"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path className="tie-end" d="M0 0L8 4L0 8z" />
        </marker>
      </defs>
      {ends(ties.because).map((place) => (
        <path
          key={`because ${place.node.id}`}
          className="because"
          d={tiePath(place, here)}
          markerEnd="url(#tie-end)"
        />
      ))}
      {ends(ties.next).map((place) => (
        <path
          key={`next ${place.node.id}`}
          className="next"
          d={tiePath(here, place)}
          markerEnd="url(#tie-end)"
        />
      ))}
    </svg>
  );
}
