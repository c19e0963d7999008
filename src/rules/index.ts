export { columnLetters } from './columnLetters';
export * from './expression';
export type { CellName, ColumnOf, TableName, TableWith } from './register';
export { evaluate, type Scope } from './evaluate';
export { render, type Naming } from './render';
export { isError, RuleError, type CellValue, type Value } from './value';
export { dateOf, isoOf, serialOf, serialOfIso } from './dates';
export { referencesOf, textsOf } from './references';
export { priorityWeights } from './plan/suggestion';
