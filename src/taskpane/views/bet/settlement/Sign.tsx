import {
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { DocumentSignatureRegular } from '@fluentui/react-icons/svg/document-signature';
import { useMemo, useState } from 'react';
import {
  describeUnusual,
  NotSignableError,
  previewOf,
  previewSigning,
  sign,
  type Signed,
  type SigningPreview,
} from '../../../../office';
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
import { countingOf } from '../ledger/problems';
import { whereToMend, type Where } from './refusals';
import { Confirm, SigningFacts } from './SigningFacts';
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
  const styles = useStyles();
  const { study, quietly, busy, look, goTo } = useBook();
  const { open } = useRoute();
  const money = useMoney();
  const format = useFormat();
  const today = isoOf(serialOf(new Date()));
  const [who, setWho] = useState<Record<Side, string>>({ vendor: '', business: '', it: '' });
  const [on, setOn] = useState(today);
  const [why, setWhy] = useState('');
  const [stage, setStage] = useState<'entering' | 'confirming' | 'signing'>('entering');
  const [tried, setTried] = useState(false);
  const [reviewed, setReviewed] = useState(false);
  const [refused, setRefused] = useState<{ text: string; where?: Where | undefined }>();
  const [signed, setSigned] = useState<Signed>();
  const [wrong, setWrong] = useState<number>();
  const [because, setBecause] = useState('');
  const earlier = useMemo(() => countingOf(study, period.no), [study, period.no]);
  // A signature of another period cannot be meant.
  const supersedes = earlier.some(({ no }) => no === wrong) ? wrong : undefined;
  const [without, setWithout] = useState<SigningPreview>();
  const now = useMemo(
    () => previewSigning(study, period.no, { signedOn: on, today }),
    [study, period.no, on, today],
  );
  const preview = stage !== 'entering' && without ? without : now;
  const isUnusual = preview.unusual.length > 0;
  const lacksName = who.vendor.trim() === '';
  const lacksWhy = isUnusual && why.trim() === '';
  const lacksBecause = supersedes !== undefined && because.trim() === '';
  const replacing = supersedes === undefined ? undefined : { supersedes, because: because.trim() };
  const told = (error: unknown) =>
    setRefused({
      text: describeError(lang, error),
      ...(error instanceof NotSignableError && { where: whereToMend(study, error.refusal) }),
    });
  const review = async () => {
    setTried(true);
    if (lacksName || lacksWhy || lacksBecause || on === '') return;
    setRefused(undefined);
    setSigned(undefined);
    setReviewed(true);
    setWithout(undefined);
    if (replacing) {
      try {
        const options = { period: period.no, signedOn: on, today, ...replacing };
        setWithout(
          await quietly((context, { owner }) => previewOf(context, { ...options, owner })),
        );
      } catch (error) {
        return told(error);
      }
    }
    setStage('confirming');
  };
  const submit = async () => {
    setStage('signing');
    const [business, it] = [who.business.trim(), who.it.trim()];
    try {
      setSigned(
        await quietly((context, { owner }) =>
          sign(context, {
            owner,
            period: period.no,
            signedOn: on,
            today,
            vendor: who.vendor.trim(),
            ...(business !== '' && { business }),
            ...(it !== '' && { it }),
            ...(isUnusual && { acknowledged: why.trim() }),
            ...replacing,
          }),
        ),
      );
      setTried(false);
      setWho({ vendor: '', business: '', it: '' });
      setWhy('');
      setWrong(undefined);
      setBecause('');
    } catch (error) {
      told(error);
    }
    await look();
    setStage('entering');
  };
  const where = refused?.where;
  return (
    <Section title={say('pane.bet.sign')}>
      <Caption1 className={styles.muted}>{say('pane.bet.sign.lead')}</Caption1>
      <SigningFacts preview={preview} name={names(period.no)} />
      {stage === 'entering' ? (
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void review();
          }}
        >
          {sides.map((side) => (
            <Field
              key={side}
              label={say(`pane.bet.sign.${side}`)}
              required={side === 'vendor'}
              validationMessage={
                side === 'vendor' && tried && lacksName ? say('pane.bet.sign.noVendor') : undefined
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
          {earlier.length > 0 && (
            <Field label={say('pane.bet.sign.supersedes')}>
              <Select
                className={styles.control}
                value={supersedes ?? ''}
                onChange={(_, { value }) => setWrong(value === '' ? undefined : Number(value))}
              >
                <option value="">{say('pane.bet.sign.supersedes.none')}</option>
                {earlier.map(({ no, cells }) => (
                  <option key={no} value={no}>
                    {say('pane.bet.sign.supersedes.of', {
                      no,
                      day: format.date(cells.signedOn ?? null),
                      amount: money(cells.amount ?? null, true),
                    })}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          {supersedes !== undefined && (
            <Field
              label={say('pane.bet.sign.because')}
              required
              validationMessage={tried && lacksBecause ? say('pane.bet.sign.noBecause') : undefined}
            >
              <Textarea
                className={styles.control}
                value={because}
                onChange={(_, { value }) => setBecause(value)}
              />
            </Field>
          )}
          {isUnusual && (
            <Field
              label={say('pane.bet.sign.why')}
              required
              hint={describeUnusual(lang, preview.unusual)}
              validationMessage={tried && lacksWhy ? say('pane.bet.sign.noWhy') : undefined}
            >
              <Textarea
                className={styles.control}
                value={why}
                onChange={(_, { value }) => setWhy(value)}
              />
            </Field>
          )}
          <Button
            type="submit"
            appearance="primary"
            icon={<DocumentSignatureRegular />}
            // Whoever comes back from the confirmation goes on from here.
            autoFocus={reviewed}
            disabledFocusable={busy || on === ''}
          >
            {say('pane.bet.sign.review')}
          </Button>
        </form>
      ) : (
        <Confirm
          preview={preview}
          name={names(period.no)}
          who={sides.map((side) => who[side].trim()).filter(Boolean)}
          replacing={replacing}
          busy={busy || stage === 'signing'}
          onBack={() => setStage('entering')}
          onSign={() => void submit()}
        />
      )}
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
