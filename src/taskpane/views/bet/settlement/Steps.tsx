import { Body1, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Figure, useFigureList } from '../../../parts/Figure';
import { useSay } from '../../../words/say';
import { useMoney } from '../useMoney';
import { stepsOf, type Period } from './story';

const useStyles = makeStyles({
  steps: { listStyleType: 'none', margin: 0, padding: 0, fontVariantNumeric: 'tabular-nums' },
  step: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '12px',
    paddingBlock: '4px',
    alignItems: 'baseline',
  },
  sum: {
    borderTop: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  due: {
    borderTop: `2px solid ${tokens.colorBrandStroke1}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  words: { display: 'flex', flexDirection: 'column' },
  inherit: { font: 'inherit' },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** How the amount due comes about, step by step in the order agreed. */
export function Steps({ period }: { period: Period }) {
  const say = useSay();
  const money = useMoney();
  const styles = useStyles();
  return (
    <ol className={styles.steps} {...useFigureList<HTMLOListElement>()}>
      {stepsOf(period).map(({ id, column, amount, isSum }) => (
        <li
          key={id}
          className={mergeClasses(styles.step, isSum && styles.sum, id === 'due' && styles.due)}
        >
          <span className={styles.words}>
            <Body1 className={styles.inherit}>{say(`pane.bet.step.${id}`)}</Body1>
            {(id === 'limits' || id === 'carried') && (
              <Caption1 className={styles.muted}>{say(`pane.bet.step.${id}.why`)}</Caption1>
            )}
          </span>
          <Body1 className={styles.inherit}>
            <Figure
              of={{ table: 'statement', row: period.id, column }}
              name={say(`pane.bet.step.${id}`)}
            >
              {money(amount, true)}
            </Figure>
          </Body1>
        </li>
      ))}
    </ol>
  );
}
