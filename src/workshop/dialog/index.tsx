import '../../taskpane/core/noEval';
import { FluentProvider, Spinner } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { loadMessages } from '../../messages';
import { fill, themeOf } from '../../taskpane/parts/theme';
import { langOf } from '../../taskpane/words/language';
import { LangContext } from '../../taskpane/words/say';
import type { Acts, Answer } from '../acts';
import { Workshop } from '../view/Workshop';
import './dialog.css';
import { packer, unpacker, type ToMap, type ToPane } from './wire';

type Told = Extract<ToMap, { kind: 'shown' }>;

/** The map in its dialog: what it shows comes from the pane, and what is said goes there. */
function DialogMap() {
  const [told, setTold] = useState<Told>();
  const { acts, listen } = useMemo(connect, []);
  useEffect(() => listen(setTold), [listen]);
  const lang = told?.lang ?? langOf(navigator.language);
  const theme = told?.theme ?? 'light';
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  return (
    <LangContext value={lang}>
      <FluentProvider theme={themeOf(theme)} style={{ ...fill(theme), height: '100%' }}>
        {told ? <Workshop shown={told.shown} acts={acts} /> : <Spinner />}
      </FluentProvider>
    </LangContext>
  );
}

function connect() {
  const pack = packer();
  const waiting = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  const send = (message: ToPane) => {
    for (const piece of pack(message)) Office.context.ui.messageParent(piece);
  };
  const ask = (message: (no: number) => ToPane): Promise<Answer> => {
    asked += 1;
    const no = asked;
    return new Promise((answered) => {
      waiting.set(no, answered);
      send(message(no));
    });
  };
  const acts: Acts = {
    say: (sayings) => ask((no) => ({ kind: 'say', no, sayings })),
    undo: () => ask((no) => ({ kind: 'undo', no })),
    redo: () => ask((no) => ({ kind: 'redo', no })),
    goTo: (step, item) => send({ kind: 'goTo', step, item }),
    close: () => send({ kind: 'close' }),
  };
  const listen = (onShown: (told: Told) => void) => {
    const take = unpacker<ToMap>((message) => {
      if (message.kind === 'shown') return onShown(message);
      waiting.get(message.no)?.(message.answer);
      waiting.delete(message.no);
    });
    Office.context.ui.addHandlerAsync(
      Office.EventType.DialogParentMessageReceived,
      ({ message }: { message: string }) => take(message),
      // The pane begins when it is heard.
      () => send({ kind: 'ready' }),
    );
  };
  return { acts, listen };
}

void Promise.all([Office.onReady(), loadMessages()]).then(() =>
  createRoot(document.getElementById('map') as HTMLElement).render(<DialogMap />),
);
