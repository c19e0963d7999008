import { content, key } from '../columns';
import { say, type Context } from '../context';
import type { SheetSpec } from '../spec';
import { describeTable } from '../table';

/** How exports become readings. Only there once a mapping has been taken in. */
export function mappingSheets(context: Context): SheetSpec[] {
  if (!context.mapped && Object.keys(context.engagement.mapping).length === 0) return [];
  return [
    {
      id: 'mapping',
      name: say(context, 'sheet.mapping'),
      tab: 'hidden',
      visibility: 'VeryHidden',
      flow: 'right',
      page: { orientation: 'Landscape' },
      blocks: [
        describeTable('Mapping', {
          columns: [
            { ...key(context), hidden: false, width: 40 },
            content(context, 'says', 'readings.column.says', 100),
          ],
          rows: [],
          spare: 0,
          filter: false,
        }),
      ],
    },
  ];
}
