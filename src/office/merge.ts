import { render, type Naming } from '../rules';
import type { CellValue, TableBlock, TextBlock, WorkbookSpec } from '../workbook';
import type { Operation } from './batch';
import { shown, written } from './cells';
import type { Inspection } from './inspect';
import type { MatchedTable, Matching } from './match';
import { blockAnchor } from './naming';
import { jsonBytes } from './text';

const overhead = 400;

interface MergeInput {
  /** As it shall be. */
  spec: WorkbookSpec;
  /** As it was described when it was laid out, where that can be told. */
  previous: WorkbookSpec;
  inspection: Inspection;
  matching: Matching;
  naming: Naming;
  /** Row ids by table, "" for empty rows. */
  order: ReadonlyMap<string, string[]>;
  repair: boolean;
}

/**
 * The changes that bring a workbook up to its description. Cells that already hold what they shall
 * hold are not written; cells that someone changed are left to them.
 */
export function mergeOperations(input: MergeInput): Operation[] {
  const operations: Operation[] = [];
  const before = new Map(
    input.previous.sheets.flatMap((sheet) => sheet.blocks).map((block) => [block.id, block]),
  );
  for (const block of input.spec.sheets.flatMap((sheet) => sheet.blocks)) {
    const old = before.get(block.id);
    if (block.kind === 'table') {
      const matched = input.matching.tables.get(block.id);
      if (matched)
        operations.push(...mergeTable(input, block, matched, old as TableBlock | undefined));
    } else if (block.kind === 'text') {
      operations.push(...mergeText(input, block, old as TextBlock | undefined));
    } else if (block.kind === 'fields') {
      for (const field of block.fields) {
        const snapshot = input.inspection.named.get(field.name);
        if (!snapshot) continue;
        const cell = { sheet: snapshot.sheet, row: snapshot.row, column: snapshot.column };
        if (field.formula) {
          operations.push(
            ...formulaRepair(
              input,
              cell,
              snapshot.formulas,
              render(field.formula.node, input.naming),
            ),
          );
        } else {
          const wanted = shown(input.spec, field, field.value);
          if (!same(snapshot.values[0]?.[0], wanted)) operations.push(write(cell, [[wanted]]));
        }
      }
    }
  }
  return operations;
}

interface Corner {
  sheet: string;
  row: number;
  column: number;
}

const same = (found: unknown, wanted: CellValue) =>
  (found === '' || found === undefined ? null : found) === (wanted === '' ? null : wanted);

function write(corner: Corner, rows: CellValue[][]): Operation {
  const values = rows.map((row) => row.map(written));
  return {
    bytes: overhead + jsonBytes(values),
    cells: rows.length * (rows[0]?.length ?? 0),
    apply: (context) => {
      context.workbook.worksheets
        .getItem(corner.sheet)
        .getRangeByIndexes(
          corner.row,
          corner.column,
          values.length,
          values[0]?.length ?? 0,
        ).values = values;
    },
  };
}

function formulaRepair(
  input: MergeInput,
  corner: Corner,
  found: unknown[][],
  formula: string,
): Operation[] {
  if (!input.repair || found.every((row) => row[0] === formula)) return [];
  return [
    {
      bytes: overhead + jsonBytes(formula),
      cells: found.length,
      apply: (context) => {
        context.workbook.worksheets
          .getItem(corner.sheet)
          .getRangeByIndexes(corner.row, corner.column, found.length, 1).formulas =
          formula as unknown as string[][];
      },
    },
  ];
}

/** A generated text is renewed unless someone has written something else over it. */
function mergeText(input: MergeInput, block: TextBlock, old: TextBlock | undefined): Operation[] {
  const snapshot = input.inspection.named.get(blockAnchor(block.id));
  if (!snapshot) return [];
  return block.rows.flatMap((row, r) =>
    row.flatMap((cell, c): Operation[] => {
      const corner = { sheet: snapshot.sheet, row: snapshot.row + r, column: snapshot.column + c };
      const found = snapshot.values[r]?.[c];
      if (cell.formula) {
        const formula = render(cell.formula.node, input.naming);
        const stale = old?.rows[r]?.[c]?.formula;
        const changed = stale !== undefined && render(stale.node, input.naming) !== formula;
        return changed || input.repair
          ? formulaRepair(
              { ...input, repair: true },
              corner,
              [[snapshot.formulas[r]?.[c]]],
              formula,
            )
          : [];
      }
      const wanted = cell.text ?? null;
      if (found === undefined || same(found, wanted)) return [];
      const untouched = same(found, old?.rows[r]?.[c]?.text ?? null);
      return untouched ? [write(corner, [[wanted]])] : [];
    }),
  );
}

function mergeTable(
  input: MergeInput,
  block: TableBlock,
  matched: MatchedTable,
  old: TableBlock | undefined,
): Operation[] {
  const lasting = block.columns[0]?.role === 'key';
  return [
    ...mergeHeaders(input, block, matched, old),
    ...(lasting ? mergeRows(input, block, matched) : replaceRows(input, block, matched)),
    ...mergeFormulas(input, block, matched, old),
  ];
}

const tableAt = (matched: MatchedTable): Corner => ({
  sheet: matched.snapshot.sheet,
  row: matched.snapshot.row,
  column: matched.snapshot.column,
});

function mergeHeaders(
  input: MergeInput,
  block: TableBlock,
  matched: MatchedTable,
  old: TableBlock | undefined,
): Operation[] {
  const corner = tableAt(matched);
  return block.columns.flatMap((column) => {
    const position = matched.positions.get(column.id);
    if (position === undefined)
      return input.repair ? [addColumn(input, block, matched, column.id)] : [];
    const found = matched.snapshot.headers[position];
    if (found === column.header) return [];
    const untouched = old?.columns.find(({ id }) => id === column.id)?.header === found;
    return untouched || input.repair
      ? [write({ ...corner, column: corner.column + position }, [[column.header]])]
      : [];
  });
}

/** A column that someone deleted comes back at the end of its table. */
function addColumn(
  input: MergeInput,
  block: TableBlock,
  matched: MatchedTable,
  id: string,
): Operation {
  const column = block.columns.find((one) => one.id === id);
  const described = new Map(block.rows.map((row) => [row.id, row]));
  const ids = input.order.get(block.id) ?? [];
  const formula = column?.formula && render(column.formula.node, input.naming, block.name);
  const body = matched.snapshot.values.map((_, r) => {
    if (formula) return [formula];
    if (column?.role === 'key') return [written(ids[r] ?? block.rows[r]?.id ?? null)];
    return [written(shown(input.spec, column ?? {}, described.get(ids[r] ?? '')?.cells[id]))];
  });
  return {
    bytes: overhead + jsonBytes(body),
    cells: body.length + 1,
    apply: (context) => {
      context.workbook.tables
        .getItem(matched.snapshot.name)
        .columns.add(undefined, [[column?.header ?? id], ...body]);
    },
  };
}

/** Rows are found by id wherever they stand; new ones take the empty rows first. */
function mergeRows(input: MergeInput, block: TableBlock, matched: MatchedTable): Operation[] {
  const operations: Operation[] = [];
  const corner = tableAt(matched);
  const ids = [...(input.order.get(block.id) ?? [])];
  const described = new Map(block.rows.map((row) => [row.id, row]));
  const width = matched.snapshot.headers.length;
  const cellsOf = (id: string) => {
    const cells: CellValue[] = Array.from({ length: width }, () => null);
    for (const column of block.columns) {
      const position = matched.positions.get(column.id);
      if (position === undefined || column.formula) continue;
      cells[position] =
        column.role === 'key' ? id : shown(input.spec, column, described.get(id)?.cells[column.id]);
    }
    return cells;
  };
  ids.forEach((id, r) => {
    if (id === '' || !described.has(id)) return;
    const wanted = cellsOf(id);
    for (const column of block.columns) {
      const position = matched.positions.get(column.id);
      if (position === undefined || column.formula) continue;
      if (same(matched.snapshot.values[r]?.[position], wanted[position] ?? null)) continue;
      operations.push(
        write({ ...corner, row: corner.row + 1 + r, column: corner.column + position }, [
          [wanted[position] ?? null],
        ]),
      );
    }
  });
  const here = new Set(ids);
  const fresh = block.rows.map((row) => row.id).filter((id) => !here.has(id));
  for (const id of [...fresh]) {
    const free = ids.indexOf('');
    if (free < 0) break;
    ids[free] = id;
    fresh.shift();
    const cells = cellsOf(id);
    for (const column of block.columns) {
      const position = matched.positions.get(column.id);
      const cell = position === undefined ? null : (cells[position] ?? null);
      if (position === undefined || cell === null) continue;
      operations.push(
        write({ ...corner, row: corner.row + 1 + free, column: corner.column + position }, [
          [cell],
        ]),
      );
    }
  }
  const spare = ids.filter((id) => id === '').length;
  const missing =
    fresh.length > 0 || block.spare > 0 ? Math.max(0, Math.ceil(block.spare / 2) - spare) : 0;
  const rows = [
    ...fresh.map((id) => cellsOf(id)),
    ...Array.from({ length: missing }, () =>
      Array.from({ length: width }, () => null as CellValue),
    ),
  ];
  if (rows.length > 0) operations.push(appendRows(input, block, matched, rows));
  return operations;
}

/** One call for all rows: what stands below the table is moved down, formulas fill themselves. */
function appendRows(
  input: MergeInput,
  block: TableBlock,
  matched: MatchedTable,
  rows: CellValue[][],
): Operation {
  const formulas = new Map(
    block.columns.flatMap((column): [number, string][] => {
      const position = matched.positions.get(column.id);
      return column.formula && position !== undefined
        ? [[position, render(column.formula.node, input.naming, block.name)]]
        : [];
    }),
  );
  const values = rows.map((row) => row.map((cell, i) => formulas.get(i) ?? written(cell)));
  return {
    bytes: overhead + jsonBytes(values),
    cells: values.length * (values[0]?.length ?? 0),
    apply: (context) => {
      context.workbook.tables
        .getItem(matched.snapshot.name)
        .rows.add(undefined, values as (string | number | boolean)[][]);
    },
  };
}

/** Tables without lasting rows are ours alone: their body is made to be as described. */
function replaceRows(input: MergeInput, block: TableBlock, matched: MatchedTable): Operation[] {
  const operations: Operation[] = [];
  const corner = tableAt(matched);
  const { snapshot, positions } = matched;
  const columns = block.columns.filter((column) => !column.formula && positions.has(column.id));
  const wanted = block.rows.map((row) => {
    const cells: CellValue[] = snapshot.headers.map(() => null);
    for (const column of columns) {
      cells[positions.get(column.id) as number] = shown(input.spec, column, row.cells[column.id]);
    }
    return cells;
  });
  const common = Math.min(wanted.length, snapshot.values.length);
  for (const column of columns) {
    const position = positions.get(column.id) as number;
    const differs = wanted
      .slice(0, common)
      .some((cells, r) => !same(snapshot.values[r]?.[position], cells[position] ?? null));
    if (differs) {
      operations.push(
        write(
          { ...corner, row: corner.row + 1, column: corner.column + position },
          wanted.slice(0, common).map((cells) => [cells[position] ?? null]),
        ),
      );
    }
  }
  if (wanted.length > common) {
    operations.push(appendRows(input, block, matched, wanted.slice(common)));
  }
  // A table keeps at least one row, and lists keep what someone added to them.
  const surplus = snapshot.values.length - Math.max(1, wanted.length);
  if (surplus > 0 && !block.positional) {
    operations.push({
      bytes: overhead,
      apply: (context) => {
        context.workbook.worksheets
          .getItem(corner.sheet)
          .getRangeByIndexes(
            corner.row + 1 + Math.max(1, wanted.length),
            corner.column,
            surplus,
            snapshot.headers.length,
          )
          .delete('Up');
      },
    });
  }
  return operations;
}

function mergeFormulas(
  input: MergeInput,
  block: TableBlock,
  matched: MatchedTable,
  old: TableBlock | undefined,
): Operation[] {
  const corner = tableAt(matched);
  return block.columns.flatMap((column) => {
    const position = matched.positions.get(column.id);
    if (!column.formula || position === undefined) return [];
    const formula = render(column.formula.node, input.naming, block.name);
    const stale = old?.columns.find(({ id }) => id === column.id)?.formula;
    const changed = stale !== undefined && render(stale.node, input.naming, block.name) !== formula;
    return formulaRepair(
      { ...input, repair: input.repair || changed },
      { ...corner, row: corner.row + 1, column: corner.column + position },
      matched.snapshot.formulas.map((cells) => [cells[position]]),
      formula,
    );
  });
}
