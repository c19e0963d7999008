import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { describeError } from './describeError';
import { useLang, useSay, type Say } from './say';
import type { Outcome } from './useWorkbook';

interface NoticeProps {
  intent: 'success' | 'info' | 'warning' | 'error';
  title?: string;
  text: string;
  action?: { label: string; onClick: () => void };
}

const useStyles = makeStyles({ bar: { minHeight: 'unset', paddingBlock: '8px' } });

/** One sentence in a coloured bar, read out when it appears. */
export function Notice({ intent, title, text, action }: NoticeProps) {
  const styles = useStyles();
  return (
    <MessageBar
      className={styles.bar}
      intent={intent}
      layout="multiline"
      politeness={intent === 'error' ? 'assertive' : 'polite'}
    >
      <MessageBarBody>
        {title && <MessageBarTitle>{title}</MessageBarTitle>}
        {text}
      </MessageBarBody>
      {action && (
        <MessageBarActions>
          <Button onClick={action.onClick}>{action.label}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** What came of the last piece of work. */
export function OutcomeNotice({ outcome }: { outcome: Outcome }) {
  const say = useSay();
  const lang = useLang();
  if ('error' in outcome) {
    return (
      <Notice intent="error" title={say('pane.error')} text={describeError(lang, outcome.error)} />
    );
  }
  if ('cancelled' in outcome) {
    const kept = outcome.task !== 'layOut';
    return <Notice intent="info" text={say(kept ? 'pane.cancelledRefresh' : 'pane.cancelled')} />;
  }
  const { laidOut, task } = outcome;
  if (laidOut.findings.some(({ kind }) => kind === 'name-taken')) {
    return <Notice intent="warning" text={say('pane.notLaidOut')} />;
  }
  return <Notice intent="success" text={done(say, task, laidOut.cells)} />;
}

export function FailedNotice({ error, onTryAgain }: { error: unknown; onTryAgain: () => void }) {
  const say = useSay();
  return (
    <Notice
      intent="error"
      title={say('pane.error')}
      text={describeError(useLang(), error)}
      action={{ label: say('pane.tryAgain'), onClick: onTryAgain }}
    />
  );
}

function done(say: Say, task: Outcome['task'], cells: number): string {
  if (task === 'repair') return say('pane.repaired', { cells });
  if (cells === 0) return say('pane.unchanged');
  return say(task === 'refresh' ? 'pane.refreshed' : 'pane.laidOut', { cells });
}
