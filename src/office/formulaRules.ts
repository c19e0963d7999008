/**
 * Rules that go by a formula, of each range those that are wanted; a range that is gone has none. Whatever the number of
 * ranges, it takes two requests.
 */
export async function formulaRules<T extends { range: Excel.Range }>(
  context: Excel.RequestContext,
  asked: readonly T[],
  isWanted: (one: T, id: string) => boolean = () => true,
): Promise<(T & { id: string; formula: string })[]> {
  if (asked.length === 0) return [];
  const found = asked.map((one) => {
    one.range.load('address');
    return { one, formats: one.range.conditionalFormats.load('items/id,items/type') };
  });
  await context.sync();
  const rules = found.flatMap(({ one, formats }) =>
    one.range.isNullObject
      ? []
      : formats.items
          .filter(({ id, type }) => type === 'Custom' && isWanted(one, id))
          .map((format) => ({ one, id: format.id, rule: format.custom.rule.load('formula') })),
  );
  await context.sync();
  return rules.map(({ one, id, rule }) => ({ ...one, id, formula: rule.formula }));
}
