import { z } from 'zod';

/** A cell may hold anything, so a number or date that someone typed as words is kept as typed. */

export const line = z.string().max(32_767);
export const Scalar = z.union([line, z.number(), z.boolean()]);
export const word = line.nullable().optional();
/** A number, or what was typed in its place; a blank is "not known". */
export const numeric = z.union([z.number(), line, z.boolean()]).nullable().optional();

/** What a number must lie in to be used; what lies outside is told, never cut to it. */
export interface Range {
  min?: number;
  max?: number;
  whole?: true;
}
const ranges = z.registry<Range>();
const within = (range: Range) => {
  const kind = numeric.clone();
  ranges.add(kind, range);
  return kind;
};
/** Undefined where every number, or every day, will do. */
export const rangeOf = (kind: z.ZodType): Range | undefined => ranges.get(kind);

/** A part of a whole. */
export const share = within({ min: 0, max: 1 });
/** A plan or a stake times this: estimates and payouts, which may exceed 1. */
export const factor = within({ min: 0, max: 10 });
/** Attainment: below 0 is worse than the baseline. */
export const level = within({ min: -10, max: 10 });
export const positive = within({ min: 0 });
export const divisor = within({ min: 1e-9 });
/** A year, as a fraction. */
export const rate = within({ min: -0.99, max: 1 });
export const months = within({ min: 1, max: 120, whole: true });
/** 1, 2, 3 … */
export const ordinal = within({ min: 1, whole: true });
export const wholeTo = (min: number, max: number) => within({ min, max, whole: true });
export const score = within({ min: 1, max: 5 });

export const date = z.union([z.iso.date(), line, z.number(), z.boolean()]).nullable().optional();
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words).or(line).nullable().optional();
