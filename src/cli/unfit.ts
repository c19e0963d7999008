import { serialOfIso } from '../rules';
import type { Engagement, Store } from '../engagement/schema';
import { message, type Lang } from '../messages';
import type { CellValue, ColumnSpec, TableBlock, WorkbookSpec } from '../workbook';

export interface Unfit {
  severity: 'error' | 'warning';
  text: string;
}

type Rows = Record<string, Record<string, CellValue | undefined>>;

/**
 * What an engagement says that its catalogs have no place for: rows they do not have, words that no
 * drop-down offers, words where a number or date belongs.
 * @param blank the workbook as described without answers
 */
export function unfitParts(lang: Lang, engagement: Engagement, blank: WorkbookSpec): Unfit[] {
  const blocks = blank.sheets.flatMap((sheet) => sheet.blocks);
  const lists = new Map(blank.lists.map((list) => [list.id, list]));
  const offered = (list: string | undefined, value: CellValue) => {
    const known = lists.get(list ?? '');
    return (
      !known || known.open || known.entries.some(({ id, label }) => id === value || label === value)
    );
  };
  const cell = (
    column: Pick<ColumnSpec, 'kind' | 'list'>,
    value: CellValue,
    place: string,
  ): Unfit[] => {
    const params = { place, found: String(value) };
    if (!offered(column.list, value))
      return [{ severity: 'warning', text: message(lang, 'cli.unfit.word', params) }];
    if (
      column.kind === 'date' ? isDate(value) : column.kind === 'text' || typeof value === 'number'
    )
      return [];
    const key = column.kind === 'date' ? 'cli.unfit.date' : 'cli.unfit.number';
    return [{ severity: 'warning', text: message(lang, key, params) }];
  };
  const table = (block: TableBlock): Unfit[] => {
    const answers = engagement[block.store as Store] as Rows;
    const known = new Set(block.rows.map((row) => row.id));
    return Object.entries(answers).flatMap(([id, values]) => {
      const place = `${block.store}.${id}`;
      const isOwn = block.customPrefix !== undefined && id.startsWith(block.customPrefix);
      if (!known.has(id) && !isOwn && !values.item)
        return [{ severity: 'error' as const, text: message(lang, 'cli.unfit.row', { place }) }];
      return block.columns.flatMap((column) => {
        const value = values[column.id];
        return value === undefined || value === null
          ? []
          : cell(column, value, `${place}.${column.id}`);
      });
    });
  };
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return block.store === undefined ? [] : table(block);
    if (block.kind !== 'fields') return [];
    return block.fields.flatMap((field) => {
      const value = (engagement.settings as Record<string, CellValue | undefined>)[field.id];
      return !field.stored || value === undefined || value === null
        ? []
        : cell(field, value, `settings.${field.id}`);
    });
  });
}

const isDate = (value: CellValue) => typeof value === 'string' && serialOfIso(value) !== undefined;
