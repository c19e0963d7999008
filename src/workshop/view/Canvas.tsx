import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
} from 'react';
import { branchesPath } from '../model/curves';
import type { TreeNode } from '../model/tree';
import { useCamera } from './camera';
import { elementId, Node } from './Node';
import { Ties } from './Ties';
import { useDrag } from './useDrag';
import type { MapView } from './useMap';

export interface CanvasHandle {
  /** All of the map, however small it gets. */
  fit(): void;
  zoom(factor: number): void;
  focus(): void;
}

interface CanvasProps {
  ref: Ref<CanvasHandle>;
  map: MapView;
  label: string;
  /** How large the map is shown at most when all of it is seen. */
  closest: number;
  toldOf: (node: TreeNode) => string;
  onTick: (node: TreeNode) => void;
  onKey: (event: KeyboardEvent) => void;
  onOpen: (node: TreeNode) => void;
  onDrop: (dragged: TreeNode, onto: TreeNode) => void;
}

/** The map itself: a tree for the keyboard and for screen readers, moved and zoomed as one layer. */
export function Canvas(props: CanvasProps) {
  const { ref, map, label, closest, toldOf, onTick, onKey, onOpen, onDrop } = props;
  const { layout, root, selected, ties, folds } = map;
  const frame = useRef<HTMLDivElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const camera = useCamera(frame, world);
  const places = useMemo(
    () => new Map(layout.places.map((place) => [place.node.id, place])),
    [layout],
  );
  const branches = useMemo(() => branchesPath(layout.places), [layout]);
  const siblings = useMemo(() => positionsOf(root), [root]);
  const drag = useDrag(map, camera, onDrop);

  const isWhole = useRef(false);
  const fit = (whole: boolean) => {
    isWhole.current = whole;
    const top = places.get(root.id);
    const seen = root.kind === 'root' ? 'overview' : 'reading';
    if (top) camera.fit(layout, top, closest, whole ? 'whole' : seen);
  };
  const reveal = () => {
    const place = places.get(selected.id);
    if (place) camera.reveal(place);
  };
  useImperativeHandle(ref, () => ({
    fit: () => fit(true),
    zoom: camera.zoom,
    focus: () => document.getElementById(elementId(selected.id))?.focus({ preventScroll: true }),
  }));

  // Another root, or another size of texts, is another picture.
  const { show, spread } = map;
  const seen = useRef<Partial<Record<'root' | 'closest' | 'show' | 'spread', unknown>>>({});
  const stood = useRef<typeof places>(undefined);
  useLayoutEffect(() => {
    const [before, had] = [seen.current, stood.current];
    seen.current = { root: root.id, closest, show, spread };
    stood.current = places;
    if (before.root !== root.id || before.closest !== closest || before.show !== show)
      return fit(false);
    // A branch unfolded is read, the whole map is looked at.
    if (before.spread !== spread) return fit(root.kind === 'root');
    const [from, to] = [had?.get(selected.id), places.get(selected.id)];
    if (from && to && had !== places) camera.keep(from, to);
  });
  // The frame has no size before its window is there.
  const latest = useRef({ fit, reveal });
  useEffect(() => {
    latest.current = { fit, reveal };
  });
  useEffect(() => {
    let width = 0;
    const observer = new ResizeObserver(([entry]) => {
      const before = width;
      width = entry?.contentRect.width ?? 0;
      if (before === 0 && width > 0) {
        latest.current.fit(isWhole.current);
        frame.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
        return;
      }
      if (camera.isFitted()) latest.current.fit(isWhole.current);
      latest.current.reveal();
    });
    if (frame.current) observer.observe(frame.current);
    return () => observer.disconnect();
  }, [camera]);
  useEffect(() => {
    reveal();
    // What had the focus may be gone with what was shown before.
    const { activeElement } = document;
    const isHere = frame.current?.contains(activeElement) || activeElement?.contains(frame.current);
    if (isHere) document.getElementById(elementId(selected.id))?.focus({ preventScroll: true });
    // Only when another is selected: what is laid out anew stays where it is.
  }, [selected.id]);

  const nodeAt = (event: MouseEvent) => {
    const element = (event.target as Element).closest<HTMLElement>('[data-id]');
    const part = (event.target as Element).closest<HTMLElement>('[data-part]')?.dataset.part;
    return { place: places.get(element?.dataset.id ?? ''), part };
  };
  const click = (event: MouseEvent) => {
    const { place, part } = nodeAt(event);
    if (!place || drag.justDropped()) return;
    if (part === 'fold') return map.fold(place.node.id);
    map.select(place.node.id);
    document.getElementById(elementId(place.node.id))?.focus({ preventScroll: true });
    if (part === 'tick') onTick(place.node);
    else onOpen(place.node);
  };

  return (
    <div className="frame" ref={frame} onClick={click} {...drag.handlers}>
      <div className="world" ref={world}>
        <svg className="branches" width={layout.width} height={layout.height} aria-hidden>
          <path d={branches} />
        </svg>
        <div
          className="tree"
          role="tree"
          aria-label={label}
          aria-multiselectable={false}
          onKeyDown={onKey}
        >
          {map.nodes.flatMap(({ id }) => {
            const place = places.get(id);
            if (!place) return [];
            const { node } = place;
            const [position = 1, of = 1] = siblings.get(id) ?? [];
            return (
              <Node
                key={id}
                place={place}
                position={position}
                siblings={of}
                folded={folds.has(id) || (node.children.length > 0 ? false : undefined)}
                selected={id === selected.id}
                tie={ties.because.has(id) ? 'because' : ties.next.has(id) ? 'next' : undefined}
                told={toldOf(node)}
              />
            );
          })}
        </div>
        <Ties map={map} places={places} />
        {drag.shown}
      </div>
    </div>
  );
}

/** For every node its place among its siblings, and how many they are. */
function positionsOf(root: TreeNode): Map<string, [position: number, siblings: number]> {
  const found = new Map<string, [number, number]>([[root.id, [1, 1]]]);
  const visit = ({ children }: TreeNode) =>
    children.forEach((child, i) => {
      found.set(child.id, [i + 1, children.length]);
      visit(child);
    });
  visit(root);
  return found;
}
