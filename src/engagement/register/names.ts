import type { z } from 'zod';
import { date, factor, oneOf, positive, rate, share, wholeTo, word } from '../cells';
import { words } from './words';

/** A named cell that people fill, kept among an engagement's settings; the others are computed. */
export interface Setting<Id extends string = string, Kept extends z.ZodType = z.ZodType> {
  setting: Id;
  kept: Kept;
}

type Of<Sheet extends string, Kept> = {
  [Id in keyof Kept & string as `${Sheet}.${Capitalize<Id>}`]: Kept[Id] extends z.ZodType
    ? Setting<Id, Kept[Id]>
    : never;
};

/** "shareAtRisk" of Contract → "Contract.ShareAtRisk". */
export const cellName = <Sheet extends string, Id extends string>(sheet: Sheet, id: Id) =>
  `${sheet}.${id.charAt(0).toUpperCase()}${id.slice(1)}` as `${Sheet}.${Capitalize<Id>}`;

const settings = <const Sheet extends string, Kept extends Record<string, z.ZodType>>(
  sheet: Sheet,
  kept: Kept,
) =>
  Object.fromEntries(
    Object.entries(kept).map(([id, type]) => [cellName(sheet, id), { setting: id, kept: type }]),
  ) as Of<Sheet, Kept>;
const setting = <const Id extends string, Kept extends z.ZodType>(
  id: Id,
  kept: Kept,
): Setting<Id, Kept> => ({ setting: id, kept });

const computed = <const Sheet extends string, const Id extends string>(
  sheet: Sheet,
  ...ids: Id[]
) =>
  Object.fromEntries(ids.map((id) => [`${sheet}.${id}`, {}])) as Record<
    `${Sheet}.${Id}`,
    { setting?: undefined }
  >;

/** What is bet: the contract's switches, amounts and limits. */
export const contractNames = settings('Contract', {
  shareAtRisk: share.describe('Share of the fee that is bet, ρ'),
  payFloor: positive.describe(
    'The entitlement to date, or that of each period, is never less from a period’s date on',
  ),
  payCap: positive.describe('Nor ever more'),
  limitScope: oneOf(words.limitScope).describe('Floor and cap with or without gain share'),
  limitSpan: oneOf(words.limitSpan).describe(
    'Floor and cap hold for all periods together, or for each by itself',
  ),
  clawback: oneOf(words.yesNo).describe('A negative amount due is paid back, else carried'),
  earnBackLevel: factor.describe(
    'Payout share at which a later period earns back what the term forfeited; blank: not agreed',
  ),
  roundingMode: oneOf(words.roundingMode),
  minorDigits: wholeTo(0, 4),
  hurdle: positive.describe('Net value of a period below which nothing is shared'),
  hurdleRate: share.describe('By which the hurdle grows each year from the start date on'),
  hurdleKind: oneOf(words.hurdleKind).describe(
    'deductible: only what exceeds the hurdle; cliff: all of it once the hurdle is reached',
  ),
  gainBase: oneOf(words.gainBase),
  bandMode: oneOf(words.bandMode),
  gainCap: positive.describe('Most gain share of one period'),
  highWaterMark: oneOf(words.yesNo),
  guarantee: positive.describe('Net value that the vendor guarantees for each period'),
  shortfallFixed: positive.describe('Due for any value under the guarantee, beside the rate'),
  shortfallRate: share,
  lossLimit: positive.describe('Most that a period’s shortfall can cost'),
});

/** Clauses of the annex, each in it or not. */
export const clauseNames = settings('Clause', {
  objectionDays: wholeTo(0, 365).describe('Days within which a statement may be objected to'),
  clientDuties: oneOf(words.yesNo),
  dataAccess: oneOf(words.yesNo),
  forceMajeure: oneOf(words.yesNo),
  termination: oneOf(words.yesNo),
  expert: oneOf(words.yesNo),
  expertName: word.describe('Who decides what the sides cannot settle'),
});

/** Every named cell. */
export const names = {
  ...settings('Engagement', {
    project: word,
    client: word,
    vendor: word,
    industry: word,
    consultant: word,
    businessLead: word,
    itLead: word,
    stage: oneOf(words.stage),
    currency: word,
    startDate: date,
    goLiveDate: date,
    endDate: date,
    fee: positive,
    afterGoLiveShare: share.describe('Share of the budget kept for after go-live, 0.3 = 30 %'),
  }),
  'Value.AsOf': setting(
    'asOf',
    date.describe('Readings up to this date count; amounts are of this day'),
  ),
  'Value.Scenario': setting(
    'scenario',
    oneOf(words.scenario).describe('The one that the workbook follows; blank: likely'),
  ),
  'Roi.Horizon': setting(
    'horizon',
    wholeTo(1, 10).describe('Years after year 0, whole, 1–10; blank: 3'),
  ),
  'Roi.Rate': setting('discountRate', rate.describe('A year, as a fraction')),
  'Roi.Timing': setting(
    'timing',
    oneOf(words.timing).describe('Flows of a year fall at its end or in its middle'),
  ),
  'Roi.Prices': setting(
    'prices',
    oneOf(words.prices).describe('Amounts with inflation or at constant prices; blank: nominal'),
  ),
  'Roi.Tax': setting('tax', oneOf(words.tax).describe('Before or after tax; blank: before')),
  'Roi.WithVendor': setting(
    'withVendor',
    oneOf(words.yesNo).describe(
      'Whether the return counts what the vendor is paid under the contract; blank: yes',
    ),
  ),
  ...contractNames,
  ...clauseNames,
  ...computed('Engagement', 'Model', 'FirstDay', 'LastDay'),
  ...computed('Micro', 'VendorHours', 'OnlineHours', 'OfflineHours'),
  ...computed('Micro', 'ClientSteps', 'DoneSteps', 'EndDate'),
  ...computed('Budget', 'Before', 'After', 'Share', 'Verdict'),
  ...computed('Value', 'At', 'Origin', 'ScenarioNo'),
  ...computed('Roi', 'Problem', 'Npv', 'Roi', 'Bcr', 'Irr', 'Payback', 'BreakEven'),
  ...computed('Roi', 'NetValue', 'NetToDate', 'PlannedToDate', 'Realised', 'Forecast', 'Outlook'),
  ...computed('Roi', 'Unmeasured', 'ValueStart'),
  ...computed(
    'Roi',
    'Fault',
    'ReadFault',
    'Years',
    'Shift',
    'VendorCounts',
    'MaxSwing',
    'Convention',
    'IrrNote',
  ),
  ...computed('Roi', 'DiscountedPayback', 'CashNpv', 'CashPayback'),
  ...computed('Contract', 'Fee', 'Pool', 'At', 'TermCount', 'PeriodCount', 'WeightSum'),
  ...computed('Contract', 'PeriodShares', 'Current', 'Missing', 'Misfit', 'Flaw', 'Problem'),
  ...computed('Statement', 'Project', 'Client', 'Vendor', 'Period', 'Row', 'AsOf', 'Currency'),
  ...computed('Statement', 'Reason', 'Earned', 'Bonus', 'Pending', 'Forfeited', 'Gain'),
  ...computed('Statement', 'Shortfall', 'Fixed', 'Entitlement', 'Settled', 'Due', 'Carried'),
  ...computed('Payoff', 'VendorBreakEven', 'ClientBreakEven'),
  ...computed('Dashboard', 'Master', 'Due', 'Earned', 'Pending', 'Realised'),
  ...computed('Checks', 'Master'),
};
