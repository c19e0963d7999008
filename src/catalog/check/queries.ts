import { error, type Problem } from '../problem';
import { columnsOf, partsOf } from '../query';
import type { Catalog } from '../schema';
import { canonicalTables } from '../tables';

/** Queries are over canonical tables and columns of the right kind, and give what the metric is made of. */
export function checkQueries({ metrics }: Catalog): Problem[] {
  return metrics.flatMap(({ id, query, measure, denominator }) => {
    if (!query) return [];
    const isRatio = denominator !== undefined;
    const fits = query.value ? !isRatio && measure !== 'ratio' : isRatio;
    const problems = fits ? [] : [error('query-parts', id)];
    for (const part of partsOf(query)) {
      const table = canonicalTables[part.table];
      if (!table) {
        problems.push(error('query-table', id, { table: part.table }));
        continue;
      }
      for (const [column, types] of columnsOf(part)) {
        const type = table.columns[column];
        if (type === undefined || !types.includes(type))
          problems.push(error('query-column', id, { table: part.table, column }));
      }
    }
    return problems;
  });
}
