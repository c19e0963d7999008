import {
  Body1,
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useRef, useState } from 'react';
import { columnIn, fieldIn } from '../../../office';
import { isoOf, serialOf } from '../../../rules';
import { useBook } from '../../core/book';
import { Card } from '../../parts/Card';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { useMeasure } from './measure';
import { known, type Metric } from './metrics';
import { check, emptyDraft, type Draft, type Reading } from './reading';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalS,
  },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
  control: { minWidth: 0, width: '100%' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  muted: { color: tokens.colorNeutralForeground2 },
  doubt: { color: tokens.colorStatusWarningForeground3 },
});

interface AddReadingProps {
  metric: Metric;
  readings: readonly Reading[];
}

/** A new row of the Readings table for one metric. */
export function AddReading({ metric, readings }: AddReadingProps) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { study, edit, busy } = useBook();
  const { shortly } = useMeasure();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [tried, setTried] = useState(false);
  const [before, setBefore] = useState<{ attainment: number | null }>();
  const first = useRef<HTMLInputElement>(null);

  const asOf = metric.asOf ?? known(fieldIn(study, 'Value.AsOf').value);
  const today = serialOf(new Date());
  const { problems, doubts, cells, amount } = check(draft, { metric, readings, asOf, today });
  const ratio = metric.measure === 'ratio';
  const header = (column: string) => columnIn(study, 'readings', column).header;
  const share = (attainment: number | null) =>
    attainment === null ? '–' : format.percent(attainment, 1);

  const add = async () => {
    setTried(true);
    if (!cells) return;
    const attainment = metric.attainment;
    const row = { ...cells, entered: isoOf(today) };
    const edited = await edit([{ table: 'readings', add: row }]);
    if (!edited) return;
    setBefore({ attainment });
    setDraft({ ...emptyDraft, who: draft.who });
    setTried(false);
    first.current?.focus();
  };
  const input = (field: keyof Draft, inputMode?: 'decimal') => (
    <Field
      key={field}
      label={header(field)}
      validationMessage={tried && problems[field] ? say(problems[field]) : undefined}
    >
      <Input
        className={styles.control}
        ref={field === 'date' ? first : undefined}
        type={field === 'date' || field === 'from' ? 'date' : 'text'}
        inputMode={inputMode}
        input={{ style: { minWidth: 0 } }}
        value={draft[field]}
        onChange={(_, { value }) => {
          setBefore(undefined);
          setDraft((now) => ({ ...now, [field]: value }));
        }}
      />
    </Field>
  );

  const told = before && (
    <Body1>
      {say('pane.value.reading.added', {
        before: share(before.attainment),
        after: share(metric.attainment),
      })}
    </Body1>
  );
  const toggle = (
    <div className={styles.actions}>
      <Button icon={<AddRegular />} aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('pane.value.reading.add')}
      </Button>
    </div>
  );
  if (!open) return toggle;
  return (
    <>
      {toggle}
      <Card>
        <form
          noValidate
          className={styles.form}
          aria-label={say('pane.value.reading.add')}
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <div className={styles.pair}>
            {input('from')}
            {input('date')}
            {ratio
              ? [input('numerator', 'decimal'), input('denominator', 'decimal'), input('who')]
              : [input('value', 'decimal'), input('who')]}
            {input('evidence')}
          </div>
          <Caption1 className={styles.muted}>{say('pane.value.reading.from.hint')}</Caption1>
          {amount !== undefined && ratio && (
            <Caption1 className={styles.muted}>
              {say('pane.value.reading.amount', { amount: shortly(amount, metric.unit) })}
            </Caption1>
          )}
          <div role="status">
            {doubts.map((doubt) => (
              <Caption1 key={doubt} block className={styles.doubt}>
                {say(doubt, { date: asOf === null ? '' : format.date(asOf) })}
              </Caption1>
            ))}
            {told}
          </div>
          <Button appearance="primary" type="submit" disabled={busy}>
            {say(doubts.length > 0 ? 'pane.value.reading.anyway' : 'pane.value.reading.save')}
          </Button>
        </form>
      </Card>
    </>
  );
}
