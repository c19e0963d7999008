/**
 * The span that a reading speaks of, and what it adds to an actual. A span begins on the reading's own
 * first day, else the day after the metric's reading before, else one cadence before its end.
 *
 * An actual is Σ top ÷ Σ bottom × scale: amounts ÷ months of a flow, numerators ÷ denominators of a
 * ratio, amounts by days ÷ days of a level. So each measure is added up in the one way that gives the
 * same however often it is read.
 */
import {
  add,
  and,
  atMost,
  choose,
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
  literal,
  match,
  max,
  multiply,
  negate,
  rowOf,
  subtract,
  unequal,
  type Num,
} from '../expression';
import { monthOf, monthsTo } from './calendar';
import { numberIf } from './known';
import { keyStep, measureNo, ofMetric, readings } from './reading';

const { num, txt } = rowOf<'Readings'>();

/** A rule in rows that count, "" in the others. */
const counted = (rule: Num): Num => numberIf(equal(txt('slot'), ''), '', rule);
const isRolling = equal(num('kind'), measureNo.rolling);
const hasPrevious = isNumber(num('previous'));

const cadenceFrom = (): Num => {
  const months = ofMetric('cadenceMonths');
  return numberIf(
    less(months, 1),
    subtract(num('date'), 6),
    edate(add(num('date'), 1), negate(months)),
  );
};

/** Computed columns of Readings that say which time a reading covers. Days are serials, both included. */
export const spanRules = (): Record<string, Num> => ({
  /** Number of its metric's measure. */
  kind: counted(ofMetric('measureNo')),
  /** Row of the metric's reading before, in Readings; "" for the first. */
  previous: counted(
    numberIf(
      greater(num('before'), 0),
      match(add(multiply(num('slot'), keyStep), num('before')), readings('key')),
    ),
  ),
  spanFrom: counted(
    numberIf(
      isRolling,
      edate(add(num('date'), 1), -12),
      numberIf(
        isNumber(num('from')),
        num('from'),
        numberIf(
          hasPrevious,
          add(index(readings('date'), num('previous')) as Num, 1),
          cadenceFrom(),
        ),
      ),
    ),
  ),
  /** 1 where the span begins before the reading before has ended: the same time is counted twice. */
  overlaps: counted(
    numberIf(
      and(hasPrevious, unequal(num('kind'), measureNo.rolling)),
      numberIf(atMost(num('spanFrom'), index(readings('date'), num('previous')) as Num), 1, 0),
      0,
    ),
  ),
  startMonth: counted(monthOf(num('spanFrom'))),
  endMonth: counted(monthOf(add(num('date'), 1))),
  startAt: counted(monthsTo(num('spanFrom'), num('startMonth'))),
  endAt: counted(monthsTo(add(num('date'), 1), num('endMonth'))),
  months: counted(subtract(num('endAt'), num('startAt'))),
  /** Months between the reading before and the span, which no reading covers. */
  gap: counted(
    numberIf(
      and(hasPrevious, unequal(num('kind'), measureNo.rolling)),
      max(0, subtract(num('startAt'), index(readings('endAt'), num('previous')) as Num)),
      0,
    ),
  ),
});

const days = (): Num => subtract(add(num('date'), 1), num('spanFrom'));

/** Computed columns of Readings: what each adds to an actual, and to a year-on-year sum of rolling figures. */
export const partRules = (): Record<string, Num> => ({
  top: counted(
    choose(
      num('kind'),
      multiply(num('amount'), days()),
      num('amount'),
      num('numerator'),
      num('amount'),
    ),
  ),
  bottom: counted(choose(num('kind'), days(), num('months'), num('denominator'), literal(1))),
  /** The reading as baseline and target are stated: of a flow, for its base span. */
  rate: counted(
    numberIf(
      equal(num('kind'), measureNo.flow),
      multiply(divide(num('amount'), num('months')), ofMetric('scale')),
      num('amount'),
    ),
  ),
  /** Month at whose end, give or take half of one, the figure is stated; months from January 2000. */
  stated: counted(int(add(num('endAt'), 0.5))),
  /** The same in every year: 0 … 11. */
  monthOfYear: counted(subtract(num('stated'), multiply(12, int(divide(num('stated'), 12))))),
  /** 1 for the last reading of such a month: of several, the one that stands for its twelve months. */
  closes: counted(
    numberIf(
      equal(
        countIfs(
          [readings('slot'), num('slot')],
          [readings('stated'), num('stated')],
          [readings('date'), join('>', num('date'))],
        ),
        0,
      ),
      1,
      0,
    ),
  ),
});
