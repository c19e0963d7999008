import { useMemo } from 'react';
import { useBook } from '../../core/book';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { useRoute } from '../views';
import { factsOf } from './facts';
import { nextOf } from './next';

/** The one thing to do now, in words, and the way to it. */
export function useNext(): { text: string; go: () => void; here: boolean } {
  const say = useSay();
  const format = useFormat();
  const { study, goTo, perform } = useBook();
  const { view, part, open } = useRoute();
  const { currency } = study.read.engagement.settings;
  const next = useMemo(
    () =>
      nextOf(
        factsOf(study, {
          money: (value) => format.money(value, currency, true),
          date: (day) => format.date(day),
        }),
      ),
    [study, format, currency],
  );
  const step = next.view === 'steps' && next.part !== undefined;
  return {
    text: say(next.text, {
      ...next.params,
      ...(step && { step: say(`pane.step.${next.part as 'ask'}`) }),
    }),
    go: () => {
      open(next.view, next.part);
      if (next.task) void perform(next.task);
      if (next.sheet !== undefined) void goTo({ sheet: next.sheet });
    },
    here: !next.task && view === next.view && (next.part === undefined || next.part === part),
  };
}
