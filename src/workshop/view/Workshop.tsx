import '../../messages/late/index';
import './workshop.css';
import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef, useState } from 'react';
import { Notice } from '../../taskpane/parts/Notice';
import { useSay } from '../../taskpane/words/say';
import type { Acts, Shown } from '../acts';
import { dotsOf } from '../model/called';
import { stateOf } from '../model/look';
import { moveOnto } from '../model/moves';
import { pickOf } from '../model/scope';
import type { TreeNode } from '../model/tree';
import { Canvas, type CanvasHandle } from './Canvas';
import { keysOf } from './keys';
import { KeysPanel } from './KeysPanel';
import { Panel } from './Panel';
import { PlanPanel } from './PlanPanel';
import { SavePanel } from './SavePanel';
import { TopBar } from './TopBar';
import { useMap } from './useMap';
import { useWorth } from './worth';

/** What stands beside the map. */
export type Side = 'item' | 'plan' | 'keys' | 'save' | undefined;

/** The large map: the engagement as a tree that a room picks from, and all that is said of a node beside it. */
export function Workshop({ shown, acts }: { shown: Shown; acts: Acts }) {
  const say = useSay();
  const worth = useWorth(shown.scope);
  const isNarrow = useNarrow();
  const [present, setPresent] = useState(false);
  const [side, setSide] = useState<Side>();
  const [began, setBegan] = useState<number>();
  const [minutes, setMinutes] = useState(() => shown.scope.meeting?.minutes ?? 120);
  const map = useMap(shown, acts, isNarrow ? 'right' : 'both', worth.figureOf, present);
  const canvas = useRef<CanvasHandle>(null);
  const { busy } = shown;

  const toldOf = (node: TreeNode) => {
    const { item, picked, offered, called } = node;
    if (!item) return say('workshop.count', { picked, offered });
    const figure = worth.figureOf(node);
    return [
      say(`workshop.state.${stateOf(node) ?? 'open'}`, { dots: dotsOf(called) }),
      item.own ? say('workshop.state.own') : '',
      figure,
    ]
      .filter(Boolean)
      .join(', ');
  };
  const pick = ({ item }: TreeNode, wanted: 'yes' | 'no') => {
    if (!item || busy) return;
    const value = pickOf(item) === wanted ? null : wanted;
    void map.say([{ table: item.step, row: item.id, cells: { pick: value } }]);
  };
  const open = (next: Side) => setSide((now) => (now === next ? undefined : next));
  const keys = keysOf({
    map,
    canvas,
    busy,
    pick,
    present: () => setPresent((now) => !now),
    open: setSide,
  });
  const { picked, offered } = map.tree;

  return (
    <div
      className="workshop"
      data-present={present}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        if (side) setSide(undefined);
        canvas.current?.focus();
      }}
    >
      <TopBar
        {...{ map, shown, side, present }}
        onSide={open}
        onPresent={() => setPresent(!present)}
        onFit={() => canvas.current?.fit()}
        onZoom={(factor) => canvas.current?.zoom(factor)}
        onClose={acts.close}
      />
      {(map.refused || busy) && (
        <Notice
          intent="warning"
          text={say(map.refused ? 'workshop.notTaken' : 'workshop.busy')}
          {...(map.refused && { onDismiss: map.dismiss })}
        />
      )}
      <div className="stage">
        <Canvas
          ref={canvas}
          map={map}
          label={say('workshop.tree', { title: map.tree.text, picked, offered })}
          closest={present ? 1.8 : 1.15}
          toldOf={toldOf}
          onTick={(node) => pick(node, 'yes')}
          onKey={keys}
          onOpen={() => setSide((now) => now ?? 'item')}
          onDrop={(dragged, onto) => {
            if (!dragged.item || busy) return;
            const sayings = moveOnto(map.scope, dragged.item, onto);
            if (sayings.length > 0) void map.say(sayings);
          }}
        />
        {side && (
          <aside
            className="side"
            aria-label={side === 'item' ? map.selected.text : say(`workshop.${side}`)}
          >
            <Button
              className="leave"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={say('workshop.panel.close')}
              onClick={() => {
                setSide(undefined);
                canvas.current?.focus();
              }}
            />
            {side === 'item' && <Panel map={map} acts={acts} busy={busy} />}
            {side === 'plan' && (
              <PlanPanel {...{ map, began, minutes }} onBegin={setBegan} onMinutes={setMinutes} />
            )}
            {side === 'keys' && <KeysPanel />}
            {side === 'save' && <SavePanel map={map} canDownload={shown.canDownload} />}
          </aside>
        )}
      </div>
    </div>
  );
}

const narrow = '(max-width: 700px)';

function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => window.matchMedia(narrow).matches);
  useEffect(() => {
    const media = window.matchMedia(narrow);
    const changed = () => setNarrow(media.matches);
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  }, []);
  return isNarrow;
}
