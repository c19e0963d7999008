import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useBook } from '../../core/book';
import { useSay } from '../../words/say';
import { useTold } from './useTold';

const useStyles = makeStyles({
  list: {
    maxHeight: '40vh',
    overflowY: 'auto',
    listStyleType: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    paddingInlineStart: tokens.spacingHorizontalM,
  },
  one: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '8px',
    paddingBlock: '4px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
});

/** What was done here, the latest first; each can be taken back together with what came after it. */
export function Done({ id, onClose }: { id: string; onClose: () => void }) {
  const say = useSay();
  const styles = useStyles();
  const { busy, history } = useBook();
  const tell = useTold();
  return (
    <section id={id} aria-label={say('pane.done')}>
      <div className={styles.head}>
        <strong>{say('pane.done')}</strong>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={say('pane.dismiss')}
          onClick={onClose}
        />
      </div>
      <ol className={styles.list}>
        {history.done.map(({ id: one, what }, i) => (
          <li key={one} className={styles.one}>
            <Body1>{tell(what)}</Body1>
            <Button size="small" disabled={busy} onClick={() => void history.undo(i + 1)}>
              {say(i === 0 ? 'pane.done.undo' : 'pane.done.undoTo')}
            </Button>
          </li>
        ))}
        {history.done.length === 0 && (
          <li>
            <Caption1>{say('pane.done.none')}</Caption1>
          </li>
        )}
      </ol>
    </section>
  );
}
