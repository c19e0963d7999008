import type { ColumnSpec, SheetSpec, TableBlock, WorkbookSpec } from '../workbook';
import { extraId, layoutVersion } from '../workbook';
import type { Finding } from './findings';
import type { Inspection, Outline, TableSnapshot } from './inspect';
import { sheetAnchor, tablesOf, type ActualNames } from './naming';

/** A described table, found again in a workbook. */
export interface MatchedTable {
  block: TableBlock;
  snapshot: TableSnapshot;
  /** Column id → position in the table as it is now; columns that someone added are named by header. */
  positions: ReadonlyMap<string, number>;
  /** Columns that someone added. */
  extras: { header: string; position: number }[];
}

export interface Matching {
  tables: ReadonlyMap<string, MatchedTable>;
  /** Sheet id → its name now; sheets that are gone are left out. */
  sheets: ReadonlyMap<string, string>;
  actual: ActualNames;
  findings: Finding[];
}

/** By the name that it was described with. */
export function tableNamed(
  { tables }: Pick<Matching, 'tables'>,
  name: string | undefined,
): MatchedTable | undefined {
  for (const one of tables.values()) if (one.block.name === name) return one;
  return undefined;
}

/** Whether a table could be one of ours under another name. */
function resembles(block: TableBlock, headers: string[]): boolean {
  const known = block.columns.filter((column) => headers.includes(column.header)).length;
  if (block.columns.length < 4) return known === block.columns.length && known === headers.length;
  return known >= 0.8 * block.columns.length;
}

/** Pairs described tables with those in the workbook: by name, else by what stands in their headers. */
function pairTables(
  spec: WorkbookSpec,
  inspection: Outline,
): Map<TableBlock, { name: string; renamed: boolean }> {
  const blocks = tablesOf(spec.sheets);
  const names = new Set(blocks.map((block) => block.name));
  const free = inspection.tables.filter((table) => !names.has(table.name));
  const pairs = new Map<TableBlock, { name: string; renamed: boolean }>();
  for (const block of blocks) {
    if (inspection.tables.some((table) => table.name === block.name)) {
      pairs.set(block, { name: block.name, renamed: false });
      continue;
    }
    const index = free.findIndex((table) => resembles(block, table.headers));
    const [candidate] = index < 0 ? [] : free.splice(index, 1);
    if (candidate) pairs.set(block, { name: candidate.name, renamed: true });
  }
  return pairs;
}

/** Finds sheets, tables and columns again, and says what has been renamed or is gone. */
export function matchTables(spec: WorkbookSpec, inspection: Inspection): Matching {
  const findings: Finding[] = [];
  const layout = Number(inspection.facts.get('layout'));
  const pairs = pairTables(spec, inspection);
  const tables = new Map<string, MatchedTable>();
  const sheets = new Map<string, string>();
  const actualTables = new Map<string, string>();
  const headers = new Map<string, Map<string, string>>();
  for (const sheet of spec.sheets) {
    const blocks = tablesOf([sheet]);
    const snapshots = new Map(
      blocks.flatMap((block): [TableBlock, TableSnapshot][] => {
        const snapshot = inspection.snapshots.get(pairs.get(block)?.name ?? '');
        return snapshot ? [[block, snapshot]] : [];
      }),
    );
    const name = matchSheet(sheet, inspection, [...snapshots.values()], findings);
    if (name === undefined) continue;
    sheets.set(sheet.id, name);
    for (const block of blocks) {
      const snapshot = snapshots.get(block);
      if (!snapshot) {
        findings.push({
          kind: 'table-missing',
          severity: 'error',
          repairable: true,
          sheet: name,
          table: block.name,
        });
        continue;
      }
      if (snapshot.name !== block.name) {
        actualTables.set(block.name, snapshot.name);
        findings.push({
          kind: 'table-renamed',
          severity: 'note',
          repairable: true,
          sheet: name,
          table: block.name,
          expected: block.name,
          found: snapshot.name,
        });
      }
      const matched = matchColumns(block, snapshot, findings, layout);
      tables.set(block.id, matched);
      headers.set(
        block.name,
        new Map([...matched.positions].map(([id, at]) => [id, snapshot.headers[at] as string])),
      );
    }
  }
  return { tables, sheets, actual: { tables: actualTables, headers }, findings };
}

/** A sheet is where its anchor is, else where its tables are. */
function matchSheet(
  sheet: SheetSpec,
  inspection: Inspection,
  tables: TableSnapshot[],
  findings: Finding[],
): string | undefined {
  const anchor = inspection.named.get(sheetAnchor(sheet.id));
  const name = anchor?.sheet ?? tables[0]?.sheet;
  if (name === undefined) {
    findings.push({
      kind: 'sheet-missing',
      severity: 'error',
      repairable: true,
      sheet: sheet.name,
    });
    return undefined;
  }
  if (!anchor) {
    findings.push({
      kind: 'name-missing',
      severity: 'warning',
      repairable: true,
      sheet: name,
      expected: sheetAnchor(sheet.id),
      found: name,
    });
  }
  if (name !== sheet.name) {
    findings.push({
      kind: 'sheet-renamed',
      severity: 'note',
      repairable: false,
      expected: sheet.name,
      found: name,
    });
  }
  return name;
}

/**
 * Columns by their headers as they stand.
 * @param layout the version that laid the table out: what a later one brought is not looked for under other headers
 */
export function matchColumns(
  block: TableBlock,
  snapshot: TableSnapshot,
  findings: Finding[],
  layout = layoutVersion,
): MatchedTable {
  const positions = new Map<string, number>();
  const taken = new Set<number>();
  const claim = (column: ColumnSpec, position: number) => {
    positions.set(column.id, position);
    taken.add(position);
  };
  for (const column of block.columns) {
    const position = snapshot.headers.indexOf(column.header);
    if (position >= 0) claim(column, position);
  }
  for (const column of block.former?.columns ?? []) {
    const position = snapshot.headers.indexOf(column.header);
    if (position >= 0 && !taken.has(position)) claim(column, position);
  }
  block.columns.forEach((column, i) => {
    if (positions.has(column.id) || (column.since ?? 1) > layout) return;
    const position = renamedPosition(block, snapshot, positions, taken, i);
    findings.push({
      kind: position === undefined ? 'column-missing' : 'header-renamed',
      severity: position === undefined ? 'error' : 'note',
      repairable: true,
      sheet: snapshot.sheet,
      table: block.name,
      column: column.id,
      header: column.header,
      expected: column.header,
      ...(position !== undefined && { found: snapshot.headers[position] }),
    });
    if (position !== undefined) claim(column, position);
  });
  const extras = snapshot.headers
    .map((header, position) => ({ header, position }))
    .filter(({ position }) => !taken.has(position));
  for (const { header, position } of extras) positions.set(extraId(header), position);
  return { block, snapshot, positions, extras };
}

/** A header nobody knows, right between the neighbours of a missing column, is that column renamed. */
function renamedPosition(
  block: TableBlock,
  snapshot: TableSnapshot,
  positions: Map<string, number>,
  taken: Set<number>,
  i: number,
): number | undefined {
  const before = block.columns[i - 1];
  const after = block.columns[i + 1];
  const left = before ? positions.get(before.id) : -1;
  if (left === undefined) return undefined;
  const candidate = left + 1;
  if (candidate >= snapshot.headers.length || taken.has(candidate)) return undefined;
  const right = after ? positions.get(after.id) : snapshot.headers.length;
  return right === undefined || right >= candidate + 1 ? candidate : undefined;
}
