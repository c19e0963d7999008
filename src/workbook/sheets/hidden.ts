import { content } from '../columns';
import { say, type Context } from '../context';
import { linkBlocks, needBlock, pageBlocks } from '../links';
import { pathBlock } from '../paths';
import { isKeyed } from '../fill';
import { fingerprint, textColumns } from '../fingerprint';
import type { SheetSpec, TableBlock } from '../spec';
import { describeTable } from '../table';

/** The layout's own version: what a later add-in needs to know to read this workbook. */
export const layoutVersion = 4;

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
  hidden(context, 'links', [
    ...linkBlocks(context),
    ...pageBlocks(context),
    needBlock(context),
    pathBlock(context),
  ]);

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
    ...context.catalogs.flatMap(({ id, carried }) =>
      carried.map((text, i): [string, string] => [`carried.${id}.${i + 1}`, text]),
    ),
  ];
  const laid = described
    .flatMap((sheet) => sheet.blocks)
    .filter((block) => block.kind === 'table')
    .filter((block) => isKeyed(block) || block.list !== undefined)
    .flatMap((block) => laidRows(block, context.engagement.removed[block.id] ?? []));
  return hidden(context, 'provenance', [
    describeTable('Provenance', {
      columns: [
        content(context, 'key', 'column.key', 24),
        content(context, 'value', 'column.value', 40),
      ],
      rows: facts.map(([key, value]) => ({ id: key, cells: { key, value } })),
      spare: 0,
      filter: false,
    }),
    describeTable('ProvenanceRows', {
      columns: [
        content(context, 'table', 'column.table', 18),
        content(context, 'row', 'column.row', 40),
        content(context, 'texts', 'column.texts', 40),
      ],
      rows: laid.map((cells) => ({ id: `${cells.table} ${cells.row}`, cells })),
      spare: laid.length === 0 ? 1 : 0,
      filter: false,
    }),
  ]);
}

/** The rows that a table is laid out with, and fingerprints of what their texts say before anyone changes them. */
function laidRows(block: TableBlock, removed: string[]) {
  const texts = textColumns(block);
  const rows = block.rows
    .map(({ id, cells, defaults }) => ({ id, cells: block.list === undefined ? cells : defaults }))
    .flatMap(({ id, cells }) => (cells ? [{ id, cells }] : []));
  const here = new Set(rows.map(({ id }) => id));
  return [
    ...rows.map(({ id, cells }) => ({
      table: block.id,
      row: id,
      texts: texts.map((column) => fingerprint(cells[column.id])).join(' '),
    })),
    ...removed.filter((id) => !here.has(id)).map((row) => ({ table: block.id, row, texts: '' })),
  ];
}
