import {
  and,
  equal,
  isNumber,
  rowOf,
  unequal,
  when,
  type Num,
  type ColumnOf,
} from '../../../../rules';
import { sound } from '../../../../rules/value/inputs';
import { numberIf, numberOr } from '../../../../rules/value/known';
import {
  adjustedBaseline,
  attainmentOf,
  guardStatusOf,
  improvementOf,
  statusOf,
} from '../../../../rules/value/metric';
import {
  actualOf,
  coveredMonths,
  latestOf,
  readingsIn,
  uncovered,
} from '../../../../rules/value/actual';
import { calc, content } from '../../../columns';
import { say, type Context } from '../../../context';
import { listLabel } from '../../../lists';
import { measured } from './given';

const { num, txt } = rowOf<'Metrics'>();

export function results(context: Context) {
  const value = (id: ColumnOf<'Metrics'>) => num(id);
  return [
    calc(
      context,
      'adjusted',
      'value.column.adjusted',
      13,
      adjustedBaseline(num('baseline'), num('adjustment')),
      measured,
    ),
    calc(context, 'readings', 'value.column.readings', 9, counted(), {
      kind: 'integer',
      align: 'Center',
    }),
    calc(
      context,
      'covered',
      'value.column.covered',
      10,
      coveredMonths({
        slot: num('row'),
        from: num('from'),
        at: num('at'),
        count: num('readings'),
      }),
      { kind: 'number', align: 'Center' },
    ),
    calc(
      context,
      'uncovered',
      'value.column.uncovered',
      10,
      uncovered({
        slot: num('row'),
        from: num('from'),
        at: num('at'),
        window: num('window'),
        covered: num('covered'),
      }),
      { kind: 'number', align: 'Center' },
    ),
    calc(
      context,
      'latest',
      'value.column.latest',
      12,
      numberIf(
        and(isNumber(num('row')), isNumber(num('at'))),
        numberOr(latestOf('date', num('row'), num('at'))),
      ),
      { kind: 'date', align: 'Center' },
    ),
    calc(
      context,
      'actual',
      'value.column.actual',
      13,
      sound(
        txt('doubt'),
        numberIf(
          isNumber(num('readings')),
          actualOf({
            slot: num('row'),
            from: num('from'),
            at: num('at'),
            count: num('readings'),
          }),
        ),
      ),
      measured,
    ),
    calc(
      context,
      'planned',
      'value.column.planned',
      13,
      improvementOf(num('sign'), num('target'), num('adjusted')),
      measured,
    ),
    calc(
      context,
      'improvement',
      'value.column.improvement',
      13,
      improvementOf(num('sign'), num('actual'), num('adjusted')),
      measured,
    ),
    calc(
      context,
      'attainment',
      'value.column.attainment',
      13,
      sound(txt('doubt'), attainmentOf(num('improvement'), num('planned'))),
      { kind: 'percent', bar: true },
    ),
    calc(
      context,
      'status',
      'value.column.status',
      14,
      when(
        equal(txt('name'), ''),
        '',
        when(
          unequal(txt('doubt'), ''),
          txt('doubt'),
          statusOf(
            {
              measure: value('measureNo'),
              adjusted: value('adjusted'),
              planned: value('planned'),
              actual: value('actual'),
              attainment: value('attainment'),
            },
            {
              noMeasure: listLabel(context, 'metricStatus', 'noMeasure'),
              noBaseline: listLabel(context, 'metricStatus', 'noBaseline'),
              notBetter: listLabel(context, 'metricStatus', 'notBetter'),
              pending: listLabel(context, 'metricStatus', 'pending'),
              worse: listLabel(context, 'metricStatus', 'worse'),
              unchanged: listLabel(context, 'metricStatus', 'unchanged'),
              improving: listLabel(context, 'metricStatus', 'improving'),
              met: listLabel(context, 'metricStatus', 'met'),
            },
          ),
        ),
      ),
      { align: 'Center' },
    ),
  ];
}

const counted = (): Num =>
  numberIf(
    and(isNumber(num('row')), isNumber(num('at'))),
    readingsIn(num('row'), num('from'), num('at')),
  );

export function guards(context: Context, slots: number[], instead: number[]) {
  return [
    ...slots.map((slot) => ({
      ...content(context, `guard${slot}`, 'value.column.guard', 18, { list: 'metric' }),
      header: say(context, 'value.column.guard', { n: slot }),
    })),
    calc(
      context,
      'guardStatus',
      'value.column.guardStatus',
      11,
      guardStatusOf(num('guardWeight'), {
        ok: listLabel(context, 'guardStatus', 'ok'),
        breached: listLabel(context, 'guardStatus', 'breached'),
        pending: listLabel(context, 'guardStatus', 'pending'),
      }),
      { align: 'Center' },
    ),
    ...instead.map((slot) => ({
      ...content(context, `notWith${slot}`, 'value.column.notWith', 18, {
        list: 'metric',
        since: 4,
        ...(slot === 1 ? { prompt: say(context, 'value.prompt.notWith') } : {}),
      }),
      header: say(context, 'value.column.notWith', { n: slot }),
    })),
  ];
}
