import {
  add,
  and,
  count,
  countIfs,
  greater,
  index,
  isNumber,
  join,
  match,
  min,
  multiply,
  not,
  num,
  nums,
  subtract,
  sumIfs,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { monthOf, monthsTo } from '../calendar';
import { numberIf, numberOr } from '../known';
import { cutCount, pricedCount, table } from './size';

const ofCut = (column: ColumnOf<'Realised'>): Num =>
  sumIfs(nums(table, column), [nums(table, 'cut'), num('no')]);
const periodDate = numberOr(
  index(nums('Periods', 'date'), match(num('period'), nums('Periods', 'no'))),
);
/** More metrics and days than Realised has rows: nothing may be added up from it. */
export const realisedOverflows = () =>
  greater(multiply(pricedCount, cutCount), count(nums(table, 'no')));
const whole = (sum: Num): Num => numberIf(realisedOverflows(), '', sum);

const dayIsKnown = isNumber(num('day'));

/** Columns of Cutoffs: a day each, and what all priced metrics have realised from their start to it. */
export const cutoffRules = (at: Num): Record<string, Num> => ({
  /** The date in force, a period's settlement date or the last day of a year, never after that date. */
  day: numberIf(
    not(isNumber(at)),
    '',
    numberIf(
      isNumber(num('period')),
      numberOr(min(at, periodDate)),
      numberIf(
        isNumber(num('year')),
        numberOr(add(index(nums('RoiYears', 'until'), add(num('year'), 1)) as Num, 0)),
        at,
      ),
    ),
  ),
  month: numberIf(dayIsKnown, monthOf(add(num('day'), 1))),
  endAt: numberIf(dayIsKnown, monthsTo(add(num('day'), 1), num('month'))),
  /** Priced metrics of which something has been read. */
  measured: numberIf(
    dayIsKnown,
    countIfs([nums(table, 'cut'), num('no')], [nums(table, 'covered'), '>0']),
  ),
  /** Net value from start to day; "" while nothing has been read. */
  total: whole(numberIf(dayIsKnown, numberIf(greater(num('measured'), 0), ofCut('value')))),
  unmeasured: whole(numberIf(dayIsKnown, ofCut('unmeasured'))),
  /** Day up to which the plan is worked out: of a period its date, whatever the date in force. */
  planDay: numberIf(isNumber(num('period')), periodDate, num('day')),
  planMonth: numberIf(isNumber(num('planDay')), monthOf(add(num('planDay'), 1))),
  planAt: numberIf(isNumber(num('planDay')), monthsTo(add(num('planDay'), 1), num('planMonth'))),
  /** How many years of RoiYears have begun by then; "" without a day that they count from. */
  planYear: numberIf(
    and(isNumber(num('planDay')), isNumber(index(nums('RoiYears', 'from'), 1))),
    countIfs([nums('RoiYears', 'from'), join('<=', num('planDay'))]),
  ),
  /** Of a year, the row that stands for the year before; 0 of the first, "" of other days. */
  yearBefore: numberIf(
    isNumber(num('year')),
    numberIf(greater(num('year'), 0), subtract(num('no'), 1), 0),
  ),
  /** Net value that all priced metrics are planned to bring from their start to that day. */
  plan: whole(numberIf(isNumber(num('planYear')), ofCut('plan'))),
});

/** `total`: net value realised from the start; `plan`: what was planned; `unmeasured`: a year's alone. */
type CutoffColumn = 'total' | 'plan' | 'unmeasured' | 'endAt';

/** What stands in Cutoffs for the end of a year, or the date in force within it, of all priced metrics; 0 where it is not known yet. */
export const upToYear = (column: CutoffColumn, year: Num): Num =>
  sumIfs(nums('Cutoffs', column), [nums('Cutoffs', 'year'), year]);
