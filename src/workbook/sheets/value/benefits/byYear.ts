import { years } from '../../../../engagement/register';
import {
  and,
  choose,
  equal,
  isNumber,
  join,
  multiply,
  not,
  numName,
  rowNumber,
  rowOf,
  unequal,
  when,
  type Num,
  type Txt,
} from '../../../../rules';
import { numberIf, numberOr } from '../../../../rules/value/known';
import { netFactor, realisation, shareUsed } from '../../../../rules/value/money';
import { numberAt, positionIn, textAt } from '../../../../rules/value/place';
import {
  badAmounts,
  badShares,
  benefitStatus,
  presentValueOf,
  swingOf,
  totalOf,
  yearsGiven,
} from '../../../../rules/value/roi';
import { nodeShare } from '../../../../rules/value/tree';
import { calc, input, key } from '../../../columns';
import { say, type Context } from '../../../context';
import { listLabel } from '../../../lists';
import type { TableBlock } from '../../../spec';
import { describeTable } from '../../../table';
import { lack } from '../lacking';

const { num, txt } = rowOf<'Benefits'>();

export const benefitSpare = 6;

/** Benefits whose money is given year by year: of a metric, in place of its price, or of their own. */
export function benefitTable(context: Context): TableBlock {
  const word = (id: Parameters<typeof benefitWord>[1]) => benefitWord(context, id);
  return describeTable('Benefits', {
    columns: [...given(context), ...results(context), ...helpers(context)],
    rows: [],
    spare: benefitSpare,
    filter: false,
    highlights: [
      { id: 'counted', columns: ['status'], when: equal(num('counted'), 1), look: 'done' },
      {
        id: 'not-counted',
        columns: ['status'],
        when: and(unequal(txt('status'), ''), not(equal(num('counted'), 1))),
        look: 'attention',
      },
      { id: 'out-of-scope', when: equal(txt('status'), word('outOfScope')), look: 'quiet' },
    ],
  });
}

const benefitWord = (
  context: Context,
  id:
    | 'noItem'
    | 'unknownMetric'
    | 'outOfScope'
    | 'twin'
    | 'leading'
    | 'noAttribution'
    | 'noConfidence'
    | 'badShare'
    | 'badAmount'
    | 'counted',
) => say(context, `value.benefit.${id}`);

const share = { kind: 'percent' as const, align: 'Center' as const };
const cash = { kind: 'money' as const };
const yearColumn = (year: number) => `y${year}` as const;

function given(context: Context) {
  const prompt = (id: 'attribution' | 'confidence' | 'recapture' | 'share' | 'realisation') => ({
    prompt: say(context, `value.prompt.${id}`),
  });
  return [
    key(context),
    input(context, 'item', 'value.column.benefitItem', 34, { look: 'strong' }),
    input(context, 'metric', 'value.column.metric', 30, {
      list: 'metric',
      prompt: say(context, 'value.prompt.benefitMetric'),
    }),
    input(context, 'benefit', 'value.column.benefit', 18, { list: 'benefit' }),
    input(context, 'group', 'value.column.group', 20, { list: 'node' }),
    ...years.map((year) => ({
      ...input(context, yearColumn(year), 'value.column.yearN', 12, {
        ...cash,
        prompt: say(context, 'value.prompt.benefitYear'),
      }),
      header: say(context, 'value.column.yearN', { n: year }),
    })),
    input(context, 'attribution', 'value.column.attribution', 10, {
      ...share,
      ...prompt('attribution'),
    }),
    input(context, 'confidence', 'value.column.confidence', 10, {
      ...share,
      ...prompt('confidence'),
    }),
    input(context, 'recapture', 'value.column.recapture', 10, { ...share, ...prompt('recapture') }),
    input(context, 'share', 'value.column.share', 10, { ...share, ...prompt('share') }),
    calc(context, 'groupShare', 'value.column.groupShare', 10, nodeShare(), share),
    input(context, 'low', 'value.column.realLow', 10, { ...share, ...prompt('realisation') }),
    input(context, 'likely', 'value.column.realLikely', 10, share),
    input(context, 'high', 'value.column.realHigh', 10, share),
  ];
}

function results(context: Context) {
  const word = (id: Parameters<typeof benefitWord>[1]) => benefitWord(context, id);
  const status = benefitStatus(
    {
      noItem: word('noItem'),
      unknownMetric: word('unknownMetric'),
      outOfScope: word('outOfScope'),
      twin: word('twin'),
      leading: word('leading'),
      noAttribution: word('noAttribution'),
      noConfidence: word('noConfidence'),
      badShare: word('badShare'),
      badAmount: word('badAmount'),
      counted: word('counted'),
    },
    { leading: listLabel(context, 'benefit', 'leading') },
  );
  const known = (value: Num) => numberIf(equal(num('counted'), 1), value);
  const times = (value: Num): Num => known(multiply(num('factorNow'), value));
  return [
    calc(context, 'total', 'value.column.total', 15, times(totalOf(yearColumn)), cash),
    calc(context, 'pv', 'value.column.pv', 15, times(presentValueOf(yearColumn)), cash),
    calc(context, 'swing', 'value.column.swing', 14, swingOf(num('pv')), cash),
    calc(context, 'status', 'value.column.status', 22, status, { align: 'Center' }),
    input(context, 'owner', 'column.owner', 14),
    input(context, 'source', 'value.column.source', 22),
    input(context, 'comment', 'column.comment', 24),
  ];
}

function helpers(context: Context) {
  const hidden = { kind: 'measure' as const, hidden: true };
  const at = (realised: Num): Num =>
    numberIf(equal(num('counted'), 1), numberOr(multiply(num('factor'), realised), 0), 0);
  const lacks = and(
    unequal(txt('status'), ''),
    equal(num('counted'), 0),
    unequal(txt('status'), benefitWord(context, 'outOfScope')),
  );
  return [
    calc(context, 'metricRow', 'value.column.row', 8, positionIn('Metrics', txt('metric')), hidden),
    calc(
      context,
      'name',
      'value.column.name',
      10,
      when(
        equal(txt('item'), ''),
        textAt('Metrics', 'name', num('metricRow')),
        join(txt('item'), ''),
      ) as Txt,
      { hidden: true },
    ),
    calc(
      context,
      'nodeRow',
      'value.column.nodeRow',
      8,
      positionIn('ValueTree', txt('group')),
      hidden,
    ),
    calc(
      context,
      'inUse',
      'value.column.inUse',
      8,
      numberIf(
        isNumber(num('metricRow')),
        numberIf(equal(numberAt('Metrics', 'inScope', num('metricRow')), 1), 1, 0),
        1,
      ),
      hidden,
    ),
    calc(context, 'given', 'value.column.given', 8, yearsGiven(), hidden),
    calc(context, 'badAmounts', 'value.column.badAmounts', 8, badAmounts(), {
      ...hidden,
      since: 3,
    }),
    calc(context, 'badShares', 'value.column.badShares', 8, badShares(), { ...hidden, since: 3 }),
    calc(
      context,
      'counted',
      'value.column.countedMoney',
      8,
      numberIf(equal(txt('status'), benefitWord(context, 'counted')), 1, 0),
      hidden,
    ),
    calc(
      context,
      'isCash',
      'value.column.isCash',
      8,
      numberIf(equal(txt('benefit'), listLabel(context, 'benefit', 'cash-releasing')), 1, 0),
      hidden,
    ),
    calc(context, 'factor', 'value.column.factor', 10, netFactor(), hidden),
    calc(context, 'shareUsed', 'value.column.shareUsed', 10, shareUsed(), hidden),
    calc(context, 'atLow', 'value.column.atLow', 10, at(realisation.low()), hidden),
    calc(context, 'atLikely', 'value.column.atLikely', 10, at(realisation.likely()), hidden),
    calc(context, 'atHigh', 'value.column.atHigh', 10, at(realisation.high()), hidden),
    calc(
      context,
      'factorNow',
      'value.column.factorNow',
      10,
      choose(numName('Value.ScenarioNo'), num('atLow'), num('atLikely'), num('atHigh')),
      hidden,
    ),
    calc(context, 'lackAt', 'value.column.lackAt', 8, numberIf(lacks, rowNumber()), hidden),
    calc(context, 'lack', 'value.column.lack', 10, lack(txt('name'), txt('status')), {
      hidden: true,
    }),
  ];
}
