/** Accounts on two axes: what they could give, and what they give, corrected by our share of it. */
import {
  add,
  and,
  atLeast,
  divide,
  equal,
  greater,
  index,
  isNumber,
  literal,
  match,
  min,
  nums,
  rowOf,
  subtract,
  txts,
  type Num,
} from '../expression';
import { numberIf } from '../value/known';

const { num } = rowOf<'Accounts'>();

/** Rows of the limits, by their ids. */
export const axes = {
  potential: 'limit.potential',
  contribution: 'limit.contribution',
  share: 'limit.share',
} as const;

const limit = (axis: keyof typeof axes, column: 'medium' | 'high'): Num =>
  index(nums('AccountLimits', column), match(literal(axes[axis]), txts('AccountLimits', 'id')));

/** 3 high, 2 medium, 1 low; "" while the figure or a limit is not known. */
const levelOf = (figure: Num, axis: keyof typeof axes): Num =>
  numberIf(
    and(isNumber(figure), isNumber(limit(axis, 'medium')), isNumber(limit(axis, 'high'))),
    numberIf(
      atLeast(figure, limit(axis, 'high')),
      3,
      numberIf(atLeast(figure, limit(axis, 'medium')), 2, 1),
    ),
  );

const bothKnown = and(isNumber(num('contribution')), isNumber(num('potential')));

/** Our share of what the account could give; "" where it could give nothing. */
export const shareOf = (): Num =>
  numberIf(
    bothKnown,
    numberIf(greater(num('potential'), 0), divide(num('contribution'), num('potential'))),
  );

/** What is still to be won of it. */
export const roomOf = (): Num =>
  numberIf(bothKnown, subtract(num('potential'), num('contribution')));

export const potentialNo = (): Num => levelOf(num('potential'), 'potential');

export const shareNo = (): Num => levelOf(num('share'), 'share');

/** The amount's level, but no higher than the share's: 10 M of a potential 50 M is medium. */
export const contributionNo = (): Num => {
  const [amount, share] = [levelOf(num('contribution'), 'contribution'), num('shareNo')];
  return numberIf(and(isNumber(amount), isNumber(share)), min(amount, share));
};

/** 1 for A: high on both; 2 for B: high on one, or medium on both; 3 for C; "" until both are known. */
export const classOf = (): Num => {
  const [potential, contribution] = [num('potentialNo'), num('contributionNo')];
  const both = add(potential, contribution);
  return numberIf(
    and(isNumber(potential), isNumber(contribution)),
    numberIf(equal(both, 6), 1, numberIf(atLeast(both, 4), 2, 3)),
  );
};
