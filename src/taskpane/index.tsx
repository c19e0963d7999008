import { createRoot, type Root } from 'react-dom/client';
import { runInExcel, requiredApi } from './excel';
import { langOf } from './language';
import { Pane } from './Pane';
import { Unavailable } from './Unavailable';
import { isDarkColor } from './theme';
import './pane.css';

/** Office tells neither that its theme changed nor when; it is looked at when the pane gets focus. */
const officeIsDark = () => {
  const background = Office.context.officeTheme?.bodyBackgroundColor;
  return background ? isDarkColor(background) : prefersDark();
};
const prefersDark = () => window.matchMedia('(prefers-color-scheme: dark)').matches;

function showPane(root: Root): void {
  const lang = langOf(Office.context.displayLanguage);
  document.documentElement.lang = lang;
  const render = () =>
    root.render(
      Office.context.requirements.isSetSupported('ExcelApi', requiredApi) ? (
        <Pane run={runInExcel} lang={lang} dark={officeIsDark()} />
      ) : (
        <Unavailable reason="tooOld" lang={lang} dark={officeIsDark()} />
      ),
    );
  render();
  window.addEventListener('focus', render);
}

function showUnavailable(root: Root): void {
  const lang = langOf(navigator.language);
  document.documentElement.lang = lang;
  root.render(<Unavailable reason="notExcel" lang={lang} dark={prefersDark()} />);
}

async function start(): Promise<void> {
  const root = createRoot(document.getElementById('pane') as HTMLElement);
  const host = typeof Office === 'undefined' ? null : (await Office.onReady()).host;
  if (host === null || host === undefined) showUnavailable(root);
  else showPane(root);
}

void start();
