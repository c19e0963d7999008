import { common } from './area';
import type { Operation } from './batch';
import type { Inspection } from './inspect';
import { weightOf } from './journal';
import type { MatchedTable } from './match';
import { jsonBytes } from './text';
import { folded, holds, isFormula, printOf, type Anchor, type Cells, type Undo } from './undo';
import { restored } from './write';

/** What a change was planned from: where things stood when they were read. */
export type Scope = Pick<Inspection, 'snapshots' | 'named' | 'sheetIds'> & {
  /** Table name → position of its ids. */
  keys: ReadonlyMap<string, number>;
};

export const scopeOf = (
  inspection: Omit<Scope, 'keys'>,
  { tables }: { tables: ReadonlyMap<string, MatchedTable> },
): Scope => ({
  ...inspection,
  keys: new Map(
    [...tables.values()].flatMap(({ snapshot, positions }) => {
      const key = positions.get('id');
      return key === undefined ? [] : [[snapshot.name, key] as const];
    }),
  ),
});

export const nowhere: Scope = {
  snapshots: new Map(),
  named: new Map(),
  sheetIds: new Map(),
  keys: new Map(),
};

/** An operation with what takes it back. */
export interface Planned extends Operation {
  steps: readonly Undo[];
}

/** What travels with it. */
export const weight = ({ steps, over }: Planned): number =>
  weightOf(steps) + (over ? jsonBytes(over.had) : 0);

/** What takes an operation back, given what it has found. */
export function asFound(
  { over, steps }: Planned,
  found: unknown[][] | undefined,
  scope: Scope,
): readonly Undo[] {
  if (!found) return steps;
  const cells = found.map((row) => row.map((cell) => restored(undefined, cell)));
  if (!over || over.header !== undefined)
    return steps.map((step): Undo => {
      if (step.kind === 'shrunk') return { ...step, rows: cells };
      if (step.kind === 'rule') return { ...step, had: String(found[0]?.[0]) };
      return step.kind === 'cells' ? { ...step, had: cells } : step;
    });
  const { sheet, row, column, wrote } = over;
  const at = { sheet: idOf(scope, sheet) ?? sheet };
  const held = { rows: found.length, had: cells, wrote: printed(wrote) };
  return [
    { kind: 'cells', at, row, column, ...held, moved: true },
    ...steps.filter(({ kind }) => kind !== 'cells'),
  ];
}

/**
 * Whether cells are what they were, but for places where nobody's words can be lost: they say already what is
 * written, or are formulas, which an earlier request of the same change may have renewed, or brought to
 * rows that go.
 * @param wrote undefined: the rows go
 */
export const isAsPlanned = (
  found: readonly (readonly unknown[])[],
  had: Cells,
  wrote: Cells | undefined,
): boolean =>
  found.every((row, r) =>
    row.every((cell, c) => {
      const was = (had[r] ?? had[0])?.[c];
      if (isFormula(cell) && (!wrote || isFormula(was))) return true;
      return holds(cell, was) || (!!wrote && holds(cell, (wrote[r] ?? wrote[0])?.[c]));
    }),
  );

const idOf = ({ sheetIds }: Scope, name: string): string | undefined =>
  [...sheetIds].find(([, one]) => one === name)?.[0];

/** The steps that take an operation back; none for a sheet that comes with the change. */
export function stepsFor({ over, undo = [] }: Operation, scope: Scope): readonly Undo[] {
  const others = undo.flatMap((step): Undo[] => {
    if (!('sheet' in step)) return [step];
    const sheet = idOf(scope, step.sheet);
    return sheet === undefined ? [] : [{ ...step, sheet }];
  });
  if (!over) return others;
  const anchored = anchorOf(over, scope);
  if (!anchored) return others;
  const { had, wrote } = over;
  const cells = { rows: had.length, had: folded(had), wrote: printed(wrote) };
  return [{ kind: 'cells', ...anchored, ...cells }, ...others];
}

const printed = (wrote: Cells): Cells => folded(wrote.map((row) => row.map(printOf)));

type Anchored = Pick<Extract<Undo, { kind: 'cells' }>, 'row' | 'column' | 'ids' | 'key'> & {
  at: Anchor;
};

function anchorOf({ sheet, row, column, had }: NonNullable<Operation['over']>, scope: Scope) {
  const table = tableAt(scope, sheet, row, column);
  if (table) {
    const { name, values } = table;
    const down = row - table.row;
    const across = column - table.column;
    const key = scope.keys.get(name);
    const ids =
      key === undefined || down === 0 || key === across || had[0]?.length !== 1
        ? undefined
        : had.map((_, i) => String(values[down - 1 + i]?.[key] ?? ''));
    const anchored: Anchored = { at: { table: name }, row: down, column: across };
    return ids?.some(Boolean) ? { ...anchored, key: key as number, ids } : anchored;
  }
  for (const [name, one] of scope.named) {
    if (one.sheet !== sheet) continue;
    const cells = { ...one, rows: one.values.length, columns: one.values[0]?.length ?? 1 };
    if (common(cells, { row, column, rows: 1, columns: 1 }))
      return { at: { name }, row: row - one.row, column: column - one.column };
  }
  const id = idOf(scope, sheet);
  return id === undefined ? undefined : { at: { sheet: id }, row, column };
}

function tableAt({ snapshots }: Scope, sheet: string, row: number, column: number) {
  for (const one of snapshots.values()) {
    const isHere =
      one.sheet === sheet &&
      one.row <= row &&
      row <= one.row + one.values.length &&
      one.column <= column &&
      column < one.column + one.headers.length;
    if (isHere) return one;
  }
  return undefined;
}

/** Tables whose cells are written, beside whose rows something is, or whose rows move. */
export const touched = (operations: readonly Operation[], scope: Scope): Set<string> =>
  new Set(
    operations.flatMap(({ over, moves, beside }) =>
      [moves, beside, over && tableAt(scope, over.sheet, over.row, over.column)?.name].filter(
        (name) => name !== undefined,
      ),
    ),
  );
