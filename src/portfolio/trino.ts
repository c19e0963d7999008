import { portfolioVersion, tableNames, tables, type ColumnType, type TableName } from './tables';

const types: Record<ColumnType, string> = {
  text: 'varchar',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
  time: 'timestamp(3)',
};

/** A table that Trino's Hive connector reads from its folder of Parquet files. */
function tableOf(name: TableName): string {
  const columns = tables[name].map((column) => `  ${column.name} ${types[column.type]}`);
  const at = `external_location = 's3://lake/${name}/'`;
  return `create table ${name === 'engagements' ? 'engagement_files' : name} (\n${columns.join(',\n')}\n) with (format = 'PARQUET', ${at});\n`;
}

/** The tables of a portfolio for Trino, to be run once; the location is to be put in. */
export const trinoTables = (): string =>
  `-- Tables of version ${portfolioVersion} for Trino (Hive connector, hive.parquet.use-column-names = true).\n` +
  `-- Put the place of your lake for s3://lake.\n\n${tableNames.map(tableOf).join('\n')}`;
