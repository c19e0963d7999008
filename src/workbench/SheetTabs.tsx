import {
  Button,
  Caption1,
  makeStyles,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { NavigationRegular } from '@fluentui/react-icons/svg/navigation';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Sheet } from '../book';
import { message, type Lang } from '../messages';
import type { Sums } from './cells/sums';

interface SheetTabsProps {
  lang: Lang;
  sheets: readonly Sheet[];
  active: string;
  /** Of the selected cells, where they are several. */
  sums: Sums | undefined;
  onShow: (id: string) => void;
  onFind: () => void;
}

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  strip: { display: 'flex', overflowX: 'auto', flexGrow: 1, minWidth: 0, scrollbarWidth: 'thin' },
  sums: { whiteSpace: 'nowrap', paddingInline: tokens.spacingHorizontalM },
  list: { maxHeight: '60vh', overflowY: 'auto' },
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
export function SheetTabs({ lang, sheets, active, sums, onShow, onFind }: SheetTabsProps) {
  const styles = useStyles();
  const strip = useRef<HTMLDivElement>(null);
  const place = sheets.findIndex((sheet) => sheet.id === active);
  const tabAt = (at: number) => strip.current?.children[at] as HTMLElement | undefined;
  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const next = step === undefined ? undefined : sheets[place + step];
    if (!next || step === undefined) return;
    onShow(next.id);
    tabAt(place + step)?.focus();
  };
  // The tab in front is seen, whoever brought it there.
  useEffect(() => {
    tabAt(place)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [place]);
  const beside = (step: 1 | -1) => {
    const next = sheets[place + step];
    const key = step === 1 ? 'pane.workbench.sheet.next' : 'pane.workbench.sheet.previous';
    return (
      <Button
        size="small"
        appearance="subtle"
        icon={step === 1 ? <ChevronRightRegular /> : <ChevronLeftRegular />}
        aria-label={message(lang, key)}
        disabled={!next}
        onClick={() => next && onShow(next.id)}
      />
    );
  };
  return (
    <div className={styles.foot}>
      <Menu
        checkedValues={{ sheet: [active] }}
        onCheckedValueChange={(_, { checkedItems }) => checkedItems[0] && onShow(checkedItems[0])}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="subtle"
            icon={<NavigationRegular />}
            aria-label={message(lang, 'pane.workbench.sheet.all')}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList className={styles.list}>
            {sheets.map(({ id, name }) => (
              <MenuItemRadio key={id} name="sheet" value={id}>
                {name}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {beside(-1)}
      {beside(1)}
      <div
        ref={strip}
        role="tablist"
        aria-label={message(lang, 'pane.workbench.sheets')}
        className={styles.strip}
        onKeyDown={move}
      >
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
      {sums && (
        <Caption1 className={styles.sums} role="status">
          {told(lang, sums)}
        </Caption1>
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={<SearchRegular />}
        aria-label={message(lang, 'pane.workbench.find')}
        onClick={onFind}
      />
    </div>
  );
}

function told(lang: Lang, { count, numbers, sum }: Sums): string {
  const write = (value: number) =>
    new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }).format(value);
  return numbers === 0
    ? message(lang, 'pane.workbench.count', { count: write(count) })
    : message(lang, 'pane.workbench.sums', {
        average: write(sum / numbers),
        count: write(count),
        sum: write(sum),
      });
}
