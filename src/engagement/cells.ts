import { z } from 'zod';

/** A cell may hold anything, so a number or date that someone typed as words is kept as typed. */

export const line = z.string().max(32_767);
export const Scalar = z.union([line, z.number(), z.boolean()]);
export const word = line.nullable().optional();
/** A number, or what was typed in its place; a blank is "not known". */
export const numeric = z.union([z.number(), line, z.boolean()]).nullable().optional();
export const date = z.union([z.iso.date(), line, z.number(), z.boolean()]).nullable().optional();
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words).or(line).nullable().optional();
