import type { MessageKey } from '../../../../messages';
import { rowOf, unequal, type Expression } from '../../../../rules';
import {
  bandEnd,
  bandFrom,
  bandProblem,
  bandReached,
  bandShare,
  bandStart,
} from '../../../../rules/value/gain';
import { calc, input, key } from '../../../columns';
import { say, type Context } from '../../../context';
import type { TableBlock } from '../../../spec';
import { describeTable } from '../../../table';

const { txt } = rowOf<'Bands'>();

export function bandTable(context: Context): TableBlock {
  const helper = <const Id extends string>(id: Id, formula: Expression) =>
    calc(context, id, `bet.column.${id}` as MessageKey, 10, formula, {
      kind: 'number',
      hidden: true,
    });
  return describeTable('Bands', {
    columns: [
      key(context),
      input(context, 'from', 'bet.column.from', 34, { kind: 'money' }),
      input(context, 'share', 'bet.column.gainShare', 16, { kind: 'ratio', align: 'Center' }),
      calc(
        context,
        'problem',
        'bet.column.problem',
        26,
        bandProblem({
          number: say(context, 'bet.band.number'),
          range: say(context, 'bet.band.range'),
          twin: say(context, 'bet.band.twin'),
        }),
        { look: 'muted' },
      ),
      helper('start', bandStart()),
      helper('bandFrom', bandFrom()),
      helper('bandEnd', bandEnd()),
      helper('bandShare', bandShare()),
      helper('leastFrom', bandReached.from()),
      helper('leastEnd', bandReached.end()),
    ],
    rows: [],
    spare: 6,
    filter: false,
    highlights: [
      {
        id: 'problem',
        columns: ['problem'],
        when: unequal(txt('problem'), ''),
        look: 'problem',
      },
    ],
  });
}
