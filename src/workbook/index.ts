export { describeWorkbook } from './describe';
export type { Context } from './context';
export * from './spec';
