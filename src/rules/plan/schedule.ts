/** The steps of a micro-consulting one after the other: work is not elapsed time. */
import {
  add,
  and,
  atMost,
  equal,
  greater,
  isNumber,
  join,
  less,
  nums,
  rowOf,
  subtract,
  sumIfs,
  type Num,
} from '../expression';
import { numberIf, orElse } from '../value/known';

const { num, txt } = rowOf<'MicroSteps'>();

/** So short a talk leaves the rest of its day to the step after it. */
const shortTalk = 4;

/** Days until the next step can start. */
export const advanceOf = (vendor: string): Num =>
  numberIf(
    isNumber(num('days')),
    numberIf(
      and(equal(txt('lead'), vendor), isNumber(num('hours')), atMost(num('hours'), shortTalk)),
      subtract(num('days'), 1),
      num('days'),
    ),
    0,
  );

/** The working day on which a step starts: what someone said, else after all steps before it. */
export const firstDay = (): Num =>
  orElse(
    num('from'),
    add(1, sumIfs(nums('MicroSteps', 'advance'), [nums('MicroSteps', 'no'), join('<', num('no'))])),
  );

/** The working day on which it ends. */
export const lastDay = (): Num =>
  orElse(
    num('to'),
    numberIf(isNumber(num('days')), subtract(add(num('dayFrom'), num('days')), 1), num('dayFrom')),
  );

/** 1 where a step starts before the one before it has ended. */
export const isEarly = (): Num =>
  numberIf(
    and(greater(num('no'), 1), isNumber(num('dayFrom'))),
    numberIf(
      less(
        num('dayFrom'),
        sumIfs(nums('MicroSteps', 'dayTo'), [nums('MicroSteps', 'no'), subtract(num('no'), 1)]),
      ),
      1,
      0,
    ),
    0,
  );
