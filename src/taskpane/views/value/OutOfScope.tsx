import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useBook } from '../../core/book';
import { Fold } from '../../parts/Fold';
import { useSay } from '../../words/say';
import type { Metric } from './metrics';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '4px 8px',
    alignItems: 'center',
    paddingBlock: '6px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { display: 'flex', flexDirection: 'column' },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface OutOfScopeProps {
  metrics: readonly Metric[];
  onOpen: (id: string) => void;
}

/** The metrics that no pick calls for or someone left out; one put in scope is opened to be filled. */
export function OutOfScope({ metrics, onOpen }: OutOfScopeProps) {
  const say = useSay();
  const styles = useStyles();
  const { edit, busy } = useBook();
  if (metrics.length === 0) return null;
  const putIn = async (id: string) => {
    const edited = await edit([{ table: 'metrics', row: id, cells: { use: 'yes' } }]);
    if (edited) onOpen(id);
  };
  return (
    <Fold title={say('pane.value.outOfScope', { count: metrics.length })}>
      <ul className={styles.list}>
        {metrics.map(({ id, name, explanation }) => (
          <li key={id} className={styles.row}>
            <div className={styles.text}>
              <Body1>{name}</Body1>
              <Caption1 className={styles.muted}>{explanation}</Caption1>
            </div>
            <Button
              size="small"
              disabled={busy}
              aria-label={say('pane.value.putIn.label', { metric: name })}
              onClick={() => putIn(id)}
            >
              {say('pane.value.putIn')}
            </Button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
