import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { checkCatalog } from '../catalog/integrity';
import { parseCatalogText, readAs, readJson } from '../catalog/parse';
import { describeProblem, type Problem } from '../catalog/problem';
import type { Catalog } from '../catalog/schema';
import { textOf } from '../catalog/text';
import { Engagement } from '../engagement/schema';
import type { MessageKey } from '../messages';
import { Notice } from './Notice';
import { useLang, useSay } from './say';
import { Section } from './Section';

interface FilesProps {
  disabled: boolean;
  onEngagement: (engagement: Engagement) => Promise<void>;
  onCatalog: (catalog: Catalog) => void;
}

const useStyles = makeStyles({
  file: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  hint: { color: tokens.colorNeutralForeground2 },
  button: { alignSelf: 'flex-start' },
});

const mostProblems = 5;

/** Engagements and catalogs from files. */
export function Files({ disabled, onEngagement, onCatalog }: FilesProps) {
  const say = useSay();
  const lang = useLang();
  const [notice, setNotice] = useState<{
    intent: 'success' | 'error';
    title?: string;
    text: string;
  }>();

  const refuse = (file: File, problems: readonly Problem[]) =>
    setNotice({
      intent: 'error',
      title: say('pane.open.problems', { file: file.name }),
      text: problems
        .slice(0, mostProblems)
        .map((problem) => describeProblem(lang, problem))
        .join(' '),
    });
  const openEngagement = async (file: File) => {
    const { value, problems } = engagementOf(await file.text());
    if (!value) return refuse(file, problems);
    setNotice(undefined);
    await onEngagement(value);
  };
  const openCatalog = async (file: File) => {
    const { catalog, problems } = catalogOf(await file.text());
    if (!catalog) return refuse(file, problems);
    const name = textOf(catalog.name, lang);
    setNotice({ intent: 'success', text: say('pane.opened.catalog', { catalog: name }) });
    onCatalog(catalog);
  };

  return (
    <Section title={say('pane.open')}>
      {notice && <Notice {...notice} />}
      <FileButton name="pane.open.engagement" disabled={disabled} onFile={openEngagement} />
      <FileButton name="pane.open.catalog" disabled={disabled} onFile={openCatalog} />
    </Section>
  );
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
      <input
        ref={input}
        hidden
        type="file"
        accept=".json,application/json"
        aria-label={say(name)}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void onFile(file);
        }}
      />
    </div>
  );
}

function engagementOf(text: string): { value?: Engagement; problems: readonly Problem[] } {
  const { json, problems } = readJson(text);
  return problems.length > 0 ? { problems } : readAs(Engagement, json);
}

/** A catalog without errors; warnings are its author's concern. */
function catalogOf(text: string): { catalog?: Catalog; problems: readonly Problem[] } {
  const { catalog, problems } = parseCatalogText(text);
  if (!catalog) return { problems };
  const errors = checkCatalog(catalog).filter(({ severity }) => severity === 'error');
  return errors.length > 0 ? { problems: errors } : { catalog, problems: [] };
}
