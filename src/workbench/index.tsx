import '../taskpane/core/noEval';
import { createRoot } from 'react-dom/client';
import { LANGS, loadMessages } from '../messages';
import { langOf } from '../taskpane/words/language';
import { offerMap } from '../taskpane/core/mapWindow';
import { themeNames } from '../taskpane/parts/theme';
import { FullMap } from '../workshop';
import { App } from './App';
import { examples } from './example';
import './workbench.css';

const search = new URLSearchParams(window.location.search);
const lang = LANGS.find((one) => one === search.get('lang')) ?? langOf(navigator.language);
const example = examples.find((one) => one === search.get('model')) ?? 'after-sales';
const theme = themeNames.find((one) => one === search.get('theme')) ?? 'light';

offerMap(FullMap);
void loadMessages().then(() =>
  createRoot(document.getElementById('workbench') as HTMLElement).render(
    <App lang={lang} example={example} theme={theme} />,
  ),
);
