import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { readAs, readJson } from '../../../catalog/parse';
import { describeProblem, type Problem } from '../../../catalog/problem';
import type { Catalog } from '../../../catalog/schema';
import { textOf } from '../../../catalog/text';
import { Engagement } from '../../../engagement/schema';
import type { MessageKey } from '../../../messages';
import { readCatalog } from '../../core/readCatalog';
import { FileInput } from '../../parts/FileInput';
import { Notice } from '../../parts/Notice';
import { useLang, useSay } from '../../words/say';

const useStyles = makeStyles({
  file: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  hint: { color: tokens.colorNeutralForeground2 },
  button: { alignSelf: 'flex-start' },
});

const mostProblems = 5;

interface OpenProps {
  disabled: boolean;
}

/** An engagement from its JSON file. */
export function OpenEngagement({
  disabled,
  onEngagement,
}: OpenProps & { onEngagement: (engagement: Engagement) => unknown }) {
  const [problems, setProblems] = useState<Refused>();
  const open = async (file: File) => {
    const read = engagementOf(await file.text());
    setProblems(read.value ? undefined : { file: file.name, problems: read.problems });
    if (read.value) await onEngagement(read.value);
  };
  return (
    <>
      <FileButton name="pane.open.engagement" disabled={disabled} onFile={open} />
      {problems && <RefusedNotice {...problems} />}
    </>
  );
}

/** A model of the user's own from its JSON file. */
export function OpenCatalog({
  disabled,
  told = true,
  refuse,
  onCatalog,
}: OpenProps & {
  /** Why a catalog is of no use here, in words; undefined where it is. */
  refuse?: (catalog: Catalog) => string | undefined;
  /** Says where it can be chosen. */
  told?: boolean;
  onCatalog: (catalog: Catalog) => void;
}) {
  const say = useSay();
  const lang = useLang();
  const [problems, setProblems] = useState<Refused>();
  const [opened, setOpened] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const open = async (file: File) => {
    const read = readCatalog(await file.text());
    setProblems(read.catalog ? undefined : { file: file.name, problems: read.problems });
    setOpened(read.catalog && textOf(read.catalog.name, lang));
    const reason = read.catalog && refuse?.(read.catalog);
    setRefusal(reason);
    if (read.catalog && reason === undefined) onCatalog(read.catalog);
  };
  return (
    <>
      <FileButton name="pane.open.catalog" disabled={disabled} onFile={open} />
      {problems && <RefusedNotice {...problems} />}
      {refusal !== undefined && <Notice intent="warning" text={refusal} />}
      {told && opened !== undefined && (
        <Notice intent="success" text={say('pane.opened.catalog', { catalog: opened })} />
      )}
    </>
  );
}

interface Refused {
  file: string;
  problems: readonly Problem[];
}

function RefusedNotice({ file, problems }: Refused) {
  const say = useSay();
  const lang = useLang();
  const text = problems
    .slice(0, mostProblems)
    .map((problem) => describeProblem(lang, problem))
    .join(' ');
  return <Notice intent="error" title={say('pane.open.problems', { file })} text={text} />;
}

interface FileButtonProps {
  name: 'pane.open.engagement' | 'pane.open.catalog';
  disabled: boolean;
  onFile: (file: File) => Promise<void>;
}

function FileButton({ name, disabled, onFile }: FileButtonProps) {
  const say = useSay();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.file}>
      <Button className={styles.button} disabled={disabled} onClick={() => input.current?.click()}>
        {say(name)}
      </Button>
      <Caption1 className={styles.hint}>{say(`${name}.hint` satisfies MessageKey)}</Caption1>
      <FileInput
        ref={input}
        label={say(name)}
        accept=".json,application/json"
        onFiles={([file]) => file && void onFile(file)}
      />
    </div>
  );
}

function engagementOf(text: string): { value?: Engagement; problems: readonly Problem[] } {
  const { json, problems } = readJson(text);
  return problems.length > 0 ? { problems } : readAs(Engagement, json);
}
