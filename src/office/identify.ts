import { freeIds } from '../engagement/ownIds';
import { naturalKey, ownPrefix } from '../engagement/register';
import type { CellValue, TableBlock } from '../workbook';
import type { Finding } from './findings';
import type { MatchedTable } from './match';

/** Ids of a table's rows as they stand: "" for an empty row, null for one that is nobody's to fill. */
export type RowIds = (string | null)[];

/**
 * The id of every row, from its id column. Rows without one that hold something, and rows that repeat
 * the id of a row above, are the user's own: they get the next free id.
 */
export function identify(
  block: TableBlock,
  matched: MatchedTable,
  findings: Finding[],
): RowIds | undefined {
  const at = matched.positions.get('id');
  if (at === undefined) return undefined;
  const typed = matched.snapshot.values.map((cells) => String(cells[at] ?? ''));
  const { ids: written, crossed } = besideTheirWords(block, matched, typed);
  const place = { sheet: matched.snapshot.sheet, table: block.name };
  if (written.some((id, row) => id !== typed[row]))
    findings.push({ kind: 'rows-displaced', severity: 'error', repairable: true, ...place });
  if (crossed.length > 0)
    findings.push({
      ...{ kind: 'rows-crossed', severity: 'error', repairable: false, ...place },
      found: crossed.join(' · '),
    });
  const used = new Set(written.filter(Boolean));
  const seen = new Set<string>();
  const nextId = freeIds(ownPrefix(block.id), (id) => used.has(id));
  const own = () => (block.store === undefined ? null : nextId());
  const filled = [
    ...block.columns
      .filter(({ role }) => role === 'input' || role === 'content')
      .map((column) => matched.positions.get(column.id)),
    ...matched.extras.map(({ position }) => position),
  ].filter((position) => position !== undefined);
  return written.map((id, row) => {
    const cells = matched.snapshot.values[row] as unknown[];
    if (id === '') {
      return filled.some((position) => cells[position] !== '' && cells[position] !== null)
        ? own()
        : '';
    }
    if (!seen.has(id)) {
      seen.add(id);
      return id;
    }
    findings.push({
      kind: 'row-duplicated',
      severity: 'warning',
      repairable: true,
      ...place,
      row: id,
    });
    return own();
  });
}

/**
 * The ids with those taken back that stand beside another row's words, as after sorting without the
 * hidden column: such rows are who their words say, all others who their ids say. Where words of
 * several rows have moved and left some without theirs, nobody can tell, and they are named as crossed.
 */
function besideTheirWords(
  block: TableBlock,
  matched: MatchedTable,
  ids: string[],
): { ids: string[]; crossed: string[] } {
  const [name = ''] = naturalKey(block.id);
  const at = matched.positions.get(name);
  const isGiven = block.columns.some(({ id, role }) => id === name && role === 'content');
  if (at === undefined || !isGiven) return { ids, crossed: [] };
  const wordsOf = new Map(block.rows.map(({ id, cells }) => [id, cells[name] ?? null]));
  const owners = new Map<CellValue, string | null>();
  for (const [id, words] of wordsOf) owners.set(words, owners.has(words) ? null : id);
  const said = ids.map((id, row) => {
    const words = (matched.snapshot.values[row]?.[at] ?? null) as CellValue;
    const owner = words === '' || words === null ? null : (owners.get(words) ?? null);
    return { id, words, owner, isOwn: words === wordsOf.get(id) };
  });
  const displaced = said.filter(
    ({ id, owner, isOwn }) => !isOwn && owner !== null && wordsOf.has(id),
  );
  const claimed = new Set(displaced.map(({ owner }) => owner));
  // A row that has been copied or typed over others is no exchange: their ids stay.
  if (displaced.length < 2 || claimed.size < 2) return { ids, crossed: [] };
  const isExchange = displaced.every(({ id }) => claimed.has(id));
  return isExchange
    ? { ids: said.map(({ id, owner, isOwn }) => (isOwn ? id : (owner ?? id))), crossed: [] }
    : {
        ids,
        crossed: displaced.map(
          ({ id, words }) => `${String(words)} (← ${String(wordsOf.get(id))})`,
        ),
      };
}
