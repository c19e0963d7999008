// Bundled by the test: the parser's modules are written for bundlers alone.
export { SparkSQL } from 'dt-sql-parser/dist/parser/spark/index.js';
export { TrinoSQL } from 'dt-sql-parser/dist/parser/trino/index.js';
