import { Body1Strong, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useBook } from '../../../core/book';
import { StackedBar } from '../../../parts/StackedBar';
import { useFormat } from '../../../words/format';
import { useSay } from '../../../words/say';
import type { Term } from './term';
import { evenly, missingOf } from '../../../../engagement/shares';

const useStyles = makeStyles({
  weights: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', minHeight: '32px' },
  icon: { fontSize: '20px', flexShrink: 0 },
  whole: { color: tokens.colorStatusSuccessForeground1 },
  off: { color: tokens.colorStatusDangerForeground1 },
  words: { flexGrow: 1 },
});

/** The weights of all terms in one bar, which has to be full. */
export function Weights({ terms }: { terms: readonly Term[] }) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { edit, busy } = useBook();
  const missing = missingOf(terms.map(({ weight }) => weight));
  const words =
    missing === 0
      ? say('pane.bet.weights.whole')
      : say(missing > 0 ? 'pane.bet.weights.missing' : 'pane.bet.weights.over', {
          share: format.percent(Math.abs(missing), 1),
        });
  const label = terms.map(({ code, weight }) => `${code} ${format.percent(weight, 1)}`).join(', ');
  const even = evenly(terms.length);
  const isEven = terms.every(({ weight }, i) => weight === even[i]);
  return (
    <div className={styles.weights}>
      <StackedBar
        label={say('pane.bet.weights.label', { terms: label, verdict: words })}
        parts={[
          ...terms.map(({ id, code, weight }, i) => ({
            id,
            label: code,
            share: Math.max(0, weight),
            look: i % 2 === 0 ? ('solid' as const) : ('soft' as const),
          })),
          {
            id: 'missing',
            label: format.percent(missing, 1),
            share: Math.max(0, missing),
            look: 'empty',
          },
        ]}
      />
      <div className={styles.line}>
        {missing === 0 ? (
          <CheckmarkCircleRegular className={mergeClasses(styles.icon, styles.whole)} aria-hidden />
        ) : (
          <WarningRegular className={mergeClasses(styles.icon, styles.off)} aria-hidden />
        )}
        <Body1Strong className={styles.words} role="status">
          {words}
        </Body1Strong>
        <Button
          size="small"
          disabled={busy || isEven}
          onClick={() =>
            void edit(
              terms.map(({ id }, i) => ({
                table: 'terms',
                row: id,
                cells: { weight: even[i] ?? null },
              })),
            )
          }
        >
          {say('pane.bet.weights.evenly')}
        </Button>
      </div>
    </div>
  );
}
