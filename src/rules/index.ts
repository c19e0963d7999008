export * from './expression';
export { evaluate, type Scope } from './evaluate';
export { render, type Naming } from './render';
export { isError, type Value } from './value';
export { isoOf, serialOfIso } from './dates';
export { referencesOf, textsOf } from './references';
