import { emptyEngagement } from '../../src/engagement/project';
import { describe } from '../../src/office';
import { tablesOf } from '../../src/office/naming';
import { smallCatalog } from '../support/smallCatalog';

const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });

const ranges = [
  {
    low: 0.6,
    typical: 0.745,
    best: 0.88,
    population: text('现场服务企业', 'Field service firms'),
    year: 2023,
    n: 14,
    source: 'src.one',
    strength: 'survey',
    note: text('按月读。', 'Read monthly.'),
  },
  {
    best: 0.9,
    population: text('制造业', 'Manufacturers'),
    year: 2020,
    source: 'src.one',
    strength: 'press',
  },
];

/** The cells of the first metric, with these changes to it. */
async function cellsOf(lang: 'zh-CN' | 'en', change: object) {
  const catalog = smallCatalog((json) => {
    Object.assign(json, {
      sources: [{ id: 'src.one', title: 'One, 2024', url: 'https://example.org/one' }],
    });
    Object.assign(json.metrics[0]!, change);
  });
  const spec = await describe(emptyEngagement([{ id: 'small' }], lang), lang, {
    catalogs: [catalog],
  });
  return tablesOf(spec.sheets).find(({ id }) => id === 'metrics')?.rows[0]?.cells;
}

test('a metric shows where others stand, of whom, since when and who says so', async () => {
  expect(await cellsOf('en', { unit: 'ratio', ranges })).toMatchObject({
    range:
      'low 60% · typical 74.5% · best 88% (Field service firms, 2023, n = 14, survey; One, 2024 https://example.org/one) Read monthly.\n' +
      'best 90% (Manufacturers, 2020, trade press; One, 2024 https://example.org/one)',
    best: 0.9,
  });
  expect((await cellsOf('zh-CN', { unit: 'ratio', ranges }))?.range).toMatch(
    /^较差 60% · 常见 74\.5% · 较好 88%（现场服务企业，2023，n = 14，调查；One, 2024 https:\/\/example\.org\/one） 按月读。/,
  );
});

test('an amount is shown in its currency and not held against one’s own', async () => {
  const own = { ...ranges[1], best: 1_200_000, currency: 'USD' };
  const cells = await cellsOf('en', { unit: 'money', ranges: [own] });
  expect(cells?.range).toMatch(/^best 1,200,000 USD \(Manufacturers, 2020/);
  expect(cells?.best).toBeNull();
});

test('less is better: the best is the least; without a range nothing is shown', async () => {
  const lower = {
    direction: 'lower',
    ranges: [
      { ...ranges[1], best: 12 },
      { ...ranges[1], best: 9 },
    ],
  };
  expect((await cellsOf('en', lower))?.best).toBe(9);
  expect(await cellsOf('en', {})).toMatchObject({ range: null, best: null });
});
