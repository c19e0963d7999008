import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { packCatalog, unpackCatalog } from '../../src/catalog/carried';
import { hashCatalog } from '../../src/catalog/hash';
import type { Catalog } from '../../src/catalog/schema';
import type { Engagement } from '../../src/engagement/schema';
import type { Review } from '../../src/experience/harvest/review';
import { createHost, openHost } from '../../src/host';
import { LANGS, type Lang } from '../../src/messages';
import { sign, type Upgrade } from '../../src/office';
import { appfi, ownFolder, soundCatalog } from '../cli/run';
import { duckdbAll } from '../portfolio/duckdb';
import { term } from '../rules/value/bet';
import { Desk, engagementOf } from '../support/desk';

/**
 * A firm: three catalogs in four editions each, sixty engagements in three languages, older states, copies and broken
 * files go through harvest, upgrade and collect. What comes out is held against sums by hand and against DuckDB.
 */

const file = ownFolder();
const houses = ['north', 'south', 'west'] as const;
const currencies = { north: 'CNY', south: 'EUR', west: 'USD' };
const editions = [0, 1, 2, 3] as const;

/** Each rewords an ask; from the third on a pain has another in its place, in the fourth a metric is read each quarter. */
const edition = (house: string, version: number): Catalog => {
  const catalog = structuredClone(soundCatalog());
  Object.assign(catalog, { id: `firm-${house}`, version: `1.${version}.0` });
  catalog.asks[1]!.text = {
    en: `Second driver in its edition ${version}`,
    'zh-CN': `第二个价值驱动点第${version}版`,
  };
  if (version > 1) {
    Object.assign(catalog.pains[0]!, { retired: '1.2.0', replacedBy: 's.pain.2' });
    catalog.functions[0]!.calledBy = { 's.pain.2': 3 };
  }
  if (version > 2) catalog.metrics[0]!.period = 'quarter';
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
      const lang = LANGS[version % 3] as Lang;
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

/** The workbook of an edition, as the first house has it, with marks where the engagements differ in words only. */
async function base({ version, lang }: Pick<Made, 'version' | 'lang'>): Promise<Desk> {
  const desk = new Desk();
  desk.catalogs = [edition('north', version)];
  const said = {
    settings: {
      ...{ client: 'MARKCLIENT', project: 'Service', currency: 'CNY', fee: 1 },
      ...{ stage: 'delivery', asOf: '2026-06-30' },
    },
    ask: { 's.ask.1': { pick: 'yes', wording: 'MARKWORDING' } },
    pain: version > 1 ? {} : { 's.pain.1': { pick: 'yes' } },
    function: { 's.fn.1': { pick: version % 2 === 0 ? 'yes' : 'no' } },
    metrics: { 's.metric.1': { use: 'yes', baseline: 10, target: 20 } },
    readings: { 'reading.1': { metric: 's.metric.1', date: '2026-06-30', value: 15 } },
    instalments: {
      'instalment.1': { date: '2026-01-15', share: 0.7, kind: 'fixed' },
      'instalment.2': { share: 0.3, kind: 'held' },
    },
    periods: { 'period.1': { item: 'Final', date: '2026-06-30', share: 1 } },
    terms: { 'term.1': term('T1', { metric: 's.metric.1', weight: 1, window: 6 }) },
  } as Partial<Engagement>;
  await desk.layOut(engagementOf(said, 'firm-north'), { lang });
  return desk;
}

type Parts = Record<string, Uint8Array>;
const changed = (parts: Parts, name: string, by: (text: string) => string): Parts => ({
  ...parts,
  [name]: strToU8(by(strFromU8(parts[name] as Uint8Array))),
});

/** The same workbook in a house, with its figures and its catalog, and signed where the edition is the second. */
async function inHouse(first: Desk, { house, version, fee, actual }: Made): Promise<Parts> {
  const desk = first.copy();
  desk.typeNamed('Engagement.Currency', currencies[house]);
  desk.typeNamed('Engagement.Fee', fee);
  const value = desk.table('Readings').headers.find((one) => desk.value('Readings', 0, one) === 15);
  desk.type('Readings', 0, value!, actual);
  if (version === 1)
    await desk.host.run((context) =>
      sign(context, {
        ...{ period: 1, asOf: '2026-06-30', signedOn: '2026-07-02', today: '2026-07-02' },
        vendor: 'Lin',
      }),
    );
  const { headers } = desk.table('Provenance');
  const carried = String(desk.value('Provenance', 'carried.firm-north.1', headers[1]!));
  const from = unpackCatalog([carried])!;
  const to = { ...from, id: `firm-${house}` };
  const pairs = [
    [carried, packCatalog(to).join('')],
    [hashCatalog(from), hashCatalog(to)],
    [from.id, to.id],
  ] as const;
  return changed(unzipSync(await desk.host.save()), 'xl/sharedStrings.xml', (all) =>
    pairs.reduce((text, [was, is]) => text.replaceAll(was, is), all),
  );
}

/** A workbook of one client, saved at a time, without calculating it anew. */
function of(whole: Parts, made: Made, saved: string): Uint8Array {
  const named = changed(whole, 'xl/sharedStrings.xml', (text) =>
    text.replaceAll('MARKCLIENT', made.client).replaceAll('MARKWORDING', wording(made)),
  );
  const timed = changed(named, 'docProps/core.xml', (text) =>
    text.replace(/(<dcterms:modified[^>]*>)[^<]*/, `$1${saved}`),
  );
  return zipSync(timed, { level: 0 });
}

const write = (path: string, content: Uint8Array | string) => {
  mkdirSync(dirname(file(`firm/${path}`)), { recursive: true });
  writeFileSync(file(`firm/${path}`), content);
};

beforeAll(async () => {
  for (const house of houses)
    writeFileSync(file(`${house}.json`), JSON.stringify(edition(house, 3)));
  const desks = await Promise.all(
    editions.map((version) => base({ version, lang: LANGS[version % 3] as Lang })),
  );
  for (const made of firm) {
    if (!made.path.endsWith('/0.xlsx')) continue;
    const parts = await inHouse(desks[made.version]!, made);
    for (const one of firm.filter(
      ({ house, version }) => house === made.house && version === made.version,
    )) {
      const now = of(parts, one, '2020-07-02T08:00:00Z');
      write(one.path, now);
      if (one.version === 0 && one.path.endsWith('/0.xlsx')) write(`copies/${one.house}.xlsx`, now);
      if (one.version === 1 && one.path.endsWith('/4.xlsx'))
        write(`old/${one.path}`, of(parts, one, '2020-05-01T08:00:00Z'));
    }
  }
  write('broken/text.xlsx', 'no workbook');
  write('broken/half.xlsx', readFileSync(file('firm/north/1.0.0/0.xlsx')).subarray(0, 50_000));
  write('broken/foreign.xlsx', await createHost().save());
}, 600_000);

const lake = (table: string) => `'${file('lake')}/${table}/*.parquet'`;
const inFirm = ({ path }: Made) => file(`firm/${path}`);
const ofHouse = (house: string) => firm.filter((one) => one.house === house);
const at = ['--read-at', '2026-08-15T00:00:00Z', '--json'];

/** Seven tenths are fixed, three tenths are bet on the way from 10 to 20: pro rata from seven tenths of it on. */
const attained = ({ actual }: Made) => (actual - 10) / (20 - 10);
const earned = (part: number) => (part < 0.7 ? 0 : Math.min(1, part));
/** What is signed is no longer due. */
const due = (one: Made) => (one.version === 1 ? 0 : one.fee * (0.7 + 0.3 * earned(attained(one))));
const sum = (all: readonly Made[], of: (one: Made) => number) =>
  all.reduce((total, one) => total + of(one), 0);

/** The catalog of a house with what its twenty engagements teach. */
async function harvested(house: string): Promise<Catalog> {
  const into = ['--into', file(`${house}.json`)];
  const [review, next] = [file(`${house}-review.json`), file(`${house}-next.json`)];
  const others = [`copies/${house}.xlsx`, `old/${house}/1.1.0/4.xlsx`].map((path) =>
    file(`firm/${path}`),
  );
  const heard = [...ofHouse(house).map(inFirm), ...others];
  const proposed = await appfi('harvest', ...heard, ...into, '--review', review, '--json');
  expect(proposed).toMatchObject({ code: 0, err: '' });
  const { older } = JSON.parse(proposed.out) as { older: { counted: string }[] };
  expect(older.map(({ counted }) => counted).sort()).toEqual(
    [file(`firm/copies/${house}.xlsx`), file(`firm/${house}/1.1.0/4.xlsx`)].sort(),
  );
  const text = readFileSync(review, 'utf8');
  for (const name of [...english, ...chinese]) expect(text).not.toContain(name);
  const { wordings, figures, ...rest } = JSON.parse(text) as Review;
  const worded = wordings.filter(({ item }) => item === 's.ask.1');
  expect(
    worded.map(({ text: said, count, of: all }) => [said.en ?? said['zh-CN'], count, all]).sort(),
  ).toEqual([
    ['Ask [client] for the date', 1, 20],
    ['Keep every date that was promised', 3, 20],
    ['Tell the new date first', 1, 20],
    ['先告知新的日期', 3, 20],
    ['答应的日期都要守住', 9, 20],
    ['请〔甲方〕确认日期', 3, 20],
  ]);
  for (const one of worded)
    one.accept = /^(Keep|答应)/.test(one.text.en ?? one.text['zh-CN'] ?? '') ? 'yes' : 'no';
  for (const one of figures) one.accept = 'yes';
  writeFileSync(review, JSON.stringify({ ...rest, wordings, figures }));
  const accept = ['--accept', review, '--by', 'Lin', '--out', next];
  expect(await appfi('harvest', ...into, ...accept)).toMatchObject({ code: 0, err: '' });
  return JSON.parse(readFileSync(next, 'utf8')) as Catalog;
}

type Looked = Upgrade & { file: string };

/** The second of five of each house and edition. */
const ones = firm.filter(({ path }) => path.endsWith('/1.xlsx'));
const upgradedPath = ({ house, version }: Made) => `upgraded/${house}-${version}.xlsx`;

/** What the newest catalogs would change in each of the sixty, and one of each house and edition changed so. */
async function upgraded(): Promise<Looked[]> {
  const newest = houses.map((house) => file(`${house}-next.json`));
  const looked = await appfi(
    ...['upgrade', file('firm'), '--catalog', ...newest],
    ...['--dry-run', '--json'],
  );
  expect(looked.code).toBe(1);
  const { engagements } = JSON.parse(looked.out) as { engagements: Looked[] };
  mkdirSync(file('firm/upgraded'));
  for (const one of ones) {
    const { code, err } = await appfi(
      ...['upgrade', inFirm(one), '--catalog', file(`${one.house}-next.json`)],
      ...['--out', file(`firm/${upgradedPath(one)}`)],
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
  }
  return engagements;
}

test('a firm harvests, upgrades and collects: no name leaves, no money moves, and all adds up', async () => {
  for (const [h, house] of houses.entries()) {
    const next = await harvested(house);
    expect(next.version).toBe('1.4.0');
    expect(next.asks[0]?.text).toMatchObject({
      ...{ en: 'Keep every date that was promised', 'zh-CN': '答应的日期都要守住' },
    });
    // By hand: 12, 15, 18 and 21 in the north, one more in the south, two in the west, five times each.
    expect(next.metrics[0]?.own).toEqual([
      { figure: 'baseline', n: 20, low: 10, median: 10, high: 10 },
      { figure: 'actual', n: 20, low: 12 + h, median: 16.5 + h, high: 21 + h },
    ]);
  }

  const looked = await upgraded();
  const read = looked.filter((one) => 'changes' in one);
  expect([looked.length, read.length]).toEqual([69, 66]);
  const changes = firm.map((one) => {
    const found = read.find((seen) => seen.file === one.path);
    if (!found) throw new Error(`${one.path} was not looked at`);
    return { one, found };
  });
  const told = (id: string) =>
    changes.flatMap(({ one, found }) =>
      found.changes.flatMap((change) => (change.id === id ? [{ one, change }] : [])),
    );
  expect(changes.map(({ found }) => found.catalogs[0]?.to.version)).toEqual(
    Array(60).fill('1.4.0'),
  );
  // Fifteen of an edition: what the fourth brought is new to those of the three before it.
  expect(told('s.ask.2').map(({ change }) => change.outcome)).toEqual(Array(45).fill('renewed'));
  expect(told('s.ask.1').map(({ one }) => one)).toEqual(firm);
  expect(told('s.pain.1').map(({ change }) => [change.outcome, change.into?.[0]?.id])).toEqual(
    Array(30).fill(['follows', 's.pain.2']),
  );
  const ofMetric = (kind: string) =>
    told('s.metric.1').filter(({ change }) => change.kind === kind);
  expect(
    ofMetric('redefined').map(({ one, change }) => [one.path, change.outcome, change.rests]),
  ).toEqual(
    firm
      .filter(({ version }) => version < 3)
      .map(({ path, version }) => [path, 'open', version === 1 ? 'signed' : 'bet']),
  );
  // The house's own range, put together by the harvest.
  expect(ofMetric('reworded').map(({ one }) => one)).toEqual(firm);
  for (const { one, found } of changes)
    for (const { id, before, after } of found.figures) {
      expect([one.path, id, after]).toEqual([one.path, id, before]);
      if (id === 'due') expect(before).toBeCloseTo(due(one), 6);
      if (id === 'attainment') expect(before).toBeCloseTo(attained(one), 9);
    }

  const collected = await appfi('collect', file('firm'), '--out', file('lake'), ...at);
  expect(collected.code).toBe(1);
  const { skipped, older, ...counts } = JSON.parse(collected.out) as Record<string, unknown[]>;
  expect({ ...counts, skipped: skipped?.length, older: older?.length }).toMatchObject({
    ...{ read: 78, engagements: 60, skipped: 3, older: 18 },
  });
  const countedFor = new Map(
    (older as unknown as { file: string; counted: string }[]).map((one) => [one.file, one.counted]),
  );
  expect(ones.map((one) => countedFor.get(one.path))).toEqual(ones.map(upgradedPath));
  const byHand = houses.map((house) => {
    const own = ofHouse(house);
    return {
      ...{ currency: currencies[house], n: 20, fee: sum(own, ({ fee }) => fee) },
      ...{ due: sum(own, due), attained: sum(own, attained) / 20 },
    };
  });
  const [standing, byCurrency, picks, law] = await duckdbAll([
    `select standing, count(*)::int as n from ${lake('files')} group by all order by 1`,
    `select currency, count(*)::int as n, sum(fee) as fee, round(sum(due), 6) as due,
        round(avg(attainment), 9) as attained
      from ${lake('engagements')} group by currency order by currency`,
    `select count(*) filter (pick = 'yes')::int as yes, count(*)::int as offered,
        count(distinct client)::int as clients
      from ${lake('picks')} join ${lake('engagements')} using (engagement_id) where item_id = 's.fn.1'`,
    `select
        abs((select sum(due) from ${lake('settlements')}) - (select sum(due) from ${lake('engagements')})) < 1e-6 as due,
        (select count(*) from ${lake('metrics')} where overdue)
          = (select sum(readings_overdue) from ${lake('engagements')}) as overdue,
        (select sum(ledger_problems) from ${lake('engagements')}) = 0 as sound`,
  ]);
  expect(standing).toEqual([
    { standing: 'counted', n: 60 },
    { standing: 'older', n: 15 },
    { standing: 'same', n: 3 },
    { standing: 'skipped', n: 3 },
  ]);
  expect(byCurrency).toEqual(
    byHand.map((one) => ({ ...one, due: rounded(one.due, 6), attained: rounded(one.attained, 9) })),
  );
  expect(picks).toEqual([{ yes: 30, offered: 60, clients: 60 }]);
  expect(law).toEqual([{ due: true, overdue: true, sound: true }]);

  // The workbook adds up the same, from what was read already.
  const book = ['--out', file('p.xlsx'), '--cache', file('lake/.appfi'), '--lang', 'en'];
  const again = await appfi('collect', file('firm'), ...book, ...at);
  expect(JSON.parse(again.out)).toMatchObject({ unchanged: 78 });
  const desk = new Desk(await openHost(readFileSync(file('p.xlsx'))));
  const shown = byHand.map(({ currency }) => {
    const row = desk
      .ids('PortfolioPool')
      .findIndex((_, i) => desk.value('PortfolioPool', i, 'Currency') === currency);
    return desk.value('PortfolioPool', row, 'Fee');
  });
  expect(shown).toEqual(byHand.map(({ fee }) => fee));
}, 600_000);

const rounded = (value: number, places: number) => Number(value.toFixed(places));
