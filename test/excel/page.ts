import { createPageHost } from '../../src/host/client/browser';
import { runInExcel } from '../../src/taskpane/core/excel';
import { play, type Played } from './play';

/** The page that Excel shows beside a workbook, and a browser over the host: it plays the story and reports. */

const list = document.body.appendChild(document.createElement('ol'));

function show({ passed, name, ms, actions, error }: Played): void {
  const line = list.appendChild(document.createElement('li'));
  line.textContent = `${passed ? '✓' : '✗'} ${name} (${ms} ms, ${actions} actions)${error ? ` – ${error}` : ''}`;
}

const post = (path: string, body: unknown) =>
  fetch(path, { method: 'POST', body: JSON.stringify(body) });

async function start(): Promise<void> {
  const inExcel = 'excel' in document.body.dataset;
  if (inExcel) await Office.onReady();
  const run = inExcel ? runInExcel : createPageHost().run;
  const { diagnostics } = inExcel ? Office.context : { diagnostics: undefined };
  const played = await play(run, (one) => {
    show(one);
    void post('/scene', one);
  });
  await post('/results', { diagnostics, played });
}

start().catch((error: unknown) => post('/results', { failed: String(error) }));
