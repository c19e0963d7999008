/** Return on investment (value-model §3): the rules of Roi, RoiYears, RoiFlows, Costs and Sensitivity. */
export { elapsedShare, forecastOf, outlookNpv, realisedOf, yearStart, yearUntil } from './actuals';
export { flow, plannedBenefits, plannedCosts } from './flows';
export { discountFactor, horizonOf, problemOf, shiftOf } from './horizon';
export { measure, type RoiWords } from './measures';
export { chosenFlow, chosenMeasure } from './rows';
export {
  annuity,
  benefitSwing,
  costPresentValue,
  costSwing,
  costTotal,
  rankKey,
} from './sensitivity';
