import { compare, type Value } from './value';

/**
 * Where values stand in a column. A column that is looked into again has an index, so that a table
 * whose rows each look into another grows with its rows and not with their square.
 */
interface Places {
  /** Positions by value, texts without case. */
  same: Map<Value, number[]>;
  /** Of texts that read as a number, by that number. */
  read: Map<Value, number[]>;
}

/** `undefined` after one look: most columns that are cut out are looked into once. */
const indexes = new WeakMap<readonly Value[], Places | undefined>();

function indexOf(column: readonly Value[]): Places | undefined {
  const made = indexes.has(column) ? (indexes.get(column) ?? indexed(column)) : undefined;
  indexes.set(column, made);
  return made;
}

function indexed(column: readonly Value[]): Places {
  const places: Places = { same: new Map(), read: new Map() };
  const add = (to: Map<Value, number[]>, key: Value, i: number) => {
    const there = to.get(key);
    if (there) there.push(i);
    else to.set(key, [i]);
  };
  column.forEach((value, i) => {
    if (value !== null) add(places.same, keyOf(value), i);
    if (typeof value !== 'string') return;
    if (value.trim() !== '' && !Number.isNaN(Number(value))) add(places.read, Number(value), i);
  });
  return places;
}

const keyOf = (value: Value) => (typeof value === 'string' ? value.toLowerCase() : value);

/**
 * Positions, from 0, of the cells that equal a number or a text as a criterion has it: a text that
 * reads as the number equals it. Undefined where the column has no index.
 */
export function placesOf(
  column: readonly Value[],
  wanted: number | string,
): readonly number[] | undefined {
  const index = indexOf(column);
  if (!index) return undefined;
  const same = index.same.get(keyOf(wanted)) ?? [];
  const read = index.read.get(wanted);
  return read ? [...same, ...read].sort((a, b) => a - b) : same;
}

/** Position, from 0, of the first cell of the same kind with the same value; -1 where there is none. */
export function firstPlace(column: readonly Value[], wanted: Value): number {
  const index = indexOf(column);
  if (index) return index.same.get(keyOf(wanted))?.[0] ?? -1;
  return column.findIndex(
    (cell) => typeof cell === typeof wanted && cell !== null && compare(cell, wanted) === 0,
  );
}
