/** A cell of a described workbook, by ids: no language and no address. */
export type Ref =
  /** `table` is its Excel name; rows are counted from 0. */
  | { kind: 'cell'; table: string; row: number; column: string }
  /** A named cell. */
  | { kind: 'name'; name: string }
  /** A cell of a block of text. */
  | { kind: 'text'; block: string; row: number; column: number };

/** The same for the same cell. */
export const keyOf = (ref: Ref): string => {
  switch (ref.kind) {
    case 'cell':
      return `${ref.table}|${ref.row}|${ref.column}`;
    case 'name':
      return ref.name;
    case 'text':
      return `${ref.block}|${ref.row}|${ref.column}|`;
  }
};
