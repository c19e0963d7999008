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
import { numberFormats } from './looks';
import { blockAnchor, cellName, sheetAnchor } from './naming';
import { asText, jsonBytes } from './text';

/** Operations by phase: whatever a formula names must stand before the formula does. */
export interface Placing {
  create: Operation[];
  names: Operation[];
  formulas: Operation[];
  dress: Operation[];
}

const overhead = 400;
/** A name, with the way to its range. */
const nameBytes = 900;
/** Cell values of one operation; a longer table is written in several. */
const chunkBytes = 1_000_000;

const at = (context: Excel.RequestContext, sheet: string, placement: Placement) =>
  context.workbook.worksheets
    .getItem(sheet)
    .getRangeByIndexes(placement.row, placement.column, placement.rows, placement.columns);

export const addName = (
  name: string,
  visible: boolean,
  range: (context: Excel.RequestContext) => Excel.Range,
): Operation => ({
  bytes: nameBytes,
  apply: (context: Excel.RequestContext) => {
    const item = context.workbook.names.add(name, range(context));
    if (!visible) item.visible = false;
  },
});

/** Everything it takes to put a new sheet into a workbook. */
export function placeSheet(spec: WorkbookSpec, sheet: SheetSpec, naming: Naming): Placing {
  const layout = layoutSheet(sheet);
  const placing: Placing = { create: [], names: [], formulas: [], dress: [] };
  placing.create.push({
    bytes: overhead,
    apply: (context) => {
      context.workbook.worksheets.add(sheet.name);
    },
  });
  placing.names.push(
    addName(sheetAnchor(sheet.id), false, (context) =>
      context.workbook.worksheets.getItem(sheet.name).getRangeByIndexes(0, 0, 1, 1),
    ),
  );
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
  placing.names.push(
    addName(blockAnchor(block.id), false, (context) => at(context, sheet, placement)),
  );

function placeTable(
  spec: WorkbookSpec,
  sheet: string,
  block: TableBlock,
  placement: Placement,
  naming: Naming,
  placing: Placing,
): void {
  const body = (context: Excel.RequestContext, column: number) =>
    context.workbook.worksheets
      .getItem(sheet)
      .getRangeByIndexes(placement.row + 1, placement.column + column, placement.rows - 1, 1);
  const header = block.columns.map((column) => asText(column.header));
  placing.create.push({
    bytes: overhead * (2 + block.columns.length),
    cells: header.length,
    apply: (context) => {
      block.columns.forEach((column, i) => {
        const format = numberFormats[column.kind];
        if (format !== 'General') body(context, i).numberFormat = format as unknown as string[][];
      });
      const worksheet = context.workbook.worksheets.getItem(sheet);
      worksheet.getRangeByIndexes(placement.row, placement.column, 1, header.length).values = [
        header,
      ];
      const table = worksheet.tables.add(at(context, sheet, placement), true);
      table.name = block.name;
      table.style = 'TableStyleLight1';
      table.showBandedRows = false;
      table.showFilterButton = block.filter;
    },
  });
  const matrix = bodyMatrix(spec, block);
  for (const { start, rows } of chunks(matrix)) {
    placing.create.push({
      bytes: overhead + jsonBytes(rows),
      cells: rows.length * block.columns.length,
      apply: (context) => {
        context.workbook.worksheets
          .getItem(sheet)
          .getRangeByIndexes(
            placement.row + 1 + start,
            placement.column,
            rows.length,
            block.columns.length,
          ).values = rows;
      },
    });
  }
  block.columns.forEach((column, i) => {
    if (!column.formula) return;
    const formula = render(column.formula.node, naming, block.name);
    placing.formulas.push({
      bytes: overhead + jsonBytes(formula),
      cells: placement.rows - 1,
      apply: (context) => {
        body(context, i).formulas = formula as unknown as string[][];
      },
    });
  });
  const named = block.columns.findIndex(({ id }) => id === block.cellNames?.column);
  if (block.cellNames && named >= 0) {
    const { prefix } = block.cellNames;
    block.rows.forEach(({ id }, r) =>
      placing.names.push(
        addName(cellName(prefix, id), true, (context) =>
          context.workbook.worksheets
            .getItem(sheet)
            .getRangeByIndexes(placement.row + 1 + r, placement.column + named, 1, 1),
        ),
      ),
    );
  }
  const list = spec.lists.find((one) => one.id === block.list);
  if (list) placing.names.push(addName(list.name, true, (context) => body(context, 0)));
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

function placeText(
  sheet: string,
  block: TextBlock,
  placement: Placement,
  naming: Naming,
  placing: Placing,
): void {
  const values = block.rows.map((row) =>
    Array.from({ length: placement.columns }, (_, i) => asText(row[i]?.text ?? '')),
  );
  placing.create.push({
    bytes: overhead + jsonBytes(values),
    cells: values.length * placement.columns,
    apply: (context) => {
      at(context, sheet, placement).values = values;
    },
  });
  block.rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      const where = (context: Excel.RequestContext) =>
        context.workbook.worksheets
          .getItem(sheet)
          .getRangeByIndexes(placement.row + r, placement.column + c, 1, 1);
      if (cell.formula) {
        const formula = render(cell.formula.node, naming);
        placing.formulas.push({
          bytes: overhead + jsonBytes(formula),
          cells: 1,
          apply: (context) => {
            where(context).formulas = [[formula]];
          },
        });
      }
      const { link, text } = cell;
      if (link) {
        placing.formulas.push({
          bytes: overhead,
          apply: (context) => {
            where(context).hyperlink = {
              documentReference: sheetAnchor(link),
              textToDisplay: text ?? '',
            };
          },
        });
      }
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
  const values = block.fields.map((field) => [
    asText(field.label),
    field.formula ? '' : written(shown(spec, field, field.value)),
    asText(field.note ?? ''),
  ]);
  const cell = (context: Excel.RequestContext, row: number) =>
    context.workbook.worksheets
      .getItem(sheet)
      .getRangeByIndexes(placement.row + row, placement.column + 1, 1, 1);
  placing.create.push({
    bytes: overhead * (1 + block.fields.length) + jsonBytes(values),
    cells: values.length * 3,
    apply: (context) => {
      block.fields.forEach((field, i) => {
        const format = numberFormats[field.kind];
        if (format !== 'General') cell(context, i).numberFormat = [[format]];
      });
      at(context, sheet, placement).values = values;
    },
  });
  block.fields.forEach((field, i) => {
    placing.names.push(addName(field.name, true, (context) => cell(context, i)));
    if (!field.formula) return;
    const formula = render(field.formula.node, naming);
    placing.formulas.push({
      bytes: overhead + jsonBytes(formula),
      cells: 1,
      apply: (context) => {
        cell(context, i).formulas = [[formula]];
      },
    });
  });
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
