import { FluentProvider, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState, type DragEvent } from 'react';
import { failureText, message, type Lang, type MessageKey } from '../messages';
import { ask } from '../taskpane/core/asked';
import { describeError } from '../taskpane/core/describeError';
import { ReloadContext } from '../taskpane/core/reload';
import { saveFile } from '../taskpane/core/saveFile';
import { Notice } from '../taskpane/parts/Notice';
import { Pane } from '../taskpane/Pane';
import { fill, themeOf, type ThemeName } from '../taskpane/parts/theme';
import { AskFirst } from './AskFirst';
import type { Example } from './example';
import { GridView } from './GridView';
import { planFiles } from './keep/files';
import { bookIn, kindOf } from './keep/read';
import { useWork } from './keep/useWork';
import { Offers } from './Offers';
import { Sides, type Side } from './Sides';
import { Toast, useToast } from './Toast';
import { Toolbar } from './Toolbar';
import { Tour } from './Tour';
import { useOffline } from './offline/useOffline';

const useStyles = makeStyles({
  page: { height: '100%', display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)' },
  waiting: { position: 'relative', padding: tokens.spacingHorizontalXXL, overflowY: 'auto' },
});

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface AppProps {
  /** At first. */
  lang: Lang;
  example: Example;
  theme: ThemeName;
}

/** The try-it page: the host's workbook beside the pane that works on it. */
export function App(first: AppProps) {
  const styles = useStyles();
  const [lang, setLang] = useState(first.lang);
  const [example, setExample] = useState(first.example);
  const [theme, setTheme] = useState(first.theme);
  const [side, setSide] = useState<Side>('grid');
  /** What somebody wants to do with the workbook that is open, once they have been asked. */
  const [next, setNext] = useState<() => Promise<unknown>>();
  /** Loads the pane anew where the page cannot be. */
  const [pane, setPane] = useState(0);
  const toast = useToast();
  const { work, failed, offered, keeping, reload, ...works } = useWork(example, lang);
  const { host } = work ?? {};
  const network = useOffline(host !== undefined);
  const name = keeping?.name;
  const say = (key: MessageKey, params?: Record<string, string>) => message(lang, key, params);

  useEffect(() => {
    document.documentElement.lang = lang;
    const search = new URLSearchParams(window.location.search);
    search.set('model', example);
    search.set('lang', lang);
    window.history.replaceState(null, '', `?${search}`);
  }, [lang, example]);

  useEffect(() => {
    if (!host) return undefined;
    Object.assign(window, { appfi: { host } });
    // Who goes to a cell wants to see it.
    return host.onSelect(() => setSide('grid'));
  }, [host]);

  const { tell, settle } = toast;
  useEffect(() => {
    settle('cell');
    settle('place');
  }, [host, settle]);

  const attempt = (go: () => Promise<unknown>) =>
    void go().catch((error: unknown) => {
      if (host) tell('file', describeError(lang, error));
      else works.fail(error);
    });

  /** Does what takes the place of the workbook, after asking where something would be left behind. */
  const leave = (go: () => Promise<unknown>) => {
    if (keeping?.unsaved) setNext(() => go);
    else attempt(go);
  };

  const download = async () => {
    await works.download((file, bytes) =>
      saveFile(file, bytes as Uint8Array<ArrayBuffer>, xlsxType),
    );
  };

  const open = async (file: File) => {
    settle('file');
    try {
      const book = await bookIn(file);
      leave(() => works.openBook(book, file.name));
    } catch (error) {
      tell('file', failureText(lang, error).text ?? say('failure.broken'));
    }
  };

  /** Filled templates are answers to take in; of other workbooks the first is opened. Each file is answered for. */
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    if (files.length === 0) return;
    const [file] = files;
    if (files.length === 1 && file && (await kindOf(file)) !== 'template') return open(file);
    const kinds = await Promise.all(
      files.map(async (one) => ({ file: one, kind: await kindOf(one) })),
    );
    const plan = planFiles(kinds);
    const names = (of: readonly File[]) => ({ names: of.map((one) => one.name).join(', ') });
    const told = [
      plan.further.length > 0 &&
        say(
          plan.open ? 'pane.workbench.dropped.one' : 'pane.workbench.dropped.answers',
          names(plan.further),
        ),
      plan.unreadable.length > 0 &&
        say('pane.workbench.dropped.unreadable', names(plan.unreadable)),
    ].filter((text) => text !== false);
    if (plan.answers.length > 0) ask({ view: 'start', part: 'exchange', files: plan.answers });
    if (plan.open) await open(plan.open);
    if (told.length > 0) tell('file', told.join(' '));
  };

  const changeLang = (chosen: Lang) => {
    setLang(chosen);
    // An example that nobody has touched is shown in the language of the page.
    const isUntouched = !keeping?.unsaved && (work?.isExample ?? true);
    if (isUntouched && offered.length === 0) attempt(() => works.openExample(example, chosen));
  };

  const changeExample = (chosen: Example) =>
    leave(async () => {
      await works.openExample(chosen, lang);
      setExample(chosen);
    });

  const start = () => changeExample('empty');

  const reloadPane = useCallback(async () => {
    if (!(await reload())) setPane((count) => count + 1);
  }, [reload]);

  return (
    <FluentProvider theme={themeOf(theme)} style={{ ...fill(theme), height: '100%' }} lang={lang}>
      <div
        className={styles.page}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => void drop(event)}
      >
        <div>
          <Toolbar
            {...{ lang, theme, keeping, network }}
            example={work?.isExample && example !== 'empty' ? example : undefined}
            onNew={start}
            onLang={changeLang}
            onExample={changeExample}
            onTheme={setTheme}
            onOpen={open}
            onDownload={host && download}
          />
          {example !== 'empty' && work?.isExample && <Tour lang={lang} disabled={!host} />}
          {keeping?.refused && <Notice intent="warning" text={say('pane.workbench.unkept.text')} />}
        </div>
        {host ? (
          <Sides lang={lang} side={side} onSide={setSide}>
            <>
              <GridView host={host} lang={lang} dark={theme !== 'light'} toast={toast} />
              <Toast {...toast} label={say('pane.workbench.dismiss')} />
            </>
            <ReloadContext value={reloadPane}>
              <Pane key={pane} run={host.run} lang={lang} theme={theme} canDownload onNew={start} />
            </ReloadContext>
          </Sides>
        ) : (
          <div className={styles.waiting}>
            <Toast {...toast} label={say('pane.workbench.dismiss')} />
            {offered.length > 0 && (
              <Offers
                {...{ lang, example, offered }}
                onOpen={(kept) => attempt(() => works.openKept(kept))}
                onDelete={(kept) => attempt(() => works.discard(kept))}
                onExample={() => attempt(() => works.openExample(example, lang))}
              />
            )}
            {failed !== undefined && (
              <Notice intent="error" title={say('pane.error')} text={describeError(lang, failed)} />
            )}
            {failed === undefined && offered.length === 0 && (
              <Spinner label={say('pane.workbench.loading')} />
            )}
          </div>
        )}
      </div>
      {next && (
        <AskFirst
          lang={lang}
          title={say('pane.workbench.leave', { name: name ?? '' })}
          text={say(keeping?.refused ? 'pane.workbench.leave.lost' : 'pane.workbench.leave.kept')}
          first={{ label: say('pane.workbench.leave.download'), act: download }}
          go={say('pane.workbench.leave.go')}
          onGo={() => {
            setNext(undefined);
            attempt(next);
          }}
          onStay={() => setNext(undefined)}
        />
      )}
    </FluentProvider>
  );
}
