import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase, type Database } from '../../src/cli/readings/duckdb';

const folder = mkdtempSync(path.join(tmpdir(), 'appfi-attack-'));
const secret = path.join(folder, 'secret.csv');
const target = path.join(folder, 'out');
writeFileSync(secret, 'a\n1\n');
let database: Database;
beforeAll(async () => {
  database = (await openDatabase())!;
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  `copy (select 1) to '${target}'`,
  `select 1; copy (select 1) to '${target}'`,
  `attach '${target}' as x`,
  `export database '${target}'`,
  `select * from read_csv('${secret}')`,
  `select * from read_text('${secret}')`,
  `select * from read_blob('${secret}')`,
  `select * from read_parquet('${secret}')`,
  `select * from '${secret}'`,
  `select * from glob('${folder}/*')`,
  `select * from sniff_csv('${secret}')`,
  `with x as (select * from read_csv('${secret}')) select * from x`,
  'install httpfs',
  'load httpfs',
  "select * from read_csv('https://example.com/a.csv')",
  "select getenv('HOME')",
  'set enable_external_access = true',
  'pragma enable_external_access',
  'create table x as select 1',
  'insert into x values (1)',
  'select 1; select 2',
  'prepare p as select 1',
  'call pragma_version()',
  'checkpoint',
  '',
])('a mapping’s SQL cannot %p', async (sql) => {
  await expect(database.select(sql)).rejects.toThrow();
  expect(existsSync(target)).toBe(false);
});

test('and it can select', async () => {
  const sql =
    "-- by month\nwith x as (select 3 as n) select date '2026-01-31' as date, n as value from x";
  expect(await database.select(sql)).toEqual([{ date: '2026-01-31', value: 3 }]);
});
