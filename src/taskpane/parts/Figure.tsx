import { makeStyles, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import type { ReactNode } from 'react';
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

/** Attributes of a list of figures: Tab stops there once, arrows go from one to the next. */
export const useFigureList = () => useArrowNavigationGroup({ axis: 'both', memorizeCurrent: true });
