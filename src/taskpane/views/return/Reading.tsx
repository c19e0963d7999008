import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Return } from '../../../office';
import { Numbers } from '../../parts/Numbers';
import { Section } from '../../parts/Section';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';

const useStyles = makeStyles({ muted: { color: tokens.colorNeutralForeground2 } });

/** How the figures are to be read, and what they are with cash-releasing benefits alone. */
export function Reading({ found }: { found: Return }) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const at = found.scenarios.findIndex(({ chosen }) => chosen);
  const all = found.scenarios[at];
  const years = (value: unknown) =>
    typeof value === 'number'
      ? say('pane.return.payback.years', { years: format.number(value, 1) })
      : String(value ?? '–');
  const lines = [
    ['npv', (value) => format.compact(value ?? '–', found.currency)],
    ['roi', (value) => format.percent(value ?? '–')],
    ['irr', (value) => format.percent(value ?? '–', 1)],
    ['payback', years],
    ['discountedPayback', years],
  ] as [keyof Return['cash'], (value: Return['cash']['npv']) => string][];
  return (
    <Section title={say('pane.return.cash')}>
      <Numbers
        caption={say('pane.return.cash')}
        columns={[
          say('pane.return.cash.what'),
          say('pane.return.cash.all'),
          say('pane.return.cash.alone'),
        ]}
        rows={lines.map(([id, write]) => [
          say(`pane.return.short.${id}`),
          {
            text: write(all?.[id] ?? null),
            of: { table: 'roi.scenarios', row: at, column: id },
          },
          { text: write(found.cash[id]), of: { table: 'roi.cash', row: at, column: id } },
        ])}
      />
      {found.irrNote !== null && <Caption1 className={styles.muted}>{found.irrNote}</Caption1>}
      {found.convention !== null && (
        <Caption1 className={styles.muted}>{found.convention}</Caption1>
      )}
    </Section>
  );
}
