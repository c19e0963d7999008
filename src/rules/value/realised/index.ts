export { cutoffRules, realisedOverflows, upToYear } from './cutoffs';
export { realisedRules } from './rows';
export { startRules } from './start';
