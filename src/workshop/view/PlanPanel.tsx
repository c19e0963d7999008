import { Button, Field, Input } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useSay } from '../../taskpane/words/say';
import { minutesOf } from '../model/plan';
import { pickOf } from '../model/scope';
import type { TreeNode } from '../model/tree';
import type { MapView } from './useMap';

interface PlanPanelProps {
  map: MapView;
  /** When the meeting began, as a time stamp; undefined before. */
  began: number | undefined;
  minutes: number;
  onBegin: (began: number | undefined) => void;
  onMinutes: (minutes: number) => void;
}

/** The meeting: the step of the micro-consulting it is, its minutes shared out over the questions, and how far it is. */
export function PlanPanel({ map, began, minutes, onBegin, onMinutes }: PlanPanelProps) {
  const say = useSay();
  const passed = usePassed(began);
  const { meeting } = map.scope;
  const open = map.questions.map(openIn);
  const shares = minutesOf(open, minutes);
  let due = 0;
  return (
    <>
      <h2>{say('workshop.plan')}</h2>
      {meeting && <p>{say('workshop.plan.step', { no: meeting.no, name: meeting.name })}</p>}
      <div className="pair">
        <Field label={say('workshop.plan.minutes')}>
          <Input
            type="number"
            min={1}
            max={960}
            value={String(minutes)}
            onChange={(_, { value }) => {
              const typed = Math.round(Number(value));
              if (typed >= 1 && typed <= 960) onMinutes(typed);
            }}
          />
        </Field>
        <Button onClick={() => onBegin(began === undefined ? Date.now() : undefined)}>
          {say(began === undefined ? 'workshop.plan.begin' : 'workshop.plan.end')}
        </Button>
      </div>
      {passed !== undefined && (
        <p role="timer">{say('workshop.plan.passed', { passed, minutes })}</p>
      )}
      <ol className="questions">
        {map.questions.map((question, i) => {
          const share = shares[i] ?? 0;
          const from = due;
          due += share;
          const isDue = passed !== undefined && passed >= from && passed < due;
          return (
            <li key={question.id} aria-current={question.id === map.root.id || undefined}>
              <button type="button" onClick={() => map.focus(question.id)}>
                {question.text}
              </button>
              <span>
                {say('workshop.plan.share', { share, open: open[i] ?? 0 })}
                {isDue && <strong> {say('workshop.plan.now')}</strong>}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** What of a question nobody has answered and something calls for, or what is a candidate. */
const openIn = (node: TreeNode): number =>
  node.item
    ? Number(pickOf(node.item) === 'maybe' || (pickOf(node.item) === null && node.called > 0))
    : node.children.reduce((sum, child) => sum + openIn(child), 0);

function usePassed(began: number | undefined): number | undefined {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return began === undefined ? undefined : Math.max(0, Math.floor((now - began) / 60_000));
}
