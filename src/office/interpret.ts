import { isDay, isoOf, render, serialOfIso, type Naming } from '../rules';
import { ownPrefix } from '../engagement/register';
import { Engagement } from '../engagement/schema';
import { ownPart, ownRow, setCell } from '../engagement/setCell';
import { holdsUnseen } from '../engagement/unseen';
import {
  fingerprint,
  textColumns,
  type CellValue,
  type ColumnSpec,
  type FieldSpec,
  type RowSpec,
  type TableBlock,
  type TextBlock,
  type WorkbookSpec,
} from '../workbook';
import { shown } from './cells';
import { readEntries } from './entries';
import type { Finding } from './findings';
import { sameFormula } from './formula';
import { identify, type RowIds } from './identify';
import type { Inspection } from './inspect';
import { laidTables, type LaidRows } from './laid';
import type { MatchedTable, Matching } from './match';
import { blockAnchor, namingOf } from './naming';
import { textCells } from './textCells';

export interface ReadResult {
  engagement: Engagement;
  findings: Finding[];
  /** What the workbook computed: table → row id → column id → value; named results by name. */
  results: {
    tables: Record<string, Record<string, Record<string, CellValue>>>;
    names: Record<string, CellValue>;
  };
  /** Row ids by table, as they stand. */
  order: ReadonlyMap<string, RowIds>;
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
  private readonly said: Pick<Engagement, 'edits'> = { edits: {} };
  private readonly extra: Record<string, Rows> = {};
  private readonly removed: Record<string, string[]> = {};
  private readonly results: ReadResult['results'] = { tables: {}, names: {} };
  private readonly order = new Map<string, RowIds>();
  private readonly meanings = new Map<string, ReadonlyMap<string, string>>();
  private readonly laid: ReadonlyMap<string, LaidRows>;
  private readonly naming: Naming;

  constructor(
    private readonly spec: WorkbookSpec,
    private readonly inspection: Inspection,
    private readonly matching: Matching,
  ) {
    this.findings = [...matching.findings];
    this.laid = laidTables(matching.tables);
    this.naming = namingOf(spec.sheets, matching.actual);
    for (const list of spec.lists) {
      this.meanings.set(list.id, new Map(list.entries.map(({ id, label }) => [label, id])));
    }
  }

  read(): ReadResult {
    const present = this.spec.sheets.filter((sheet) => this.matching.sheets.has(sheet.id));
    const blocks = present.flatMap((sheet) => sheet.blocks);
    const tables = blocks.filter((block) => block.kind === 'table');
    // The lists first: they decide what the words in other tables stand for.
    for (const block of tables) if (block.list !== undefined) this.list(block, block.list);
    for (const block of tables) if (block.list === undefined) this.table(block);
    const settings: Record<string, CellValue> = {};
    for (const block of blocks) {
      if (block.kind === 'fields') for (const field of block.fields) this.field(field, settings);
      if (block.kind === 'text') this.text(block);
    }
    const engagement = Engagement.parse({
      format: 'appfi-engagement/1',
      lang: this.spec.lang,
      catalogs: catalogsOf(this.inspection.facts),
      settings,
      ...this.said,
      removed: this.removed,
      extra: this.extra,
    });
    return { engagement, findings: this.findings, results: this.results, order: this.order };
  }

  private list(block: TableBlock, id: string): void {
    const matched = this.matching.tables.get(block.id);
    const list = this.spec.lists.find((one) => one.id === id);
    if (!matched || !list) return;
    const entries = readEntries(list, block, matched, this.laid.get(block.id) ?? new Map());
    this.meanings.set(id, entries.meanings);
    this.order.set(block.id, entries.ids);
    this.findings.push(...entries.findings);
    if (entries.removed.length > 0) this.removed[block.id] = entries.removed;
    for (const [entry, word] of entries.words) {
      setCell(this.said, { table: block.id, row: entry, column: 'entry' }, word);
    }
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
    const where = { name: field.name, sheet: snapshot.sheet };
    if (field.formula) {
      const expected = render(field.formula.node, this.naming);
      this.checkFormula(snapshot.formulas[0]?.[0], expected, () => where);
      this.results.names[field.name] = value;
    } else if (field.stored) {
      const stored = this.stored(field, value);
      if (stored !== (field.usual ?? null)) settings[field.id] = stored;
      this.checkWord(field, stored, where);
    }
  }

  private text(block: TextBlock): void {
    const snapshot = this.inspection.named.get(blockAnchor(block.id));
    if (!snapshot) return;
    for (const { cell, row, column } of textCells(block, block, snapshot)) {
      if (!cell.formula) continue;
      const expected = render(cell.formula.node, this.naming);
      this.checkFormula(snapshot.formulas[row]?.[column], expected, () => ({
        sheet: snapshot.sheet,
      }));
    }
  }

  private table(block: TableBlock): void {
    const matched = this.matching.tables.get(block.id);
    const ids = matched && identify(block, matched, this.findings);
    if (matched) this.formulas(block, matched, ids);
    if (!matched || !ids) return;
    this.order.set(block.id, ids);
    const described = new Map(block.rows.map((row) => [row.id, row]));
    ids.forEach((id, r) => {
      const cells = matched.snapshot.values[r] as unknown[];
      if (id) this.row(block, described.get(id), matched, id, cells);
    });
    this.deleted(block, matched.snapshot.sheet, ids);
  }

  private row(
    block: TableBlock,
    row: RowSpec | undefined,
    matched: MatchedTable,
    id: string,
    cells: unknown[],
  ): void {
    const laid = this.laid.get(block.id)?.get(id);
    const texts = textColumns(block);
    if (!row && block.store !== undefined) {
      ownRow(this.said, block.store, id);
      if (!id.startsWith(ownPrefix(block.id))) {
        this.findings.push({
          kind: 'row-unknown',
          severity: 'warning',
          repairable: false,
          sheet: matched.snapshot.sheet,
          table: block.name,
          row: id,
        });
      }
    }
    for (const column of [...block.columns, ...this.former(block)]) {
      const position = matched.positions.get(column.id);
      if (position === undefined || column.role === 'key' || column.role === 'fixed') continue;
      const raw = cellValue(cells[position]);
      if (column.role === 'calc') {
        rowOf(this.results.tables, block.id, id)[column.id] = raw;
        continue;
      }
      const value = this.stored(column, raw);
      const place = {
        sheet: matched.snapshot.sheet,
        table: block.name,
        column: column.id,
        header: matched.snapshot.headers[position],
        row: id,
      };
      this.checkWord(column, value, place);
      if (holdsUnseen(value) && value !== row?.cells[column.id])
        this.findings.push({
          kind: 'sign-unseen',
          severity: 'warning',
          repairable: false,
          ...place,
          found: value,
        });
      const usual = row?.cells[column.id];
      if (value === usual || raw === shown(this.spec, column, usual)) continue;
      if (row && column.role === 'content') {
        if (fingerprint(value) === laid?.[texts.indexOf(column)]) continue;
        setCell(this.said, { table: block.id, row: id, column: column.id }, value);
      } else if (block.store !== undefined && (row || value !== null)) {
        setCell(this.said, { store: block.store, row: id, column: column.id }, value);
      }
    }
    for (const { header, position } of matched.extras) {
      const value = cellValue(cells[position]);
      if (value !== null) rowOf(this.extra, block.id, id)[header] = value;
    }
  }

  /** Columns of an earlier layout, as long as nothing has taken their place. */
  private former({ former }: TableBlock): ColumnSpec[] {
    return former && !this.matching.tables.has(former.inPlaceOf) ? former.columns : [];
  }

  /** List entries by id, dates as ISO texts; whatever else stands there is kept as it is. */
  private stored(column: Pick<ColumnSpec, 'kind' | 'list'>, value: CellValue): CellValue {
    if (value === null) return null;
    if (column.list !== undefined) {
      const meanings = this.meanings.get(column.list);
      const word = String(value);
      return meanings?.get(word) ?? meanings?.get(word.trim()) ?? word;
    }
    if (column.kind === 'date' && typeof value === 'number') return isoDate(value) ?? value;
    return column.kind === 'text' && typeof value !== 'string' ? String(value) : value;
  }

  /** Formulas compare with the words of some lists, so that another word means nothing there. */
  private checkWord(
    column: Pick<ColumnSpec, 'list'>,
    stored: CellValue,
    where: Partial<Finding>,
  ): void {
    const list = this.spec.lists.find((one) => one.id === column.list);
    if (!list || list.open || stored === null) return;
    if (list.entries.some(({ id }) => id === stored)) return;
    this.findings.push({
      kind: 'value-unknown',
      severity: 'warning',
      repairable: false,
      ...where,
      found: String(stored),
    });
  }

  private formulas(block: TableBlock, matched: MatchedTable, ids: RowIds | undefined): void {
    for (const column of block.columns) {
      const position = matched.positions.get(column.id);
      if (!column.formula || position === undefined) continue;
      const expected = render(column.formula.node, this.naming, block.name);
      const place = {
        sheet: matched.snapshot.sheet,
        table: block.name,
        column: column.id,
        header: matched.snapshot.headers[position],
      };
      const found = matched.snapshot.formulas.map((cells) => cells[position]);
      if (found.length > 1 && found.every((one) => !sameFormula(one, expected))) {
        this.checkFormula(found[0], expected, () => ({ ...place, row: '*' }));
        continue;
      }
      found.forEach((one, r) => {
        this.checkFormula(one, expected, () => ({ ...place, row: ids?.[r] || String(r + 1) }));
      });
    }
  }

  private checkFormula(found: unknown, expected: string, where: () => Partial<Finding>): void {
    if (sameFormula(found, expected)) return;
    this.findings.push({
      kind: 'formula-overwritten',
      severity: 'error',
      repairable: true,
      ...where(),
      found: String(found ?? ''),
      expected,
    });
  }

  private deleted(block: TableBlock, sheet: string, ids: RowIds): void {
    const here = new Set(ids);
    const laid = this.laid.get(block.id);
    const gone = block.rows.map((row) => row.id).filter((id) => laid?.has(id) && !here.has(id));
    if (gone.length === 0) return;
    this.removed[block.id] = gone;
    for (const row of gone) {
      this.findings.push({
        kind: 'row-deleted',
        severity: 'note',
        repairable: true,
        sheet,
        table: block.name,
        row,
      });
    }
  }
}

const rowOf = (parts: Record<string, Rows>, part: string, row: string) =>
  ownPart(ownPart(parts, part), row);

/** The day of a serial number, when it is a whole day that the calendar has. */
function isoDate(serial: number): string | undefined {
  const iso = isDay(serial) ? isoOf(serial) : undefined;
  return iso !== undefined && serialOfIso(iso) === serial ? iso : undefined;
}

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
