import type { z } from 'zod';
import type { Scalar } from './cells';
import type { Engagement } from './schema';

type Value = z.infer<typeof Scalar> | null;
type Cells = Record<string, Value | undefined>;
type Parts = Record<string, Record<string, Cells>>;

/** An engagement that may be changed, or what is known of one so far. */
type EngagementPart = Pick<Engagement, 'edits'>;

/**
 * A cell that people fill: of a row in one of the engagement's stores, or one whose text the catalog
 * or method gives, by table, so that another text is an edit of it.
 */
export type CellPlace = { row: string; column: string } & ({ store: string } | { table: string });

/**
 * Puts what someone says of a cell into an engagement.
 * @param value null: left blank, which of a given text is kept as "" · undefined: nothing is said
 */
export function setCell(said: EngagementPart, place: CellPlace, value: Value | undefined): void {
  const { row, column } = place;
  const isGiven = 'table' in place;
  const rows = isGiven ? ownPart(said.edits as Parts, place.table) : storeOf(said, place.store);
  const cells = ownPart(rows, row);
  if (value === undefined) delete cells[column];
  else cells[column] = isGiven ? (value ?? '') : value;
  if (Object.keys(cells).length === 0) delete rows[row];
}

/** A row of a store, made where there is none. */
export const ownRow = (said: EngagementPart, store: string, row: string): Cells =>
  ownPart(storeOf(said, store), row);

const storeOf = (said: EngagementPart, store: string) => ownPart(said as unknown as Parts, store);

/**
 * The part of that name, made where there is none. Ids and headers are anybody's words,
 * "constructor" and "__proto__" too: they name a part like any other.
 */
export function ownPart<T extends object>(parts: Record<string, T>, name: string): T {
  if (Object.hasOwn(parts, name)) return parts[name] as T;
  const value = Object.create(null) as T;
  if (name === '__proto__')
    Object.defineProperty(parts, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  else parts[name] = value;
  return value;
}
