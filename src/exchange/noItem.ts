import { naturalKey } from '../engagement/register';
import { givenIn, type Found } from './grid';
import type { SentTable, Value } from './sent';
import { bare } from './words';

/** Rows that people put into a table of items and that are none: totals, headers, titles, lines. */

const sums =
  /^(?:(?:grand|sub)[- ]?)?totals?(?:\s*[(（:：].*)?$|^sum(?:\s*[(（:：].*)?$|^(?:合计|总计|小计|共计|总额|合計|總計|小計|共計|總額)(?:\s*[(（:：].*)?$/i;
const instructions = /^(?:please|note\s*[:：]|e\.g\.|example\s*[:：]|请|請|注[:：]|说明[:：]|說明[:：]|例[:：]|示例|填写说明|填寫說明)/i; // prettier-ignore
const rule = /^[-–—―_=~·.*•…\s]+$/;

/**
 * @param cells what the row says, by column
 * @param above rows above it in the same table
 */
export function isNoItem(
  table: SentTable,
  found: Found,
  row: number,
  cells: Readonly<Record<string, Value>>,
  above: readonly number[],
): boolean {
  const [name = ''] = naturalKey(table.id);
  const raw = givenIn(found.grid, row);
  const texts = raw.map(({ value }) => String(value).trim());
  if (texts.every((text) => rule.test(text))) return true;
  if (isHeader(table, found, raw)) return true;
  const others = Object.keys(cells).filter((column) => column !== name);
  const title = typeof cells[name] === 'string' ? cells[name].trim() : '';
  if (sums.test(title)) return true;
  if (isSum(table, found, row, above, title === '')) return true;
  if (others.length > 0 || raw.length > 1) return false;
  if (table.columns.some(({ id, list }) => id === name && list !== undefined)) return false;
  return instructions.test(title) || asksNumbers(table) || isMergedAcross(found, row);
}

/** The header once more: every cell says what its column is called, and there are two at least. */
function isHeader(
  { columns }: SentTable,
  { positions }: Found,
  raw: ReturnType<typeof givenIn>,
): boolean {
  const titles = new Map(columns.map(({ id, header }) => [positions.get(id), bare(header)]));
  return raw.length > 1 && raw.every(({ column, value }) => titles.get(column) === bare(value));
}

const asksNumbers = ({ columns }: SentTable) =>
  columns.some(({ fill, kind, list }) => fill && !list && kind !== 'text' && kind !== 'date');

/** What stands above, added up: in every number of the row, and in two at least where it has a name. */
function isSum(
  { columns }: SentTable,
  { grid, positions }: Found,
  row: number,
  above: readonly number[],
  isNameless: boolean,
): boolean {
  if (above.length < 2) return false;
  let equal = 0;
  for (const { id, fill, kind, list } of columns) {
    const column = positions.get(id);
    if (!fill || list || kind === 'text' || kind === 'date' || column === undefined) continue;
    const value = grid.at(row, column);
    if (typeof value !== 'number') continue;
    const given = above.flatMap((one) => {
      const other = grid.at(one, column);
      return typeof other === 'number' && other !== 0 ? [other] : [];
    });
    const sum = given.reduce((all, one) => all + one, 0);
    if (Math.abs(sum - value) > 1e-6 * Math.max(1, Math.abs(sum))) return false;
    if (given.length > 1) equal += 1;
  }
  return equal >= (isNameless ? 1 : 2);
}

const isMergedAcross = ({ grid }: Found, row: number) =>
  grid.sheet.merges.some(
    (area) => area.columns > 1 && area.row <= row && row < area.row + area.rows,
  );
