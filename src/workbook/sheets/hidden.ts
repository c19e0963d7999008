import { content } from '../columns';
import { say, type Context } from '../context';
import { linkBlocks } from '../links';
import { pathBlock } from '../paths';
import type { SheetSpec, TableBlock } from '../spec';

/** The layout's own version: what a later add-in needs to know to read this workbook. */
export const layoutVersion = 1;

const hidden = (context: Context, id: 'links' | 'provenance', blocks: TableBlock[]): SheetSpec => ({
  id,
  name: say(context, `sheet.${id}`),
  tab: 'hidden',
  visibility: 'VeryHidden',
  flow: 'right',
  page: { orientation: 'Landscape' },
  blocks,
});

/** The links between steps, from which Suggested and Trace are computed. */
export const linksSheet = (context: Context): SheetSpec =>
  hidden(context, 'links', [...linkBlocks(context), pathBlock(context)]);

/** Where this workbook comes from, and which rows it was laid out with. */
export function provenanceSheet(context: Context, described: SheetSpec[]): SheetSpec {
  const facts: [string, string | number][] = [
    ['layout', layoutVersion],
    ['addIn', context.addInVersion],
    ['lang', context.lang],
    ...context.catalogs.map(({ id, version, hash }): [string, string] => [
      `catalog.${id}`,
      `${version} ${hash}`,
    ]),
  ];
  const laid = described
    .flatMap((sheet) => sheet.blocks)
    .filter((block) => block.kind === 'table')
    .filter((block) => block.store !== undefined)
    .flatMap((block) => [
      ...block.rows.map((row) => ({ table: block.id, row: row.id })),
      ...(context.engagement.removed[block.store as string] ?? []).map((row) => ({
        table: block.id,
        row,
      })),
    ]);
  return hidden(context, 'provenance', [
    {
      kind: 'table',
      id: 'provenance.facts',
      name: 'Provenance',
      columns: [
        content(context, 'key', 'column.key', 24),
        content(context, 'value', 'column.value', 40),
      ],
      rows: facts.map(([key, value]) => ({ id: key, cells: { key, value } })),
      spare: 0,
      filter: false,
    },
    {
      kind: 'table',
      id: 'provenance.rows',
      name: 'ProvenanceRows',
      columns: [
        content(context, 'table', 'column.table', 18),
        content(context, 'row', 'column.row', 40),
      ],
      rows: laid.map(({ table, row }) => ({ id: `${table} ${row}`, cells: { table, row } })),
      spare: laid.length === 0 ? 1 : 0,
      filter: false,
    },
  ]);
}
