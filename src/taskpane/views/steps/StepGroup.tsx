import {
  Button,
  Caption1,
  Caption1Strong,
  makeStyles,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useState, type ReactNode } from 'react';
import { useSay } from '../../words/say';
import type { Group, StepItem } from './stepItems';

interface StepGroupProps {
  group: Group;
  open: boolean;
  onOpen: (open: boolean) => void;
  row: (item: StepItem) => ReactNode;
}

const useStyles = makeStyles({
  head: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'center',
    width: '100%',
    padding: '8px 0',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
  },
  heading: { margin: 0 },
  name: { margin: 0 },
  icon: { fontSize: '20px', display: 'flex' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  module: { display: 'block', padding: '10px 0 4px', color: tokens.colorNeutralForeground2 },
});

/** So many are shown at once: a list of thousands would be slow and nobody reads it. */
const most = 100;

/** A dimension with its modules; its items are drawn when it is open. */
export function StepGroup({ group, open, onOpen, row }: StepGroupProps) {
  const say = useSay();
  const styles = useStyles();
  const [shown, setShown] = useState(most);
  const picked = group.items.filter(({ pick }) => pick === 'yes').length;
  const parts = group.modules.length > 0 ? group.modules : [{ name: '', items: group.items }];
  let room = shown;
  return (
    <section>
      <h2 className={styles.heading}>
        <button
          type="button"
          className={styles.head}
          aria-expanded={open}
          onClick={() => onOpen(!open)}
        >
          <span className={styles.icon}>
            {open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          </span>
          <Subtitle2 className={styles.name}>{group.name}</Subtitle2>
          <Caption1>{say('pane.count.of', { count: picked, all: group.items.length })}</Caption1>
        </button>
      </h2>
      {open &&
        parts.map(({ name, items }) => {
          const visible = items.slice(0, Math.max(0, room));
          room -= items.length;
          if (visible.length === 0) return null;
          return (
            <div key={name}>
              {name !== '' && <Caption1Strong className={styles.module}>{name}</Caption1Strong>}
              <ul className={styles.list}>{visible.map(row)}</ul>
            </div>
          );
        })}
      {open && room < 0 && (
        <Button appearance="subtle" onClick={() => setShown(shown + most)}>
          {say('pane.findings.more', { count: -room })}
        </Button>
      )}
    </section>
  );
}
