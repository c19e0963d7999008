import {
  and,
  equal,
  greater,
  ifError,
  not,
  round,
  rowOf,
  unequal,
  type Bool,
  type Num,
} from '../../../../rules';
import type { Context } from '../../../context';
import type { SheetSpec, TableBlock } from '../../../spec';
import { valueHead, valueSheet } from '../sheet';
import { given } from './given';
import { helpers } from './helpers';
import { money } from './money';
import { pricedMetrics, moneyWord } from '../priced';
import { describeTable } from '../../../table';

const { num, txt } = rowOf<'Monetisation'>();

/** From improvement to a year's money, metric by metric. */
export const monetisationSheet = (context: Context): SheetSpec =>
  valueSheet(
    context,
    'monetisation',
    [valueHead(context, 'monetisation', ['metrics', 'drivers', 'benefits', 'roi']), table(context)],
    {
      freeze: { table: 'monetisation', column: 'metric' },
      page: { orientation: 'Landscape', until: 'status' },
    },
  );

export const moneySpare = 5;

function table(context: Context): TableBlock {
  const word = (id: Parameters<typeof moneyWord>[1]) => moneyWord(context, id);
  return describeTable('Monetisation', {
    columns: [...given(context), ...money(context), ...helpers(context)],
    rows: pricedMetrics(context).map((metric, i) => ({
      id: metric.id,
      cells: {
        no: i + 1,
        metric: metric.id,
        divisor: metric.divisor ?? null,
        benefit: metric.benefit,
        freesTime: metric.freesTime ? 1 : null,
        group: metric.overlap ?? null,
        ...Object.fromEntries(metric.drivers.map((driver, d) => [`driver${d + 1}`, driver])),
      },
    })),
    spare: moneySpare,
    filter: true,
    highlights: [
      { id: 'priced', columns: ['status'], when: equal(num('counted'), 1), look: 'done' },
      {
        id: 'out-of-scope',
        when: equal(txt('status'), word('outOfScope')),
        look: 'quiet',
      },
      {
        id: 'not-priced',
        columns: ['status'],
        when: and(
          unequal(txt('status'), ''),
          not(equal(num('counted'), 1)),
          unequal(txt('status'), word('leading')),
          unequal(txt('status'), word('byYear')),
          unequal(txt('status'), word('outOfScope')),
        ),
        look: 'attention',
      },
      {
        id: 'overlap',
        columns: ['share', 'groupShare'],
        when: and(equal(num('inUse'), 1), isOver(num('groupShare'))),
        look: 'problem',
      },
    ],
  });
}

/** More than all of it; a group that is not there is not over. */
const isOver = (share: Num): Bool => ifError(greater(round(share, 6), 1), false) as Bool;
