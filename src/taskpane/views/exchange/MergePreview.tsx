import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Told } from '../../../exchange';
import { Fold } from '../../parts/Fold';
import { useSay } from '../../words/say';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '18px' },
  by: { color: tokens.colorNeutralForeground2 },
});

/** A list longer than this is counted, not read. */
const most = 100;

/** What a merge would write, leave open and leave alone. */
export function MergePreview({ told: { changes, open, edited } }: { told: Told }) {
  const say = useSay();
  const styles = useStyles();
  const part = (title: string, lines: readonly ReactNode[], isOpen: boolean) =>
    lines.length > 0 && (
      <Fold title={title} open={isOpen}>
        <ul className={styles.list}>
          {lines.slice(0, most).map((line, i) => (
            <li key={i}>
              <Caption1>{line}</Caption1>
            </li>
          ))}
        </ul>
        {lines.length > most && (
          <Caption1>{say('pane.answers.more', { count: lines.length - most })}</Caption1>
        )}
      </Fold>
    );
  if (changes.length + open.length + edited.length === 0)
    return <Body1>{say('pane.answers.nothing')}</Body1>;
  return (
    <div>
      {part(
        say('pane.answers.changes', { count: changes.length }),
        changes.map(({ by, ...change }) => (
          <>
            {say('pane.answers.change', change)}{' '}
            {by.length > 0 && <span className={styles.by}>({by.join(', ')})</span>}
          </>
        )),
        open.length === 0,
      )}
      {part(
        say('pane.answers.open', { count: open.length }),
        open.map(({ said, ...place }) =>
          say('pane.answers.said', {
            ...place,
            said: said.map(({ value, by }) => `${value} ← ${by.join(', ')}`).join(' · '),
          }),
        ),
        true,
      )}
      {part(
        say('pane.answers.edited', { count: edited.length }),
        edited.map((kept) => say('pane.answers.kept', kept)),
        false,
      )}
    </div>
  );
}
