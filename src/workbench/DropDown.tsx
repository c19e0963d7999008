import {
  Button,
  makeStyles,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { ChevronDownFilled } from '@fluentui/react-icons/svg/chevron-down';
import type { Box } from './grid/geometry';

interface DropDownProps {
  label: string;
  box: Box;
  entries: readonly string[];
  value: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChoose: (entry: string) => void;
}

const useStyles = makeStyles({
  arrow: {
    position: 'absolute',
    minWidth: 'unset',
    width: '20px',
    height: '20px',
    padding: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  list: { maxHeight: '280px', overflowY: 'auto' },
});

/** The arrow beside a cell with a list, and what it offers. */
export function DropDown({ label, box, entries, value, open, onOpen, onChoose }: DropDownProps) {
  const styles = useStyles();
  return (
    <Menu
      open={open}
      onOpenChange={(_, data) => onOpen(data.open)}
      checkedValues={{ entry: [value] }}
      onCheckedValueChange={(_, { checkedItems }) => onChoose(checkedItems[0] ?? '')}
      positioning="below-end"
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={styles.arrow}
          style={{ left: box.left + box.width + 1, top: box.top + box.height - 20 }}
          icon={<ChevronDownFilled fontSize={12} />}
          aria-label={label}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList className={styles.list}>
          {entries.map((entry) => (
            <MenuItemRadio key={entry} name="entry" value={entry}>
              {entry}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
