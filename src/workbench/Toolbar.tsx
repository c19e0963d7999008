import { Button, Caption1, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { OrganizationHorizontalRegular } from '@fluentui/react-icons/svg/organization-horizontal';
import { useRef } from 'react';
import { LANGS, message, type Lang, type MessageKey, type MessageParams } from '../messages';
import { ask } from '../taskpane/core/asked';
import { exampleModels } from '../taskpane/core/example';
import { FileInput } from '../taskpane/parts/FileInput';
import { themeNames, type ThemeName } from '../taskpane/parts/theme';
import { autonyms } from '../taskpane/words/language';
import { narrow } from './Sides';
import type { Example } from './example';
import type { Keeping } from './keep/keeper';
import type { Network } from './offline/useOffline';

interface ToolbarProps {
  lang: Lang;
  /** The example that is open; undefined for other work. */
  example: Example | undefined;
  theme: ThemeName;
  keeping: Keeping | undefined;
  network: Network;
  onNew: () => void;
  onLang: (lang: Lang) => void;
  onExample: (example: Example) => void;
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
  head: { flexGrow: 1, display: 'flex', flexDirection: 'column', minWidth: 0 },
  title: { margin: 0 },
  state: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  choice: { minWidth: 'unset', maxWidth: '168px', [narrow]: { flexGrow: 1, maxWidth: '100%' } },
  button: { [narrow]: { minWidth: 'unset' } },
  label: { [narrow]: { display: 'none' } },
});

/** What the try-it page can do beside what the pane can. */
export function Toolbar(props: ToolbarProps) {
  const { lang, example, theme, keeping, network, onOpen, onDownload } = props;
  const styles = useStyles();
  const say = (key: MessageKey, params?: MessageParams) => message(lang, key, params);
  const state = keeping && stateOf(keeping);
  const file = useRef<HTMLInputElement>(null);
  return (
    <header className={styles.bar}>
      <div className={styles.head}>
        <Text as="h1" weight="semibold" size={400} className={styles.title}>
          {say('pane.workbench.title')}
        </Text>
        {keeping && state && (
          <Caption1 className={styles.state} aria-live="polite">
            {keeping.name} · {say(state)}
          </Caption1>
        )}
        {!network.online && (
          <Caption1 role="status" className={styles.state}>
            {say(network.complete ? 'pane.workbench.offline' : 'pane.workbench.offline.some')}
          </Caption1>
        )}
      </div>
      <Button
        className={styles.button}
        appearance="primary"
        icon={<AddRegular />}
        aria-label={say('pane.workbench.new')}
        onClick={props.onNew}
      >
        <span className={styles.label}>{say('pane.workbench.new')}</span>
      </Button>
      <Select
        className={styles.choice}
        aria-label={say('pane.workbench.example')}
        value={example ?? ''}
        onChange={(_, { value }) => value !== '' && props.onExample(value as Example)}
      >
        <option value="" disabled={example !== undefined}>
          {say('pane.workbench.examples')}
        </option>
        {exampleModels.map((id) => (
          <option key={id} value={id}>
            {say('pane.workbench.exampleOf', { model: say(`pane.example.${id}`) })}
          </option>
        ))}
      </Select>
      <Select
        className={styles.choice}
        aria-label={say('pane.workbench.language')}
        value={lang}
        onChange={(_, { value }) => props.onLang(value as Lang)}
      >
        {LANGS.map((one) => (
          <option key={one} value={one}>
            {autonyms[one]}
          </option>
        ))}
      </Select>
      <Select
        className={styles.choice}
        aria-label={say('pane.workbench.theme')}
        value={theme}
        onChange={(_, { value }) => props.onTheme(value as ThemeName)}
      >
        {themeNames.map((one) => (
          <option key={one} value={one}>
            {say(`pane.workbench.theme.${one}`)}
          </option>
        ))}
      </Select>
      <Button
        className={styles.button}
        icon={<OrganizationHorizontalRegular />}
        aria-label={say('pane.map.open')}
        disabled={!onDownload}
        onClick={() => ask({ map: true })}
      >
        <span className={styles.label}>{say('pane.map.open')}</span>
      </Button>
      <Button
        className={styles.button}
        icon={<FolderOpenRegular />}
        aria-label={say('pane.workbench.open')}
        onClick={() => file.current?.click()}
      >
        <span className={styles.label}>{say('pane.workbench.open')}</span>
      </Button>
      <Button
        className={styles.button}
        icon={<ArrowDownloadRegular />}
        aria-label={say('pane.workbench.download')}
        disabled={!onDownload}
        onClick={() => onDownload?.()}
      >
        <span className={styles.label}>{say('pane.workbench.download')}</span>
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

/** How far the work is safe; nothing while there is nothing to lose. */
function stateOf({ unsaved, kept, refused }: Keeping): MessageKey | undefined {
  if (!unsaved) return undefined;
  if (refused) return 'pane.workbench.unkept';
  return kept ? 'pane.workbench.kept' : 'pane.workbench.keeping';
}
