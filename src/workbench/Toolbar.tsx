import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { useRef } from 'react';
import { LANGS, message, type Lang, type MessageKey } from '../messages';
import { FileInput } from '../taskpane/parts/FileInput';
import { themeNames, type ThemeName } from '../taskpane/parts/theme';
import { autonyms } from '../taskpane/words/language';
import { examples, type Example } from './example';

interface ToolbarProps {
  lang: Lang;
  example: Example;
  theme: ThemeName;
  onTheme: (theme: ThemeName) => void;
  onOpen: (file: File) => Promise<void>;
  /** Undefined while there is nothing to download. */
  onDownload?: () => Promise<void>;
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { flexGrow: 1, margin: 0 },
});

/** What the try-it page can do beside what the pane can. */
export function Toolbar({ lang, example, theme, onTheme, onOpen, onDownload }: ToolbarProps) {
  const styles = useStyles();
  const say = (key: MessageKey) => message(lang, key);
  const file = useRef<HTMLInputElement>(null);
  return (
    <header className={styles.bar}>
      <Text as="h1" weight="semibold" size={400} className={styles.title}>
        {say('pane.workbench.title')}
      </Text>
      <Select
        aria-label={say('pane.workbench.example')}
        value={example}
        onChange={(_, { value }) => go({ model: value, lang })}
      >
        {examples.map((id) => (
          <option key={id} value={id}>
            {say(id === 'empty' ? 'pane.workbench.empty' : `pane.model.${id}`)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={say('pane.workbench.language')}
        value={lang}
        onChange={(_, { value }) => go({ model: example, lang: value })}
      >
        {LANGS.map((one) => (
          <option key={one} value={one}>
            {autonyms[one]}
          </option>
        ))}
      </Select>
      <Select
        aria-label={say('pane.workbench.theme')}
        value={theme}
        onChange={(_, { value }) => onTheme(value as ThemeName)}
      >
        {themeNames.map((one) => (
          <option key={one} value={one}>
            {say(`pane.workbench.theme.${one}`)}
          </option>
        ))}
      </Select>
      <Button icon={<FolderOpenRegular />} onClick={() => file.current?.click()}>
        {say('pane.workbench.open')}
      </Button>
      <Button icon={<ArrowDownloadRegular />} disabled={!onDownload} onClick={() => onDownload?.()}>
        {say('pane.workbench.download')}
      </Button>
      <FileInput
        ref={file}
        label={say('pane.workbench.open')}
        accept=".xlsx"
        onFiles={([chosen]) => chosen && void onOpen(chosen)}
      />
    </header>
  );
}

/** Another example is another address, so that it can be shared and reloaded. */
function go(search: { model: string; lang: string }): void {
  window.location.search = new URLSearchParams(search).toString();
}
