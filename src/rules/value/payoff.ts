/**
 * The bet before it is signed: what both sides have at each attainment, all quantitative terms at
 * that attainment, guards held, qualitative criteria passed at 1 and above (or their share, where
 * the term says so). Value is a year's net value at target × attainment.
 */
import {
  add,
  and,
  atLeast,
  count,
  countIfs,
  divide,
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
  numName,
  nums,
  or,
  round,
  small,
  subtract,
  sum,
  sumIfs,
  txt,
  txtName,
  txts,
  when,
  type Bool,
  type Expression,
  type Num,
  type Txt,
} from '../expression';
import type { ColumnOf, NameIn, RulesOf } from '../register';
import { deadbanded, payoutAt, pointReached } from './curve';
import { atMostLimit, bandedShare, crossing, sharedValue, shortfallOf } from './gain';
import { sound } from './inputs';
import { numberIf } from './known';
import { isUnder } from './limit';
import { bonusPart, cappedPay, earnedPart, entitlementOf } from './pay';

export interface PayoffWords {
  qualitative: string;
  share: string;
  cliff: string;
  whole: string;
  afterFee: string;
  withoutGain: string;
}

/** 0 … 150 % in steps of 5. */
export const payoffLevels = Array.from({ length: 31 }, (_, i) => i / 20);

const contract = (id: NameIn<'Contract'>): Num => numName(`Contract.${id}`);
const fee = numName('Engagement.Fee');
const digits = contract('MinorDigits');
const idle = equal(txt('step'), '');
const live = <E extends Expression>(rule: E): E => when(idle, '', rule) as unknown as E;
const term = (column: ColumnOf<'Terms'>): Num =>
  index(nums('Terms', column), num('termRow')) as Num;
const termText = (column: ColumnOf<'Terms'>): Txt =>
  index(txts('Terms', column), num('termRow')) as Txt;

/** Gates of a group that are under their level at this row's attainment; no group: of every term. */
const failedGates = (...group: Txt[]): Num =>
  countIfs([txts('PayoffTerms', 'gateKey'), join(num('step'), '|', ...group)]);

/** Columns of PayoffTerms: one row a level and term. */
export function payoffTermRules(words: PayoffWords): RulesOf<'PayoffTerms', 'no'> {
  const terms = contract('TermCount');
  const qualitative = equal(termText('kind'), words.qualitative);
  return {
    step: numberIf(
      or(equal(terms, 0), greater(num('no'), multiply(terms, payoffLevels.length))),
      '',
      add(int(divide(subtract(num('no'), 1), terms)), 1),
    ),
    termRow: live(
      match(
        small(
          nums('Terms', 'order'),
          subtract(num('no'), multiply(subtract(num('step'), 1), terms)),
        ),
        nums('Terms', 'order'),
      ),
    ),
    code: live(join(termText('code'), '')),
    level: live(index(nums('Payoff', 'level'), num('step'))),
    /** What a gate compares with its level: as in the settlement, attainment or the share passed. */
    reached: live(
      numberIf(
        qualitative,
        numberIf(
          atLeast(num('level'), 1),
          1,
          numberIf(equal(termText('rule'), words.share), num('level'), 0),
        ),
        numberIf(
          isNumber(term('curveRow')),
          deadbanded(num('level'), term('curveRow')),
          num('level'),
        ),
      ),
    ),
    pointRow: live(
      numberIf(isNumber(term('curveRow')), pointReached(num('reached'), term('curveRow')), ''),
    ),
    payout: live(
      numberIf(
        qualitative,
        num('reached'),
        numberIf(isNumber(term('curveRow')), payoutAt(num('reached'), num('pointRow')), 0),
      ),
    ),
    stake: live(multiply(contract('Pool'), term('counted'))),
    /** Step and gated group in one text where a gate is under its level. */
    gateKey: live(
      when(
        and(isNumber(term('gateLevel')), isUnder(num('reached'), term('gateLevel'))),
        join(num('step'), '|', termText('gates')),
        '',
      ),
    ),
    open: live(
      numberIf(
        greater(
          add(
            failedGates(),
            numberIf(equal(termText('group'), ''), 0, failedGates(termText('group'))),
          ),
          0,
        ),
        0,
        1,
      ),
    ),
    pay: live(multiply(num('open'), cappedPay(num('stake'), num('payout'), term('cap')))),
    earned: live(earnedPart(num('pay'), num('stake'))),
    bonus: live(bonusPart(num('pay'), num('stake'))),
  };
}

/** Columns of Payoff: one row a level. */
export function payoffRules(words: PayoffWords): RulesOf<'Payoff', 'no' | 'level'> {
  const on = (id: NameIn<'Contract'>, word: string): Bool => equal(txtName(`Contract.${id}`), word);
  const yearly = numName('Roi.NetValue');
  const ofTerms = (column: ColumnOf<'PayoffTerms'>): Num =>
    round(sumIfs(nums('PayoffTerms', column), [nums('PayoffTerms', 'step'), num('no')]), digits);
  const basis = numberIf(on('GainBase', words.afterFee), subtract(num('value'), fee), num('value'));
  const cross = (column: ColumnOf<'Payoff'>): Num => {
    const before: Num = index(nums('Payoff', column), max(1, subtract(num('no'), 1))) as Num;
    const levelBefore = index(nums('Payoff', 'level'), max(1, subtract(num('no'), 1))) as Num;
    return numberIf(
      isNumber(num(column)),
      numberIf(
        equal(num('no'), 1),
        numberIf(atLeast(num(column), 0), num('level'), ''),
        numberIf(
          and(less(before, 0), atLeast(num(column), 0)),
          crossing(0, { at: levelBefore, value: before }, { at: num('level'), value: num(column) }),
          '',
        ),
      ),
      '',
    );
  };
  return {
    earned: ofTerms('earned'),
    bonus: ofTerms('bonus'),
    value: numberIf(
      and(isNumber(yearly), greater(sum(nums('Monetisation', 'counted')), 0)),
      multiply(num('level'), yearly),
      '',
    ),
    gain: numberIf(
      isNumber(num('value')),
      round(
        atMostLimit(
          bandedShare(
            sharedValue(basis, add(contract('Hurdle'), 0), on('HurdleKind', words.cliff)),
            on('BandMode', words.whole),
          ),
          contract('GainCap'),
        ),
        digits,
      ),
      0,
    ),
    shortfall: numberIf(
      and(isNumber(contract('Guarantee')), isNumber(num('value'))),
      round(
        shortfallOf(
          num('value'),
          contract('Guarantee'),
          add(contract('ShortfallRate'), 0),
          contract('LossLimit'),
        ),
        digits,
      ),
      0,
    ),
    income: sound(
      txtName('Contract.Flaw'),
      entitlementOf(
        {
          fixed: subtract(fee, contract('Pool')),
          earned: num('earned'),
          bonus: num('bonus'),
          gain: num('gain'),
          shortfall: num('shortfall'),
        },
        {
          floor: contract('PayFloor'),
          cap: contract('PayCap'),
          withoutGain: on('LimitScope', words.withoutGain),
          digits,
        },
      ),
    ),
    against: numberIf(isNumber(num('income')), subtract(num('income'), fee), ''),
    client: numberIf(
      and(isNumber(num('value')), isNumber(num('income'))),
      subtract(num('value'), num('income')),
      '',
    ),
    vendorCross: cross('against'),
    clientCross: cross('client'),
  };
}

/** The lowest attainment at which a side breaks even; a word when none within the table. */
export const breakEven = (column: ColumnOf<'Payoff'>, none: string): Expression =>
  sound(
    txtName('Contract.Flaw'),
    numberIf(greater(count(nums('Payoff', column)), 0), min(nums('Payoff', column)), none),
  );
