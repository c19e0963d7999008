import { message, type Lang } from '../messages';
import type { WorkbookSpec } from '../workbook';
import type { MergeOutcome } from './merge';
import type { Issue } from './ask';
import type { Value } from './sent';
import { View } from './view';

/** Where a cell is, in words: its sheet, what its row is called, its column's header. */
type Cell = Record<'sheet' | 'item' | 'column', string>;

/** A merge in words that a person reads: what each cell is called and what it says. */
export interface Told {
  changes: (Cell & { before: string; after: string; by: string[] })[];
  open: (Cell & { said: { value: string; by: string[] }[] })[];
  edited: (Cell & { now: string })[];
  /** How many rows the workbook does not have yet. */
  rows: number;
}

const longest = 60;
const brief = (text: string) =>
  text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;

/** @param spec the workbook before the merge, as described with its answers */
export function tell(spec: WorkbookSpec, { changes, open, edited }: MergeOutcome): Told {
  const view = new View(spec);
  const word = (id: 'here' | 'unclear') => message(spec.lang, `exchange.${id}`);
  const newItem = (table: string, row: string) =>
    changes.find((one) => one.table === table && one.row === row && one.column === 'item')?.after;
  const named = ({ table, row, column }: { table: string; row: string; column: string }): Cell => ({
    sheet: view.sheetOf(table) ?? table,
    item: brief(view.nameOf(table, row) ?? String(newItem(table, row) ?? row)),
    column: view.column(table, column)?.header ?? column,
  });
  return {
    changes: changes.map(({ before, after, by, ...place }) => ({
      ...named(place),
      before: brief(view.shown(place.table, place.column, before)),
      after: brief(view.shown(place.table, place.column, after)),
      by,
    })),
    open: open.map(({ said, now, unclear, ...place }) => {
      const shown = (value: Value) => brief(view.shown(place.table, place.column, value));
      return {
        ...named(place),
        said: [
          ...said.map(({ value, by }) => ({ value: shown(value), by })),
          // Nobody differs but the workbook itself.
          ...(said.length === 1 ? [{ value: shown(now), by: [word('here')] }] : []),
          ...(unclear === undefined ? [] : [{ value: shown(unclear), by: [word('unclear')] }]),
        ],
      };
    }),
    edited: edited.map(({ now, ...place }) => ({
      ...named(place),
      now: brief(view.shown(place.table, place.column, now)),
    })),
    rows: new Set(
      changes
        .filter(({ table, row, after }) => after !== null && !view.row(table, row))
        .map(({ table, row }) => `${table} ${row}`),
    ).size,
  };
}

/** A file's issue as a sentence: where, what, and what to do. */
export const describeIssue = (lang: Lang, { kind, place, found, column }: Issue): string =>
  message(lang, `exchange.issue.${kind}`, { place, found: brief(found), column });
