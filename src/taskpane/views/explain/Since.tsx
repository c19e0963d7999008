import {
  Body1,
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { bridgeOf, type Bridge, type Since as From } from '../../../explain';
import { failureText } from '../../../messages';
import { explainMessage } from '../../../messages/explain';
import { readerOf, rowsIn } from '../../../office';
import { isoOf } from '../../../rules';
import { useBook } from '../../core/book';
import { Fold } from '../../parts/Fold';
import { useFormat } from '../../words/format';
import { useLang } from '../../words/say';
import { useMoney } from '../bet/useMoney';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'flex-end' },
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

/** What lies between the amount due on an earlier day, or as it was signed, and the one due now. */
export function Since() {
  const styles = useStyles();
  const lang = useLang();
  const format = useFormat();
  const { study } = useBook();
  const [day, setDay] = useState('');
  const [bridge, setBridge] = useState<Bridge>();
  const [problem, setProblem] = useState('');
  const signatures = rowsIn(study, 'ledger').flatMap(({ cells: { no, asOf } }) =>
    typeof no === 'number' && typeof asOf === 'number' ? [{ no, asOf }] : [],
  );
  const show = (since: From) => {
    setProblem('');
    try {
      setBridge(bridgeOf(study.spec, since, undefined, readerOf(study).first));
    } catch (error) {
      setBridge(undefined);
      setProblem(failureText(lang, error).text ?? String(error));
    }
  };
  return (
    <Fold title={explainMessage(lang, 'explain.pane.since')}>
      <div className={styles.choices}>
        {signatures.map(({ no, asOf }) => (
          <Button key={no} size="small" onClick={() => show({ signature: no })}>
            {explainMessage(lang, 'explain.pane.sinceSignature', { no, day: format.date(asOf) })}
          </Button>
        ))}
      </div>
      <div className={styles.choices}>
        <Field label={explainMessage(lang, 'explain.pane.sinceDay')}>
          <Input
            type="date"
            size="small"
            value={day}
            max={isoOf(Number(study.read.results.names['Contract.At'] ?? 0))}
            onChange={(_, { value }) => setDay(value)}
          />
        </Field>
        <Button size="small" disabled={day === ''} onClick={() => show({ day })}>
          {explainMessage(lang, 'explain.pane.show')}
        </Button>
      </div>
      {problem !== '' && <Caption1 role="alert">{problem}</Caption1>}
      {bridge && <Lines bridge={bridge} />}
    </Fold>
  );
}

function Lines({ bridge: { from, to, items } }: { bridge: Bridge }) {
  const styles = useStyles();
  const lang = useLang();
  const money = useMoney();
  const start =
    from.signature === undefined
      ? explainMessage(lang, 'explain.bridge.from', { day: from.day })
      : explainMessage(lang, 'explain.bridge.signed', { day: from.day, no: from.signature });
  return (
    <div aria-live="polite">
      <ul className={styles.list}>
        <li className={mergeClasses(styles.line, styles.ends)}>
          <span>{start}</span>
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
          <span>{explainMessage(lang, 'explain.bridge.to', { day: to.day })}</span>
          <span>{money(to.amount, true)}</span>
        </li>
      </ul>
      <Caption1 className={styles.muted}>
        {explainMessage(lang, items.length > 0 ? 'explain.pane.sum' : 'explain.pane.unchanged')}
      </Caption1>
    </div>
  );
}
