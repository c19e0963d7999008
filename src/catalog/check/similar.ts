/** Limits that no list for a client comes near; without them a hostile file costs the square of its size. */
const MAX_SHARED = 50;
const MAX_CANDIDATES = 50;
const MAX_LENGTH = 200;

/** What of a text counts when two are compared. */
export const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '');

const bigrams = (text: string): Set<string> => {
  const chars = [...text.slice(0, MAX_LENGTH)];
  return new Set(chars.slice(1).map((char, index) => `${chars[index]}${char}`));
};

/** How alike two texts are by Jaccard's measure of their character pairs: 0 nothing shared, 1 the same. */
export function similarity(a: string, b: string): number {
  const [left, right] = [bigrams(normalise(a)), bigrams(normalise(b))];
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared += 1;
  const all = left.size + right.size - shared;
  return all === 0 ? Number(normalise(a) === normalise(b)) : shared / all;
}

/**
 * Pairs of texts whose sets of character pairs are alike by Jaccard's measure, each later text with
 * its most similar earlier one. Two sets alike by `threshold` share at least one of their rarest
 * few members (prefix filtering), so only texts that do are compared.
 */
export function similarPairs(
  texts: readonly { id: string; text: string }[],
  threshold: number,
): { id: string; other: string; similarity: number }[] {
  const sets = texts.map(({ id, text }) => ({ id, grams: bigrams(text) }));
  const frequency = new Map<string, number>();
  for (const { grams } of sets)
    for (const gram of grams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const rarity = (gram: string) => frequency.get(gram) ?? 0;

  const holders = new Map<string, typeof sets>();
  return sets.flatMap((set) => {
    const { id, grams } = set;
    const prefix = [...grams]
      .sort((a, b) => rarity(a) - rarity(b) || (a < b ? -1 : 1))
      .slice(0, grams.size - Math.ceil(threshold * grams.size) + 1);
    const candidates = new Set<(typeof sets)[number]>();
    for (const gram of prefix)
      for (const holder of holders.get(gram) ?? [])
        if (candidates.size < MAX_CANDIDATES) candidates.add(holder);
    let best = { id, other: '', similarity: 0 };
    for (const candidate of candidates) {
      let shared = 0;
      for (const gram of grams) if (candidate.grams.has(gram)) shared++;
      const similarity = shared / (grams.size + candidate.grams.size - shared);
      if (similarity > best.similarity) best = { id, other: candidate.id, similarity };
    }
    for (const gram of prefix) {
      const list = holders.get(gram);
      if (!list) holders.set(gram, [set]);
      else if (list.length < MAX_SHARED) list.push(set);
    }
    return best.similarity >= threshold ? [best] : [];
  });
}
