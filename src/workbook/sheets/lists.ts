import { say, type Context } from '../context';
import { listTable, listTableName } from '../lists';
import type { ListSpec, SheetSpec, TableBlock } from '../spec';
import { sheetHead } from '../texts';

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
      sheetHead(context, 'lists', 'sheet.lists', 'lists.lead'),
      ...lists.map((list): TableBlock => ({
        kind: 'table',
        id: listTable(list.id),
        name: listTableName(list.id),
        list: list.id,
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
        rows: list.entries.map(({ id, label, usual }) => ({
          id,
          // A word that someone has changed stands here even where formulas go on with the usual one.
          cells: { entry: context.engagement.edits[listTable(list.id)]?.[id]?.entry ?? label },
          ...(usual !== undefined && { defaults: { entry: usual } }),
        })),
        spare: 0,
        filter: false,
      })),
    ],
  };
}

/** CJK characters are two columns wide. */
const displayWidth = (text: string) =>
  [...text].reduce((width, character) => width + (character > '\u2e80' ? 2 : 1), 0);
