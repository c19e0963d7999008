import { years } from '../../../../engagement/register';
import {
  and,
  choose,
  equal,
  greater,
  index,
  isNumber,
  multiply,
  num,
  numName,
  nums,
  subtract,
  txt,
  unequal,
  when,
  type Num,
} from '../../../../rules';
import { numberIf, numberOr } from '../../../../rules/value/known';
import { moneyStatus, worth } from '../../../../rules/value/money';
import { numberAt, textAt } from '../../../../rules/value/place';
import { actualAt } from '../../../../rules/value/reading';
import { presentValueOf, swingOf } from '../../../../rules/value/roi';
import { calc, input } from '../../../columns';
import { say, type Context } from '../../../context';
import { listLabel } from '../../../lists';
import { aggregateWords } from '../words';
import { moneyWord } from '../priced';

const cash = { kind: 'money' as const };

export function money(context: Context) {
  const status = moneyStatus(
    {
      outOfScope: moneyWord(context, 'outOfScope'),
      leading: moneyWord(context, 'leading'),
      noDriver: moneyWord(context, 'noDriver'),
      noAttribution: moneyWord(context, 'noAttribution'),
      noConfidence: moneyWord(context, 'noConfidence'),
      noRecapture: moneyWord(context, 'noRecapture'),
      noImprovement: moneyWord(context, 'noImprovement'),
      priced: moneyWord(context, 'priced'),
      byYear: moneyWord(context, 'byYear'),
      unknownMetric: moneyWord(context, 'unknownMetric'),
    },
    { leading: listLabel(context, 'benefit', 'leading') },
  );
  const unit = num('unitValue');
  const factor = num('factor');
  return [
    calc(context, 'gross', 'value.column.gross', 15, worth(num('planned'), unit), cash),
    calc(context, 'net', 'value.column.net', 15, worth(num('planned'), unit, factor), cash),
    calc(
      context,
      'grossActual',
      'value.column.grossActual',
      15,
      worth(num('improvement'), unit),
      cash,
    ),
    calc(
      context,
      'netActual',
      'value.column.netActual',
      15,
      worth(num('improvement'), unit, factor),
      cash,
    ),
    calc(
      context,
      'expected',
      'value.column.expected',
      15,
      choose(numName('Value.ScenarioNo'), num('netLow'), num('netLikely'), num('netHigh')),
      { ...cash, bar: true },
    ),
    calc(
      context,
      'status',
      'value.column.status',
      22,
      when(unequal(txt('doubt'), ''), txt('doubt'), status),
      { align: 'Center' },
    ),
    calc(
      context,
      'pv',
      'value.column.pv',
      15,
      numberIf(
        isNumber(num('expected')),
        multiply(
          num('expected'),
          presentValueOf((year) => `p${year}`),
        ),
        '',
      ),
      cash,
    ),
    calc(context, 'swing', 'value.column.swing', 14, swingOf(num('pv')), cash),
    input(context, 'comment', 'column.comment', 24),
  ];
}

/** What each year has realised so far: improvement as read at its end or today, for the days passed. */
export function realised(context: Context) {
  return years.map((year) => {
    const until = index(nums('RoiYears', 'until'), year + 1) as Num;
    const elapsed = index(nums('RoiYears', 'elapsed'), year + 1) as Num;
    const actual = actualAt({
      slot: num('row'),
      aggregate: textAt('Metrics', 'aggregate', num('row')),
      window: numberAt('Metrics', 'window', num('row')),
      at: until,
      words: aggregateWords(context),
    });
    const improvement = multiply(
      numberAt('Metrics', 'sign', num('row')),
      subtract(actual, numberAt('Metrics', 'adjusted', num('row'))),
    );
    return {
      ...calc(
        context,
        `r${year}`,
        'value.column.realisedYear',
        12,
        numberIf(
          and(equal(num('counted'), 1), greater(elapsed, 0)),
          numberOr(multiply(improvement, num('unitValue'), num('factor'), elapsed), 0),
          0,
        ),
        { kind: 'money', hidden: true },
      ),
      header: say(context, 'value.column.realisedYear', { n: year }),
    };
  });
}
