import { Body1, Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useSay } from '../words/say';
import type { Work } from '../core/work';

const useStyles = makeStyles({
  busy: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  cancel: { alignSelf: 'flex-start' },
});

/** How far the work under way is, and the way out of it. */
export function Busy({ work, onCancel }: { work: Work; onCancel: () => void }) {
  const say = useSay();
  const styles = useStyles();
  const label = say(work.cancelling ? 'pane.cancelling' : `pane.${work.task}.busy`);
  return (
    <section className={styles.busy} aria-live="polite">
      <Body1>{label}</Body1>
      <ProgressBar
        aria-label={label}
        thickness="large"
        value={work.total > 0 ? work.done / work.total : undefined}
      />
      <Button className={styles.cancel} disabled={work.cancelling} onClick={onCancel}>
        {say('pane.cancel')}
      </Button>
    </section>
  );
}
