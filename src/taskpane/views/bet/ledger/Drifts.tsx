import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { rowsIn } from '../../../../office';
import { useBook } from '../../../core/book';
import { Figure } from '../../../parts/Figure';
import { GoTo } from '../../../parts/GoTo';
import { Section } from '../../../parts/Section';
import { useSay } from '../../../words/say';
import { useMoney } from '../useMoney';
import { driftsOf } from './problems';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  item: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** Terms that would come to something else today than what was signed; the signed amounts stand. */
export function Drifts() {
  const say = useSay();
  const money = useMoney();
  const styles = useStyles();
  const { study } = useBook();
  const drifts = useMemo(() => driftsOf(study), [study]);
  const periods = new Map(rowsIn(study, 'periods').map(({ cells }) => [cells.no, cells.item]));
  if (drifts.length === 0) return null;
  return (
    <Section title={say('pane.bet.drift')}>
      <Caption1 className={styles.muted}>{say('pane.bet.drift.lead')}</Caption1>
      <ul className={styles.list}>
        {drifts.map(({ id, period, code, item, signed, now }) => (
          <li key={id} className={styles.item}>
            <GoTo place={{ table: 'settlement', row: id, column: 'drift' }}>
              {[code || item, periods.get(period)].filter(Boolean).join(' · ')}
            </GoTo>
            <Caption1>
              <Figure
                of={{ table: 'settlement', row: id, column: 'drift' }}
                name={say('pane.bet.drift')}
              >
                {say('pane.bet.drift.amounts', {
                  signed: money(signed, true),
                  now: money(now, true),
                })}
              </Figure>
            </Caption1>
          </li>
        ))}
      </ul>
    </Section>
  );
}
