import { type Asked, type Audience, type Table, tables } from '../engagement/register';
import type { ColumnOf, TableWith } from '../rules';

/** What one audience is asked in one table. */
export interface Part extends Asked<ColumnOf> {
  /** Id and Excel name of the table. */
  table: string;
  name: TableWith<'id'>;
}

/** As every table of the register says it, in the register's order. */
export const partsOf = (audience: Audience): readonly Part[] =>
  Object.entries<Table>(tables).flatMap(([name, { id, asked }]) => {
    const part = asked?.[audience];
    return part ? [{ ...part, table: id, name } as Part] : [];
  });

/**
 * Whether a template shows what is answered so far. Departments answer for themselves: what others
 * have said would lead them.
 */
export const isPrefilled = (audience: Audience): boolean => audience !== 'department';
