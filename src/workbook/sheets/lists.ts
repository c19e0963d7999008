import { say, type Context } from '../context';
import type { ListSpec, SheetSpec, TableBlock } from '../spec';

/** The drop-down entries, one table a list. */
export function listsSheet(context: Context, lists: ListSpec[]): SheetSpec {
  return {
    id: 'lists',
    name: say(context, 'sheet.lists'),
    tab: 'guide',
    visibility: 'Visible',
    flow: 'right',
    page: { orientation: 'Landscape' },
    blocks: [
      {
        kind: 'text',
        id: 'lists.head',
        rows: [
          [{ text: say(context, 'sheet.lists'), look: 'title' }],
          [{ text: say(context, 'lists.lead'), look: 'subtitle' }],
        ],
      },
      ...lists.map((list): TableBlock => ({
        kind: 'table',
        id: `list.${list.id}`,
        name: list.name.replace('.', ''),
        positional: true,
        columns: [
          {
            id: 'entry',
            header: list.title,
            role: list.open ? 'input' : 'content',
            kind: 'text',
            width: Math.min(
              40,
              Math.max(12, ...list.entries.map(({ label }) => displayWidth(label) + 2)),
            ),
          },
        ],
        rows: list.entries.map(({ id, label }) => ({ id, cells: { entry: label } })),
        spare: 0,
        filter: false,
      })),
    ],
  };
}

/** CJK characters are two columns wide. */
const displayWidth = (text: string) =>
  [...text].reduce((width, character) => width + (character > '\u2e80' ? 2 : 1), 0);
