import { readFileSync } from 'node:fs';
import { sqlGrammars } from '../support/grammars';

/** What other engines would say of our lines: their grammars, from a parser that shares nothing with us. */
const grammars = sqlGrammars();
const problems = (engine: keyof typeof grammars, sql: string) =>
  grammars[engine].validate(sql).map(({ message }) => message);

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
  expect(problems('spark', spark)).toEqual([]);
  const tables = readFileSync('schema/portfolio.trino.sql', 'utf8');
  expect(problems('trino', `${tables}\n${linesFor('trino')}`)).toEqual([]);
  // Both know a slip when they see one.
  expect(problems('spark', 'create temporary view picks use parquet;')).not.toEqual([]);
  expect(problems('trino', 'create tabel picks (file varchar);')).not.toEqual([]);
});
