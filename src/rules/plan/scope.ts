/** Scope as a budget: person-days by phase against what there is, and what must come first. */
import {
  and,
  equal,
  greater,
  ifError,
  index,
  isNumber,
  match,
  min,
  multiply,
  nums,
  rowOf,
  subtract,
  txts,
  unequal,
  when,
  type Num,
  type Txt,
} from '../expression';
import { numberIf, numberOr } from '../value/known';

const need = rowOf<'NeedLinks'>();

/** Picks without a phase are counted after the last of them. */
export const unphased = 4;

/** Person-days of a picked function, by its effort class; 0 while it is not picked. */
export const daysOf = (pick: Txt, effort: Txt, yes: string): Num =>
  when(
    equal(pick, yes),
    numberOr(index(nums('EffortDays', 'days'), match(effort, txts('EffortDays', 'effort'))), 0),
    0,
  );

/** 1, 2, 3 of the phases, 4 without one; "" while it is not picked. */
export const phaseNo = (pick: Txt, phase: Txt, yes: string): Num =>
  numberIf(
    equal(pick, yes),
    numberIf(
      equal(phase, ''),
      unphased,
      numberOr(match(phase, txts('PhaseBudget', 'phase')), unphased),
    ),
  );

const functionAt = (id: Txt): Num => match(id, txts('Functions', 'id'));
const phaseOf = (id: Txt): Num => numberOr(index(nums('Functions', 'phaseNo'), functionAt(id)));
const pickOf = (id: Txt): Txt =>
  ifError(index(txts('Functions', 'pick'), functionAt(id)), '') as Txt;

/**
 * 1 where a picked function needs another that comes in a later phase, or that nobody has decided on; one
 * that was declined is there already, or done without.
 */
export const lateNeed = (no: string): Num => {
  const [here, there] = [phaseOf(need.txt('from')), phaseOf(need.txt('to'))];
  return numberIf(
    and(isNumber(here), unequal(pickOf(need.txt('to')), no)),
    numberIf(isNumber(there), numberIf(greater(there, here), 1, 0), 1),
    0,
  );
};

/** Days left in a phase; "" while nobody has said how many there are. */
export const daysLeft = (capacity: Num, days: Num): Num =>
  numberIf(isNumber(capacity), subtract(capacity, days));

/** 1 where more is picked than fits. */
export const isOver = (capacity: Num, days: Num): Num =>
  numberIf(isNumber(capacity), numberIf(greater(days, capacity), 1, 0), 0);

/** Levels between as-is and to-be; "" until both are known. */
export const gapOf = (asIs: Num, toBe: Num): Num =>
  numberIf(
    and(isNumber(asIs), isNumber(toBe)),
    numberIf(greater(toBe, asIs), subtract(toBe, asIs), 0),
  );

/** What a gap adds to what is suggested of its functions: as a link of medium priority, up to strength 3. */
export const pullOf = (gap: Num): Num => numberIf(isNumber(gap), min(multiply(gap, 2), 6), 0);
