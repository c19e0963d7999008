import { valueNodes } from '../../../../catalog/valueTree';
import { equal, join, rowOf, unequal, when } from '../../../../rules';
import { node } from '../../../../rules/value/tree';
import { calc, content, fixed, input, key } from '../../../columns';
import { read, say, type Context } from '../../../context';
import type { TableBlock } from '../../../spec';
import { describeTable } from '../../../table';

const { txt } = rowOf<'ValueTree'>();

/** The value tree: which readings are of the same money, and which money is part of which. */
export function treeTable(context: Context): TableBlock {
  const word = (id: 'unknown' | 'circle' | 'deep' | 'twice' | 'together') =>
    say(context, `value.tree.${id}`);
  const hidden = { kind: 'measure' as const, hidden: true };
  const share = { kind: 'percent' as const, align: 'Center' as const };
  return describeTable('ValueTree', {
    columns: [
      key(context),
      content(context, 'item', 'value.column.group', 34, { look: 'strong' }),
      content(context, 'parent', 'value.column.parentNode', 30, {
        list: 'node',
        prompt: say(context, 'value.prompt.parent'),
      }),
      calc(
        context,
        'problem',
        'value.column.nodeProblem',
        18,
        node.problem({
          unknown: word('unknown'),
          circle: word('circle'),
          deep: word('deep'),
          twice: word('twice'),
          together: word('together'),
        }),
      ),
      calc(context, 'own', 'value.column.nodeOwn', 14, node.own(), share),
      calc(context, 'above', 'value.column.nodeAbove', 14, node.above(), share),
      input(context, 'comment', 'column.comment', 22),
      fixed(context, 'label', 'value.column.label', 10, { list: 'node', hidden: true }),
      calc(
        context,
        'name',
        'value.column.name',
        10,
        when(equal(txt('label'), ''), join(txt('item'), ''), txt('label')),
        { hidden: true },
      ),
      calc(context, 'row', 'value.column.row', 8, node.row(), hidden),
      calc(context, 'up1', 'value.column.up1', 8, node.up1(), hidden),
      calc(context, 'up2', 'value.column.up2', 8, node.up2(), hidden),
      calc(context, 'up3', 'value.column.up3', 8, node.up3(), hidden),
    ],
    rows: valueNodes(context.catalog).map(({ id, name, parent }) => ({
      id,
      cells: { item: read(context, name), parent: parent ?? null, label: id },
    })),
    spare: 5,
    filter: false,
    highlights: [
      {
        id: 'counted-twice',
        columns: ['item', 'problem'],
        when: unequal(txt('problem'), ''),
        look: 'problem',
      },
    ],
  });
}
