import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Return } from '../../../office';
import { Bar } from '../../parts/Bar';
import { Figure, useFigureList } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  mover: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '2px 8px',
    alignItems: 'baseline',
  },
  bar: { gridColumn: '1 / -1' },
  swing: { fontVariantNumeric: 'tabular-nums' },
  muted: { color: tokens.colorNeutralForeground2 },
});

const shown = 8;

/** What NPV hangs on, the most telling first: a bar as wide as its swing, to both sides. */
export function Sensitivity({ sensitivity, currency }: Pick<Return, 'sensitivity' | 'currency'>) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const movers = sensitivity
    .flatMap(({ item, kind, swing }, row) =>
      typeof swing === 'number' && swing !== 0 ? [{ row, item, kind, swing: Math.abs(swing) }] : [],
    )
    .slice(0, shown);
  const widest = Math.max(1, ...movers.map(({ swing }) => swing));
  return (
    <Section title={say('pane.return.sensitivity')}>
      <Body1 className={styles.muted}>
        {say(movers.length > 0 ? 'pane.return.sensitivity.lead' : 'pane.return.sensitivity.none')}
      </Body1>
      <ol className={styles.list} {...useFigureList<HTMLOListElement>()}>
        {movers.map(({ row, item, kind, swing }, i) => (
          <li key={`${i} ${String(item)}`} className={styles.mover}>
            <span>
              <Body1>{String(item)}</Body1>{' '}
              <Caption1 className={styles.muted}>{String(kind ?? '')}</Caption1>
            </span>
            <Caption1 className={styles.swing}>
              <Figure of={{ table: 'roi.sensitivity', row, column: 'swing' }} name={String(item)}>
                ± {format.compact(swing, currency)}
              </Figure>
            </Caption1>
            <div className={styles.bar}>
              <Bar
                from={0.5 - swing / widest / 2}
                to={0.5 + swing / widest / 2}
                mark={0.5}
                height={10}
              />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
