import type { KeyboardEvent, RefObject } from 'react';
import { moveBy } from '../model/moves';
import { pathTo, type TreeNode } from '../model/tree';
import type { CanvasHandle } from './Canvas';
import type { MapView } from './useMap';
import type { Side } from './Workshop';

interface KeyParts {
  map: MapView;
  canvas: RefObject<CanvasHandle | null>;
  busy: boolean;
  pick: (node: TreeNode, wanted: 'yes' | 'no') => void;
  present: () => void;
  open: (side: Side) => void;
}

/** Every key of the map, as its list of keys says them. */
export const keyList = [
  ['↑ ↓ Home End', 'move'],
  ['→ ←', 'fold'],
  ['Space', 'tick'],
  ['Delete', 'decline'],
  ['Enter', 'open'],
  ['F2', 'reword'],
  ['Insert', 'add'],
  ['Alt ↑ ↓', 'order'],
  ['Ctrl Z, Ctrl Y', 'undo'],
  ['Page ↓ ↑', 'question'],
  ['B', 'branch'],
  ['1 2 3 4', 'show'],
  ['+ − 0', 'zoom'],
  ['P', 'present'],
] as const;

/** The keyboard's way through the map: a tree as the ARIA practices have it, and what a meeting needs. */
export function keysOf(parts: KeyParts): (event: KeyboardEvent) => void {
  const { map, canvas, busy, pick, present, open } = parts;
  const { nodes, selected, root } = map;
  const at = nodes.findIndex(({ id }) => id === selected.id);
  const go = (to: number) => {
    const next = nodes[Math.min(nodes.length - 1, Math.max(0, to))];
    if (next) map.select(next.id);
  };
  const into = () => {
    const [child] = selected.children;
    if (!child) return;
    if (map.folds.has(selected.id)) map.fold(selected.id, false);
    else map.select(child.id);
  };
  const out = () => {
    const parent = pathTo(root, selected.id).at(-2);
    if (selected.children.length > 0 && !map.folds.has(selected.id) && selected !== root)
      map.fold(selected.id, true);
    else if (parent) map.select(parent.id);
    else if (root !== map.tree) map.focus(map.path.at(-2)?.id ?? map.tree.id);
  };
  const question = (by: 1 | -1) => {
    const { questions } = map;
    const now = map.question >= 0 ? map.question + by : by > 0 ? 0 : questions.length - 1;
    const next = questions[now];
    if (next) map.focus(next.id);
  };
  const reorder = (by: 1 | -1) => {
    if (!selected.item?.own || busy) return;
    const sayings = moveBy(map.scope, selected.item, by);
    if (sayings.length > 0) void map.say(sayings);
  };
  const enter = (id: string) => {
    open('item');
    // The field is there once the panel is.
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };

  const plain: Record<string, () => void> = {
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    Home: () => go(0),
    End: () => go(nodes.length - 1),
    ArrowRight: into,
    ArrowLeft: out,
    ' ': () =>
      selected.item ? pick(selected, 'yes') : selected.children.length > 0 && map.fold(selected.id),
    Enter: () => open('item'),
    Delete: () => pick(selected, 'no'),
    F2: () => selected.item && enter('workshop-wording'),
    Insert: () => {
      const place = selected.item ? pathTo(root, selected.id).at(-2) : selected;
      if (place && place !== selected) map.select(place.id);
      enter('workshop-add');
    },
    PageDown: () => question(1),
    PageUp: () => question(-1),
    b: () => map.focus(root.id === selected.id ? map.tree.id : selected.id),
    '1': () => map.setShow('all'),
    '2': () => map.setShow('suggested'),
    '3': () => map.setShow('open'),
    '4': () => map.setShow('picked'),
    '+': () => canvas.current?.zoom(1.25),
    '=': () => canvas.current?.zoom(1.25),
    '-': () => canvas.current?.zoom(0.8),
    '0': () => canvas.current?.fit(),
    p: present,
    '?': () => open('keys'),
  };
  return (event) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const act =
      event.ctrlKey || event.metaKey
        ? { z: event.shiftKey ? map.redo : map.undo, y: map.redo }[key]
        : event.altKey
          ? { ArrowUp: () => reorder(-1), ArrowDown: () => reorder(1) }[key]
          : plain[key];
    if (!act) return;
    event.preventDefault();
    act();
  };
}
