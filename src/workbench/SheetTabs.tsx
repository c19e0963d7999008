import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';
import type { Sheet } from '../book';

interface SheetTabsProps {
  label: string;
  sheets: readonly Sheet[];
  active: string;
  onShow: (id: string) => void;
}

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    overflowX: 'auto',
    flexShrink: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    scrollbarWidth: 'thin',
  },
  tab: {
    border: 'none',
    borderBottom: '3px solid transparent',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    padding: '7px 12px 5px',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** The visible sheets of the workbook; arrow keys go from one to the next. */
export function SheetTabs({ label, sheets, active, onShow }: SheetTabsProps) {
  const styles = useStyles();
  const strip = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    const at = sheets.findIndex((sheet) => sheet.id === active) + step;
    const next = sheets[at];
    if (!next) return;
    onShow(next.id);
    (strip.current?.children[at] as HTMLElement | undefined)?.focus();
  };
  return (
    <div ref={strip} role="tablist" aria-label={label} className={styles.strip} onKeyDown={move}>
      {sheets.map((sheet) => {
        const selected = sheet.id === active;
        return (
          <button
            key={sheet.id}
            type="button"
            role="tab"
            aria-selected={selected}
            tabIndex={selected ? 0 : -1}
            className={mergeClasses(styles.tab, selected && styles.active)}
            style={{ borderBottomColor: sheet.tabColor || 'transparent' }}
            onClick={() => onShow(sheet.id)}
          >
            {sheet.name}
          </button>
        );
      })}
    </div>
  );
}
