import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';

interface TabsProps<Id extends string> {
  label: string;
  tabs: readonly { id: Id; content: ReactNode; title?: string }[];
  value: Id;
  /** Of the element that a tab shows. */
  controls?: string;
  /** Each tab has the id `<prefix>-<id>`. */
  prefix: string;
  className?: string;
  tabClassName?: string;
  onChange: (id: Id) => void;
}

const useStyles = makeStyles({
  tabs: { display: 'grid', gridAutoFlow: 'column', gridAutoColumns: 'minmax(0, 1fr)' },
  tab: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    minWidth: 0,
    padding: '8px 0 10px',
    rowGap: '2px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      bottom: 0,
      width: '32px',
      maxWidth: '100%',
      height: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
  },
});

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Tabs of which one is open. Fluent's own put hidden places to focus around them, which axe finds
 * fault with.
 */
export function Tabs<Id extends string>(props: TabsProps<Id>) {
  const { tabs, value, prefix } = props;
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = steps[event.key]?.(at, buttons.length - 1);
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={props.label}
      className={mergeClasses(styles.tabs, props.className)}
      onKeyDown={move}
    >
      {tabs.map(({ id, content, title }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${prefix}-${id}`}
          title={title}
          aria-selected={id === value}
          aria-controls={props.controls}
          tabIndex={id === value ? 0 : -1}
          className={mergeClasses(styles.tab, id === value && styles.chosen, props.tabClassName)}
          onClick={() => props.onChange(id)}
        >
          {content}
        </button>
      ))}
    </div>
  );
}
