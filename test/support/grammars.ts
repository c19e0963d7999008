import { buildSync } from 'esbuild';

interface Grammar {
  validate(sql: string): { message: string }[];
}

/** What is wrong with a query by the grammar of Spark, or of Trino; the package is of modules that jest cannot require. */
export function sqlGrammars(): { spark: Grammar; trino: Grammar } {
  const spark = require.resolve('dt-sql-parser/dist/parser/spark');
  const trino = require.resolve('dt-sql-parser/dist/parser/trino');
  const { outputFiles } = buildSync({
    stdin: {
      contents: `export { SparkSQL } from ${JSON.stringify(spark)};
        export { TrinoSQL } from ${JSON.stringify(trino)};`,
      resolveDir: __dirname,
    },
    ...{ bundle: true, write: false, platform: 'node', format: 'iife', globalName: 'grammars' },
  });
  const load = new Function(`${outputFiles[0]?.text}; return grammars;`) as () => Record<
    'SparkSQL' | 'TrinoSQL',
    new () => Grammar
  >;
  const { SparkSQL, TrinoSQL } = load();
  return { spark: new SparkSQL(), trino: new TrinoSQL() };
}
