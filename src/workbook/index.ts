export { describeWorkbook } from './describe';
export * from './spec';
export { layoutVersion } from './sheets/hidden';
export { longFormulas, tableNames } from './tableNames';
export { extraId, isKeyed } from './fill';
export { fingerprint } from './fingerprint';
export { listTable } from './lists';
export { exchangeTables } from './exchange';
