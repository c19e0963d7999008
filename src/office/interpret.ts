import { isoOf, render } from '../rules';
import { Engagement } from '../engagement/schema';
import type { CellValue, ColumnSpec, FieldSpec, TableBlock, WorkbookSpec } from '../workbook';
import { shown } from './cells';
import type { Finding } from './findings';
import type { Inspection } from './inspect';
import type { MatchedTable, Matching } from './match';
import { namingOf } from './naming';

export interface ReadResult {
  engagement: Engagement;
  findings: Finding[];
  /** What the workbook computed: table → row id → column id → value; named results by name. */
  results: {
    tables: Record<string, Record<string, Record<string, CellValue>>>;
    names: Record<string, CellValue>;
  };
  /** Row ids as they stand, in order; "" for an empty row. */
  order: ReadonlyMap<string, string[]>;
}

type Rows = Record<string, Record<string, CellValue>>;

/**
 * What people have said in a workbook, by id, whatever its order.
 * @param spec the workbook as it would be laid out with no answers, in the language it was laid out in
 */
export function interpret(
  spec: WorkbookSpec,
  inspection: Inspection,
  matching: Matching,
): ReadResult {
  const reader = new Reader(spec, inspection, matching);
  return reader.read();
}

class Reader {
  private readonly findings: Finding[];
  private readonly stores: Record<string, Rows> = {};
  private readonly edits: Record<string, Rows> = {};
  private readonly extra: Record<string, Rows> = {};
  private readonly removed: Record<string, string[]> = {};
  private readonly results: ReadResult['results'] = { tables: {}, names: {} };
  private readonly order = new Map<string, string[]>();
  private readonly labels: Map<string, Map<string, string>>;

  constructor(
    private readonly spec: WorkbookSpec,
    private readonly inspection: Inspection,
    private readonly matching: Matching,
  ) {
    this.findings = [...matching.findings];
    this.labels = new Map(
      spec.lists.map((list) => [
        list.id,
        new Map(list.entries.map((entry) => [entry.label, entry.id])),
      ]),
    );
  }

  read(): ReadResult {
    const blocks = this.spec.sheets.flatMap((sheet) => sheet.blocks);
    for (const block of blocks) if (block.kind === 'table' && block.positional) this.list(block);
    for (const block of blocks) if (block.kind === 'table' && !block.positional) this.table(block);
    const settings: Record<string, CellValue> = {};
    for (const block of blocks) {
      if (block.kind === 'fields') for (const field of block.fields) this.field(field, settings);
    }
    const engagement = Engagement.parse({
      format: 'appfi-engagement/1',
      lang: this.spec.lang,
      catalogs: catalogsOf(this.inspection.facts),
      settings: settings as Engagement['settings'],
      ...this.stores,
      removed: this.removed,
      edits: this.edits,
      extra: this.extra,
    });
    return { engagement, findings: this.findings, results: this.results, order: this.order };
  }

  /** Entries that someone reworded or added; they decide what a drop-down's words stand for. */
  private list(block: TableBlock): void {
    const matched = this.matching.tables.get(block.id);
    const position = matched?.positions.get('entry');
    const list = this.spec.lists.find((one) => `list.${one.id}` === block.id);
    if (!matched || position === undefined || !list) return;
    matched.snapshot.values.forEach((cells, i) => {
      const label = String(cells[position] ?? '');
      const entry = list.entries[i];
      if (label === '' || label === entry?.label) return;
      const id = entry?.id ?? label;
      ((this.edits[block.id] ??= {})[id] ??= {}).entry = label;
      this.labels.get(list.id)?.set(label, id);
    });
  }

  private field(field: FieldSpec, settings: Record<string, CellValue>): void {
    const snapshot = this.inspection.named.get(field.name);
    if (!snapshot) {
      this.findings.push({
        kind: 'name-missing',
        severity: 'error',
        repairable: true,
        expected: field.name,
        found: field.label,
      });
      return;
    }
    const value = cellValue(snapshot.values[0]?.[0]);
    if (field.formula) {
      const expected = render(field.formula.node, namingOf(this.spec.sheets, this.matching.actual));
      this.checkFormula(snapshot.formulas[0]?.[0], expected, {
        expected: field.name,
        sheet: snapshot.sheet,
      });
      this.results.names[field.name] = value;
    } else if (field.stored) {
      const stored = this.stored(field, value);
      if (stored !== null) settings[field.id] = stored;
    }
  }

  private table(block: TableBlock): void {
    const matched = this.matching.tables.get(block.id);
    if (!matched || !matched.positions.has('id')) return;
    const ids = this.identify(block, matched);
    this.order.set(block.id, ids);
    this.rows(block, matched, ids);
    this.formulas(block, matched, ids);
    if (block.store !== undefined) this.deleted(block, ids);
  }

  /** The id of every row; rows without one that hold something get the next free one. */
  private identify(block: TableBlock, matched: MatchedTable): string[] {
    const at = matched.positions.get('id') as number;
    const written = matched.snapshot.values.map((cells) => String(cells[at] ?? ''));
    const used = new Set(written.filter(Boolean));
    const seen = new Set<string>();
    let next = 1;
    const own = () => {
      while (used.has(`${block.customPrefix}${next}`)) next += 1;
      const id = `${block.customPrefix}${next}`;
      used.add(id);
      return id;
    };
    const typed = block.columns.filter(
      (column) => column.role === 'input' || column.role === 'content',
    );
    return written.map((id, row) => {
      const cells = matched.snapshot.values[row] as unknown[];
      if (id === '') {
        const filled =
          block.customPrefix !== undefined &&
          [
            ...typed.map((column) => matched.positions.get(column.id)),
            ...matched.extras.map((one) => one.position),
          ].some(
            (position) =>
              position !== undefined && cells[position] !== '' && cells[position] !== null,
          );
        return filled ? own() : '';
      }
      if (!seen.has(id)) {
        seen.add(id);
        return id;
      }
      this.findings.push({
        kind: 'row-duplicated',
        severity: 'warning',
        repairable: true,
        sheet: matched.snapshot.sheet,
        table: block.name,
        row: id,
      });
      return block.customPrefix === undefined ? '' : own();
    });
  }

  private rows(block: TableBlock, matched: MatchedTable, ids: string[]): void {
    const described = new Map(block.rows.map((row) => [row.id, row]));
    ids.forEach((id, r) => {
      if (id === '') return;
      const cells = matched.snapshot.values[r] as unknown[];
      const row = described.get(id);
      const own = block.customPrefix !== undefined && id.startsWith(block.customPrefix);
      if (!row && !own && block.store !== undefined) {
        this.findings.push({
          kind: 'row-unknown',
          severity: 'warning',
          repairable: false,
          sheet: matched.snapshot.sheet,
          table: block.name,
          row: id,
        });
      }
      for (const column of block.columns) {
        const position = matched.positions.get(column.id);
        if (position === undefined || column.role === 'key' || column.role === 'fixed') continue;
        const raw = cellValue(cells[position]);
        if (column.role === 'calc') {
          ((this.results.tables[block.id] ??= {})[id] ??= {})[column.id] = raw;
          continue;
        }
        if (block.store === undefined) continue;
        const value = this.stored(column, raw);
        const usual = this.usual(column, row?.cells[column.id]);
        if (value === usual) continue;
        if (row && column.role === 'content') {
          if (value !== null) ((this.edits[block.id] ??= {})[id] ??= {})[column.id] = value;
        } else {
          ((this.stores[block.store] ??= {})[id] ??= {})[column.id] = value;
        }
      }
      // A row of one's own that was emptied still counts while its id stands there.
      if (!row && block.store !== undefined) (this.stores[block.store] ??= {})[id] ??= {};
      for (const { header, position } of matched.extras) {
        const value = cellValue(cells[position]);
        if (value !== null) ((this.extra[block.id] ??= {})[id] ??= {})[header] = value;
      }
    });
  }

  /** What an unanswered cell holds, in the form in which answers are kept. */
  private usual(column: ColumnSpec, value: CellValue | undefined): CellValue {
    return this.stored(column, cellValue(shown(this.spec, column, value)));
  }

  /** List entries by id, dates as ISO texts; whatever else stands there is kept as it is. */
  private stored(column: Pick<ColumnSpec, 'kind' | 'list'>, value: CellValue): CellValue {
    if (value === null) return null;
    if (column.list !== undefined) {
      return this.labels.get(column.list)?.get(String(value).trim()) ?? String(value);
    }
    if (column.kind === 'date' && typeof value === 'number') return isoOf(value);
    return column.kind === 'text' && typeof value !== 'string' ? String(value) : value;
  }

  private formulas(block: TableBlock, matched: MatchedTable, ids: string[]): void {
    const naming = namingOf(this.spec.sheets, this.matching.actual);
    for (const column of block.columns) {
      const position = matched.positions.get(column.id);
      if (!column.formula || position === undefined) continue;
      const expected = render(column.formula.node, naming, block.name);
      matched.snapshot.formulas.forEach((cells, r) => {
        this.checkFormula(cells[position], expected, {
          sheet: matched.snapshot.sheet,
          table: block.name,
          column: column.id,
          row: ids[r] || String(r + 1),
        });
      });
    }
  }

  private checkFormula(found: unknown, expected: string, where: Partial<Finding>): void {
    if (sameFormula(String(found ?? ''), expected)) return;
    this.findings.push({
      kind: 'formula-overwritten',
      severity: 'error',
      repairable: true,
      ...where,
      found: String(found ?? ''),
      expected,
    });
  }

  private deleted(block: TableBlock, ids: string[]): void {
    const here = new Set(ids);
    const laid = this.laidRows(block.id);
    const gone = block.rows.map((row) => row.id).filter((id) => laid.has(id) && !here.has(id));
    if (gone.length === 0) return;
    this.removed[block.store as string] = gone;
    for (const row of gone) {
      this.findings.push({
        kind: 'row-deleted',
        severity: 'note',
        repairable: true,
        table: block.name,
        row,
      });
    }
  }

  private laidRows(table: string): Set<string> {
    const matched = this.matching.tables.get('provenance.rows');
    const tableAt = matched?.positions.get('table');
    const rowAt = matched?.positions.get('row');
    if (!matched || tableAt === undefined || rowAt === undefined) return new Set();
    return new Set(
      matched.snapshot.values
        .filter((cells) => cells[tableAt] === table)
        .map((cells) => String(cells[rowAt])),
    );
  }
}

/** Blanks and case outside texts do not matter; other spreadsheets write them differently. */
function sameFormula(found: string, expected: string): boolean {
  return found === expected || squeeze(found) === squeeze(expected);
}

const squeeze = (formula: string) =>
  formula
    .split('"')
    .map((part, i) => (i % 2 === 0 ? part.replaceAll(/\s+/g, '').toUpperCase() : part))
    .join('"');

const cellValue = (value: unknown): CellValue =>
  value === '' || value === null || value === undefined ? null : (value as CellValue);

function catalogsOf(facts: ReadonlyMap<string, string>): Engagement['catalogs'] {
  return [...facts]
    .filter(([key]) => key.startsWith('catalog.'))
    .map(([key, value]) => {
      const [version, hash] = value.split(' ');
      return { id: key.slice('catalog.'.length), version, hash };
    });
}
