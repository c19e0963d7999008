import fc from 'fast-check';
import { hashCatalog } from '../../src/catalog/hash';
import { loadBuiltin } from '../../src/catalog/models';
import { parseCatalog } from '../../src/catalog/parse';
import type { Catalog } from '../../src/catalog/schema';
import { catalogFrom } from '../../src/catalog/sheets/read';
import type { FoundSheet } from '../../src/catalog/sheets/reader';
import { catalogTables } from '../../src/catalog/sheets/write';
import { describeCatalogBook } from '../../src/experience/catalogBook';
import { createHost, openHost } from '../../src/host';
import { layOutSpec, sheetValues } from '../../src/office';
import { soundCatalog } from '../cli/run';
import { thoroughness } from '../support/thoroughness';

/** As a person would see it: a title, a header row and the rows. */
const sheetsOf = (catalog: Catalog): FoundSheet[] =>
  catalogTables(catalog).map(({ name, columns, rows }) => ({
    name,
    values: [[name], [], columns.map(({ header }) => header), ...rows],
  }));

const words = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '-x',
    "'q",
    ' padded ',
    'two\nlines',
    '007',
    '1e3',
    'TRUE',
    '[]',
    '{}',
    'a, b; c',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .filter(
      (text) =>
        parseCatalog({ ...soundCatalog(), name: { en: text, 'zh-CN': text } }).catalog !==
        undefined,
    ),
);
const text = fc.record(
  { 'zh-CN': words, en: words, 'zh-TW': words },
  { requiredKeys: ['zh-CN', 'en'] },
);
const seen = fc.record({
  engagement: fc.constantFrom('a1b2', 'c3-d4'),
  on: fc.constantFrom('2026-06-30'),
  by: words,
});

/** Sound catalogs, with every optional field there or not. */
const catalog: fc.Arbitrary<Catalog> = fc
  .record({
    name: text,
    texts: fc.array(text, { minLength: 6, maxLength: 6 }),
    description: fc.option(text, { nil: undefined }),
    micro: fc.option(
      fc.record({
        days: fc.integer({ min: 1, max: 60 }),
        fee: fc.double({ min: 0, max: 1e9, noNaN: true }),
      }),
      { nil: undefined },
    ),
    strength: fc.constantFrom(1, 2, 3),
    harvested: fc.option(fc.array(seen, { maxLength: 2 }), { nil: undefined }),
    sources: fc.option(fc.constantFrom([] as string[], ['src.1'], ['src.1', 'src.2']), {
      nil: undefined,
    }),
    observed: fc.option(fc.tuple(seen, fc.double({ noNaN: true, noDefaultInfinity: true })), {
      nil: undefined,
    }),
    history: fc.option(fc.record({ on: fc.constant('2026-01-01'), by: words, note: words }), {
      nil: undefined,
    }),
    average: fc.boolean(),
    further: fc.option(
      fc.record({
        text,
        needs: fc.constantFrom([] as string[], ['s.fn.2']),
        year: fc.integer({ min: 1990, max: 2026 }),
      }),
      { nil: undefined },
    ),
  })
  .map((drawn) => {
    const made = structuredClone(soundCatalog());
    const [ask, plan, pain, func, innovation, metric] = [
      made.asks,
      made.plans,
      made.pains,
      made.functions,
      made.innovations,
      made.metrics,
    ].map(([first]) => first);
    [ask, plan, pain, func, innovation, metric].forEach(
      (item, i) => (item!.text = drawn.texts[i]!),
    );
    made.name = drawn.name;
    made.sources = [
      { id: 'src.1', title: 'One' },
      { id: 'src.2', title: '二', url: 'https://example.org/x' },
    ];
    Object.assign(made.pains[0]!.calledBy, { 's.ask.1': drawn.strength });
    Object.assign(made.metrics[0]!, { average: drawn.average, guards: ['s.metric.2'] });
    if (drawn.description) made.description = drawn.description;
    if (drawn.micro) made.microConsulting = drawn.micro;
    if (drawn.harvested) made.pains[0]!.harvested = drawn.harvested;
    if (drawn.sources) made.asks[0]!.sources = drawn.sources;
    if (drawn.observed)
      made.metrics[0]!.observed = [{ ...drawn.observed[0], baseline: drawn.observed[1] + 0 }];
    if (drawn.further) {
      const { text: said, needs, year } = drawn.further;
      made.pains[0]!.script = { question: said, good: said, followUp: said, data: said };
      made.functions[0]!.needs = needs;
      made.modules[0]!.maturity = [1, 2, 3, 4, 5].map((level) => ({
        'zh-CN': `${level} ${said['zh-CN']}`,
        en: `${level} ${said.en}`,
      }));
      Object.assign(made.metrics[0]!, {
        notWith: needs.length > 0 ? ['s.metric.2'] : [],
        ranges: [{ low: 1, best: 2, population: said, year, source: 'src.2', strength: 'paper' }],
      });
    }
    if (drawn.history) made.history = { '1.0.0': drawn.history };
    return parseCatalog(made).catalog!;
  });

test('a catalog comes back from its tables as it was', () => {
  fc.assert(
    fc.property(catalog, (one) => {
      const { catalog: back, problems } = catalogFrom(sheetsOf(one));
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(back).toEqual(one);
      expect(hashCatalog(back!)).toBe(hashCatalog(one));
    }),
    { numRuns: 40 * thoroughness },
  );
});

/** Laid out, saved as .xlsx, opened and read. */
async function throughFile(one: Catalog): Promise<FoundSheet[]> {
  const host = createHost();
  await host.run((context) => layOutSpec(context, describeCatalogBook(one, 'en')));
  return (await openHost(await host.save())).run(sheetValues);
}

test('and from a workbook file', async () => {
  const drawn = fc.sample(catalog, { numRuns: 4 * thoroughness, seed: 11 });
  for (const one of drawn) {
    const { catalog: back, problems } = catalogFrom(await throughFile(one));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(back).toEqual(one);
  }
});

test('the models that come with the product do so too', async () => {
  for (const id of ['key-account', 'after-sales'] as const) {
    const model = await loadBuiltin(id);
    expect(catalogFrom(await throughFile(model)).catalog).toEqual(model);
  }
}, 60_000);

const sheet = (sheets: FoundSheet[], name: string) => {
  const found = sheets.find((one) => one.name === name);
  if (!found) throw new Error(`No sheet ${name}`);
  return found as { name: string; values: unknown[][] };
};
const headerOf = ({ values }: FoundSheet) => values.findIndex((row) => row.includes('id'));

test('rows sorted, parted by blank rows, columns moved and sheets reordered change nothing but order', () => {
  const one = soundCatalog();
  const sheets = sheetsOf(one);
  const pains = sheet(sheets, 'Pains');
  const head = headerOf(pains);
  const [above, header, rows] = [
    pains.values.slice(0, head),
    pains.values[head]!,
    pains.values.slice(head + 1),
  ];
  pains.values = [[], ...above, header, ...rows.reverse().flatMap((row) => [[], row])].map((row) =>
    [...row].reverse(),
  );
  const { catalog: back } = catalogFrom(sheets.reverse());
  expect(back).toEqual({ ...one, pains: [...one.pains].reverse() });
});

test('a book of an earlier version lacks what catalogs could not say then', () => {
  const one = soundCatalog();
  const later = /^(script\.|maturity$|needs$|notWith$|ranges$)/;
  const sheets = sheetsOf(one).map(({ name, values }) => {
    const isLater = (header: unknown) => name !== 'Innovations' && later.test(String(header));
    const kept = values[2]!.flatMap((header, i) => (isLater(header) ? [] : [i]));
    return { name, values: values.map((row) => (row.length > 1 ? kept.map((i) => row[i]) : row)) };
  });
  const { catalog: back, problems } = catalogFrom(sheets);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(back).toEqual(one);
});

test('what cannot be read is told with its sheet and cell', () => {
  const sheets = sheetsOf(soundCatalog());
  const put = (name: string, row: number, header: string, value: unknown) => {
    const { values } = sheet(sheets, name);
    const at = values.findIndex((cells) => cells.includes(name === 'Catalog' ? 'field' : 'id'));
    values[at + row]![values[at]!.indexOf(header)] = value;
  };
  put('Metrics', 1, 'divisor', 'half');
  put('Functions', 2, 'calledBy', 's.pain.1 strong');
  put('Pains', 1, 'text.en', '#REF!');
  put('Metrics', 2, 'average', 'perhaps');
  put('Drivers', 0, 'hint.en', 'hint.english');
  const { catalog: none, problems } = catalogFrom(sheets.filter(({ name }) => name !== 'Plans'));
  expect(none).toBeUndefined();
  expect(problems.map(({ code, sheet: on, cell }) => [code, on, cell])).toEqual([
    ['column-unknown', 'Drivers', 'G3'],
    ['column-missing', 'Drivers', 'A3'],
    ['sheet-missing', undefined, undefined],
    ['cell-unreadable', 'Pains', expect.stringMatching(/^[A-Z]+4$/)],
    ['cell-unreadable', 'Functions', expect.stringMatching(/^[A-Z]+5$/)],
    ['cell-unreadable', 'Metrics', expect.stringMatching(/^[A-Z]+4$/)],
    ['cell-unreadable', 'Metrics', expect.stringMatching(/^[A-Z]+5$/)],
  ]);
});

test('what the schema or the links find wrong is told with its cell too', () => {
  const sheets = sheetsOf(soundCatalog());
  const asks = sheet(sheets, 'Asks').values;
  asks[4]![asks[2]!.indexOf('status')] = 'mine';
  const meta = sheet(sheets, 'Catalog').values;
  const version = meta.findIndex(([field]) => field === 'version');
  meta[version]![1] = 'new';
  const first = catalogFrom(sheets).problems;
  expect(first.map(({ code, sheet: on, cell }) => [code, on, cell])).toEqual([
    ['bad-version', 'Catalog', `B${version + 1}`],
    ['not-allowed', 'Asks', expect.stringMatching(/^[A-Z]+5$/)],
  ]);
  asks[4]![asks[2]!.indexOf('status')] = 'house';
  meta[version]![1] = '1.0.1';
  const pains = sheet(sheets, 'Pains').values;
  pains[3]![pains[2]!.indexOf('calledBy')] = 's.ask.9 2';
  const found = catalogFrom(sheets).problems.filter(({ severity }) => severity === 'error');
  expect(found.map(({ code, sheet: on, cell }) => [code, on, cell])).toContainEqual([
    'unknown-id-near',
    'Pains',
    expect.stringMatching(/^[A-Z]+4$/),
  ]);
});
