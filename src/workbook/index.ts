export { describeWorkbook } from './describe';
export type { Context } from './context';
export * from './spec';
export { layoutVersion } from './sheets/hidden';
export { tableNames } from './tableNames';
