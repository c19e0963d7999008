import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadBuiltin } from '../../src/catalog/models';
import { parseEngagementText } from '../../src/engagement/parse';
import { openDatabase } from '../../src/cli/readings/duckdb';
import { sourceFiles } from '../../src/cli/readings/sourceFiles';
import {
  compareReadings,
  computeReadings,
  filesOfTables,
  memoryEngine,
  parseMapping,
  planOf,
  type Asked,
  type Standing,
} from '../../src/readings';
import { exportsOf, writeExports } from '../../tools/exports';
import { thoroughness } from '../support/thoroughness';

jest.setTimeout(240_000);

const folder = mkdtempSync(path.join(tmpdir(), 'appfi-exports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const engagementOf = (model: string) =>
  parseEngagementText(readFileSync(`examples/${model}.en.json`, 'utf8')).engagement!;
const mappingOf = (model: string) =>
  parseMapping(JSON.parse(readFileSync(`examples/exports/${model}/mapping.json`, 'utf8'))).mapping!;

/** The metrics that the example reads, in scope all of them. */
async function askedOf(model: 'key-account' | 'after-sales', read: ReadonlySet<string>) {
  const { metrics } = await loadBuiltin(model);
  return metrics.map(({ id, measure, period, query }): Asked => ({
    id,
    cadence: period,
    isInScope: read.has(id),
    ...(measure && { measure }),
    ...(query && { query }),
  }));
}

const standingOf = (model: string): Standing[] =>
  Object.entries(engagementOf(model).readings).map(([id, row]) => ({
    id,
    metric: String(row.metric),
    date: String(row.date),
    hasOwnFrom: false,
    value: typeof row.value === 'number' ? row.value : null,
    numerator: typeof row.numerator === 'number' ? row.numerator : null,
    denominator: typeof row.denominator === 'number' ? row.denominator : null,
    evidence: '',
  }));

test('the key-account example’s readings are those of its exports, every one', async () => {
  const standing = standingOf('key-account');
  const asked = await askedOf('key-account', new Set(standing.map(({ metric }) => metric)));
  const mapping = mappingOf('key-account');
  const shipped = 'examples/exports/key-account';
  const places = readdirSync(shipped).filter((name) => name.endsWith('.csv'));
  const files = await sourceFiles(
    'en',
    places.map((name) => path.join(shipped, name)),
  );
  const { byTable } = filesOfTables(mapping, files);
  const { made, remarks } = await computeReadings(
    planOf(mapping, asked),
    byTable,
    memoryEngine(),
    '2027-08-31',
  );
  expect(remarks).toEqual([]);
  expect(made).toHaveLength(standing.length);
  expect(
    compareReadings(made, standing, {}).filter(({ status }) => status !== 'unchanged'),
  ).toEqual([]);
  // One that is typed otherwise does not pass.
  const [first, ...others] = standing;
  const slip = {
    ...first!,
    numerator: (first?.numerator ?? 0) + 1,
    value: (first?.value ?? 0) + 1,
  };
  const found = compareReadings(made, [slip, ...others], {});
  expect(
    found.filter(({ status }) => status !== 'unchanged').map(({ standing: of }) => of),
  ).toEqual([slip]);
});

/** All twelve months are two million rows; two of them say as much, and THOROUGHNESS asks for all. */
test('the after-sales example’s readings are those of its exports, order by order', async () => {
  const all = standingOf('after-sales').sort((a, b) => (a.date < b.date ? -1 : 1));
  const last = thoroughness > 1 ? '9999' : '2026-11-30';
  const standing = all.filter(({ date }) => date <= last);
  const asked = await askedOf('after-sales', new Set(standing.map(({ metric }) => metric)));
  const readings = Object.fromEntries(
    Object.entries(engagementOf('after-sales').readings).filter(
      ([, row]) => String(row.date) <= last,
    ),
  );
  await writeExports(
    exportsOf({ readings } as Parameters<typeof exportsOf>[0], 'after-sales'),
    folder,
  );
  const mapping = mappingOf('after-sales');
  const places = readdirSync(folder).map((name) => path.join(folder, name));
  const { byTable } = filesOfTables(mapping, await sourceFiles('en', places));
  const database = (await openDatabase())!;
  try {
    const { made, remarks } = await computeReadings(planOf(mapping, asked), byTable, database);
    expect(remarks).toEqual([]);
    expect(made).toHaveLength(standing.length);
    expect(
      compareReadings(made, standing, {}).filter(({ status }) => status !== 'unchanged'),
    ).toEqual([]);
  } finally {
    await database.close();
  }
});

test('the shipped exports are those that the generator makes', async () => {
  const example = JSON.parse(readFileSync('examples/key-account.en.json', 'utf8')) as Parameters<
    typeof exportsOf
  >[0];
  const target = path.join(folder, 'key-account');
  await writeExports(exportsOf(example, 'key-account'), target);
  for (const name of readdirSync(target))
    expect(readFileSync(path.join(target, name), 'utf8')).toBe(
      readFileSync(`examples/exports/key-account/${name}`, 'utf8'),
    );
});
