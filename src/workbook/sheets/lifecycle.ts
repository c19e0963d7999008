import {
  add,
  atLeast,
  divide,
  equal,
  ifError,
  num,
  numName,
  nums,
  sum,
  txt,
  when,
  type Expression,
} from '../../rules';
import type { MessageKey } from '../../messages';
import { calc, content, input, key } from '../columns';
import { say, type Context } from '../context';
import { listLabel } from '../lists';
import { budgetItems, processItems, promotionItems } from '../method';
import type { FieldSpec, SheetSpec, TableBlock } from '../spec';
import { settingName } from './engagement';
import { guideLink, heading, sheetHead } from '../texts';
import { describeTable } from '../table';

const spareRows = 5;

/** The three parts of full-lifecycle delivery as plans, with budget kept for after go-live. */
export function lifecycleSheet(context: Context): SheetSpec {
  return {
    id: 'lifecycle',
    name: say(context, 'sheet.lifecycle'),
    tab: 'plan',
    visibility: 'Visible',
    flow: 'down',
    page: { orientation: 'Landscape' },
    blocks: [
      sheetHead(context, 'lifecycle', 'lifecycle.title', 'lifecycle.lead', [guideLink(context)]),
      heading(context, 'budget.title'),
      budgetTable(context),
      { kind: 'fields', id: 'budget.totals', fields: budgetTotals(context) },
      heading(context, 'process.title'),
      planTable(context, 'process', 'ProcessPlan', processItems),
      heading(context, 'promotion.title'),
      planTable(context, 'promotion', 'PromotionPlan', promotionItems),
    ],
  };
}

const money = { kind: 'money' as const };

function budgetTable(context: Context): TableBlock {
  const total = add(num('before'), num('after'));
  return describeTable('Budget', {
    columns: [
      key(context),
      content(context, 'item', 'column.budgetItem', 44, { look: 'strong' }),
      content(context, 'explanation', 'column.explanation', 44),
      input(context, 'before', 'column.before', 15, money),
      input(context, 'after', 'column.after', 15, money),
      calc(context, 'total', 'column.total', 15, when(equal(txt('item'), ''), '', total), money),
      calc(
        context,
        'share',
        'column.afterShare',
        15,
        ifError(divide(num('after'), num('total')), ''),
        { kind: 'percent' },
      ),
      input(context, 'owner', 'column.owner', 14),
      input(context, 'comment', 'column.comment', 30),
    ],
    rows: budgetItems.map((id) => ({
      id: `budget.${id}`,
      cells: {
        item: say(context, `budget.${id}`),
        explanation: say(context, `budget.${id}.why`),
      },
    })),
    spare: spareRows,
    filter: false,
  });
}

function budgetTotals(context: Context): FieldSpec[] {
  const before = sum(nums('Budget', 'before'));
  const after = sum(nums('Budget', 'after'));
  const share = numName('Budget.Share');
  const field = (id: string, kind: FieldSpec['kind'], formula: Expression): FieldSpec => ({
    id,
    name: `Budget.${id.charAt(0).toUpperCase()}${id.slice(1)}`,
    label: say(context, `budget.${id}` as MessageKey),
    role: 'calc',
    kind,
    formula,
  });
  return [
    field('before', 'money', before),
    field('after', 'money', after),
    field('share', 'percent', ifError(divide(after, add(before, after)), '')),
    field(
      'verdict',
      'text',
      when(
        equal(add(before, after), 0),
        say(context, 'budget.unknown'),
        when(
          atLeast(share, numName(settingName('afterGoLiveShare'))),
          say(context, 'budget.ok'),
          say(context, 'budget.low'),
        ),
      ),
    ),
  ];
}

function planTable(
  context: Context,
  id: 'process' | 'promotion',
  name: 'ProcessPlan' | 'PromotionPlan',
  items: readonly string[],
): TableBlock {
  return describeTable(name, {
    columns: [
      key(context),
      content(context, 'item', 'column.stageItem', 44, { look: 'strong' }),
      content(context, 'explanation', 'column.explanation', 44),
      input(context, 'owner', 'column.owner', 15),
      input(context, 'start', 'column.start', 15, { kind: 'date', align: 'Center' }),
      input(context, 'end', 'column.end', 15, { kind: 'date', align: 'Center' }),
      input(context, 'status', 'column.status', 15, { list: 'status', align: 'Center' }),
      input(context, 'comment', 'column.comment', 14),
    ],
    rows: items.map((item) => ({
      id: `${id}.${item}`,
      cells: {
        item: say(context, `${id}.${item}` as MessageKey),
        explanation: say(context, `${id}.${item}.why` as MessageKey),
      },
    })),
    spare: spareRows,
    filter: false,
    highlights: [
      {
        id: 'done',
        columns: ['status'],
        when: equal(txt('status'), listLabel(context, 'status', 'done')),
        look: 'done',
      },
    ],
  });
}
