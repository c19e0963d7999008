import { message } from '../../messages';
import type { Study } from '../../office';

/** Whether a sheet says that the names of its groups are house wording. */
export function isHouseNamed({ spec }: Study, sheet: string): boolean {
  const told = message(spec.lang, 'house.names');
  return (spec.sheets.find(({ id }) => id === sheet)?.blocks ?? []).some(
    (block) => block.kind === 'text' && block.rows.flat().some(({ text }) => text === told),
  );
}
