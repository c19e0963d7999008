import { useCallback } from 'react';
import type { What } from '../../core/history';
import { useSay } from '../../words/say';

/** What was done, in a short line. */
export function useTold(): (what: What) => string {
  const say = useSay();
  return useCallback(
    ({ text, params, more }: What) => {
      const first = say(text, params);
      return more === undefined ? first : say('pane.done.more', { what: first, count: more });
    },
    [say],
  );
}
