import { Button, Caption1, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentSignatureRegular } from '@fluentui/react-icons/svg/document-signature';
import { useState } from 'react';
import { NotSignableError, sign, type Signed } from '../../../../office';
import { isoOf, serialOf } from '../../../../rules';
import { useBook } from '../../../core/book';
import { describeError } from '../../../core/describeError';
import { Card } from '../../../parts/Card';
import { CopyText } from '../../../parts/CopyText';
import { Notice } from '../../../parts/Notice';
import { Section } from '../../../parts/Section';
import { useFormat } from '../../../words/format';
import { useLang, useSay } from '../../../words/say';
import { useRoute } from '../../views';
import { useMoney } from '../useMoney';
import { cureOf, type Cure } from './refusals';
import type { Period } from './story';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  muted: { color: tokens.colorNeutralForeground2 },
  control: { minWidth: 0, width: '100%' },
});

const sides = ['vendor', 'business', 'it'] as const;
type Side = (typeof sides)[number];

interface SignProps {
  period: Period;
  /** What a period of a number is called. */
  names: (period: number) => string;
}

/** Freezes the period's settlement into the ledger; what stands against it is told with its cure. */
export function Sign({ period, names }: SignProps) {
  const say = useSay();
  const lang = useLang();
  const money = useMoney();
  const styles = useStyles();
  const { study, run, busy, look, goTo } = useBook();
  const { open } = useRoute();
  const { consultant, businessLead, itLead } = study.read.engagement.settings;
  const [who, setWho] = useState<Record<Side, string>>({
    vendor: String(consultant ?? ''),
    business: String(businessLead ?? ''),
    it: String(itLead ?? ''),
  });
  const [on, setOn] = useState(() => isoOf(serialOf(new Date())));
  const [signing, setSigning] = useState(false);
  const [unnamed, setUnnamed] = useState(false);
  const [refused, setRefused] = useState<Cure>();
  const [signed, setSigned] = useState<Signed>();
  const submit = async () => {
    const vendor = who.vendor.trim();
    setUnnamed(vendor === '');
    if (vendor === '' || on === '') return;
    setSigning(true);
    setRefused(undefined);
    setSigned(undefined);
    const [business, it] = [who.business.trim(), who.it.trim()];
    try {
      setSigned(
        await run((context) =>
          sign(context, {
            period: period.no,
            signedOn: on,
            vendor,
            ...(business !== '' && { business }),
            ...(it !== '' && { it }),
          }),
        ),
      );
    } catch (error) {
      setRefused(
        error instanceof NotSignableError
          ? cureOf(say, study, error.refusal, names)
          : { text: describeError(lang, error) },
      );
    }
    await look();
    setSigning(false);
  };
  const where = refused?.where;
  const due = period.cells.due ?? null;
  return (
    <Section title={say('pane.bet.sign')}>
      <Caption1 className={styles.muted}>{say('pane.bet.sign.lead')}</Caption1>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {sides.map((side) => (
          <Field
            key={side}
            label={say(`pane.bet.sign.${side}`)}
            required={side === 'vendor'}
            validationMessage={
              side === 'vendor' && unnamed ? say('pane.bet.sign.noVendor') : undefined
            }
          >
            <Input
              className={styles.control}
              value={who[side]}
              onChange={(_, { value }) => setWho((now) => ({ ...now, [side]: value }))}
            />
          </Field>
        ))}
        <Field label={say('pane.bet.sign.on')} required>
          <Input
            className={styles.control}
            type="date"
            value={on}
            onChange={(_, { value }) => setOn(value)}
          />
        </Field>
        <Button
          type="submit"
          appearance="primary"
          icon={<DocumentSignatureRegular />}
          disabledFocusable={busy || signing || on === ''}
        >
          {signing
            ? say('pane.bet.sign.busy')
            : say('pane.bet.sign.do', { period: names(period.no), amount: money(due, true) })}
        </Button>
      </form>
      {refused && (
        <Notice
          intent="error"
          title={say('pane.bet.sign.refused')}
          text={refused.text}
          action={
            where && {
              label: say('place' in where ? 'pane.show' : `pane.view.${where.view}`),
              onClick: () => ('place' in where ? void goTo(where.place) : open(where.view)),
            }
          }
        />
      )}
      {signed && <Done signed={signed} name={names(signed.period)} />}
    </Section>
  );
}

/** What was signed, with the digest to be kept. */
function Done({ signed, name }: { signed: Signed; name: string }) {
  const say = useSay();
  const money = useMoney();
  const format = useFormat();
  return (
    <>
      <Notice
        intent="success"
        title={say('pane.bet.signed', { period: name, amount: money(signed.amount, true) })}
        text={[
          say('pane.bet.signed.asOf', { no: signed.no, day: format.date(signed.asOf) }),
          signed.pending > 0 &&
            say('pane.bet.signed.pending', { amount: money(signed.pending, true) }),
        ]
          .filter(Boolean)
          .join(' ')}
      />
      <Card>
        <Caption1>{say('pane.bet.signed.keep')}</Caption1>
        <CopyText text={signed.digest} label={say('pane.bet.digest')} />
      </Card>
    </>
  );
}
