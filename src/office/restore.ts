import type { FieldsBlock, FieldSpec, SheetSpec, TableBlock, WorkbookSpec } from '../workbook';
import { addColumn } from './addColumn';
import type { Operation } from './batch';
import { addStyles, stylesOf } from './cellStyles';
import { dressBlock } from './dress';
import { writable } from './formula';
import type { RowIds } from './identify';
import type { Inspection } from './inspect';
import type { Matching } from './match';
import { namingOf, sheetAnchor, tablesOf } from './naming';
import {
  addName,
  fieldCell,
  namesOf,
  phases,
  placeBlock,
  placeSheet,
  placingOf,
  type Placing,
} from './place';
import { bringSheets } from './newSheets';
import { layoutSheet, type SheetLayout } from './positions';
import { scopeOf } from './steps';
import type { Area } from './target';
import type { Work } from './transact';
import type { Ours } from './workbook';

/** The cells that a sheet uses. */
interface Used {
  row: number;
  column: number;
  rows: number;
  columns: number;
  values: unknown[][];
}

/**
 * What puts missing sheets, tables, columns and names back, each where nothing else stands; the sheets
 * themselves are added before.
 * Formulas and values that are already there are left to the merge that follows.
 */
export async function restoreOperations(
  context: Excel.RequestContext,
  spec: WorkbookSpec,
  inspection: Inspection,
  matching: Matching,
  order: ReadonlyMap<string, RowIds>,
): Promise<Operation[]> {
  const gone = spec.sheets.filter((sheet) => !matching.sheets.has(sheet.id));
  const present = spec.sheets.filter((sheet) => matching.sheets.has(sheet.id));
  const losses = present.map((sheet) => lossesOf(sheet, inspection, matching));
  const hurt = losses.filter(({ tables, fields }) => tables.length + fields.length > 0);
  const used = await usedRanges(
    context,
    hurt.map(({ name, fields }) => ({ name, values: fields.length > 0 })),
  );
  const naming = namingOf(spec.sheets, matching.actual);
  const placings = [
    ...gone.map((sheet) => placeSheet(spec, sheet, naming)),
    ...hurt.map((loss) => placeLost(spec, loss, used.get(loss.name)!, naming)),
  ];
  const dead = new Set(
    [...gone, ...hurt.map(({ sheet }) => sheet)]
      .flatMap((sheet) => namesOf(spec, sheet))
      .filter((name) => !inspection.named.has(name)),
  );
  for (const { tables } of hurt) {
    const lists = new Set(tables.map(({ list }) => list));
    for (const { id, name } of spec.lists) if (lists.has(id)) dead.add(name);
  }
  const anchors = losses.filter(({ anchor }) => anchor);
  for (const { sheet } of anchors) dead.add(sheetAnchor(sheet.id));
  const phase = (of: (placing: Placing) => Operation[]) => placings.flatMap(of);
  const styles = placings.length > 0 ? addStyles(spec.lang, await stylesOf(context)) : [];
  return [
    ...styles,
    ...inspection.names.filter((name) => dead.has(name)).map(deleteName),
    ...phase((placing) => placing.create),
    ...missingColumns(spec, inspection, matching, order),
    ...anchors.map(({ sheet, name }) =>
      addName(sheetAnchor(sheet.id), false, name, { row: 0, column: 0, rows: 1, columns: 1 }),
    ),
    ...phase((placing) => placing.names),
    ...phase((placing) => placing.formulas),
    ...phase((placing) => placing.dress),
    // Until then they are called as they were found.
    ...renameTables(matching),
  ];
}

/** What it stood for is gone. */
const deleteName = (name: string): Operation => ({
  apply: (context) => context.workbook.names.getItem(name).delete(),
  undo: [{ kind: 'name', name, had: '=#REF!', hidden: name.startsWith('appfi.') }],
});

const renameTables = (matching: Matching): Operation[] =>
  [...matching.actual.tables].map(([name, found]) => ({
    apply: (context) => {
      context.workbook.tables.getItem(found).name = name;
    },
    undo: [{ kind: 'table-name', had: found, wrote: name }],
  }));

interface Losses {
  sheet: SheetSpec;
  /** The sheet's name now. */
  name: string;
  tables: TableBlock[];
  fields: { block: FieldsBlock; missing: FieldSpec[] }[];
  anchor: boolean;
}

function lossesOf(sheet: SheetSpec, inspection: Inspection, matching: Matching): Losses {
  return {
    sheet,
    name: matching.sheets.get(sheet.id) as string,
    tables: tablesOf([sheet]).filter((block) => !matching.tables.has(block.id)),
    fields: sheet.blocks.flatMap((block) => {
      if (block.kind !== 'fields') return [];
      const missing = block.fields.filter((field) => !inspection.named.has(field.name));
      return missing.length > 0 ? [{ block, missing }] : [];
    }),
    anchor: !inspection.named.has(sheetAnchor(sheet.id)),
  };
}

async function usedRanges(
  context: Excel.RequestContext,
  sheets: { name: string; values: boolean }[],
): Promise<Map<string, Used>> {
  if (sheets.length === 0) return new Map();
  const ranges = sheets.map(({ name, values }) => {
    const range = context.workbook.worksheets.getItem(name).getUsedRange();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    if (values) range.load('values');
    return { name, values, range };
  });
  await context.sync();
  return new Map(
    ranges.map(({ name, values, range }) => [
      name,
      {
        row: range.rowIndex,
        column: range.columnIndex,
        rows: range.rowCount,
        columns: range.columnCount,
        values: values ? range.values : [],
      },
    ]),
  );
}

/** Missing tables and fields of a sheet that is there, below or beside what it holds. */
function placeLost(
  spec: WorkbookSpec,
  { sheet, name, tables, fields }: Losses,
  used: Used,
  naming: ReturnType<typeof namingOf>,
): Placing {
  const placing = placingOf();
  const planned = layoutSheet(sheet);
  const here: SheetLayout = { ...planned, sheet: { ...sheet, name } };
  let row = used.row + used.rows + 1;
  let column = used.column + used.columns + 1;
  const put = (block: TableBlock | FieldsBlock) => {
    const place = planned.placements.find((one) => one.block.id === block.id);
    if (!place) return;
    const rows = block.kind === 'fields' ? block.fields.length : place.rows;
    const at = sheet.flow === 'down' ? { row, column: place.column } : { row: place.row, column };
    const placement = { ...place, ...at, block, rows };
    // Beside others, a row's height is theirs.
    if (sheet.flow === 'down')
      placing.create.push({
        apply: () => undefined,
        undo: [{ kind: 'rows', sheet: name, row, rows }],
      });
    const placed = placingOf();
    placeBlock(spec, here, placement, naming, placed);
    // What takes the cells: a table, or fields with what they say.
    const takes = block.kind === 'table' ? 'create' : 'formulas';
    placed[takes] = [ontoFree(name, placement, placed[takes])];
    placed.dress.push(...dressBlock(spec, here, naming, placement));
    for (const phase of phases) placing[phase].push(...placed[phase]);
    row += rows + 1;
    column += place.columns + 1;
  };
  for (const block of tables) put(block);
  for (const { block, missing } of fields) {
    const lost: FieldSpec[] = [];
    for (const field of missing) {
      const cell = fieldCell(field, used);
      if (cell) {
        placing.names.push(addName(field.name, true, name, { ...cell, rows: 1, columns: 1 }));
      } else lost.push(field);
    }
    if (lost.length > 0) put({ ...block, fields: lost });
  }
  return placing;
}

/**
 * Operations as one that takes cells which were free when it was planned. Whether they still are is found out in
 * the request that carries it: what somebody has written there meanwhile is put back.
 */
function ontoFree(sheet: string, area: Area, operations: readonly Operation[]): Operation {
  const { row, column, rows, columns } = area;
  const free = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  return {
    cells: operations.reduce((sum, { cells = 0 }) => sum + cells, 0),
    sheet,
    over: { sheet, row, column, had: free, wrote: free },
    apply: (target) => {
      const range = target.range(sheet, area);
      range.load('formulas');
      for (const operation of operations) operation.apply(target);
      return () => range.formulas;
    },
    undo: operations.flatMap(({ undo = [] }) => undo),
  };
}

/** The key first, for the others are found by it; formulas last, for they name the others. */
function missingColumns(
  spec: WorkbookSpec,
  inspection: Inspection,
  matching: Matching,
  order: ReadonlyMap<string, RowIds>,
): Operation[] {
  const naming = namingOf(spec.sheets, matching.actual);
  return tablesOf(spec.sheets).flatMap((block) => {
    const matched = matching.tables.get(block.id);
    if (!matched) return [];
    const ids = order.get(block.id) ?? guessIds(block, matched.snapshot.values.length);
    return block.columns
      .filter((column) => !matched.positions.has(column.id))
      .map((column) => {
        const formula =
          column.formula && writable(column.formula, naming, inspection, matching, block);
        return addColumn(spec, block, matched, ids, column, formula);
      });
  });
}

/** Without an id column, rows are taken to stand as they were laid out. */
const guessIds = (block: TableBlock, rows: number): RowIds =>
  Array.from({ length: rows }, (_, i) => block.rows[i]?.id ?? '');

/** Adds described sheets that a workbook of ours does not have yet. */
export async function addSheetsOf(
  context: Excel.RequestContext,
  { read, inspection }: Pick<Ours, 'read' | 'inspection'>,
  spec: WorkbookSpec,
  work: Work,
): Promise<void> {
  const { matching, order } = read;
  const operations = await restoreOperations(context, spec, inspection, matching, order);
  const names = spec.sheets.flatMap(({ id, name }) => (matching.sheets.has(id) ? [] : name));
  await bringSheets(work, { names, operations, scope: scopeOf(inspection, matching) });
}
