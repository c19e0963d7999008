import { readFileSync } from 'node:fs';
import { checkCatalog } from '../../src/catalog/integrity';
import { loadBuiltin } from '../../src/catalog/models';
import { describeProblem } from '../../src/catalog/problem';
import { canonicalTables } from '../../src/catalog/tables';
import { smallCatalog } from '../support/smallCatalog';

const told = (query: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  checkCatalog(smallCatalog(({ metrics }) => void Object.assign(metrics[0]!, { query, ...more })))
    .filter(({ code }) => code.startsWith('query-'))
    .map((one) => describeProblem('en', one));

const bids = { table: 'bids', date: 'submitted_at' };

test('a metric’s query is over canonical tables, and gives what the metric is made of', () => {
  expect(told({ ...bids, value: { aggregate: 'sum', column: 'hours' } })).toEqual([]);
  expect(told({ ...bids, numerator: {}, denominator: {} })).toEqual([
    's.metric.1: its query does not fit it: with a denominator it wants both parts, without one a value. Change it.',
  ]);
  expect(told({ ...bids, table: 'tenders', value: {} })).toEqual([
    's.metric.1: there is no canonical table “tenders”. Take one of docs/canonical-tables.md.',
  ]);
  const where = [{ column: 'rejected', is: 'above', value: 1 }];
  expect(told({ ...bids, date: 'hours', where, value: {} })).toEqual([
    's.metric.1: canonical table “bids” has no column “hours”, or not of that kind. See docs/canonical-tables.md.',
    's.metric.1: canonical table “bids” has no column “rejected”, or not of that kind. See docs/canonical-tables.md.',
  ]);
});

test('more than half of the two models’ metrics bring one, over every table that is documented', async () => {
  const models = await Promise.all([loadBuiltin('key-account'), loadBuiltin('after-sales')]);
  const queries = models.flatMap(({ metrics }) => metrics.flatMap(({ query }) => query ?? []));
  expect(queries).toHaveLength(54);
  const used = queries.flatMap(({ table, numerator }) => [table, numerator?.table ?? table]);
  expect(new Set(used)).toEqual(new Set(Object.keys(canonicalTables)));
});

test('each canonical table and column says what it holds, in both languages', () => {
  const words = JSON.parse(readFileSync('src/catalog/tableWords.json', 'utf8')) as Record<
    string,
    { name: unknown; about: unknown; columns: Record<string, unknown> }
  >;
  const text = { 'zh-CN': expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) } as object;
  for (const [name, { columns, key }] of Object.entries(canonicalTables as object) as [
    string,
    { columns: object; key: string[] },
  ][]) {
    const each = Object.fromEntries(Object.keys(columns).map((column) => [column, text]));
    expect(words[name]).toEqual({ name: text, about: text, columns: each });
    expect(Object.keys(columns)).toEqual(expect.arrayContaining(key));
  }
  expect(Object.keys(words)).toEqual(Object.keys(canonicalTables));
});
