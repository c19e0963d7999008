import {
  add,
  and,
  choose,
  equal,
  isNumber,
  num,
  numName,
  txt,
  unequal,
  type Num,
} from '../../../rules';
import { words, years, type Word } from '../../../engagement/register';
import { numberIf } from '../../../rules/value/known';
import { realisation } from '../../../rules/value/money';
import { costPresentValue, costSwing, costTotal } from '../../../rules/value/roi';
import { calc, content, fixed, input, key } from '../../columns';
import { say, type Context } from '../../context';
import type { SheetSpec } from '../../spec';
import { valueHead, valueSheet } from './sheet';
import { describeTable } from '../../table';

const phaseOf: Record<Word<'costCategory'>, Word<'costPhase'>> = {
  software: 'building',
  services: 'planning',
  labour: 'building',
  operation: 'operating',
  improvement: 'operating',
};

export const costSpare = 8;

/** What it takes, year by year, with money kept for improving after go-live. */
export const costsSheet = (context: Context): SheetSpec =>
  valueSheet(
    context,
    'costs',
    [
      valueHead(context, 'costs', ['lifecycle', 'roi']),
      describeTable('Costs', {
        columns: columns(context),
        rows: words.costCategory.map((category, i) => ({
          id: `cost.${category}`,
          cells: {
            no: i + 1,
            item: say(context, `value.cost.${category}`),
            explanation: say(context, `value.cost.${category}.why`),
            category,
            phase: phaseOf[category],
          },
        })),
        spare: costSpare,
        filter: true,
        highlights: [
          {
            id: 'no-amounts',
            columns: ['y0', 'y1'],
            when: and(unequal(txt('item'), ''), equal(num('given'), 0)),
            look: 'missing',
          },
          {
            id: 'no-category',
            columns: ['category'],
            when: and(unequal(txt('item'), ''), equal(txt('category'), '')),
            look: 'attention',
          },
        ],
      }),
    ],
    {
      freeze: { table: 'costs', column: 'item' },
      page: { orientation: 'Landscape', until: 'swing' },
    },
  );

function columns(context: Context) {
  const cash = { kind: 'money' as const };
  const share = { kind: 'percent' as const, align: 'Center' as const };
  const hidden = { kind: 'measure' as const, hidden: true };
  const known = (value: Num) => numberIf(equal(num('given'), 0), '', value);
  return [
    key(context),
    fixed(context, 'no', 'column.no', 5, { kind: 'integer', align: 'Center', look: 'muted' }),
    content(context, 'item', 'value.column.cost', 34, { look: 'strong' }),
    content(context, 'explanation', 'column.explanation', 36),
    content(context, 'category', 'value.column.category', 15, { list: 'costCategory' }),
    content(context, 'phase', 'value.column.phase', 12, { list: 'costPhase' }),
    ...years.map((year) => ({
      ...input(context, `y${year}`, 'value.column.yearN', 12, cash),
      header: say(context, 'value.column.yearN', { n: year }),
    })),
    input(context, 'low', 'value.column.costLow', 9, {
      ...share,
      prompt: say(context, 'value.prompt.costFactor'),
    }),
    input(context, 'likely', 'value.column.costLikely', 9, share),
    input(context, 'high', 'value.column.costHigh', 9, share),
    calc(context, 'total', 'value.column.total', 15, known(costTotal()), cash),
    calc(context, 'pv', 'value.column.pv', 15, known(costPresentValue()), cash),
    calc(context, 'swing', 'value.column.swing', 14, known(costSwing(num('pv'))), cash),
    input(context, 'owner', 'column.owner', 14),
    input(context, 'source', 'value.column.source', 22),
    input(context, 'comment', 'column.comment', 22),
    calc(context, 'given', 'value.column.given', 8, given(), hidden),
    calc(context, 'factorLow', 'value.column.factorLow', 8, realisation.low(), hidden),
    calc(context, 'factorLikely', 'value.column.factorLikely', 8, realisation.likely(), hidden),
    calc(context, 'factorHigh', 'value.column.factorHigh', 8, realisation.high(), hidden),
    calc(
      context,
      'factor',
      'value.column.factorNow',
      8,
      // What is conservative about a cost is its high estimate.
      choose(numName('Value.ScenarioNo'), num('factorHigh'), num('factorLikely'), num('factorLow')),
      hidden,
    ),
  ];
}

/** How many years have an amount. */
function given(): Num {
  const [first, ...rest] = years.map((year) => numberIf(isNumber(num(`y${year}`)), 1, 0));
  return add(first as Num, ...rest);
}
