import { years } from '../../../../engagement/register';
import { join, rowOf, unequal } from '../../../../rules';
import { positionIn, textAt } from '../../../../rules/value/place';
import { timing } from '../../../../rules/value/roi';
import { calc, input, key } from '../../../columns';
import { say, type Context } from '../../../context';
import type { ColumnSpec, TableBlock } from '../../../spec';
import { describeTable } from '../../../table';
import { lack, lackAt } from '../lacking';

const { num, txt } = rowOf<'Timing'>();

const timingSpare = 6;

/** Metrics whose value comes later than go-live, or faster or slower than the common ramp. */
export function timingTable(context: Context): TableBlock {
  const word = (
    id:
      | 'noMetric'
      | 'unknownMetric'
      | 'both'
      | 'noGoLive'
      | 'badStart'
      | 'badDelay'
      | 'badRamp'
      | 'twin',
  ) => say(context, `value.timing.${id}`);
  const hidden = { kind: 'measure' as const, hidden: true };
  const share = { kind: 'percent' as const, align: 'Center' as const };
  const perYear = <const Stem extends string>(
    stem: Stem,
    header: 'value.column.rampYear' | 'value.column.movedYear' | 'value.column.yearN',
    make: (id: `${Stem}${(typeof years)[number]}`, year: number) => ColumnSpec,
  ) =>
    years.map((year) => {
      const id = `${stem}${year}` as const;
      return { ...make(id, year), id, header: say(context, header, { n: year }) };
    });
  return describeTable('Timing', {
    columns: [
      key(context),
      input(context, 'metric', 'value.column.metric', 34, { list: 'metric', look: 'strong' }),
      calc(
        context,
        'problem',
        'value.column.status',
        30,
        timing.problem({
          noMetric: word('noMetric'),
          unknownMetric: word('unknownMetric'),
          both: word('both'),
          noGoLive: word('noGoLive'),
          badStart: word('badStart'),
          badDelay: word('badDelay'),
          badRamp: word('badRamp'),
          twin: word('twin'),
        }),
      ),
      input(context, 'start', 'value.column.ownStart', 18, {
        kind: 'date',
        prompt: say(context, 'value.prompt.ownStart'),
      }),
      input(context, 'delay', 'value.column.delay', 20, {
        kind: 'measure',
        align: 'Center',
        prompt: say(context, 'value.prompt.delay'),
      }),
      ...perYear('y', 'value.column.yearN', (id) =>
        input(context, id, 'value.column.yearN', 12, {
          ...share,
          prompt: say(context, 'value.prompt.ownRamp'),
        }),
      ),
      input(context, 'comment', 'column.comment', 22),
      calc(
        context,
        'metricRow',
        'value.column.row',
        8,
        positionIn('Metrics', txt('metric')),
        hidden,
      ),
      calc(context, 'startMonth', 'value.column.startMonth', 8, timing.startMonth(), hidden),
      calc(context, 'shift', 'value.column.shift', 8, timing.shift(), hidden),
      calc(context, 'firstYear', 'value.column.firstYear', 8, timing.firstYear(), {
        ...hidden,
        since: 3,
      }),
      calc(context, 'badRamps', 'value.column.badRamps', 8, timing.badRamps(), {
        ...hidden,
        since: 3,
      }),
      calc(context, 'begins', 'value.column.begins', 12, timing.begins(), {
        kind: 'date',
        hidden: true,
      }),
      ...perYear('r', 'value.column.rampYear', (id, year) =>
        calc(context, id, 'value.column.rampYear', 8, timing.ramp(year), hidden),
      ),
      ...perYear('e', 'value.column.movedYear', (id, year) =>
        calc(context, id, 'value.column.movedYear', 8, timing.share(year), hidden),
      ),
      calc(context, 'lackAt', 'value.column.lackAt', 8, lackAt('problem'), hidden),
      calc(
        context,
        'lack',
        'value.column.lack',
        8,
        lack(join(textAt('Metrics', 'name', num('metricRow')), ''), txt('problem')),
        { hidden: true },
      ),
    ],
    rows: [],
    spare: timingSpare,
    filter: false,
    highlights: [
      {
        id: 'unfit',
        columns: ['problem'],
        when: unequal(txt('problem'), ''),
        look: 'problem',
      },
    ],
  });
}
