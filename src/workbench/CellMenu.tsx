import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import { message, type Lang, type MessageKey } from '../messages';

export type CellAction =
  'cut' | 'copy' | 'paste' | 'clear' | 'up' | 'down' | 'only' | 'all' | 'find';

interface CellMenuProps {
  lang: Lang;
  /** Where it was asked for, in pixels of the browser's window. */
  at: { x: number; y: number } | undefined;
  /** The cell is in a table, and whether that is filtered by its column. */
  inTable: boolean;
  filtered: boolean;
  onDo: (action: CellAction) => void;
  onClose: () => void;
}

const keys: Partial<Record<CellAction, string>> = {
  cut: 'Ctrl+X',
  copy: 'Ctrl+C',
  paste: 'Ctrl+V',
  clear: 'Del',
  find: 'Ctrl+F',
};

/** What can be done to the selected cells, as a right click offers it. */
export function CellMenu({ lang, at, inTable, filtered, onDo, onClose }: CellMenuProps) {
  const target = at && {
    getBoundingClientRect: () => DOMRect.fromRect({ x: at.x, y: at.y, width: 0, height: 0 }),
  };
  const item = (action: CellAction, disabled = false) => (
    <MenuItem
      key={action}
      disabled={disabled}
      secondaryContent={keys[action]}
      onClick={() => onDo(action)}
    >
      {message(lang, `pane.workbench.cell.${action}` as MessageKey)}
    </MenuItem>
  );
  return (
    <Menu
      open={at !== undefined}
      onOpenChange={(_, { open }) => !open && onClose()}
      positioning={{ target: target ?? null, position: 'below', align: 'start' }}
    >
      <MenuPopover>
        <MenuList>
          {(['cut', 'copy', 'paste', 'clear'] as const).map((action) => item(action))}
          <MenuDivider />
          {(['up', 'down', 'only'] as const).map((action) => item(action, !inTable))}
          {item('all', !filtered)}
          <MenuDivider />
          {item('find')}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
