/**
 * The value tree (value-model §2). What a node reads is the same money, so the shares claimed in it
 * sum to 1 at most; its child nodes are its parts, so each may count in full, but never beside a
 * node above it. Columns of ValueTree, but for `nodeShare`.
 */
import {
  add,
  and,
  equal,
  greater,
  isNumber,
  not,
  num,
  nums,
  or,
  sumIfs,
  txt,
  unequal,
  when,
  type Num,
  type Txt,
} from '../expression';
import { numberIf, orElse } from './known';
import { numberAt, positionIn } from './place';

/** Where shares are claimed. */
const claiming = ['Monetisation', 'Benefits'] as const;

const claimedBy = (column: 'group' | 'nodeRow', criterion: Txt | Num): Num => {
  const [first, ...rest] = claiming.map((table) =>
    sumIfs(nums(table, 'shareUsed'), [nums(table, column), criterion]),
  );
  return add(first as Num, ...rest);
};

/** What the node of this row claims in sum, by its words: also one that is not in the tree. */
export const nodeShare = (): Num =>
  numberIf(equal(txt('group'), ''), '', claimedBy('group', txt('group')));

const ups = ['up1', 'up2', 'up3'] as const;

export const node = {
  row: (): Num => positionIn('ValueTree', txt('name')),
  up1: (): Num => positionIn('ValueTree', txt('parent')),
  up2: (): Num => numberAt('ValueTree', 'up1', num('up1')),
  up3: (): Num => numberAt('ValueTree', 'up1', num('up2')),
  /** Shares claimed in the node itself. */
  own: (): Num => numberIf(isNumber(num('row')), claimedBy('nodeRow', num('row'))),
  /** Shares claimed in the nodes that it is a part of. */
  above: (): Num => {
    const [first, ...rest] = ups.map((up) => orElse(numberAt('ValueTree', 'own', num(up)), 0));
    return numberIf(isNumber(num('row')), add(first as Num, ...rest));
  },
  /** What is wrong with a node, in words; "" for a sound one and for an empty row. */
  problem: (words: TreeWords): Txt =>
    when(
      not(isNumber(num('row'))),
      '',
      when(
        and(unequal(txt('parent'), ''), not(isNumber(num('up1')))),
        words.unknown,
        when(
          or(...ups.map((up) => equal(num(up), num('row')))),
          words.circle,
          when(
            isNumber(numberAt('ValueTree', 'up1', num('up3'))),
            words.deep,
            when(
              greater(num('own'), 1 + 1e-9),
              words.twice,
              when(and(greater(num('own'), 0), greater(num('above'), 0)), words.together, ''),
            ),
          ),
        ),
      ),
    ) as Txt,
};

export interface TreeWords {
  unknown: string;
  circle: string;
  deep: string;
  twice: string;
  together: string;
}
