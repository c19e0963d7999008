import type { WholePart } from '../catalog/query';
import type { Engine } from './engine';
import type { PlannedTable } from './plan';

/** A word that a query asks for and no row says. */
interface Stranger {
  table: string;
  column: string;
  value: string;
  /** What rows say there. */
  there: string[];
}

/** Words that a query asks for in vain: a slip, it may be, by which nothing would count. */
export async function strangersIn(
  parts: readonly WholePart[],
  engine: Engine,
  planned: ReadonlyMap<string, PlannedTable>,
): Promise<Stranger[]> {
  const found = new Map<string, Stranger>();
  for (const { table, where } of parts)
    for (const { column, is, value = [] } of where) {
      const reading = planned.get(table)?.columns.find(({ name }) => name === column)?.reading;
      // What a column of a canonical table may say has been seen to while it was read.
      if (reading?.type !== 'text' || reading.oneOf) continue;
      if (is !== 'equal' && is !== 'unequal') continue;
      const there = (await engine.words(table, column)) ?? [];
      for (const word of [value].flat().map((one) => String(one).trim()))
        if (there.length > 0 && !there.includes(word))
          found.set([table, column, word].join('\n'), { table, column, value: word, there });
    }
  return [...found.values()];
}
