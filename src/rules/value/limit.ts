import {
  abs,
  atLeast,
  atMost,
  divide,
  max,
  not,
  subtract,
  type Bool,
  type Num,
} from '../expression';

/**
 * Exactly at a limit is at it (value-model §1): a limit x is reached from x − 10⁻⁹ · max(1, |x|) on.
 * What is compared is never rounded before; so a third plus a sixth reaches a half.
 */
const parts = 1_000_000_000;

const hair = (limit: Num | number): Num => divide(max(1, abs(limit)), parts);

/** The least value that reaches a limit. */
export const leastFor = (limit: Num | number): Num => subtract(limit, hair(limit));

export const reaches = (value: Num, limit: Num | number): Bool => atLeast(value, leastFor(limit));
export const isUnder = (value: Num, limit: Num | number): Bool => not(reaches(value, limit));

/** Neither above nor below. */
export const isAt = (value: Num, limit: Num | number): Bool =>
  atMost(abs(subtract(value, limit)), hair(limit));

/** The same of plain numbers. */
export const isReached = (value: number, limit: number): boolean =>
  value >= limit - Math.max(1, Math.abs(limit)) / parts;

/** So little beside a step that nothing but the step lies between; a limit is reached far nearer. */
export const justBeside = 1e-7;
