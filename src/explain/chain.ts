import type { Explained, Explainer, Told, ToldInput } from './explainer';
import { keyOf, type Ref } from './ref';

/** An explanation whose inputs are explained in turn. */
export interface Chain extends Explained {
  inputs: ChainInput[];
}

interface Followed {
  /** How it came about; absent where it is a leaf, too deep, or explained before. */
  chain?: Chain;
  /** It is explained further up. */
  seen?: true;
}

export interface ChainInput extends ToldInput, Followed {
  rows?: (Told & Followed)[];
}

/**
 * The chain from a value down to what was typed, read or agreed. What only decides between branches
 * is said and not followed; what has been explained is not explained twice.
 * @param depth how many steps at most
 */
export const chainOf = (explainer: Explainer, ref: Ref, depth = Infinity): Chain =>
  chainFrom(explainer, explainer.explain(ref), depth);

/** The same from a value that has been explained already, be it of the description or not. */
export function chainFrom(explainer: Explainer, first: Explained, depth = Infinity): Chain {
  const seen = new Set<string>();
  const follow = (told: Told, left: number): Followed => {
    if (!told.ref || told.origin === 'empty') return {};
    if (told.origin === 'formula' && left <= 0) return {};
    if (seen.has(keyOf(told.ref))) return told.origin === 'formula' ? { seen: true } : {};
    return { chain: explain(explainer.explain(told.ref), left) };
  };
  const explain = (explained: Explained, left: number): Chain => {
    if (explained.ref) seen.add(keyOf(explained.ref));
    const inputs = explained.inputs.map((input): ChainInput => {
      if (input.deciding) return input;
      if (!input.rows) return { ...input, ...follow(input, left - 1) };
      return {
        ...input,
        rows: input.rows.map((row) => ({ ...row, ...follow(row, left - 1) })),
      };
    });
    return { ...explained, inputs };
  };
  return explain(first, depth);
}
