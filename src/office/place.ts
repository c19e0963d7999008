import { render, type Naming } from '../rules';
import type {
  Block,
  FieldsBlock,
  FieldSpec,
  SheetSpec,
  TableBlock,
  TextBlock,
  WorkbookSpec,
} from '../workbook';
import type { Operation } from './batch';
import { bodyMatrix, shown, written } from './cells';
import { dress } from './dress';
import { layoutSheet, type Placement, type SheetLayout } from './positions';
import { blockAnchor, cellName, sheetAnchor } from './naming';
import { sliceCells } from './scale';
import { addressOf, rangeWorth, referenceTo, type Area, type Target } from './target';
import { asText, jsonBytes } from './text';

/** Whatever a formula names must stand before the formula does. */
export const phases = ['create', 'names', 'formulas', 'dress'] as const;

/** Operations by phase. */
export type Placing = Record<(typeof phases)[number], Operation[]>;

export const placingOf = (): Placing => ({ create: [], names: [], formulas: [], dress: [] });

/** Cell values of one operation; a longer table is written in several. */
const chunkBytes = 1_000_000;

/** A name for cells. By their address: a range to name them by would be five actions more. */
export const addName = (name: string, visible: boolean, sheet: string, area: Area): Operation => ({
  apply: ({ workbook }) => {
    const item = workbook.names.add(name, referenceTo(sheet, area));
    if (!visible) item.visible = false;
  },
  undo: [{ kind: 'placed-name', name, sheet }],
});

const oneCell = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });

/** Everything it takes to put a new sheet into a workbook. */
export function placeSheet(spec: WorkbookSpec, sheet: SheetSpec, naming: Naming): Placing {
  const layout = layoutSheet(sheet);
  const placing = placingOf();
  placing.names.push(addName(sheetAnchor(sheet.id), false, sheet.name, oneCell(0, 0)));
  for (const placement of layout.placements) {
    placeBlock(spec, layout, placement, naming, placing);
    if (isAnchored(placement.block)) anchor(sheet.name, placement.block, placement, placing);
  }
  placing.dress.push(...dress(spec, layout, naming));
  return placing;
}

/** The operations that put one block onto a sheet that is there. */
export function placeBlock(
  spec: WorkbookSpec,
  layout: SheetLayout,
  placement: Placement,
  naming: Naming,
  placing: Placing,
): void {
  const { block } = placement;
  const sheet = layout.sheet.name;
  if (block.kind === 'table') placeTable(spec, sheet, block, placement, naming, placing);
  else if (block.kind === 'text') placeText(sheet, block, placement, naming, placing);
  else if (block.kind === 'fields') placeFields(spec, sheet, block, placement, naming, placing);
}

const isAnchored = (block: Block) => block.kind === 'text' || block.kind === 'fields';

/** Every defined name that a sheet brings along. */
export function namesOf(spec: WorkbookSpec, sheet: SheetSpec): string[] {
  return [
    sheetAnchor(sheet.id),
    ...sheet.blocks.flatMap((block) => [
      ...(isAnchored(block) ? [blockAnchor(block.id)] : []),
      ...(block.kind === 'fields' ? block.fields.map((field) => field.name) : []),
      ...(block.kind === 'table'
        ? spec.lists.filter(({ id }) => id === block.list).map(({ name }) => name)
        : []),
    ]),
  ];
}

const anchor = (sheet: string, block: Block, placement: Placement, placing: Placing) =>
  placing.names.push(addName(blockAnchor(block.id), false, sheet, placement));

function placeTable(
  spec: WorkbookSpec,
  sheet: string,
  block: TableBlock,
  placement: Placement,
  naming: Naming,
  placing: Placing,
): void {
  const { row, column, rows, columns } = placement;
  const body = (offset: number): Area => ({
    row: row + 1,
    column: column + offset,
    rows: rows - 1,
    columns: 1,
  });
  const write = (cells: Cells, down: number) => {
    const area = { row: row + down, column, rows: cells.length, columns: cells[0]?.length ?? 0 };
    placing.create.push({
      cells: cells.length * area.columns,
      apply: (target) => {
        target.range(sheet, area).values = cells;
      },
      undo: [{ kind: 'area', sheet, area }],
    });
  };
  const header = block.columns.map((one) => asText(one.header));
  const given = trimmed(bodyMatrix(spec, block));
  const filled = [header, ...given.rows];
  if (filled.length * columns <= sliceCells) write(filled, 0);
  else {
    write([header], 0);
    const cells = given.rows.map((one) => one.slice(0, given.columns));
    for (const { start, rows: some } of chunks(cells)) write(some, 1 + start);
  }
  placing.create.push({
    apply: (target) => {
      const table = target.sheet(sheet).tables.add(addressOf(placement), true);
      table.name = block.name;
      table.style = 'TableStyleLight1';
      table.showBandedRows = false;
      if (!block.filter) table.showFilterButton = false;
    },
    undo: [
      { kind: 'area', sheet, area: { row, column, rows, columns } },
      { kind: 'table', table: block.name, sheet },
    ],
  });
  for (const { offset, formulas } of formulaRuns(block, naming, rows - 1)) {
    const area = { ...body(offset), columns: formulas.length };
    placing.formulas.push({
      cells: (rows - 1) * formulas.length,
      apply: (target) => writeFormulas(target, sheet, area, formulas),
    });
  }
  const named = block.columns.findIndex(({ id }) => id === block.cellNames?.column);
  if (block.cellNames && named >= 0) {
    const { prefix } = block.cellNames;
    block.rows.forEach(({ id }, r) =>
      placing.names.push(
        addName(cellName(prefix, id), true, sheet, oneCell(row + 1 + r, column + named)),
      ),
    );
  }
  const list = spec.lists.find((one) => one.id === block.list);
  if (list) placing.names.push(addName(list.name, true, sheet, body(0)));
}

/** Formulas of columns that stand side by side, as many as are worth writing together. */
function formulaRuns(
  block: TableBlock,
  naming: Naming,
  rows: number,
): { offset: number; formulas: string[] }[] {
  const runs: { offset: number; formulas: string[] }[] = [];
  block.columns.forEach(({ formula: rule }, offset) => {
    if (!rule) return;
    const formula = render(rule.node, naming, block.name);
    const last = runs[runs.length - 1];
    if (last && last.offset + last.formulas.length === offset) last.formulas.push(formula);
    else runs.push({ offset, formulas: [formula] });
  });
  return runs.flatMap((run) =>
    run.formulas.length > fewColumns || isShort(rows, run.formulas)
      ? [run]
      : run.formulas.map((formula, i) => ({ offset: run.offset + i, formulas: [formula] })),
  );
}

/** Up to so many, each written once for its rows takes fewer actions than a row that is copied down. */
const fewColumns = 2;
/** Repeating them by row is cheaper than the actions of a further range. */
const isShort = (rows: number, formulas: readonly string[]) =>
  (rows - 1) * formulas.join('').length < rangeWorth;

/** The same formulas in every row; none of them names a cell by its place, so that they can be copied. */
function writeFormulas(target: Target, sheet: string, area: Area, formulas: string[]): void {
  const [only = ''] = formulas;
  const { rows } = area;
  if (formulas.length === 1) {
    target.range(sheet, area).formulas = only as never;
    return;
  }
  if (isShort(rows, formulas)) {
    target.range(sheet, area).formulas = Array.from({ length: rows }, () => formulas);
    return;
  }
  const first = target.range(sheet, { ...area, rows: 1 });
  first.formulas = [formulas];
  target.range(sheet, { ...area, row: area.row + 1, rows: rows - 1 }).copyFrom(first, 'Formulas');
}

type Cells = (string | number | boolean)[][];

/** The rows but for those at the end in which nothing stands, and the columns in which something does. */
function trimmed(cells: Cells): { rows: Cells; columns: number } {
  const stands = (cell: unknown) => cell !== '';
  const rows = cells.slice(0, cells.findLastIndex((row) => row.some(stands)) + 1);
  const columns = rows.reduce((most, row) => Math.max(most, 1 + row.findLastIndex(stands)), 0);
  return { rows, columns };
}

function* chunks<T>(rows: T[][]): Generator<{ start: number; rows: T[][] }> {
  let start = 0;
  let bytes = 0;
  for (let i = 0; i < rows.length; i += 1) {
    bytes += jsonBytes(rows[i]);
    if (bytes > chunkBytes || i === rows.length - 1) {
      yield { start, rows: rows.slice(start, i + 1) };
      start = i + 1;
      bytes = 0;
    }
  }
}

/** Texts, and the formulas among them, in one go: what a formula names stands by then. */
function placeText(
  sheet: string,
  block: TextBlock,
  placement: Placement,
  naming: Naming,
  placing: Placing,
): void {
  const cells = block.rows.map((row) =>
    Array.from({ length: placement.columns }, (_, i) => {
      const { formula, text } = row[i] ?? {};
      return formula ? render(formula.node, naming) : asText(text ?? '');
    }),
  );
  placing.formulas.push({
    cells: cells.length * placement.columns,
    apply: (target) => {
      target.range(sheet, placement).formulas = cells;
    },
  });
  block.rows.forEach((row, r) =>
    row.forEach(({ link, text }, c) => {
      if (!link) return;
      placing.formulas.push({
        apply: (target) => {
          target.range(sheet, oneCell(placement.row + r, placement.column + c)).hyperlink = {
            documentReference: sheetAnchor(link),
            textToDisplay: text ?? '',
          };
        },
      });
    }),
  );
}

function placeFields(
  spec: WorkbookSpec,
  sheet: string,
  block: FieldsBlock,
  placement: Placement,
  naming: Naming,
  placing: Placing,
): void {
  const { row, column } = placement;
  const cells = block.fields.map((field) => [
    asText(field.label),
    field.formula ? render(field.formula.node, naming) : written(shown(spec, field, field.value)),
    asText(field.note ?? ''),
  ]);
  placing.formulas.push({
    cells: cells.length * 3,
    apply: (target) => {
      target.range(sheet, placement).formulas = cells;
    },
    undo: [{ kind: 'area', sheet, area: { row, column, rows: cells.length, columns: 3 } }],
  });
  block.fields.forEach(({ name }, i) =>
    placing.names.push(
      addName(name, true, sheet, oneCell(placement.row + i, placement.column + 1)),
    ),
  );
}

/** Where a field's value stands on a sheet, told by its label. */
export function fieldCell(
  field: FieldSpec,
  used: { row: number; column: number; values: unknown[][] },
): { row: number; column: number } | undefined {
  for (const [r, cells] of used.values.entries()) {
    const c = cells.indexOf(field.label);
    if (c >= 0) return { row: used.row + r, column: used.column + c + 1 };
  }
  return undefined;
}
