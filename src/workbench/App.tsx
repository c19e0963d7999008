import { FluentProvider, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState, type DragEvent } from 'react';
import { sentIn } from '../exchange';
import type { Host } from '../host';
import { HostRefusal } from '../host/wire/refusal';
import { openXlsx } from '../book';
import { failureText, message, type Lang, type MessageKey } from '../messages';
import { layOut } from '../office';
import { ask } from '../taskpane/core/asked';
import { describeError } from '../taskpane/core/describeError';
import { Notice } from '../taskpane/parts/Notice';
import { Pane } from '../taskpane/Pane';
import { saveFile } from '../taskpane/core/saveFile';
import { themeOf, type ThemeName } from '../taskpane/parts/theme';
import { exampleOf, type Example } from './example';
import { GridView } from './GridView';
import { openPageHost } from './pageHost';
import { Tour } from './Tour';
import { Toolbar } from './Toolbar';

const useStyles = makeStyles({
  page: { height: '100%', display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)' },
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

interface AppProps {
  lang: Lang;
  example: Example;
  /** Of the pane, at first. */
  theme: ThemeName;
}

/** The try-it page: the host's workbook beside the pane that works on it. */
export function App({ lang, example, theme: first }: AppProps) {
  const styles = useStyles();
  const say = (key: MessageKey, params?: Record<string, string>) => message(lang, key, params);
  const [host, setHost] = useState<Host>();
  const [theme, setTheme] = useState(first);
  const [toast, setToast] = useState<string>();
  const [failed, setFailed] = useState<unknown>();

  useEffect(() => {
    let current = true;
    openExample(example, lang).then(
      (opened) => current && setHost(opened),
      (error: unknown) => current && setFailed(error),
    );
    return () => {
      current = false;
    };
  }, [example, lang]);

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

  const nowhere = useCallback(
    (text: string) => setToast(message(lang, 'pane.workbench.nowhere', { text })),
    [lang],
  );

  const open = async (chosen: File) => {
    try {
      setHost(openPageHost(await bookIn(chosen)));
    } catch (error) {
      setToast(failureText(lang, error).text ?? say('failure.broken'));
    }
  };

  /** Filled templates are answers to take in; any other workbook is opened. */
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    const [first] = files;
    if (!first) return;
    if (host && (await isTemplate(first))) ask({ view: 'start', part: 'exchange', files });
    else await open(first);
  };

  return (
    <FluentProvider theme={themeOf('light')} style={{ height: '100%' }} lang={lang}>
      <div
        className={styles.page}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => void drop(event)}
      >
        <div>
          <Toolbar
            lang={lang}
            example={example}
            theme={theme}
            onTheme={setTheme}
            onOpen={open}
            onDownload={host && (() => download(host))}
          />
          {example !== 'empty' && <Tour lang={lang} disabled={!host} />}
        </div>
        {host ? (
          <div className={styles.body}>
            <section className={styles.grid} aria-label={say('pane.workbench.grid')}>
              <GridView
                host={host}
                lang={lang}
                onRefused={refused}
                onBlocked={blocked}
                onNowhere={nowhere}
              />
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
              <Pane run={host.run} lang={lang} theme={theme} canDownload />
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

async function openExample(example: Example, lang: Lang): Promise<Host> {
  const host = openPageHost();
  const engagement = await exampleOf(example, lang);
  if (engagement) await host.run((context) => layOut(context, engagement, { lang }));
  return host;
}

const bookIn = async (file: File) => openXlsx(new Uint8Array(await file.arrayBuffer()));

async function isTemplate(file: File): Promise<boolean> {
  try {
    sentIn(await bookIn(file));
    return true;
  } catch {
    return false;
  }
}

async function download(host: Host): Promise<void> {
  saveFile('APPFI.xlsx', (await host.save()) as Uint8Array<ArrayBuffer>, xlsxType);
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
