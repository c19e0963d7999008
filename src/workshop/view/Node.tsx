import { memo, type CSSProperties } from 'react';
import { dotsOf } from '../model/called';
import type { Place } from '../model/layout';
import { stateOf } from '../model/look';

interface NodeProps {
  place: Place;
  /** Of its siblings that are shown. */
  position: number;
  siblings: number;
  folded: boolean | undefined;
  selected: boolean;
  /** In which way it is tied to what is selected. */
  tie: 'because' | 'next' | undefined;
  /** Read out after the text: what else the picture shows. */
  told: string;
}

/** A node of the map: its state is told by fill, border, sign and words, never by colour alone. */
export const Node = memo(
  function Node(props: NodeProps) {
    const { place, position, siblings, folded, selected, tie, told } = props;
    const { node, look, lines, figure, side, depth, block, x, y, width, height } = place;
    const state = stateOf(node);
    const dots = state === 'suggested' ? dotsOf(node.called) : 0;
    return (
      <div
        id={elementId(node.id)}
        role="treeitem"
        aria-level={depth + 1}
        aria-posinset={position}
        aria-setsize={siblings}
        aria-expanded={folded === undefined ? undefined : !folded}
        aria-selected={selected}
        aria-checked={
          node.item ? (state === 'yes' ? true : state === 'maybe' ? 'mixed' : false) : undefined
        }
        tabIndex={selected ? 0 : -1}
        className="node"
        data-id={node.id}
        data-kind={node.kind}
        data-state={state}
        data-own={node.item?.own || undefined}
        data-retired={node.item?.retired || undefined}
        data-side={side}
        data-tie={tie}
        data-block={block && true}
        style={
          {
            left: x,
            top: y,
            width,
            height,
            fontSize: look.size,
            lineHeight: `${look.lead}px`,
            padding: `${look.padY}px ${look.padX}px`,
            ...{ '--size': look.size },
          } satisfies CSSProperties
        }
      >
        {state && <span className="tick" data-part="tick" aria-hidden />}
        <span className="told">{`${node.text}, ${told}`}</span>
        <span className="text" aria-hidden>
          {lines.map((line, i) => (
            <span key={i}>{line}</span>
          ))}
          {figure !== '' && <span className="figure">{figure}</span>}
        </span>
        {dots > 0 && <span className="dots" data-dots={dots} aria-hidden />}
        {(node.kind === 'dimension' || node.kind === 'module') && node.offered > 0 && (
          <span
            className="share"
            aria-hidden
            style={{ width: `${(100 * node.picked) / node.offered}%` }}
          />
        )}
        {folded !== undefined && (
          <span className="fold" data-part="fold" data-folded={folded} aria-hidden>
            {folded ? `${node.picked}/${node.offered}` : '–'}
          </span>
        )}
      </div>
    );
  },
  (a, b) =>
    a.position === b.position &&
    a.siblings === b.siblings &&
    a.folded === b.folded &&
    a.selected === b.selected &&
    a.tie === b.tie &&
    a.told === b.told &&
    samePlace(a.place, b.place),
);

const samePlace = (a: Place, b: Place): boolean =>
  a.x === b.x &&
  a.y === b.y &&
  a.height === b.height &&
  a.side === b.side &&
  a.depth === b.depth &&
  a.width === b.width &&
  a.look.size === b.look.size &&
  a.figure === b.figure &&
  a.node.text === b.node.text &&
  a.node.picked === b.node.picked &&
  a.node.offered === b.node.offered &&
  a.node.called === b.node.called &&
  stateOf(a.node) === stateOf(b.node);

export const elementId = (id: string): string => `map-${id.replaceAll(/[^\w.-]/g, '_')}`;
