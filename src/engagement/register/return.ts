import { date, factor, positive, share, numeric, oneOf, word } from '../cells';
import {
  calc,
  calcColumn,
  content,
  faultColumns,
  faultParts,
  fixed,
  input,
  numbered,
  table,
} from './table';
import { words, years } from './words';

/** What stands beside the prices of metrics: value tree, timing, benefits by year, the vendor's pay. */

export const returnTables = {
  ValueTree: table(
    { id: 'valueTree', store: 'nodes', own: 'custom.node.', same: ['item'] },
    {
      item: content(word.describe('Name of a node of the value tree')),
      parent: content(word.describe('The node that it is a part of; blank: of none'), 'nodes'),
      comment: input(word),
      ...fixed('label'),
      ...calc('own', 'above', 'problem', 'name', 'row', 'up1', 'up2', 'up3'),
    },
  ),
  Timing: table(
    { id: 'timing', store: 'timing', own: 'custom.timing.', same: ['metric'] },
    {
      metric: input(word.describe('Metric id'), 'metrics'),
      start: input(date.describe('First day on which the value can come; blank: go-live')),
      delay: input(positive.describe('Months after go-live, in place of a day')),
      ...numbered(
        'y',
        years,
        input(share.describe('Share of a full year, counted from its own start; blank: as all')),
      ),
      comment: input(word),
      ...faultColumns,
      ...faultParts(1, 2),
      ...calc('problem', 'metricRow', 'startMonth', 'shift', 'begins', 'lackAt', 'lack'),
      ...calc('firstYear', 'badRamps'),
      ...numbered(['r', 'e'], years, calcColumn),
    },
  ),
  Benefits: table(
    { id: 'benefits', store: 'benefits', own: 'custom.benefit.', same: ['item', 'metric'] },
    {
      item: input(word),
      metric: input(
        word.describe('Metric id: these amounts take the place of its price'),
        'metrics',
      ),
      benefit: input(oneOf(words.benefit)),
      group: input(word.describe('Node of the value tree'), 'nodes'),
      attribution: input(share),
      confidence: input(share),
      recapture: input(share.describe('Where freed time is put to use; blank: 1')),
      share: input(share.describe('Share of its node; blank: 1')),
      ...numbered('y', years, input(numeric.describe('Money of this year, before the shares'))),
      low: input(factor),
      likely: input(factor),
      high: input(factor),
      owner: input(word),
      source: input(word),
      comment: input(word),
      ...faultColumns,
      ...faultParts(1, 2),
      ...calc('groupShare', 'total', 'pv', 'swing', 'status', 'metricRow', 'name', 'nodeRow'),
      ...calc('inUse', 'given', 'counted', 'isCash', 'factor', 'shareUsed', 'factorNow'),
      ...calc('atLow', 'atLikely', 'atHigh', 'lackAt', 'lack', 'badAmounts', 'badShares'),
    },
  ),
  VendorCosts: table(
    { id: 'vendorCosts' },
    {
      ...fixed('no'),
      item: content(word),
      explanation: content(word),
      ...calc('amount', 'pv', 'total', 'swing', 'amountLow', 'amountLikely', 'amountHigh'),
      ...numbered(['y', 'w'], years, calcColumn),
    },
  ),
  VendorPlan: table(
    { id: 'vendorPlan' },
    {
      ...fixed('no', 'scenario'),
      ...calc('value', 'fixed', 'earned', 'bonus', 'gain', 'shortfall', 'income', 'limits'),
    },
  ),
  RoiMissing: table(
    { id: 'roi.missing' },
    { ...fixed('no', 'where'), ...calc('what', 'at', 'lackRow', 'beyond') },
  ),
  RoiCash: table(
    { id: 'roi.cash' },
    {
      ...fixed('no', 'scenario'),
      ...calc('yearly', 'benefits', 'costs', 'pvBenefits', 'pvCosts', 'npv', 'roi', 'bcr', 'irr'),
      ...calc('payback', 'discountedPayback', 'breakEven', 'turns', 'roots', 'guess'),
    },
  ),
  RoiRates: table(
    { id: 'roi.rates' },
    { ...fixed('no', 'rate'), ...numbered(['below', 'gap'], [1, 2, 3, 4, 5, 6], calcColumn) },
  ),
};
