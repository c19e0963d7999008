/**
 * A described workbook: which sheets, tables, columns, formulas, lists, formats and charts exist.
 * Pure data without addresses; `office` computes positions and places it.
 */

import type { Range } from '../engagement/cells';
import type { CellValue, Expression, Bool } from '../rules';
import type { Lang } from '../messages';

export interface WorkbookSpec {
  lang: Lang;
  title: string;
  sheets: SheetSpec[];
  lists: ListSpec[];
}

export interface SheetSpec {
  id: string;
  name: string;
  tab: TabColor;
  visibility: 'Visible' | 'VeryHidden';
  /** down: blocks below one another; right: side by side. */
  flow: 'down' | 'right';
  /** Widths of the sheet's columns in characters where no table decides; the key column is not counted. */
  widths?: number[];
  /** `until`: the last column of the sheet's first table that is printed; what lies right of it is for the screen. */
  page: { orientation: 'Portrait' | 'Landscape'; until?: string };
  /** Keep everything down to the header of this table in view, and its columns up to `column`. */
  freeze?: { table: string; column?: string };
  blocks: Block[];
}

export type TabColor = 'guide' | 'step' | 'plan' | 'value' | 'hidden';

export type Block = TextBlock | FieldsBlock | TableBlock | ChartBlock;

/** Rows of text cells; each row starts at the sheet's first visible column. */
export interface TextBlock {
  kind: 'text';
  id: string;
  rows: TextCell[][];
}

export interface TextCell {
  text?: string;
  formula?: Expression;
  look: Look;
  /** Jump to another sheet of this workbook. */
  link?: string;
}

/** Label, value and note, one field a row; every value is a named cell. */
export interface FieldsBlock {
  kind: 'fields';
  id: string;
  /** How many columns further right than usual the labels stand. */
  offset?: number;
  fields: FieldSpec[];
}

export interface FieldSpec {
  id: string;
  /** The defined name, e.g. "Engagement.StartDate". */
  name: string;
  label: string;
  note?: string;
  role: 'input' | 'calc';
  kind: ValueKind;
  list?: string;
  formula?: Expression;
  value?: CellValue;
  /** Where the value is kept in an engagement: settings, by the field's id. */
  stored?: boolean;
  /** What a stored field holds before anyone answers; what differs from it is someone's. */
  usual?: CellValue;
  /** What its number must lie in. */
  range?: Range;
  /** While it holds, the value is shown as a problem. */
  alarm?: Bool;
}

export interface TableBlock {
  kind: 'table';
  id: string;
  /** The Excel name of the table; the same in every language. */
  name: string;
  columns: ColumnSpec[];
  rows: RowSpec[];
  /** Empty rows for what the user adds. */
  spare: number;
  /** The part of an engagement that keeps this table's rows, by row id. */
  store?: string;
  /** The drop-down whose entries are the rows. */
  list?: string;
  /** Prefix of the ids that rows added by the user get. */
  customPrefix?: string;
  filter: boolean;
  /** Every described row’s cell of this column gets a name: prefix, a dot, the row’s id. */
  cellNames?: { prefix: string; column: string };
  /** Lines of text that every row has room for, where formulas decide what stands there. */
  lines?: number;
  highlights?: Highlight[];
  /** Columns of earlier layouts, read while the table that took their place is not there yet. */
  former?: { inPlaceOf: string; columns: ColumnSpec[] };
}

/**
 * key: the row's id · content: from the catalog or the method, kept if the user changes it ·
 * fixed: the layout's own · input: the user's · calc: one formula for the whole column ·
 * extra: a column that the user added
 */
export type ColumnRole = 'key' | 'content' | 'fixed' | 'input' | 'calc' | 'extra';

export type ValueKind =
  | 'text'
  | 'integer'
  | 'number'
  | 'money'
  | 'amount'
  | 'ratio'
  | 'measure'
  | 'rate'
  | 'quantity'
  | 'percent'
  | 'date'
  | 'hours'
  | 'score';

export type { CellValue };

export interface ColumnSpec<Id extends string = string> {
  id: Id;
  header: string;
  role: ColumnRole;
  kind: ValueKind;
  /** Characters. */
  width: number;
  hidden?: boolean;
  align?: 'Left' | 'Center' | 'Right';
  /** Drop-down: the id of a list in `lists`. */
  list?: string;
  /** Shown when a cell of the column is selected. */
  prompt?: string;
  /** What the column's numbers must lie in. */
  range?: Range;
  formula?: Expression;
  /** A bar in each cell, from 0 to the column's largest value. */
  bar?: boolean;
  look?: 'strong' | 'muted' | 'link';
  /** The layout version that brought the column, where not the first. */
  since?: number;
}

export interface RowSpec {
  id: string;
  /** By column id; calc columns are left out, absent cells are empty. Lists hold entry ids. */
  cells: Record<string, CellValue>;
  /** By column id: the sheet that the cell's text jumps to. */
  links?: Record<string, string>;
  /** What the cells hold before anyone answers; what differs from it is someone's. */
  defaults?: Record<string, CellValue>;
  /** By column id: how the cell is shown, where not as its column. */
  kinds?: Record<string, ValueKind>;
}

/** A look that follows from the row's values; the condition sees this row's cells and names only. */
export interface Highlight {
  id: string;
  /** Column ids; absent = the whole row. */
  columns?: string[];
  when: Bool;
  look: 'attention' | 'missing' | 'picked' | 'rejected' | 'done' | 'problem' | 'quiet';
}

export interface ChartBlock {
  kind: 'chart';
  id: string;
  /** Stands to the right of the chart or table before it. */
  beside?: true;
  type: 'BarClustered' | 'ColumnClustered' | 'ColumnStacked' | 'BarStacked' | 'Line';
  title: string;
  /** A table of the same sheet. */
  table: string;
  category: string;
  series: string[];
  /** The first series holds the others up and is not seen. */
  raised?: true;
  /** Only so many of the table's rows, from its first. */
  first?: number;
  /** Height in rows of 15 points, width in points. */
  rows: number;
  width: number;
}

export type Look =
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'header'
  | 'text'
  | 'strong'
  | 'muted'
  | 'link'
  | 'input'
  | 'calc'
  | 'output'
  | 'content'
  | 'step'
  | Highlight['look'];

export interface ListSpec {
  id: string;
  /** The defined name of the entries' cells, e.g. "List.Pick". */
  name: string;
  title: string;
  /** `usual`: the word before a user changed it; entries that a user added have none. */
  entries: { id: string; label: string; usual?: string }[];
  /** The user may type something else. */
  open?: boolean;
}
