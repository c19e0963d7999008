export { describePortfolio, mostBookRows } from './book';
export { csvHead, csvLine } from './csv';
export { portfolioRows } from './rows';
export { isOtherSplit, partName, shardOf, type Shard } from './shard';
export {
  portfolioVersion,
  tableNames,
  tables,
  type PortfolioRow,
  type PortfolioRows,
  type TableName,
} from './tables';
export { ItemTally } from './tally';
