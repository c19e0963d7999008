import {
  Button,
  Checkbox,
  Input,
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components';
import { ArrowSortDownLinesRegular } from '@fluentui/react-icons/svg/arrow-sort-down-lines';
import { ArrowSortUpLinesRegular } from '@fluentui/react-icons/svg/arrow-sort-up-lines';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { FilterFilled } from '@fluentui/react-icons/svg/filter';
import { useState } from 'react';
import { message, type Lang, type MessageKey } from '../messages';
import type { TableColumn } from './cells/tableColumn';
import type { Box } from './grid/geometry';

interface ColumnMenuProps {
  lang: Lang;
  column: TableColumn;
  box: Box;
  /** What the column says; asked for once the menu is open. */
  texts: () => readonly string[];
  onSort: (ascending: boolean) => void;
  /** The texts that are kept; undefined for all. */
  onFilter: (kept: readonly string[] | undefined) => void;
}

const useStyles = makeStyles({
  button: {
    position: 'absolute',
    minWidth: 'unset',
    width: '18px',
    height: '18px',
    padding: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    pointerEvents: 'auto',
  },
  filtered: { color: tokens.colorBrandForeground1 },
  surface: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    width: '240px',
    padding: tokens.spacingHorizontalM,
  },
  sort: { justifyContent: 'flex-start' },
  list: { maxHeight: '220px', overflowY: 'auto', display: 'flex', flexDirection: 'column' },
  actions: { display: 'flex', gap: '8px' },
});

/** The button in a table's header: sorts by the column, and shows only what is ticked. */
export function ColumnMenu({ lang, column, box, texts, onSort, onFilter }: ColumnMenuProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const say = (key: MessageKey, params?: Record<string, string>) => message(lang, key, params);
  const { kept, name } = column;
  const done = (act: () => void) => {
    setOpen(false);
    act();
  };
  return (
    <Popover
      open={open}
      onOpenChange={(_, data) => setOpen(data.open)}
      positioning="below-end"
      trapFocus
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button
          className={mergeClasses(styles.button, kept && styles.filtered)}
          style={{ left: box.left + box.width - 20, top: box.top + box.height - 20 }}
          icon={kept ? <FilterFilled fontSize={12} /> : <ChevronDownRegular fontSize={12} />}
          tabIndex={-1}
          aria-label={say('pane.workbench.column', { name })}
        />
      </PopoverTrigger>
      <PopoverSurface
        className={styles.surface}
        aria-label={say('pane.workbench.column', { name })}
      >
        {([true, false] as const).map((ascending) => (
          <Button
            key={String(ascending)}
            className={styles.sort}
            appearance="subtle"
            icon={ascending ? <ArrowSortUpLinesRegular /> : <ArrowSortDownLinesRegular />}
            onClick={() => done(() => onSort(ascending))}
          >
            {say(ascending ? 'pane.workbench.sort.up' : 'pane.workbench.sort.down')}
          </Button>
        ))}
        {open && (
          <Choices
            say={say}
            texts={texts()}
            kept={kept}
            onFilter={(chosen) => done(() => onFilter(chosen))}
          />
        )}
      </PopoverSurface>
    </Popover>
  );
}

interface ChoicesProps {
  say: (key: MessageKey) => string;
  texts: readonly string[];
  kept: readonly string[] | undefined;
  onFilter: (kept: readonly string[] | undefined) => void;
}

/** Longer lists are found in by typing. */
const most = 200;

function Choices({ say, texts, kept, onFilter }: ChoicesProps) {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState(() => new Set(kept ?? texts));
  const shown = texts.filter((text) => text.toLowerCase().includes(search.toLowerCase()));
  const all = shown.every((text) => chosen.has(text));
  const toggle = (some: readonly string[], on: boolean) =>
    setChosen((now) => {
      const next = new Set(now);
      for (const text of some) {
        if (on) next.add(text);
        else next.delete(text);
      }
      return next;
    });
  return (
    <>
      <Input
        size="small"
        aria-label={say('pane.workbench.filter.search')}
        placeholder={say('pane.workbench.filter.search')}
        value={search}
        onChange={(_, { value }) => setSearch(value)}
      />
      <div className={styles.list}>
        <Checkbox
          label={say('pane.workbench.filter.all')}
          checked={all ? true : shown.some((text) => chosen.has(text)) ? 'mixed' : false}
          onChange={() => toggle(shown, !all)}
        />
        {shown.slice(0, most).map((text) => (
          <Checkbox
            key={text}
            label={text === '' ? say('pane.workbench.filter.blank') : text}
            checked={chosen.has(text)}
            onChange={(_, { checked }) => toggle([text], checked === true)}
          />
        ))}
      </div>
      <div className={styles.actions}>
        <Button
          size="small"
          appearance="primary"
          disabled={chosen.size === 0}
          onClick={() => onFilter(chosen.size === texts.length ? undefined : [...chosen])}
        >
          {say('pane.workbench.filter.apply')}
        </Button>
        <Button size="small" disabled={!kept} onClick={() => onFilter(undefined)}>
          {say('pane.workbench.filter.clear')}
        </Button>
      </div>
    </>
  );
}
