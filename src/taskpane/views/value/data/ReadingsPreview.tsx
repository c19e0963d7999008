import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { describeRemark, type Entry, type Gathered } from '../../../../readings';
import { Fold } from '../../../parts/Fold';
import { useFormat } from '../../../words/format';
import { useLang, useSay } from '../../../words/say';
import type { Metric } from '../metrics';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '18px', display: 'grid', gap: '4px' },
  refused: { color: tokens.colorStatusDangerForeground1 },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** So many notes are read at a glance. */
const few = 3;
/** A list longer than this is counted, not read. */
const most = 100;

interface ReadingsPreviewProps {
  gathered: Gathered;
  metrics: readonly Metric[];
}

/** What files come to, before anything is written. */
export function ReadingsPreview({ gathered, metrics }: ReadingsPreviewProps) {
  const say = useSay();
  const lang = useLang();
  const format = useFormat();
  const styles = useStyles();
  const { entries, remarks } = gathered;
  const nameOf = (id: string) => metrics.find((metric) => metric.id === id)?.name ?? id;
  const amount = (one: {
    [Part in 'value' | 'numerator' | 'denominator']?: number | null | undefined;
  }) => {
    const { value, numerator, denominator } = one;
    const isRatio = typeof numerator === 'number' && typeof denominator === 'number';
    if (isRatio) return `${format.number(numerator)} / ${format.number(denominator)}`;
    return typeof value === 'number' ? format.number(value) : '–';
  };
  // People know a metric by its name.
  const tell = (remark: Parameters<typeof describeRemark>[1]) =>
    describeRemark(lang, {
      ...remark,
      params: {
        ...remark.params,
        ...(remark.metric !== undefined && { metric: nameOf(remark.metric) }),
      },
    });
  const line = ({ status, made, standing, signed, rowsBefore, why }: Entry) => [
    say('pane.readings.line', {
      metric: nameOf(made.metric),
      date: made.date,
      amount: standing ? `${amount(standing)} → ${amount(made)}` : amount(made),
    }),
    rowsBefore === undefined
      ? ''
      : say('readings.rowsBefore', { before: rowsBefore, now: made.rows ?? '–' }),
    signed && (status === 'new' || status === 'changed') ? say('readings.inSigned') : '',
    // What is true of all that is signed is said above them once.
    why && why.code !== 'signed' ? tell(why) : '',
  ];
  const signed = entries.find(({ why }) => why?.code === 'signed')?.why?.params.signed;
  const told = remarks.map((one) => ({ ...one, text: tell(one) }));
  if (entries.length + told.length === 0)
    return <Body1 className={styles.muted}>{say('pane.readings.nothing')}</Body1>;
  return (
    <div>
      {(['refused', 'note'] as const).map((severity) => {
        const found = told.filter((one) => one.severity === severity);
        if (found.length === 0) return null;
        const isWrong = severity === 'refused';
        const title = say(isWrong ? 'pane.readings.wrong' : 'pane.readings.notes', {
          count: found.length,
        });
        return (
          <Fold key={severity} title={title} open={isWrong || found.length <= few}>
            <ul className={styles.list}>
              {found.slice(0, most).map(({ text }, i) => (
                <li key={i} className={isWrong ? styles.refused : styles.muted}>
                  <Caption1>{text}</Caption1>
                </li>
              ))}
            </ul>
          </Fold>
        );
      })}
      {(['refused', 'changed', 'new', 'unchanged'] as const).map((status) => {
        const found = entries.filter((one) => one.status === status);
        if (found.length === 0) return null;
        const group = say('pane.readings.group', {
          status: say(`readings.status.${status}`),
          count: found.length,
        });
        const title = group.charAt(0).toUpperCase() + group.slice(1);
        return (
          <Fold key={status} title={title} open={status === 'refused' || status === 'changed'}>
            {status === 'refused' && signed !== undefined && (
              <Caption1>{say('pane.readings.signed', { signed })}</Caption1>
            )}
            <ul className={styles.list}>
              {found.slice(0, most).map((entry) => (
                <li key={`${entry.made.metric} ${entry.made.date}`}>
                  <Caption1>{line(entry).filter(Boolean).join(' · ')}</Caption1>
                </li>
              ))}
            </ul>
            {found.length > most && (
              <Caption1>{say('pane.answers.more', { count: found.length - most })}</Caption1>
            )}
          </Fold>
        );
      })}
    </div>
  );
}
