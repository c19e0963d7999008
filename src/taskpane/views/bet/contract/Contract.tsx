import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useBook } from '../../../core/book';
import { Fold } from '../../../parts/Fold';
import { FieldInput } from '../../../parts/CellInput';
import { Heading } from '../../../parts/Heading';
import { Notice } from '../../../parts/Notice';
import { Section } from '../../../parts/Section';
import { useSay } from '../../../words/say';
import { Preset } from './Preset';
import { Instalments, Periods } from './Schedule';
import { TermEditor } from './TermEditor';
import { Terms } from './Terms';
import { termsOf } from './term';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
  muted: { color: tokens.colorNeutralForeground2 },
  limits: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px 12px' },
  cell: { minWidth: 0, alignSelf: 'end' },
});

const limits = ['PayFloor', 'PayCap', 'LimitScope', 'Clawback', 'EarnBackLevel', 'RoundingMode'];
const clauses = [
  ...['ObjectionDays', 'ClientDuties', 'DataAccess', 'ForceMajeure', 'Termination'],
  ...['Expert', 'ExpertName'],
];
const gain = [
  ...['Hurdle', 'HurdleKind', 'GainBase', 'BandMode', 'GainCap', 'HighWaterMark'],
  ...['Guarantee', 'ShortfallRate', 'LossLimit'],
];

/** What is agreed: by preset or term by term. */
export function Contract() {
  const say = useSay();
  const styles = useStyles();
  const { study } = useBook();
  const terms = useMemo(() => termsOf(study), [study]);
  const [opened, setOpened] = useState<string>();
  const [returned, setReturned] = useState<string>();
  const [applied, setApplied] = useState(false);
  const term = terms.find(({ id }) => id === opened);
  if (term) {
    return (
      <TermEditor
        key={term.id}
        term={term}
        onBack={() => {
          setReturned(opened);
          setOpened(undefined);
        }}
      />
    );
  }
  const open = (id: string) => {
    setReturned(undefined);
    setApplied(false);
    setOpened(id);
  };
  const settings = (names: readonly string[], sheet = 'Contract') => (
    <div className={styles.limits}>
      {names.map((name) => (
        <div key={name} className={styles.cell}>
          <FieldInput name={`${sheet}.${name}`} />
        </div>
      ))}
    </div>
  );
  if (terms.length === 0) {
    return (
      <>
        <Heading title={say('pane.bet.none')} text={say('pane.bet.none.text')} />
        <FeeAndRisk />
        <Section title={say('pane.bet.preset')}>
          <Preset onDone={() => setApplied(true)} />
        </Section>
        <Fold title={say('pane.bet.byHand')}>
          <Terms terms={terms} onOpen={open} />
        </Fold>
      </>
    );
  }
  return (
    <>
      {applied && <Applied onDismiss={() => setApplied(false)} />}
      <FeeAndRisk />
      <Terms terms={terms} returned={returned} onOpen={open} />
      <Section title={say('pane.bet.payment')}>
        <Instalments />
        <Periods />
        <Fold title={say('pane.bet.limits')}>{settings(limits)}</Fold>
        <Fold title={say('pane.bet.gain')}>
          <Body1>{say('pane.bet.gain.lead')}</Body1>
          {settings(gain)}
        </Fold>
        <Fold title={say('bet.contract.clauses')}>
          <Body1>{say('bet.contract.clauses.lead')}</Body1>
          {settings(clauses, 'Clause')}
        </Fold>
        <Fold title={say('pane.bet.preset.change')}>
          <Caption1 className={styles.muted}>{say('pane.bet.preset.change.lead')}</Caption1>
          <Preset onDone={() => setApplied(true)} />
        </Fold>
      </Section>
    </>
  );
}

/** Takes the focus from the choice that is gone. */
function Applied({ onDismiss }: { onDismiss: () => void }) {
  const say = useSay();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1}>
      <Notice intent="success" text={say('pane.bet.preset.applied')} onDismiss={onDismiss} />
    </div>
  );
}

function FeeAndRisk() {
  const styles = useStyles();
  return (
    <div className={styles.pair}>
      <FieldInput name="Engagement.Fee" />
      <FieldInput name="Contract.ShareAtRisk" />
    </div>
  );
}
