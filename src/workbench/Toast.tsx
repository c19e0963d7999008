import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import { Notice } from '../taskpane/parts/Notice';

/** What a toast is about: it goes when that is tried again or done otherwise. */
export type Cause = 'cell' | 'place' | 'file';

export interface Toasts {
  told: { cause: Cause; text: string } | undefined;
  tell: (cause: Cause, text: string) => void;
  /** The cause, or whatever it was, is gone. */
  settle: (cause?: Cause) => void;
}

export function useToast(): Toasts {
  const [told, setTold] = useState<Toasts['told']>();
  const tell = useCallback((cause: Cause, text: string) => setTold({ cause, text }), []);
  const settle = useCallback(
    (cause?: Cause) =>
      setTold((now) => (now && (cause ?? now.cause) === now.cause ? undefined : now)),
    [],
  );
  return useMemo(() => ({ told, tell, settle }), [told, tell, settle]);
}

const useStyles = makeStyles({
  toast: { position: 'absolute', left: '16px', right: '16px', bottom: '48px', zIndex: 10 },
  box: { boxShadow: tokens.shadow16, maxWidth: '560px', marginInline: 'auto' },
});

/** What could not be done, over the foot of the grid, until its cause has gone. */
export function Toast({ told, settle, label }: Toasts & { label: string }) {
  const styles = useStyles();
  if (!told) return null;
  return (
    <div className={styles.toast}>
      <div className={styles.box}>
        <Notice intent="warning" text={told.text} action={{ label, onClick: () => settle() }} />
      </div>
    </div>
  );
}
