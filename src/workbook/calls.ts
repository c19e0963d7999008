import { txt } from '../rules';
import { callOf } from '../rules/plan/suggestion';
import { calc } from './columns';
import type { Context } from './context';
import { listLabel } from './lists';
import type { ColumnSpec } from './spec';

/** What the row's pick adds to each unit of strength of what it calls for. */
export const callsColumn = (
  context: Context,
  more: Pick<ColumnSpec, 'since'> = {},
): ColumnSpec<'calls'> =>
  calc(
    context,
    'calls',
    'column.calls',
    8,
    callOf(
      { pick: txt('pick'), priority: txt('priority') },
      {
        yes: listLabel(context, 'pick', 'yes'),
        high: listLabel(context, 'priority', 'high'),
        low: listLabel(context, 'priority', 'low'),
      },
    ),
    { kind: 'integer', hidden: true, ...more },
  );
