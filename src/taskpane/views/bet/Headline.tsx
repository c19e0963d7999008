import { Caption1, LargeTitle, Link, makeStyles, tokens } from '@fluentui/react-components';
import { resultIn } from '../../../office';
import { useBook } from '../../core/book';
import { Explain } from '../../parts/Explain';
import { Figure } from '../../parts/Figure';
import { Notice } from '../../parts/Notice';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { useMoney } from './useMoney';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  due: { margin: 0, fontVariantNumeric: 'tabular-nums', lineHeight: 1.15 },
  none: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** What is due now, of which pool, and what stands against it. */
export function Headline({ onSettle }: { onSettle: () => void }) {
  const say = useSay();
  const format = useFormat();
  const money = useMoney();
  const styles = useStyles();
  const { study, goTo } = useBook();
  const due = resultIn(study, 'Statement.Due');
  const problem = resultIn(study, 'Contract.Problem');
  const period = String(resultIn(study, 'Statement.Period') ?? '');
  return (
    <header className={styles.head}>
      <Caption1 className={styles.muted}>
        {period === '' ? say('pane.bet.due') : say('pane.bet.dueOf', { period })}
      </Caption1>
      {typeof due === 'number' ? (
        <LargeTitle as="h1" className={styles.due}>
          {money(due, !Number.isInteger(due))}
        </LargeTitle>
      ) : (
        <LargeTitle as="h1" className={styles.none}>
          {problem ? say('pane.bet.notYet') : money(due)}
        </LargeTitle>
      )}
      {typeof due === 'number' && <Explain of={{ name: 'Statement.Due' }} />}
      <Caption1 className={styles.muted}>
        <Figure of={{ name: 'Contract.Pool' }} name={say('pane.bet.pool.name')}>
          {say('pane.bet.pool', {
            pool: money(resultIn(study, 'Contract.Pool')),
            share: format.percent(study.read.engagement.settings.shareAtRisk ?? 0.3, 1),
            fee: money(resultIn(study, 'Contract.Fee')),
          })}
        </Figure>
      </Caption1>
      {problem ? (
        <Notice
          intent="error"
          title={String(problem)}
          text={say('pane.bet.problem.cure')}
          action={{
            label: say('pane.show'),
            onClick: () => void goTo({ name: 'Contract.Problem' }),
          }}
        />
      ) : (
        typeof due === 'number' &&
        due > 0 && (
          <Link as="button" onClick={onSettle}>
            {say('pane.bet.toSettlement')}
          </Link>
        )
      )}
    </header>
  );
}
