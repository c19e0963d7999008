/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load, office-addins/load-object-before-read -- what is asked for here is read when the caller has made the request */
import { openWithPane } from './addIn';
import { withFormerWords } from './highlight';
import { journalName } from './journal';
import { keyedCells } from './keyedCells';
import { endTableAt, putRowsBack, takeRowsOut } from './tableRows';
import type { Area, Target } from './target';
import { holds, holdsAll, isFormula, type Anchor, type Undo } from './undo';
import { runs } from './write';

/** Where it is asked, with the body rows of the tables whose rows move and the formulas of highlights by their ids. */
export type Asked = Target & {
  bodies: ReadonlyMap<string, unknown[][]>;
  rules: ReadonlyMap<string, string>;
};

/** Asks how things stand, in the next request; what it answers writes, in the one after that. */
type TakeBack<K extends Undo['kind']> = (
  undo: Extract<Undo, { kind: K }>,
  target: Asked,
) => () => void;

/** Takes one step back, as far as it still is as the step left it. */
export const takeStepBack = (undo: Undo, target: Asked): (() => void) =>
  (ways[undo.kind] as TakeBack<Undo['kind']>)(undo as never, target);

/** The cell that an anchor's places are counted from: a table's first header, a name's first cell. */
function cornerOf({ workbook }: Target, at: Anchor): { owner: Nullable; corner: Excel.Range } {
  if ('table' in at) {
    const owner = workbook.tables.getItemOrNullObject(at.table);
    return { owner, corner: owner.getHeaderRowRange().getCell(0, 0) };
  }
  if ('name' in at) {
    const owner = workbook.names.getItemOrNullObject(at.name).getRangeOrNullObject();
    return { owner, corner: owner.getCell(0, 0) };
  }
  const owner = workbook.worksheets.getItemOrNullObject(at.sheet);
  return { owner, corner: owner.getRangeByIndexes(0, 0, 1, 1) };
}

type Nullable = { readonly isNullObject: boolean; load(of: string): unknown };

const cellsAt = (target: Target, sheet: string, { row, column, rows, columns }: Area) =>
  target.workbook.worksheets
    .getItemOrNullObject(sheet)
    .getRangeByIndexes(row, column, rows, columns);

const ways: { [K in Undo['kind']]: TakeBack<K> } = {
  cells(undo, target) {
    const { at, row, column, rows, had, wrote } = undo;
    if (undo.ids) return keyedCells(undo, target);
    const { owner, corner } = cornerOf(target, at);
    owner.load('sheet' in at || 'table' in at ? 'name' : 'address');
    const range = corner
      .getOffsetRange(row, column)
      .getResizedRange(rows - 1, (had[0]?.length ?? 1) - 1);
    range.load('formulas');
    return () => {
      if (owner.isNullObject) return;
      const found = range.formulas as unknown[][];
      if (holdsAll(found, wrote)) {
        range.formulas = found.map((_, r) => had[r] ?? had[0] ?? []);
        return;
      }
      found.forEach((cells, r) =>
        cells.forEach((cell, c) => {
          const print = (wrote[r] ?? wrote[0])?.[c];
          const isOurs = holds(cell, print) || (undo.moved && isFormula(print) && !isFormula(cell));
          if (isOurs) range.getCell(r, c).formulas = [[(had[r] ?? had[0])?.[c]]];
        }),
      );
    };
  },

  grown({ table, total, rows, band }, target) {
    return () => {
      const found = target.bodies.get(table) ?? [];
      const open = [...rows];
      const ours: number[] = [];
      for (let r = found.length - 1; r >= 0 && ours.length < found.length - total; r -= 1) {
        const cells = found[r] ?? [];
        const at = open.findIndex((row) =>
          row.every((cell, c) => cell === null || holds(cells[c], cell)),
        );
        if (at < 0) continue;
        open.splice(at, 1);
        ours.push(r);
      }
      if (band && ours.length > 0 && ours.length < found.length) {
        const first = Math.min(...ours);
        const rest = found.slice(first).filter((_, r) => !ours.includes(first + r));
        return endTableAt(target, table, first, rest, ours.length, band);
      }
      for (const { start, length } of runs(ours).reverse())
        takeRowsOut(target, table, start, length);
    };
  },

  shrunk({ table, start, total, rows, cut }, target) {
    return () => {
      const found = target.bodies.get(table) ?? [];
      if (found.length === 0 || found.length >= total) return;
      const stands = (row: readonly unknown[]) =>
        row.some((cell) => cell !== '') &&
        found.some((cells) => row.every((cell, c) => holds(cells[c], cell)));
      if (rows.some(stands)) return;
      const at = Math.min(start, found.length);
      if (!cut) return putRowsBack(target, table, at, rows as string[][], at === found.length);
      const body = target.workbook.tables.getItem(table);
      const header = body.getHeaderRowRange();
      body.resize(header.getResizedRange(at + rows.length, 0));
      header.getOffsetRange(at + 1, 0).getResizedRange(rows.length - 1, 0).formulas = rows;
    };
  },

  column({ table, header }, { workbook }) {
    const column = workbook.tables.getItemOrNullObject(table).columns.getItemOrNullObject(header);
    column.load('name');
    return () => {
      if (!column.isNullObject) column.delete();
    };
  },

  filter({ table, column: name, criteria }, { workbook }) {
    const column = workbook.tables.getItemOrNullObject(table).columns.getItemOrNullObject(name);
    column.load('name');
    return () => {
      if (!column.isNullObject) column.filter.apply(criteria);
    };
  },

  unfilter({ table: name }, { workbook }) {
    const table = workbook.tables.getItemOrNullObject(name);
    table.load('name');
    return () => {
      if (!table.isNullObject) table.clearFilters();
    };
  },

  'table-name'({ had, wrote }, { workbook }) {
    const table = workbook.tables.getItemOrNullObject(wrote);
    table.load('name');
    return () => {
      if (!table.isNullObject) table.name = had;
    };
  },

  'sheet-name'({ sheet: id, had, wrote }, { workbook }) {
    const sheet = workbook.worksheets.getItemOrNullObject(id);
    sheet.load('name');
    return () => {
      if (!sheet.isNullObject && sheet.name === wrote) sheet.name = had;
    };
  },

  name({ name, had, hidden = false }, { workbook }) {
    const item = workbook.names.getItemOrNullObject(name);
    item.load('formula');
    return () => {
      if (had === undefined) {
        if (!item.isNullObject) item.delete();
      } else if (item.isNullObject) workbook.names.add(name, had).visible = !hidden;
      else if (item.formula !== had) item.formula = had;
    };
  },

  'placed-name'({ name, sheet: id }, { workbook }) {
    const item = workbook.names.getItemOrNullObject(name);
    const sheet = workbook.worksheets.getItemOrNullObject(id);
    item.load('formula');
    sheet.load('name');
    return () => {
      if (item.isNullObject) return;
      const isThere = sheet.isNullObject || isOn(item, sheet.name);
      if (isThere || String(item.formula).includes('#REF!')) item.delete();
    };
  },

  table({ table: name, sheet: id }, { workbook }) {
    const table = workbook.tables.getItemOrNullObject(name);
    const sheet = table.worksheet;
    table.load('name');
    sheet.load('id');
    return () => {
      // Somebody else may have been quicker with the name.
      if (!table.isNullObject && sheet.id === id) table.delete();
    };
  },

  area({ sheet, area }, target) {
    const range = cellsAt(target, sheet, area);
    range.load('address');
    return () => {
      if (!range.isNullObject) range.clear();
    };
  },

  rows({ sheet, row, rows }, target) {
    const range = cellsAt(target, sheet, { row, column: 0, rows, columns: 1 }).getEntireRow();
    const used = range.getUsedRangeOrNullObject(true);
    range.load('address');
    used.load('address');
    return () => {
      if (!range.isNullObject && used.isNullObject) range.format.autofitRows();
    };
  },

  style({ style: name }, { workbook }) {
    const { styles } = workbook;
    styles.load('items/name');
    return () => {
      if (styles.items.some((one) => one.name === name)) styles.getItem(name).delete();
    };
  },

  rule({ at, id, had, wrote }, target) {
    const range = areaOf(target, at);
    range.load('address');
    return () => {
      const stands = target.rules.get(id);
      const formula = stands === undefined ? undefined : withFormerWords(stands, wrote, had);
      if (range.isNullObject || formula === undefined) return;
      range.conditionalFormats.getItem(id).custom.rule.formula = formula;
    };
  },

  validation({ at, column, rule, prompt, alert }, target) {
    const whole = areaOf(target, at);
    const range = column === undefined ? whole : whole.getColumn(column);
    range.load('address');
    return () => {
      if (range.isNullObject) return;
      const { dataValidation } = range;
      dataValidation.clear();
      if (!Object.values(rule).some(Boolean)) return;
      dataValidation.rule = rule;
      if (prompt.title || prompt.message) dataValidation.prompt = prompt;
      dataValidation.errorAlert = alert;
    };
  },

  format({ table: name, column, had }, { workbook }) {
    const table = workbook.tables.getItemOrNullObject(name);
    table.load('name');
    return () => {
      if (table.isNullObject) return;
      const cells = table.getHeaderRowRange().getCell(0, column).getOffsetRange(1, 0);
      cells.getResizedRange(had.length - 1, 0).numberFormat = had;
    };
  },

  chart({ sheet, chart: name, title, series }, { workbook }) {
    const chart = workbook.worksheets.getItemOrNullObject(sheet).charts.getItemOrNullObject(name);
    chart.load('name');
    chart.series.load('count');
    return () => {
      if (chart.isNullObject) return;
      chart.title.text = title;
      series.slice(0, chart.series.count).forEach((words, i) => {
        chart.series.getItemAt(i).name = words;
      });
    };
  },

  document({ title, setting }, { workbook }) {
    const now = workbook.settings.getItemOrNullObject(openWithPane);
    now.load('key');
    return () => {
      if (title !== undefined) workbook.properties.title = title;
      if (setting !== null) workbook.settings.add(openWithPane, setting);
      else if (!now.isNullObject) now.delete();
    };
  },

  sheets({ marks = [], ids, blank, names: further = [] }, { workbook }) {
    const { worksheets, names } = workbook;
    names.load('items/name,items/formula');
    worksheets.load('items/id,items/name');
    return () => {
      const isOurs = ({ id, name }: Excel.Worksheet) =>
        ids.includes(id) || marks.some((mark) => name.startsWith(mark));
      const ours = worksheets.items.filter(isOurs);
      if (ours.length === worksheets.items.length && ours.length > 0) worksheets.add(blank);
      const goes = (item: Excel.NamedItem) =>
        further.includes(item.name) || ours.some(({ name }) => isOn(item, name));
      for (const item of names.items) if (item.name !== journalName && goes(item)) item.delete();
      for (const sheet of ours) {
        sheet.visibility = 'Visible';
        sheet.delete();
      }
    };
  },
};

/** Whether a name stands for cells of a sheet. */
const isOn = ({ formula }: Excel.NamedItem, sheet: string): boolean =>
  [`=${sheet}!`, `='${sheet.replaceAll("'", "''")}'!`].some((place) =>
    String(formula).startsWith(place),
  );

export function areaOf(target: Target, at: Anchor): Excel.Range {
  if ('name' in at)
    return target.workbook.names.getItemOrNullObject(at.name).getRangeOrNullObject();
  if ('table' in at) return target.workbook.tables.getItemOrNullObject(at.table).getDataBodyRange();
  return target.workbook.worksheets.getItemOrNullObject(at.sheet).getRange();
}
