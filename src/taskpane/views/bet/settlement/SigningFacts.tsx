import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { describeFailing, type SigningPreview } from '../../../../office';
import { Card } from '../../../parts/Card';
import { useFormat } from '../../../words/format';
import { useLang, useSay } from '../../../words/say';
import { useMoney } from '../useMoney';

const useStyles = makeStyles({
  facts: { margin: 0, paddingInlineStart: '20px', display: 'grid', gap: '2px' },
  alarm: { color: tokens.colorStatusDangerForeground1 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface Previewed {
  preview: SigningPreview;
  /** What the period is called. */
  name: string;
}

/** What would be signed, on which figures, and what of them is missing or does not hold. */
export function SigningFacts({ preview, name }: Previewed) {
  const say = useSay();
  const format = useFormat();
  const money = useMoney();
  const styles = useStyles();
  const lang = useLang();
  const { failing, unread, later, amount, pending, terms, asOf } = preview;
  const checks = failing.map((one) => describeFailing(lang, one));
  return (
    <ul className={styles.facts} aria-label={say('pane.bet.sign.facts')}>
      <li>
        {say('pane.bet.sign.fact.amount', {
          period: name,
          amount: money(amount, true),
          pending: money(pending, true),
        })}
      </li>
      {asOf !== undefined && (
        <li>
          {say(later > 0 ? 'pane.bet.sign.fact.later' : 'pane.bet.sign.fact.asOf', {
            day: format.date(asOf),
            count: later,
          })}
        </li>
      )}
      <li>{say('pane.bet.sign.fact.freezes', { count: terms })}</li>
      {unread.length > 0 && (
        <li className={styles.alarm}>
          {say('pane.bet.sign.fact.unread', { terms: unread.join(', ') })}
        </li>
      )}
      {checks.length > 0 && (
        <li className={styles.alarm}>
          {say('pane.bet.sign.fact.failing', { checks: checks.join(' · ') })}
        </li>
      )}
    </ul>
  );
}

interface ConfirmProps extends Previewed {
  who: readonly string[];
  /** The signature that is wrong, and why. */
  replacing: { supersedes: number; because: string } | undefined;
  busy: boolean;
  onBack: () => void;
  onSign: () => void;
}

/** The last word before a settlement is frozen. */
export function Confirm({ preview, name, who, replacing, busy, onBack, onSign }: ConfirmProps) {
  const say = useSay();
  const money = useMoney();
  const styles = useStyles();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <Card>
      <Body1>
        {say('pane.bet.sign.confirm', {
          period: name,
          amount: money(preview.amount, true),
          who: who.join(say('pane.bet.and')),
        })}
      </Body1>
      {replacing && (
        <Body1>
          {say('pane.bet.sign.replaces', {
            no: replacing.supersedes,
            because: replacing.because,
          })}
        </Body1>
      )}
      <Caption1>{say('pane.bet.sign.final')}</Caption1>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={onSign}>
          {busy
            ? say('pane.bet.sign.busy')
            : say('pane.bet.sign.do', { period: name, amount: money(preview.amount, true) })}
        </Button>
        <Button ref={back} disabledFocusable={busy} onClick={onBack}>
          {say('pane.bet.sign.back')}
        </Button>
      </div>
    </Card>
  );
}
