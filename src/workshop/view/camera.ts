import { useEffect, useMemo, useRef, type RefObject } from 'react';

/** Where the map is seen from: its point (0, 0) stands at x, y of the frame, k times as large. */
export interface Camera {
  x: number;
  y: number;
  k: number;
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** However small it gets, so that one finds one's way, or so that all texts are read. */
export type Fit = 'whole' | 'overview' | 'reading';

export interface CameraMan {
  /** Shows all of it, or as much as is readable from the root on unless it is to be seen whole. */
  fit(map: { width: number; height: number }, root: Area, closest: number, how: Fit): void;
  zoom(factor: number): void;
  /** Nobody has moved it since all was shown. */
  isFitted(): boolean;
  /** Moves no further than is needed to see the area. */
  reveal(area: Area): void;
  /** The map was laid out anew: what stood at `from` stands at `to`, and shall not move on the screen. */
  keep(from: { x: number; y: number }, to: { x: number; y: number }): void;
  /** The place on the map under a point of the screen. */
  at(clientX: number, clientY: number): { x: number; y: number };
}

const closest = 3;
const farthest = 0.05;
/** Below these the names of branches are not read as they stand, and then nothing is: items show what is picked where. */
const far = 0.42;
const veryFar = 0.3;
/** A map opens no smaller. */
const overview = 0.6;
/** Texts of 13 pixels are 11 pixels tall. */
const readable = 11 / 13;
const margin = 24;

const clamp = (k: number) => Math.min(closest, Math.max(farthest, k));

/**
 * Pans and zooms without drawing anything anew: the map is moved as a layer. Wheel and two fingers
 * on a trackpad move, with Ctrl or a pinch they zoom; a finger or a pressed button drags.
 */
export function useCamera(
  frame: RefObject<HTMLDivElement | null>,
  world: RefObject<HTMLDivElement | null>,
): CameraMan {
  const camera = useRef<Camera>({ x: margin, y: margin, k: 1 });

  const { man, move } = useMemo(() => {
    let resting: ReturnType<typeof setTimeout> | undefined;
    let fitted = false;
    const show = () => {
      const [element, { x, y, k }] = [world.current, camera.current];
      if (!element) return;
      element.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
      element.style.willChange = 'transform';
      if (k < far) element.style.setProperty('--scale', String(k));
      const distance = k < veryFar ? 'very' : String(k < far);
      if (element.dataset.far !== distance) element.dataset.far = distance;
      clearTimeout(resting);
      // Drawn sharp again once it rests.
      resting = setTimeout(() => (element.style.willChange = ''), 200);
    };
    const moved = (next: Partial<Camera>) => {
      fitted = false;
      Object.assign(camera.current, next);
      show();
    };
    const zoomAt = (factor: number, px: number, py: number) => {
      const { x, y, k } = camera.current;
      const next = clamp(k * factor);
      moved({ k: next, x: px - ((px - x) * next) / k, y: py - ((py - y) * next) / k });
    };
    const size = () => ({
      width: frame.current?.clientWidth ?? 0,
      height: frame.current?.clientHeight ?? 0,
    });
    const made: CameraMan = {
      fit: (map, root, most, how) => {
        const { width, height } = size();
        const wide = Math.min((width - 2 * margin) / map.width, most);
        const all = Math.min(wide, (height - 2 * margin) / map.height);
        const least = {
          whole: farthest,
          overview: overview * most,
          reading: all < readable ? Math.max(readable, wide) : all,
        }[how];
        const k = Math.max(all, least);
        const [across, down] = [map.width * k, map.height * k];
        const isOneSided = root.x < map.width / 4;
        const middle = height / 2 - (root.y + root.height / 2) * k;
        moved({
          k,
          x:
            across <= width
              ? (width - across) / 2
              : isOneSided
                ? margin - root.x * k
                : width / 2 - (root.x + root.width / 2) * k,
          y: down <= height ? (height - down) / 2 : Math.min(0, Math.max(height - down, middle)),
        });
        fitted = true;
      },
      isFitted: () => fitted,
      zoom: (factor) => {
        const { width, height } = size();
        zoomAt(factor, width / 2, height / 2);
      },
      reveal: (area) => {
        const { width, height } = size();
        const { x, y, k } = camera.current;
        const into = (start: number, length: number, room: number) => {
          if (start < margin) return margin - start;
          return Math.min(0, Math.max(room - margin - (start + length), margin - start));
        };
        const dx = into(x + area.x * k, area.width * k, width);
        const dy = into(y + area.y * k, area.height * k, height);
        const stays = fitted;
        if (dx !== 0 || dy !== 0) moved({ x: x + dx, y: y + dy });
        fitted = stays;
      },
      keep: (from, to) => {
        const { x, y, k } = camera.current;
        moved({ x: x + (from.x - to.x) * k, y: y + (from.y - to.y) * k });
      },
      at: (clientX, clientY) => {
        const box = frame.current?.getBoundingClientRect();
        const { x, y, k } = camera.current;
        return {
          x: (clientX - (box?.left ?? 0) - x) / k,
          y: (clientY - (box?.top ?? 0) - y) / k,
        };
      },
    };
    const pan = (dx: number, dy: number) =>
      moved({ x: camera.current.x + dx, y: camera.current.y + dy });
    return { man: made, move: { pan, zoomAt } };
  }, [frame, world]);

  useEffect(() => {
    const element = frame.current;
    return element ? follow(element, move) : undefined;
  }, [frame, move]);
  return man;
}

interface Move {
  pan(dx: number, dy: number): void;
  zoomAt(factor: number, px: number, py: number): void;
}

/** Hands, wheels and fingers. */
function follow(element: HTMLDivElement, { pan, zoomAt }: Move): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const fingers = new Map<number, { x: number; y: number }>();
  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    if (event.ctrlKey || event.metaKey) {
      const box = element.getBoundingClientRect();
      const factor = 1.0035 ** (-event.deltaY * unit);
      zoomAt(
        Math.min(1.5, Math.max(0.67, factor)),
        event.clientX - box.left,
        event.clientY - box.top,
      );
    } else if (event.shiftKey) pan(-(event.deltaY || event.deltaX) * unit, 0);
    else pan(-event.deltaX * unit, -event.deltaY * unit);
  };
  const press = (event: PointerEvent) => {
    // What is dragged itself is no handle for the map.
    if (event.defaultPrevented || (event.pointerType === 'mouse' && event.button > 1)) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const drag = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, now);
    const distance = Math.hypot(now.x - before.x, now.y - before.y);
    if (!element.hasPointerCapture(event.pointerId) && distance > 2)
      element.setPointerCapture(event.pointerId);
    if (!other) return pan(now.x - before.x, now.y - before.y);
    const box = element.getBoundingClientRect();
    const apart = (one: typeof now) => Math.hypot(one.x - other.x, one.y - other.y);
    zoomAt(
      apart(now) / Math.max(1, apart(before)),
      (now.x + other.x) / 2 - box.left,
      (now.y + other.y) / 2 - box.top,
    );
    pan((now.x - before.x) / 2, (now.y - before.y) / 2);
  };
  const release = (event: PointerEvent) => fingers.delete(event.pointerId);
  element.addEventListener('wheel', wheel, { passive: false, signal });
  element.addEventListener('pointerdown', press, { signal });
  element.addEventListener('pointermove', drag, { signal });
  element.addEventListener('pointerup', release, { signal });
  element.addEventListener('pointercancel', release, { signal });
  return () => stop.abort();
}
