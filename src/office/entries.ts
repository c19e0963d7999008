import { fingerprint, type ListSpec, type TableBlock } from '../workbook';
import type { Finding } from './findings';
import type { LaidRows } from './laid';
import type { MatchedTable } from './match';

/** What the rows of a drop-down's table are now. */
export interface ReadEntries {
  /** Entry id of each row; null for an empty row or a word that stands there twice. */
  ids: (string | null)[];
  /** Entries that someone reworded or added: id → word. */
  words: Map<string, string>;
  /** Entries that someone deleted. */
  removed: string[];
  /** Word → entry id, for every word that an answer may have been given in. */
  meanings: Map<string, string>;
  findings: Finding[];
}

/**
 * Finds a list's entries again: by their word wherever they stand; a new word in the place of an
 * entry that is gone is that entry reworded; every other new word is an entry of the user's own.
 */
export function readEntries(
  list: ListSpec,
  block: TableBlock,
  matched: MatchedTable,
  laid: LaidRows,
): ReadEntries {
  const position = matched.positions.get('entry');
  const labels = matched.snapshot.values.map((cells) =>
    position === undefined ? '' : String(cells[position] ?? ''),
  );
  const known = new Map(list.entries.map((entry) => [entry.id, entry.label]));
  const order = [...laid.keys()];
  const marks = new Map(order.map((id) => [laid.get(id)?.[0] ?? '', id]));
  const claimed = new Set<string>();
  const claim = (id: string | undefined) => {
    if (id === undefined || claimed.has(id)) return null;
    claimed.add(id);
    return id;
  };
  const byLabel = new Map([...known].reverse().map(([id, label]) => [label, id]));
  const firstFree = (label: string) =>
    list.entries.find((entry) => entry.label === label && !claimed.has(entry.id))?.id;

  const ids = labels.map((label) =>
    label === '' ? null : (claim(firstFree(label)) ?? claim(marks.get(fingerprint(label)))),
  );
  const words = new Map<string, string>();
  labels.forEach((label, i) => {
    if (ids[i] !== null || label === '' || byLabel.has(label)) return;
    const place = order[i];
    const reworded = place !== undefined && known.has(place) ? claim(place) : null;
    ids[i] = reworded ?? claim(label);
    if (ids[i] !== null) words.set(ids[i], label);
  });
  // An entry that the catalog no longer has stays as the user's own.
  labels.forEach((label, i) => {
    const id = ids[i];
    if (id && !known.has(id)) words.set(id, label);
  });
  const removed = order.filter((id) => known.has(id) && !claimed.has(id));
  return {
    ids,
    words,
    removed,
    meanings: new Map([
      ...list.entries
        .filter(({ id }) => !removed.includes(id))
        .map(({ id, label }): [string, string] => [label, id])
        .reverse(),
      ...labels
        .flatMap((label, i): [string, string][] => {
          const id = ids[i];
          return id ? [[label, id]] : [];
        })
        .reverse(),
    ]),
    findings: findingsOf(list, block, matched, words, removed, known),
  };
}

/** Words that formulas compare with have to stay; the others are the user's. */
function findingsOf(
  list: ListSpec,
  block: TableBlock,
  matched: MatchedTable,
  words: Map<string, string>,
  removed: string[],
  known: Map<string, string>,
): Finding[] {
  const at = { sheet: matched.snapshot.sheet, table: block.name };
  const changed = list.open ? [] : [...words].filter(([id]) => known.has(id));
  return [
    ...changed.map(([id, found]): Finding => ({
      kind: 'entry-changed',
      severity: 'error',
      repairable: true,
      ...at,
      row: id,
      found,
      expected: known.get(id) ?? id,
    })),
    ...removed.map((row): Finding => ({
      kind: 'row-deleted',
      severity: list.open ? 'note' : 'error',
      repairable: true,
      ...at,
      row,
    })),
  ];
}
