import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { loadBuiltin } from '../../src/catalog/models';
import type { Catalog } from '../../src/catalog/schema';
import { emptyEngagement } from '../../src/engagement/project';
import { Engagement, type Store } from '../../src/engagement/schema';
import { describe as describeWorkbook } from '../../src/office';
import { ledgerProblems } from '../../src/workbook/signOff';
import { engagementId } from '../../src/engagement/identity';
import { exampleIds } from '../../src/taskpane/core/example';
import { bookOf, failingChecks, models, readExample, worked } from './exampleBook';

const steps = ['ask', 'plan', 'pain', 'function', 'innovation'] as const;

const pickedIn = (engagement: Engagement, step: (typeof steps)[number]) =>
  Object.entries(engagement[step])
    .filter(([id, { pick }]) => pick === 'yes' && !id.startsWith('custom.'))
    .map(([id]) => id);

const callersOf = (catalog: Catalog) =>
  new Map(
    [...catalog.plans, ...catalog.pains, ...catalog.functions, ...catalog.innovations].map(
      (item) => [item.id, Object.keys(item.calledBy)],
    ),
  );

test('the pane knows every example by its names', () => {
  const files = readdirSync('examples').filter((name) => name.endsWith('.json'));
  const ids = files.map((name) =>
    engagementId((JSON.parse(readFileSync(`examples/${name}`, 'utf8')) as Engagement).settings, ''),
  );
  expect([...ids].sort()).toEqual([...exampleIds].sort());
});

test('the examples in Traditional Chinese are those in Simplified, signed anew', () => {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'tools/examples.ts', '--check'], {
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
});

describe.each(models)('examples/%s.json', (model) => {
  test('every row is one of the workbook’s, or its own', async () => {
    const engagement = readExample(model);
    const blank = await describeWorkbook(emptyEngagement(engagement.catalogs, 'zh-CN'), 'zh-CN');
    const tables = blank.sheets
      .flatMap((sheet) => sheet.blocks)
      .filter((block) => block.kind === 'table');
    const strangers = tables.flatMap((table) => {
      if (table.store === undefined) return [];
      const known = new Set(table.rows.map(({ id }) => id));
      return Object.keys(engagement[table.store as Store]).filter(
        (id) => !known.has(id) && !id.startsWith(table.customPrefix ?? '\u0000'),
      );
    });
    expect(strangers).toEqual([]);
  });

  test('every pick follows from a pick of an earlier step', async () => {
    const engagement = readExample(model);
    const callers = callersOf(await loadBuiltin(model));
    const picked = new Set(steps.flatMap((step) => pickedIn(engagement, step)));
    const orphans = steps
      .slice(1)
      .flatMap((step) => pickedIn(engagement, step))
      .filter((id) => !callers.get(id)?.some((caller) => picked.has(caller)));
    expect(orphans).toEqual([]);
  });

  test('every picked pain is answered by a picked function', async () => {
    const engagement = readExample(model);
    const callers = callersOf(await loadBuiltin(model));
    const answered = new Set(
      pickedIn(engagement, 'function').flatMap((id) => callers.get(id) ?? []),
    );
    expect(pickedIn(engagement, 'pain').filter((id) => !answered.has(id))).toEqual([]);
  });

  test('it shows what a finished plan looks like', () => {
    const engagement = readExample(model);
    const count = (step: (typeof steps)[number]) => pickedIn(engagement, step).length;
    expect(count('ask')).toBeGreaterThanOrEqual(5);
    expect(count('plan')).toBeGreaterThanOrEqual(4);
    expect(count('pain')).toBeGreaterThanOrEqual(15);
    expect(count('function')).toBeGreaterThanOrEqual(25);
    expect(count('innovation')).toBeGreaterThanOrEqual(6);
    for (const step of steps) {
      const answers = Object.entries(engagement[step]);
      expect(answers.some(([id]) => id === `custom.${step}.1`)).toBe(true);
      for (const [, { pick, owner }] of answers) if (pick === 'yes') expect(owner).toBeTruthy();
    }
  });
});

/** What a reader of the examples sees first; money in CNY. */
const headlines = {
  'key-account': {
    npv: 2_435_485.66,
    roi: 0.441545,
    ratio: 1.441545,
    payback: 1.80528,
    realised: 1_313_737.37,
    first: { asOf: '2026-11-30', due: 443_376.92, pending: 25_200 },
    second: { due: 150_483.47, gain: 26_298.99 },
    worse: ['ka.metric.deal-margin'],
    breached: ['ka.metric.win-rate'],
  },
  'after-sales': {
    npv: 4_632_149.48,
    roi: 0.36701,
    ratio: 1.36701,
    payback: 2.353808,
    realised: 3_858_306.4,
    first: { asOf: '2027-03-31', due: 1_046_739.06, pending: 4_200 },
    second: { due: 242_789.83, gain: 55_366.13 },
    worse: ['as.metric.nff'],
    breached: ['as.metric.first-time-fix'],
  },
};

describe.each(models)('the value in examples/%s.json', (model) => {
  const headline = headlines[model];
  const statement = async (engagement: Engagement, row: number, column: string) =>
    (await bookOf(engagement)).cell('Statement', row, column);

  test('the return', async () => {
    const book = await bookOf(readExample(model));
    expect(book.name('Roi.Npv')).toBeCloseTo(headline.npv, 2);
    expect(book.name('Roi.Roi')).toBeCloseTo(headline.roi, 6);
    expect(book.name('Roi.Bcr')).toBeCloseTo(headline.ratio, 6);
    expect(book.name('Roi.Payback')).toBeCloseTo(headline.payback, 6);
    expect(book.name('Roi.Realised')).toBeCloseTo(headline.realised, 2);
  });

  test('the first settlement, on its day, is what was signed', async () => {
    const example = readExample(model);
    const { asOf, due, pending } = headline.first;
    const then = {
      ...example,
      settings: { ...example.settings, asOf },
      ledger: {},
      signedTerms: {},
    };
    expect(await statement(then, 0, 'due')).toBe(due);
    expect(await statement(then, 0, 'pending')).toBe(pending);
    expect(Object.values(example.ledger)).toMatchObject([
      { period: 1, asOf, amount: due, pending },
    ]);
    expect(ledgerProblems(await worked(example), example)).toEqual([]);
  });

  test('the second settlement pays what the first has not', async () => {
    const example = readExample(model);
    const { due, gain } = headline.second;
    expect(await statement(example, 1, 'due')).toBe(due);
    expect(await statement(example, 1, 'gain')).toBe(gain);
    expect(await statement(example, 1, 'settled')).toBe(headline.first.due);
    expect(await statement(example, 1, 'pending')).toBe(0);
  });

  test('one metric is worse, and it guards one that is bet on: nothing else is flagged', async () => {
    const book = await bookOf(readExample(model));
    const rows = Array.from({ length: book.rows('Metrics') }, (_, row) => row).filter(
      (row) => book.cell('Metrics', row, 'inScope') === 1,
    );
    const where = (column: string, word: string) =>
      rows
        .filter((row) => book.cell('Metrics', row, column) === word)
        .map((row) => book.cell('Metrics', row, 'id'));
    expect(rows.length).toBeGreaterThanOrEqual(8);
    expect(rows.length).toBeLessThanOrEqual(12);
    expect(where('status', '变差')).toEqual(headline.worse);
    expect(where('guardStatus', '被突破')).toEqual(headline.breached);
    expect(where('guardStatus', '待定')).toEqual([]);
    expect(where('status', '已达成').length).toBeGreaterThanOrEqual(1);
    expect(failingChecks(book)).toEqual([]);
  });

  test('every kind of term is there, and a year of readings with who, when and evidence', () => {
    const { terms, criteria, readings, drivers, costs, bands } = readExample(model);
    const kinds = Object.values(terms).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['quantitative', 'qualitative', 'trend']));
    expect(kinds.filter((kind) => kind === 'trend')).toHaveLength(1);
    const gates = Object.values(terms).filter(({ gateLevel }) => typeof gateLevel === 'number');
    expect(gates).toHaveLength(1);
    expect(Object.values(terms).some(({ guardAction }) => guardAction === 'void')).toBe(true);
    for (const row of Object.values(criteria))
      expect(row).toMatchObject({
        business: expect.any(Number) as number,
        it: expect.any(Number) as number,
      });
    expect(Object.keys(readings).length).toBeGreaterThan(80);
    expect(Object.keys(readings).length).toBeLessThanOrEqual(150);
    for (const row of Object.values(readings)) {
      for (const said of [row.evidence, row.who, row.entered]) expect(said).toBeTruthy();
      expect(String(row.entered) > String(row.date)).toBe(true);
    }
    for (const row of [...Object.values(drivers), ...Object.values(costs)]) {
      for (const said of [row.low, row.likely, row.high, row.source, row.owner])
        expect(said).not.toBeUndefined();
    }
    for (const row of Object.values(drivers)) {
      expect(Number(row.low)).toBeLessThanOrEqual(Number(row.likely));
      expect(Number(row.likely)).toBeLessThanOrEqual(Number(row.high));
    }
    const improving = costs['cost.improvement'] as Record<string, unknown>;
    expect([improving['y1'], improving['y2']].every((one) => Number(one) > 0)).toBe(true);
    expect(Object.keys(bands).length).toBeGreaterThan(0);
  });

  test('it is written as it is read', () => {
    const example = readExample(model);
    expect(Engagement.parse(JSON.parse(JSON.stringify(example)))).toEqual(example);
  });
});

test('the guard bites: the first-time fix was paid at half a year and is void at the end', async () => {
  const book = await bookOf(readExample('after-sales'));
  const row = (period: number) =>
    Array.from({ length: book.rows('Settlement') }, (_, i) => i).find(
      (i) =>
        book.cell('Settlement', i, 'period') === period &&
        book.cell('Settlement', i, 'code') === 'M1',
    )!;
  expect(book.cell('Settlement', row(1), 'earned')).toBe(28_102.78);
  expect(book.cell('Settlement', row(2), 'attainment')).toBeGreaterThan(1);
  expect(book.cell('Settlement', row(2), 'earned')).toBe(0);
});

describe.each(models)('examples/%s.en.json', (model) => {
  test('is the same engagement, told in English and signed again', async () => {
    const [chinese, english] = [readExample(model), readExample(`${model}.en`)];
    expect(JSON.stringify(english)).not.toMatch(/\p{Script=Han}/u);
    const resigned = ['lang', 'inputs', 'digest'];
    expect(differences(chinese, english).filter((key) => !resigned.includes(key))).toEqual([]);
    expect(ledgerProblems(await worked(english), english)).toEqual([]);
  });
});

/** Keys whose values differ in more than that Chinese words became English ones. */
function differences(one: unknown, other: unknown, key = ''): string[] {
  if (typeof one === 'string' && /\p{Script=Han}/u.test(one)) {
    return typeof other === 'string' && other !== '' ? [] : [key];
  }
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) {
    return one === other ? [] : [key];
  }
  if (Object.keys(one).join() !== Object.keys(other).join()) return [key];
  return Object.entries(one).flatMap(([at, value]) =>
    differences(value, (other as Record<string, unknown>)[at], at),
  );
}
