import { readFileSync } from 'node:fs';
import { loadBuiltin, type BuiltinId } from '../../src/catalog/models';
import type { Catalog } from '../../src/catalog/schema';
import { emptyEngagement } from '../../src/engagement/project';
import { parseEngagementText } from '../../src/engagement/parse';
import type { Engagement, Store } from '../../src/engagement/schema';
import { describe as describeWorkbook } from '../../src/office';

const models: BuiltinId[] = ['after-sales', 'key-account'];
const steps = ['ask', 'plan', 'pain', 'function', 'innovation'] as const;

const readExample = (model: BuiltinId): Engagement => {
  const { engagement, problems } = parseEngagementText(
    readFileSync(`examples/${model}.json`, 'utf8'),
  );
  expect(problems).toEqual([]);
  return engagement!;
};

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
