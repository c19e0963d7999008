import type { CellValue } from '../rules';
import type { SheetColumn } from '../catalog/sheets/columns';
import { message, type Lang } from '../messages';
import type { ColumnSpec, ListSpec, SheetSpec, TableBlock, WorkbookSpec } from '../workbook';

/** A table that people edit in a workbook, to be read back by its headers. */
export interface EditTable {
  /** Of the sheet. */
  name: string;
  /** How to fill it. */
  lead: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly CellValue[])[];
  /** Rows for what someone adds. */
  spare: number;
  /** Headers of what is only read. */
  fixed?: readonly string[];
}

/** A workbook of such tables, one a sheet, with drop-downs where words are fixed. */
export function describeEditBook(
  lang: Lang,
  title: string,
  prefix: string,
  tables: readonly EditTable[],
): WorkbookSpec {
  const lists = new Map<string, ListSpec>();
  for (const { columns } of tables) for (const column of columns) listOf(prefix, column, lists);
  return {
    lang,
    title,
    sheets: [
      ...tables.map((table) => tableSheet(prefix, table, lists)),
      ...(lists.size > 0 ? [wordsSheet(lang, prefix, [...lists.values()])] : []),
    ],
    lists: [...lists.values()],
  };
}

/** Columns with the same words share a list. */
function listOf(
  prefix: string,
  { words, header }: SheetColumn,
  lists: Map<string, ListSpec>,
): string | undefined {
  if (!words) return undefined;
  const key = words.join(' ');
  const known = lists.get(key);
  if (known) return known.id;
  const id = `${prefix}.${lists.size + 1}`;
  lists.set(key, {
    id,
    name: `List.${prefix}${lists.size + 1}`,
    title: header,
    entries: words.map((word) => ({ id: word, label: word })),
  });
  return id;
}

function widthOf({ header, kind, words }: SheetColumn): number {
  if (header === 'about' || header === 'value') return 60;
  if (kind === 'number' || kind === 'boolean' || words) return 12;
  return kind === 'text' && header.includes('.') ? 40 : 30;
}

function tableSheet(
  prefix: string,
  { name, lead, columns, rows, spare, fixed = [] }: EditTable,
  lists: Map<string, ListSpec>,
): SheetSpec {
  const specs = columns.map((column): ColumnSpec => {
    const list = listOf(prefix, column, lists);
    return {
      id: column.header,
      header: column.header,
      role: fixed.includes(column.header) ? 'content' : 'input',
      kind: 'text',
      width: widthOf(column),
      ...(list !== undefined && { list }),
      ...(column.about !== undefined && { prompt: column.about.slice(0, 250) }),
      ...(column.header === 'id' && { look: 'strong' as const }),
    };
  });
  const id = `${prefix}.${name}`;
  const table: TableBlock = {
    kind: 'table',
    id,
    name: `${prefix}${name}`,
    columns: specs,
    rows: rows.map((row, i) => ({
      id: `${name}.${i + 1}`,
      cells: Object.fromEntries(specs.map((column, c) => [column.id, row[c] ?? null])),
    })),
    spare: rows.length === 0 ? Math.max(1, spare) : spare,
    filter: true,
  };
  return {
    id,
    name,
    tab: 'step',
    visibility: 'Visible',
    flow: 'down',
    page: { orientation: 'Landscape' },
    freeze: { table: table.id, column: specs[0]?.id ?? '' },
    blocks: [
      {
        kind: 'text',
        id: `${id}.head`,
        rows: [[{ text: name, look: 'title' }], [{ text: lead, look: 'subtitle' }]],
      },
      table,
    ],
  };
}

function wordsSheet(lang: Lang, prefix: string, lists: ListSpec[]): SheetSpec {
  const id = `${prefix}.words`;
  const lead = message(lang, 'editBook.words');
  return {
    id,
    name: 'Words',
    tab: 'hidden',
    visibility: 'Visible',
    flow: 'right',
    page: { orientation: 'Landscape' },
    blocks: [
      { kind: 'text', id: `${id}.head`, rows: [[{ text: lead, look: 'subtitle' }]] },
      ...lists.map((list, i): TableBlock => ({
        kind: 'table',
        id: `list.${list.id}`,
        name: `${prefix}Words${i + 1}`,
        list: list.id,
        columns: [{ id: 'entry', header: list.title, role: 'content', kind: 'text', width: 20 }],
        rows: list.entries.map(({ id: entry, label }) => ({ id: entry, cells: { entry: label } })),
        spare: 0,
        filter: false,
      })),
    ],
  };
}
