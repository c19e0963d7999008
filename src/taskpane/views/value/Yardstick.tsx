import { Caption1, Caption1Strong, Link, makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import { columnIn } from '../../../office';
import { useBook } from '../../core/book';
import { Notice } from '../../parts/Notice';
import { useSay } from '../../words/say';
import type { Metric } from './metrics';

const useStyles = makeStyles({
  ranges: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  muted: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: '18px' },
});

/** Where others stand, beside what is agreed, and that a baseline better than the best is worth a look. */
export function Yardstick({ metric }: { metric: Metric }) {
  const say = useSay();
  const styles = useStyles();
  const { study } = useBook();
  const lines = metric.range.split('\n').filter(Boolean);
  return (
    <>
      {metric.beyond && <Notice intent="warning" text={say('pane.value.beyond')} />}
      {lines.length > 0 && (
        <div className={styles.ranges}>
          <Caption1Strong>{columnIn(study, 'metrics', 'range').header}</Caption1Strong>
          <ul className={styles.list}>
            {lines.map((line) => (
              <li key={line}>
                <Caption1 className={styles.muted}>
                  <WithLinks text={line} />
                </Caption1>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** An address ends where no sign of one follows; a bracket or comma after it is the sentence's. */
const address = /(https?:\/\/[^\s（）()，；,;]+)/;

function WithLinks({ text }: { text: string }) {
  return text.split(address).map((part, i) =>
    i % 2 === 1 ? (
      <Link key={i} href={part} target="_blank" rel="noreferrer" inline>
        {part.replace(/^https?:\/\/(www\.)?/, '')}
      </Link>
    ) : (
      <Fragment key={i}>{part}</Fragment>
    ),
  );
}
