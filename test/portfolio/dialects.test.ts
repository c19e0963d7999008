import { buildSync } from 'esbuild';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

/** What other engines would say of our lines: their grammars, from a parser that shares nothing with us. */
interface Parser {
  validate(sql: string): { startLine: number; message: string }[];
}

function parsers(): Record<'SparkSQL' | 'TrinoSQL', new () => Parser> {
  const { outputFiles } = buildSync({
    entryPoints: ['test/portfolio/parsers.mjs'],
    ...{ bundle: true, platform: 'node', format: 'cjs', write: false, logLevel: 'error' },
  });
  const module = { exports: {} };
  runInNewContext(outputFiles[0]?.text ?? '', {
    module,
    exports: module.exports,
    require,
    console,
  });
  return module.exports as ReturnType<typeof parsers>;
}

const { SparkSQL, TrinoSQL } = parsers();
const problems = (parser: Parser, sql: string) =>
  parser.validate(sql).map(({ startLine, message }) => `${startLine}: ${message}`);

const guide = readFileSync('docs/portfolio.md', 'utf8');
const blocks = [...guide.matchAll(/^```sql(?: (\w+))?\n([\s\S]*?)^```$/gm)].map(
  ([, engine = 'all', sql = '']) => ({ engine, sql }),
);
const linesFor = (engine: string) =>
  blocks
    .filter((block) => block.engine === engine || block.engine === 'all')
    .map(({ sql }) => sql)
    .join('\n');

test('the guide’s lines for Spark and Trino are of their grammar', () => {
  expect(blocks.map(({ engine }) => engine)).toEqual(['duckdb', 'spark', 'all']);
  const spark = linesFor('spark').replace(/^create view/gm, 'create temporary view');
  expect(problems(new SparkSQL(), spark)).toEqual([]);
  const tables = readFileSync('schema/portfolio.trino.sql', 'utf8');
  expect(problems(new TrinoSQL(), `${tables}\n${linesFor('trino')}`)).toEqual([]);
  // Both know a slip when they see one.
  expect(problems(new SparkSQL(), spark.replace('using parquet', 'use parquet'))).not.toEqual([]);
  expect(problems(new TrinoSQL(), tables.replace('create table', 'create tabel'))).not.toEqual([]);
});
