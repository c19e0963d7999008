import type { Operand } from '../values';

/**
 * How a function takes an argument:
 * n number, x the same but no logical, t text, b logical – converted as in arithmetic, errors pass through;
 * s any single value, errors pass through; e any single value, errors included;
 * r as it comes: a reference, a block or a single value, errors included;
 * u the same, several areas included;
 * a as r, with operators inside working element by element; f the same, functions included; w as u, with
 * operators inside it alone working so.
 */
export type Kind = 'n' | 'x' | 't' | 'b' | 's' | 'e' | 'r' | 'u' | 'w' | 'a' | 'f';

export interface FunctionDefinition {
  name: string;
  kinds: Kind[];
  required: number;
  /** The last `repeats` kinds repeat without limit. */
  repeats: number;
  /** The place of the formula is passed before the arguments. */
  placed: boolean;
  volatile: boolean;
  /** It tells its source which cells of its first argument it reads. */
  picks: boolean;
  call: (...args: never[]) => Operand;
}

const definitions = new Map<string, FunctionDefinition>();

/**
 * Adds a function. The signature lists the kinds of its arguments: "t n?" – a text and an optional
 * number; "r r+" – one or more after the first; "r (r s)+" – pairs; a leading "@" asks for the
 * place of the formula, a leading "!" marks a value that changes with time, a leading "~" a function
 * that tells which cells of its first argument it reads. An argument left out is undefined, an empty
 * one null converted to its kind.
 */
export function define(name: string, signature: string, call: (...args: never[]) => Operand): void {
  const words = signature
    .replace(/[()@!~]/g, '')
    .split(' ')
    .filter(Boolean);
  const group = /\((.*)\)\+/.exec(signature)?.[1];
  definitions.set(name, {
    name,
    kinds: words.map((word) => word[0] as Kind),
    required: words.filter((word) => !word.includes('?') && !word.includes('*')).length,
    repeats: group ? group.split(' ').length : /[+*]$/.test(signature) ? 1 : 0,
    placed: signature.includes('@'),
    volatile: signature.includes('!'),
    picks: signature.includes('~'),
    call,
  });
}

/** The same function under several names. */
export function defineEach(
  names: string,
  signature: string,
  call: (...args: never[]) => Operand,
): void {
  for (const name of names.split(' ')) define(name, signature, call);
}

export function definition(name: string): FunctionDefinition | undefined {
  return definitions.get(name);
}

/** The kind of the argument at a position, undefined beyond the last. */
export function kindAt(of: FunctionDefinition, position: number): Kind | undefined {
  if (position < of.kinds.length) return of.kinds[position];
  if (of.repeats === 0) return undefined;
  const start = of.kinds.length - of.repeats;
  return of.kinds[start + ((position - start) % of.repeats)];
}
