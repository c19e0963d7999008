import { useFormat } from '../../taskpane/words/format';
import { useSay } from '../../taskpane/words/say';
import { loadOf } from '../model/budget';
import type { Scope } from '../model/scope';
import type { TreeNode } from '../model/tree';

/** How much is picked, and what that takes of the days that there are; it moves as one picks. */
export function ScopeMeter({ scope, tree }: { scope: Scope; tree: TreeNode }) {
  const say = useSay();
  const format = useFormat();
  const { picked, offered } = tree;
  const loads = loadOf(scope).filter(({ days, room }) => days > 0 || room !== null);
  return (
    <div className="meter" role="status">
      <span>{say('workshop.count', { picked, offered })}</span>
      {loads.map(({ phase, label, days, room }) => {
        const isOver = room !== null && days > room;
        const name = label || say('workshop.load.none');
        const count = format.number(days, 0);
        return (
          <span key={phase} className="load" data-over={isOver}>
            {room === null
              ? say('workshop.load', { phase: name, days: count })
              : say(isOver ? 'workshop.load.over' : 'workshop.load.of', {
                  phase: name,
                  days: count,
                  room: format.number(room, 0),
                })}
            {room !== null && room > 0 && (
              <span className="bar" aria-hidden>
                <span style={{ width: `${Math.min(100, (100 * days) / room)}%` }} />
              </span>
            )}
          </span>
        );
      })}
    </div>
  );
}
