import { useEffect, useRef } from 'react';
import { useSay } from '../taskpane/words/say';
import { useActs } from './useActs';
import { Workshop } from './view/Workshop';

/** The map over the whole page. */
export default function FullWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const { shown, acts } = useActs(onClose);
  const window = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = window;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={window}
      className="workshop-window"
      aria-label={say('workshop.title')}
      // Escape leaves what is open on the map first; the map's own button leaves the map.
      onCancel={(event) => event.preventDefault()}
    >
      <Workshop shown={shown} acts={acts} />
    </dialog>
  );
}
