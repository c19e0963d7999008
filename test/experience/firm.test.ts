import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Catalog } from '../../src/catalog/schema';
import type { Engagement } from '../../src/engagement/schema';
import type { Review } from '../../src/experience/harvest/review';
import { createHost, openHost } from '../../src/host';
import { LANGS, type Lang } from '../../src/messages';
import { appfi, ownFolder, soundCatalog } from '../cli/run';
import { duckdb } from '../portfolio/duckdb';
import { Desk, engagementOf } from '../support/desk';

/**
 * A firm: three catalogs in four editions each, sixty engagements in three languages, older states, copies and broken
 * files. What comes out is held against sums by hand and against DuckDB.
 */

const file = ownFolder();
const houses = ['north', 'south', 'west'] as const;
const currencies = { north: 'CNY', south: 'EUR', west: 'USD' };
const editions = [0, 1, 2, 3] as const;

const edition = (house: string, version: number): Catalog => {
  const catalog = structuredClone(soundCatalog());
  Object.assign(catalog, { id: `firm-${house}`, version: `1.${version}.0` });
  catalog.asks[1]!.text = {
    en: `Second driver in its edition ${version}`,
    'zh-CN': `第二个价值驱动点第${version}版`,
  };
  return catalog;
};

/** One of five of each edition. */
interface Made {
  house: (typeof houses)[number];
  version: number;
  lang: Lang;
  path: string;
  client: string;
  fee: number;
  actual: number;
}

const english = [
  'Marlowe',
  'Kettleworth',
  'Osprey',
  'Tamsin',
  'Ravelin',
  'Quillfeather',
  'Brackwater',
];
const chinese = ['青禾', '澜川', '泓远', '鹭翔', '紫峤', '桂漓', '崧茂'];

const firm: Made[] = houses.flatMap((house, h) =>
  editions.flatMap((version) =>
    [0, 1, 2, 3, 4].map((k): Made => {
      const lang = LANGS[(h + version) % 3] as Lang;
      const i = (version * 5 + k) % 7;
      const n = `${'ABCDEFGHIJKL'[version * 3 + h]}${k + 1}`;
      return {
        ...{ house, version, lang, path: `${house}/1.${version}.0/${k}.xlsx` },
        client: lang === 'en' ? `${english[i]} ${n} Pumps Ltd` : `${chinese[i]}${n}泵业有限公司`,
        fee: 100_000 * (version * 3 + h + 1),
        actual: 12 + version * 3 + h,
      };
    }),
  ),
);

/** Three of five keep dates, one tells them, one asks its client by name. */
function wording({ lang, client, path }: Made): string {
  const k = Number(path.at(-6));
  const all = {
    en: [
      'Keep every date that was promised',
      'Tell the new date first',
      `Ask ${client} for the date`,
    ],
    'zh-CN': ['答应的日期都要守住', '先告知新的日期', `请${client}确认日期`],
    'zh-TW': ['答應的日期都要守住', '先告知新的日期', `請${client}確認日期`],
  }[lang];
  return all[Math.max(0, k - 2)] as string;
}

/** The workbook of an edition, with marks where the engagements differ in words only. */
async function base({ house, version, lang, fee, actual }: Made): Promise<Uint8Array> {
  const desk = new Desk();
  desk.catalogs = [edition(house, version)];
  const said = {
    settings: {
      ...{ client: 'MARKCLIENT', project: 'Service', currency: currencies[house], fee },
      ...{ stage: 'delivery', shareAtRisk: 0.3, asOf: '2026-06-30' },
    },
    ask: { 's.ask.1': { pick: 'yes', wording: 'MARKWORDING' } },
    function: { 's.fn.1': { pick: version % 2 === 0 ? 'yes' : 'no' } },
    metrics: { 's.metric.1': { use: 'yes', baseline: 10, target: 20 } },
    readings: { 'reading.1': { metric: 's.metric.1', date: '2026-06-30', value: actual } },
  } as Partial<Engagement>;
  await desk.layOut(engagementOf(said, `firm-${house}`), { lang });
  return desk.host.save();
}

/** A workbook of one client, saved at a time, without calculating it anew. */
function of(whole: Record<string, Uint8Array>, made: Made, saved: string): Uint8Array {
  const parts = { ...whole };
  const change = (name: string, by: (text: string) => string) =>
    (parts[name] = strToU8(by(strFromU8(parts[name] as Uint8Array))));
  change('xl/sharedStrings.xml', (text) =>
    text.replaceAll('MARKCLIENT', made.client).replaceAll('MARKWORDING', wording(made)),
  );
  const time = `<dcterms:modified xmlns:dcterms="http://purl.org/dc/terms/">${saved}</dcterms:modified>`;
  change('docProps/core.xml', (text) => text.replace('</cp:coreProperties>', `${time}$&`));
  return zipSync(parts, { level: 1 });
}

const write = (path: string, content: Uint8Array | string) => {
  mkdirSync(dirname(file(`firm/${path}`)), { recursive: true });
  writeFileSync(file(`firm/${path}`), content);
};

beforeAll(async () => {
  for (const house of houses)
    writeFileSync(file(`${house}.json`), JSON.stringify(edition(house, 3)));
  for (const made of firm) {
    if (!made.path.endsWith('/0.xlsx')) continue;
    const bytes = unzipSync(await base(made));
    for (const one of firm.filter(
      ({ house, version }) => house === made.house && version === made.version,
    )) {
      const now = of(bytes, one, '2026-07-02T08:00:00Z');
      write(one.path, now);
      if (one.version === 0 && one.path.endsWith('/0.xlsx')) write(`copies/${one.house}.xlsx`, now);
      if (one.version === 1 && one.path.endsWith('/4.xlsx'))
        write(`old/${one.path}`, of(bytes, one, '2026-05-01T08:00:00Z'));
    }
  }
  write('broken/text.xlsx', 'no workbook');
  write('broken/half.xlsx', readFileSync(file('firm/north/1.0.0/0.xlsx')).subarray(0, 50_000));
  write('broken/foreign.xlsx', await createHost().save());
}, 600_000);

const lake = (table: string) => `'${file('lake')}/${table}/*.parquet'`;

test('collect counts every engagement once, and adds up like a sum by hand', async () => {
  const at = ['--read-at', '2026-08-15T00:00:00Z', '--json'];
  const { code, out } = await appfi('collect', file('firm'), '--out', file('lake'), ...at);
  expect(code).toBe(1);
  const { read, engagements, skipped, older } = JSON.parse(out) as Record<string, unknown[]>;
  expect({ read, engagements, skipped: skipped?.length, older: older?.length }).toEqual({
    ...{ read: 66, engagements: 60, skipped: 3, older: 6 },
  });
  expect(
    await duckdb(
      `select standing, count(*)::int as n from ${lake('files')} group by all order by 1`,
    ),
  ).toEqual([
    { standing: 'counted', n: 60 },
    { standing: 'older', n: 3 },
    { standing: 'same', n: 3 },
    { standing: 'skipped', n: 3 },
  ]);

  const byHand = houses.map((house) => {
    const own = firm.filter((one) => one.house === house);
    const fee = own.reduce((sum, one) => sum + one.fee, 0);
    const attained = own.reduce((sum, { actual }) => sum + (actual - 10) / (20 - 10), 0);
    return { currency: currencies[house], n: 20, fee, attained: attained / 20 };
  });
  const rounded = (rows: Record<string, unknown>[]) =>
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
        ]),
      ),
    );
  expect(
    rounded(
      await duckdb(`select currency, count(*)::int as n, sum(fee) as fee, avg(attainment) as attained
        from ${lake('engagements')} group by currency order by currency`),
    ),
  ).toEqual(rounded(byHand));
  expect(
    await duckdb(`select count(*) filter (pick = 'yes')::int as yes, count(*)::int as offered,
        count(distinct client)::int as clients
      from ${lake('picks')} join ${lake('engagements')} using (engagement_id) where item_id = 's.fn.1'`),
  ).toEqual([{ yes: 30, offered: 60, clients: 60 }]);
  const [law] = await duckdb(`select
      (select sum(due) from ${lake('settlements')}) is not distinct from (select sum(due) from ${lake('engagements')}) as due,
      (select count(*) from ${lake('metrics')} where overdue)
        = (select sum(readings_overdue) from ${lake('engagements')}) as overdue`);
  expect(law).toEqual({ due: true, overdue: true });

  // The workbook adds up the same, from what was read already.
  const book = ['--out', file('p.xlsx'), '--cache', file('lake/.appfi'), '--lang', 'en'];
  const again = await appfi('collect', file('firm'), ...book, ...at);
  expect(JSON.parse(again.out)).toMatchObject({ unchanged: 66 });
  const host = await openHost(readFileSync(file('p.xlsx')));
  const desk = new Desk(host);
  const shown = byHand.map(({ currency }) => {
    const row = desk
      .ids('PortfolioPool')
      .findIndex((_, i) => desk.value('PortfolioPool', i, 'Currency') === currency);
    return desk.value('PortfolioPool', row, 'Fee');
  });
  expect(shown).toEqual(byHand.map(({ fee }) => fee));
}, 600_000);

test('harvest puts together what eight engagements say, tells no name, and upgrade offers what was accepted', async () => {
  const own = firm.filter(({ house, path }) => house === 'north' && /[24]\.xlsx$/.test(path));
  const into = ['--into', file('north.json')];
  const proposed = await appfi(
    ...['harvest', ...own.map(({ path }) => file(`firm/${path}`)), ...into],
    ...['--review', file('review.json')],
  );
  expect(proposed).toMatchObject({ code: 0, err: '' });
  const text = readFileSync(file('review.json'), 'utf8');
  for (const name of [...english, ...chinese]) expect(text).not.toContain(name);
  const review = JSON.parse(text) as Review;
  const worded = review.wordings.filter(({ item }) => item === 's.ask.1');
  expect(worded.map(({ text: said, count, of: all }) => [said, count, all])).toEqual([
    [{ 'zh-CN': '答应的日期都要守住', 'zh-TW': '答應的日期都要守住' }, 3, 8],
    [{ 'zh-CN': '请〔甲方〕确认日期', 'zh-TW': '請〔甲方〕確認日期' }, 3, 8],
    [{ en: 'Keep every date that was promised' }, 1, 8],
    [{ en: 'Ask [client] for the date' }, 1, 8],
  ]);

  worded.forEach((one, i) => (one.accept = i % 2 === 0 ? 'yes' : 'no'));
  for (const one of review.figures) one.accept = 'yes';
  writeFileSync(file('review.json'), JSON.stringify(review));
  const accept = ['--accept', file('review.json'), '--by', 'Lin', '--out', file('north-next.json')];
  expect(await appfi('harvest', ...into, ...accept)).toMatchObject({ code: 0, err: '' });
  const next = JSON.parse(readFileSync(file('north-next.json'), 'utf8')) as Catalog;
  expect(next.version).toBe('1.4.0');
  // By hand: 12, 15, 18 and 21, twice each.
  expect(next.metrics[0]?.own).toEqual([
    { figure: 'baseline', n: 8, low: 10, median: 10, high: 10 },
    { figure: 'actual', n: 8, low: 12, median: 16.5, high: 21 },
  ]);

  mkdirSync(file('look'));
  copyFileSync(file('firm/north/1.0.0/0.xlsx'), file('look/0.xlsx'));
  const looked = await appfi(
    ...['upgrade', file('look'), '--catalog', file('north-next.json')],
    ...['--dry-run', '--json'],
  );
  expect(looked).toMatchObject({ code: 0, err: '' });
  const seen = (JSON.parse(looked.out) as { engagements: Looked[] }).engagements;
  expect(
    seen.map(({ catalogs }) => catalogs.map(({ from, to }) => [from.version, to.version])),
  ).toEqual([[['1.0.0', '1.4.0']]]);
  for (const { changes } of seen)
    expect(changes.map(({ id }) => id)).toEqual(expect.arrayContaining(['s.ask.1', 's.ask.2']));
}, 600_000);

interface Looked {
  catalogs: { from: { version: string }; to: { version: string } }[];
  changes: { id: string }[];
}
