import { equal, isNumber, match, nums, rowNumber, rowOf, type Num } from '../../../../rules';
import { numberIf, numberOr } from '../../../../rules/value/known';
import {
  driverSlots,
  lacking,
  netFactor,
  realisation,
  savesTime,
  shareUsed,
  unitValue,
  volumeAtFault,
  volumeRow,
  worth,
} from '../../../../rules/value/money';
import { numberAt, positionIn, textAt } from '../../../../rules/value/place';
import type { MessageKey } from '../../../../messages';
import { startRules } from '../../../../rules/value/realised';
import { shareOfYear, startOf } from '../../../../rules/value/roi';
import { years } from '../../../../engagement/register';
import { calc, fixed } from '../../../columns';
import { say, type Context } from '../../../context';
import { listLabel } from '../../../lists';
import { lack } from '../lacking';
import { moneyWord } from '../priced';

const { num, txt } = rowOf<'Monetisation'>();

export function helpers(context: Context) {
  const hidden = { kind: 'measure' as const, hidden: true };
  const own = (table: 'Benefits' | 'Timing') =>
    numberIf(isNumber(num('row')), numberOr(match(num('row'), nums(table, 'metricRow'))));
  const net = (estimate: 'Low' | 'Likely' | 'High', realised: Num) =>
    worth(num('planned'), num(`unit${estimate}`), num('factor'), realised);
  return [
    calc(context, 'row', 'value.column.row', 8, positionIn('Metrics', txt('metric')), hidden),
    calc(context, 'name', 'value.column.name', 10, textAt('Metrics', 'name', num('row')), {
      hidden: true,
    }),
    ...driverSlots.map((slot) => ({
      ...calc(
        context,
        `driverRow${slot}`,
        'value.column.driverRow',
        8,
        positionIn('Drivers', txt(`driver${slot}`)),
        hidden,
      ),
      header: say(context, 'value.column.driverRow', { n: slot }),
    })),
    calc(context, 'volumeRow', 'value.column.volumeRow', 8, volumeRow(), { ...hidden, since: 3 }),
    calc(context, 'volumeAtFault', 'value.column.volumeAtFault', 8, volumeAtFault(), {
      ...hidden,
      since: 3,
    }),
    calc(
      context,
      'planned',
      'value.column.planned',
      10,
      numberAt('Metrics', 'planned', num('row')),
      hidden,
    ),
    calc(
      context,
      'improvement',
      'value.column.improvement',
      10,
      numberAt('Metrics', 'improvement', num('row')),
      hidden,
    ),
    fixed(context, 'freesTime', 'value.column.freesTime', 8, hidden),
    calc(
      context,
      'savesTime',
      'value.column.savesTime',
      8,
      numberIf(
        savesTime({
          hours: listLabel(context, 'unit', 'hours'),
          minutes: listLabel(context, 'unit', 'minutes'),
        }),
        1,
        0,
      ),
      hidden,
    ),
    calc(
      context,
      'counted',
      'value.column.countedMoney',
      8,
      numberIf(equal(txt('status'), moneyWord(context, 'priced')), 1, 0),
      hidden,
    ),
    calc(
      context,
      'inUse',
      'value.column.inUse',
      8,
      numberIf(equal(numberAt('Metrics', 'inScope', num('row')), 1), 1, 0),
      hidden,
    ),
    calc(context, 'yearRow', 'value.column.yearRow', 8, own('Benefits'), hidden),
    calc(context, 'timingRow', 'value.column.timingRow', 8, own('Timing'), hidden),
    calc(
      context,
      'nodeRow',
      'value.column.nodeRow',
      8,
      positionIn('ValueTree', txt('group')),
      hidden,
    ),
    calc(
      context,
      'isCash',
      'value.column.isCash',
      8,
      numberIf(equal(txt('benefit'), listLabel(context, 'benefit', 'cash-releasing')), 1, 0),
      hidden,
    ),
    calc(
      context,
      'lackAt',
      'value.column.lackAt',
      8,
      numberIf(
        lacking({ leading: moneyWord(context, 'leading'), byYear: moneyWord(context, 'byYear') }),
        rowNumber(),
      ),
      hidden,
    ),
    calc(context, 'lack', 'value.column.lack', 10, lack(txt('name'), txt('status')), {
      hidden: true,
    }),
    calc(context, 'line', 'value.column.readingLine', 8, rowNumber(), hidden),
    ...Object.entries(startRules(startOf())).map(([id, formula]) =>
      calc(context, id, `value.column.realised.${id}` as MessageKey, 8, formula, {
        kind: id === 'start' ? 'date' : 'number',
        hidden: true,
      }),
    ),
    calc(context, 'factor', 'value.column.factor', 10, netFactor(), hidden),
    calc(context, 'shareUsed', 'value.column.shareUsed', 10, shareUsed(), hidden),
    calc(context, 'unitLow', 'value.column.unitLow', 10, unitValue('atLow'), hidden),
    calc(context, 'unitLikely', 'value.column.unitLikely', 10, unitValue('atLikely'), hidden),
    calc(context, 'unitHigh', 'value.column.unitHigh', 10, unitValue('atHigh'), hidden),
    calc(context, 'netLow', 'value.column.netLow', 10, net('Low', realisation.low()), hidden),
    calc(
      context,
      'netLikely',
      'value.column.netLikely',
      10,
      net('Likely', realisation.likely()),
      hidden,
    ),
    calc(context, 'netHigh', 'value.column.netHigh', 10, net('High', realisation.high()), hidden),
    ...years.map((year) => ({
      ...calc(context, `p${year}`, 'value.column.shareYear', 8, shareOfYear(year), hidden),
      header: say(context, 'value.column.shareYear', { n: year }),
    })),
  ];
}
