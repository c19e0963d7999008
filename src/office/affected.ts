import type { TableName } from '../engagement/register';
import { tables } from '../engagement/register';
import type { Study } from './agreement';
import { areasOf, common } from './area';
import { columnKey, dependents } from './dependents';
import type { NameSnapshot, TableSnapshot } from './inspect';
import { fieldsOf } from './naming';
import type { Area } from './target';
import { isEarlier } from './told';

/** Cells that were changed: the sheet by its name or id, and an address on it. */
export interface Touched {
  sheet: string;
  address: string;
}

/** What has to be read again. */
export interface Affected {
  tables: AffectedTable[];
  /** Names of cells and blocks, and whether their formulas may be others. */
  names: Map<string, boolean>;
  /** See `Study`. */
  unread: ReadonlySet<string>;
}

export interface AffectedTable {
  snapshot: TableSnapshot;
  /** Columns, by position. */
  positions: number[];
  /** Position of the ids; undefined where there is none. */
  key: number | undefined;
  /** Areas of the sheet, in the table's body, that were changed. */
  changed: Area[];
}

/** Steps on the way to the payoff, most of what a workbook computes: only the comparison with the rules reads them. */
const steps: readonly TableName[] = ['PayoffTerms', 'PayoffPeriods'];
const unshown: ReadonlySet<string> = new Set(steps.map((name) => tables[name].id));

/** Undefined where only reading everything tells: another sheet, a list, what a layout has noted. */
export function affectedBy(before: Study, touched: readonly Touched[]): Affected | undefined {
  const { inspection, read, spec } = before;
  // Whose rules are other ones, what its formulas read is not known.
  if (isEarlier(inspection.facts)) return undefined;
  const matched = [...read.matching.tables.values()];
  const touches: (Area & { sheet: string })[] = [];
  for (const { sheet: key, address } of touched) {
    const sheet = inspection.sheetIds.get(key) ?? key;
    const areas = areasOf(address);
    if (!areas || !inspection.sheets.includes(sheet)) return undefined;
    touches.push(...areas.map((area) => ({ ...area, sheet })));
  }
  const touching = (sheet: string, area: Area) =>
    touches.flatMap((one) => (one.sheet === sheet ? (common(one, area) ?? []) : []));

  const changes = new Map(
    matched.map((one) => [one, touching(one.snapshot.sheet, withBrim(one.snapshot))]),
  );
  const changed = matched.filter((one) => changes.get(one)?.length);
  if (changed.some(({ block }) => block.list !== undefined || block.id.startsWith('provenance.')))
    return undefined;
  const touchedNames = [...inspection.named].flatMap(([name, at]) =>
    touching(at.sheet, areaOfName(at)).length > 0 ? name : [],
  );
  const loose = looseIn(before);
  const known = new Set([...touchedNames, ...loose]);
  for (const one of changed)
    for (const [column, position] of one.positions)
      if (changes.get(one)?.some((area) => covers(area, one.snapshot, position)))
        known.add(columnKey(one.block.name, column));
  const other = new Set([...known, ...dependents(spec.sheets, known)]);

  const unread = new Set(before.unread);
  const affected = matched.flatMap((one): AffectedTable[] => {
    const { block, snapshot, positions } = one;
    const wanted = [...positions].flatMap(([column, position]) =>
      other.has(columnKey(block.name, column)) ? position : [],
    );
    if (wanted.length === 0) return [];
    if (unshown.has(block.id)) {
      unread.add(block.id);
      if (!changed.includes(one)) return [];
    }
    const key = positions.get('id');
    return [{ snapshot, key, positions: wanted, changed: changes.get(one) ?? [] }];
  });
  return {
    tables: affected,
    names: new Map(
      [...other].flatMap((name): [string, boolean][] =>
        inspection.named.has(name) ? [[name, touchedNames.includes(name)]] : [],
      ),
    ),
    unread,
  };
}

export const bodyOf = ({ row, column, values, headers }: TableSnapshot): Area => ({
  row: row + 1,
  column,
  rows: values.length,
  columns: headers.length,
});

/** A table with its header, and with what makes it grow when something is typed there. */
function withBrim(snapshot: TableSnapshot): Area {
  const { row, column, rows, columns } = bodyOf(snapshot);
  return { row: row - 1, column, rows: rows + 2, columns: columns + 1 };
}

const covers = (area: Area, snapshot: TableSnapshot, position: number): boolean =>
  area.column <= snapshot.column + position &&
  snapshot.column + position < area.column + area.columns;

const areaOfName = ({ row, column, values }: NameSnapshot): Area => ({
  row,
  column,
  rows: values.length,
  columns: values[0]?.length ?? 1,
});

const isFormula = (one: unknown) => typeof one === 'string' && one.startsWith('=');

/** Formulas that are not ours, in inputs, columns of the user's own or over ours: nobody knows what they read. */
function looseIn({ read, inspection, spec }: Study): Set<string> {
  const loose = new Set<string>();
  for (const { block, snapshot, positions } of read.matching.tables.values()) {
    const ruled = new Set(block.columns.flatMap(({ id, formula }) => (formula ? id : [])));
    for (const [column, position] of positions)
      if (!ruled.has(column) && snapshot.formulas.some((cells) => isFormula(cells[position])))
        loose.add(columnKey(block.name, column));
  }
  for (const { name, formula } of fieldsOf(spec.sheets))
    if (!formula && isFormula(inspection.named.get(name)?.formulas[0]?.[0])) loose.add(name);
  for (const { kind, table, column, name } of read.findings) {
    if (kind !== 'formula-overwritten') continue;
    if (table !== undefined && column !== undefined) loose.add(columnKey(table, column));
    if (name !== undefined) loose.add(name);
  }
  return loose;
}
