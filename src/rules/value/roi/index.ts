/** Return on investment (value-model §3): the rules of Roi, Timing, Benefits, Costs and Sensitivity. */
export {
  earns,
  elapsedShare,
  forecastOf,
  givenByYear,
  outlookNpv,
  planPassed,
  realisedOf,
  unmeasuredOf,
  valueStart,
  yearMonths,
  yearStart,
  yearUntil,
} from './actuals';
export { badAmounts, badShares, benefitStatus, yearsGiven } from './byYear';
export { conventionOf } from './convention';
export {
  benefitsOf,
  costsOf,
  estimateNo,
  estimates,
  flow,
  vendorOf,
  ownCosts,
  plannedBenefits,
  vendorCosts,
} from './flows';
export { discountFactor, horizonOf, isInside, scenarioCount, shiftOf } from './horizon';
export { measure, measured, type RoiWords } from './measures';
export {
  missing,
  missingAt,
  missingRules,
  namedRows,
  problemOf,
  type MissingLine,
} from './missing';
export { guessOf, ladder, rates, rootsOf } from './rates';
export { chosenCash, chosenFlow, chosenMeasure } from './rows';
export { presentValueOf, rankKey, swingOf, totalOf } from './sensitivity';
export {
  vendorAmount,
  vendorCounts,
  vendorLines,
  vendorMissing,
  vendorPlan,
  vendorShare,
} from './vendor';
export { shareOfYear, startOf, timing } from './timing';
