/**
 * Guards of a term's metric, judged on the term's own day: improvements that must not be bought by
 * worsening something else. A guard worse than its own adjusted baseline is breached; one without a
 * reading in its window, or without a baseline, is pending and voids nothing.
 */
import {
  and,
  index,
  isNumber,
  less,
  not,
  nums,
  or,
  rowOf,
  when,
  type Bool,
  type Expression,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { numberIf } from '../known';
import { improvementOf } from '../metric';
import { actualOf, readingsIn, windowStart } from '../actual';
import { live, metric } from './row';
import type { SettlementWords } from './words';

const { num } = rowOf<'Settlement'>();

/**
 * Four columns for each guard: its row in Metrics, the day after which its readings count, A, and
 * s·(A − B′) in its own unit; "" when there is no such guard or it cannot be judged.
 */
export function guardRules(slots: number[]): Record<string, Expression> {
  const rules: Record<string, Expression> = {};
  for (const n of slots) {
    const position = num(`guardRow${n}`);
    const of = (column: ColumnOf<'Metrics'>): Num =>
      index(nums('Metrics', column), position) as Num;
    rules[`guardRow${n}`] = live(numberIf(isNumber(num('slot')), metric(`guardRow${n}`)));
    rules[`guardFrom${n}`] = live(
      numberIf(and(isNumber(position), isNumber(num('at'))), windowStart(num('at'), of('window'))),
    );
    const window = { slot: position, from: num(`guardFrom${n}`), at: num('at') };
    rules[`guardActual${n}`] = live(
      numberIf(
        isNumber(window.from),
        actualOf({ ...window, count: readingsIn(window.slot, window.from, window.at) }),
      ),
    );
    rules[`guardMove${n}`] = live(
      numberIf(
        isNumber(position),
        improvementOf(of('sign'), num(`guardActual${n}`), of('adjusted')),
      ),
    );
  }
  return rules;
}

/** The worst of the guards in a word; "" for a metric without guards. */
export function guardWord(slots: number[], words: SettlementWords): Expression {
  const any = (test: (n: number) => Bool) => or(...slots.map(test));
  const worse = (n: number): Bool =>
    when(isNumber(num(`guardMove${n}`)), less(num(`guardMove${n}`), 0), false) as Bool;
  return live(
    when(
      any((n) => isNumber(num(`guardRow${n}`))),
      when(
        any(worse),
        words.guard.breached,
        when(
          any((n) => and(isNumber(num(`guardRow${n}`)), not(isNumber(num(`guardMove${n}`))))),
          words.guard.pending,
          words.guard.ok,
        ),
      ),
      '',
    ),
  );
}
