import {
  Button,
  FluentProvider,
  makeStyles,
  Select,
  Spinner,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Host } from '../host/host';
import { HostRefusal } from '../host/wire/refusal';
import { OpenError, openXlsx } from '../host/xlsx';
import { LANGS, message, type Lang, type MessageKey } from '../messages';
import { layOut } from '../office';
import { describeError } from '../taskpane/describeError';
import { Notice } from '../taskpane/Notice';
import { Pane } from '../taskpane/Pane';
import { saveFile } from '../taskpane/saveFile';
import { themeOf } from '../taskpane/theme';
import { exampleOf, models, type Model } from './example';
import { GridView } from './GridView';
import { openPageHost } from './pageHost';

const useStyles = makeStyles({
  page: { height: '100%', display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)' },
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { flexGrow: 1, margin: 0 },
  body: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 350px', minHeight: 0 },
  grid: { position: 'relative', minWidth: 0, minHeight: 0 },
  pane: {
    overflowY: 'auto',
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    minHeight: 0,
  },
  toast: { position: 'absolute', left: '16px', right: '16px', bottom: '48px', zIndex: 10 },
  toastBox: { boxShadow: tokens.shadow16, maxWidth: '560px', marginInline: 'auto' },
  waiting: { padding: tokens.spacingHorizontalXXL },
});

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const toastMs = 8_000;

/** The try-it page: the host's workbook beside the pane that works on it. */
export function App({ lang, model }: { lang: Lang; model: Model }) {
  const styles = useStyles();
  const say = (key: MessageKey, params?: Record<string, string>) => message(lang, key, params);
  const [host, setHost] = useState<Host>();
  const [dark, setDark] = useState(false);
  const [toast, setToast] = useState<string>();
  const [failed, setFailed] = useState<unknown>();
  const file = useRef<HTMLInputElement>(null);

  useEffect(() => {
    let current = true;
    openExample(model, lang).then(
      (opened) => current && setHost(opened),
      (error: unknown) => current && setFailed(error),
    );
    return () => {
      current = false;
    };
  }, [model, lang]);

  useEffect(() => {
    if (host) Object.assign(window, { appfi: { host } });
  }, [host]);

  useEffect(() => {
    if (toast === undefined) return undefined;
    const timer = setTimeout(() => setToast(undefined), toastMs);
    return () => clearTimeout(timer);
  }, [toast]);

  const refused = useCallback((error: unknown) => setToast(refusal(lang, error)), [lang]);
  const blocked = useCallback(() => setToast(message(lang, 'pane.workbench.onlyCells')), [lang]);

  const download = async () => {
    if (!host) return;
    saveFile('APPFI.xlsx', (await host.save()) as Uint8Array<ArrayBuffer>, xlsxType);
  };
  const open = async (chosen: File) => {
    try {
      const book = await openXlsx(new Uint8Array(await chosen.arrayBuffer()));
      setHost(openPageHost(book));
    } catch (error) {
      setToast(say(`pane.workbench.open.${error instanceof OpenError ? error.code : 'broken'}`));
    }
  };

  return (
    <FluentProvider theme={themeOf(false)} style={{ height: '100%' }} lang={lang}>
      <div className={styles.page}>
        <div className={styles.bar} role="banner">
          <Text as="h1" weight="semibold" size={400} className={styles.title}>
            {say('pane.workbench.title')}
          </Text>
          <Select
            aria-label={say('pane.model')}
            value={model}
            onChange={(_, { value }) => go({ model: value, lang })}
          >
            {models.map((id) => (
              <option key={id} value={id}>
                {say(`pane.model.${id}`)}
              </option>
            ))}
          </Select>
          <Select
            aria-label={say('pane.workbench.language')}
            value={lang}
            onChange={(_, { value }) => go({ model, lang: value })}
          >
            {LANGS.map((one) => (
              <option key={one} value={one}>
                {say(`pane.language.${one}`)}
              </option>
            ))}
          </Select>
          <Switch
            label={say('pane.workbench.theme')}
            checked={dark}
            onChange={(_, { checked }) => setDark(checked)}
          />
          <Button icon={<FolderOpenRegular />} onClick={() => file.current?.click()}>
            {say('pane.workbench.open')}
          </Button>
          <Button icon={<ArrowDownloadRegular />} disabled={!host} onClick={download}>
            {say('pane.workbench.download')}
          </Button>
          <input
            ref={file}
            hidden
            type="file"
            accept=".xlsx"
            aria-label={say('pane.workbench.open')}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              event.target.value = '';
              if (chosen) void open(chosen);
            }}
          />
        </div>
        {host ? (
          <div className={styles.body}>
            <section className={styles.grid} aria-label={say('pane.workbench.grid')}>
              <GridView host={host} lang={lang} onRefused={refused} onBlocked={blocked} />
              {toast !== undefined && (
                <div className={styles.toast}>
                  <div className={styles.toastBox}>
                    <Notice
                      intent="warning"
                      text={toast}
                      action={{
                        label: say('pane.workbench.dismiss'),
                        onClick: () => setToast(undefined),
                      }}
                    />
                  </div>
                </div>
              )}
            </section>
            <div className={styles.pane} id="pane">
              <Pane run={host.run} lang={lang} dark={dark} canDownload />
            </div>
          </div>
        ) : (
          <div className={styles.waiting}>
            {failed === undefined ? (
              <Spinner label={say('pane.workbench.loading')} />
            ) : (
              <Notice intent="error" title={say('pane.error')} text={describeError(lang, failed)} />
            )}
          </div>
        )}
      </div>
    </FluentProvider>
  );
}

async function openExample(model: Model, lang: Lang): Promise<Host> {
  const host = openPageHost();
  const engagement = await exampleOf(model, lang);
  await host.run((context) => layOut(context, engagement, { lang }));
  return host;
}

/** Another example is another address, so that it can be shared and reloaded. */
function go(search: { model: string; lang: string }): void {
  window.location.search = new URLSearchParams(search).toString();
}

/** What Excel would say: the validation's own alert, else ours. */
function refusal(lang: Lang, error: unknown): string {
  if (!(error instanceof HostRefusal)) {
    return message(lang, 'pane.workbench.refused.other', { code: String(error) });
  }
  if (error.code === 'AccessDenied') return message(lang, 'pane.workbench.refused.AccessDenied');
  if (error.code === 'DataValidation') {
    return error.message || message(lang, 'pane.workbench.refused.DataValidation');
  }
  return message(lang, 'pane.workbench.refused.other', { code: error.code });
}
