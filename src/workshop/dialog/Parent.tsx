import { useContext, useEffect, useRef, useState } from 'react';
import { ThemeContext } from '../../taskpane/parts/theme';
import { useLang } from '../../taskpane/words/say';
import type { Answer } from '../acts';
import FullWindow from '../FullWindow';
import { useActs } from '../useActs';
import { packer, unpacker, type ToMap, type ToPane } from './wire';

/** The map as a dialog of Excel's; where Excel opens none, over the pane. */
export default function Parent({ onClose }: { onClose: () => void }) {
  const [isRefused, refuse] = useState(
    () => !Office.context.requirements.isSetSupported('DialogApi', '1.2'),
  );
  return isRefused ? (
    <FullWindow onClose={onClose} />
  ) : (
    <Dialog onClose={onClose} onRefused={() => refuse(true)} />
  );
}

interface DialogProps {
  onClose: () => void;
  onRefused: () => void;
}

/** Draws nothing: it is the pane's end of the line. */
function Dialog({ onClose, onRefused }: DialogProps) {
  const { shown, acts } = useActs(onClose);
  const lang = useLang();
  const theme = useContext(ThemeContext);
  const [send, setSend] = useState<(message: ToMap) => void>();
  /** Answers wait for the reading that shows what was done. */
  const [answers, setAnswers] = useState<readonly { no: number; answer: Answer }[]>([]);
  const latest = useRef({ acts, onClose, onRefused });
  useEffect(() => {
    latest.current = { acts, onClose, onRefused };
  });

  useEffect(() => {
    if (send) send({ kind: 'shown', shown, lang, theme });
  }, [send, shown, lang, theme]);
  useEffect(() => {
    if (!send || answers.length === 0) return;
    for (const answer of answers) send({ kind: 'answer', ...answer });
    setAnswers((now) => now.filter((one) => !answers.includes(one)));
  }, [send, answers]);

  useEffect(() => {
    let dialog: Office.Dialog | undefined;
    let isLeft = false;
    const answer = (no: number) => (given: Answer) =>
      setAnswers((now) => [...now, { no, answer: given }]);
    const take = unpacker<ToPane>((message) => {
      const { acts: act, onClose: close } = latest.current;
      if (message.kind === 'ready') {
        const pack = packer();
        setSend(() => (told: ToMap) => {
          for (const piece of pack(told)) dialog?.messageChild(piece);
        });
      } else if (message.kind === 'say') void act.say(message.sayings).then(answer(message.no));
      else if (message.kind === 'undo' || message.kind === 'redo')
        void act[message.kind]().then(answer(message.no));
      else if (message.kind === 'goTo') act.goTo(message.step, message.item);
      else close();
    });
    const address = new URL('map.html', window.location.href).href;
    const size = { height: 90, width: 90, displayInIframe: true };
    Office.context.ui.displayDialogAsync(address, size, ({ status, value }) => {
      if (status === Office.AsyncResultStatus.Failed) return latest.current.onRefused();
      dialog = value;
      if (isLeft) return dialog.close();
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (received) => {
        if ('message' in received) take(received.message);
      });
      // Closed by whoever looked at it.
      dialog.addEventHandler(Office.EventType.DialogEventReceived, () => {
        dialog = undefined;
        latest.current.onClose();
      });
    });
    return () => {
      isLeft = true;
      dialog?.close();
    };
  }, []);
  return null;
}
