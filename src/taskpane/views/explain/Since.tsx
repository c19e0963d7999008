import {
  Body1,
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Select,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { bridgeOf, type Bridge, type BridgeEnd, type Moment } from '../../../explain';
import { failureText } from '../../../messages';
import { explainMessage } from '../../../messages/explain';
import { readerOf, resultIn, rowsIn } from '../../../office';
import { useBook } from '../../core/book';
import { Fold } from '../../parts/Fold';
import { useFormat } from '../../words/format';
import { useLang } from '../../words/say';
import { useMoney } from '../bet/useMoney';

const useStyles = makeStyles({
  choices: { display: 'grid', gap: '6px' },
  control: { minWidth: 0, width: '100%' },
  show: { alignSelf: 'flex-start' },
  list: { listStyleType: 'none', margin: 0, padding: 0, fontVariantNumeric: 'tabular-nums' },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '12px',
    paddingBlock: '4px',
    alignItems: 'baseline',
  },
  ends: { fontWeight: tokens.fontWeightSemibold },
  last: { borderTop: `2px solid ${tokens.colorBrandStroke1}` },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** The number of a signature, a day that is typed, or the workbook's own day. */
interface Choice {
  of: string;
  day: string;
}

const momentOf = ({ of, day }: Choice): Moment | undefined =>
  of === 'now' ? undefined : of === 'day' ? { day } : { signature: Number(of) };
const isWhole = ({ of, day }: Choice) => of !== 'day' || day !== '';

/** Between two steps the page answers. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** What lies between the amount due on one day, or as it was signed, and a later one. */
export function Since() {
  const styles = useStyles();
  const lang = useLang();
  const format = useFormat();
  const { study } = useBook();
  const signatures = rowsIn(study, 'ledger').flatMap(({ cells: { no, asOf } }) =>
    typeof no === 'number' && typeof asOf === 'number' ? [{ no, asOf }] : [],
  );
  const [from, setFrom] = useState<Choice>({ of: String(signatures[0]?.no ?? 'day'), day: '' });
  const [to, setTo] = useState<Choice>({ of: 'now', day: '' });
  const [told, setTold] = useState<{ bridge?: Bridge; problem?: string; working?: boolean }>({});
  const latest = useRef(0);
  const show = async () => {
    const since = momentOf(from);
    if (!since) return;
    const run = (latest.current += 1);
    const tell = (next: typeof told) => run === latest.current && setTold(next);
    tell({ working: true });
    await pause();
    const { first } = readerOf(study);
    await bridgeOf(study.spec, since, momentOf(to), { first, pause }).then(
      (bridge) => tell({ bridge }),
      (error: unknown) => tell({ problem: failureText(lang, error).text ?? String(error) }),
    );
  };
  const pick = (key: 'from' | 'to', choice: Choice, onChoice: (choice: Choice) => void) => (
    <Field label={explainMessage(lang, `explain.pane.${key}`)}>
      <Select
        size="small"
        className={styles.control}
        value={choice.of}
        onChange={(_, { value }) => onChoice({ ...choice, of: value })}
      >
        {key === 'to' && (
          <option value="now">
            {explainMessage(lang, 'explain.pane.now', {
              day: format.date(resultIn(study, 'Contract.At')),
            })}
          </option>
        )}
        {signatures.map(({ no, asOf }) => (
          <option key={no} value={String(no)}>
            {explainMessage(lang, 'explain.pane.signature', { no, day: format.date(asOf) })}
          </option>
        ))}
        <option value="day">{explainMessage(lang, 'explain.pane.day')}</option>
      </Select>
    </Field>
  );
  const dayField = (key: 'from' | 'to', choice: Choice, onChoice: (choice: Choice) => void) =>
    choice.of === 'day' && (
      <Field label={explainMessage(lang, `explain.pane.${key}Day`)}>
        <Input
          type="date"
          size="small"
          className={styles.control}
          input={{ style: { minWidth: 0 } }}
          value={choice.day}
          onChange={(_, { value }) => onChoice({ ...choice, day: value })}
        />
      </Field>
    );
  const { bridge, problem, working = false } = told;
  return (
    <Fold title={explainMessage(lang, 'explain.pane.since')}>
      <div className={styles.choices}>
        {pick('from', from, setFrom)}
        {dayField('from', from, setFrom)}
        {pick('to', to, setTo)}
        {dayField('to', to, setTo)}
      </div>
      <Button
        size="small"
        className={styles.show}
        disabled={working || !isWhole(from) || !isWhole(to)}
        onClick={() => void show()}
      >
        {explainMessage(lang, 'explain.pane.show')}
      </Button>
      {working && <Spinner size="tiny" label={explainMessage(lang, 'explain.pane.working')} />}
      {problem !== undefined && <Caption1 role="alert">{problem}</Caption1>}
      {bridge && <Lines bridge={bridge} />}
    </Fold>
  );
}

function Lines({ bridge: { from, to, items } }: { bridge: Bridge }) {
  const styles = useStyles();
  const lang = useLang();
  const money = useMoney();
  const ends = ({ day, signature }: BridgeEnd) =>
    signature === undefined
      ? explainMessage(lang, 'explain.bridge.due', { day })
      : explainMessage(lang, 'explain.bridge.signed', { day, no: signature });
  return (
    <div aria-live="polite">
      <ul className={styles.list}>
        <li className={mergeClasses(styles.line, styles.ends)}>
          <span>{ends(from)}</span>
          <span>{money(from.amount, true)}</span>
        </li>
        {items.map(({ cause, title, amount }) => (
          <li key={`${cause} ${title}`} className={styles.line}>
            <Body1>
              {explainMessage(lang, `explain.bridge.${cause}`)}
              {title !== undefined && `${explainMessage(lang, 'explain.colon')}${title}`}
            </Body1>
            <Body1>{`${amount > 0 ? '+' : ''}${money(amount, true)}`}</Body1>
          </li>
        ))}
        <li className={mergeClasses(styles.line, styles.ends, styles.last)}>
          <span>{ends(to)}</span>
          <span>{money(to.amount, true)}</span>
        </li>
      </ul>
      <Caption1 className={styles.muted}>
        {explainMessage(lang, items.length > 0 ? 'explain.pane.sum' : 'explain.pane.unchanged')}
      </Caption1>
    </div>
  );
}
