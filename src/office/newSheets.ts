import type { Operation } from './batch';
import type { Scope } from './steps';
import type { Work } from './transact';
import type { Undo } from './undo';

/** Gives sheets their names; refused where somebody else has taken one since. */
const nameSheets = (ids: readonly string[], names: readonly string[]): Operation[] =>
  ids.map((id, i) => ({
    apply: ({ workbook }) => {
      workbook.worksheets.getItem(id).name = names[i] as string;
    },
  }));

interface Bringing {
  /** Names of the sheets that come. */
  names: readonly string[];
  operations: readonly Operation[];
  scope?: Scope;
  /** What takes back what is done beside sheets, and the sheet that a new workbook starts with. */
  steps?: readonly Undo[];
  blank?: string | undefined;
}

/** Adds sheets, gives them their names, and does what it takes to fill them. */
export async function bringSheets(
  work: Work,
  { names, operations, scope, steps, blank }: Bringing,
): Promise<void> {
  const ids = names.length > 0 ? await work.addSheets(names.length, steps, blank) : [];
  await work.run([...nameSheets(ids, names), ...operations], scope);
}
