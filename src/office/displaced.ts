import { naturalKey } from '../engagement/register';
import type { CellValue, TableBlock } from '../workbook';
import type { MatchedTable } from './match';

/** A row as it stands. */
interface StandingRow {
  row: number;
  /** As it stands in the id column. */
  id: string;
  words: CellValue;
  /** The only row of these words as described. */
  owner: string | undefined;
  isOwn: boolean;
}

const isNothing = (value: CellValue) => value === null || value === '';

/**
 * The ids with those taken back that stand beside another row's words, as after sorting without the
 * hidden column, or deleting cells so that others moved up: such rows are who their words say, as long
 * as what else is given of them came along; all others who their ids say. Where that cannot be told,
 * all ids stay, and the rows are named as crossed.
 */
export function besideTheirWords(
  block: TableBlock,
  matched: MatchedTable,
  ids: string[],
): { ids: string[]; crossed: string[] } {
  const [name = ''] = naturalKey(block.id);
  const given = block.columns.filter(({ role, list }) => role === 'content' && list === undefined);
  if (!matched.positions.has(name) || !given.some(({ id }) => id === name))
    return { ids, crossed: [] };
  const described = new Map(block.rows.map(({ id, cells }) => [id, cells]));
  const cell = (row: number, column: string): CellValue => {
    const position = matched.positions.get(column);
    const value = position === undefined ? null : matched.snapshot.values[row]?.[position];
    return (value ?? null) as CellValue;
  };
  const said = whoseWords(ids, (row) => cell(row, name), described, name);
  const held = new Set(said.filter(({ isOwn }) => isOwn).map(({ id }) => id));
  const displaced = said.filter(({ owner, isOwn }) => owner !== undefined && !isOwn);
  const isAt = (one: StandingRow, id: string, column: string) =>
    cell(one.row, column) === (described.get(id)?.[column] ?? null);
  /** Nothing has stayed of the row whose id stands there. */
  const cameAlong = (one: StandingRow) =>
    given.every(
      ({ id: column }) =>
        isNothing(cell(one.row, column)) ||
        isAt(one, one.owner ?? '', column) ||
        !isAt(one, one.id, column),
    );
  const claims = (one: StandingRow) => displaced.filter(({ owner }) => owner === one.owner).length;
  const isThere = ({ owner = '' }: StandingRow) => held.has(owner);
  const moved = new Map(
    displaced.flatMap((one) =>
      !isThere(one) && claims(one) === 1 && cameAlong(one) ? [[one, one.owner ?? '']] : [],
    ),
  );
  const taken = new Set(moved.values());
  const left = new Set(said.filter((one) => !one.isOwn && !moved.has(one) && taken.has(one.id)));
  const filled = block.columns.filter(({ role }) => role === 'content' || role === 'input');
  const nameless = [...left].filter(
    ({ row }) => !filled.every(({ id }) => isNothing(cell(row, id))),
  );
  const stay = said.map((one) => moved.get(one) ?? one.id);
  const free = ids.filter((id) => id !== '' && !stay.includes(id));

  const others = displaced.filter((one) => !moved.has(one) && described.has(one.id));
  const copied = others.filter(isThere);
  const unclear = [
    ...others.filter((one) => !isThere(one)),
    // One that was copied over another, or typed, may well be meant.
    ...(copied.length > 1 ? copied : []),
    ...(free.some((id) => described.has(id)) ? nameless : []),
  ];
  const [only, ...more] = nameless;
  const next = new Map([...moved].map(([{ row }, owner]) => [row, owner]));
  if (only && more.length === 0 && free.length === 1) next.set(only.row, free[0] ?? '');
  const shown = ({ id, words }: StandingRow) =>
    `${String(words)} (← ${String(described.get(id)?.[name])})`;
  return unclear.length > 0
    ? { ids, crossed: unclear.map(shown) }
    : // What is left is nobody's of the described: empty, or the user's own.
      { ids: said.map((one) => next.get(one.row) ?? (left.has(one) ? '' : one.id)), crossed: [] };
}

function whoseWords(
  ids: readonly string[],
  wordsAt: (row: number) => CellValue,
  described: ReadonlyMap<string, Record<string, CellValue>>,
  name: string,
): StandingRow[] {
  const owners = new Map<CellValue, string | undefined>();
  for (const [id, cells] of described) {
    const words = cells[name] ?? null;
    owners.set(words, owners.has(words) ? undefined : id);
  }
  return ids.map((id, row) => {
    const words = wordsAt(row);
    const owner = isNothing(words) ? undefined : owners.get(words);
    return { row, id, words, owner, isOwn: words === described.get(id)?.[name] };
  });
}
