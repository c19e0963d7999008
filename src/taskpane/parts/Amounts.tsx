import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useContext } from 'react';
import type { AmountChange } from '../../office';
import { BookContext } from '../core/book';
import { useFormat } from '../words/format';
import { useSay } from '../words/say';
import { isMoney } from './entry';
import { Fold } from './Fold';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '18px' },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** Amounts that nobody has signed and that get another value, by what changes them. */
export default function Amounts({ amounts }: { amounts: readonly AmountChange[] }) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const currency = useContext(BookContext)?.study.read.engagement.settings.currency;
  const shown = ({ kind }: AmountChange, value: AmountChange['from']) =>
    value === null || value === ''
      ? '–'
      : isMoney(kind)
        ? format.money(value, currency)
        : format.cell(value, kind);
  return (
    <Fold title={say('pane.amounts', { count: amounts.length })} open>
      {[...new Set(amounts.map(({ rule }) => rule))].map((rule) => (
        <div key={rule}>
          <Caption1 className={styles.muted}>
            {say('amounts.why', { rule: say(`amounts.rule.${rule}`), id: rule })}
          </Caption1>
          <ul className={styles.list}>
            {amounts
              .filter((one) => one.rule === rule)
              .map((one) => (
                <li key={`${one.of} ${one.amount}`}>
                  <Body1>
                    {say('pane.amounts.change', {
                      amount: [one.of, one.amount].filter(Boolean).join(' · '),
                      from: shown(one, one.from),
                      to: shown(one, one.to),
                    })}
                  </Body1>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Fold>
  );
}
