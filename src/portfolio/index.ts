export { describePortfolio, mostBookRows } from './book';
export { csvHead, csvLine } from './csv';
export { portfolioRows } from './rows';
export { isOtherSplit, partName, shardOf, type Shard } from './shard';
export {
  portfolioVersion,
  tableNames,
  tables,
  type PortfolioRow,
  type WorkbookRows,
  type TableName,
} from './tables';
export { asCollected, nextReading } from './overdue';
export { fileRows, type SkippedFile } from './standing';
export { ItemTally } from './tally';
export { trinoTables } from './trino';
