import { Button, Caption1, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState, type KeyboardEvent } from 'react';
import type { Book } from '../book';
import { message, type Lang } from '../messages';
import { findAll, nextOf, type Found } from './cells/find';
import type { Selected } from './grid/selection';

interface FindBarProps {
  lang: Lang;
  book: Book;
  /** What is selected: the search goes on from there. */
  at: Selected | undefined;
  onGo: (found: Found) => void;
  onClose: () => void;
}

const useStyles = makeStyles({
  bar: {
    position: 'absolute',
    top: '32px',
    right: '20px',
    left: '20px',
    marginInlineStart: 'auto',
    maxWidth: 'max-content',
    zIndex: 2,
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
  text: { minWidth: '60px', width: '200px' },
  count: { minWidth: '64px', textAlign: 'center', color: tokens.colorNeutralForeground2 },
});

/** Looks for a text in all sheets, one place after the other. */
export function FindBar({ lang, book, at, onGo, onClose }: FindBarProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [told, setTold] = useState('');
  const start = { sheet: book.activeSheet, row: 0, column: -1 };

  const go = (step: 1 | -1) => {
    const found = findAll(book, text);
    const next = nextOf(book, found, at ?? start, step);
    const place = found[next];
    if (place) onGo(place);
    const count = { at: next + 1, count: found.length };
    setTold(message(lang, place ? 'pane.workbench.find.count' : 'pane.workbench.find.none', count));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
    if (event.key === 'Escape') onClose();
  };
  return (
    <search className={styles.bar} onKeyDown={press}>
      <Input
        autoFocus
        size="small"
        className={styles.text}
        aria-label={message(lang, 'pane.workbench.find')}
        placeholder={message(lang, 'pane.workbench.find')}
        value={text}
        onChange={(_, { value }) => {
          setText(value);
          setTold('');
        }}
      />
      <Caption1 className={styles.count} aria-live="polite">
        {told}
      </Caption1>
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronUpRegular />}
        aria-label={message(lang, 'pane.workbench.find.previous')}
        onClick={() => go(-1)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronDownRegular />}
        aria-label={message(lang, 'pane.workbench.find.next')}
        onClick={() => go(1)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={message(lang, 'pane.workbench.find.close')}
        onClick={onClose}
      />
    </search>
  );
}
