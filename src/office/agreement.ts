import { columnLetters, render, type Expression, type Value } from '../rules';
import {
  compute,
  fingerprint,
  isLayouts,
  textColumns,
  type CellValue,
  type Computed,
  type RowSpec,
  type TableBlock,
  type WorkbookSpec,
} from '../workbook';
import { plain } from './cells';
import { sameFormula } from './formula';
import { laidTables } from './laid';
import type { Read } from './layOut';
import type { MatchedTable } from './match';
import { blockAnchor, namingOf } from './naming';
import { textCells } from './textCells';
import { describe } from './describe';
import { readOurs, type CatalogOptions, type Ours } from './workbook';

/** A formula's cell that does not hold what its rule gives. */
export interface Difference {
  sheet: string;
  /** A1 notation. */
  cell: string;
  /** Column and row's id, or the name of the cell. */
  place: string;
  /** What stands there; an error as its code, null for a blank. */
  workbook: CellValue;
  rules: CellValue;
  /** Something else stands there than the formula that belongs there, whatever its value. */
  overwritten: boolean;
}

export interface Agreement {
  /** Formula cells compared. */
  cells: number;
  differences: Difference[];
}

/** An engagement's workbook as it stands: what it says, and what its rules make of that. */
export interface Study extends Ours {
  /** Described from what was read, rows in the order in which they stand. */
  spec: WorkbookSpec;
  /** Every rule evaluated in TypeScript, without the workbook's values; worked out when first asked for. */
  readonly computed: Computed;
  /** Tables, by id, that were not read again though they may have computed something else since. */
  unread: ReadonlySet<string>;
}

/** @throws NotOursError, NewerLayoutError, UnknownCatalogError */
export async function study(
  context: Excel.RequestContext,
  options: CatalogOptions = {},
): Promise<Study> {
  return studyOf(await readOurs(context, options));
}

/** @param unread see `Study` */
export async function studyOf(ours: Ours, unread: ReadonlySet<string> = new Set()): Promise<Study> {
  const { read, blank, catalogs } = ours;
  const described = await describe(read.engagement, blank.lang, { catalogs });
  const spec = asItStands(described, read);
  const rows = new Map(
    [...read.matching.tables.values()].map(({ block, snapshot }) => [block.name, snapshot.row + 2]),
  );
  let computed: Computed | undefined;
  return {
    ...ours,
    unread,
    spec,
    get computed() {
      return (computed ??= compute(spec, (table) => rows.get(table) ?? 1));
    },
  };
}

/**
 * Compares each formula's cell with the value of its rule, worked out in TypeScript from what people
 * said in the same workbook. The values are those the workbook holds: in Excel what it shows, in a
 * file what the program that saved it had computed.
 */
export async function agreement(
  context: Excel.RequestContext,
  options: CatalogOptions = {},
): Promise<Agreement> {
  return compare(await study(context, options));
}

/**
 * The described rows in the order in which they stand, empty rows between them as well. Tables of the
 * layout's own hold as much as was needed on the day of the layout, be it more or less than today.
 */
function asItStands(spec: WorkbookSpec, { order, matching }: Read): WorkbookSpec {
  const laid = laidTables(matching.tables);
  const arranged = (block: TableBlock): TableBlock => {
    const ids = order.get(block.id);
    if (!ids || block.list !== undefined) return block;
    const known = new Map(block.rows.map((row) => [row.id, row]));
    const matched = isLayouts(block) ? matching.tables.get(block.id) : undefined;
    const rows = ids.map((id, r): RowSpec => {
      const nobody = { id: '', cells: {} };
      if (!id) return nobody;
      const row = known.get(id) ?? nobody;
      const marks = laid.get(block.id)?.get(id);
      return matched && marks ? asLaid(matched, row, id, r, marks) : row;
    });
    return { ...block, rows, spare: 0 };
  };
  return {
    ...spec,
    sheets: spec.sheets.map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => (block.kind === 'table' ? arranged(block) : block)),
    })),
  };
}

/** A row of the layout's own with what it was laid out with; a cell that was changed since as described. */
function asLaid(
  { block, snapshot, positions }: MatchedTable,
  row: RowSpec,
  id: string,
  r: number,
  marks: readonly string[],
): RowSpec {
  const cells = { ...row.cells };
  textColumns(block).forEach((column, i) => {
    const position = positions.get(column.id);
    const stands = plain(position === undefined ? null : snapshot.values[r]?.[position]);
    if (fingerprint(stands) === marks[i]) cells[column.id] = stands;
  });
  return { ...row, id, cells };
}

/** The cells of a study whose workbook and rules differ. */
export function compare({ read, inspection, spec, computed, unread }: Study): Agreement {
  if (unread.size > 0) throw new Error(`Not read again: ${[...unread].join(', ')}`);
  const result: Agreement = { cells: 0, differences: [] };
  const naming = namingOf(spec.sheets, read.matching.actual);
  const rendered = (formula: Expression, home?: string) => render(formula.node, naming, home);
  const cell = (
    at: { sheet: string; row: number; column: number; place: string },
    found: { value: unknown; formula: unknown },
    expected: string,
    rule: Value,
  ) => {
    result.cells += 1;
    const overwritten = !sameFormula(found.formula, expected);
    const [workbook, rules] = [plain(found.value), plain(rule)];
    if (!overwritten && same(workbook, rules)) return;
    const { sheet, place } = at;
    const address = `${columnLetters(at.column)}${at.row + 1}`;
    result.differences.push({ sheet, cell: address, place, workbook, rules, overwritten });
  };

  const table = (block: TableBlock) => {
    const matched = read.matching.tables.get(block.id);
    if (!matched) return;
    const { snapshot, positions } = matched;
    for (const column of block.columns) {
      const position = positions.get(column.id);
      if (!column.formula || position === undefined) continue;
      const expected = rendered(column.formula, block.name);
      const rows = Math.min(snapshot.values.length, computed.rows(block.name));
      for (let r = 0; r < rows; r += 1) {
        const row = block.rows[r]?.id || String(r + 1);
        cell(
          {
            sheet: snapshot.sheet,
            row: snapshot.row + 1 + r,
            column: snapshot.column + position,
            place: `${block.name}[${column.id}] ${row}`,
          },
          { value: snapshot.values[r]?.[position], formula: snapshot.formulas[r]?.[position] },
          expected,
          computed.cell(block.name, r, column.id),
        );
      }
    }
  };

  for (const block of spec.sheets.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'table') table(block);
    if (block.kind === 'fields') {
      for (const { name, formula } of block.fields) {
        const found = inspection.named.get(name);
        if (!formula || !found) continue;
        const at = { sheet: found.sheet, row: found.row, column: found.column, place: name };
        const here = { value: found.values[0]?.[0], formula: found.formulas[0]?.[0] };
        cell(at, here, rendered(formula), computed.name(name));
      }
    }
    if (block.kind === 'text') {
      const found = inspection.named.get(blockAnchor(block.id));
      if (!found) continue;
      for (const { cell: text, row, column } of textCells(block, block, found)) {
        if (!text.formula) continue;
        const at = { sheet: found.sheet, row: found.row + row, column: found.column + column };
        const here = {
          value: found.values[row]?.[column],
          formula: found.formulas[row]?.[column],
        };
        const place = `${block.id} ${row + 1}`;
        cell({ ...at, place }, here, rendered(text.formula), computed.text(text));
      }
    }
  }
  return result;
}

/** Numbers to 9 digits and no further than the 15 that a cell keeps; a formula's blank may show as 0. */
function same(workbook: CellValue, rules: CellValue): boolean {
  if (typeof workbook !== 'number' || typeof rules !== 'number') return workbook === rules;
  return Math.abs(workbook - rules) <= 1e-9 * Math.max(1, Math.abs(rules));
}
