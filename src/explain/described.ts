import { naturalKey } from '../engagement/register';
import type { Value } from '../rules';
import type {
  ColumnSpec,
  FieldSpec,
  RowSpec,
  SheetSpec,
  TableBlock,
  TextCell,
  ValueKind,
  WorkbookSpec,
} from '../workbook';
import type { Reader } from './reader';
import type { Ref } from './ref';
import { shownAs } from './shown';

type CellRef = Extract<Ref, { kind: 'cell' }>;

interface DescribedTable {
  sheet: SheetSpec;
  block: TableBlock;
  columns: ReadonlyMap<string, ColumnSpec>;
  /** Columns that tell its rows apart, for people. */
  named: string[];
  /** The same, and one more where they do not. */
  by?: string[];
}

/** What tells rows apart where no natural key is declared, and what parts rows of one name. */
const naming = ['item', 'name', 'metric', 'what', 'benefit', 'category', 'term'];
const parting = ['period', 'date', 'year', 'scenario', 'day', 'cut', 'signature', 'level', 'no'];

/** A described workbook by the ids that rules use: what its cells are called and how they are shown. */
export class Described {
  private readonly tables = new Map<string, DescribedTable>();
  private readonly fields = new Map<string, { sheet: SheetSpec; field: FieldSpec }>();
  private readonly texts = new Map<string, { sheet: SheetSpec; rows: TextCell[][] }>();

  constructor(
    readonly spec: WorkbookSpec,
    private readonly reader: Reader,
  ) {
    for (const sheet of spec.sheets)
      for (const block of sheet.blocks) {
        if (block.kind === 'table') this.tables.set(block.name, this.tableOf(sheet, block));
        if (block.kind === 'text') this.texts.set(block.id, { sheet, rows: block.rows });
        if (block.kind === 'fields')
          for (const field of block.fields) this.fields.set(field.name, { sheet, field });
      }
  }

  get lang() {
    return this.spec.lang;
  }

  table(name: string): DescribedTable {
    const found = this.tables.get(name);
    if (!found) throw new Error(`No table ${name}`);
    return found;
  }

  column(table: string, id: string): ColumnSpec {
    const found = this.table(table).columns.get(id);
    if (!found) throw new Error(`No column ${id} in table ${table}`);
    return found;
  }

  field = (name: string) => this.fields.get(name);
  textCell = (block: string, row: number, column: number): TextCell | undefined =>
    this.texts.get(block)?.rows[row]?.[column];

  sheetOf(ref: Ref): SheetSpec | undefined {
    if (ref.kind === 'cell') return this.table(ref.table).sheet;
    return ref.kind === 'name'
      ? this.fields.get(ref.name)?.sheet
      : this.texts.get(ref.block)?.sheet;
  }

  row = ({ table, row }: CellRef): RowSpec | undefined => this.table(table).block.rows[row];

  kindOf(ref: Ref): ValueKind | undefined {
    if (ref.kind === 'name') return this.fields.get(ref.name)?.field.kind;
    if (ref.kind === 'text') return 'text';
    return this.row(ref)?.kinds?.[ref.column] ?? this.column(ref.table, ref.column).kind;
  }

  shown = (kind: ValueKind | undefined, value: Value): string => shownAs(this.lang, kind, value);

  /** What people call a row; "" for one that says nothing yet. */
  rowTitle(table: string, row: number): string {
    const found = this.table(table);
    found.by ??= this.namedBy(found);
    return this.titleOf(found, found.by, row);
  }

  /** What a whole column is called: with its sheet, unless one stands in it. */
  columnTitle(table: string, column: string): { column: string; sheet: string } {
    return { column: this.column(table, column).header, sheet: this.table(table).sheet.name };
  }

  private tableOf(sheet: SheetSpec, block: TableBlock): DescribedTable {
    const columns = new Map(block.columns.map((column) => [column.id, column]));
    const declared = naturalKey(block.id).filter((id) => columns.has(id) && id !== 'code');
    const other = naming.find((id) => columns.has(id)) ?? '';
    const named = ['code', ...(declared.length > 0 ? declared : [other])];
    return { sheet, block, columns, named: named.filter((id) => columns.has(id)) };
  }

  /** The columns by which a table's rows are told apart; one more where those that are named do not. */
  private namedBy({ block, columns, named }: DescribedTable): string[] {
    const said = new Set<string>();
    let count = 0;
    for (let row = 0; row < this.reader.rows(block.name); row += 1) {
      const values = named.map((id) => this.reader.cell(block.name, row, id));
      if (values.every((value) => value === null || value === '')) continue;
      count += 1;
      said.add(JSON.stringify(values));
    }
    const extra = parting.find((id) => columns.has(id) && !named.includes(id));
    const isAlike = named.length === 0 || said.size < count;
    return isAlike && extra !== undefined ? [...named, extra] : named;
  }

  private titleOf({ block, columns, named }: DescribedTable, by: string[], row: number): string {
    const parts = by.flatMap((id) => {
      const value = this.reader.cell(block.name, row, id);
      if (value === null || value === '' || typeof value === 'object') return [];
      return [{ id, text: this.shown(columns.get(id)?.kind, value) }];
    });
    const isNamed = named.length === 0 || parts.some(({ id }) => named.includes(id));
    return isNamed ? parts.map(({ text }) => text).join(' · ') : '';
  }
}
