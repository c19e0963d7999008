import {
  countIfs,
  equal,
  isNumber,
  join,
  match,
  numName,
  nums,
  rowOf,
  txts,
  when,
} from '../../../../rules';
import { numberIf, numberOr, orElse } from '../../../../rules/value/known';
import { beyondBest, guardWeight, pricedTwice, signOf } from '../../../../rules/value/metric';
import { positionIn, readsAsPattern } from '../../../../rules/value/place';
import { measureRules, windowStart } from '../../../../rules/value/actual';
import { calc, fixed } from '../../../columns';
import { say, type Context } from '../../../context';
import { listLabel } from '../../../lists';

const { num, txt } = rowOf<'Metrics'>();

export function helpers(context: Context, slots: number[], instead: number[]) {
  const hidden = { kind: 'number' as const, hidden: true };
  return [
    fixed(context, 'average', 'value.column.average', 8, hidden),
    fixed(context, 'label', 'value.column.label', 10, { list: 'metric', hidden: true }),
    calc(
      context,
      'name',
      'value.column.name',
      10,
      when(equal(txt('label'), ''), join(txt('item'), ''), txt('label')),
      { hidden: true },
    ),
    calc(
      context,
      'row',
      'value.column.row',
      8,
      numberIf(equal(txt('name'), ''), '', match(txt('name'), txts('Metrics', 'name'))),
      hidden,
    ),
    calc(
      context,
      'unfit',
      'value.column.unfitName',
      8,
      numberIf(readsAsPattern(txt('name')), 1, 0),
      hidden,
    ),
    calc(
      context,
      'sign',
      'value.column.sign',
      8,
      signOf(txt('direction'), {
        higher: listLabel(context, 'direction', 'higher'),
        lower: listLabel(context, 'direction', 'lower'),
      }),
      hidden,
    ),
    calc(
      context,
      'measureNo',
      'value.column.measureNo',
      8,
      measureRules.measureNo(txt('measure'), {
        level: listLabel(context, 'measure', 'level'),
        flow: listLabel(context, 'measure', 'flow'),
        ratio: listLabel(context, 'measure', 'ratio'),
        rolling: listLabel(context, 'measure', 'rolling'),
      }),
      hidden,
    ),
    calc(
      context,
      'takesLast',
      'value.column.takesLast',
      8,
      measureRules.takesLast(num('measureNo'), txt('levelMode'), {
        mean: listLabel(context, 'levelMode', 'mean'),
      }),
      hidden,
    ),
    calc(
      context,
      'scale',
      'value.column.scale',
      8,
      measureRules.scale(num('measureNo'), num('base')),
      hidden,
    ),
    calc(
      context,
      'cadenceMonths',
      'value.column.cadenceMonths',
      8,
      measureRules.cadenceMonths(txt('period'), {
        week: listLabel(context, 'cadence', 'week'),
        month: listLabel(context, 'cadence', 'month'),
        quarter: listLabel(context, 'cadence', 'quarter'),
      }),
      hidden,
    ),
    calc(context, 'at', 'value.column.at', 12, orElse(num('asOf'), numName('Value.At')), {
      kind: 'date',
      hidden: true,
    }),
    calc(
      context,
      'from',
      'value.column.from',
      12,
      numberIf(isNumber(num('at')), numberOr(windowStart(num('at'), num('window')))),
      { kind: 'date', hidden: true },
    ),
    ...slots.map((slot) => ({
      ...calc(
        context,
        `guardRow${slot}`,
        'value.column.guardRow',
        8,
        positionIn('Metrics', txt(`guard${slot}`)),
        hidden,
      ),
      header: say(context, 'value.column.guardRow', { n: slot }),
    })),
    calc(
      context,
      'guardWeight',
      'value.column.guardWeight',
      8,
      guardWeight(
        slots.map((slot) => `guard${slot}` as const),
        slots.map((slot) => `guardRow${slot}` as const),
      ),
      { ...hidden, since: 3 },
    ),
    calc(
      context,
      'beyond',
      'value.column.beyond',
      8,
      beyondBest(num('sign'), num('adjusted'), num('best')),
      { ...hidden, since: 4 },
    ),
    calc(
      context,
      'priced',
      'value.column.pricedRows',
      8,
      numberIf(
        equal(txt('name'), ''),
        0,
        countIfs(
          [txts('Monetisation', 'metric'), txt('name')],
          [nums('Monetisation', 'counted'), 1],
          // A share of nothing counts no money.
          [nums('Monetisation', 'shareUsed'), '>0'],
        ),
      ),
      { ...hidden, since: 4 },
    ),
    ...instead.map((slot) => ({
      ...calc(
        context,
        `notWithRow${slot}`,
        'value.column.notWithRow',
        8,
        positionIn('Metrics', txt(`notWith${slot}`)),
        { ...hidden, since: 4 },
      ),
      header: say(context, 'value.column.notWithRow', { n: slot }),
    })),
    calc(
      context,
      'pricedTwice',
      'value.column.pricedTwice',
      8,
      pricedTwice(
        num('priced'),
        instead.map((slot) => num(`notWithRow${slot}`)),
      ),
      { ...hidden, since: 4 },
    ),
  ];
}
