import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import {
  editsOf,
  mapFormats,
  mergeMaps,
  misfitOf,
  readMap,
  saidBy,
  type Agreed,
  type MapMerge,
  type MapNode,
  type Outline,
} from '../../../deliver';
import type { MessageKey } from '../../../messages';
import { useBook } from '../../core/book';
import { describeError } from '../../core/describeError';
import { FileInput } from '../../parts/FileInput';
import { Notice } from '../../parts/Notice';
import { Section } from '../../parts/Section';
import { useLang, useSay } from '../../words/say';

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: { margin: 0, paddingInlineStart: '18px' },
});

type Side = 'sent' | 'back';
const sides: Side[] = ['sent', 'back'];
interface Opened {
  name: string;
  map: MapNode;
}

/** A map that someone edited: what differs from the map that was sent goes into the workbook. */
export function TakeOverMap({ outline }: { outline: Outline }) {
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const { edit, busy } = useBook();
  const [maps, setMaps] = useState<Partial<Record<Side, Opened>>>({});
  const [problem, setProblem] = useState<string>();
  const [taken, setTaken] = useState<number>();
  const { sent, back } = maps;
  const [agreed, setAgreed] = useState<Agreed>({});
  const merge = sent && back && mergeMaps(sent.map, back.map, outline);
  const misfit = merge && misfitOf({ sent: sent.map, back: back.map, merge }, outline, agreed);

  const open = async (side: Side, file: File) => {
    setProblem(undefined);
    setAgreed({});
    setTaken(undefined);
    try {
      const map = readMap(file.name, new Uint8Array(await file.arrayBuffer()));
      setMaps((now) => ({ ...now, [side]: { name: file.name, map } }));
    } catch (error) {
      setProblem(
        say('pane.open.problem', { file: file.name, problem: describeError(lang, error) }),
      );
    }
  };
  const apply = async (merged: MapMerge) => {
    const changes = saidBy(editsOf(merged, outline));
    if (await edit(changes)) {
      setTaken(changes.length);
      setMaps({});
    }
  };

  return (
    <Section title={say('pane.deliver.back')}>
      <Caption1 className={styles.muted}>{say('pane.deliver.back.lead')}</Caption1>
      <div className={styles.buttons}>
        {sides.map((side) => (
          <MapFile
            key={side}
            side={side}
            name={maps[side]?.name}
            onFile={(file) => open(side, file)}
          />
        ))}
      </div>
      {problem !== undefined && <Notice intent="error" text={problem} />}
      {merge && <Differences merge={merge} />}
      {misfit && (
        <Notice
          intent="warning"
          text={describeError(lang, misfit)}
          action={{
            label: say('pane.answers.anyway'),
            onClick: () =>
              setAgreed((now) => ({
                ...now,
                [misfit.code === 'map-foreign' ? 'foreign' : 'sweeping']: true,
              })),
          }}
        />
      )}
      {merge && !misfit && merge.changes.length + merge.additions.length > 0 && (
        <div className={styles.buttons}>
          <Button appearance="primary" disabled={busy} onClick={() => void apply(merge)}>
            {say('pane.deliver.back.apply')}
          </Button>
        </div>
      )}
      {taken !== undefined && (
        <Notice intent="success" text={say('pane.deliver.back.taken', { count: taken })} />
      )}
    </Section>
  );
}

interface MapFileProps {
  side: Side;
  name?: string;
  onFile: (file: File) => Promise<void>;
}

function MapFile({ side, name, onFile }: MapFileProps) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" onClick={() => input.current?.click()}>
        {name ?? say(`pane.deliver.back.${side}`)}
      </Button>
      <FileInput
        ref={input}
        label={say(`pane.deliver.back.${side}`)}
        accept={Object.keys(mapFormats).join()}
        onFiles={([file]) => file && void onFile(file)}
      />
    </>
  );
}

const most = 20;

function Differences({ merge }: { merge: MapMerge }) {
  const say = useSay();
  const styles = useStyles();
  const { changes, additions, conflicts } = merge;
  const lines = [
    ...changes.map(({ now, map }) =>
      say('pane.deliver.back.change', { now: now || '–', map: map || '–' }),
    ),
    ...additions.map(({ text }) => say('pane.deliver.back.added', { text })),
  ];
  if (lines.length + conflicts.length === 0) return <Body1>{say('pane.deliver.back.same')}</Body1>;
  return (
    <>
      <ul className={styles.list}>
        {lines.slice(0, most).map((line, i) => (
          <li key={i}>
            <Caption1>{line}</Caption1>
          </li>
        ))}
      </ul>
      {lines.length > most && (
        <Caption1>{say('pane.findings.more', { count: lines.length - most })}</Caption1>
      )}
      {conflicts.length > 0 && (
        <Notice
          intent="warning"
          title={say('pane.deliver.back.conflicts', { count: conflicts.length })}
          text={conflicts
            .slice(0, most)
            .map(({ kind, text, id, part, sent, map, now }) =>
              say(`deliver.conflict.${kind}`, {
                item: text || id,
                part: say(partKey(part)),
                sent,
                map,
                now,
              }),
            )
            .join(' · ')}
        />
      )}
    </>
  );
}

const own = ['title', 'text', 'note', 'dimension', 'presence'];
const figures = ['baseline', 'target', 'actual'];
const partKey = (part: string) =>
  `${own.includes(part) ? 'deliver.part' : figures.includes(part) ? 'value.column' : 'column'}.${part}` as MessageKey;
