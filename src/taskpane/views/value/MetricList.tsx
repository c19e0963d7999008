import { Body1, Caption1, Input, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useState } from 'react';
import { useBook } from '../../core/book';
import { Segments } from '../../parts/Segments';
import { isHouseNamed } from '../../words/house';
import { useSay } from '../../words/say';
import { grouped, matching, type Grouping, type Metric } from './metrics';
import { MetricRow } from './MetricRow';

const useStyles = makeStyles({
  tools: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  group: { display: 'flex', flexDirection: 'column', gap: '4px' },
  head: { display: 'flex', justifyContent: 'space-between', gap: '8px', margin: 0 },
  count: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

const fewToSearch = 12;

interface MetricListProps {
  metrics: readonly Metric[];
  /** Those with a guard that got worse. */
  breached: ReadonlySet<string>;
  /** The metric that was open before. */
  last?: string;
  onOpen: (id: string) => void;
}

/** The metrics in scope, by line or by how far they have come. */
export function MetricList({ metrics, breached, last, onOpen }: MetricListProps) {
  const say = useSay();
  const styles = useStyles();
  const { study } = useBook();
  const [by, setBy] = useState<Grouping>('line');
  const [typed, setTyped] = useState('');
  const found = matching(metrics, typed);
  return (
    <>
      <div className={styles.tools}>
        <Segments
          label={say('pane.value.grouping')}
          value={by}
          options={[
            { id: 'line', label: say('pane.value.byLine') },
            { id: 'status', label: say('pane.value.byStatus') },
          ]}
          onChange={setBy}
        />
        {metrics.length > fewToSearch && (
          <Input
            type="search"
            contentBefore={<SearchRegular />}
            aria-label={say('pane.value.search')}
            placeholder={say('pane.value.search')}
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
          />
        )}
        <div role="status">
          {found.length === 0 && <Body1>{say('pane.value.notFound', { typed })}</Body1>}
        </div>
      </div>
      {by === 'line' && isHouseNamed(study, 'metrics') && (
        <Caption1 className={styles.count}>{say('pane.houseNames')}</Caption1>
      )}
      {grouped(study, found, by).map((group) => (
        <section key={group.id} className={styles.group} aria-label={group.label}>
          <Subtitle2 as="h2" className={styles.head}>
            {group.label}
            <span className={styles.count}>{group.metrics.length}</span>
          </Subtitle2>
          <ul className={styles.list}>
            {group.metrics.map((metric) => (
              <li key={metric.id}>
                <MetricRow
                  metric={metric}
                  breached={breached.has(metric.id)}
                  focused={metric.id === last}
                  onOpen={onOpen}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
