import type { z } from 'zod';

/**
 * Who decides what a column holds. key: the row's id · content: the catalog or the method, kept where
 * people change it · input: people · fixed: the layout alone · calc: one formula for the whole column
 */
export type Role = 'key' | 'content' | 'input' | 'fixed' | 'calc';

/** A column; `kept` is what an engagement keeps of its cells. */
export interface Column<R extends Role = Role, Kept = z.ZodType | undefined> {
  role: R;
  kept: Kept;
  /** The store whose rows the cells name by id. */
  names?: string;
  /** Of one of several: what stands before the number. */
  stem?: string;
}
export type Columns = Readonly<Record<string, Column>>;

const kept =
  <R extends Role>(role: R) =>
  <Kept extends z.ZodType>(type: Kept, names?: string): Column<R, Kept> => ({
    role,
    kept: type,
    ...(names !== undefined && { names }),
  });
export const content = kept('content');
export const input = kept('input');
/** Set by the layout; an engagement may say it of a row of its own. */
export const laid = kept('fixed');

/** Columns of which an engagement keeps nothing, by their ids. */
const derived =
  <R extends Role>(role: R) =>
  <const Id extends string>(...ids: Id[]) =>
    Object.fromEntries(ids.map((id) => [id, { role, kept: undefined }])) as Record<
      Id,
      Column<R, undefined>
    >;
export const fixed = derived('fixed');
export const calc = derived('calc');
/** From the catalog, in tables that an engagement keeps nothing of. */
export const catalogued = derived('content');
/** How many cells of the row cannot be used as typed, and which. */
export const faultColumns = calc('faults', 'fault');
export const calcColumn: Column<'calc', undefined> = { role: 'calc', kept: undefined };
export const catalogColumn: Column<'content', undefined> = { role: 'content', kept: undefined };

/**
 * A column for each number: "guard1", "guard2", … (of several stems: "a1", "p1", "a2", …). References
 * may go beyond them, where a catalog needs more.
 */
export const numbered = <const Stem extends string, N extends number, C extends Column>(
  stems: Stem | readonly Stem[],
  numbers: readonly N[],
  column: C,
) =>
  Object.fromEntries(
    numbers.flatMap((n) => [stems].flat().map((stem) => [`${stem}${n}`, { ...column, stem }])),
  ) as Record<`${Stem}${N}`, C & { stem: Stem }>;

/** Of a wide table the same in parts of a few cells each. */
export const faultParts = <N extends number>(...parts: N[]) =>
  numbered(['faultsPart', 'faultPart'], parts, calcColumn);

/** Whom a template asks. */
export const audiences = ['lead', 'department', 'it', 'finance'] as const;
export type Audience = (typeof audiences)[number];

/** What one audience is asked in a table. */
export interface Asked<Id extends string = string> {
  /** Columns to fill, and those of them that count towards completeness. */
  fill: readonly Id[];
  required: readonly Id[];
  /** Columns of answers that say what a row is about. */
  show?: readonly Id[];
  /** Rows of one's own may be added, in every column that is shown. */
  own?: true;
  /** Only rows that have been picked, as soon as any has. */
  picked?: true;
  /** Only rows in which this computed column is above 0, as soon as any is. */
  within?: Id;
}

/** What there is to know of a table, whatever the language and the catalog. */
export interface Declared<Id extends string = string> {
  /** What the description and an engagement's `edits`, `extra` and `removed` call it. */
  id: string;
  /** The part of an engagement that keeps what people say in it, by row id. */
  store?: string;
  /** What the ids of rows that people add start with; without it they add none. */
  own?: string;
  /**
   * The columns that make two rows of people's own the same thing, what people call it first; `all`:
   * a record, the same only where it says the same in every column. Without it rows go by their ids.
   */
  same?: readonly [Id, ...Id[]] | 'all';
  /** What of it decides amounts that a signature freezes. */
  signed?: readonly Id[];
  asked?: Partial<Record<Audience, Asked<Id>>>;
}

export interface Table extends Declared {
  columns: Columns;
}

/** A table without the hidden column of row ids. */
export const plainTable = <const D extends Declared<keyof C & string>, const C extends Columns>(
  declared: D,
  columns: C,
): D & { columns: C } => ({ ...declared, columns });

export const table = <const D extends Declared<keyof C & string>, const C extends Columns>(
  declared: D,
  columns: C,
) =>
  plainTable<D, C & { id: Column<'key', undefined> }>(declared, {
    id: { role: 'key', kept: undefined },
    ...columns,
  });
