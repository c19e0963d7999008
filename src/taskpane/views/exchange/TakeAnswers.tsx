import { Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { useEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import { isSentFrom } from '../../../engagement/identity';
import type { Engagement } from '../../../engagement/schema';
import type { Rule } from '../../../engagement/register';
import { isHeld, isKnown, merge, tell, whose, type Filled } from '../../../exchange';
import { crossedIn } from '../../../office';
import { useBook } from '../../core/book';
import { describeError } from '../../core/describeError';
import { usePane } from '../../core/paneContext';
import { FileInput } from '../../parts/FileInput';
import { Notice } from '../../parts/Notice';
import { Section } from '../../parts/Section';
import { Waiting } from '../../parts/Waiting';
import { useLang, useSay } from '../../words/say';
import { MergePreview } from './MergePreview';
import { mergeOf, takeOver, today } from './merging';
import { ReturnedFile } from './ReturnedFile';
import { RuleField } from './RuleField';
import { useIncoming, type Returned } from './useIncoming';

const useStyles = makeStyles({
  drop: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
  },
  over: {
    border: `1px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  muted: { color: tokens.colorNeutralForeground2 },
  files: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '8px' },
  apply: { alignSelf: 'flex-start' },
});

/** Filled files are read, what they would change is shown, and it is written when agreed to. */
export function TakeAnswers() {
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const { study, busy, undertake } = useBook();
  const { handed, onHandedTaken } = usePane();
  const [rule, setRule] = useState<Rule>();
  const [over, setOver] = useState(false);
  const incomingFiles = useIncoming();
  const { reading, add, readWith, reply, accept, remove, taken } = incomingFiles;
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (handed.length === 0) return;
    onHandedTaken();
    void add(handed);
  }, [handed, onHandedTaken, add]);

  const { engagement } = study.read;
  const files = useMemo(
    () => withSenders(engagement, incomingFiles.files),
    [engagement, incomingFiles.files],
  );
  const together = useMemo(
    () => files.flatMap(({ filled, isTaken }) => (filled && !isTaken ? filled : [])),
    [files],
  );
  const incoming = useMemo(
    () =>
      files.flatMap(({ key, name, filled, accepted, isTaken }) => {
        if (!filled || isTaken || isHeld(filled) || isKnown(engagement, filled, together))
          return [];
        const isOurs = accepted || isSentFrom(engagement, filled.sent.engagement);
        return isOurs ? [{ key, file: name, filled }] : [];
      }),
    [files, engagement, together],
  );
  const told = useMemo(() => {
    if (incoming.length === 0) return undefined;
    const outcome = merge({ engagement, spec: study.spec }, incoming, { on: today(), rule });
    return tell(study.spec, outcome);
  }, [incoming, engagement, study.spec, rule]);

  // Files stay chosen: they are read on once the workbook is in order.
  const crossed = useMemo(
    () =>
      crossedIn(
        study,
        together.flatMap(({ sent }) => sent.tables.map(({ id }) => id)),
      ),
    [study, together],
  );

  const apply = async () => {
    const keys = incoming.map(({ key }) => key);
    if (await undertake('merge', takeOver(incoming, rule), mergeOf(incoming.length))) taken(keys);
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    void add([...event.dataTransfer.files]);
  };
  return (
    <Section title={say('pane.answers')}>
      <div
        className={mergeClasses(styles.drop, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <Button
          icon={<DocumentAddRegular />}
          disabled={busy || reading}
          onClick={() => input.current?.click()}
        >
          {say('pane.answers.choose')}
        </Button>
        <Caption1 className={styles.muted}>{say('pane.answers.drop')}</Caption1>
        <FileInput
          ref={input}
          label={say('pane.answers.choose')}
          accept=".xlsx"
          multiple
          onFiles={(chosen) => void add(chosen)}
        />
      </div>
      {reading && <Waiting text="pane.answers.reading" />}
      {crossed && <Notice intent="error" text={describeError(lang, crossed)} />}
      {files.length > 0 && !crossed && (
        <ul className={styles.files}>
          {files.map((one) => (
            <ReturnedFile
              key={one.key}
              returned={one}
              isForeign={
                one.filled !== undefined && !isSentFrom(engagement, one.filled.sent.engagement)
              }
              isKnown={
                one.isTaken ||
                (one.filled !== undefined && isKnown(engagement, one.filled, together))
              }
              onAccept={() => accept(one)}
              onReply={(issue, word) => void reply(one, issue, word)}
              onSent={(sent) => readWith(one, sent)}
              onRemove={() => remove(one)}
            />
          ))}
        </ul>
      )}
      {told && !crossed && (
        <>
          <RuleField rule={rule} onRule={setRule} />
          <MergePreview told={told} />
          <Button
            className={styles.apply}
            appearance="primary"
            disabled={busy}
            onClick={() => void apply()}
          >
            {say('pane.answers.apply')}
          </Button>
        </>
      )}
    </Section>
  );
}

/** Each file under the name of who answered, as far as that is known. */
function withSenders(engagement: Engagement, files: readonly Returned[]): Returned[] {
  const byKey = new Map<number, Filled | undefined>();
  for (const isOld of [true, false]) {
    const read = files.flatMap(({ key, filled, replies, isTaken }) =>
      filled && isTaken === isOld ? [{ key, filled, replies }] : [],
    );
    const named = whose(engagement, read);
    read.forEach(({ key }, i) => byKey.set(key, named[i]));
  }
  return files.map((one) => ({ ...one, filled: byKey.get(one.key) }));
}
