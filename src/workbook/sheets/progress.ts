import {
  choose,
  countIfs,
  divide,
  ifError,
  literal,
  nums,
  rowOf,
  txts,
  type Expression,
} from '../../rules';
import { calc, content, fixed, key } from '../columns';
import { say, type Context } from '../context';
import { listLabel } from '../lists';
import { steps, type Step } from '../../catalog/steps';
import { tableOf } from '../selection';
import type { SheetSpec } from '../spec';
import { guideLink, sheetHead } from '../texts';
import { describeTable } from '../table';

const { num } = rowOf<'Progress'>();

/** How far each step is: offered, suggested, picked, custom, answered, with owner. */
export function progressSheet(context: Context): SheetSpec {
  const yes = listLabel(context, 'pick', 'yes');
  const perStep = (count: (table: (typeof tableOf)[Step], step: Step) => Expression<'number'>) =>
    choose(num('no'), ...steps.map((step) => count(tableOf[step], step)));
  const whole = { kind: 'integer' as const, align: 'Center' as const };
  return {
    id: 'progress',
    name: say(context, 'sheet.progress'),
    tab: 'plan',
    visibility: 'Visible',
    flow: 'down',
    page: { orientation: 'Landscape' },
    blocks: [
      sheetHead(context, 'progress', 'sheet.progress', 'progress.lead', [guideLink(context)]),
      describeTable('Progress', {
        columns: [
          key(context),
          fixed(context, 'no', 'column.no', 6, {
            kind: 'integer',
            align: 'Center',
            look: 'muted',
          }),
          content(context, 'step', 'column.step', 22, { look: 'strong' }),
          calc(
            context,
            'offered',
            'column.offered',
            11,
            perStep((table) => countIfs([txts(table, 'item'), '<>'])),
            whole,
          ),
          calc(
            context,
            'suggested',
            'column.suggestedCount',
            11,
            perStep((table, step) =>
              step === 'ask' ? literal(0) : countIfs([nums(table, 'suggested'), '>0']),
            ),
            whole,
          ),
          calc(
            context,
            'picked',
            'column.picked',
            11,
            perStep((table) => countIfs([txts(table, 'pick'), yes])),
            whole,
          ),
          calc(
            context,
            'open',
            'column.openPicks',
            14,
            perStep((table, step) =>
              step === 'ask'
                ? literal(0)
                : countIfs([nums(table, 'suggested'), '>0'], [txts(table, 'pick'), '']),
            ),
            whole,
          ),
          calc(
            context,
            'custom',
            'column.custom',
            11,
            perStep((table) => countIfs([txts(table, 'origin'), say(context, 'origin.custom')])),
            whole,
          ),
          calc(
            context,
            'answered',
            'column.answered',
            11,
            perStep((table) => countIfs([txts(table, 'pick'), '<>'])),
            whole,
          ),
          calc(
            context,
            'owned',
            'column.owned',
            12,
            perStep((table) => countIfs([txts(table, 'pick'), yes], [txts(table, 'owner'), '<>'])),
            whole,
          ),
          calc(
            context,
            'share',
            'column.share',
            11,
            ifError(divide(num('answered'), num('offered')), 0),
            {
              kind: 'percent',
              align: 'Center',
              bar: true,
            },
          ),
        ],
        rows: steps.map((step, i) => ({
          id: `progress.${step}`,
          cells: { no: i + 1, step: say(context, `sheet.${step}`) },
        })),
        spare: 0,
        filter: false,
      }),
      {
        kind: 'chart',
        id: 'progress.chart',
        type: 'BarClustered',
        title: say(context, 'progress.chart'),
        table: 'progress',
        category: 'step',
        series: ['suggested', 'picked', 'owned'],
        rows: 20,
        width: 720,
      },
    ],
  };
}
