import type { Range } from '../engagement/cells';
import { rangeIn, rangeOfSetting } from '../engagement/register';
import {
  equal,
  evaluate,
  num,
  numName,
  referencesOf,
  type CellName,
  type ColumnOf,
  type Expression,
  type Num,
  type TableWith,
  type Value,
} from '../rules';
import { anyDay, faultOf, nearDay, type Fit } from '../rules/value/inputs';
import type { Context } from './context';
import { doubtColumns } from './doubts';
import { countsFaults, faultColumns, nameOf } from './faults';
import type { ColumnSpec, SheetSpec, TableBlock } from './spec';
import type { Worked } from './worked';

/**
 * Every number and day that people type and a formula reads is checked where it stands. What a cell
 * may hold is declared with its column; from it follow the validation while it is typed, two hidden
 * columns of its table that count and name the faults, and a line on the Checks sheet.
 */

/** Where inputs stand that are checked together. */
export interface Inputs {
  /** Such as "inputs.costs". */
  id: string;
  /** Id of the sheet, and its name. */
  sheet: string;
  title: string;
  /** A table, or named cells of one sheet that the same amounts rest on. */
  table?: TableWith<'faults' | 'fault'>;
  fields: { label: string; fault: Num }[];
  contract: boolean;
  return: boolean;
}

/** What rests on a whole table or a cell; where it is a matter of single rows, they say so themselves. */
const rests: Record<'contract' | 'return', readonly string[]> = {
  contract: [
    ...['instalments', 'periods', 'bands', 'terms', 'curves', 'points', 'criteria', 'ledger'],
    ...['contract.settings', 'contract.limits', 'contract.gain', 'contract.shortfall'],
    ...['fee', 'asOf'],
  ],
  return: [
    ...['costs', 'roi.years', 'timing', 'benefits'],
    ...['asOf', 'horizon', 'discountRate', 'startDate', 'goLiveDate'],
    // What the vendor is paid is a cost of the client.
    ...['fee', 'instalments', 'periods', 'terms', 'points', 'contract.settings'],
  ],
};

type Typed = Pick<ColumnSpec, 'id' | 'kind' | 'list' | 'range' | 'role'>;

const isTyped = ({ role, kind, list }: Typed) =>
  (role === 'input' || role === 'content') && kind !== 'text' && list === undefined;

const fitOf = ({ id, kind, range }: Typed): Fit =>
  range ?? (kind === 'date' ? (id === 'startDate' ? anyDay : nearDay) : {});

/** The sheets with the ranges of their inputs, and with the columns that tell their faults. */
export function checked(context: Context, sheets: SheetSpec[]): SheetSpec[] {
  const read = whatIsRead(sheets);
  return sheets.map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.map((block) => {
      if (block.kind === 'table') return checkedTable(context, block, read);
      if (block.kind !== 'fields') return block;
      return {
        ...block,
        fields: block.fields.map((field) => ranged(field, rangeOfSetting(field.id))),
      };
    }),
  }));
}

/** Where inputs are checked, in the order of the sheets. */
export function inputsOf(sheets: SheetSpec[]): Inputs[] {
  const read = whatIsRead(sheets);
  const found: Inputs[] = [];
  for (const { id: sheet, name: title, blocks } of sheets) {
    for (const block of blocks) {
      const feeds = (...ids: string[]) => ({
        contract: ids.some((id) => rests.contract.includes(id)),
        return: ids.some((id) => rests.return.includes(id)),
      });
      if (block.kind === 'table' && block.columns.some(({ id }) => id === 'faults'))
        found.push({
          id: `inputs.${block.id}`,
          ...{ sheet, title, table: block.name as TableWith<'faults' | 'fault'>, fields: [] },
          ...feeds(block.id),
        });
      if (block.kind !== 'fields') continue;
      const groups = new Map<string, Inputs>();
      for (const field of block.fields) {
        if (!field.stored || !isTyped(field) || !read.has(field.name)) continue;
        const fed = feeds(block.id, field.id);
        const id = `inputs.${block.id}.${Number(fed.contract)}${Number(fed.return)}`;
        const group = groups.get(id) ?? { id, sheet, title, fields: [], ...fed };
        group.fields.push({
          label: field.label,
          fault: faultOf(numName(field.name as CellName), fitOf(field)),
        });
        groups.set(id, group);
      }
      found.push(...groups.values());
    }
  }
  return found;
}

const ranged = <T extends { range?: Range }>(cell: T, range: Range | undefined): T =>
  range ? { ...cell, range } : cell;

function checkedTable(context: Context, block: TableBlock, read: ReadonlySet<string>): TableBlock {
  if (block.store === undefined) return block;
  const columns = block.columns.map((column) => ranged(column, rangeIn(block.id, column.id)));
  const cells = columns
    .filter((column) => isTyped(column) && read.has(`${block.name}[${column.id}]`))
    .map((column) => ({
      cell: num(column.id as ColumnOf),
      fit: fitOf(column),
      header: column.header,
    }));
  if (cells.length === 0) return { ...block, columns };
  return {
    ...block,
    columns: [...columns, ...faultColumns(context, block, cells), ...doubtColumns(context, block)],
    highlights: [
      ...(block.highlights ?? []),
      ...columns
        .filter((column) => isTyped(column) && read.has(`${block.name}[${column.id}]`))
        .map((column) => ({
          id: `fault.${column.id}`,
          columns: [column.id],
          when: equal(faultOf(num(column.id as ColumnOf), fitOf(column)), 1),
          look: 'problem' as const,
        })),
    ],
  };
}

/** Columns, as Table[column], and named cells that formulas refer to. */
function whatIsRead(sheets: SheetSpec[]): Set<string> {
  const read = new Set<string>();
  const look = (formula: Expression | undefined, home?: string) => {
    if (!formula) return;
    const { columns, fields, names } = referencesOf(formula.node);
    for (const { table, column } of columns) read.add(`${table}[${column}]`);
    for (const column of fields) read.add(`${home}[${column}]`);
    for (const name of names) read.add(name);
  };
  for (const { blocks } of sheets)
    for (const block of blocks) {
      if (block.kind === 'table')
        for (const { formula } of block.columns) look(formula, block.name);
      if (block.kind === 'fields') for (const { formula } of block.fields) look(formula);
    }
  return read;
}

/** A cell that cannot be used as it was typed. */
export interface Fault {
  /** Id of the sheet. */
  sheet: string;
  /** Its sheet, row and header, or the label of a named cell, as people see them. */
  place: string;
  table?: string;
  row?: string;
  column?: string;
  name?: string;
  found: Value;
  kind: 'number' | 'date';
  range?: Range;
}

/** Every cell at fault by name, found by the same rule that the workbook's own formulas follow. */
export function faultsOf({ spec, computed }: Worked): Fault[] {
  const at = (cell: Typed, value: Value) =>
    evaluate(faultOf(num('value'), fitOf(cell)).node, {
      field: () => value,
      column: () => [],
      name: (id) => computed.name(id),
    }) === 1;
  const told = (cell: Typed, found: Value) => ({
    found,
    kind: cell.kind === 'date' ? ('date' as const) : ('number' as const),
    ...(cell.range && { range: cell.range }),
  });
  const faults: Fault[] = [];
  const looked = spec.sheets
    .flatMap(({ blocks }) => blocks)
    .find((block): block is TableBlock => block.kind === 'table' && block.name === 'InputChecks');
  const names = new Set(
    looked?.columns.flatMap(({ formula }) => (formula ? referencesOf(formula.node).names : [])),
  );
  for (const { id: sheet, name: title, blocks } of spec.sheets)
    for (const block of blocks) {
      if (block.kind === 'fields')
        for (const field of block.fields) {
          if (!names.has(field.name) || !isTyped(field)) continue;
          const value = computed.name(field.name);
          if (at(field, value))
            faults.push({
              ...{ sheet, place: `${title} · ${field.label}`, name: field.name },
              ...told(field, value),
            });
        }
      if (block.kind !== 'table') continue;
      const counts = block.columns.filter(countsFaults);
      if (counts.length === 0 || block.name === 'InputChecks') continue;
      const checked = new Set(
        counts.flatMap(({ formula }) => (formula ? referencesOf(formula.node).fields : [])),
      );
      const name = referencesOf(nameOf(block).node).fields[0] ?? 'id';
      for (let r = 0; r < computed.rows(block.name); r += 1) {
        if (computed.cell(block.name, r, 'faults') === 0) continue;
        const row = String(computed.cell(block.name, r, name) ?? '') || String(r + 1);
        for (const column of block.columns) {
          if (!checked.has(column.id)) continue;
          const value = computed.cell(block.name, r, column.id);
          if (at(column, value))
            faults.push({
              ...{ sheet, place: `${title} · ${row} · ${column.header}`, table: block.id },
              ...{ row: block.rows[r]?.id ?? '', column: column.id },
              ...told(column, value),
            });
        }
      }
    }
  return faults;
}
