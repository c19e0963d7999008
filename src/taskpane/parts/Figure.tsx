import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useExplain, type Explainable } from '../core/explain';
import { useSay } from '../words/say';

const useStyles = makeStyles({
  figure: {
    display: 'inline',
    // To be hit by a finger, without making lines higher.
    padding: '4px 0',
    margin: '-4px 0',
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'inherit',
    cursor: 'pointer',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationThickness: '1px',
    textDecorationColor: tokens.colorNeutralStrokeAccessible,
    textUnderlineOffset: '3px',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface FigureProps {
  of: Explainable;
  /** What it is the amount of. */
  name: string;
  children: ReactNode;
}

/** An amount that, once clicked, says how it came about. */
export function Figure({ of, name, children }: FigureProps) {
  const say = useSay();
  const explain = useExplain();
  return (
    <button
      type="button"
      className={useStyles().figure}
      title={say('pane.explain.amount', { name })}
      onClick={() => explain(of)}
    >
      {children}
    </button>
  );
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** What a list of figures takes: Tab stops there once, arrows go from one to the next. */
export function useFigureList<List extends HTMLElement>() {
  const list = useRef<List>(null);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];
  const stopAt = (here: Element | undefined) => {
    for (const button of buttons()) button.tabIndex = button === here ? 0 : -1;
  };
  useEffect(() => {
    const all = buttons();
    if (all.filter(({ tabIndex }) => tabIndex === 0).length !== 1) stopAt(all[0]);
  });
  return {
    ref: list,
    onFocus: ({ target }: FocusEvent) => stopAt(target),
    onKeyDown: (event: KeyboardEvent) => {
      const all = buttons();
      const at = all.indexOf(event.target as HTMLButtonElement);
      const next = all[at + (steps[event.key] ?? 0)];
      if (at < 0 || !next || next === all[at]) return;
      event.preventDefault();
      next.focus();
    },
  };
}
