import type { Value } from '../rules';
import type { Computed } from './compute';
import type { CellValue, RowSpec, WorkbookSpec } from './spec';

/** A described workbook and what it computes. */
export interface Worked {
  spec: WorkbookSpec;
  computed: Computed;
}

export type Cells = Record<string, CellValue>;

/**
 * Rows of a described workbook as an engagement keeps them – entries by id, whatever the language –
 * and beside them what they compute.
 */
export class DescribedRows {
  private readonly tables: Map<string, RowSpec[]>;
  private readonly settings: Map<string, CellValue>;

  constructor(private readonly worked: Worked) {
    const blocks = worked.spec.sheets.flatMap((sheet) => sheet.blocks);
    this.tables = new Map(
      blocks.flatMap((block) => (block.kind === 'table' ? [[block.name, block.rows]] : [])),
    );
    this.settings = new Map(
      blocks
        .flatMap((block) => (block.kind === 'fields' ? block.fields : []))
        .map(({ id, value }) => [id, value ?? null]),
    );
  }

  setting = (id: string): CellValue => this.settings.get(id) ?? null;

  of = (table: string): { row: number; cells: Cells }[] =>
    (this.tables.get(table) ?? []).map(({ cells }, row) => ({ row, cells }));

  /** A value that the row computes, by its place counted from 0. */
  at = (table: string, row: number, column: string): Value =>
    this.worked.computed.cell(table, row, column);

  /** The points (attainment, payout share) of the curve at a position, ascending. */
  pointsOf = (curve: Value): [attainment: number, payout: number][] =>
    this.of('Points')
      .map(({ row, cells }) => ({ cells, key: this.at('Points', row, 'key'), row }))
      .filter(({ row }) => this.at('Points', row, 'curveRow') === curve)
      .sort((a, b) => Number(a.key) - Number(b.key))
      .map(({ cells }) => [Number(cells.attainment), Number(cells.payout)]);

  /** The row at a position that a formula found, counted from 1. */
  cells = (table: string, position: Value): Cells | undefined => this.row(table, position)?.cells;

  /** Cells of that row in which someone said something else than it was laid out with. */
  said = (table: string, position: Value, columns: readonly string[]): Cells => {
    const row = this.row(table, position);
    return Object.fromEntries(
      columns
        .map((column): [string, CellValue] => [column, row?.cells[column] ?? null])
        .filter(([column, value]) => value !== (row?.defaults?.[column] ?? null)),
    );
  };

  private row = (table: string, position: Value): RowSpec | undefined =>
    typeof position === 'number' ? this.tables.get(table)?.[position - 1] : undefined;
}
