import type { Lang } from '../../messages';

/** A document to print and sign, before it has a file format. */
export interface Paper {
  lang: Lang;
  title: string;
  subtitle: string;
  /** In the foot of each page, before the page number. */
  foot: string;
  blocks: PaperBlock[];
}

export interface PaperColumn {
  name: string;
  /** Share of the width, relative to the other columns. */
  width: number;
  align?: 'right' | 'center';
}

/** A row of a table; `group`: one text over its whole width, of the rows below it. */
export type PaperRow = { cells: string[]; strong?: boolean } | { group: string };

export type PaperBlock =
  | { kind: 'heading'; text: string; newPage?: true }
  | { kind: 'text'; text: string; look?: 'muted' | 'alarm' }
  | { kind: 'fields'; title?: string; rows: { name: string; value: string }[] }
  | { kind: 'table'; title?: string; columns: PaperColumn[]; rows: PaperRow[]; dense?: boolean }
  | { kind: 'steps'; items: string[] }
  | { kind: 'signatures'; day: string; sides: { side: string; person: string }[] };

/** Points. */
export const paperSizes = {
  title: 20,
  subtitle: 11,
  heading: 13,
  body: 10,
  table: 9,
  /** Of a table to look things up in. */
  dense: 7,
  foot: 8,
} as const;

/** Points: A4, upright. */
export const sheet = { width: 595.28, height: 841.89, left: 54, top: 60, bottom: 56 } as const;
export const printWidth = sheet.width - 2 * sheet.left;

/** How much further right text stands that follows numbers, so as not to run on from them. */
export const setOff = (columns: readonly PaperColumn[], i: number): number =>
  columns[i - 1]?.align === 'right' && columns[i]?.align === undefined ? 8 : 0;
