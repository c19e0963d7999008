import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Link,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState, type ReactNode } from 'react';
import { useBook } from '../../core/book';
import { CellInput } from '../../parts/CellInput';
import { Section } from '../../parts/Section';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { AddReading } from './AddReading';
import { useMeasure } from './measure';
import type { Metric } from './metrics';
import type { Reading } from './reading';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  reading: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingBlock: '6px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', alignItems: 'center', gap: '8px' },
  amount: { marginLeft: 'auto', fontVariantNumeric: 'tabular-nums' },
  muted: { color: tokens.colorNeutralForeground2 },
  problem: { color: tokens.colorStatusDangerForeground1 },
  remove: { alignSelf: 'flex-start' },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
});

const fewest = 5;

interface ReadingsProps {
  metric: Metric;
  readings: readonly Reading[];
  /** Their picture. */
  children: ReactNode;
}

/** What was measured, the newest first; one can be added or put right. */
export function Readings({ metric, readings, children }: ReadingsProps) {
  const say = useSay();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? readings : readings.slice(0, fewest);
  return (
    <Section title={say('pane.value.readings', { count: readings.length })}>
      {children}
      <AddReading metric={metric} readings={readings} />
      {readings.length === 0 && (
        <Body1 className={styles.muted}>{say('pane.value.readings.none')}</Body1>
      )}
      <ul className={styles.list}>
        {shown.map((reading) => (
          <OneReading key={reading.id} metric={metric} reading={reading} />
        ))}
      </ul>
      {readings.length > fewest && (
        <Link as="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {say(all ? 'pane.value.readings.fewer' : 'pane.value.readings.all', {
            count: readings.length,
          })}
        </Link>
      )}
    </Section>
  );
}

function OneReading({ metric, reading }: { metric: Metric; reading: Reading }) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { goTo } = useBook();
  const { shortly } = useMeasure();
  const [open, setOpen] = useState(false);
  const { id, date, amount, numerator, denominator, evidence, who, problem } = reading;
  const parts = metric.measure === 'ratio' || numerator !== null;
  const day = date === null ? '–' : format.date(date);
  const facts = [
    reading.from !== null &&
      reading.months !== null &&
      say('pane.value.reading.span', {
        from: format.date(reading.from),
        months: format.number(reading.months, 1),
      }),
    numerator !== null &&
      denominator !== null &&
      `${format.number(numerator)} ÷ ${format.number(denominator)}`,
    evidence,
    who,
  ];
  const columns = ['from', 'date', ...(parts ? ['numerator', 'denominator'] : ['value']), 'who'];
  return (
    <li className={styles.reading}>
      <div className={styles.head}>
        <Body1>{day}</Body1>
        <Body1Strong className={styles.amount}>{shortly(amount, metric.unit)}</Body1Strong>
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={open}
          aria-label={say('pane.value.reading.correct.label', { date: day })}
          onClick={() => setOpen(!open)}
        >
          {say(open ? 'pane.value.close' : 'pane.value.reading.correct')}
        </Button>
      </div>
      <Caption1 className={styles.muted}>{facts.filter(Boolean).join(' · ')}</Caption1>
      {problem && (
        <Caption1 className={styles.problem}>
          {say('pane.value.reading.problem', { problem })}
        </Caption1>
      )}
      {open && (
        <>
          <div className={styles.pair}>
            {[...columns, 'evidence'].map((column) => (
              <CellInput key={column} table="readings" row={id} column={column} />
            ))}
          </div>
          <Link as="button" onClick={() => goTo({ table: 'readings', row: id, column: 'date' })}>
            {say('pane.value.reading.goTo')}
          </Link>
          <RemoveReading id={id} day={day} />
        </>
      )}
    </li>
  );
}

/** Asked for twice: Excel's undo does not bring it back. */
function RemoveReading({ id, day }: { id: string; day: string }) {
  const say = useSay();
  const styles = useStyles();
  const { edit, busy } = useBook();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button
        className={styles.remove}
        size="small"
        icon={<DeleteRegular />}
        disabled={busy}
        onClick={() => setAsked(true)}
      >
        {say('pane.value.reading.remove')}
      </Button>
    );
  }
  return (
    <div className={styles.head} role="group" aria-label={say('pane.value.reading.remove')}>
      <Body1>{say('pane.value.reading.remove.sure', { date: day })}</Body1>
      <Button autoFocus size="small" onClick={() => setAsked(false)}>
        {say('pane.value.reading.remove.keep')}
      </Button>
      <Button
        size="small"
        appearance="primary"
        disabled={busy}
        onClick={() => void edit([{ table: 'readings', clear: id }])}
      >
        {say('pane.value.reading.remove.yes')}
      </Button>
    </div>
  );
}
