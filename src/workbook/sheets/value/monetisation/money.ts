import { choose, isNumber, multiply, numName, rowOf, unequal, when } from '../../../../rules';
import { numberIf } from '../../../../rules/value/known';
import { moneyStatus, worth } from '../../../../rules/value/money';
import { presentValueOf, swingOf } from '../../../../rules/value/roi';
import { calc, input } from '../../../columns';
import type { Context } from '../../../context';
import { listLabel } from '../../../lists';
import { moneyWord } from '../priced';

const { num, txt } = rowOf<'Monetisation'>();

const cash = { kind: 'money' as const };

export function money(context: Context) {
  const status = moneyStatus(
    {
      outOfScope: moneyWord(context, 'outOfScope'),
      leading: moneyWord(context, 'leading'),
      noDriver: moneyWord(context, 'noDriver'),
      wrongVolume: moneyWord(context, 'wrongVolume'),
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
      ),
      cash,
    ),
    calc(context, 'swing', 'value.column.swing', 14, swingOf(num('pv')), cash),
    input(context, 'comment', 'column.comment', 24),
  ];
}
