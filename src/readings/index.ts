export type { Mapping } from './mapping';
export { mappingJsonSchema } from './jsonSchema';
export { planOf, type Asked, type PlannedTable } from './plan';
export { computeReadings, type Computed, type Made } from './compute';
export { compareReadings, type Entry, type Standing } from './compare';
export { describeRemark } from './remarks';
export { evidenceOf, originIn, withOrigin } from './evidence';
export { memoryEngine } from './memory';
export { fewWords, unread, type Engine, type Fault, type Loaded, type SourceFile } from './engine';
export { exactOf, readerOf, type Cell } from './normal';
export { digestOfStream, textOf } from './digest';
export { conditionSql, portableSql, totalSql, type Dialect } from './sql';
export { slotsOf } from './spans';
export {
  encodingOf,
  headersIn,
  headOf,
  headWithin,
  kindOf,
  records,
  rowsOf,
  separatorOf,
} from './sources';
export {
  applyReadings,
  changesOf,
  hasMappingSheet,
  makeMappingSheet,
  mappingChanges,
} from './apply';
export { keptMapping, parseMapping } from './kept';
export { filesOfTables } from './files';
export { askedIn, gatherReadings, gatherResult, type Gathered } from './gather';
