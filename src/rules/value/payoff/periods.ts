/**
 * Each period at each level, as the statement has it: earned, bonus and what is earned back, gain
 * share and shortfall on the value that this attainment gives, floor and cap. Value of a period is
 * what its priced metrics bring at target from the period before to its date, times the level.
 */
import {
  add,
  count,
  divide,
  equal,
  greater,
  index,
  int,
  isNumber,
  join,
  match,
  max,
  multiply,
  nums,
  or,
  round,
  rowOf,
  slice,
  subtract,
  sum,
  sumIfs,
  when,
  type Expression,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { bandedShare, gainAbove, sharedValue, shortfallOf } from '../gain';
import { numberIf } from '../known';
import { cumulativeLine, limited, type Limits } from '../pay';
import { chosen, contract, digits, fee } from '../contract';
import { live } from './row';
import type { PayoffWords } from './words';

const { num } = rowOf<'PayoffPeriods'>();

const own = (column: ColumnOf<'PayoffPeriods'>) => nums('PayoffPeriods', column);
const periods = contract('PeriodCount');
/** Of this level, the periods up to this one, or before it. */
const toDate = (column: ColumnOf<'PayoffPeriods'>): Num =>
  sumIfs(own(column), [own('step'), num('step')], [own('no'), join('<=', num('no'))]);
const before = (column: ColumnOf<'PayoffPeriods'>): Num =>
  sumIfs(own(column), [own('step'), num('step')], [own('no'), join('<', num('no'))]);
const ofTerms = (column: 'earned' | 'bonus' | 'back', key: Num): Num =>
  sumIfs(nums('PayoffTerms', column), [nums('PayoffTerms', 'key'), key]);
const said = (column: ColumnOf<'Statement'>): Num =>
  index(nums('Statement', column), num('line')) as Num;
const firstOfLevel = add(multiply(subtract(num('step'), 1), periods), 1);

/** Columns of PayoffPeriods by id. */
export function payoffPeriodRules(words: PayoffWords): Record<string, Expression> {
  const highWater = chosen('HighWaterMark', words.yes);
  const shared = (value: Num): Num =>
    sharedValue(value, said('hurdle'), chosen('HurdleKind', words.cliff));
  const whole = chosen('BandMode', words.whole);
  const limits: Limits = {
    floor: contract('PayFloor'),
    cap: contract('PayCap'),
    withoutGain: chosen('LimitScope', words.withoutGain),
  };
  const peak = (until: Num) =>
    numberIf(
      greater(count(slice(own('basis'), firstOfLevel, until)), 0),
      max(slice(own('basis'), firstOfLevel, until)),
    );
  return {
    step: numberIf(
      or(equal(periods, 0), greater(num('no'), multiply(periods, count(nums('Payoff', 'level'))))),
      '',
      add(int(divide(subtract(num('no'), 1), periods)), 1),
    ),
    level: numberIf(isNumber(num('step')), index(nums('Payoff', 'level'), num('step')) as Num),
    period: live(subtract(num('no'), multiply(subtract(num('step'), 1), periods))),
    /** Row of the period in Statement. */
    line: live(match(num('period'), nums('Statement', 'no'))),
    key: live(add(multiply(num('step'), 1000), num('period'))),
    earned: live(
      round(add(ofTerms('earned', num('key')), ofTerms('back', subtract(num('key'), 1))), digits),
    ),
    bonus: live(round(ofTerms('bonus', num('key')), digits)),
    value: live(numberIf(isNumber(said('plan')), multiply(num('level'), said('plan')))),
    basis: live(
      numberIf(
        isNumber(num('value')),
        numberIf(
          chosen('GainBase', words.afterFee),
          subtract(num('value'), said('feeShare')),
          num('value'),
        ),
      ),
    ),
    peak: live(numberIf(highWater, peak(num('no')), num('basis'))),
    peakBefore: live(
      numberIf(highWater, numberIf(greater(num('period'), 1), peak(subtract(num('no'), 1)))),
    ),
    sharedNow: live(numberIf(isNumber(num('peak')), shared(num('peak')))),
    sharedBefore: live(numberIf(isNumber(num('peakBefore')), shared(num('peakBefore')), 0)),
    bandedNow: live(numberIf(isNumber(num('sharedNow')), bandedShare(num('sharedNow'), whole), 0)),
    bandedBefore: live(
      numberIf(greater(num('sharedBefore'), 0), bandedShare(num('sharedBefore'), whole), 0),
    ),
    gainRaw: live(gainAbove(num('bandedNow'), num('bandedBefore'), contract('GainCap'))),
    gain: live(cumulativeLine(toDate('gainRaw'), before('gainRaw'), digits)),
    shortfall: live(
      numberIf(
        isNumber(contract('Guarantee')),
        numberIf(
          isNumber(num('value')),
          shortfallOf(
            num('value'),
            {
              guarantee: contract('Guarantee'),
              fixed: contract('ShortfallFixed'),
              rate: contract('ShortfallRate'),
              limit: contract('LossLimit'),
            },
            digits,
          ),
          0,
        ),
        0,
      ),
    ),
    /** Fixed instalments up to the period's date; with the last period, all of them. */
    fixed: live(
      numberIf(
        equal(num('period'), periods),
        round(multiply(fee, sum(nums('Instalments', 'fixedShare'))), digits),
        said('fixedBy'),
      ),
    ),
    core: live(
      round(
        subtract(add(num('fixed'), toDate('earned'), toDate('bonus')), toDate('shortfall')),
        digits,
      ),
    ),
    coreBefore: live(
      sumIfs(own('core'), [own('step'), num('step')], [own('no'), subtract(num('no'), 1)]),
    ),
    ofPeriod: live(limited(subtract(num('core'), num('coreBefore')), num('gain'), limits)),
    allowed: live(
      round(
        when(
          chosen('LimitSpan', words.byPeriod),
          toDate('ofPeriod'),
          limited(num('core'), toDate('gain'), limits),
        ) as Num,
        digits,
      ),
    ),
  };
}
