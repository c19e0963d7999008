import './core/noEval';
import { createRoot, type Root } from 'react-dom/client';
import { loadMessages, type Lang } from '../messages';
import { openEmptyInExcel, openInExcel, runInExcel, requiredApi } from './core/excel';
import { langOf } from './words/language';
import { Pane } from './Pane';
import { Unavailable } from './parts/Unavailable';
import { isDarkColor, type ThemeName } from './parts/theme';
import './pane.css';

/** Office tells neither that its theme changed nor when; it is looked at when the pane gets focus. */
const officeTheme = (): ThemeName => {
  const background = Office.context.officeTheme?.bodyBackgroundColor;
  if (!background || matches('(forced-colors: active)')) return preferredTheme();
  return isDarkColor(background) ? 'dark' : 'light';
};
const preferredTheme = (): ThemeName => {
  if (matches('(forced-colors: active)')) return 'contrast';
  return matches('(prefers-color-scheme: dark)') ? 'dark' : 'light';
};
const matches = (query: string) => window.matchMedia(query).matches;
const setDocumentLang = (lang: Lang) => {
  document.documentElement.lang = lang;
};

/** Chromium’s web view on Windows and browsers save files; the web views of Mac and iPad do not. */
const canDownload = (): boolean =>
  String(Office.context.platform) === 'OfficeOnline' || /\bEdg\//.test(navigator.userAgent);

async function showPane(root: Root): Promise<void> {
  const lang = langOf(Office.context.displayLanguage);
  await loadMessages(lang);
  setDocumentLang(lang);
  const render = () =>
    root.render(
      Office.context.requirements.isSetSupported('ExcelApi', requiredApi) ? (
        <Pane
          run={runInExcel}
          lang={lang}
          theme={officeTheme()}
          canDownload={canDownload()}
          openWorkbook={openInExcel}
          onNew={openEmptyInExcel}
          onLang={setDocumentLang}
        />
      ) : (
        <Unavailable reason="tooOld" lang={lang} theme={officeTheme()} />
      ),
    );
  render();
  window.addEventListener('focus', render);
}

async function showUnavailable(root: Root): Promise<void> {
  const lang = langOf(navigator.language);
  await loadMessages(lang);
  setDocumentLang(lang);
  root.render(<Unavailable reason="notExcel" lang={lang} theme={preferredTheme()} />);
}

async function start(): Promise<void> {
  const root = createRoot(document.getElementById('pane') as HTMLElement);
  const host = typeof Office === 'undefined' ? null : (await Office.onReady()).host;
  if (host === null || host === undefined) await showUnavailable(root);
  else await showPane(root);
}

void start();
