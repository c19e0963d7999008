import fc from 'fast-check';
import { links } from '../../src/catalog/links';
import { loadBuiltin } from '../../src/catalog/models';
import { emptyEngagement } from '../../src/engagement/project';
import { describe as described } from '../../src/office';
import { tableOf } from '../support/desk';
import { evaluateWorkbook } from '../support/evaluateSheet';
import { smallCatalog } from '../support/smallCatalog';

type Said = Record<string, { pick?: string; priority?: string; effort?: string }>;
const sheets = new Set(['ask', 'plan', 'pain', 'function', 'innovation', 'links', 'lists']);

/** What is suggested, by item id, as the rules evaluate the sheets. */
async function suggested(catalog: Parameters<typeof links>[0], said: Record<string, Said>) {
  const engagement = { ...emptyEngagement([{ id: catalog.id }], 'en'), ...said };
  const spec = await described(engagement as never, 'en', { catalogs: [catalog] });
  const values = new Map(evaluateWorkbook(spec, sheets).map(({ place, value }) => [place, value]));
  return new Map(
    (
      [
        ['plan', 'Plans'],
        ['pain', 'PainPoints'],
        ['function', 'Functions'],
        ['innovation', 'Innovations'],
      ] as const
    ).flatMap(([id, name]) =>
      tableOf(spec, id).rows.map((row, i) => [
        row.id,
        Number(values.get(`${name}[suggested] ${i + 1}`)),
      ]),
    ),
  );
}

const pick = fc.record(
  {
    pick: fc.constantFrom('yes', 'yes', 'maybe', 'no'),
    priority: fc.constantFrom('high', 'medium', 'low'),
  },
  { requiredKeys: ['pick'] },
);

test('suggested is strength × priority of what is picked before, whatever is picked', async () => {
  const catalog = smallCatalog();
  const ids = [...catalog.asks, ...catalog.plans, ...catalog.pains, ...catalog.functions].map(
    ({ id }) => id,
  );
  await fc.assert(
    fc.asyncProperty(fc.tuple(...ids.map(() => fc.option(pick))), async (said) => {
      const of = new Map(ids.map((id, i) => [id, said[i]]));
      const store = (list: { id: string }[]) =>
        Object.fromEntries(list.flatMap(({ id }) => (of.get(id) ? [[id, of.get(id)]] : [])));
      const found = await suggested(catalog, {
        ask: store(catalog.asks) as Said,
        plan: store(catalog.plans) as Said,
        pain: store(catalog.pains) as Said,
        function: store(catalog.functions) as Said,
      });
      const calls = new Map<string, number>();
      for (const { from, to, strength } of links(catalog)) {
        const one = of.get(from);
        if (one?.pick !== 'yes') continue;
        const weight = { high: 3, medium: 2, low: 1 }[one.priority ?? 'medium'] ?? 2;
        calls.set(to, (calls.get(to) ?? 0) + strength * weight);
      }
      for (const [id, value] of found)
        expect([id, Math.floor(value)]).toEqual([id, calls.get(id) ?? 0]);
    }),
    { numRuns: 8 },
  );
});

test('of what is called for alike, the smaller effort comes first', async () => {
  const catalog = smallCatalog((json) => {
    json.functions.forEach((one, i) =>
      Object.assign(one, { calledBy: { 's.pain.1': 2 }, effort: ['XL', 'M', 'S', 'L', 'M'][i] }),
    );
  });
  const found = await suggested(catalog, { pain: { 's.pain.1': { pick: 'yes' } } });
  const ranked = catalog.functions.sort((a, b) => found.get(b.id)! - found.get(a.id)!);
  expect(ranked.map(({ effort }) => effort)).toEqual(['S', 'M', 'M', 'L', 'XL']);
});

test.each(['key-account', 'after-sales'] as const)(
  'the first ten of a typical case of %s differ',
  async (id) => {
    const catalog = await loadBuiltin(id);
    const some = (list: { id: string }[], count: number): Said =>
      Object.fromEntries(
        list
          .slice(0, count)
          .map((one, i) => [
            one.id,
            { pick: 'yes', priority: ['high', 'medium', 'low'][i % 3] ?? 'medium' },
          ]),
      );
    const found = await suggested(catalog, {
      ask: some(catalog.asks, 4),
      plan: some(catalog.plans, 3),
      pain: some(catalog.pains, 6),
    });
    for (const list of [catalog.pains, catalog.functions, catalog.innovations]) {
      const ten = list
        .map((one) => found.get(one.id)!)
        .filter((value) => value > 0)
        .sort((a, b) => b - a)
        .slice(0, 10);
      expect(new Set(ten).size).toBe(ten.length);
      expect(ten.length).toBeGreaterThan(5);
    }
  },
);
