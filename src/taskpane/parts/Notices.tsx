import { lazy, Suspense } from 'react';
import { describeError } from '../core/describeError';
import type { TaskOutcome } from '../core/work';
import { useLang, useSay, type Say } from '../words/say';
import { Notice } from './Notice';

const Amounts = lazy(() => import('./Amounts'));

/** What came of the last piece of work. */
export function Notices({ outcome, onDismiss }: { outcome: TaskOutcome; onDismiss: () => void }) {
  const say = useSay();
  const lang = useLang();
  if ('error' in outcome) {
    return (
      <Notice
        intent="error"
        title={say('pane.error')}
        text={describeError(lang, outcome.error)}
        onDismiss={onDismiss}
      />
    );
  }
  if ('cancelled' in outcome) {
    return <Notice intent="info" text={say('failure.cancelled')} onDismiss={onDismiss} />;
  }
  if ('recovered' in outcome) {
    const { recovered } = outcome;
    const text =
      recovered === 'remove'
        ? say('pane.recovered.remove')
        : say('pane.recovered', { task: say(`task.${recovered}`) });
    return <Notice intent="warning" text={text} onDismiss={onDismiss} />;
  }
  if ('opened' in outcome)
    return <Notice intent="success" text={say('pane.opened')} onDismiss={onDismiss} />;
  if ('removed' in outcome) {
    const text = say('pane.removed', { count: outcome.removed });
    return <Notice intent="success" text={text} onDismiss={onDismiss} />;
  }
  if ('kept' in outcome) {
    const { kept } = outcome;
    return kept === 0 ? null : (
      <Notice intent="warning" text={say('pane.undo.kept', { kept })} onDismiss={onDismiss} />
    );
  }
  if ('written' in outcome) {
    const { task, written, open } = outcome;
    const text = say(`pane.${task}.done`, { written, open });
    return <Notice intent="success" text={text} onDismiss={onDismiss} />;
  }
  const { laidOut, task } = outcome;
  if (laidOut.findings.some(({ kind }) => kind === 'name-taken')) {
    return <Notice intent="warning" text={say('pane.notLaidOut')} />;
  }
  const { amounts = [] } = laidOut;
  return (
    <>
      {task !== 'rows' && (
        <Notice intent="success" text={done(say, task, laidOut.cells)} onDismiss={onDismiss} />
      )}
      {amounts.length > 0 && (
        <Suspense>
          <Amounts amounts={amounts} />
        </Suspense>
      )}
    </>
  );
}

function done(say: Say, task: TaskOutcome['task'], cells: number): string {
  if (task === 'upgrade') return say('pane.upgrade.done', { cells });
  if (task === 'repair') return say('pane.repaired', { cells });
  if (cells === 0) return say('pane.unchanged');
  return say(task === 'refresh' ? 'pane.refreshed' : 'pane.laidOut');
}
