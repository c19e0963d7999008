/**
 * How strongly earlier picks call for an item. A pick counts as its priority has it, a link as strong as
 * it is; of what is called for alike, what costs least comes first.
 */
import { add, equal, greater, literal, when, type Num, type Txt } from '../expression';

export const priorityWeights = { high: 3, medium: 2, low: 1 } as const;
/** What is left open counts as medium. */
const usualPriority = priorityWeights.medium;

/** What a pick adds to each unit of strength: 0 unless it is picked. */
export const callOf = (
  { pick, priority }: { pick: Txt; priority: Txt },
  words: { yes: string; high: string; low: string },
): Num =>
  when(
    equal(pick, words.yes),
    when(
      equal(priority, words.high),
      priorityWeights.high,
      when(equal(priority, words.low), priorityWeights.low, usualPriority),
    ),
    0,
  );

/** Less than 1, so that it decides between equals only; the first word is the easiest. */
export const easeOf = (word: Txt, words: readonly string[]): Num =>
  words.reduceRight<Num>(
    (rest, one, i) => when(equal(word, one), (words.length - 1 - i) / 10, rest),
    literal(0),
  );

/**
 * What decides where neither calls nor effort do: how much an item leads to, then its place in the
 * catalog. Less than 0.1, and no two items of a list have the same. Seven decimals, so that programs that
 * keep fewer digits than a double has save it as it is.
 */
export const tieOf = (reach: number, position: number): number =>
  (10_000 * (1 + Math.min(reach, 90)) - Math.min(position, 10_000)) / 10_000_000;

/** Σ strength × priority of the picks that call for it, then ease and tie; 0 where none calls. */
export const suggestionOf = (calls: Num, ease: Num | undefined, tie: Num): Num =>
  when(greater(calls, 0), add(calls, ...(ease ? [ease] : []), tie), 0);
