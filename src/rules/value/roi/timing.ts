/**
 * When a metric's value comes. All follow the common ramp of RoiYears, but for those with a start or
 * ramp of their own in Timing. A later start moves the years of a ramp back, a part of a year in
 * proportion: half a year late, a year brings half of its own share and half of the one before.
 */
import {
  add,
  and,
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
  min,
  multiply,
  not,
  num,
  numName,
  nums,
  or,
  subtract,
  txt,
  unequal,
  when,
  type Bool,
  type Num,
  type Txt,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { monthOf, monthsTo } from '../calendar';
import { faultOf, total } from '../inputs';
import { numberIf, numberOr, orElse } from '../known';
import { yearCount, years } from '../years';

const firstDay = index(nums('RoiYears', 'from'), 1);
const goLive = index(nums('RoiYears', 'from'), 2);
const lastStart = index(nums('RoiYears', 'from'), yearCount);

/** Years into the project, by months of the year in which the day falls: go-live is 0. */
const yearsIn = (day: Num, month: Num): Num => {
  const position = countIfs([nums('RoiYears', 'from'), join('<=', day)]);
  const year = (column: 'startAt' | 'endAt') => index(nums('RoiYears', column), position);
  const passed = subtract(monthsTo(day, month), year('startAt'));
  return add(subtract(position, 2), divide(passed, subtract(year('endAt'), year('startAt'))));
};

export interface TimingWords {
  noMetric: string;
  unknownMetric: string;
  both: string;
  noGoLive: string;
  badStart: string;
  badDelay: string;
  badRamp: string;
  twin: string;
}

type Own = ColumnOf<'Timing'>;
const given = (column: Own): Bool => unequal(txt(column), '');
const ramps = years.map((year) => `y${year}` as const);
const anything = or(...(['metric', 'start', 'delay', ...ramps] as const).map(given));
/** Months beyond which nothing comes within any horizon; engines disagree on days after the year 9999. */
const longestDelay = 1200;

/** Columns of Timing. */
export const timing = {
  startMonth: (): Num => numberIf(isNumber(num('start')), monthOf(num('start'))),
  /** The first year with a share, counted from the own start; "" without one. */
  firstYear: (): Num =>
    [...years]
      .reverse()
      .reduce<Num>(
        (later, year) => numberIf(unequal(num(`r${year}`), 0), year, later),
        '' as unknown as Num,
      ),
  /** The first day on which value is due. */
  begins: (): Num =>
    numberOr(
      edate(
        numberIf(given('start'), num('start'), goLive),
        add(multiply(12, subtract(num('firstYear'), 1)), min(add(num('delay'), 0), longestDelay)),
      ),
    ),
  /** How many shares of the own ramp cannot be used. */
  badRamps: (): Num => total(ramps.map((column) => faultOf(num(column), { min: 0, max: 1 }))),
  /** By how many years it comes later than go-live; "" where that cannot be told. */
  shift: (): Num =>
    numberIf(
      given('start'),
      numberOr(
        numberIf(
          and(isNumber(num('start')), isNumber(firstDay)),
          numberIf(
            or(less(num('start'), firstDay), greater(num('start'), edate(lastStart, 12))),
            '',
            yearsIn(num('start'), num('startMonth')),
          ),
        ),
      ),
      numberIf(given('delay'), numberIf(isNumber(num('delay')), divide(num('delay'), 12)), 0),
    ),
  /** A year's share as its own ramp or the common one has it, counted from its own start. */
  ramp: (year: number): Num => orElse(num(`y${year}`), index(nums('RoiYears', 'ramp'), year + 1)),
  /** A year's share once moved to its own start; "" while the row has a problem. */
  share: (year: number): Num => {
    const whole = int(num('shift'));
    const part = subtract(num('shift'), whole);
    const at = (position: Num): Num =>
      numberIf(
        less(position, 0),
        0,
        choose(add(min(position, yearCount - 1), 1), ...years.map((one) => num(`r${one}`))),
      );
    const position = subtract(year, whole);
    return numberIf(
      and(isNumber(num('metricRow')), equal(txt('problem'), '')),
      add(multiply(subtract(1, part), at(position)), multiply(part, at(subtract(position, 1)))),
    );
  },
  problem: (words: TimingWords): Txt =>
    when(
      not(anything),
      '',
      when(
        equal(txt('metric'), ''),
        words.noMetric,
        when(
          not(isNumber(num('metricRow'))),
          words.unknownMetric,
          when(
            greater(countIfs([nums('Timing', 'metricRow'), num('metricRow')]), 1),
            words.twin,
            when(
              and(given('start'), given('delay')),
              words.both,
              when(
                and(given('start'), not(isNumber(firstDay))),
                words.noGoLive,
                when(
                  and(given('start'), not(isNumber(num('shift')))),
                  words.badStart,
                  when(
                    and(
                      given('delay'),
                      or(
                        not(isNumber(num('delay'))),
                        less(num('delay'), 0),
                        greater(num('delay'), 120),
                      ),
                    ),
                    words.badDelay,
                    when(greater(num('badRamps'), 0), words.badRamp, ''),
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
    ) as Txt,
};

/** A row of Monetisation: the share of its yearly value that a year brings. */
export const shareOfYear = (year: number): Num =>
  numberIf(
    isNumber(num('timingRow')),
    numberOr(index(nums('Timing', `e${year}`), num('timingRow'))),
    index(nums('RoiYears', 'ramp'), year + 1),
  );

/** A row of Monetisation: the first day on which its value is due. */
export const startOf = (): Num =>
  numberIf(
    isNumber(num('timingRow')),
    numberOr(index(nums('Timing', 'begins'), num('timingRow'))),
    numName('Roi.ValueStart'),
  );
