import { naturalKey } from '../engagement/register';
import type { Found, Grid } from './grid';
import type { SentTable, Value } from './sent';
import { bare } from './words';

/** Rows that people put into a table of items and that are none: totals, headers, titles, lines. */

const sums =
  /^(?:(?:grand|sub)[- ]?)?totals?(?:\s*[(（:：].*)?$|^sum(?:\s*[(（:：].*)?$|^(?:合计|总计|小计|共计|总额|合計|總計|小計|共計|總額)(?:\s*[(（:：].*)?$/i;
const instructions = /^(?:please|note\s*[:：]|e\.g\.|example\s*[:：]|请|請|注[:：]|说明[:：]|說明[:：]|例[:：]|示例|填写说明|填寫說明)/i; // prettier-ignore
/** What says that there is nothing, or what stands above. */
const nothing =
  /^(?:n\/?a|none|nil|nothing|ditto|(?:same )?as above|see above|无|無|没有|沒有|暂无|暫無|不适用|不適用|同上|如上|略)[.。]?$/i;
/** Numbered as chapters are, or followed by what belongs to it. */
const chapter = /^(?:[一二三四五六七八九十]+\s*[、.．]|第.{1,3}(?:章|节|節|部分|部份)|(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})\.\s|(?:part|section|chapter)\s+\w+\b)|[:：]$/i; // prettier-ignore
const rule = /^[-–—―_=~·.*•…\s]+$/;

/**
 * @param cells what the row says, by column
 * @param above what stands above it in the same table
 * @param isApart whether it stands where rows of one's own do not: among those that were sent, or far below
 */
export function isNoItem(
  table: SentTable,
  found: Found,
  row: number,
  cells: Readonly<Record<string, Value>>,
  above: RunningSums,
  isApart: boolean,
): boolean {
  const [name = ''] = naturalKey(table.id);
  const raw = found.grid.givenIn(row);
  const texts = raw.map(({ value }) => String(value).trim());
  if (texts.every((text) => rule.test(text))) return true;
  if (isHeader(table, found, raw)) return true;
  const others = Object.keys(cells).filter((column) => column !== name);
  const title = typeof cells[name] === 'string' ? cells[name].trim() : '';
  if (sums.test(title) || nothing.test(title)) return true;
  // With a name of its own it may well be an item that happens to be as much as another.
  if (above.isSum(row, title === '' ? 1 : 2)) return true;
  if (others.length > 0 || raw.length > 1) return false;
  if (table.columns.some(({ id, list }) => id === name && list !== undefined)) return false;
  return (
    isApart ||
    instructions.test(title) ||
    chapter.test(title) ||
    asksNumbers(table) ||
    isMergedAcross(found, row)
  );
}

/** The header once more: every cell says what its column is called, and there are two at least. */
function isHeader(
  { columns }: SentTable,
  { positions }: Found,
  raw: ReturnType<Grid['givenIn']>,
): boolean {
  const titles = new Map(columns.map(({ id, header }) => [positions.get(id), bare(header)]));
  return raw.length > 1 && raw.every(({ column, value }) => titles.get(column) === bare(value));
}

const asksNumbers = ({ columns }: SentTable) =>
  columns.some(({ fill, kind, list }) => fill && !list && kind !== 'text' && kind !== 'date');

/** Numbers of a table's columns, added up from its first row on. */
export class RunningSums {
  private readonly sums = new Map<number, { sum: number; count: number }>();

  constructor(
    private readonly table: SentTable,
    private readonly found: Found,
  ) {}

  add(row: number): void {
    for (const { column, value } of this.numbers(row)) {
      const { sum, count } = this.sums.get(column) ?? { sum: 0, count: 0 };
      this.sums.set(column, { sum: sum + value, count: count + (value === 0 ? 0 : 1) });
    }
  }

  /** Whether every number of a row is what stands above, added up, and in how many it is of several. */
  isSum(row: number, least: number): boolean {
    const numbers = this.numbers(row);
    let several = 0;
    for (const { column, value } of numbers) {
      const { sum, count } = this.sums.get(column) ?? { sum: 0, count: 0 };
      if (Math.abs(sum - value) > 1e-6 * Math.max(1, Math.abs(sum))) return false;
      if (count > 1) several += 1;
    }
    return several >= least;
  }

  private numbers(row: number): { column: number; value: number }[] {
    return this.table.columns.flatMap(({ id, fill, kind, list }) => {
      const column = this.found.positions.get(id);
      if (!fill || list || kind === 'text' || kind === 'date' || column === undefined) return [];
      const value = this.found.grid.at(row, column);
      return typeof value === 'number' ? [{ column, value }] : [];
    });
  }
}

const isMergedAcross = ({ grid }: Found, row: number) =>
  grid.sheet.merges.some(
    (area) => area.columns > 1 && area.row <= row && row < area.row + area.rows,
  );
