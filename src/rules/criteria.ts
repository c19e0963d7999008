import { placesOf } from './places';
import { compare, isError, RuleError, type Value } from './value';

/** A single value, or the cells of a column. */
export type Argument = Value | readonly Value[];

export const cells = (argument: Argument): readonly Value[] =>
  Array.isArray(argument) ? argument : [argument as Value];
export const scalar = (argument: Argument | undefined): Value =>
  Array.isArray(argument) ? new RuleError('#VALUE!') : ((argument ?? null) as Value);

interface Criterion {
  accepts: (value: Value) => boolean;
  /** The number or the text that cells have to equal, where it is one. */
  equals?: number | string;
}

/** Excel's criteria: a value to equal, or a text with a leading operator; a blank cell counts as 0. */
function criterion(given: Value): Criterion {
  const wanted = given ?? 0;
  const written = typeof wanted === 'string' ? /^(?:<>|<=|>=|=|<|>)/.exec(wanted)?.[0] : undefined;
  const operator = written ?? '=';
  const rest = written === undefined ? wanted : (wanted as string).slice(written.length);
  const asNumber = typeof rest === 'string' && rest.trim() !== '' ? Number(rest) : NaN;
  const target: Value = Number.isNaN(asNumber) ? rest : asNumber;
  const isPlain = operator === '=' && target !== '' && typeof target !== 'boolean';
  const equals = isPlain && !isError(target) && target !== null ? { equals: target } : {};
  const accepts = (value: Value): boolean => {
    if (isError(value)) return false;
    if (target === '') {
      const blank = value === null || (value === '' && written === undefined);
      return operator === '<>' ? !blank : blank;
    }
    // A text that reads as the wanted number equals it.
    if (typeof target === 'number' && typeof value === 'string' && value.trim() !== '') {
      const alike = Number(value) === target;
      if (operator === '=' || operator === '<>') return alike === (operator === '=');
    }
    if (operator === '<>') return typeof value !== typeof target || compare(value, target) !== 0;
    if (typeof value !== typeof target) return false;
    if (operator === '=') return value === target || compare(value, target) === 0;
    const order = compare(value, target) as number;
    if (operator === '<') return order < 0;
    if (operator === '<=') return order <= 0;
    return operator === '>' ? order > 0 : order >= 0;
  };
  return { accepts, ...equals };
}

/** Positions, from 0, whose cells meet all (column, criterion) pairs. */
export function meeting(pairs: Argument[]): number[] {
  const tests: ({ column: readonly Value[] } & Criterion)[] = [];
  for (let i = 0; i + 1 < pairs.length; i += 2)
    tests.push({ column: cells(pairs[i] as Argument), ...criterion(scalar(pairs[i + 1])) });
  const length = tests[0]?.column.length ?? 0;
  const meets = (i: number) =>
    i < length && tests.every(({ column, accepts }) => accepts(column[i] ?? null));
  let fewest: readonly number[] | undefined;
  for (const { column, equals } of tests) {
    const places = equals === undefined ? undefined : placesOf(column, equals);
    if (places && places.length < (fewest?.length ?? Infinity)) fewest = places;
  }
  if (fewest) return fewest.filter(meets);
  const positions: number[] = [];
  for (let i = 0; i < length; i += 1) if (meets(i)) positions.push(i);
  return positions;
}
