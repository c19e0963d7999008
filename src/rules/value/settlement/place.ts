/**
 * What a row stands for. Row n is term ((n − 1) mod terms) + 1, in the order of their codes, in
 * period ⌈n ÷ terms⌉, in the order of their dates. So the rows of a period stand together, and
 * terms and periods can be added, sorted and removed without the settlement being laid out again.
 */
import {
  add,
  divide,
  equal,
  greater,
  int,
  join,
  match,
  multiply,
  nums,
  or,
  rowOf,
  small,
  subtract,
  type Num,
} from '../../expression';
import { numberIf, numberOr } from '../known';
import { contract, term, termText } from '../contract';
import { live, period } from './row';

const { num } = rowOf<'Settlement'>();

export function placeRules() {
  const terms = contract('TermCount');
  const termNo: Num = subtract(num('no'), multiply(subtract(num('period'), 1), terms));
  return {
    /** 1 … number of periods; "" in a row to spare, which makes every other column "". */
    period: numberIf(
      or(equal(terms, 0), greater(num('no'), multiply(terms, contract('PeriodCount')))),
      '',
      add(int(divide(subtract(num('no'), 1), terms)), 1),
    ),
    /** Row of the term in Terms. */
    termRow: live(match(small(nums('Terms', 'order'), termNo), nums('Terms', 'order'))),
    /** Row of the period in Periods; "" while two periods share a date. */
    periodRow: live(numberOr(match(num('period'), nums('Periods', 'no')))),
    code: live(join(termText('code'), '')),
    item: live(join(termText('item'), '')),
    kind: live(join(termText('kind'), '')),
    /** Row of the term's metric in Metrics; "" for a qualitative term or a metric that is not there. */
    slot: live(term('metricRow')),
    /** Settlement date: a serial number. */
    date: live(numberOr(period('date'))),
  };
}
