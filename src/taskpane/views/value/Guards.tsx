import { Badge, Body1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { Section } from '../../parts/Section';
import { useSay } from '../../words/say';
import { useMeasure } from './measure';
import { keptOf, names, type Metric } from './metrics';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  guard: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '2px 8px',
    paddingBlock: '6px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  muted: { color: tokens.colorNeutralForeground2 },
});

const looks = {
  kept: ['success', CheckmarkRegular],
  breached: ['danger', WarningRegular],
  pending: ['informative', ClockRegular],
} as const;

interface GuardsProps {
  metric: Metric;
  metrics: readonly Metric[];
  onOpen: (id: string) => void;
}

/** The metrics that must not get worse while this one gets better. */
export function Guards({ metric, metrics, onOpen }: GuardsProps) {
  const say = useSay();
  const styles = useStyles();
  const { shortly } = useMeasure();
  const either = metric.notWith.map(
    (cell) => metrics.find((one) => names(cell, one))?.name ?? cell,
  );
  if (metric.guards.length + either.length === 0) return null;
  return (
    <Section title={say('pane.value.guards')}>
      {metric.guards.length > 0 && (
        <Body1 className={styles.muted}>{say('pane.value.guards.lead')}</Body1>
      )}
      <ul className={styles.list}>
        {metric.guards.map((cell) => {
          const guard = metrics.find((one) => names(cell, one));
          const kept = keptOf(guard);
          const [color, Icon] = looks[kept];
          return (
            <li key={cell} className={styles.guard}>
              {guard ? (
                <Link as="button" onClick={() => onOpen(guard.id)}>
                  {guard.name}
                </Link>
              ) : (
                <Body1>{cell}</Body1>
              )}
              <Badge appearance="tint" color={color} icon={<Icon />}>
                {say(`pane.value.guard.${kept}`)}
              </Badge>
              {guard && guard.adjusted !== null && (
                <Body1 className={styles.muted}>
                  {say('pane.value.guard.way', {
                    baseline: shortly(guard.adjusted, guard.unit),
                    actual: shortly(guard.actual, guard.unit),
                  })}
                </Body1>
              )}
            </li>
          );
        })}
      </ul>
      {either.length > 0 && (
        <Body1 className={styles.muted}>
          {say('pane.value.notWith', { metrics: either.join(say('value.range.comma')) })}
        </Body1>
      )}
    </Section>
  );
}
