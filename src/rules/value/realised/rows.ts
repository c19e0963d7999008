/**
 * Realised value (value-model §2): of each priced metric from its start to a cut-off day,
 * u × s·(A − B′) × months covered ÷ 12 × factors, A being the actual over all covered time since the
 * start as one window. The value of a year or a period is the difference of two such totals.
 *
 * A rolling figure speaks of the twelve months before it: at the last reading, at the reading of the
 * same month a year earlier, and so on while that lies after the start, each for a whole year. A
 * reading that reaches back before the start counts whole: the months before it added nothing.
 *
 * Where the readings of a ratio count a driver of its unit value themselves, the value goes by their
 * count and not by the plan's number: s × (Σ numerator − B′ × Σ denominator) × the worth of one.
 *
 * Beside it stands what was planned from the start to the same day, by the metric's own start and ramp.
 */
import {
  add,
  and,
  countIfs,
  divide,
  edate,
  equal,
  greater,
  index,
  int,
  isNumber,
  join,
  less,
  match,
  max,
  min,
  multiply,
  num,
  nums,
  or,
  subtract,
  sumIfs,
  txt,
  when,
  type Bool,
  type Expression,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { readingsUpTo, rowOfReading, sumIn } from '../actual';
import { numberIf, numberOr } from '../known';
import { numberAt, textAt } from '../place';
import { measureNo, readings } from '../reading';
import { years } from '../years';
import { cutCount, pricedCount, table } from './size';

/** The rule in rows that stand for a metric and a day, "" in the others. */
const live = <E extends Expression>(rule: E): E =>
  when(equal(txt('moneyRow'), ''), '', rule) as unknown as E;
const money = (column: ColumnOf<'Monetisation'>): Num =>
  index(nums('Monetisation', column), num('moneyRow')) as Num;
const metric = (column: ColumnOf<'Metrics'>): Num => numberAt('Metrics', column, num('slot'));
const cut = (column: ColumnOf<'Cutoffs'>): Num => index(nums('Cutoffs', column), num('cut')) as Num;
const isCut = when(isNumber(num('cut')), isNumber(cut('planDay')), false) as Bool;
const isRead = greater(num('readings'), 0);
const isRolling = equal(num('kind'), measureNo.rolling);
const reading = (column: ColumnOf<'Readings'>, row: 'firstRow' | 'lastRow'): Num =>
  index(readings(column), num(row)) as Num;
/** The last day before the start: readings after it count. */
const beforeStart = subtract(num('start'), 1);

/** Earlier readings of the month in which a rolling figure was last stated, back to the start. */
const yearsBefore = (): Parameters<typeof countIfs> => [
  [readings('slot'), num('slot')],
  [readings('monthOfYear'), reading('monthOfYear', 'lastRow')],
  [readings('closes'), 1],
  [readings('date'), join('>=', num('start'))],
  [readings('date'), join('<=', edate(reading('date', 'lastRow'), -6))],
];

/** How much of the year begun at the cut-off has passed for the metric, 0 … 1. */
const partOfYear = (): Num => {
  const year = (column: 'startAt' | 'endAt') => index(nums('RoiYears', column), cut('planYear'));
  const from = numberIf(
    less(money('startAt'), year('endAt')),
    max(year('startAt'), money('startAt')),
    year('startAt'),
  );
  return max(0, min(1, divide(subtract(cut('planAt'), from), subtract(year('endAt'), from))));
};

const planYears = (): Num => {
  const [first, ...rest] = years.map((year) =>
    multiply(money(`p${year}`), max(0, min(1, subtract(num('planPosition'), year)))),
  );
  return add(first as Num, ...rest);
};

/** Of a year alone: up to this row's cut-off less what the metric had at the year's before. */
const ofYear = (column: 'plan' | 'covered' | 'elapsed'): Num =>
  subtract(
    num(column),
    numberIf(
      greater(cut('yearBefore'), 0),
      index(nums(table, column), subtract(num('no'), pricedCount)),
      0,
    ),
  );

/**
 * Years' worth of the yearly value: months covered ÷ 12, or, where the readings count a driver
 * themselves, what they counted ÷ its number a year.
 */
const yearsRead = (): Num =>
  numberIf(
    isNumber(money('volumeRow')),
    divide(num('bottom'), index(nums('Drivers', 'value'), money('volumeRow'))),
    divide(num('months'), 12),
  );

/**
 * Columns of Realised. Row n stands for the r-th priced metric at cut-off c, n = (c − 1) × number of
 * priced metrics + r, so that metrics and periods come and go without the sheet being laid out again.
 */
export const realisedRules = (): Record<string, Expression> => ({
  cut: numberIf(
    or(equal(pricedCount, 0), greater(num('no'), multiply(pricedCount, cutCount))),
    '',
    add(int(divide(subtract(num('no'), 1), pricedCount)), 1),
  ),
  day: numberIf(equal(txt('cut'), ''), '', numberOr(add(cut('day'), 0))),
  /** Row in Monetisation; "" in a row to spare and for a year that has not begun. */
  moneyRow: numberIf(
    isCut,
    numberOr(
      match(
        subtract(num('no'), multiply(subtract(num('cut'), 1), pricedCount)),
        nums('Monetisation', 'rank'),
      ),
    ),
  ),
  metric: live(textAt('Monetisation', 'name', num('moneyRow'))),
  slot: live(money('row')),
  kind: live(metric('measureNo')),
  start: live(money('start')),
  /** How many readings lie before the start, and how many from then on. */
  before: live(numberIf(isNumber(num('start')), readingsUpTo(num('slot'), beforeStart))),
  readings: live(
    numberIf(
      and(isNumber(num('start')), isNumber(num('day'))),
      max(0, subtract(readingsUpTo(num('slot'), num('day')), num('before'))),
      0,
    ),
  ),
  firstRow: live(numberIf(isRead, rowOfReading(num('slot'), add(num('before'), 1)))),
  lastRow: live(numberIf(isRead, rowOfReading(num('slot'), add(num('before'), num('readings'))))),
  top: live(
    numberIf(
      isRead,
      numberIf(
        isRolling,
        add(reading('amount', 'lastRow'), sumIfs(readings('amount'), ...yearsBefore())),
        sumIn('top', num('slot'), beforeStart, num('day')),
      ),
    ),
  ),
  bottom: live(
    numberIf(
      isRead,
      numberIf(
        isRolling,
        add(1, countIfs(...yearsBefore())),
        sumIn('bottom', num('slot'), beforeStart, num('day')),
      ),
    ),
  ),
  /** Months that the readings speak of, what lies before the start included. */
  months: live(
    numberIf(
      isRead,
      numberIf(
        isRolling,
        multiply(12, num('bottom')),
        sumIn('months', num('slot'), beforeStart, num('day')),
      ),
      0,
    ),
  ),
  /** A. */
  actual: live(
    numberIf(isRead, numberOr(multiply(divide(num('top'), num('bottom')), metric('scale')))),
  ),
  /** D. */
  improvement: live(
    numberIf(
      isNumber(num('actual')),
      numberOr(multiply(metric('sign'), subtract(num('actual'), metric('adjusted')))),
    ),
  ),
  /** Months since the start, and how many of them readings cover. */
  elapsed: live(
    numberIf(
      and(isNumber(num('start')), isNumber(num('day'))),
      max(0, subtract(cut('endAt'), money('startAt'))),
      0,
    ),
  ),
  covered: live(
    numberIf(
      isNumber(num('improvement')),
      numberIf(
        isRolling,
        min(num('months'), subtract(reading('endAt', 'lastRow'), money('startAt'))),
        subtract(num('months'), max(0, subtract(money('startAt'), reading('startAt', 'firstRow')))),
      ),
      0,
    ),
  ),
  value: live(
    numberIf(
      isNumber(num('improvement')),
      numberOr(multiply(num('improvement'), money('unitValue'), money('factor'), yearsRead())),
    ),
  ),
  /**
   * Years of the plan that have passed by the cut-off: whole years of RoiYears, and of the one begun
   * the part since its beginning, or since the metric's own start where that lies in it.
   */
  planPosition: live(
    numberIf(
      isNumber(num('start')),
      numberOr(
        numberIf(greater(cut('planYear'), 0), add(subtract(cut('planYear'), 1), partOfYear()), 0),
        0,
      ),
      0,
    ),
  ),
  /** Each of those years at its share of the yearly value, ramp and own start in it. */
  planYears: live(numberOr(planYears())),
  /** Net value planned from the start to the cut-off. */
  plan: live(numberOr(multiply(money('expected'), num('planYears')))),
  /** Of what a year planned for the time that has passed: what no reading covers. */
  unmeasured: live(
    numberIf(
      isNumber(cut('yearBefore')),
      numberOr(
        multiply(
          ofYear('plan'),
          max(0, subtract(1, numberOr(divide(ofYear('covered'), ofYear('elapsed')), 0))),
        ),
        0,
      ),
    ),
  ),
});
