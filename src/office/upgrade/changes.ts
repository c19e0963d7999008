import { metricFields } from '../../catalog/editions';
import {
  fingerprint,
  textColumns,
  type CellValue,
  type ColumnSpec,
  type TableBlock,
  type WorkbookSpec,
} from '../../workbook';
import { shown } from '../cells';
import { laidTables, type LaidRows } from '../laid';
import { tablesOf } from '../naming';
import type { Ours } from '../workbook';
import type { Upgrade, UpgradeChange } from './upgrade';

/** Of the catalog; the other tables are the layout's. */
export const upgraded: string[] = [
  ...['ask', 'plan', 'pain', 'function', 'innovation', 'metrics', 'drivers'],
];
const places = ['dimension', 'module', 'transformation'];
/** Columns in which it stands what a metric is; of a field with several entries each has a number. */
const defining = new Set([...metricFields, 'explanation', 'guard']);
const fieldOf = (column: string) => column.replace(/\d+$/, '');

type TextKind = 'moved' | 'reworded' | 'redefined';

/** What stands in the workbook, what was laid out there, and what it would be laid out as now. */
export class Comparison {
  private readonly laid: ReadonlyMap<string, LaidRows>;

  /** @param blank the workbook without answers, from the newer catalogs */
  constructor(
    private readonly ours: Ours,
    private readonly blank: WorkbookSpec,
  ) {
    this.laid = laidTables(ours.read.matching.tables);
  }

  changes(): UpgradeChange[] {
    return tablesOf(this.blank.sheets)
      .filter(({ id }) => upgraded.includes(id))
      .flatMap((block) => this.ofTable(block));
  }

  pickOf(block: Pick<TableBlock, 'store'>, id: string): string | null {
    const answers = this.ours.read.engagement[block.store as 'ask'][id];
    return answers?.pick === undefined || answers.pick === null ? null : String(answers.pick);
  }

  /** What stands in a cell of the row. */
  standing(table: string, id: string, column: string): CellValue {
    const { order, matching } = this.ours.read;
    const matched = matching.tables.get(table);
    const position = matched?.positions.get(column);
    const row = (order.get(table) ?? []).indexOf(id);
    return position === undefined
      ? null
      : ((matched?.snapshot.values[row]?.[position] as CellValue) ?? null);
  }

  /** Whether an earlier upgrade has laid the row out without a text of the catalog. */
  wasRetired(table: string, id: string): boolean {
    const marks = this.laid.get(table)?.get(id);
    return marks?.every((mark) => mark === fingerprint(null)) ?? false;
  }

  private ofTable(block: TableBlock): UpgradeChange[] {
    const order = this.ours.read.order.get(block.id) ?? [];
    const laid = this.laid.get(block.id);
    return block.rows.flatMap(({ id, cells }): UpgradeChange[] => {
      const text = String(cells.item ?? '');
      const base = { table: block.id, id, text, columns: [], rests: null };
      const marks = laid?.get(id);
      if (!marks)
        return order.includes(id) ? [] : [{ ...base, kind: 'added', outcome: 'comes', pick: null }];
      if (!order.includes(id)) return [];
      return (['moved', 'reworded', 'redefined'] as const).flatMap((kind) =>
        this.ofRow(block, { id, cells }, marks, kind).map((change) => ({ ...base, ...change })),
      );
    });
  }

  private ofRow(
    block: TableBlock,
    { id, cells }: TableBlock['rows'][number],
    marks: readonly string[],
    kind: TextKind,
  ): Pick<UpgradeChange, 'kind' | 'columns' | 'outcome' | 'pick'>[] {
    const texts = textColumns(block);
    const changed = texts.filter((column) => {
      const mark = marks[texts.indexOf(column)];
      return (
        kindOf(block, column) === kind &&
        mark !== undefined &&
        mark !== fingerprint(cells[column.id])
      );
    });
    const edits = this.ours.read.engagement.edits[block.id]?.[id] ?? {};
    return (['renewed', 'kept'] as const).flatMap((outcome) => {
      const these = changed.filter(({ id: one }) => one in edits === (outcome === 'kept'));
      if (these.length === 0) return [];
      const columns = these.map((column) => ({
        id: column.id,
        header: column.header,
        from: String(this.standing(block.id, id, column.id) ?? ''),
        to: String(shown(this.blank, column, cells[column.id]) ?? ''),
      }));
      return [{ kind, columns, outcome, pick: this.pickOf(block, id) }];
    });
  }

  links(): Upgrade['links'] {
    const links = { added: 0, removed: 0 };
    for (const block of tablesOf(this.blank.sheets).filter(isLinks)) {
      const snapshot = this.ours.inspection.snapshots.get(block.name);
      const named = (cells: readonly unknown[]) => cells.slice(0, 3).map(String).join(' ');
      const standing = new Set(
        (snapshot?.values ?? []).filter(([from]) => from !== '' && from !== null).map(named),
      );
      const wanted = new Set(
        block.rows.map(({ cells }) => named([cells.from, cells.to, cells.strength])),
      );
      links.added += [...wanted].filter((one) => !standing.has(one)).length;
      links.removed += [...standing].filter((one) => !wanted.has(one)).length;
    }
    return links;
  }
}

const kindOf = (block: TableBlock, { id }: ColumnSpec): TextKind => {
  if (block.id === 'metrics' && defining.has(fieldOf(id))) return 'redefined';
  if (block.id === 'drivers' && id === 'unit') return 'redefined';
  return places.includes(id) ? 'moved' : 'reworded';
};

const isLinks = ({ id, columns }: TableBlock) =>
  id.startsWith('links.') && columns.some((column) => column.id === 'strength');
