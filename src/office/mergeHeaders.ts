import { namingOf, tablesOf, type ActualNames } from './naming';
import type { Naming } from '../rules';
import type { Operation } from './batch';
import type { MergeInput } from './merge';
import { addColumn } from './addColumn';
import { runs, writeHeaders } from './write';

/**
 * Headers in the words of the description, unless someone has renamed them; columns that the
 * engagement has and the workbook has not. Answers how columns are called between the two.
 */
export function mergeHeaders(input: Omit<MergeInput, 'naming'>): {
  additions: Operation[];
  renames: Operation[];
  naming: Naming;
} {
  const { spec, previous, matching, repair } = input;
  const renames: Operation[] = [];
  const additions: Operation[] = [];
  const before = new Map(tablesOf(previous.sheets).map((block) => [block.id, block]));
  const headers = new Map<string, Map<string, string>>();
  for (const block of tablesOf(spec.sheets)) {
    const matched = matching.tables.get(block.id);
    if (!matched) continue;
    const { snapshot, positions } = matched;
    const words = new Map<string, string>();
    headers.set(block.name, words);
    const renamed = new Map<number, string>();
    const taken = new Set(snapshot.headers.map((header) => header.toLowerCase()));
    for (const column of block.columns) {
      const position = positions.get(column.id);
      if (position === undefined) {
        if (column.role === 'extra') {
          additions.push(addColumn(spec, block, matched, input.order.get(block.id) ?? [], column));
        }
        continue;
      }
      const found = snapshot.headers[position] as string;
      words.set(column.id, found);
      if (found === column.header || taken.has(column.header.toLowerCase())) continue;
      const old = before.get(block.id)?.columns.find(({ id }) => id === column.id);
      if (old?.header !== found && !repair) continue;
      renamed.set(position, column.header);
    }
    for (const { start, length } of runs([...renamed.keys()])) {
      const cells = Array.from({ length }, (_, i) => renamed.get(start + i) as string);
      renames.push(writeHeaders(snapshot, start, cells));
    }
  }
  const actual: ActualNames = { tables: matching.actual.tables, headers };
  return { additions, renames, naming: namingOf(spec.sheets, actual) };
}
