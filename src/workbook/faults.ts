import { num, txt, type ColumnOf, type Expression, type Num, type Txt } from '../rules';
import { faultCount, faultHeaders, faultNames, total } from '../rules/value/inputs';
import { calc } from './columns';
import { say, type Context } from './context';
import type { ColumnSpec, TableBlock } from './spec';

/** Cells of one formula that looks for faults: more of them, and nobody could audit it. */
const mostCells = 11;

/** How many of a row's cells are at fault, and which; of a wide table in parts. */
export function faultColumns(
  context: Context,
  block: TableBlock,
  cells: Parameters<typeof faultHeaders>[0],
): ColumnSpec[] {
  const parts = Array.from({ length: Math.ceil(cells.length / mostCells) }, (_, i) =>
    cells.slice(i * mostCells, (i + 1) * mostCells),
  );
  const count = { kind: 'integer' as const, hidden: true };
  const whole = (faults: Num, headers: Txt[]) => [
    calc(context, 'faults', 'checks.column.faults', 8, faults, count),
    calc(
      context,
      'fault',
      'checks.column.fault',
      20,
      faultNames(num('faults'), nameOf(block), say(context, 'checks.row'), headers),
      { hidden: true },
    ),
  ];
  if (parts.length === 1) return whole(faultCount(cells), [faultHeaders(cells)]);
  return [
    ...whole(
      total(parts.map((_, i) => num(`faultsPart${i + 1}`))),
      parts.map((_, i) => txt(`faultPart${i + 1}`)),
    ),
    ...parts.flatMap((part, i) => {
      const n = { n: i + 1 };
      return [
        {
          ...calc(context, `faultsPart${n.n}`, 'checks.column.faultsPart', 8, faultCount(part), {
            ...count,
            since: 3,
          }),
          header: say(context, 'checks.column.faultsPart', n),
        },
        {
          ...calc(context, `faultPart${n.n}`, 'checks.column.faultPart', 20, faultHeaders(part), {
            hidden: true,
            since: 3,
          }),
          header: say(context, 'checks.column.faultPart', n),
        },
      ];
    }),
  ];
}

/** Whether a column counts the faults of cells of its own row. */
export const countsFaults = ({ id }: ColumnSpec) => /^faults(Part\d+)?$/.test(id);

/** What a row is called: its strong column, else its first one. */
export function nameOf({ columns }: TableBlock): Expression {
  const named =
    columns.find(({ look }) => look === 'strong') ??
    columns.find(({ role, hidden }) => role !== 'key' && !hidden);
  return num((named?.id ?? 'id') as ColumnOf);
}
