import { Body1, Caption1, Link, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReadResult } from '../../../office';
import { useSay } from '../../words/say';
import { steps, type Step } from '../../../catalog/steps';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  step: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  head: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  count: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

interface ProgressProps {
  results: ReadResult['results'];
  onOpen: (step: Step) => void;
}

/** How far each step is, as the workbook's Progress table has it. */
export function Progress({ results, onOpen }: ProgressProps) {
  const say = useSay();
  const styles = useStyles();
  const rows = results.tables.progress;
  return (
    <>
      {!rows && <Body1 block>{say('pane.progress.missing')}</Body1>}
      <ul className={styles.list} hidden={!rows}>
        {rows &&
          steps.map((step) => {
            const row = rows[`progress.${step}`] ?? {};
            const count = (column: string) => Number(row[column] ?? 0);
            const [offered, answered] = [count('offered'), count('answered')];
            const sheet = say(`pane.step.${step}`);
            const facts = [
              count('suggested') > 0 &&
                say('pane.progress.suggested', { count: count('suggested') }),
              say('pane.progress.picked', { count: count('picked') }),
              say('pane.progress.owned', { count: count('owned') }),
            ];
            return (
              <li key={step} className={styles.step}>
                <div className={styles.head}>
                  <Link
                    as="button"
                    aria-label={say('pane.start.openStep', { step: sheet })}
                    onClick={() => onOpen(step)}
                  >
                    {sheet}
                  </Link>
                  <Caption1 className={styles.count}>
                    {say('pane.progress.answered', { answered, offered })}
                  </Caption1>
                </div>
                <ProgressBar
                  aria-label={say('pane.progress.share', { step: sheet, offered, answered })}
                  thickness="large"
                  max={Math.max(offered, 1)}
                  value={answered}
                />
                <Caption1 className={styles.count}>{facts.filter(Boolean).join(' · ')}</Caption1>
              </li>
            );
          })}
      </ul>
    </>
  );
}
