import { freeIds } from '../engagement/ownIds';
import { ownPrefix } from '../engagement/register';
import type { TableBlock } from '../workbook';
import { besideTheirWords } from './displaced';
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
