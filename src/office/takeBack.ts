import { suspend } from './batch';
import { formulaRules } from './formulaRules';
import { isTooLarge, readTables, steadily } from './readTables';
import { targetOf } from './target';
import { jsonBytes } from './text';
import type { Undo } from './undo';
import { areaOf, takeStepBack } from './ways';

/** Of one request. */
const mostBytes = 1_000_000;

/**
 * Takes steps back, the last one first; rows have their height again once they are empty, and sheets go
 * last, for one of them may hold the journal. What is not as a step left it stays: somebody else has been
 * there.
 */
export async function takeBack(
  context: Excel.RequestContext,
  steps: readonly Undo[],
): Promise<void> {
  const backwards = [...steps].reverse();
  const of = (...kinds: Undo['kind'][]) => backwards.filter(({ kind }) => kinds.includes(kind));
  const others = backwards.filter(({ kind }) => kind !== 'rows' && kind !== 'sheets');
  const groups = grouped([...idsFirst(others), ...of('rows'), ...together(of('sheets'))]);
  // What one step finds depends on what those after it have left.
  for (let group = groups.shift(); group; group = groups.shift()) {
    try {
      await takeGroupBack(context, group);
    } catch (error) {
      if (group.length === 1 || !isTooLarge(error)) throw error;
      const middle = Math.ceil(group.length / 2);
      groups.unshift(group.slice(0, middle), group.slice(middle));
    }
  }
}

async function takeGroupBack(context: Excel.RequestContext, group: readonly Undo[]): Promise<void> {
  const target = {
    ...targetOf(context.workbook),
    bodies: await bodiesOf(context, group),
    rules: await rulesOf(context, group),
  };
  const acts = group.map((undo) => takeStepBack(undo, target));
  await context.sync();
  suspend(target);
  for (const act of acts) act();
  await context.sync();
}

/** Body rows of the tables whose rows move; of one that is gone there are none. */
const bodiesOf = (
  context: Excel.RequestContext,
  group: readonly Undo[],
): Promise<ReadonlyMap<string, unknown[][]>> => steadily(() => bodiesOnce(context, group));

async function bodiesOnce(
  context: Excel.RequestContext,
  group: readonly Undo[],
): Promise<ReadonlyMap<string, unknown[][]>> {
  const found = group
    .filter(movesRows)
    .map((undo) =>
      context.workbook.tables
        .getItemOrNullObject(tableOf(undo))
        .load('name,rows/count,columns/items/name'),
    );
  await context.sync();
  const tables = found
    .filter((table) => !table.isNullObject)
    .map(({ name, rows, columns }) => ({
      ...{ name, sheet: '', rows: rows.count },
      headers: columns.items.map((column) => column.name),
    }));
  const read = await readTables(context, tables);
  return new Map(tables.map(({ name }) => [name, read.get(name)?.formulas ?? []]));
}

async function rulesOf(
  context: Excel.RequestContext,
  group: readonly Undo[],
): Promise<ReadonlyMap<string, string>> {
  const target = targetOf(context.workbook);
  const asked = group.flatMap((undo) =>
    undo.kind === 'rule' ? [{ rule: undo.id, range: areaOf(target, undo.at) }] : [],
  );
  const found = await formulaRules(context, asked, ({ rule }, id) => rule === id);
  return new Map(found.map(({ id, formula }) => [id, formula]));
}

const movesRows = ({ kind }: Undo) => kind === 'grown' || kind === 'shrunk';
/** Steps of which only has to be known whether what they brought is still there. */
const brings = new Set<Undo['kind']>(['column', 'table', 'area', 'placed-name', 'style']);
const tableOf = (undo: Undo) => ('table' in undo ? undo.table : '');

type Sheets = Extract<Undo, { kind: 'sheets' }>;

/** One step for all of them: what has two marks goes once. */
function together(steps: readonly Undo[]): Undo[] {
  const all = steps.filter((step): step is Sheets => step.kind === 'sheets');
  const blank = all.find((one) => one.blank !== undefined)?.blank;
  if (all.length === 0) return [];
  return [
    {
      kind: 'sheets',
      marks: all.flatMap(({ marks = [] }) => marks),
      ids: all.flatMap(({ ids }) => ids),
      names: all.flatMap(({ names = [] }) => names),
      ...(blank !== undefined && { blank }),
    },
  ];
}

type InTable = Extract<Undo, { kind: 'cells' }> & { at: { table: string } };
const isInTable = (undo: Undo): undo is InTable => undo.kind === 'cells' && 'table' in undo.at;

/** Rows are known by the ids that they had: where a change has given them others, these go back first. */
function idsFirst(steps: readonly Undo[]): Undo[] {
  const keys = new Map(
    steps.flatMap((step) =>
      isInTable(step) && step.key !== undefined ? [[step.at.table, step.key] as const] : [],
    ),
  );
  const isIds = (step: Undo) => isInTable(step) && keys.get(step.at.table) === step.column;
  const first = new Map<string, InTable[]>();
  for (const step of steps)
    if (isInTable(step) && isIds(step))
      first.set(step.at.table, [...(first.get(step.at.table) ?? []), step]);
  return steps.flatMap((step) => {
    if (!isInTable(step) || step.row === 0) return [step];
    const ids = first.get(step.at.table) ?? [];
    first.delete(step.at.table);
    return isIds(step) ? ids : [...ids, step];
  });
}

/** What it writes, about: where all rows are the same, the step has one. */
const weightOf = (undo: Undo): number =>
  undo.kind === 'cells' ? (undo.rows * jsonBytes(undo.had)) / undo.had.length : jsonBytes(undo);

/** Whether a step writes the ids by which another knows its rows. */
const givesIdsOf = (one: Undo, other: Undo): boolean =>
  isInTable(one) && isInTable(other) && one.at.table === other.at.table && other.key === one.column;

type CellsStep = Extract<Undo, { kind: 'cells' }>;

/** Columns that a step writes to, each by what it stands in. */
function columnsOf({ at, column, had }: CellsStep): string[] {
  const place = JSON.stringify(at);
  return Array.from({ length: had[0]?.length ?? 1 }, (_, c) => `${place} ${column + c}`);
}

/** Whether steps within one column write to the same cells: each finds what the one after it left. */
const isOver = (one: CellsStep, other: CellsStep): boolean =>
  (one.row < other.row + other.rows && other.row < one.row + one.rows) ||
  (one.ids ?? []).some((id) => id !== '' && other.ids?.includes(id));

/** Formulas follow the headers that they name: what these go back to has to be there before they are read. */
const isHeader = (undo: Undo): boolean => isInTable(undo) && undo.row === 0;

/** Steps that can be taken back side by side. */
function grouped(steps: readonly Undo[]): Undo[][] {
  const groups: Undo[][] = [];
  let bytes = 0;
  let written = new Map<string, CellsStep[]>();
  for (const undo of steps) {
    const group = groups[groups.length - 1];
    const weight = weightOf(undo);
    bytes += weight;
    const columns = undo.kind === 'cells' ? columnsOf(undo) : [];
    const isTwice = columns.some((column) =>
      written.get(column)?.some((one) => isOver(one, undo as CellsStep)),
    );
    const joins =
      group?.[0] !== undefined &&
      !isTwice &&
      isHeader(group[0]) === isHeader(undo) &&
      (group[0].kind === undo.kind || (brings.has(group[0].kind) && brings.has(undo.kind))) &&
      bytes < mostBytes &&
      !(movesRows(undo) && group.some((one) => tableOf(one) === tableOf(undo))) &&
      !group.some((one) => givesIdsOf(one, undo));
    if (joins) group.push(undo);
    else {
      groups.push([undo]);
      bytes = weight;
      written = new Map();
    }
    for (const column of columns)
      written.set(column, [...(written.get(column) ?? []), undo as CellsStep]);
  }
  return groups;
}
