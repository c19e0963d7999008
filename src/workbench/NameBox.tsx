import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type KeyboardEvent } from 'react';

interface NameBoxProps {
  label: string;
  /** What is selected. */
  value: string;
  /** @returns whether there is something called so */
  onGo: (text: string) => boolean;
  onLeave: () => void;
}

const useStyles = makeStyles({
  box: {
    // As tall and wide as the place that the grid's formula bar leaves for it.
    position: 'absolute',
    top: 0,
    left: 0,
    zIndex: 1,
    width: '100px',
    height: '27px',
    boxSizing: 'border-box',
    padding: '0 6px',
    border: 'none',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    ':focus': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

/** Says what is selected, and goes where somebody wants; what is typed stays until it is said. */
export function NameBox({ label, value, onGo, onLeave }: NameBoxProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  const press = ({ key }: KeyboardEvent) => {
    const done = key === 'Escape' || (key === 'Enter' && typed === undefined);
    if (done) onLeave();
    if (done || (key === 'Enter' && onGo(typed ?? ''))) setTyped(undefined);
  };
  return (
    <input
      className={styles.box}
      aria-label={label}
      value={typed ?? value}
      spellCheck={false}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => setTyped(undefined)}
      onKeyDown={press}
    />
  );
}
