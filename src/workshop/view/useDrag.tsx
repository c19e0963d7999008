import { useRef, useState, type PointerEvent } from 'react';
import type { TreeNode } from '../model/tree';
import type { CameraMan } from './camera';
import type { MapView } from './useMap';

/** Further than a hand trembles. */
const least = 6;

/** Own items are dragged to another place among their like, or into another dimension or module. */
export function useDrag(
  { nodes }: MapView,
  camera: CameraMan,
  onDrop: (dragged: TreeNode, onto: TreeNode) => void,
) {
  const held = useRef<{ node: TreeNode; x: number; y: number; moved: boolean }>(undefined);
  const dropped = useRef(0);
  const [ghost, setGhost] = useState<{ x: number; y: number; text: string; onto?: string }>();

  const nodeUnder = (x: number, y: number) => {
    const id = document
      .elementsFromPoint(x, y)
      .map((element) => (element as HTMLElement).closest<HTMLElement>('[data-id]')?.dataset.id)
      .find((one) => one !== undefined);
    return nodes.find((node) => node.id === id);
  };
  const mayDrop = (dragged: TreeNode, onto: TreeNode | undefined): onto is TreeNode =>
    onto !== undefined &&
    onto.id !== dragged.id &&
    onto.at.step === dragged.at.step &&
    onto.at.dimension !== undefined;

  const end = () => {
    held.current = undefined;
    setGhost(undefined);
  };
  return {
    /** A drop is followed by a click that means nothing. */
    justDropped: () => Date.now() - dropped.current < 100,
    shown: ghost && (
      <div className="ghost" style={{ left: ghost.x, top: ghost.y }} data-onto={ghost.onto ?? ''}>
        {ghost.text}
      </div>
    ),
    handlers: {
      // Before the camera takes the pointer for moving the map.
      onPointerDownCapture: (event: PointerEvent) => {
        const element = (event.target as Element).closest<HTMLElement>('[data-own]');
        const node = nodes.find(({ id }) => id === element?.dataset.id);
        if (!node || event.button !== 0) return;
        held.current = { node, x: event.clientX, y: event.clientY, moved: false };
        event.preventDefault();
      },
      onPointerMove: (event: PointerEvent) => {
        const now = held.current;
        if (!now) return;
        if (!now.moved && Math.hypot(event.clientX - now.x, event.clientY - now.y) < least) return;
        if (!now.moved) event.currentTarget.setPointerCapture(event.pointerId);
        now.moved = true;
        const onto = nodeUnder(event.clientX, event.clientY);
        setGhost({
          ...camera.at(event.clientX, event.clientY),
          text: now.node.text,
          ...(mayDrop(now.node, onto) && { onto: onto.text }),
        });
      },
      onPointerUp: (event: PointerEvent) => {
        const now = held.current;
        end();
        if (!now?.moved) return;
        dropped.current = Date.now();
        const onto = nodeUnder(event.clientX, event.clientY);
        if (mayDrop(now.node, onto)) onDrop(now.node, onto);
      },
      onPointerCancel: end,
    },
  };
}
