import { Failure } from '../messages';
import type { Study } from './agreement';
import { tablesOf } from './naming';

/**
 * Why nobody is asked about these tables, and nothing merged into them: rows have the words of other rows, beside which
 * an answer would say something else.
 * @param tables by their ids
 */
export function crossedIn(
  { read, spec }: Pick<Study, 'read' | 'spec'>,
  tables: Iterable<string>,
): Failure | undefined {
  const asked = new Set(tables);
  const names = tablesOf(spec.sheets).flatMap(({ id, name }) => (asked.has(id) ? [name] : []));
  const crossed = read.findings.find(
    ({ kind, table }) => kind === 'rows-crossed' && table !== undefined && names.includes(table),
  );
  const { sheet = '', found = '' } = crossed ?? {};
  return crossed && new Failure('rows-crossed', { sheet, found });
}
