import type { Condition, WholePart } from '../catalog/query';
import type { Cell } from './normal';
import type { PlannedColumn, PlannedTable } from './plan';
import type { Slot } from './spans';

/** What computes readings: a database, or this program itself over rows that it holds. */
export interface Engine {
  /** Takes the files of one table in. */
  load(table: PlannedTable, files: readonly SourceFile[]): Promise<Loaded>;
  /** What a part of a query comes to in each span; nothing where no row counts. */
  total(part: WholePart, slots: readonly Slot[]): Promise<(Total | undefined)[]>;
  /** Rows of a table that is read as it stands, columns in the order asked for. */
  rows(table: string, columns: readonly string[], where: readonly Condition[]): Promise<Cell[][]>;
  /** What a column of texts says, each once in order; undefined where that is more than a few words. */
  words(table: string, column: string): Promise<string[] | undefined>;
  /** What a SELECT gives; absent where there is no database. */
  select?(sql: string): Promise<Record<string, unknown>[]>;
}

/** A file that rows come from. */
export interface SourceFile {
  name: string;
  bytes(): Promise<Uint8Array>;
  /** The bytes piece by piece, for files beyond memory. */
  stream(): AsyncIterable<Uint8Array>;
  /** 16 hex digits of its SHA-256. */
  digest(): Promise<string>;
  /** On this machine. */
  path?: string;
  size: number;
}

export interface Loaded {
  table: string;
  /** Rows of each file, in their order. */
  files: { name: string; rows: number }[];
  /** Rows that are there once those that are there twice are counted once. */
  rows: number;
  /** Of a table with a key: rows that repeat another in every column that is read. */
  repeated: number;
  /** Keys that more than one of the remaining rows has, and one of them. */
  twins: { count: number; example: string };
  faults: Fault[];
  /** First and last moment of each column of days. */
  bounds: Record<string, readonly [number, number]>;
}

/** What is wrong with a file or a column. */
export interface Fault {
  code:
    | 'no-header'
    | 'two-headers'
    | 'unreadable'
    | 'strange-word'
    | 'ragged'
    | 'footer'
    | 'damaged'
    | 'unopened'
    | 'compressed'
    | 'no-rows'
    | 'no-sheet'
    | 'no-files';
  file?: string;
  /** Absent: everything in the table is concerned. */
  column?: string;
  count?: number;
  example?: string;
  detail?: string;
}

/** Cells of a column that could not be read. */
export const unread = (
  { name, reading: { oneOf } }: PlannedColumn,
  count: number,
  example: string,
): Fault => ({
  code: oneOf ? 'strange-word' : 'unreadable',
  ...{ column: name, count, example },
  ...(oneOf && { detail: oneOf.join(', ') }),
});

/** More than so many different texts are no words that a query would name. */
export const fewWords = 200;

/** Rows that count, those of them that have an amount, what they come to, and their digest. */
export interface Total {
  rows: number;
  counted: number;
  /** In billionths; of elapsed time in milliseconds; of count and distinct as it is. */
  total: bigint;
  digest: bigint;
}
