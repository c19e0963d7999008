import {
  add,
  and,
  atLeast,
  choose,
  equal,
  greater,
  isNumber,
  less,
  multiply,
  negate,
  numName,
  or,
  rowOf,
  unequal,
  when,
  type Num,
  type Txt,
} from '../../../rules';
import { words, years, type Word } from '../../../engagement/register';
import { faultOf, total } from '../../../rules/value/inputs';
import { numberIf } from '../../../rules/value/known';
import { realisation } from '../../../rules/value/money';
import { presentValueOf, swingOf, totalOf } from '../../../rules/value/roi';
import { calc, content, fixed, input, key } from '../../columns';
import { say, type Context } from '../../context';
import { listLabel } from '../../lists';
import type { SheetSpec } from '../../spec';
import { describeTable } from '../../table';
import { heading } from '../../texts';
import { hint } from './hints';
import { lack, lackAt } from './lacking';
import { valueHead, valueSheet } from './sheet';
import { vendorPlanTable, vendorTable } from './vendor';
import { fee } from '../../../rules/value/contract';

const { num, txt } = rowOf<'Costs'>();

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
      valueHead(
        context,
        'costs',
        ['lifecycle', 'benefits', 'contract', 'roi'],
        hint(context, 'costs'),
      ),
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
            id: 'fee-twice',
            columns: ['item', 'kind'],
            when: equal(num('feeTwice'), 1),
            look: 'problem',
          },
          {
            id: 'no-amounts',
            columns: ['y0', 'y1'],
            when: and(unequal(txt('item'), ''), equal(num('given'), 0)),
            look: 'missing',
          },
          {
            id: 'unfit',
            columns: ['item', 'kind'],
            when: unequal(txt('problem'), ''),
            look: 'problem',
          },
          {
            id: 'no-category',
            columns: ['category'],
            when: and(unequal(txt('item'), ''), equal(txt('category'), '')),
            look: 'attention',
          },
        ],
      }),
      heading(context, 'value.vendor', 'value.vendor.lead'),
      vendorTable(context),
      heading(context, 'value.vendor.plan'),
      vendorPlanTable(context),
    ],
    {
      freeze: { table: 'costs', column: 'item' },
      page: { orientation: 'Landscape', until: 'swing' },
    },
  );

const yearColumn = (year: number) => `y${year}` as const;

function columns(context: Context) {
  const credit = equal(txt('kind'), listLabel(context, 'costKind', 'credit'));
  const ofContract = equal(txt('kind'), listLabel(context, 'costKind', 'contract'));
  const signed = (cost: Estimate, back: Estimate): Num =>
    numberIf(ofContract, 0, numberIf(credit, negate(realisation[back]()), realisation[cost]()));
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
    input(context, 'kind', 'value.column.costKind', 9, {
      list: 'costKind',
      prompt: say(context, 'value.prompt.costKind'),
    }),
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
    calc(
      context,
      'total',
      'value.column.total',
      15,
      known(multiply(totalOf(yearColumn), num('factor'))),
      cash,
    ),
    calc(
      context,
      'pv',
      'value.column.pv',
      15,
      known(multiply(presentValueOf(yearColumn), num('factor'))),
      cash,
    ),
    calc(context, 'swing', 'value.column.swing', 14, known(swingOf(num('pv'))), cash),
    input(context, 'owner', 'column.owner', 14),
    input(context, 'source', 'value.column.source', 22),
    input(context, 'comment', 'column.comment', 22),
    calc(context, 'given', 'value.column.given', 8, given(), hidden),
    calc(context, 'unreadable', 'value.column.unreadable', 8, unreadable(), {
      ...hidden,
      since: 3,
    }),
    calc(context, 'problem', 'value.column.costProblem', 8, problem(context), { hidden: true }),
    calc(context, 'feeTwice', 'value.column.feeTwice', 8, feeTwice(context), hidden),
    calc(context, 'lackAt', 'value.column.lackAt', 8, lackAt('problem'), hidden),
    calc(context, 'lack', 'value.column.lack', 8, lack(txt('item'), txt('problem')), {
      hidden: true,
    }),
    // What is conservative about a cost is its high estimate, about a credit its low one.
    calc(context, 'atLow', 'value.column.atLow', 8, signed('high', 'low'), hidden),
    calc(context, 'atLikely', 'value.column.atLikely', 8, signed('likely', 'likely'), hidden),
    calc(context, 'atHigh', 'value.column.atHigh', 8, signed('low', 'high'), hidden),
    calc(
      context,
      'factor',
      'value.column.factorNow',
      8,
      choose(numName('Value.ScenarioNo'), num('atLow'), num('atLikely'), num('atHigh')),
      hidden,
    ),
  ];
}

/**
 * 1 where a row of services is large enough to hold the fee, which stands among the vendor's lines
 * already, and nobody has said which it is.
 */
function feeTwice(context: Context): Num {
  const [first, ...rest] = years.map((year) =>
    numberIf(isNumber(num(yearColumn(year))), num(yearColumn(year)), 0),
  );
  return numberIf(
    and(
      equal(numName('Roi.VendorCounts'), 1),
      equal(txt('category'), listLabel(context, 'costCategory', 'services')),
      equal(txt('kind'), ''),
      isNumber(fee),
    ),
    numberIf(atLeast(add(first as Num, ...rest), fee), 1, 0),
    0,
  );
}

type Estimate = keyof typeof realisation;

const amounts = [...years.map(yearColumn), 'low', 'likely', 'high'] as const;

/** How many of a row's amounts and factors are no numbers. */
const unreadable = (): Num => total(amounts.map((id) => faultOf(num(id), {})));

/** What is wrong with a row's amounts and factors; "" for a sound one. */
const problem = (context: Context): Txt =>
  when(
    greater(num('unreadable'), 0),
    say(context, 'value.cost.unreadable'),
    when(or(...amounts.map((id) => less(num(id), 0))), say(context, 'value.cost.negative'), ''),
  ) as Txt;

/** How many years have an amount. */
function given(): Num {
  const [first, ...rest] = years.map((year) => numberIf(isNumber(num(`y${year}`)), 1, 0));
  return add(first as Num, ...rest);
}
